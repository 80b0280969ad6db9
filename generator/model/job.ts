import { spec as messages } from '../diagnostics/messages/spec.js';
import { gap, orElse } from '../gap.js';
import { parseSelector, showPath, type Path } from '../selector.js';
import type { Reading } from '../shape.js';
import type { EndpointSpec, ResourceSpec, SpecDocument } from '../spec/document.js';
import { checkedPath, type CheckedPath } from './path.js';
import type { FormatModel, JobReference } from './connector-model.js';
import type { JobField, JobModel, JobRequest } from './job-model.js';
import { withAccept } from './format.js';
import { buildBody, buildHeaders, buildParams } from './request.js';
import type { Scope } from './scope.js';

type JobSpec = NonNullable<EndpointSpec['job']>;
type RequestSpec = JobSpec['poll'];

const NO_PATH: CheckedPath = { path: '', fromOrigin: false };

/** The job of a resource; null where it has none. What its own request is has been lifted into the endpoint. */
export function buildJob(
  spec: ResourceSpec,
  endpoint: EndpointSpec,
  document: SpecDocument,
  format: FormatModel,
  scope: Scope,
): JobModel | null {
  const { job } = endpoint;
  const { reading } = scope;
  if (job === undefined || job === null) return null;
  checkAround(spec, endpoint, job, reading);
  const before = scope.jobFields.length;
  const request = (
    part: RequestSpec | JobSpec['download'],
    method: JobRequest['method'],
    of: readonly JobReference['of'][],
    hasUrl = false,
  ): JobRequest | null => (part === undefined ? null : buildRequest(part, method, of, document, endpoint.params_encoding, scope, hasUrl));
  const url = urlOf(job.poll, reading);
  const poll = request(job.poll, 'GET', ['job'], url !== null);
  const download = job.download?.path === undefined ? null : request(job.download, 'GET', ['job', 'poll']);
  const cleanup = job.cleanup === undefined || job.cleanup === null ? null : request(job.cleanup, 'DELETE', ['job']);
  scope.job = [];
  const named = scope.jobFields.slice(before).filter(({ of }) => of === 'job');
  const urlsPath = job.download?.urls_path === undefined ? null : pathOf(job.download.urls_path);
  if (poll !== null) checkNamed(job, named.length + (url === null ? 0 : 1), download !== null || urlsPath !== null, reading);
  checkField(job, named, url, reading);
  const { interval = 5, timeout = 3600 } = job.poll;
  const model: JobModel = {
    fields: [
      ...new Map([...named.map(({ field }) => inBody(field)), ...(url === null ? [] : [url])].map((each) => [each.name, each])).values(),
    ],
    poll: {
      request: poll ?? gap<JobRequest>(),
      url: url?.name ?? null,
      statusPath: pathOf(job.poll.status_path) ?? [],
      done: textsOf(job.poll.done),
      failed: textsOf(job.poll.failed),
      running: job.poll.running === undefined ? null : textsOf(job.poll.running),
      intervalMs: Math.round(interval * 1000),
      maxIntervalMs: Math.round(Math.max(interval, job.poll.max_interval ?? 60) * 1000),
      timeoutMs: Math.round(timeout * 1000),
    },
    download: {
      request: download,
      urlsPath,
      headers: withAccept(download?.headers ?? [], document.client.headers, format),
      parts: partsOf(job),
    },
    cleanup,
  };
  checkStatuses(job, model, reading);
  return model;
}

/** The URL that an answer says to ask at; null where the spec has a path. */
function urlOf(poll: JobSpec['poll'], reading: Reading): JobField | null {
  const { path, url_header: header, url_path: inside } = poll;
  const given = (['path', 'url_header', 'url_path'] as const).filter((key) => poll[key] !== undefined);
  const [, more] = given;
  if (more !== undefined)
    reading.report(
      messages.pattern(reading.keySpanOf(poll, more), 'spec/job', 'where to ask for the job is said twice', `Say ${given.join(' or ')}.`),
    );
  if (path !== undefined) return null;
  if (header !== undefined) return { name: header.toLowerCase(), from: { kind: 'header', header: header.toLowerCase() }, isUrl: true };
  const parsed = inside === undefined ? null : pathOf(inside);
  return parsed === null ? null : { ...inBody(parsed), isUrl: true };
}

function inBody(path: Path): JobField {
  return { name: showPath(path), from: { kind: 'body', path }, isUrl: false };
}

