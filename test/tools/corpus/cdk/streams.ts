import {
  isList,
  isObject,
  listAt,
  member,
  numberAt,
  objectAt,
  textAt,
  textsAt,
  type JsonObject,
} from '../../../../generator/import/values.js';
import type { JsonValue } from '../../../../generator/shape.js';

/** What the API of a manifest has to know of a stream, read from the manifest alone. */
export interface Served {
  readonly name: string;
  readonly method: string;
  /** Of the URL that its requests have, without what follows a question mark. */
  readonly url: RegExp;
  readonly literal: number;
  readonly selector: readonly string[];
  readonly keys: readonly string[];
  readonly cursor: { readonly field: string; readonly format: string; readonly bounds: readonly Bound[] } | undefined;
  readonly paging: Paging;
  readonly format: 'json' | 'jsonl' | 'csv';
  /** What Basic auth is given. */
  readonly basic: { readonly username: string; readonly password: string } | undefined;
  readonly isParent: boolean;
  readonly schema: JsonValue | undefined;
  /** Names of fields that the manifest speaks of: they are never null. */
  readonly spoken: string;
}

/** A parameter that bounds times. */
export interface Bound {
  readonly side: 'start' | 'end';
  readonly name: string;
  readonly format: string;
}

export interface Paging {
  readonly kind: 'none' | 'page' | 'offset' | 'token' | 'url' | 'last';
  /** The parameter, header or member of the body; undefined where it is part of the URL. */
  readonly param: string | undefined;
  readonly first: number;
  readonly size: number;
  /** Where the answer says what the next page is asked for by: members of the body, or of its headers. */
  readonly cursorPaths: readonly (readonly string[])[];
  readonly cursorHeader: string | undefined;
  /** Where it says whether there is more, with both values. */
  readonly signs: readonly { readonly path: readonly string[]; readonly more: JsonValue; readonly end: JsonValue }[];
  readonly lastField: readonly string[];
}

/** Every stream of a manifest, with parents that stand in others only; and, with why, those for which there is no API. */
export function servedOf(
  manifest: JsonValue,
  config: JsonValue,
  schemas: Readonly<Record<string, JsonValue>>,
): { readonly served: readonly Served[]; readonly without: ReadonlyMap<string, string> } {
  const served: Served[] = [];
  const without = new Map<string, string>();
  const parents = new Set(JSON.stringify(manifest).match(/"parent_key"/g) === null ? [] : parentsIn(manifest));
  const visit = (stream: JsonValue, isInner: boolean): void => {
    const name = textAt(stream, 'name') ?? '';
    const retriever = objectAt(stream, 'retriever') ?? {};
    if (!isInner || !served.some((each) => each.name === name)) {
      const made = one(stream, retriever, config, schemas[name], parents.has(name));
      if (typeof made === 'string') without.set(name, made);
      else served.push(made);
    }
    const router = member(retriever, 'partition_router');
    for (const each of isList(router) ? router : router === undefined ? [] : [router])
      for (const parent of listAt(each, 'parent_stream_configs')) visit(member(parent, 'stream') ?? null, true);
  };
  for (const stream of listAt(manifest, 'streams')) visit(stream, false);
  return { served, without };
}

function parentsIn(value: JsonValue): readonly string[] {
  if (isList(value)) return value.flatMap(parentsIn);
  if (!isObject(value)) return [];
  const own = textAt(objectAt(value, 'stream'), 'name');
  return [...(own === undefined ? [] : [own]), ...Object.values(value).flatMap(parentsIn)];
}

