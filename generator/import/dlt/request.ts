import { entry, fromJson, type DraftEntry } from '../../draft/draft.js';
import type { JsonValue } from '../../shape.js';
import { cannot } from '../refuse.js';
import { isObject, member, objectAt, textAt, type JsonObject } from '../values.js';
import type { Context } from './context.js';
import { incrementalDraft, type IncrementalDraft } from './incremental.js';
import type { PaginatorDraft } from './paginator.js';
import { parentField, template, templates } from './text.js';

/** What dlt asks for: path, parameters, headers and body, in the words of a spec. */

interface Resolved {
  /** What `{name}` in the path stands for. */
  readonly names: ReadonlyMap<string, string>;
  readonly parents: readonly string[];
}

/** Parameters of the kind `{type: resolve, resource, field}`: their names stand in the path. */
export function resolvedParams(endpoint: JsonObject, context: Context): Resolved {
  const names = new Map<string, string>();
  const parents: string[] = [];
  for (const [name, value] of Object.entries(objectAt(endpoint, 'params') ?? {})) {
    if (textAt(value, 'type') !== 'resolve') continue;
    const [parent, field] = [textAt(value, 'resource') ?? '', textAt(value, 'field') ?? ''];
    names.set(name, parentField(context, parent, field));
    parents.push(context.nameOf(parent));
  }
  return { names, parents };
}

interface Address {
  readonly path: string;
  readonly query: readonly (readonly [string, string])[];
  readonly parents: readonly string[];
}

/** A path within the API; its query becomes parameters, and an absolute one of the same API relative. */
export function addressOf(path: string, baseUrl: string, context: Context, names: ReadonlyMap<string, string>): Address {
  let given = path.trim();
  if (/^https?:\/\//i.test(given)) {
    const base = baseUrl.replace(/\/?$/, '/');
    const sameOrigin = /^https?:\/\/[^/]*/i.exec(base)?.[0];
    if (given.startsWith(base)) given = given.slice(base.length);
    else if (sameOrigin !== undefined && given.startsWith(`${sameOrigin}/`) && base === `${sameOrigin}/`)
      given = given.slice(sameOrigin.length);
    else return cannot(`the path ${given.slice(0, 80)} is outside of base_url`);
  }
  const [bare = '', ...queries] = given.split('?');
  const query = queries.join('?') === '' ? [] : [...new URLSearchParams(queries.join('?'))];
  const made = template(bare, context, names);
  return {
    path: made,
    query: query.map(([name, value]) => [name, template(value, context, names)] as const),
    parents: [...made.matchAll(/\{resources\.([^.}]+)\./g)].map((match) => match[1] ?? ''),
  };
}

export function paramsOf(
  endpoint: JsonObject,
  query: Address['query'],
  paginator: PaginatorDraft,
  context: Context,
  differs: string[],
): { readonly entries: readonly DraftEntry[]; readonly incremental: IncrementalDraft | undefined } {
  const entries: DraftEntry[] = query.map(([name, value]) => entry(name, value));
  let incremental: IncrementalDraft | undefined;
  for (const [name, value] of Object.entries(objectAt(endpoint, 'params') ?? {})) {
    if (value === null || textAt(value, 'type') === 'resolve') continue;
    if (textAt(value, 'type') === 'incremental') incremental = incrementalDraft(value, context, name);
    else if (paginator.params.includes(name)) {
      if (paginator.type !== 'cursor' && paginator.type !== 'header_cursor')
        differs.push(`the parameter ${name} is dropped: the paginator sets it`);
      else if (typeof value === 'string' || typeof value === 'number')
        differs.push(`the first ${name}, ${value}, is dropped: write it as the paginator's cursor`);
    } else if (typeof value === 'boolean') entries.push(entry(name, value ? 'True' : 'False', 'why: what Python sends'));
    else entries.push(entry(name, fromJson(templates(value, context))));
  }
  return { entries, incremental };
}

/** `json` and `data`, without the nulls that a paginator fills in. */
export function bodyOf(
  endpoint: JsonObject,
  paginator: PaginatorDraft,
  context: Context,
  names: ReadonlyMap<string, string>,
): readonly (DraftEntry | undefined)[] {
  const json = member(endpoint, 'json');
  const data = member(endpoint, 'data');
  const filled = paginator.bodyPaths.reduce<JsonValue | undefined>(
    (body, path) => (body === undefined ? undefined : without(body, path.split('.'))),
    json,
  );
  return [
    filled === undefined || filled === null ? undefined : entry('json', fromJson(templates(filled, context, names))),
    data === undefined || data === null ? undefined : entry('data', fromJson(templates(data, context, names))),
  ];
}

function without(body: JsonValue, [key, ...rest]: readonly string[]): JsonValue {
  if (key === undefined || !isObject(body) || !Object.hasOwn(body, key)) return body;
  const { [key]: inner, ...others } = body;
  return rest.length === 0 ? others : { ...others, [key]: without(inner ?? null, rest) };
}
