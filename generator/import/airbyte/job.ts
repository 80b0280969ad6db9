import { block, entry, fromJson, type DraftEntry, type DraftMap } from '../../draft/draft.js';
import { selectorOf } from '../../detect/body.js';
import { cannot } from '../refuse.js';
import { isList, listAt, member, numberAt, objectAt, textAt, type JsonObject } from '../values.js';
import { addressOf, requestDraft, type Address, type Stub } from './request.js';
import type { Scope } from './scope.js';

/** A job in the words of a spec. */
export interface JobDraft {
  /** `prefix`: what stands before its paths, where several addresses share one base URL. */
  readonly entryFor: (prefix: string) => DraftEntry;
  /** What its files are: format, compression, csv. */
  readonly files: readonly DraftEntry[];
  readonly differs: readonly string[];
}

/** What templates call the answers about a job, and what a spec does. */
export const JOB_ANSWERS: ReadonlyMap<string, string> = new Map([
  ['creation_response', 'job'],
  ['polling_response', 'poll'],
]);

/** A request, once it is known what stands before its path. */
type Request = (prefix: string) => readonly DraftEntry[];

/** An AsyncRetriever. `created`: where its job is created; the other requests go there, too. */
export function jobDraft(retriever: JsonObject, scope: Scope, created: Address, stub: Stub): JobDraft {
  const request = (key: string, usual: string): Request => {
    const requester = objectAt(retriever, key) ?? cannot(`a job without ${key}`);
    if (textAt(requester, 'type') !== 'HttpRequester') return cannot(`${key} in Python: ${textAt(requester, 'class_name') ?? ''}`);
    const address = addressOf(requester, scope, stub);
    if (JSON.stringify(address.base) !== JSON.stringify(created.base))
      return cannot(`${key} asks another address than the request that creates the job`);
    const { method, params, headers, json, data } = requestDraft(requester, scope, stub);
    if (data !== undefined) return cannot(`${key} sends a form`);
    const query = [...address.query.map(([name, value]) => entry(name, value)), ...params];
    return (prefix) => [
      entry('path', `${prefix}/${address.path.replace(/^\/+/, '')}`),
      ...(method === usual ? [] : [entry('method', method)]),
      ...(query.length === 0 ? [] : [entry('params', { entries: query })]),
      ...(headers.length === 0 ? [] : [entry('headers', { entries: headers })]),
      ...(json === undefined ? [] : [entry('json', fromJson(json))]),
    ];
  };
  const statuses = objectAt(retriever, 'status_mapping') ?? {};
  const minutes = numberAt(retriever, 'polling_job_timeout') ?? 15;
  const words = (...keys: readonly string[]): readonly string[] =>
    keys.flatMap((key) => listAt(statuses, key)).filter((each) => typeof each === 'string' && each !== '') as readonly string[];
  const asked = request('polling_requester', 'GET');
  const poll = [
    entry('status_path', pathOf(objectAt(retriever, 'status_extractor'))),
    entry('done', fromJson([...words('completed')])),
    words('failed', 'timeout').length > 0 && entry('failed', fromJson([...new Set(words('failed', 'timeout'))])),
    words('running').length > 0 && entry('running', fromJson([...words('running')])),
    entry('timeout', minutes * 60),
  ];
  const paginator = objectAt(retriever, 'download_paginator');
  if (paginator !== undefined && textAt(paginator, 'type') !== 'NoPagination') cannot('the files of a job come in pages');
  const target = objectAt(retriever, 'download_target_extractor');
  const said =
    objectAt(retriever, 'download_target_requester') !== undefined
      ? request('download_target_requester', 'GET')
      : target === undefined
        ? request('download_requester', 'GET')
        : undefined;
  const files = target === undefined ? [] : [entry('urls_path', pathOf(target))];
  const removed = objectAt(retriever, 'delete_requester') === undefined ? undefined : request('delete_requester', 'DELETE');
  return {
    entryFor: (prefix) =>
      entry(
        'job',
        block(
          entry('poll', block(...asked(prefix), ...poll)),
          entry('download', block(...(said?.(prefix) ?? []), ...files)),
          removed !== undefined && entry('cleanup', block(...removed(prefix))),
        ),
      ),
    files: filesOf(objectAt(retriever, 'download_decoder'), objectAt(retriever, 'download_extractor')),
    differs: [
      ...(objectAt(retriever, 'abort_requester') === undefined
        ? []
        : ['a job that takes too long is not ended; the next read asks for it again']),
      ...(words('skipped').length > 0 ? ['jobs that are skipped are an error'] : []),
    ],
  };
}

/** The place that an extractor has. */
function pathOf(extractor: JsonObject | undefined): string {
  const path = member(extractor ?? {}, 'field_path');
  if (textAt(extractor, 'type') !== 'DpathExtractor' || !isList(path) || path.length === 0 || path.some((key) => typeof key !== 'string'))
    return cannot(`an answer about a job is read by ${textAt(extractor, 'class_name') ?? textAt(extractor, 'type') ?? 'nothing'}`);
  const keys = path.map(String);
  const every = keys.indexOf('*');
  if (every === -1) return selectorOf(keys);
  const inside = keys.slice(every + 1);
  return selectorOf(keys.slice(0, every), inside.length === 0 ? '[*]' : `[*].${selectorOf(inside)}`);
}

/** What is in the files. */
function filesOf(decoder: JsonObject | undefined, extractor: JsonObject | undefined): readonly DraftEntry[] {
  const type = textAt(decoder, 'type');
  if (type === 'GzipDecoder') return [...filesOf(objectAt(decoder, 'decoder'), extractor), entry('compression', 'gzip')];
  if (type === 'CsvDecoder' || (type === undefined && textAt(extractor, 'type') === 'ResponseToFileExtractor')) {
    const delimiter = textAt(decoder, 'delimiter');
    const csv: DraftMap = block(delimiter !== undefined && delimiter !== ',' && entry('delimiter', delimiter.replace('\\t', '\t')));
    return [entry('format', 'csv'), ...(csv.entries.length === 0 ? [] : [entry('csv', csv)])];
  }
  if (type === 'JsonlDecoder') return [entry('format', 'jsonl')];
  if (type === undefined || type === 'JsonDecoder') return [];
  return cannot(`files by ${textAt(decoder, 'class_name') ?? type}`);
}
