import { block, entry, fromJson, isMapping, mapping, type DraftEntry, type DraftMap } from '../../draft/draft.js';
import type { JsonValue } from '../../shape.js';
import type { HookStub } from '../contract.js';
import { knows } from '../language.js';
import { CannotSay, cannot } from '../refuse.js';
import { isList, isObject, member, objectAt, textAt, type JsonObject } from '../values.js';
import { answersDraft, type AnswersDraft } from './answers.js';
import { authDraft, type AuthDraft } from './auth.js';
import { changesDraft, isWritten, NO_CHANGES, whereItStands, type ChangesDraft } from './changes.js';
import { parametersOf } from './expand.js';
import { incrementalDraft, intervalOf, type IncrementalDraft } from './incremental.js';
import { fieldEntries, type Shared } from './fields.js';
import { JOB_ANSWERS, jobDraft, type JobDraft } from './job.js';
import { paginatorDraft, type PaginatorDraft } from './paginator.js';
import { partitionsDraft, type PartitionsDraft } from './partitions.js';
import { selectorDraft, type RecordsDraft } from './records.js';
import { addressOf, putInto, requestDraft, type Address, type RequestDraft, type Stub } from './request.js';
import { Scope, short } from './scope.js';

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
  const isJob = retrieverType === 'AsyncRetriever';
  const requester = objectAt(retriever, isJob ? 'creation_requester' : 'requester');
  if (requester === undefined && isJob) return cannot('an AsyncRetriever without a request that creates its job');
  if (requester === undefined) return cannot(`a retriever in Python: ${textAt(retriever, 'class_name') ?? String(retrieverType)}`);
  const stubs = new Stubs();
  if (retrieverType === 'CustomRetriever')
    stubs.hooks.push({ hook: 'request', quoted: `retriever: ${textAt(retriever, 'class_name') ?? ''}` });
  if (textAt(requester, 'type') === 'CustomRequester')
    stubs.hooks.push({ hook: 'request', quoted: `requester: ${textAt(requester, 'class_name') ?? ''}` });
  if (!isJob) decoderOf(objectAt(retriever, 'decoder'));

  const sync = objectAt(stream, 'incremental_sync');
  const bare = new Scope(options, { ...parametersOf(stream), ...parametersOf(retriever) });
  const partitions = partitionsDraft(member(retriever, 'partition_router'), bare, registry, partitionNames(retriever, sync));
  const formats = new Set<string>();
  const scope = new Scope(
    options,
    { ...parametersOf(stream), ...parametersOf(retriever) },
    {
      partitions: partitions.partitions,
      extra: partitions.extra,
      interval: intervalOf(sync),
      formats,
      ...(isJob ? { answers: JOB_ANSWERS } : {}),
    },
  );
  const stub: Stub = (part, make, otherwise) => stubs.attempt('request', make, otherwise, part);
  const address = addressOf(requester, scope, stub);
  const request = requestDraft(requester, scope, stub);
  const job = isJob ? jobDraft(retriever, scope, address, stub) : undefined;
  const records = selectorDraft(objectAt(retriever, 'record_selector') ?? {}, scope);
  const paginator = paginatorDraft(objectAt(retriever, 'paginator'), scope, records.path, request.tokenParam);
  const auth = authDraft(objectAt(requester, 'authenticator'), scope);
  const answers = answersDraft(objectAt(requester, 'error_handler'), scope);
  const changes = stubs.attempt<ChangesDraft>('map', () => changesDraft(member(stream, 'transformations'), scope), NO_CHANGES);
  const unfound: string[] = [];
  const incremental = incrementalOf(whereItStands(sync, changes, unfound), scope, address, request, stubs);
  const hooks = [...partitions.hooks, ...records.hooks, ...paginator.hooks, ...changes.hooks, ...auth.hooks, ...stubs.hooks];
  const key = keyOf(stream).flatMap((name) => {
    if (!isWritten(changes, name)) return [name];
    const from = changes.moved.get(name);
    if (from !== undefined && (from.length === 1 || knows('a nested key'))) return [from.join('.')];
    unfound.push(`its key has ${name}, which a function adds: it has no key here`);
    return [];
  });
  const differs = [
    ...(request.method === 'GET' && (request.json !== undefined || (request.data ?? []).length > 0)
      ? ['the body of its GET is not sent']
      : []),
    ...partitions.differs,
    ...(job?.differs ?? []),
    ...paginator.differs,
    ...answers.differs,
    ...changes.differs,
    ...(incremental?.differs ?? []),
    ...unfound,
  ];
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
        key: unfound.some((each) => each.startsWith('its key')) ? [] : key,
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
        job,
        shared,
      }),
  };
}

