import { block, entry, fromJson, isMapping, mapping, type DraftEntry, type DraftMap } from '../../draft/draft.js';
import type { JsonValue } from '../../shape.js';
import { knows } from '../language.js';
import { cannot } from '../refuse.js';
import { isObject, objectAt, textAt, type JsonObject } from '../values.js';
import type { AnswersDraft } from './answers.js';
import type { ChangesDraft } from './changes.js';
import { fieldEntries, type Shared } from './fields.js';
import type { IncrementalDraft } from './incremental.js';
import type { JobDraft } from './job.js';
import type { PaginatorDraft } from './paging-parts.js';
import type { PartitionsDraft } from './partitions.js';
import type { RecordsDraft } from './records.js';
import { putInto, type Address, type RequestDraft } from './request.js';
import { short } from './scope.js';

export function decoderOf(decoder: JsonObject | undefined): DraftEntry | undefined {
  const type = textAt(decoder, 'type') ?? 'JsonDecoder';
  if (type === 'JsonDecoder') return undefined;
  if (type === 'JsonlDecoder') return entry('format', 'jsonl');
  if (type === 'CsvDecoder') return entry('format', 'csv');
  return cannot(`answers by ${type === 'CustomDecoder' ? (textAt(decoder, 'class_name') ?? type) : type}`);
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

/** A stream as a resource of the spec. */
export function resourceDraft(parts: Parts): DraftMap {
  const { resource, stream, key, path, own, isInner, partitions, request, address, records, paginator, answers, changes, incremental } =
    parts;
  const { shared, job } = parts;
  const params = new Map<string, DraftEntry>();
  const sent = new Set([
    ...paginator.params,
    ...(incremental?.words ?? []).flatMap((each) => (['start_param', 'end_param'].includes(each.key) ? [String(each.value)] : [])),
  ]);
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
  // a list made by code that only code names: it is for the hook to know
  const text = JSON.stringify(endpoint);
  const lists = partitions.forEach.filter(({ key, note }) => note === undefined || text.includes(`{for_each.${key}}`));
  return block(
    entry('name', resource),
    lists.length > 0 && entry('for_each', { entries: lists }),
    partitions.group !== undefined && entry('group', partitions.group),
    entry('endpoint', endpoint),
    ...keyEntries(key),
    partitions.nullable.length > 0 && entry('on_null_parent', 'skip', 'why: what it is read for is no key of the parent'),
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
  const names = typeof path === 'string' ? /^last\.([A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*)$/.exec(path)?.[1]?.split('.') : undefined;
  return names === undefined ? fields : withPlace(fields, names);
}

function withPlace(fields: readonly DraftEntry[], [name = '', ...rest]: readonly string[]): readonly DraftEntry[] {
  const note = 'why: the next page is asked for by it';
  const known = fields.find(({ key }) => key === name);
  if (rest.length === 0) {
    const type = mapping(entry('type', 'union'), entry('variants', ['string', 'integer']));
    return known === undefined ? [...fields, entry(name, type, note)] : fields;
  }
  const inner = isMapping(known?.value) ? known.value.entries.find(({ key }) => key === 'fields')?.value : undefined;
  const members = withPlace(isMapping(inner) ? inner.entries : [], rest);
  const made = entry(name, block(entry('type', 'object'), entry('nullable', false), entry('fields', block(...members))), note);
  return known === undefined ? [...fields, made] : fields.map((each) => (each.key === name ? made : each));
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

function keyEntries(key: readonly string[]): readonly (DraftEntry | false)[] {
  const [only, ...more] = key;
  if (only === undefined) return [];
  return [entry('primary_key', more.length === 0 ? only : key), entry('write_disposition', 'merge')];
}
