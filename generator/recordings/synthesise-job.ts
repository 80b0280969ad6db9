import type { JobModel, JobRequest } from '../model/job-model.js';
import { partName } from '../paginators/job.js';
import type { Path } from '../selector.js';
import type { JsonValue } from '../shape.js';
import type { Exchange } from './format.js';

/** What a made-up API needs to know of the resource whose job it does. */
export interface JobMaker {
  /** Tells its jobs apart. */
  readonly index: number;
  /** Whether the API says once that the job is under way. */
  readonly waits: boolean;
  /** A request that may name what was answered. */
  request(request: JobRequest, answers: JobAnswers): Exchange['request'];
  /** The request that creates a job. */
  readonly created: Exchange['request'];
  /** The headers of a request to another origin. */
  readonly fileHeaders: Readonly<Record<string, string>>;
}

export interface JobAnswers {
  readonly job: JsonValue;
  readonly polled: JsonValue;
}

/** Where the files of made-up jobs are. */
const FILES = 'https://files.example.net/exports';

/** How many pages a job has: parts of a file, or as many files as its answers can name. */
export function filesOf({ download: { urlsPath, parts } }: JobModel): 1 | 2 {
  if (parts !== null) return 2;
  return urlsPath !== null && urlsPath.some(({ kind }) => kind === 'every') ? 2 : 1;
}

/** What is asked before the files, the request of each file, and what is asked after them. */
export function jobExchanges(
  model: JobModel,
  maker: JobMaker,
): { readonly before: readonly Exchange[]; readonly files: readonly Exchange['request'][]; readonly after: readonly Exchange[] } {
  const { poll, download, cleanup } = model;
  const { index } = maker;
  const at = `/jobs/${index}`; // where some APIs say that it is asked for
  const job = model.fields.reduce<JsonValue>(
    (body, { from, isUrl }) => (from.kind === 'header' ? body : withValue(body, from.path, isUrl ? at : `job/${index} a`)),
    {},
  );
  const headers = Object.fromEntries(model.fields.flatMap(({ from }) => (from.kind === 'header' ? [[from.header, at]] : [])));
  const isBare = model.fields.every(({ from }) => from.kind === 'header');
  const { parts } = download;
  const urls = Array.from({ length: parts === null ? filesOf(model) : 1 }, (_, file) => `${FILES}/${index}/${file + 1}?part=${file + 1}`);
  const [status = ''] = poll.done;
  const done = withFiles(
    withFields(withValue({}, poll.statusPath, status), download.request, index),
    download.request === null ? model : null,
    urls,
  );
  const step = (word: NonNullable<Exchange['job']>, request: Exchange['request'], body: JsonValue): Exchange => ({
    job: word,
    request,
    response: { status: 200, headers: { 'content-type': 'application/json' }, body },
  });
  const asked = pollOf(maker.request(poll.request, { job, polled: {} }));
  const said = { job, polled: done };
  const isSaid = download.request !== null && download.urlsPath !== null;
  return {
    before: [
      isBare
        ? { job: 'create', request: maker.created, response: { status: 202, headers } }
        : withHeaders(step('create', maker.created, job)),
      ...(maker.waits ? [step('poll', asked, withValue({}, poll.statusPath, runningOf(model)))] : []),
      step('poll', asked, done),
      ...(download.request !== null && isSaid ? [step('files', maker.request(download.request, said), withFiles({}, model, urls))] : []),
    ],
    files: inParts(
      download.request === null || isSaid
        ? urls.map((url) => ({ method: 'GET', url, headers: maker.fileHeaders }))
        : [maker.request(download.request, said)],
    ),
    after: cleanup === null ? [] : [{ job: 'cleanup', request: maker.request(cleanup, said), response: { status: 204, headers: {} } }],
  };

  /** The request at the URL that the API said. */
  function pollOf(request: Exchange['request']): Exchange['request'] {
    if (poll.url === null) return request;
    const url = new URL(at, request.url);
    url.search = new URL(request.url).search;
    return { ...request, url: url.href };
  }

  function withHeaders(exchange: Exchange): Exchange {
    return { ...exchange, response: { ...exchange.response, headers: { ...exchange.response.headers, ...headers } } };
  }

  function inParts(files: readonly Exchange['request'][]): readonly Exchange['request'][] {
    if (parts === null) return files;
    return files.flatMap((file) => {
      const url = new URL(file.url);
      url.searchParams.set(parts.param, partName(1));
      return [file, { ...file, url: url.href }];
    });
  }

  function withFiles(body: JsonValue, of: JobModel | null, files: readonly string[]): JsonValue {
    const path = of?.download.urlsPath ?? null;
    if (path === null) return body;
    const every = path.findIndex(({ kind }) => kind === 'every');
    if (every === -1) return withValue(body, path, files[0] ?? null);
    return withValue(
      body,
      path.slice(0, every),
      files.map((url) => withValue({}, path.slice(every + 1), url)),
    );
  }
}

/** A status that is neither done nor failed. */
export function runningOf({ poll }: JobModel): string {
  const named = poll.running?.[0];
  if (named !== undefined) return named;
  const word = ['running', 'pending', 'at work'].find((each) => ![...poll.done, ...poll.failed].includes(each));
  return word ?? 'not yet';
}

/** Fields of the last answer that a request names. */
function withFields(body: JsonValue, request: JobRequest | null, index: number): JsonValue {
  const parts = request === null ? [] : [...request.path, ...request.params.flatMap(({ value }) => value)];
  return parts.reduce<JsonValue>(
    (sofar, part) =>
      typeof part !== 'string' && part.kind === 'job' && part.of === 'poll' ? withValue(sofar, part.field, `file ${index}`) : sofar,
    body,
  );
}

/** A value with another at a place in it: keys, and first items of lists. */
export function withValue(body: JsonValue, [step, ...rest]: Path, value: JsonValue): JsonValue {
  if (step === undefined) return value;
  if (step.kind !== 'key') return [withValue(Array.isArray(body) ? ((body[0] as JsonValue | undefined) ?? {}) : {}, rest, value)];
  const own = typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as { readonly [key: string]: JsonValue }) : {};
  const inside = Object.hasOwn(own, step.key) ? own[step.key] : undefined;
  return { ...own, [step.key]: withValue(inside ?? {}, rest, value) };
}
