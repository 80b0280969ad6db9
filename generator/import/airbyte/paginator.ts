import { entry, mapping, type DraftEntry, type DraftMap } from '../../draft/draft.js';
import { selectorOf } from '../../detect/body.js';
import type { JsonValue } from '../../shape.js';
import type { HookStub } from '../contract.js';
import type { Expression } from '../jinja/ast.js';
import { isNothing, placeOf, valueOf, type Place } from '../jinja/fold.js';
import { cannot } from '../refuse.js';
import { member, objectAt, textAt, textsAt, type JsonObject } from '../values.js';
import { conditionOf, onlyExpression, type Condition } from './conditions.js';
import { parametersOf } from './expand.js';
import { short, type Scope } from './scope.js';

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

function made(words: DraftMap, rest: Partial<PaginatorDraft> = {}, note?: string): PaginatorDraft {
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

const SINGLE = mapping(entry('type', 'single_page'));

/** Where a request option puts a value. */
interface Option {
  readonly into: string;
  readonly name: string;
}

/** `tokenParam`: the query parameter that a template sends the token in, where no option says where it goes. */
export function paginatorDraft(
  value: JsonObject | undefined,
  scope: Scope,
  selectorPath: readonly string[],
  tokenParam: string | undefined,
): PaginatorDraft {
  const type = textAt(value, 'type');
  if (value === undefined || type === 'NoPagination') return made(SINGLE);
  if (type !== 'DefaultPaginator')
    return made(
      mapping(entry('type', 'cursor'), entry('cursor_param', 'page')),
      { params: ['page'], hooks: [{ hook: 'next', quoted: textAt(value, 'class_name') ?? String(type) }] },
      'LOOK: a paginator in Python, for which the hook next stands',
    );
  const inner = scope.inside(parametersOf(value));
  const strategy = objectAt(value, 'pagination_strategy') ?? {};
  const size = sizeOf(strategy, inner);
  const sizeOption = optionOf(objectAt(value, 'page_size_option'), inner);
  const tokenOption = objectAt(value, 'page_token_option');
  const isPath = textAt(tokenOption, 'type') === 'RequestPath' || textAt(tokenOption, 'inject_into') === 'path';
  const token = isPath
    ? undefined
    : (optionOf(tokenOption, inner) ?? (tokenParam === undefined ? undefined : { into: 'request_parameter', name: tokenParam }));
  const limit = limitOf(size, sizeOption);
  switch (textAt(strategy, 'type')) {
    case 'PageIncrement':
      return counting('page_number', strategy, token, limit, size, inner);
    case 'OffsetIncrement':
      return counting('offset', strategy, token, limit, size, inner);
    case 'CursorPagination':
      return cursor(strategy, isPath, token, limit, inner.inside(parametersOf(strategy)), selectorPath);
    default:
      return made(
        mapping(entry('type', 'cursor'), ...(token === undefined ? [entry('cursor_param', 'page')] : place('cursor', token))),
        { ...sent(token, limit), hooks: [{ hook: 'next', quoted: textAt(strategy, 'class_name') ?? 'a strategy of paging' }] },
        'LOOK: a strategy in Python, for which the hook next stands',
      );
  }
}

function sizeOf(strategy: JsonObject, scope: Scope): number | undefined {
  const said = member(strategy, 'page_size');
  if (typeof said === 'number') return said;
  if (typeof said !== 'string') return undefined;
  const constant = scope.constant(said);
  if (/^\d+$/.test(String(constant))) return Number(constant);
  const expression = onlyExpression(said);
  const otherwise = expression === undefined ? undefined : scope.withDefault(expression)?.value;
  if (/^\d+$/.test(String(otherwise))) return Number(otherwise);
  const place = expression === undefined ? undefined : placeOf(expression);
  const usual = place?.root === 'config' ? scope.options.factsOf(place.path).default : undefined;
  return /^\d+$/.test(String(usual)) ? Number(usual) : cannot(`the size of pages is computed: ${short(said)}`);
}

function optionOf(value: JsonObject | undefined, scope: Scope): Option | undefined {
  if (value === undefined) return undefined;
  const path = textsAt(value, 'field_path');
  const name = path.length > 0 ? path.join('.') : textsAt(value, 'field_name').join('.');
  return { into: textAt(value, 'inject_into') ?? 'request_parameter', name: scope.say(name) };
}

/** How many records a page has, and how it is asked for. */
interface Limit {
  readonly words: readonly DraftEntry[];
  readonly fixed: PaginatorDraft['fixed'];
  readonly params: readonly string[];
  readonly bodyPaths: readonly string[];
  readonly isSent: boolean;
}

function limitOf(size: number | undefined, option: Option | undefined): Limit {
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

function place(what: string, option: Option): readonly DraftEntry[] {
  if (option.into === 'request_parameter') return [entry(`${what}_param`, option.name)];
  return option.into === 'body_json'
    ? [entry(`${what}_body_path`, option.name)]
    : cannot(`the position of pages goes into the ${option.into}`);
}

function sent(token: Option | undefined, limit: Limit): Pick<PaginatorDraft, 'params' | 'bodyPaths' | 'fixed'> {
  return {
    params: [...limit.params, ...(token?.into === 'request_parameter' ? [token.name] : [])],
    bodyPaths: [...limit.bodyPaths, ...(token?.into === 'body_json' ? [token.name] : [])],
    fixed: limit.fixed,
  };
}

function counting(
  type: 'page_number' | 'offset',
  strategy: JsonObject,
  token: Option | undefined,
  limit: Limit,
  size: number | undefined,
  scope: Scope,
): PaginatorDraft {
  if (token === undefined) return inTemplate(type, strategy, limit, size, scope);
  const isInjected = member(strategy, 'inject_on_first_request') === true;
  const first = member(strategy, 'start_from_page');
  const base = typeof first === 'number' ? first : typeof first === 'string' ? Number(scope.constant(first) ?? 0) : 0;
  const unsent = isInjected ? [] : [entry('first_page', 'unsent')];
  const differs = size === undefined ? [] : ['ends at an empty page; the engine ends at one that is not full'];
  if (type === 'offset')
    return made(
      mapping(
        entry('type', 'offset'),
        ...(size === undefined ? [entry('limit', 100), entry('limit_param', null)] : limit.words),
        ...place('offset', token),
        ...unsent,
      ),
      { ...sent(token, limit), differs },
    );
  return made(mapping(entry('type', 'page_number'), entry('base_page', base), ...place('page', token), ...limit.words, ...unsent), {
    ...sent(token, limit),
    differs,
  });
}

/** The position stands somewhere inside of the request: the hook request takes it from the parameter that it is sent in here. */
function inTemplate(
  type: 'page_number' | 'offset',
  strategy: JsonObject,
  limit: Limit,
  size: number | undefined,
  scope: Scope,
): PaginatorDraft {
  const name = type === 'offset' ? 'offset' : 'page';
  const draft = counting(type, strategy, { into: 'request_parameter', name }, limit, size, scope);
  const quoted = `the position of a page stands in a template: it is the parameter ${name} here`;
  return { ...draft, hooks: [...draft.hooks, { hook: 'request', quoted }] };
}

function cursor(
  strategy: JsonObject,
  isPath: boolean,
  token: Option | undefined,
  limit: Limit,
  scope: Scope,
  selectorPath: readonly string[],
): PaginatorDraft {
  const value = textAt(strategy, 'cursor_value') ?? '';
  const stop = textAt(strategy, 'stop_condition');
  const quoted = `cursor_value: ${value}${stop === undefined ? '' : `\nstop_condition: ${stop}`}`;
  const stub = (reason: string): PaginatorDraft => {
    const kept = token === undefined || !['request_parameter', 'body_json'].includes(token.into) ? undefined : token;
    return made(
      mapping(entry('type', 'cursor'), ...(kept === undefined ? [entry('cursor_param', 'page')] : place('cursor', kept)), ...limit.words),
      { ...sent(kept ?? { into: 'request_parameter', name: 'page' }, limit), hooks: [{ hook: 'next', quoted }] },
      `LOOK: ${reason}: the hook next says where the next page is`,
    );
  };
  const expression = onlyExpression(value);
  if (expression === undefined) return stub('the cursor is put together');
  const found = cursorPlace(expression, scope, selectorPath);
  if (found === undefined) return stub('the cursor is computed');
  const ends = stop === undefined ? { words: [] } : endsOf(stop, found, scope, limit, selectorPath);
  if (ends === undefined) return stub('the end is computed');
  const headers = found.root === 'headers';
  if (headers && fold(found.path[0]) === 'link' && found.path.length >= 2) {
    if (!isPath && token !== undefined) return stub('the link of the header is sent as a parameter');
    if (ends.words.length > 0) return stub('the link of the header has another end');
    return made(mapping(entry('type', 'header_link'), found.path[1] !== 'next' && entry('links_next_key', String(found.path[1]))), {
      fixed: limitFixed(limit),
      differs: [],
    });
  }
  if (isPath) {
    if (headers)
      return made(mapping(entry('type', 'header_link'), entry('links_header', String(found.path[0]))), { fixed: limitFixed(limit) });
    if (found.root !== 'response') return stub('the next URL is made of records');
    return made(mapping(entry('type', 'json_link'), entry('next_url_path', pathText(found.path)), ...ends.words), {
      fixed: limitFixed(limit),
    });
  }
  if (token === undefined) return stub('the token is sent in a template');
  if (headers) {
    if (token.into !== 'request_parameter' || ends.words.length > 0) return stub('the token of a header is sent in another way');
    return made(mapping(entry('type', 'header_cursor'), entry('cursor_key', String(found.path[0])), entry('cursor_param', token.name)), {
      ...sent(token, limit),
      fixed: limitFixed(limit),
    });
  }
  if (!['request_parameter', 'body_json'].includes(token.into)) return stub(`the token goes into the ${token.into}`);
  const path = found.root === 'response' ? pathText(found.path) : `last.${found.path.join('.')}`;
  const isEndless = found.root !== 'response' && ends.words.length === 0;
  return made(
    mapping(
      entry('type', 'cursor'),
      entry('cursor_path', path),
      ...place('cursor', token),
      ...limit.words,
      ...ends.words,
      isEndless && entry('stop_after_empty_page', true),
    ),
    sent(token, limit),
  );
}

/** Of paginators that follow links, the size is a parameter of the first request; links bring it along. */
function limitFixed(limit: Limit): PaginatorDraft['fixed'] {
  const size = limit.words.find(({ key }) => key === 'limit')?.value;
  const params = limit.params.map((name) => entry(name, typeof size === 'number' ? size : 0));
  return { ...limit.fixed, params };
}

/** The place in a body, a header or the last record that a cursor is read from. */
function cursorPlace(expression: Expression, scope: Scope, selectorPath: readonly string[]): Place | undefined {
  const bare = unwrapped(expression, scope);
  const place = placeOf(bare);
  if (place === undefined) return undefined;
  const { length } = selectorPath;
  const isLast = place.root === 'response' && place.path[length] === -1 && selectorPath.every((key, index) => place.path[index] === key);
  if (isLast) return { root: 'last record', path: place.path.slice(length + 1) };
  if (place.root === 'response' || place.root === 'headers') return place.path.length > 0 ? place : undefined;
  if (place.root === 'last_record') return { root: 'last record', path: place.path };
  if (place.root === 'last_records' && place.path[0] === -1) return { root: 'last record', path: place.path.slice(1) };
  return undefined;
}

/** Without what stands for nothing where there is none: `x or none`, `x if x else ''`. */
function unwrapped(expression: Expression, scope: Scope): Expression {
  if (expression.kind === 'binary' && expression.operator === 'or' && isNothing(expression.right)) return unwrapped(expression.left, scope);
  if (
    expression.kind === 'filter' &&
    ['default', 'd'].includes(expression.name) &&
    expression.args[0] !== undefined &&
    isNothing(expression.args[0])
  )
    return unwrapped(expression.of, scope);
  if (expression.kind === 'if' && (expression.otherwise === undefined || isNothing(expression.otherwise))) {
    const test = conditionOf(expression.test);
    const then = placeOf(unwrapped(expression.then, scope));
    const isSame =
      test !== undefined &&
      then !== undefined &&
      (test.kind === 'something' || test.kind === 'and') &&
      placesOf(test).some((each) => isPrefix(each, then));
    if (isSame) return unwrapped(expression.then, scope);
  }
  const constant = valueOf(expression, scope.lookup);
  return constant === undefined ? expression : { kind: 'literal', value: constant };
}

function placesOf(condition: Condition): readonly Place[] {
  if (condition.kind === 'or' || condition.kind === 'and') return condition.of.flatMap(placesOf);
  return 'place' in condition ? [condition.place] : [];
}

/** When a read ends, beside the end of its cursors; undefined: it is more than a paginator can say. */
function endsOf(
  text: string,
  cursor: Place,
  scope: Scope,
  limit: Limit,
  selectorPath: readonly string[],
): { readonly words: readonly DraftEntry[] } | undefined {
  const expression = onlyExpression(text);
  if (expression === undefined) {
    const constant = scope.constant(text);
    return constant === false || constant === '' || constant === 'False' ? { words: [] } : undefined;
  }
  const condition = conditionOf(folded(expression, scope));
  return condition === undefined ? undefined : wordsOf(condition, cursor, limit, selectorPath);
}

/** Parameters are known. */
function folded(expression: Expression, scope: Scope): Expression {
  const value = valueOf(expression, scope.lookup);
  if (value !== undefined) return { kind: 'literal', value };
  if (expression.kind === 'binary') return { ...expression, left: folded(expression.left, scope), right: folded(expression.right, scope) };
  return expression.kind === 'not' ? { ...expression, of: folded(expression.of, scope) } : expression;
}

function wordsOf(
  condition: Condition,
  cursor: Place,
  limit: Limit,
  selectorPath: readonly string[],
): { readonly words: readonly DraftEntry[] } | undefined {
  const none = { words: [] };
  switch (condition.kind) {
    case 'always':
      return condition.value ? undefined : none;
    case 'or': {
      const all = condition.of.map((each) => wordsOf(each, cursor, limit, selectorPath));
      if (all.some((each) => each === undefined)) return undefined;
      const words = all.flatMap((each) => each?.words ?? []);
      return new Set(words.map(({ key }) => key)).size === words.length ? { words } : undefined;
    }
    case 'and': {
      // all of them have to hold: the ones that the end of the cursor brings add nothing
      const all = condition.of.map((each) => wordsOf(each, cursor, limit, selectorPath));
      const strict = all.filter((each) => each === undefined || each.words.length > 0);
      return strict.length === 0 ? none : undefined;
    }
    case 'nothing': {
      const { root, path } = condition.place;
      if (root === 'response' && cursor.root === 'response' && isPrefix(condition.place, cursor)) return none;
      if (root === 'headers' && cursor.root === 'headers' && fold(path[0]) === fold(cursor.path[0])) return none;
      if (
        root === 'last_records' ||
        root === 'last_page_size' ||
        (root === 'response' && path.join('.') === selectorPath.join('.')) ||
        root === 'last_record'
      )
        return { words: [entry('stop_after_empty_page', true)] };
      if (root === 'response' && path.length > 0)
        return { words: [entry('has_more_path', pathText(path)), entry('has_more_absent', 'end')] };
      return undefined;
    }
    case 'something':
      return undefined;
    case 'compare': {
      const {
        place: { root, path },
        operator,
        value,
      } = condition;
      if (root === 'response' && value === false && ['==', 'is'].includes(operator))
        return { words: [entry('has_more_path', pathText(path)), entry('has_more_absent', 'end')] };
      if (root === 'response' && value === true && ['!=', 'is not'].includes(operator))
        return { words: [entry('has_more_path', pathText(path)), entry('has_more_absent', 'end')] };
      if (root === 'last_page_size' && operator === '==' && value === 0) return { words: [entry('stop_after_empty_page', true)] };
      if (root === 'last_page_size' && operator === '<' && typeof value === 'number') return shortPage(limit, value);
      return undefined;
    }
    default:
      return undefined;
  }
}

/** A page with fewer records than that is the last, where that is how many were asked for. */
function shortPage(limit: Limit, size: number): { readonly words: readonly DraftEntry[] } | undefined {
  const asked = limit.words.find(({ key }) => key === 'limit')?.value;
  if (asked === size) return { words: [entry('stop_after_short_page', true)] };
  return size === 1 ? { words: [entry('stop_after_empty_page', true)] } : undefined;
}

function isPrefix(outer: Place, inner: Place): boolean {
  return outer.root === inner.root && outer.path.length <= inner.path.length && outer.path.every((key, index) => key === inner.path[index]);
}

/** Keys and indexes as a selector. */
function pathText(path: readonly (string | number)[]): string {
  if (path.every((key) => typeof key === 'string')) return selectorOf(path);
  const steps = path.map((key) => (typeof key === 'number' ? `[${key}]` : /^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `['${key}']`)).join('');
  return steps.startsWith('.') ? steps.slice(1) : `$${steps}`;
}

function fold(key: JsonValue | undefined): string {
  return String(key).toLowerCase();
}
