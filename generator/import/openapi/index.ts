import { block, entry, fromJson, mapping, type DraftEntry, type DraftMap } from '../../draft/draft.js';
import type { Finding } from '../../detect/exchange.js';
import { singular } from '../../names.js';
import type { Importer, ImportOptions, Imported, Stream } from '../contract.js';
import { connectorName } from '../names.js';
import type { Source } from '../source.js';
import { isObject, objectAt, textAt, textsAt } from '../values.js';
import { clientDraft } from './client.js';
import { OpenApi, type Operation } from './document.js';
import { Fields } from './fields.js';
import { keyOf } from './keys.js';
import { lastWord, listOf, type ListOperation } from './lists.js';
import { PagingRules } from './paging.js';
import { boundOf } from './parents.js';
import { Schemas } from './schema.js';
import { namesOf } from './resource-names.js';
import { type Parts, namesIn, scalarType, pathDraft, paramsDraft, headersDraft, bodyDraft } from './request.js';

/** OpenAPI documents, 2.0 to 3.2: the operations that are lists. */
export const openapi: Importer = {
  name: 'openapi',
  what: 'an OpenAPI document',

  recognises: ({ value }) =>
    isObject(value) &&
    (textAt(value, 'openapi') !== undefined || textAt(value, 'swagger') !== undefined) &&
    objectAt(value, 'paths') !== undefined,

  read(source: Source, options: ImportOptions): Imported {
    const document = new OpenApi(source);
    const schemas = new Schemas(document);
    const operations = document.operations();
    const broken = new Map<ListOperation, readonly string[]>();
    const unread: { readonly operation: Operation; readonly references: readonly string[] }[] = [];
    document.broken();
    const lists = operations.flatMap((each) => {
      const found = listOf(document, schemas, each);
      const wrong = document.broken();
      if (found !== undefined && wrong.length > 0) broken.set(found, wrong);
      else if (wrong.length > 0 && each.method === 'GET') unread.push({ operation: each, references: wrong });
      return found ?? [];
    });
    const names = namesOf(lists);
    const chosen = withParents(
      lists.filter((each) => options.wants(names.get(each) ?? '', tagsOf(each))),
      lists,
      schemas,
    );
    const byPath = new Map(lists.filter(({ operation }) => operation.method === 'GET').map((each) => [each.operation.path, each]));
    const paging = new PagingRules(document, schemas, lists);
    const fields = new Fields(
      schemas,
      { strict: options.strict },
      chosen.map(({ row }) => row),
      [...names.values()].map((each) => singular(each)),
    );
    const config = new Map<string, DraftMap>();
    const needed = new Map<ListOperation, Set<string>>();
    const bounds = new Map(chosen.map((each) => [each, boundOf(each, byPath, schemas)]));
    for (const all of bounds.values())
      for (const { parent, field } of all)
        if (parent !== undefined && field !== undefined) needed.set(parent, (needed.get(parent) ?? new Set()).add(field.value));
    const {
      client,
      config: serverConfig,
      notes,
    } = clientDraft(
      document,
      chosen.map(({ operation }) => operation),
      options,
    );
    const streams = chosen.map((list): Stream => {
      const found = paging.of(list);
      const resource = names.get(list) ?? '';
      const draft = resourceDraft({
        list,
        resource,
        found,
        bounds: bounds.get(list) ?? [],
        names,
        schemas,
        document,
        fields,
        config,
        needed: [...(needed.get(list) ?? [])],
      });
      return {
        name: resource,
        resource,
        tags: tagsOf(list),
        place: source.placeOf(list.operation.pointer),
        draft,
        hooks: [],
        differs: [
          `${list.operation.method} ${list.operation.path}`,
          ...(broken.get(list) ?? []).map((each) => `the reference ${each} leads nowhere`),
        ],
        shown: [`${list.operation.method} ${list.operation.path}`, String(found.value.paginator['type']), found.sure ? 'sure' : 'look'],
      };
    });
    const leftOut = unread
      .map(({ operation, references }): Stream => ({
        name: `${operation.method} ${operation.path}`,
        tags: [...textsAt(operation.value, 'tags'), operation.path],
        place: source.placeOf(operation.pointer),
        hooks: [],
        differs: [],
        reason: `whether it is a list cannot be told: ${references.map((each) => `the reference ${each} leads nowhere`).join(', ')}`,
      }))
      .filter(({ name, tags }) => options.wants(name, tags));
    const others = operations.length - lists.length - unread.length;
    return {
      name:
        options.name ??
        connectorName(
          textAt(objectAt(document.root, 'info'), 'title')
            ?.replace(/\b(?:the|api|rest|openapi|specification|v\d+)\b/gi, ' ')
            .trim() ?? 'api',
        ),
      client,
      config: new Map([...serverConfig, ...config]),
      records: fields.records,
      streams: [...streams, ...leftOut],
      notes: [...notes, `${others === 1 ? '1 operation is' : `${others} operations are`} no list`],
    };
  },
};

