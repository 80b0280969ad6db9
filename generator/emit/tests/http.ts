import { type Code, code, identifier, join, literal, nothing } from '../../code.js';
import { baseUrlOf } from '../../model/base-url.js';
import type { ConnectorModel, ResourceModel, RetryModel } from '../../model/connector-model.js';
import type { VirtualFile } from '../../virtual-file.js';
import { paginatorOf } from '../../model/paginator.js';
import { opensSeveral, readsAhead } from '../reading/ahead.js';
import { renderTemplate } from '../template.js';
import { endless, endlessOptions, rows, type TestedResource, type TestedScheme, type TestPlan } from './plan.js';
import { takenStatuses } from '../transport/actions.js';
import { refusedStatus, untouchedRetry } from './actions.js';
import { downStatus, expectedWait, expectedWaits } from './waits.js';

/** `test/http.test.ts`: what every request goes through, shown on the first resource. */
export function emitHttpTest({ context, schemes }: TestPlan, resource: TestedResource): VirtualFile {
  const { prefix, header, model } = context;
  const retry = untouchedRetry(resource);
  const retries = retry.maxRetries > 0;
  const down = downStatus(retry);
  const taken = takenStatuses(resource.model);
  const [scheme] = schemes;
  const { format } = resource.model;
  const json = format.kind === 'json' && !format.gzip;
  const waits = expectedWaits(retry);
  const { exchanges, config = {} } = resource.recording.fixture;
  const baseUrl = baseUrlOf(model, config);
  const { origin } = new URL(baseUrl);
  const firstUrl = exchanges[0]?.request.url ?? '';
  const tooLong = Math.floor(retry.maxRetryAfterMs / 1000) + 1;
  const laterMs = askedBeyondBackoff(retry);
  const ended = membersAtEnd(resource);
  const redirectOrigins = resource.model.redirectOrigins ?? model.redirectOrigins;
  const secretOptions = model.config.filter((option) => option.secret).map(({ name }) => name.camel);
  const secrets = [...(scheme?.secretValues.keys() ?? []), ...secretOptions].filter((name) => scheme?.shaped.includes(name) !== true);
  const several = opensSeveral(resource);
  const values = {
    header,
    prefix,
    several,
    alone: !several,
    property: resource.names.property,
    readOptions: resource.names.options,
    page: pageRead(resource, ended),
    options: code`{ ...credentials, ${resource.options}...server }`,
    retries,
    json,
    plain: !format.gzip,
    empties: resource.model.changeFeed === null, // whose last page has to say where the next run begins
    utf8: resource.model.charset === null,
    endless: endless(resource),
    endlessOptions: endlessOptions(resource),
    webPage: literal(resource.model.accepts.includes('text/html') ? 'application/pdf' : 'text/html'),
    retriesTwice: retry.maxRetries > 1,
    secondWait: literal(waits[1] ?? 0),
    ownOptions: resource.options,
    statuses: retry.statuses.length > 0 ? literal(retry.statuses) : false,
    firstWait: literal(waits[0] ?? 0),
    finalStatuses: literal(
      [400, 401, 403, 404, 409, 500, 501].filter(
        (status) =>
          !resource.model.retry.statuses.includes(status) && !taken.includes(status) && !(status === 401 && scheme?.token !== undefined),
      ),
    ),
    retryAfters: rows(retryAfters(retry).map(([value, wait]) => literal([value, wait]))),
    downStatus: literal(down ?? 503),
    down: down === undefined ? code`disconnected('ETIMEDOUT')` : literal({ status: down }),
    resets: resets(model, retry),
    pauses: retries && context.resources.some(readsAhead) && retry.maxRetryAfterMs >= 1000 && down !== undefined,
    obeysRetryAfter: laterMs !== undefined,
    laterDate: literal(`Sun, 01 Mar 2026 13:00:${seconds((laterMs ?? 0) / 1000)} GMT`),
    laterWait: literal(expectedWait(retry, laterMs ?? 0)),
    tooLongTitle: literal(`does not wait for more than ${retry.maxRetryAfterMs / 1000} s`),
    tooLong: literal(String(tooLong)),
    tooLongMs: literal(tooLong * 1000),
    isLimited: context.model.rateLimit !== null,
    limitedAttempts: literal(retry.statuses.includes(429) ? retry.maxRetries + 1 : 1),
    attempts: literal(retry.maxRetries + 1),
    waits: literal(waits),
    timeoutTitle: literal(`waits for %s ${(resource.model.timeoutMs ?? model.timeoutMs) / 1000} s, and no longer`),
    timeoutMs: literal(resource.model.timeoutMs ?? model.timeoutMs),
    movedUrl: literal(`${origin}/moved?to=here`),
    method: literal(resource.model.method),
    gets: resource.model.method === 'GET',
    requestBody: bodyOf(resource),
    elsewhere: literal(
      ['https://elsewhere.example/', '//elsewhere.example', otherScheme(origin), otherPort(origin)].filter(
        (url) => !redirectOrigins.includes(new URL(url, origin).origin),
      ),
    ),
    allowed: redirectOrigins.length > 0,
    allowedUrl: literal(`${redirectOrigins[0]}/file?signature=1`),
    secrets: secrets.length > 0 && literal(secrets),
    states: context.resources.some(({ hidesState }) => hidesState),
    secret: literal(scheme?.headers['cookie'] === undefined ? 'k+/"e?>>?>>~&<*' : 'k+/ey&<~*>??>>~~?'), // a cookie holds no quotes
    keys: keysOf(scheme, false),
    texts: keysOf(scheme, true),
    assertion: scheme?.token?.assertion !== undefined || (scheme?.varying ?? []).length > 0,
    privateKeys: scheme !== undefined && scheme.keys.length > 0 && literal(scheme.keys),
    firstUrl: literal(withoutSecrets(firstUrl, context.model, config).slice(0, SHOWN_URL)),
    refusedStatus: literal(refusedStatus(resource, retry)),
    badStatus: literal(taken.includes(400) || retry.statuses.includes(400) ? refusedStatus(resource, retry) : 400),
    baseUrl: literal(whereItBegins(resource.model, baseUrl, firstUrl)),
    proxiedUrl: literal(resource.model.fromOrigin ? 'http://localhost:8080' : 'http://localhost:8080/proxy'),
  };
  const errors = ['HttpError', 'NetworkError', 'RateLimitedError', 'ResponseError', 'TimeoutError'].map(
    (name) => code`${prefix}${identifier(name)}`,
  );
  const imports = code`
    ${secrets.length === 0 ? nothing : code`import { Secrets } from '../src/internal/redact.ts';`}
    import { ${prefix}Client, ${join(errors, ', ')}, type ${resource.names.options} } from '../src/index.ts';
    import { ${several ? code`api as scripted` : code`api`}, ${json ? code`bodyOf, ` : nothing}credentials, disconnected, ${ended === undefined ? nothing : code`edited, `}failure, hang, recording, signed, stall, times, ${several ? code`type Api, ` : nothing}type Step } from './replay.ts';
  `;
  return { path: 'test/http.test.ts', text: renderTemplate('test/http.test.ts.hbs', { ...values, imports }) };
}