function one(
  stream: JsonValue,
  retriever: JsonObject,
  config: JsonValue,
  schema: JsonValue | undefined,
  isParent: boolean,
): Served | string {
  const inner = JSON.stringify(without(stream, ['schema_loader', 'partition_router']));
  const custom = /"type":"(Custom\w+|AsyncRetriever|CombinedExtractor)"/.exec(inner)?.[1];
  if (custom !== undefined) return `it has a ${custom}`;
  if (textAt(stream, 'type') !== 'DeclarativeStream') return `it is a ${textAt(stream, 'type') ?? 'stream without a type'}`;
  const requester = objectAt(retriever, 'requester') ?? {};
  const decoder = textAt(objectAt(retriever, 'decoder'), 'type') ?? 'JsonDecoder';
  if (!['JsonDecoder', 'JsonlDecoder', 'CsvDecoder'].includes(decoder)) return `its answers are read by a ${decoder}`;
  const parameters = { ...objectAt(stream, '$parameters'), ...objectAt(requester, '$parameters') };
  const filled = (text: string): string => plainText(text, parameters, config);
  const base = filled(textAt(requester, 'url') ?? textAt(requester, 'url_base') ?? '');
  const path = filled(textAt(requester, 'path') ?? '');
  const template = path === '' ? base : `${base.replace(/\/+$/, '')}/${path.replace(/^\/+/, '')}`;
  const url = (template.split('?')[0] ?? '').replace(/(?<=[^:/])\/{2,}/g, '/').replace(/\/+$/, '');
  const pieces = url.split(/\{\{.*?\}\}|\{%.*%\}/);
  const sync = objectAt(stream, 'incremental_sync');
  return {
    name: textAt(stream, 'name') ?? '',
    method: (textAt(requester, 'http_method') ?? 'GET').toUpperCase(),
    url: new RegExp(`^${pieces.map((each) => each.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[^?]+?')}/?$`),
    literal: pieces.join('').length,
    selector: listAt(objectAt(objectAt(retriever, 'record_selector'), 'extractor'), 'field_path').map((each) => filled(String(each))),
    keys: keysOf(member(stream, 'primary_key') ?? null),
    cursor: sync === undefined ? undefined : cursorOf(sync, requester),
    paging: pagingOf(objectAt(retriever, 'paginator'), requester, config),
    format: decoder === 'JsonDecoder' ? 'json' : decoder === 'JsonlDecoder' ? 'jsonl' : 'csv',
    basic: basicOf(objectAt(requester, 'authenticator'), filled),
    isParent,
    schema,
    spoken: JSON.stringify(without(stream, ['schema_loader'])),
  };
}

function basicOf(authenticator: JsonObject | undefined, filled: (text: string) => string): Served['basic'] {
  if (textAt(authenticator, 'type') !== 'BasicHttpAuthenticator') return undefined;
  const of = (key: string): string => filled(textAt(authenticator, key) ?? '').replace(/\{\{.*?\}\}/g, '');
  return { username: of('username'), password: of('password') };
}

function without(value: JsonValue, keys: readonly string[]): JsonValue {
  if (isList(value)) return value.map((each) => without(each, keys));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, inner]) => (keys.includes(key) ? [] : [[key, without(inner, keys)]])));
}

function keysOf(value: JsonValue): readonly string[] {
  if (typeof value === 'string') return [value];
  return isList(value) ? value.flatMap(keysOf) : [];
}

/** Parameters and options filled in where a template names nothing else. */
function plainText(text: string, parameters: JsonObject, config: JsonValue): string {
  return text.replace(/\{\{\s*(parameters|config)((?:\.\w+|\[['"][^'"]+['"]\])+)\s*\}\}/g, (whole, root: string, path: string) => {
    let value: JsonValue | undefined = root === 'config' ? config : parameters;
    for (const [, name, quoted] of path.matchAll(/\.(\w+)|\[['"]([^'"]+)['"]\]/g)) value = member(value, name ?? quoted ?? '');
    return typeof value === 'string' || typeof value === 'number' ? plainText(String(value), parameters, config) : whole;
  });
}

function cursorOf(sync: JsonObject, requester: JsonObject): Served['cursor'] {
  const field = textAt(sync, 'cursor_field') ?? '';
  const format = textsAt(sync, 'cursor_datetime_formats')[0] ?? textAt(sync, 'datetime_format') ?? '%Y-%m-%dT%H:%M:%SZ';
  const sent = textAt(sync, 'datetime_format') ?? format;
  const option = (key: string): string | undefined => {
    const found = objectAt(sync, key);
    return textsAt(found, 'field_name')[0] ?? (listAt(found, 'field_path').join('.') || undefined);
  };
  const bounds: Bound[] = [];
  for (const side of ['start', 'end'] as const) {
    const name = option(`${side}_time_option`) ?? writtenIn(requester, new RegExp(`stream_(?:slice|interval|partition)[^}]*${side}_time`));
    if (name !== undefined) bounds.push({ side, name, format: sent });
  }
  return { field, format, bounds };
}

