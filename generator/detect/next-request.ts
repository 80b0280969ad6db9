import { parseSelector, type Path } from '../selector.js';
import type { JsonValue } from '../shape.js';
import { isList, isObject } from './body.js';
import type { Exchange, PaginatorWords } from './exchange.js';
import { nextLink } from './link-header.js';

/** A request to send, without credentials. */
export interface NextRequest {
  readonly method: string;
  readonly url: URL;
  readonly requestBody?: JsonValue;
}

/**
 * The request that a paginator makes after this answer; undefined where the read ends, or where the paginator sends what is
 * not known here. `count`: the records that came.
 */
export function nextRequest(
  paginator: PaginatorWords,
  exchange: Exchange,
  records: readonly JsonValue[],
  count: number,
): NextRequest | undefined {
  const at = (key: string): JsonValue | undefined =>
    typeof paginator[key] === 'string' ? select(exchange.body, paginator[key]) : undefined;
  switch (paginator['type']) {
    case 'header_link': {
      const name = typeof paginator['links_header'] === 'string' ? paginator['links_header'].toLowerCase() : undefined;
      const link = name === undefined ? nextLink(exchange.headers['link'] ?? '') : exchange.headers[name];
      return follow(exchange, link);
    }
    case 'json_link':
      return follow(exchange, at('next_url_path'));
    case 'header_cursor':
      return send(exchange, paginator, 'cursor', exchange.headers[String(paginator['cursor_key']).toLowerCase()]);
    case 'cursor': {
      const object = at('cursor_object_path');
      if (isObject(object)) {
        const url = new URL(exchange.url);
        for (const [name, value] of Object.entries(object)) url.searchParams.set(name, String(value));
        return { ...exchange, url };
      }
      const path = paginator['cursor_path'];
      const last = records.at(-1);
      const cursor =
        typeof path === 'string' && path.startsWith('last.') ? select(last ?? null, path.slice('last.'.length)) : at('cursor_path');
      return send(exchange, paginator, 'cursor', cursor);
    }
    case 'offset':
      return send(exchange, paginator, 'offset', (numberIn(exchange, paginator, 'offset') ?? Number(paginator['offset'] ?? 0)) + count);
    case 'page_number':
      return typeof paginator['page_template'] === 'string'
        ? undefined
        : send(exchange, paginator, 'page', (numberIn(exchange, paginator, 'page') ?? Number(paginator['base_page'] ?? 0)) + 1);
    default:
      return undefined;
  }
}

/** What a selector finds in a value; a filter of equality by its first match. */
export function select(value: JsonValue, selector: string): JsonValue | undefined {
  const filter = /^((?:[^[]|\[(?!\?))*)\[\?\(?@\.(\w+)\s*==\s*'([^']*)'\)?\](?:\.(.*))?$/.exec(selector);
  if (filter !== null) {
    const [, outer = '', key = '', wanted = '', rest = '$'] = filter;
    const list = select(value, outer);
    const found = isList(list) ? list.find((each) => isObject(each) && each[key] === wanted) : undefined;
    return found === undefined ? undefined : select(found, rest);
  }
  const parsed = parseSelector(selector);
  return parsed.ok ? walk(value, parsed.path) : undefined;
}

function walk(value: JsonValue | undefined, [step, ...rest]: Path): JsonValue | undefined {
  if (step === undefined || value === undefined) return value;
  if (step.kind === 'key') return walk(isObject(value) && Object.hasOwn(value, step.key) ? value[step.key] : undefined, rest);
  if (step.kind === 'index') return walk(isList(value) ? value.at(step.index) : undefined, rest);
  const items = isList(value) ? value : isObject(value) ? Object.values(value) : [];
  return items.flatMap((each) => walk(each, rest) ?? []);
}

function follow(exchange: Exchange, link: JsonValue | undefined): NextRequest | undefined {
  if (typeof link !== 'string' || link === '' || !URL.canParse(link, exchange.url.href)) return undefined;
  const url = new URL(link, exchange.url);
  return url.origin === exchange.url.origin ? { ...exchange, url } : undefined;
}

function numberIn({ url, requestBody }: Exchange, paginator: PaginatorWords, what: string): number | undefined {
  const [param, path] = [paginator[`${what}_param`], paginator[`${what}_body_path`]];
  const value =
    typeof param === 'string'
      ? url.searchParams.get(param)
      : typeof path === 'string' && requestBody !== undefined
        ? select(requestBody, path)
        : undefined;
  return value === null || value === undefined || !/^\d+$/.test(String(value)) ? undefined : Number(value);
}

function send(exchange: Exchange, paginator: PaginatorWords, what: string, value: JsonValue | undefined): NextRequest | undefined {
  if ((typeof value !== 'string' && typeof value !== 'number') || value === '') return undefined;
  const [param, path] = [paginator[`${what}_param`], paginator[`${what}_body_path`]];
  if (typeof path === 'string') {
    const { requestBody } = exchange;
    return { ...exchange, requestBody: put(requestBody ?? {}, path.split('.'), value) };
  }
  const url = new URL(exchange.url);
  url.searchParams.set(typeof param === 'string' ? param : what, String(value));
  return { ...exchange, url };
}

function put(body: JsonValue, [key, ...rest]: readonly string[], value: JsonValue): JsonValue {
  if (key === undefined) return value;
  const outer = isObject(body) ? body : {};
  return { ...outer, [key]: put(outer[key] ?? {}, rest, value) };
}