/** The answer that the tests get a page from: one that nothing follows, where what follows would be asked for ahead. */
function pageRead(resource: TestedResource, ended: Code | undefined): Code {
  const recording = code`recording(${literal(resource.model.name.kebab)})`;
  if (!readsAhead(resource)) return code`const { requests, first: page } = ${recording};`;
  const last = code`answers.at(-1) ?? first`;
  return code`
    const { requests, answers, first } = ${recording};
    const page = ${ended === undefined ? last : code`edited(${last}, ${ended})`};
  `;
}

/** What a body says when nothing follows it, where that is a matter of counting. */
function membersAtEnd(resource: TestedResource): Code | undefined {
  const { paginator } = resource.model;
  if (!readsAhead(resource) || !paginatorOf(paginator.type).knowsPages(paginator)) return undefined;
  const firstUrl = resource.recording.fixture.exchanges[0]?.request.url ?? '';
  const only = { index: 0, pages: 1, records: [], previous: [], before: 0, totalRecords: 0, firstUrl };
  const { body } = paginatorOf(paginator.type).answer(paginator, only);
  return literal(Object.fromEntries(body.map(([path, value]) => [path.join('.'), value])));
}

/** Headers that say when a limit is lifted, and the waits they lead to; false where the spec names none. */
function resets({ rateLimitReset: reset }: ConnectorModel, retry: RetryModel): Code | false {
  const asked = askedBeyondBackoff(retry);
  if (reset === null || asked === undefined || !retry.statuses.includes(429) || retry.maxRetries === 0) return false;
  const noon = Date.parse('2026-03-01T12:00:00Z');
  const at = { epoch_s: (noon + asked) / 1000, epoch_ms: noon + asked, seconds: asked / 1000 }[reset.format];
  const early = reset.format === 'seconds' ? -5 : 1;
  return rows([
    literal([{ [reset.header]: String(at) }, expectedWait(retry, asked)]),
    literal([{ [reset.header]: String(at), 'retry-after': String(asked / 1000 + 1) }, expectedWait(retry, asked + 1000)]),
    literal([{ [reset.header]: 'soon' }, expectedWait(retry, 0)]),
    literal([{ [reset.header]: String(early) }, expectedWait(retry, 0)]),
  ]);
}

