import { block, entry, fromJson, mapping, type DraftEntry, type DraftMap } from '../../draft/draft.js';
import { literalText } from '../../draft/literal.js';
import type { Finding } from '../../detect/exchange.js';
import { nameOf, singular } from '../../names.js';
import type { Importer, ImportOptions, Imported, Stream } from '../contract.js';
import { connectorName, Names } from '../names.js';
import type { Source } from '../source.js';
import { isObject, listAt, member, objectAt, textAt, textsAt } from '../values.js';
import { clientDraft } from './client.js';
import { OpenApi, type Parameter } from './document.js';
import { Fields } from './fields.js';
import { keyOf } from './keys.js';
import { lastWord, listOf, type ListOperation } from './lists.js';
import { PagingRules } from './paging.js';
import type { PagingDraft } from './paging-view.js';
import { boundOf, type Bound } from './parents.js';
import { isArray, isObjectShape, Schemas } from './schema.js';

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
    document.broken();
    const lists = operations.flatMap((each) => {
      const found = listOf(document, schemas, each);
      const wrong = document.broken();
      if (found !== undefined && wrong.length > 0) broken.set(found, wrong);
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
    const others = operations.length - lists.length;
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
      streams,
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

/** So many words of a path make a name. */
const MOST_WORDS = 5;

/** Names by the words of the path: the last one, and as many before it as tell the list from others. */
function namesOf(lists: readonly ListOperation[]): ReadonlyMap<ListOperation, string> {
  const wanted = new Map(lists.map((list) => [list, wordsOf(list)]));
  const counts = new Map<string, number>();
  for (const all of wanted.values()) for (const each of all) counts.set(each.kebab, (counts.get(each.kebab) ?? 0) + 1);
  const names = new Names();
  const made = new Map<ListOperation, string>();
  // a path that has no other words is called by the one it has
  for (const [list, [only, ...more]] of wanted)
    if (only !== undefined && more.length === 0 && names.isFree(only.text)) made.set(list, names.fresh(only.text));
  return new Map(
    lists.map((list) => {
      const all = wanted.get(list) ?? [];
      const unique = all.find(({ kebab }) => counts.get(kebab) === 1);
      return [list, made.get(list) ?? names.fresh(unique?.text ?? longName(list, all.at(-1)?.text ?? 'list'))];
    }),
  );
}

/** The names that a list may have, the shortest first; each once. */
function wordsOf({ operation }: ListOperation): readonly { readonly text: string; readonly kebab: string }[] {
  const parts = operation.path
    .split('/')
    .filter((part) => part !== '' && !part.includes('{'))
    .map((part) => part.replace(/\.json$/, ''))
    .filter((part) => !/^v\d/.test(part));
  const end = lastWord(operation.path);
  const at = Math.max(0, parts.lastIndexOf(end));
  const texts = Array.from({ length: MOST_WORDS }, (_, index) =>
    parts[at] === end ? parts.slice(Math.max(0, at - index), at + 1).join('_') : end,
  );
  return [...new Map(texts.map((text) => [nameOf(text).kebab, text]))].map(([kebab, text]) => ({ text, kebab }));
}

/** Where words of the path do not tell lists apart, the id of the operation does. */
function longName({ operation, id }: ListOperation, otherwise: string): string {
  const said = textAt(operation.value, 'operationId');
  return said ?? `${otherwise}_${id}`;
}

interface Parts {
  readonly list: ListOperation;
  readonly resource: string;
  readonly found: Finding<PagingDraft>;
  readonly bounds: readonly Bound[];
  readonly names: ReadonlyMap<ListOperation, string>;
  readonly schemas: Schemas;
  readonly document: OpenApi;
  readonly fields: Fields;
  readonly config: Map<string, DraftMap>;
  readonly needed: readonly string[];
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

/** The parameters of a path. */
function namesIn(path: string): readonly string[] {
  return [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name);
}

function scalarType(type: string | undefined): string {
  return type !== undefined && ['string', 'integer', 'number', 'boolean'].includes(type) ? type : 'string';
}

/** The path with its values filled in: by parents, or by options. */
function pathDraft(
  path: string,
  bounds: readonly Bound[],
  names: ReadonlyMap<ListOperation, string>,
  config: Map<string, DraftMap>,
): { readonly path: string; readonly pathNote: string | undefined } {
  const notes: string[] = [];
  const bare = path.split(/[?#]/, 1).join('');
  const made = bare.replace(/\{([^{}]+)\}/g, (_, param: string) => {
    const bound = bounds.find((each) => each.param === param);
    const parent = bound?.parent === undefined ? undefined : names.get(bound.parent);
    if (bound?.field !== undefined && parent !== undefined) {
      notes.push(
        `${bound.field.sure ? 'why' : 'LOOK'}: each of ${parent}, by its ${bound.field.value}${bound.field.sure ? '' : `, for ${bound.field.reason}`}`,
      );
      return `{resources.${parent}.${bound.field.value}}`;
    }
    return `{config.${optionFor(param, config)}}`;
  });
  return { path: made, pathNote: notes[0] };
}

function optionFor(param: string, config: Map<string, DraftMap>, facts?: DraftMap): string {
  const made = param.replace(/[^A-Za-z0-9_]+/g, '_').replace(/^_+|(?<!_)_+$/g, '');
  const safe =
    /^[A-Za-z]/.test(made) && !/^(?:base_?url|token|api_?key|username|password|fetch|signal)$/i.test(made) ? made : `option_${made}`;
  if (!config.has(safe)) config.set(safe, facts ?? mapping(entry('type', 'string')));
  return safe;
}

/** Parameters that every request needs: required ones, and sizes where the paginator has none. */
function paramsDraft({ list, found, config }: Parts): readonly DraftEntry[] {
  const fixed = found.value.fixed.map(([name, value]) => entry(name, value));
  const query = [...new URLSearchParams(list.operation.path.split('?').slice(1).join('?'))].map(([name, value]) =>
    entry(name, literalText(value)),
  );
  const required = list.operation.parameters
    .filter(
      (each) =>
        each.in === 'query' && each.isRequired && !found.value.params.includes(each.name) && !fixed.some(({ key }) => key === each.name),
    )
    .map((each) => valueEntry(each, config));
  return [...query, ...required, ...fixed];
}

function headersDraft({ list, config }: Parts): DraftEntry | undefined {
  const headers = list.operation.parameters
    .filter(
      (each) =>
        each.in === 'header' &&
        each.isRequired &&
        !/^(?:authorization|content-type|accept|user-agent|host)$|key|token|secret/i.test(each.name),
    )
    .map((each) => valueEntry(each, config));
  return headers.length === 0 ? undefined : entry('headers', { entries: headers.map((each) => ({ ...each, value: String(each.value) })) });
}

/** What a required parameter is: its one value, its default, or an option. */
function valueEntry({ name, schema, description }: Parameter, config: Map<string, DraftMap>): DraftEntry {
  const usual =
    member(schema, 'const') ?? member(schema, 'default') ?? (listAt(schema, 'enum').length === 1 ? listAt(schema, 'enum')[0] : undefined);
  if (typeof usual === 'string') return entry(name, literalText(usual));
  if (typeof usual === 'number' || typeof usual === 'boolean') return entry(name, usual);
  const type = textsAt(schema, 'type')[0];
  const word = type === 'integer' || type === 'number' || type === 'boolean' ? type : 'string';
  const said = description.replace(/\s+/g, ' ').trim().slice(0, 120);
  const facts = mapping(entry('type', word), said !== '' && entry('description', said));
  return entry(name, `{config.${optionFor(name, config, facts)}}`, 'LOOK: the API wants it; the document has no default');
}

/** What the body of a search has to have: defaults, single values, or options. */
function bodyDraft({ list, found, config, schemas, document }: Parts): DraftEntry | undefined {
  if (list.operation.method === 'GET') return undefined;
  const body = document.body(list.operation);
  if (body === undefined) return undefined;
  const shape = schemas.of(body);
  const members = [...schemas.properties(shape)].flatMap(([name, value]): DraftEntry[] => {
    if (!shape.required.has(name) || found.value.bodyPaths.includes(name)) return [];
    const inner = schemas.of(value);
    if (isObjectShape(inner)) return [entry(name, mapping(), 'LOOK: the API wants an object')];
    if (isArray(inner)) return [entry(name, [], 'LOOK: the API wants a list')];
    const parameter = { name, in: 'body', isRequired: true, schema: inner.value, description: inner.description, value: inner.value };
    return [valueEntry(parameter, config)];
  });
  return members.length === 0 ? undefined : entry('json', { entries: members });
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
