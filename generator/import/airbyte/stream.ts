import { block, entry, fromJson, isMapping, mapping, valueIn, type Draft, type DraftEntry, type DraftMap } from '../../draft/draft.js';
import type { JsonValue } from '../../shape.js';
import type { HookStub } from '../contract.js';
import { fieldsOf, withField, type SchemaOptions } from '../json-schema.js';
import { knows } from '../language.js';
import { CannotSay, cannot } from '../refuse.js';
import { isList, isObject, member, objectAt, textAt, type JsonObject } from '../values.js';
import { answersDraft, type AnswersDraft } from './answers.js';
import { authDraft, type AuthDraft } from './auth.js';
import { parametersOf } from './expand.js';
import { incrementalDraft, intervalOf, type IncrementalDraft } from './incremental.js';
import type { Options } from './options.js';
import { paginatorDraft, type PaginatorDraft } from './paginator.js';
import { partitionsDraft, type PartitionsDraft } from './partitions.js';
import { changesDraft, selectorDraft, type ChangesDraft, type RecordsDraft } from './records.js';
import type { Registry } from './registry.js';
import { addressOf, putInto, requestDraft, type Address, type RequestDraft, type Stub } from './request.js';
import { Scope } from './scope.js';

/** What all streams of a manifest share. */
export interface Shared {
  readonly options: Options;
  readonly registry: Registry;
  readonly schema: SchemaOptions;
  /** The JSON Schema of a file beside the manifest. */
  readonly schemaFile: (name: string) => JsonValue | undefined;
}

/** A stream that could be read: what it needs of the client, and how to finish it once every other one is read. */
export interface Half {
  readonly address: Address;
  readonly auth: AuthDraft;
  readonly answers: AnswersDraft;
  readonly hooks: readonly HookStub[];
  readonly differs: readonly string[];
  readonly isInner: boolean;
  /** `own`: entries of the endpoint that only the whole manifest tells, such as an auth of its own. */
  readonly finish: (path: string, own: readonly DraftEntry[]) => DraftMap;
}

/** What stands for something that cannot be said: a function to write. */
class Stubs {
  readonly hooks: HookStub[] = [];

  attempt<Value>(hook: HookStub['hook'], make: () => Value, otherwise: Value, part = ''): Value {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof CannotSay)) throw error;
      this.hooks.push({ hook, quoted: part === '' ? error.message : `${part}: ${error.message}` });
      return otherwise;
    }
  }
}

export function readStream(stream: JsonObject, name: string, shared: Shared, isInner: boolean): Half {
  const { options, registry } = shared;
  const type = textAt(stream, 'type');
  if (type !== 'DeclarativeStream') return cannot(`a ${type ?? 'stream of an unknown kind'}`);
  const retriever = objectAt(stream, 'retriever') ?? {};
  const retrieverType = textAt(retriever, 'type');
  if (retrieverType === 'AsyncRetriever') return cannot('an AsyncRetriever: a job that is created, polled and downloaded');
  const requester = objectAt(retriever, 'requester');
  if (requester === undefined) return cannot(`a retriever in Python: ${textAt(retriever, 'class_name') ?? String(retrieverType)}`);
  const stubs = new Stubs();
  if (retrieverType === 'CustomRetriever')
    stubs.hooks.push({ hook: 'request', quoted: `retriever: ${textAt(retriever, 'class_name') ?? ''}` });
  if (textAt(requester, 'type') === 'CustomRequester')
    stubs.hooks.push({ hook: 'request', quoted: `requester: ${textAt(requester, 'class_name') ?? ''}` });
  decoderOf(objectAt(retriever, 'decoder'));

  const sync = objectAt(stream, 'incremental_sync');
  const bare = new Scope(options, { ...parametersOf(stream), ...parametersOf(retriever) });
  const partitions = partitionsDraft(member(retriever, 'partition_router'), bare, registry);
  const formats = new Set<string>();
  const scope = new Scope(
    options,
    { ...parametersOf(stream), ...parametersOf(retriever) },
    { partitions: partitions.partitions, extra: partitions.extra, interval: intervalOf(sync), formats },
  );
  const stub: Stub = (part, make, otherwise) => stubs.attempt('request', make, otherwise, part);
  const address = addressOf(requester, scope, stub);
  const request = requestDraft(requester, scope, stub);
  const records = selectorDraft(objectAt(retriever, 'record_selector') ?? {}, scope);
  const paginator = paginatorDraft(objectAt(retriever, 'paginator'), scope, records.path, request.tokenParam);
  const auth = authDraft(objectAt(requester, 'authenticator'), scope);
  const answers = answersDraft(objectAt(requester, 'error_handler'), scope);
  const changes = stubs.attempt<ChangesDraft>('map', () => changesDraft(member(stream, 'transformations'), scope), {
    entries: [],
    added: [],
    hooks: [],
  });
  const incremental = incrementalOf(sync, scope, address, request, stubs);
  const hooks = [...records.hooks, ...paginator.hooks, ...changes.hooks, ...auth.hooks, ...stubs.hooks];
  const differs = [...partitions.differs, ...paginator.differs, ...answers.differs, ...(incremental?.differs ?? [])];
  const resource = registry.nameOf(name);
  return {
    address,
    auth,
    answers,
    hooks,
    differs,
    isInner,
    finish: (path, own) =>
      resourceDraft({
        resource,
        stream,
        path,
        own,
        isInner,
        partitions,
        request,
        address,
        records,
        paginator,
        answers,
        changes,
        incremental,
        shared,
      }),
  };
}

