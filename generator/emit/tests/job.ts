import { code, identifier, join, literal, nothing } from '../../code.js';
import { uses } from '../../code/names.js';
import type { JobModel } from '../../model/job-model.js';
import { runningOf, withValue } from '../../recordings/synthesise-job.js';
import type { Path } from '../../selector.js';
import type { JsonValue } from '../../shape.js';
import type { VirtualFile } from '../../virtual-file.js';
import { takenStatuses } from '../transport/actions.js';
import { isKeyed, isPartitioned } from '../reading/kinds.js';
import { renderTemplate } from '../template.js';
import { BODY_OF, CUT_FILE } from './helpers.js';
import { untouchedRetry } from './actions.js';
import { testPathOf } from './path.js';
import { endlessOptions, rows, type TestedResource, type TestPlan } from './plan.js';
import { expectedRecords, importHooks } from './records.js';
import { downStatus } from './waits.js';

const FILES = code`files`;

/** A resource whose recording is about a job. */
type TestedJob = TestedResource & { readonly model: { readonly job: JobModel } };

export function isTestedJob(resource: TestedResource): resource is TestedJob {
  return resource.model.job !== null;
}

/** `test/exports.test.ts` of a resource with a job: it is created, waited for and read, once, whatever comes between. */
export function emitJobTest({ context }: TestPlan, resource: TestedJob): VirtualFile {
  const { model, names, recording, record } = resource;
  const { prefix, header } = context;
  const { job } = model;
  const { exchanges } = recording.fixture;
  const files = exchanges.filter((exchange) => exchange.resource === undefined && exchange.job === undefined);
  const records = expectedRecords({ ...resource, recording: { ...recording, fixture: { ...recording.fixture, exchanges: files } } }, FILES);
  const retry = untouchedRetry(resource);
  const down = downStatus(retry);
  const statusOf = (status: string): JsonValue => withValue({}, job.poll.statusPath, status);
  const skipped = model.parent?.skippedStatuses ?? model.forEach?.skippedStatuses ?? [];
  const taken = [...takenStatuses(model), ...retry.statuses, ...skipped];
  const forgotten = model.actions.length > 0 ? undefined : [410, 404, 422, 400].find((status) => !taken.includes(status));
  const polls = exchanges.filter((exchange) => exchange.resource === undefined && exchange.job === 'poll').length;
  const jobs = exchanges.filter((exchange) => exchange.resource === undefined && exchange.job === 'create').length;
  const refused = refusedFiles(job, context.model.baseUrl.startsWith('https:'));
  const exact = record.type.needsExactNumbers;
  const gzip = model.format.gzip;
  const helpers = [
    'api',
    ...(uses(records, BODY_OF) ? ['bodyOf'] : []),
    'collect',
    'credentials',
    ...(gzip ? ['cutFile'] : []),
    ...(down === undefined ? ['disconnected'] : []),
    'failure',
    ...(exact ? ['plain'] : []),
    'recording',
    'times',
  ];
  const types = ['Api', 'Sent', 'Step'];
  const values = {
    header,
    prefix,
    stride: exchanges.length > 60 ? literal(STRIDES.find((each) => each * 30 >= exchanges.length) ?? 101) : false,
    imports: code`
      import { ${prefix}Client, ${job.poll.failed.length === 0 ? nothing : code`${prefix}ResponseError, `}${prefix}StateError, ${prefix}TimeoutError, type ${names.options}, type ${names.state} } from '../src/index.ts';
      ${importHooks(resource)}
      import { ${join([...helpers.map(identifier), ...types.map((name) => code`type ${identifier(name)}`)], ', ')} } from './replay.ts';
    `,
    property: names.property,
    readOptions: names.options,
    endlessOptions: endlessOptions(resource),
    state: names.state,
    recording: literal(model.name.kebab),
    resource: literal(model.name.raw),
    options: code`{ ...credentials, ${resource.options}...server }`,
    records,
    looksUp: uses(records, FILES),
    recordsRead: exact ? code`plain(found)` : code`found`,
    recordsExpected: exact ? code`plain(records.flat())` : code`records.flat()`,
    keyed: isKeyed(resource),
    waits: literal(polls > jobs ? [job.poll.intervalMs] : []),
    interval: literal(job.poll.intervalMs),
    longest: literal(job.poll.maxIntervalMs),
    timeout: literal(job.poll.timeoutMs),
    moreThanOne: job.poll.intervalMs * 3 <= job.poll.timeoutMs && job.poll.intervalMs * 2 <= job.poll.maxIntervalMs,
    running: literal({ status: 200, body: statusOf(runningOf(job)) }),
    retryAfter: literal(String(Math.ceil(job.poll.intervalMs / 1000) + 7)),
    retryAfterMs: literal((Math.ceil(job.poll.intervalMs / 1000) + 7) * 1000),
    obeys: (Math.ceil(job.poll.intervalMs / 1000) + 7) * 1000 <= job.poll.timeoutMs,
    failed: job.poll.failed.length === 0 ? false : rows(job.poll.failed.map((status) => literal([status, statusOf(status)]))),
    firstFailed: literal(statusOf(job.poll.failed[0] ?? '')),
    unknown: job.poll.running === null ? false : literal(statusOf('some-other-status')),
    noStatus: literal(withValue({}, job.poll.statusPath, null)),
    refused: refused.length === 0 ? false : rows(refused.map((each) => literal(each))),
    filesStep: literal(job.download.request === null ? 'poll' : 'files'),
    none: refused.length === 0 ? false : literal(withValue(statusOf(job.poll.done[0] ?? ''), upToEvery(job.download.urlsPath ?? []), null)),
    wrongUrls: job.poll.url === null ? false : rows(wrongUrls(resource).map((answer) => literal(answer))),
    cleans: job.cleanup !== null,
    cut: gzip
      ? code`${CUT_FILE}(answer)`
      : model.format.kind === 'json'
        ? code`{ ...answer, bodyText: (answer.bodyText ?? JSON.stringify(answer.body)).slice(0, -1) }`
        : code`{ ...answer, headers: { ...answer.headers, 'content-length': '1000000' } }`,
    retries: retry.maxRetries > 0,
    attempts: literal(retry.maxRetries + 1),
    maxRetries: literal(retry.maxRetries),
    down: down === undefined ? code`disconnected('ECONNREFUSED')` : literal({ status: down }),
    forgotten: forgotten === undefined ? false : literal(forgotten),
    pages: literal(isPartitioned(resource) ? files.length + jobs + 1 : files.length + jobs),
    foreignStates: rows(foreignStates(resource).map((state) => literal(state))),
  };
  return { path: testPathOf(model.name), text: renderTemplate('test/job.test.ts.hbs', values) };
}

