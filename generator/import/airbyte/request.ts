import { entry, fromJson, mapping, type DraftEntry } from '../../draft/draft.js';
import type { JsonValue } from '../../shape.js';
import { isNothing, placeOf } from '../jinja/fold.js';
import type { Expression } from '../jinja/ast.js';
import { parseTemplate } from '../jinja/parse.js';
import { cannot } from '../refuse.js';
import { isObject, member, objectAt, textAt, type JsonObject } from '../values.js';
import { parametersOf } from './expand.js';
import { short, type Scope } from './scope.js';
import { type Choice, baseOf } from './base-url.js';

/** Where a request goes: the address of the API, which all requests share, and the rest. */
export interface Address {
  /** A template; or one for each value of an option. */
  readonly base: string | Choice;
  readonly path: string;
  readonly query: readonly (readonly [string, string])[];
}

export function addressOf(requester: JsonObject, scope: Scope, stub: Stub): Address {
  const inner = scope.inside(parametersOf(requester));
  const base = baseOf(textAt(requester, 'url_base') ?? textAt(requester, 'url') ?? '', inner);
  const text = textAt(requester, 'path') ?? '';
  const said = stub('path', () => inner.say(text).trim(), plainText(text));
  const [path = '', ...queries] = said.split('?');
  const query =
    queries.length === 0
      ? []
      : queries
          .join('?')
          .split('&')
          .filter((each) => each !== '')
          .map((each) => pairOf(each));
  return { base, path, query };
}

function pairOf(text: string): readonly [string, string] {
  const at = text.indexOf('=');
  const decoded = (part: string): string => (part.includes('{') ? part : decodeURIComponent(part.replaceAll('+', ' ')));
  return at === -1 ? [decoded(text), ''] : [decoded(text.slice(0, at)), decoded(text.slice(at + 1))];
}

/** What a request carries beside its address. */
export interface RequestDraft {
  readonly method: string;
  readonly params: readonly DraftEntry[];
  readonly headers: readonly DraftEntry[];
  readonly json: JsonValue | undefined;
  readonly data: readonly DraftEntry[] | undefined;
  /** The parameter that has the token of the next page, where a template sends it. */
  readonly tokenParam: string | undefined;
  /** Parameters of the first request only: links bring along what they need. */
  readonly firstOnly: readonly DraftEntry[];
}

/** Makes a part of a request, or leaves it to the hook request, which is told what the source has. */
export type Stub = <Value>(part: string, make: () => Value, otherwise: Value) => Value;

/** A template without its expressions. */
function plainText(text: string): string {
  const [first = '', ...rest] = text.split(/\{\{|\{%/);
  return [first, ...rest.map((part) => part.replace(/^[^]*?(?:\}\}|%\})/, ''))]
    .join('')
    .replace(/\/{2,}/g, '/')
    .trim();
}

export function requestDraft(requester: JsonObject, outer: Scope, stub: Stub): RequestDraft {
  const scope = outer.inside(parametersOf(requester));
  const params: DraftEntry[] = [];
  const firstOnly: DraftEntry[] = [];
  let tokenParam: string | undefined;
  const said = member(requester, 'request_parameters');
  for (const [name, value] of Object.entries(stub('request_parameters', () => pairsOf(said, scope), {}))) {
    if (isObject(value)) {
      stub(name, () => cannot(`the parameter ${name} is chosen: ${textAt(value, 'type') ?? 'QueryProperties'}`), undefined);
      continue;
    }
    const first = typeof value === 'string' ? firstPageValue(value) : undefined;
    if (first !== undefined) {
      const said = stub(name, () => scope.valueText(first, String(value)), '');
      if (said !== '' && said !== null) firstOnly.push(entry(scope.say(name).trim(), fromJson(said)));
      continue;
    }
    if (typeof value === 'string' && value.includes('next_page_token')) {
      if (isToken(value)) tokenParam = scope.say(name).trim();
      else stub(name, () => cannot(`a parameter is made of the token of the next page: ${short(value)}`), undefined);
      continue;
    }
    const optional = typeof value === 'string' ? scope.optional(value) : undefined;
    const under = typeof value === 'string' && optional === undefined ? stub(name, () => scope.under(value), undefined) : undefined;
    if (under !== undefined) {
      params.push(entry(scope.say(name).trim(), mapping(entry('value', under.value), entry('when', under.when))));
      continue;
    }
    const made = optional ?? stub<JsonValue>(name, () => scope.sayAll(value), '');
    if (made !== '' && made !== null) params.push(entry(scope.say(name).trim(), fromJson(made)));
  }
  const headers: DraftEntry[] = [];
  for (const [name, value] of Object.entries(stub('request_headers', () => pairsOf(member(requester, 'request_headers'), scope), {}))) {
    const optional = typeof value === 'string' ? scope.optional(value) : undefined;
    const made = optional ?? stub<JsonValue>(name, () => scope.sayAll(value), '');
    if (/^content-type$/i.test(name) || made === '' || made === null) continue; // the body says it
    headers.push(entry(scope.say(name).trim(), typeof made === 'string' ? made : String(made)));
  }
  const body = withoutEmpty(stub('body', () => bodyOf(requester, scope), { json: undefined, data: undefined }));
  return { method: (textAt(requester, 'http_method') ?? 'GET').toUpperCase(), params, headers, ...body, tokenParam, firstOnly };
}