function decoderOf(decoder: JsonObject | undefined): DraftEntry | undefined {
  const type = textAt(decoder, 'type') ?? 'JsonDecoder';
  if (type === 'JsonDecoder') return undefined;
  if (type === 'JsonlDecoder') return entry('format', 'jsonl');
  if (type === 'CsvDecoder') return entry('format', 'csv');
  return cannot(`answers by ${type === 'CustomDecoder' ? (textAt(decoder, 'class_name') ?? type) : type}`);
}

/** A cursor in Python is left out: everything is read, and that is told. */
function incrementalOf(
  sync: JsonObject | undefined,
  scope: Scope,
  address: Address,
  request: RequestDraft,
  stubs: Stubs,
): IncrementalDraft | undefined {
  if (sync === undefined) return undefined;
  const text = JSON.stringify([address.path, address.query, request.params, request.headers, request.json ?? null, request.data ?? null]);
  const isNamed = { start: text.includes('{incremental.start_value}'), end: text.includes('{incremental.end_value}') };
  if (textAt(sync, 'type') === 'CustomIncrementalSync') {
    stubs.hooks.push({ hook: 'request', quoted: `incremental: ${textAt(sync, 'class_name') ?? ''}` });
    return isNamed.start ? cannot('its cursor is code, and stands in its requests') : undefined;
  }
  return incrementalDraft(sync, scope, isNamed);
}

interface Parts {
  readonly resource: string;
  readonly stream: JsonObject;
  readonly path: string;
  readonly own: readonly DraftEntry[];
  readonly isInner: boolean;
  readonly partitions: PartitionsDraft;
  readonly request: RequestDraft;
  readonly address: Address;
  readonly records: RecordsDraft;
  readonly paginator: PaginatorDraft;
  readonly answers: AnswersDraft;
  readonly changes: ChangesDraft;
  readonly incremental: IncrementalDraft | undefined;
  readonly shared: Shared;
}