/** What templates of the stream call its partitions, aside from bounds. */
function partitionNames(retriever: JsonObject, sync: JsonObject | undefined): readonly string[] {
  const text = JSON.stringify([member(retriever, 'requester') ?? null]);
  const { start, end } = intervalOf(sync);
  const found = [...text.matchAll(/stream_(?:partition|slice)(?:\.get\(['"\\]+|\[['"\\]+|\.)([A-Za-z_]\w*)/g)].map(([, name = '']) => name);
  return [...new Set(found)].filter(
    (name) => ![start, end, 'get', 'start_time', 'end_time', 'extra_fields', 'parent_slice'].includes(name),
  );
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
  const text = JSON.stringify([
    address.path,
    address.query,
    request.params,
    request.firstOnly,
    request.headers,
    request.json ?? null,
    request.data ?? null,
  ]);
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
  readonly key: readonly string[];
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
  readonly job: JobDraft | undefined;
  readonly shared: Shared;
}

function resourceDraft(parts: Parts): DraftMap {
  const { resource, stream, key, path, own, isInner, partitions, request, address, records, paginator, answers, changes, incremental } =
    parts;
  const { shared, job } = parts;
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
  const isPaged = paginator.type !== 'single_page';
  const isBare = request.method === 'GET' && (json !== undefined || data.length > 0);
  const endpoint = block(
    entry(
      'path',
      path,
      isBare ? `LOOK: the source sends a body with GET, which is left out: ${short(JSON.stringify(json ?? null))}` : undefined,
    ),
    request.method !== 'GET' && entry('method', request.method),
    params.size > 0 && entry('params', { entries: [...params.values()] }),
    headers.size > 0 && entry('headers', { entries: [...headers.values()] }),
    json !== undefined && !isBare && entry('json', fromJson(json)),
    data.length > 0 && !isBare && entry('data', { entries: data }),
    ...(job === undefined
      ? [decoderOf(objectAt(objectAt(stream, 'retriever'), 'decoder'))]
      : [job.entryFor(path.slice(0, -(address.path.replace(/^\/+/, '').length + 1))), ...job.files]),
    ...records.selector,
    isPaged &&
      (records.path.length > 0 || readsBody(paginator)) &&
      knows('one object for a list') &&
      entry('single_object', 'record', 'why: as the engine, one object is one record'),
    records.filter,
    job === undefined && inLanguage(paginator.entry),
    incremental !== undefined && entry('incremental', block(...incremental.words)),
    answers.actions,
    answers.retry,
    ...own,
  );
  const fields = withLast(fieldEntries(stream, resource, key, changes, incremental, records, shared), paginator);
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

/** Whether a paginator looks into bodies: then they are objects, and where no list is named, each is a record. */
function readsBody({ entry: { value } }: PaginatorDraft): boolean {
  return (
    isMapping(value) &&
    value.entries.some(
      ({ key, value: path }) =>
        ['next_url_path', 'cursor_path', 'has_more_path', 'total_path'].includes(key) && !/^last\b/.test(String(path)),
    )
  );
}

/** The fields, with the one of the last record that the next page is asked for by. */
function withLast(fields: readonly DraftEntry[], { entry: { value } }: PaginatorDraft): readonly DraftEntry[] {
  const path = isMapping(value) ? value.entries.find(({ key }) => key === 'cursor_path')?.value : undefined;
  const name = typeof path === 'string' ? /^last\.([A-Za-z_][\w-]*)$/.exec(path)?.[1] : undefined;
  if (name === undefined || fields.some(({ key }) => key === name)) return fields;
  const type = mapping(entry('type', 'union'), entry('variants', ['string', 'integer']));
  return [...fields, entry(name, type, 'why: the next page is asked for by it')];
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