/** Values of `Retry-After`, and the waits they lead to; the clock of the test stands at noon. */
function retryAfters(retry: RetryModel): readonly (readonly [value: string, wait: number])[] {
  const ignored = ['soon', '-5', '5, 10', 'Sun, 01 Mar 2026 11:00:00 GMT'].map((value) => [value, expectedWait(retry, 0)] as const);
  const backoff = Math.min(retry.backoffMs, retry.maxBackoffMs);
  const short = [500, backoff * 0.9]
    .filter((asked) => backoff >= 1000 && asked <= retry.maxRetryAfterMs)
    .map((asked) => [String(asked / 1000), expectedWait(retry, asked)] as const);
  const later = askedBeyondBackoff(retry);
  if (later === undefined) return [...short, ...ignored];
  const wait = expectedWait(retry, later);
  const second = seconds(later / 1000);
  const most = Math.floor(retry.maxRetryAfterMs / 1000);
  return [
    [String(later / 1000), wait],
    [`${later / 1000 - 0.5}`, expectedWait(retry, later - 500)],
    [String(most), expectedWait(retry, most * 1000)],
    [`Sun, 01 Mar 2026 12:00:${second} GMT`, wait],
    [`Sunday, 01-Mar-26 12:00:${second} GMT`, wait],
    [`Sun Mar  1 12:00:${second} 2026`, wait],
    ...short,
    ...ignored,
  ];
}

/** A whole number of seconds, in milliseconds, longer than the first backoff; none where the spec does not wait for so long. */
function askedBeyondBackoff(retry: RetryModel): number | undefined {
  const asked = (Math.floor(Math.min(retry.backoffMs, retry.maxBackoffMs) / 1000) + 3) * 1000;
  return asked <= Math.min(retry.maxRetryAfterMs, 59_000) ? asked : undefined;
}

function seconds(value: number): string {
  return String(value).padStart(2, '0');
}

function otherScheme(origin: string): string {
  return origin.startsWith('https:') ? origin.replace(/^https:/, 'http:') : origin.replace(/^http:/, 'https:');
}

function otherPort(origin: string): string {
  const url = new URL(origin);
  url.port = url.port === '8443' ? '8444' : '8443';
  return url.href;
}

/** The secret options of a scheme that may be any text, or those that may not; false where there are none. */
function keysOf(scheme: TestedScheme | undefined, areTexts: boolean): Code | false {
  const names = [...(scheme?.secretValues.keys() ?? [])].filter(
    (name) => scheme?.texts.includes(name) === areTexts && !scheme.keys.includes(name),
  );
  return names.length > 0 && literal(names);
}

/** The body of the first request, as a further member of it. */
function bodyOf({ recording }: TestedResource): Code {
  const body = recording.fixture.exchanges[0]?.request.body;
  return body === undefined ? nothing : code`, body: ${literal(body)}`;
}

/** So much of a URL is in an error. */
const SHOWN_URL = 1000;

/** A URL as errors show it: without the options that are secrets. */
function withoutSecrets(url: string, { config }: ConnectorModel, values: { readonly [option: string]: unknown }): string {
  return config.reduce((shown, { name, secret }) => {
    const value = values[name.raw];
    return secret && typeof value === 'string' ? shown.replaceAll(encodeURIComponent(value), '***') : shown;
  }, url);
}

/** What the URL of a request begins with that `baseUrl` replaces: all of it, or the origin alone. */
function whereItBegins({ fromOrigin, path }: ResourceModel, baseUrl: string, firstUrl: string): string {
  const { origin } = new URL(baseUrl);
  if (fromOrigin) return origin;
  // a URL without a path gets a slash from whoever parses it
  return baseUrl === origin && path.join('') === '' && firstUrl !== '' ? `${origin}/` : baseUrl;
}
