import type { DraftEntry, DraftMap } from '../../draft/draft.js';
import type { HookStub } from '../contract.js';
import { knows } from '../language.js';
import { CannotSay, cannot } from '../refuse.js';
import { isList, member, objectAt, textAt, type JsonObject } from '../values.js';
import { answersDraft, type AnswersDraft } from './answers.js';
import { authDraft, type AuthDraft } from './auth.js';
import { changesDraft, isWritten, NO_CHANGES, whereItStands, type ChangesDraft } from './changes.js';
import { parametersOf } from './expand.js';
import { incrementalDraft, intervalOf, type IncrementalDraft } from './incremental.js';
import type { Shared } from './fields.js';
import { JOB_ANSWERS, jobDraft } from './job.js';
import { paginatorDraft } from './paginator.js';
import { partitionsDraft } from './partitions.js';
import { selectorDraft } from './records.js';
import { addressOf, requestDraft, type Address, type RequestDraft, type Stub } from './request.js';
import { decoderOf, resourceDraft } from './resource.js';
import { Scope } from './scope.js';

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
      parent: partitions.parents[0],
      interval: {
        ...intervalOf(sync),
        ...(textAt(sync, 'type') === 'DatetimeBasedCursor' ? { cursor: bare.say(textAt(sync, 'cursor_field') ?? '') } : {}),
      },
      formats,
      ...(isJob ? { answers: JOB_ANSWERS } : {}),
    },
  );
  const stub: Stub = (part, make, otherwise) => stubs.attempt('request', make, otherwise, part);
  const address = addressOf(requester, scope, stub);
  const request = requestDraft(requester, isJob ? scope : scope.sending(), stub);
  const job = isJob ? jobDraft(retriever, scope, address, stub) : undefined;
  const records = selectorDraft(objectAt(retriever, 'record_selector') ?? {}, scope);
  const paginator = paginatorDraft(objectAt(retriever, 'paginator'), scope, records.path, request.tokenParam);
  const isLinked = ['json_link', 'header_link', 'single_page'].includes(paginator.type);
  if (!isLinked)
    for (const { key, value } of request.firstOnly)
      stubs.hooks.push({ hook: 'request', quoted: `of the first page only: the parameter ${key}, ${String(value)}` });
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
    ...(request.method === 'GET' && (request.json !== undefined || [...(request.data ?? []), ...paginator.fixed.data].length > 0)
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
        request: isLinked ? request : { ...request, firstOnly: [] },
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