function resourceDraft(parts: Parts): DraftMap {
  const { resource, stream, path, own, isInner, partitions, request, address, records, paginator, answers, changes, incremental, shared } =
    parts;
  const key = keyOf(stream);
  const params = new Map<string, DraftEntry>();
  const sent = new Set([
    ...paginator.params,
    ...(incremental?.words ?? []).flatMap((each) => (['start_param', 'end_param'].includes(each.key) ? [String(each.value)] : [])),
  ]);
  const isLinked = paginator.type === 'json_link' || paginator.type === 'header_link';
  for (const each of [
    ...request.firstOnly,
    ...address.query.map(([name, value]) => entry(name, value)),
    ...request.params,
    ...partitions.params,
    ...paginator.fixed.params,
  ])
    if (!sent.has(each.key)) params.set(each.key, each);
  const headers = new Map(
    [...request.headers, ...partitions.headers, ...paginator.fixed.headers, ...(incremental?.headers ?? [])].map((each) => [
      each.key.toLowerCase(),
      each,
    ]),
  );
  let json = request.json;
  for (const [place, placeholder] of [...partitions.body, ...(incremental?.body ?? [])])
    json = putInto(json, place.split('.'), placeholder);
  for (const place of paginator.bodyPaths) json = withoutAt(json, place.split('.'));
  const data = [...(request.data ?? []), ...paginator.fixed.data];
  if (request.firstOnly.length > 0 && !isLinked && paginator.type !== 'single_page') cannot('parameters of the first page only');
  const isCounting = paginator.type !== 'single_page';
  const endpoint = block(
    entry('path', path),
    request.method !== 'GET' && entry('method', request.method),
    params.size > 0 && entry('params', { entries: [...params.values()] }),
    headers.size > 0 && entry('headers', { entries: [...headers.values()] }),
    json !== undefined && entry('json', fromJson(json)),
    data.length > 0 && entry('data', { entries: data }),
    decoderOf(objectAt(objectAt(stream, 'retriever'), 'decoder')),
    ...records.selector,
    isCounting &&
      records.path.length > 0 &&
      knows('one object for a list') &&
      entry('single_object', 'record', 'why: as the engine, one object is one record'),
    records.filter,
    inLanguage(paginator.entry),
    incremental !== undefined && entry('incremental', block(...incremental.words)),
    answers.actions,
    answers.retry,
    ...own,
  );
  const fields = fieldEntries(stream, resource, key, changes, incremental, records, shared);
  return block(
    entry('name', resource),
    partitions.forEach.length > 0 && entry('for_each', { entries: partitions.forEach }),
    entry('endpoint', endpoint),
    ...keyEntries(key),
    isInner && entry('selected', false, 'why: it is there for its children'),
    ...changes.entries,
    fields.length > 0 && entry('fields', block(...fields)),
  );
}

/** Words that the language has not yet: what happens without them is told in the report of the language, not left in silence. */
function inLanguage(paginator: DraftEntry): DraftEntry {
  const { value } = paginator;
  if (!isMapping(value)) return paginator;
  const entries = value.entries.filter(
    ({ key }) => !(key === 'first_page' && !knows('the first page unsent')) && !(key === 'has_more_absent' && !knows('an absent has_more')),
  );
  return { ...paginator, value: { ...value, entries } };
}

function withoutAt(body: JsonValue | undefined, [key, ...rest]: readonly string[]): JsonValue | undefined {
  if (key === undefined || !isObject(body) || !Object.hasOwn(body, key)) return body;
  const { [key]: inner, ...others } = body;
  return rest.length === 0 ? others : { ...others, [key]: withoutAt(inner, rest) ?? null };
}

/** The fields of the primary key: one, several, or places inside of objects. */
function keyOf(stream: JsonObject): readonly string[] {
  const said = member(stream, 'primary_key');
  if (typeof said === 'string') return said === '' ? [] : [said];
  if (!isList(said)) return [];
  const names = said.flatMap((each) =>
    typeof each === 'string' ? [each] : isList(each) ? [each.filter((part) => typeof part === 'string').join('.')] : [],
  );
  return names.filter((each) => each !== '');
}

function keyEntries(key: readonly string[]): readonly (DraftEntry | false)[] {
  const [only, ...more] = key;
  if (only === undefined) return [];
  return [entry('primary_key', more.length === 0 ? only : key), entry('write_disposition', 'merge')];
}