/** A mapping, or a text that is one: `a=b&c=d`, `{{ {'a': 'b'} }}`. */
function pairsOf(value: JsonValue | undefined, scope: Scope): JsonObject {
  if (value === undefined || value === null || value === '') return {};
  if (isObject(value)) return value;
  if (typeof value !== 'string') return cannot('parameters that are no mapping');
  const whole = scope.sayAll(value);
  if (isObject(whole)) return whole;
  if (whole === null || whole === '') return {};
  if (typeof whole !== 'string') return cannot(`parameters are computed: ${short(value)}`);
  return Object.fromEntries(
    whole
      .split('&')
      .filter((each) => each !== '')
      .map(pairOf),
  );
}

/** `{{ x if not next_page_token }}`: what is sent as long as there is no token. */
function firstPageValue(text: string): Expression | undefined {
  const template = parseTemplate(text.trim());
  const [only, ...more] = 'reason' in template ? [] : template;
  if (typeof only !== 'object' || more.length > 0 || only.kind !== 'if') return undefined;
  const isEmpty = only.otherwise === undefined || isNothing(only.otherwise);
  return isEmpty && isFirstPage(only.test, only.then) ? only.then : undefined;
}

/** `not next_page_token`, and that there is the value. */
function isFirstPage(test: Expression, then: Expression): boolean {
  if (test.kind === 'not') return placeOf(test.of)?.root === 'next_page_token';
  if (test.kind !== 'binary' || test.operator !== 'and') return false;
  const isSame = (each: Expression): boolean => JSON.stringify(placeOf(each)) === JSON.stringify(placeOf(then));
  return (isSame(test.left) && isFirstPage(test.right, then)) || (isSame(test.right) && isFirstPage(test.left, then));
}

/** `{{ next_page_token['next_page_token'] }}`, with what stands for nothing on the first page. */
function isToken(text: string): boolean {
  const inside = /^\{\{([^]*)\}\}$/.exec(text.trim())?.[1]?.trim() ?? '';
  return /^(?:\(\s*)?next_page_token(?:\[['"]next_page_token['"]\]|\.next_page_token|\.get\(['"]next_page_token['"][^)]*\))?(?:\s*\))?(?:$|\s*(?:or|if|else|and|\|\s*default)\b)/.test(
    inside,
  );
}

/** An empty body is none. */
function withoutEmpty({ json, data }: Pick<RequestDraft, 'json' | 'data'>): Pick<RequestDraft, 'json' | 'data'> {
  return { json: isObject(json) && Object.keys(json).length === 0 ? undefined : json, data: data?.length === 0 ? undefined : data };
}

function bodyOf(requester: JsonObject, scope: Scope): Pick<RequestDraft, 'json' | 'data'> {
  const [json, data, whole] = [
    member(requester, 'request_body_json'),
    member(requester, 'request_body_data'),
    objectAt(requester, 'request_body'),
  ];
  if (whole !== undefined) {
    const value = member(whole, 'value');
    const type = textAt(whole, 'type');
    if (type === 'RequestBodyJsonObject' || type === 'RequestBodyGraphQL') return { json: scope.sayAll(value ?? {}), data: undefined };
    if (type === 'RequestBodyUrlEncodedForm') return { json: undefined, data: formOf(value, scope) };
    return cannot(`a body of plain text: ${type ?? ''}`);
  }
  if (json !== undefined && json !== null) {
    const made = scope.sayAll(json);
    if (typeof made === 'string') {
      const parsed = parsedJson(made);
      return parsed === undefined ? cannot(`a body that is put together: ${short(made)}`) : { json: parsed, data: undefined };
    }
    return { json: made, data: undefined };
  }
  return data === undefined || data === null ? { json: undefined, data: undefined } : { json: undefined, data: formOf(data, scope) };
}

function formOf(value: JsonValue | undefined, scope: Scope): readonly DraftEntry[] {
  return Object.entries(pairsOf(value, scope)).map(([name, inner]) => entry(scope.say(name).trim(), fromJson(scope.sayAll(inner))));
}

function parsedJson(text: string): JsonValue | undefined {
  try {
    const value: JsonValue = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Puts a value at a path of keys into a body. */
export function putInto(body: JsonValue | undefined, [key, ...rest]: readonly string[], value: JsonValue): JsonValue {
  if (key === undefined) return value;
  const outer = isObject(body) ? body : {};
  return { ...outer, [key]: putInto(outer[key], rest, value) };
}
