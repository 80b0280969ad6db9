import { entry, mapping, type DraftEntry, type DraftMap } from '../../draft/draft.js';
import type { HookStub } from '../contract.js';
import { placeOf } from '../jinja/fold.js';
import { cannot } from '../refuse.js';
import { textAt, textsAt, type JsonObject } from '../values.js';
import { onlyExpression } from './conditions.js';
import type { Scope } from './scope.js';

/** A paginator, with what else of a request belongs to it. */
export interface PaginatorDraft {
  readonly entry: DraftEntry;
  readonly type: string;
  /** Query parameters that it sends. */
  readonly params: readonly string[];
  readonly bodyPaths: readonly string[];
  /** Parameters, headers and members of forms that are the same in every request. */
  readonly fixed: { readonly params: readonly DraftEntry[]; readonly headers: readonly DraftEntry[]; readonly data: readonly DraftEntry[] };
  readonly hooks: readonly HookStub[];
  readonly differs: readonly string[];
}

const NOTHING = { params: [], headers: [], data: [] } as const;

export function made(words: DraftMap, rest: Partial<PaginatorDraft> = {}, note?: string): PaginatorDraft {
  const type = words.entries.find(({ key }) => key === 'type')?.value;
  return {
    entry: entry('paginator', words, note),
    type: String(type),
    params: [],
    bodyPaths: [],
    fixed: NOTHING,
    hooks: [],
    differs: [],
    ...rest,
  };
}

export const SINGLE = mapping(entry('type', 'single_page'));

/** Where a request option puts a value. */
export interface Option {
  readonly into: string;
  readonly name: string;
}

export function optionOf(value: JsonObject | undefined, scope: Scope): Option | undefined {
  if (value === undefined) return undefined;
  if (isUnnamed(value, scope)) return undefined;
  const path = textsAt(value, 'field_path');
  const name = path.length > 0 ? path.join('.') : textsAt(value, 'field_name').join('.');
  return { into: textAt(value, 'inject_into') ?? 'request_parameter', name: scope.say(name) };
}

/** An option whose name is empty, or one that nobody is asked for, is not sent. */
function isUnnamed(value: JsonObject, scope: Scope): boolean {
  const name = textAt(value, 'field_name');
  if (name === undefined) return false;
  const expression = onlyExpression(name);
  const place = expression === undefined ? undefined : placeOf(expression);
  return scope.constant(name) === '' || (place?.root === 'config' && !scope.options.factsOf(place.path).isKnown);
}

/** How many records a page has, and how it is asked for. */
export interface Limit {
  readonly words: readonly DraftEntry[];
  readonly fixed: PaginatorDraft['fixed'];
  readonly params: readonly string[];
  readonly bodyPaths: readonly string[];
  readonly isSent: boolean;
}

export function limitOf(size: number | undefined, option: Option | undefined): Limit {
  const none: Limit = { words: [], fixed: NOTHING, params: [], bodyPaths: [], isSent: false };
  if (size === undefined) return none;
  if (option === undefined) return { ...none, words: [entry('limit', size), entry('limit_param', null)] };
  switch (option.into) {
    case 'request_parameter':
      return { ...none, words: [entry('limit', size), entry('limit_param', option.name)], params: [option.name], isSent: true };
    case 'body_json':
      return { ...none, words: [entry('limit', size), entry('limit_body_path', option.name)], bodyPaths: [option.name], isSent: true };
    case 'header':
      return {
        ...none,
        words: [entry('limit', size), entry('limit_param', null)],
        fixed: { ...NOTHING, headers: [entry(option.name, String(size))] },
        isSent: true,
      };
    case 'body_data':
      return {
        ...none,
        words: [entry('limit', size), entry('limit_param', null)],
        fixed: { ...NOTHING, data: [entry(option.name, size)] },
        isSent: true,
      };
    default:
      return cannot(`the size of pages goes into the ${option.into}`);
  }
}

export function place(what: string, option: Option): readonly DraftEntry[] {
  if (option.into === 'request_parameter') return [entry(`${what}_param`, option.name)];
  return option.into === 'body_json'
    ? [entry(`${what}_body_path`, option.name)]
    : cannot(`the position of pages goes into the ${option.into}`);
}

export function sent(token: Option | undefined, limit: Limit): Pick<PaginatorDraft, 'params' | 'bodyPaths' | 'fixed'> {
  return {
    params: [...limit.params, ...(token?.into === 'request_parameter' ? [token.name] : [])],
    bodyPaths: [...limit.bodyPaths, ...(token?.into === 'body_json' ? [token.name] : [])],
    fixed: limit.fixed,
  };
}

/** Of paginators that follow links, the size is a parameter of the first request; links bring it along. */
export function limitFixed(limit: Limit): PaginatorDraft['fixed'] {
  const size = limit.words.find(({ key }) => key === 'limit')?.value;
  const params = limit.params.map((name) => entry(name, typeof size === 'number' ? size : 0));
  return { ...limit.fixed, params };
}