/** What a state keeps of a job has one name each: a header and a field of the answer may share one, a URL and a text cannot. */
function checkField(job: JobSpec, named: readonly JobReference[], url: JobField | null, reading: Reading): void {
  if (url === null || named.every(({ field }) => showPath(field) !== url.name)) return;
  const key = job.poll.url_header === undefined ? 'url_path' : 'url_header';
  reading.report(
    messages.pattern(
      reading.keySpanOf(job.poll, key),
      'spec/job',
      `{job.${url.name}} is a field of the answer, and the URL to ask at has the same name`,
      'Leave out the placeholder: the URL is the one to ask at.',
    ),
  );
}

function buildRequest(
  part: RequestSpec | NonNullable<JobSpec['download']>,
  method: JobRequest['method'],
  of: readonly JobReference['of'][],
  document: SpecDocument,
  endpointEncoding: EndpointSpec['params_encoding'],
  scope: Scope,
  hasUrl: boolean,
): JobRequest | null {
  const { reading } = scope;
  scope.job = of;
  scope.takesExpressions = true;
  if (part.path === undefined && !hasUrl) {
    reading.report(messages.missingKey(reading.spanOf(part), 'path', 'a request of a job'));
    return null;
  }
  const said = part.path === undefined ? NO_PATH : checkedPath(part.path, reading.spanOf(part, 'path'), document, reading);
  if (said === undefined) return null;
  const { path, params } = buildParams(part, said.path, scope);
  const body = buildBody(part, scope);
  const asked = part.method ?? method;
  if (body !== null && asked === 'GET')
    reading.report(messages.pattern(reading.keySpanOf(part, 'json'), 'spec/body-of-get', 'a GET request has no body', 'Say method: POST.'));
  const paramsEncoding = endpointEncoding ?? document.client.params_encoding ?? 'form';
  return { method: asked, path, fromOrigin: said.fromOrigin, params, paramsEncoding, headers: buildHeaders(part.headers, scope), body };
}

/** What a resource with a job has no place for. */
function checkAround(spec: ResourceSpec, endpoint: EndpointSpec, job: JobSpec, reading: Reading): void {
  const refuse = (owner: object, key: string, why: string, hint: string): void =>
    reading.report(messages.pattern(reading.keySpanOf(owner, key), 'spec/job', why, hint));
  if (endpoint.paginator !== undefined && endpoint.paginator !== null)
    refuse(endpoint, 'paginator', 'the files of a job are its pages', 'Leave the paginator out.');
  if ((spec.concurrency ?? 1) > 1) refuse(spec, 'concurrency', 'jobs are read one after the other', 'Leave it out.');
  if (spec.prefetch === true) refuse(spec, 'prefetch', 'the files of a job are read one after the other', 'Leave it out.');
  if (job.download === undefined)
    refuse(endpoint, 'job', 'nothing says where the files are', 'Add download: { urls_path: … } or { path: … }.');
}

function checkNamed(job: JobSpec, named: number, hasFiles: boolean, reading: Reading): void {
  if (named === 0)
    reading.report(
      messages.pattern(
        reading.spanOf(job.poll, job.poll.path === undefined ? 'status_path' : 'path'),
        'spec/job',
        'no request says which job it is about',
        'Write {job.id} where its name belongs: `id` of the answer to create.',
      ),
    );
  if (job.download !== undefined && !hasFiles)
    reading.report(
      messages.pattern(reading.spanOf(job.download), 'spec/job', 'nothing says where the files are', 'Say urls_path, path, or both.'),
    );
}

function partsOf({ download }: JobSpec): JobModel['download']['parts'] {
  const paginator = download?.paginator ?? null;
  return paginator === null ? null : { header: paginator.cursor_key.toLowerCase(), param: paginator.cursor_param };
}

/** A status means one thing. */
function checkStatuses(job: JobSpec, { poll }: JobModel, reading: Reading): void {
  const all = [...poll.done, ...poll.failed, ...(poll.running ?? [])];
  if (all.every((status, index) => all.indexOf(status) === index)) return;
  reading.report(messages.pattern(reading.spanOf(job.poll), 'spec/job', 'a status is named twice', 'Each is done, failed or running.'));
}

function pathOf(selector: string): Path | null {
  const parsed = parseSelector(selector);
  return parsed.ok ? parsed.path : null;
}

type Scalar = string | number | boolean | null;

function textsOf(said: Scalar | readonly Scalar[] | undefined): readonly string[] {
  const values = said === undefined ? [] : isList(said) ? said : [said];
  return orElse(
    () => values.map(String),
    () => [],
  );
}

function isList(said: Scalar | readonly Scalar[]): said is readonly Scalar[] {
  return Array.isArray(said);
}