/** The parameter of a request whose text says this. */
function writtenIn(requester: JsonObject, pattern: RegExp): string | undefined {
  for (const key of ['request_parameters', 'request_body_json', 'request_body_data', 'request_headers'])
    for (const [name, text] of Object.entries(objectAt(requester, key) ?? {}))
      if (typeof text === 'string' && pattern.test(text)) return name;
  return undefined;
}

const NO_PAGES: Paging = {
  kind: 'none',
  param: undefined,
  first: 0,
  size: 10,
  cursorPaths: [],
  cursorHeader: undefined,
  signs: [],
  lastField: [],
};

function pagingOf(paginator: JsonObject | undefined, requester: JsonObject, config: JsonValue): Paging {
  const strategy = objectAt(paginator, 'pagination_strategy');
  if (strategy === undefined) return NO_PAGES;
  const option = objectAt(paginator, 'page_token_option');
  const param =
    textsAt(option, 'field_name')[0] ?? (listAt(option, 'field_path').join('.') || undefined) ?? writtenIn(requester, /next_page_token/);
  const told = member(strategy, 'page_size');
  const size = Number(typeof told === 'string' ? plainText(told, {}, config) : (told ?? 10)) || 10;
  const first = numberAt(strategy, 'start_from_page') ?? 0;
  switch (textAt(strategy, 'type')) {
    case 'PageIncrement':
      return { ...NO_PAGES, kind: 'page', param, first, size };
    case 'OffsetIncrement':
      return { ...NO_PAGES, kind: 'offset', param, size };
    default: {
      const value = textAt(strategy, 'cursor_value') ?? '';
      const stop = textAt(strategy, 'stop_condition') ?? '';
      const lastField = pathsOf(value, 'last_record')[0];
      if (lastField !== undefined) return { ...NO_PAGES, kind: 'last', param, size, lastField, signs: signsOf(stop, []) };
      const cursorPaths = pathsOf(value, 'response');
      const header = /headers(?:\.get\(|\[)\s*['"]([\w-]+)['"]/.exec(value)?.[1];
      const isUrl = textAt(option, 'type') === 'RequestPath' || /headers.*link/i.test(value);
      return {
        ...NO_PAGES,
        kind: isUrl ? 'url' : 'token',
        param,
        size,
        cursorPaths,
        cursorHeader: cursorPaths.length === 0 ? header : undefined,
        signs: signsOf(stop, cursorPaths),
      };
    }
  }
}

/** `response.get('a', {})['b'].c` as paths. */
function pathsOf(text: string, root: string): readonly (readonly string[])[] {
  const whole = new RegExp(`\\b${root}((?:\\.get\\(\\s*['"][^'"]+['"]\\s*(?:,[^()]*)?\\)|\\[['"][^'"]+['"]\\]|\\.(?!get\\b)\\w+)+)`, 'g');
  return [...text.matchAll(whole)].map(([, path = '']) =>
    [...path.matchAll(/\.get\(\s*['"]([^'"]+)['"]|\[['"]([^'"]+)['"]\]|\.(?!get\b)(\w+)/g)].map(([, a, b, c]) => a ?? b ?? c ?? ''),
  );
}

function signsOf(stop: string, cursors: readonly (readonly string[])[]): Paging['signs'] {
  return pathsOf(stop, 'response')
    .filter((path) => !cursors.some((each) => each.join('.').startsWith(path.join('.'))))
    .map((path) =>
      /== *0|== *\[\]/.test(stop)
        ? { path, more: 1, end: 0 }
        : /<= *1/.test(stop)
          ? { path, more: 2, end: 1 }
          : /(?:==|is) *(?:true|True)/.test(stop) || !/(?:not |== *[fF]alse|is +[fF]alse|is none)/.test(stop)
            ? { path, more: false, end: true }
            : { path, more: true, end: false },
    );
}