function fieldEntries(
  stream: JsonObject,
  resource: string,
  key: readonly string[],
  changes: ChangesDraft,
  incremental: IncrementalDraft | undefined,
  records: RecordsDraft,
  { registry, schema, schemaFile }: Shared,
): readonly DraftEntry[] {
  const loaders = member(stream, 'schema_loader');
  const loader = isList(loaders) ? loaders.find(isObject) : isObject(loaders) ? loaders : undefined;
  const type = textAt(loader, 'type');
  const said =
    type === 'InlineSchemaLoader'
      ? member(loader, 'schema')
      : type === 'JsonFileSchemaLoader'
        ? schemaFile(textAt(stream, 'name') ?? '')
        : undefined;
  const declared = fieldsOf(said, schema) ?? [];
  const needed = registry.neededOf(resource);
  let fields = records.casts && knows('a cast') ? declared.map(withCast) : declared;
  const never = new Set([...key, ...needed]);
  if (fields.length === 0 && never.size === 0 && incremental === undefined) return [];
  for (const name of never) fields = withNever(fields, name.split('.'));
  if (incremental !== undefined) fields = withCursor(fields, incremental);
  for (const [name, type] of filtered(records))
    if (fields.length > 0 && !fields.some((each) => each.key === name)) fields = [...fields, entry(name, type)];
  for (const name of changes.added) if (!fields.some((each) => each.key === name)) fields = [...fields, entry(name, 'json')];
  return fields;
}

/** Fields that a filter looks at, with the type of what they are compared with. */
function filtered({ filter }: RecordsDraft): readonly (readonly [string, string])[] {
  const visit = (value: Draft | undefined): readonly (readonly [string, string])[] => {
    if (Array.isArray(value)) return value.flatMap((each: Draft) => visit(each));
    if (!isMapping(value)) return [];
    const [field, compared] = [valueIn(value, 'field'), valueIn(value, 'value')];
    if (typeof field !== 'string') return value.entries.flatMap((each) => visit(each.value));
    return [
      [
        field,
        typeof compared === 'number'
          ? 'number'
          : typeof compared === 'boolean'
            ? 'boolean'
            : typeof compared === 'string'
              ? 'string'
              : 'json',
      ],
    ];
  };
  return visit(filter?.value);
}

function withCast(field: DraftEntry): DraftEntry {
  const { value } = field;
  if (typeof value === 'string')
    return ['string', 'integer', 'number', 'boolean'].includes(value)
      ? { ...field, value: mapping(entry('type', value), entry('cast', true)) }
      : field;
  if (!isMapping(value)) return field;
  const type = valueIn(value, 'type');
  return typeof type === 'string' && ['string', 'integer', 'number', 'boolean'].includes(type)
    ? { ...field, value: { ...value, entries: [...value.entries, entry('cast', true)] } }
    : field;
}

const NEVER = entry('nullable', false);
const ID = mapping(entry('type', 'union'), entry('variants', ['string', 'integer']), NEVER);

/** A field of the key, or one that children need: of a plain type, and never null. */
function withNever(fields: readonly DraftEntry[], [name = '', ...rest]: readonly string[]): readonly DraftEntry[] {
  const field = fields.find(({ key }) => key === name);
  if (rest.length > 0) {
    return withField(
      fields,
      name,
      block(entry('type', 'object'), NEVER, entry('fields', block(...withNever(membersOf(field?.value), rest)))),
    );
  }
  const type = typeof field?.value === 'string' ? field.value : valueIn(field?.value, 'type');
  if (typeof type === 'string' && ['string', 'integer', 'boolean', 'date', 'datetime'].includes(type))
    return withField(fields, name, mapping(entry('type', type), NEVER), 'why: of a key, never null');
  if (type === 'number') return withField(fields, name, mapping(entry('type', 'number'), NEVER), 'why: of a key, never null');
  return withField(fields, name, ID, 'why: of a key, never null');
}

function withCursor(fields: readonly DraftEntry[], { cursor, field, note }: IncrementalDraft): readonly DraftEntry[] {
  const visit = (within: readonly DraftEntry[], [name = '', ...rest]: readonly string[]): readonly DraftEntry[] => {
    if (rest.length === 0) return withField(within, name, field, note);
    const members = membersOf(within.find(({ key }) => key === name)?.value);
    return withField(within, name, block(entry('type', 'object'), NEVER, entry('fields', block(...visit(members, rest)))));
  };
  return visit(fields, cursor.split('.'));
}

function membersOf(value: Draft | undefined): readonly DraftEntry[] {
  const fields = valueIn(value, 'fields');
  return isMapping(fields) ? fields.entries : [];
}
