import type { JsonValue } from '../shape.js';
import { isObject, textAt } from './values.js';

/** A request of a collection or a browser, and how it was answered. */
export interface Asking {
  readonly method: string;
  readonly url: URL;
  /** What the source calls it. */
  readonly name: string;
  readonly requestBody: JsonValue | undefined;
  readonly status: number;
}

const READING =
  /^_?(?:search|query|queries|list|lists|find|filter|lookup|get|fetch|read|report|reports|export|scroll|browse|aggregate|aggregations|sync|graphql|select|retrieve|view|preview)$/i;

const PAGING =
  /^_?(?:limit|offset|page|per_?page|page_?size|size|skip|take|cursor|after|start_?at|start_?cursor|max_?results|next_?token|page_?token)$/i;

/**
 * Why a POST cannot be taken for one that only reads; undefined where it can. A POST that creates something is answered with it, and the
 * answer may hold lists: a connector must not send it again.
 */
export function mayChange({ method, url, name, requestBody, status }: Asking): string | undefined {
  if (method !== 'POST') return undefined;
  if (status === 201) return 'a POST that was answered 201 creates something';
  const query = textAt(requestBody, 'query');
  if (query !== undefined && /^\s*mutation\b/.test(query)) return 'a mutation of GraphQL changes something';
  if (query !== undefined && /^\s*(?:query\b|\{)/.test(query)) return undefined;
  const [first = ''] = wordsIn(name);
  const last =
    url.pathname
      .split('/')
      .filter((part) => part !== '')
      .at(-1) ?? '';
  const reads = READING.test(first) || wordsIn(last).some((word) => READING.test(word));
  if (reads || (isObject(requestBody) && Object.keys(requestBody).some((key) => PAGING.test(key)))) return undefined;
  return 'a POST may change something: neither its name, its path nor its body says that it reads';
}

/** `getUsers`, `Get a user`, `tax-reports:list` in words. */
function wordsIn(text: string): readonly string[] {
  return text
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z\d]+/)
    .filter((word) => word !== '');
}