/** Every how many requests are tried where there are many: primes, which meet each step of a job. */
const STRIDES = [7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 53, 67, 79, 89, 101];

function upToEvery(path: Path): Path {
  const every = path.findIndex(({ kind }) => kind === 'every');
  return every === -1 ? path : path.slice(0, every);
}

/** Bodies that name files as none may be named, with the code of the error. */
function refusedFiles({ poll, download: { urlsPath } }: JobModel, safe: boolean): readonly (readonly [code: string, body: JsonValue])[] {
  if (urlsPath === null) return [];
  const list = upToEvery(urlsPath);
  const done = withValue({}, poll.statusPath, poll.done[0] ?? '');
  const named = (url: JsonValue): JsonValue =>
    withValue(done, list, list.length === urlsPath.length ? url : [withValue({}, urlsPath.slice(list.length + 1), url)]);
  return [
    ['refused_file', named('ftp://files.example.net/1')],
    ['refused_file', named('https://user:password@files.example.net/1')],
    ...(safe ? [['refused_file', named('http://files.example.net/1')] as const] : []),
    ['invalid_job', named(7)],
    ['invalid_job', named('')],
    ['invalid_job', done],
  ];
}

/** Answers to create whose URL is none to ask at. */
function wrongUrls({ model: { job }, recording }: TestedJob): readonly JsonValue[] {
  const { url } = recording.fixture.exchanges[0]?.request ?? { url: '' };
  const withPassword = new URL(url);
  withPassword.username = 'user';
  const said = ['https://elsewhere.example/1', withPassword.href, 'http://'];
  const [field] = job.fields.filter(({ isUrl }) => isUrl);
  if (field?.from.kind === 'header') {
    const { header } = field.from;
    return [{ status: 202, headers: {} }, ...said.map((value) => ({ status: 202, headers: { [header]: value } }))];
  }
  const body = (value: JsonValue): JsonValue =>
    job.fields.reduce<JsonValue>(
      (all, { from, isUrl }) => (from.kind === 'body' ? withValue(all, from.path, isUrl ? value : '7') : all),
      {},
    );
  return [7, ...said].map((value) => ({ status: 200, body: body(value) }));
}

/** Members of a state that make it the state of another read. */
function foreignStates(resource: TestedJob): readonly { readonly [member: string]: JsonValue }[] {
  const { model, loop } = resource;
  const positions = loop.position.flatMap(({ name, refused }) =>
    refused.map((value) => ({ job: Object.fromEntries(model.job.fields.map((field) => [field.name, '7'])), filesRead: 0, [name]: value })),
  );
  return [
    { v: 2 },
    { resource: 'another one' },
    { origin: 'https://elsewhere.example' },
    { next: {} },
    ...(isPartitioned(resource) ? [] : positions.map((next) => ({ next }))),
  ];
}