function tagsOf({ operation }: ListOperation): readonly string[] {
  return [...textsAt(operation.value, 'tags'), operation.path];
}

/** The lists, and the parents that their paths name. */
function withParents(wanted: readonly ListOperation[], all: readonly ListOperation[], schemas: Schemas): readonly ListOperation[] {
  const byPath = new Map(all.filter(({ operation }) => operation.method === 'GET').map((each) => [each.operation.path, each]));
  const kept = new Set<ListOperation>();
  const keep = (list: ListOperation): void => {
    if (kept.has(list)) return;
    kept.add(list);
    for (const { parent } of boundOf(list, byPath, schemas)) if (parent !== undefined) keep(parent);
  };
  for (const list of wanted) keep(list);
  return all.filter((each) => kept.has(each));
}

function note({ sure, reason }: Finding<unknown>): string {
  return `${sure ? 'why' : 'LOOK'}: ${reason}`;
}

function resourceDraft(parts: Parts): DraftMap {
  const { list, resource, found, bounds, names, schemas, fields, needed } = parts;
  const { operation } = list;
  const row = schemas.of(list.row);
  const key = list.isScalar ? undefined : keyOf(schemas, row, lastWord(operation.path), namesIn(operation.path));
  const { path, pathNote } = pathDraft(operation.path, bounds, names, parts.config);
  const params = paramsDraft(parts);
  const json = bodyDraft(parts);
  const description = (textAt(operation.value, 'summary') ?? '').replace(/\s+/g, ' ').trim().slice(0, 160);
  const rows = list.isScalar ? [entry('value', scalarType(row.types[0]))] : fields.row(list.row);
  const never = new Set([...(key === undefined ? [] : [key.value]), ...needed]);
  return block(
    entry('name', resource),
    description !== '' && entry('description', description),
    entry(
      'endpoint',
      block(
        { ...entry('path', path), ...(pathNote === undefined ? {} : { note: pathNote }) },
        operation.method !== 'GET' && entry('method', operation.method),
        params.length > 0 && entry('params', { entries: params }),
        headersDraft(parts),
        json,
        list.format !== 'json' && entry('format', list.format),
        entry('data_selector', list.selector, list.path.length === 0 ? undefined : `${list.isSure ? 'why' : 'LOOK'}: ${list.reason}`),
        list.isScalar && entry('reshape', mapping(entry('scalars_to_rows', 'value')), 'why: the list holds plain values'),
        entry('paginator', fromJson(found.value.paginator), note(found)),
      ),
    ),
    key !== undefined &&
      entry('primary_key', key.value, key.sure ? 'why: an id, never null whatever the document says' : `LOOK: ${key.reason}`),
    key !== undefined && entry('write_disposition', 'merge'),
    rows.length > 0 && entry('fields', block(...withNever(rows, never))),
  );
}

function withNever(fields: readonly DraftEntry[], names: ReadonlySet<string>): readonly DraftEntry[] {
  const plain = (each: DraftEntry): DraftMap => {
    const value = each.value;
    if (typeof value === 'string') return mapping(entry('type', value), entry('nullable', false));
    if (typeof value === 'object' && value !== null && 'entries' in value && typeof value.entries === 'object')
      return { ...value, entries: [...value.entries.filter(({ key }) => key !== 'nullable'), entry('nullable', false)] };
    return mapping(entry('type', 'string'), entry('nullable', false));
  };
  return fields.map((each) => (names.has(each.key) ? { ...each, value: plain(each) } : each));
}
