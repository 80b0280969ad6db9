// Code generated from specs/analytics.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/analytics.yaml

import type { Secrets } from './internal/redact.ts';

/** Where a read stands. Every error names it. */
export interface ReadPosition {
  readonly resource: string;
  /** Counts from 1 in this read. */
  readonly page: number;
  /** How often this page has been asked for. */
  attempt: number;
  /** The record being decoded, from 0. */
  record: number;
  /** When the API says that its first answer was made: milliseconds since 1970. */
  answeredAt?: number | undefined;
  /** The headers of the last answer, as soon as they were there. */
  headers?: { get(name: string): string | null } | undefined;
  /** The state after the last page that was yielded. */
  state: unknown;
  /** What no error of this read may show. */
  readonly secrets?: Secrets;
}

/** What went wrong, for programs. */
export type AnalyticsErrorCode =
  | 'http_status'
  | 'api_error'
  | 'temporary_error'
  | 'rate_limited'
  | 'network'
  | 'timeout'
  | 'deadline'
  | 'refused_redirect'
  | 'body_too_large'
  | 'not_utf8'
  | 'not_json'
  | 'not_csv'
  | 'not_json_lines'
  | 'malformed_body'
  | 'too_deep'
  | 'invalid_row'
  | 'no_records'
  | 'more_pages'
  | 'invalid_page'
  | 'no_progress'
  | 'empty_pages'
  | 'maximum_reached'
  | 'capped_pages'
  | 'rows_moved'
  | 'refused_link'
  | 'parent_without_value'
  | 'all_refused'
  | 'unordered'
  | 'early_records'
  | 'invalid_token'
  | 'hook_failed'
  | 'invalid_option'
  | 'invalid_state'
  | 'range'
  | 'position_refused'
  | 'invalid_record';

/** The base of every error of this package. No error carries a credential. */
export class AnalyticsError extends Error {
  override readonly name: string = 'AnalyticsError';
  readonly code: AnalyticsErrorCode;
  readonly resource: string;
  readonly page: number;
  readonly attempts: number;
  /** What the API calls the request, for questions to its makers: `X-Request-Id` and the like of the last answer. Undefined when it gave none. */
  readonly requestId: string | undefined;
  /** The state after the last page that was yielded: pass it to `pages({ state })` to go on from there. */
  state: unknown;

  /** `where`: what of the page it is about. */
  constructor(place: ReadPosition, code: AnalyticsErrorCode, message: string, where = '') {
    super(shown(`${place.resource} page ${place.page}${where}: ${message}`, 1000, place));
    this.code = code;
    this.resource = place.resource;
    this.page = place.page;
    this.attempts = place.attempt;
    this.requestId = requestIdOf(place);
    this.state = place.state;
  }
}

/** The API answered with a status that is not a success. */
export class AnalyticsHttpError extends AnalyticsError {
  override readonly name: string = 'AnalyticsHttpError';
  readonly status: number;
  /** What was asked for, without the credential. */
  readonly url: string;
  /** How the answer begins: up to 500 characters, without the credential. */
  readonly body: string;
  /** How long the API asked to wait, in milliseconds; 0 when it did not say. */
  readonly retryAfterMs: number;

  constructor(
    place: ReadPosition,
    code: AnalyticsErrorCode,
    status: number,
    url: string,
    body: string,
    retryAfterMs: number,
  ) {
    const asks = retryAfterMs > 0 ? `, and asks to wait ${Math.ceil(retryAfterMs / 1000)} s` : '';
    super(place, code, `${shown(url, 500, place)} answered ${status}${reasonIn(jsonOr(body), place)}${asks}`);
    this.status = status;
    this.url = shown(url, 1000, place);
    this.body = place.secrets?.redact(body, 500) ?? body.slice(0, 500);
    this.retryAfterMs = retryAfterMs;
  }
}

/** The API answered 429 to every attempt, or asked to wait for more than 60 seconds. */
export class AnalyticsRateLimitedError extends AnalyticsHttpError {
  override readonly name = 'AnalyticsRateLimitedError';
}

/** The connection failed, or a `fetch` of the caller did. `cause` is the error of the platform: what it says, without credentials. */
export class AnalyticsNetworkError extends AnalyticsError {
  override readonly name = 'AnalyticsNetworkError';
  /** The platform's word for it: `ECONNRESET`; empty where `cause` is an error of the caller's own `fetch`. */
  readonly reason: string;

  constructor(place: ReadPosition, reason: string, cause?: unknown) {
    super(place, 'network', `the connection failed (${reason || 'see cause'})`);
    this.reason = reason;
    if (cause !== undefined) this.cause = cause;
  }
}

