import { entry, fromJson, mapping, type DraftEntry } from '../../draft/draft.js';
import type { JsonValue } from '../../shape.js';
import { isNothing, placeOf, valueOf, type Place } from '../jinja/fold.js';
import type { Expression, Template } from '../jinja/ast.js';
import { parseTemplate } from '../jinja/parse.js';
import { CannotSay, cannot } from '../refuse.js';
import { isObject, member, objectAt, textAt, type JsonObject } from '../values.js';
import { choicesOf } from './options.js';
import { parametersOf } from './expand.js';
import { short, type Scope } from './scope.js';

/** Where a request goes: the address of the API, which all requests share, and the rest. */
export interface Address {
  /** A template; or one for each value of an option. */
  readonly base: string | Choice;
  readonly path: string;
  readonly query: readonly (readonly [string, string])[];
}

export interface Choice {
  readonly option: string;
  readonly values: readonly (readonly [value: string, url: string])[];
  /** That of the option's default, or the first. */
  readonly usual: string;
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

/** A URL of a request that is no page: chosen by options at the source, it is that of their defaults, and a note tells so. */
export function fixedUrl(text: string, scope: Scope): { readonly url: string; readonly note?: string } {
  try {
    return { url: hostText(text, scope) };
  } catch (error) {
    if (!(error instanceof CannotSay)) throw error;
    const choice = choiceOf(text, scope) ?? cannot(error.message);
    return { url: choice.usual, note: `LOOK: the URL is chosen by ${choice.option} at the source: ${short(text)}` };
  }
}

function baseOf(text: string, scope: Scope): string | Choice {
  if (text === '') return cannot('it has no URL');
  try {
    return hostText(text, scope);
  } catch (error) {
    if (!(error instanceof CannotSay)) throw error;
    return choiceOf(text, scope) ?? cannot(error.message);
  }
}

/** A URL as one of ours: the options in it have to be given, and one that is a URL itself ends without a slash. */
function hostText(text: string, scope: Scope): string {
  const said = scope.say(text).trim();
  const template = parseTemplate(text);
  if (!('reason' in template))
    for (const part of template)
      if (typeof part !== 'string')
        for (const place of placesIn(part))
          if (place.root === 'config' && scope.withDefault(part) === undefined) scope.options.require(place.path);
  return said.replace(/^(\{config\.\w+\})(?=[^/?])/, '$1/');
}

/** A URL that depends on options: what it is for each value of the one that has few, or for the defaults of all. */
function choiceOf(text: string, scope: Scope): Choice | undefined {
  const template = parseTemplate(text);
  if ('reason' in template) return undefined;
  const places = new Map<string, Place>();
  for (const part of template)
    if (typeof part !== 'string') for (const place of placesIn(part)) if (place.root === 'config') places.set(place.path.join('.'), place);
  const [only, ...more] = [...places.values()];
  if (only === undefined) return undefined;
  const usually = urlOf(template, (place) =>
    place.root === 'config' ? (scope.options.factsOf(place.path).default ?? null) : scope.lookup(place),
  );
  const unknown =
    usually === undefined || !/^https?:\/\/[\w.-]+\.[a-z]{2,}/i.test(usually)
      ? undefined
      : { option: [...places.keys()].join(' and '), values: [], usual: usually };
  const facts = scope.options.factsOf(only.path);
  const choices = facts.isKnown ? choicesOf(facts) : comparedWith(template, only);
  const urls = choices.map((choice) => {
    const url = urlOf(template, (place) =>
      place.root === 'config' && place.path.join('.') === only.path.join('.') ? choice : scope.lookup(place),
    );
    return url === undefined ? undefined : ([String(choice), url] as const);
  });
  if (more.length > 0 || urls.length === 0 || urls.some((each) => each === undefined)) return unknown;
  const values = urls.filter((each) => each !== undefined);
  const usual = values.find(([value]) => value === String(facts.default)) ?? values[0];
  return { option: only.path.join('.'), values, usual: usual?.[1] ?? '' };
}

/** The values that a place is compared with: those of an option that no schema knows. */
function comparedWith(template: Template, place: Place): readonly JsonValue[] {
  const found = new Set<JsonValue>();
  const visit = (expression: Expression): void => {
    if (
      expression.kind === 'binary' &&
      expression.operator === '==' &&
      JSON.stringify(placeOf(expression.left)) === JSON.stringify(place)
    ) {
      const value = valueOf(expression.right, () => undefined);
      if (value !== undefined) found.add(value);
    }
    if (expression.kind === 'if')
      for (const each of [expression.test, expression.then, expression.otherwise]) if (each !== undefined) visit(each);
    if (expression.kind === 'binary') for (const each of [expression.left, expression.right]) visit(each);
  };
  for (const part of template) if (typeof part !== 'string') visit(part);
  return [...found];
}

function urlOf(template: Template, lookup: (place: Place) => JsonValue | undefined): string | undefined {
  const parts = template.map((part) => (typeof part === 'string' ? part : valueOf(part, lookup)));
  return parts.some((part) => part === undefined) ? undefined : parts.map(String).join('').trim();
}

/** Every look-up in an expression. */
function placesIn(expression: Expression): readonly Place[] {
  const place = placeOf(expression);
  if (place !== undefined) return [place];
  switch (expression.kind) {
    case 'if':
      return [expression.test, expression.then, ...(expression.otherwise === undefined ? [] : [expression.otherwise])].flatMap(placesIn);
    case 'binary':
      return [expression.left, expression.right].flatMap(placesIn);
    case 'not':
    case 'negative':
    case 'filter':
    case 'test':
      return placesIn(expression.of);
    case 'member':
    case 'slice':
      return placesIn(expression.of);
    case 'call': {
      const [key] = expression.args;
      const isGet = expression.of.kind === 'member' && valueOf(expression.of.key, () => undefined) === 'get' && key !== undefined;
      const got = isGet && expression.of.kind === 'member' ? placeOf({ kind: 'member', of: expression.of.of, key }) : undefined;
      if (got !== undefined) return [got, ...expression.args.slice(1).flatMap(placesIn)];
      return [...(expression.of.kind === 'member' ? placesIn(expression.of.of) : []), ...expression.args.flatMap(placesIn)];
    }
    case 'list':
      return expression.items.flatMap(placesIn);
    case 'dict':
      return expression.entries.flatMap(([key, value]) => [...placesIn(key), ...placesIn(value)]);
    default:
      return [];
  }
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