/** A request took longer than `timeoutMs` (60,000), to the last byte of the answer. */
export class AnalyticsTimeoutError extends AnalyticsError {
  override readonly name = 'AnalyticsTimeoutError';
}

/** The answer is not what the API promises: cut off, not JSON, too large, without its records, or sent by another origin. */
export class AnalyticsResponseError extends AnalyticsError {
  override readonly name = 'AnalyticsResponseError';
}

/** Paging does not come to its end: a page came again, too many had no records, a maximum cuts off what there is, or a link leads elsewhere. */
export class AnalyticsPaginationError extends AnalyticsError {
  override readonly name = 'AnalyticsPaginationError';
}

/** The saved state belongs to another resource or API, or its position can no longer be gone on from. */
export class AnalyticsStateError extends AnalyticsError {
  override readonly name = 'AnalyticsStateError';
  /** Where the state is of another source: the same one as a state of this source, for an API that has moved. */
  adopted?: unknown;
}

/** An option of the client is not what it has to be. */
export class AnalyticsOptionError extends AnalyticsError {
  override readonly name = 'AnalyticsOptionError';
  /** `startDate` */
  readonly option: string;
  /** What it has to be: `a time in ISO 8601`. */
  readonly expected: string;

  constructor(resource: string, option: string, expected: string) {
    super(
      { resource, page: 0, attempt: 0, record: 0, state: undefined },
      'invalid_option',
      `the option ${option} has to be ${expected}`,
    );
    this.option = option;
    this.expected = expected;
  }
}

/** A record is not what its type says. */
export class AnalyticsRecordError extends AnalyticsError {
  override readonly name = 'AnalyticsRecordError';
  /** The record on its page, from 0. */
  readonly index: number;
  /** The field: `plan.tier`. Empty for the record itself. */
  readonly path: string;
  /** What its type says: `a whole number or null`. */
  readonly expected: string;

  constructor(place: ReadPosition, path: string, expected: string, value: unknown, sensitive = false) {
    const found = sensitive && value != null ? 'got another value' : got(value, place);
    super(place, 'invalid_record', `expected ${expected}, ${found}`, ` record ${place.record}${path && ` at ${path}`}`);
    this.index = place.record;
    this.path = shown(path, 200, place);
    this.expected = expected;
  }
}

/** The name that the API gave to a request, in one of the headers that most use. */
function requestIdOf(place: ReadPosition): string | undefined {
  const names = ['x-request-id', 'request-id', 'x-amzn-requestid', 'x-ms-request-id', 'x-correlation-id'];
  const id = names.map((name) => place.headers?.get(name)).find(Boolean);
  return id ? shown(id, 200, place) : undefined;
}

/** What an answer says is wrong, where it says so in words: `: invalid_grant: the code has expired`. */
function reasonIn(answer: unknown, place: ReadPosition): string {
  const words = wordsIn(answer, 0);
  return words && `: ${shown(words, 200, place)}`;
}

function wordsIn(value: unknown, depth: number): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value !== 'object' || value === null || depth > 4) return '';
  if (Array.isArray(value)) return wordsIn(value[0], depth + 1);
  const said = Object.entries(value).filter(([key]) =>
    /^(errors?|title|messages?|msg|details?|description|reason|fault|error_?(description|messages?|msg))$/i.test(key),
  );
  return [...new Set(said.map(([, each]) => wordsIn(each, depth + 1)).filter((words) => words !== ''))].join(': ');
}

/** The JSON in a body; the text where it is no page of HTML. */
function jsonOr(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return /^\s*</.test(body) ? undefined : body;
  }
}

/** A value as a message shows it: shortened, never a whole object. */
function got(value: unknown, place: ReadPosition): string {
  if (value === undefined) return 'but it is missing';
  if (value === null) return 'got null';
  if (typeof value === 'bigint')
    return `got ${shown(
      String(value).replace(/(?<!0)0{20,}$/, (zeros) => `e${zeros.length}`),
      60,
      place,
    )}, which only a bigint holds`;
  if (typeof value === 'object') return Array.isArray(value) ? 'got a list' : 'got an object';
  return `got ${shown(`${typeof value} ${typeof value === 'string' ? JSON.stringify(value) : String(value)}`, 60, place)}`;
}

/** A text as an error shows it: without secrets, not endless, and without signs that a terminal would obey. */
function shown(text: string, limit: number, { secrets }: ReadPosition): string {
  return (secrets?.redact(text, limit) ?? text.slice(0, limit)).replace(
    /[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    '\ufffd',
  );
}
