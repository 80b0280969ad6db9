// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

/** Where a read stands. Every error names it. */
export interface ReadPosition {
  readonly resource: string;
  /** Counts from 1 in this read. */
  readonly page: number;
  /** How often this page has been asked for. */
  attempt: number;
  /** The record being decoded, from 0. */
  record: number;
  /** The headers of the last answer, as soon as they were there. */
  headers?: { get(name: string): string | null } | undefined;
  /** The state after the last page that was yielded. */
  readonly state: unknown;
}

/** What went wrong, for programs. */
export type MinimalErrorCode =
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
export class MinimalError extends Error {
  override readonly name: string = 'MinimalError';
  readonly code: MinimalErrorCode;
  readonly resource: string;
  readonly page: number;
  readonly attempts: number;
  /** What the API calls the request, for questions to its makers: `X-Request-Id` and the like of the last answer. Undefined when it gave none. */
  readonly requestId: string | undefined;
  /** The state after the last page that was yielded: pass it to `pages({ state })` to go on from there. */
  readonly state: unknown;

  /** `where`: what of the page it is about. */
  constructor(place: ReadPosition, code: MinimalErrorCode, message: string, where = '') {
    super(shown(`${place.resource} page ${place.page}${where}: ${message}`, 1000));
    this.code = code;
    this.resource = place.resource;
    this.page = place.page;
    this.attempts = place.attempt;
    this.requestId = requestIdOf(place);
    this.state = place.state;
  }
}

/** The API answered with a status that is not a success. */
export class MinimalHttpError extends MinimalError {
  override readonly name: string = 'MinimalHttpError';
  readonly status: number;
  /** What was asked for. */
  readonly url: string;
  /** How the answer begins: up to 500 characters. */
  readonly body: string;
  /** How long the API asked to wait, in milliseconds; 0 when it did not say. */
  readonly retryAfterMs: number;

  constructor(
    place: ReadPosition,
    code: MinimalErrorCode,
    status: number,
    url: string,
    body: string,
    retryAfterMs: number,
  ) {
    const asks = retryAfterMs > 0 ? `, and asks to wait ${Math.ceil(retryAfterMs / 1000)} s` : '';
    super(place, code, `${shown(url, 500)} answered ${status}${reasonIn(jsonOr(body))}${asks}`);
    this.status = status;
    this.url = shown(url, 1000);
    this.body = body.slice(0, 500);
    this.retryAfterMs = retryAfterMs;
  }
}

/** The API answered 429 to every attempt, or asked to wait for more than 60 seconds. */
export class MinimalRateLimitedError extends MinimalHttpError {
  override readonly name = 'MinimalRateLimitedError';
}

/** The connection failed, or a `fetch` of the caller did. `cause` is the error of the platform. */
export class MinimalNetworkError extends MinimalError {
  override readonly name = 'MinimalNetworkError';
  /** The platform's word for it: `ECONNRESET`; empty where `cause` is an error of the caller's own `fetch`. */
  readonly reason: string;

  constructor(place: ReadPosition, reason: string, cause?: unknown) {
    super(place, 'network', `the connection failed (${reason || 'see cause'})`);
    this.reason = reason;
    if (cause !== undefined) this.cause = cause;
  }
}

/** A request took longer than `timeoutMs` (60,000), to the last byte of the answer. */
export class MinimalTimeoutError extends MinimalError {
  override readonly name = 'MinimalTimeoutError';
}

/** The answer is not what the API promises: cut off, not JSON, too large, without its records, or sent by another origin. */
export class MinimalResponseError extends MinimalError {
  override readonly name = 'MinimalResponseError';
}

/** The saved state belongs to another resource or API, or its position can no longer be gone on from. */
export class MinimalStateError extends MinimalError {
  override readonly name = 'MinimalStateError';
}

/** A record is not what its type says. */
export class MinimalRecordError extends MinimalError {
  override readonly name = 'MinimalRecordError';
  /** The record on its page, from 0. */
  readonly index: number;
  /** The field: `plan.tier`. Empty for the record itself. */
  readonly path: string;
  /** What its type says: `a whole number or null`. */
  readonly expected: string;

  constructor(place: ReadPosition, path: string, expected: string, value: unknown, sensitive = false) {
    const found = sensitive && value != null ? 'got another value' : got(value);
    super(place, 'invalid_record', `expected ${expected}, ${found}`, ` record ${place.record}${path && ` at ${path}`}`);
    this.index = place.record;
    this.path = shown(path, 200);
    this.expected = expected;
  }
}

/** The name that the API gave to a request, in one of the headers that most use. */
function requestIdOf(place: ReadPosition): string | undefined {
  const names = ['x-request-id', 'request-id', 'x-amzn-requestid', 'x-ms-request-id', 'x-correlation-id'];
  const id = names.map((name) => place.headers?.get(name)).find(Boolean);
  return id ? shown(id, 200) : undefined;
}

/** What an answer says is wrong, where it says so in words: `: invalid_grant: the code has expired`. */
function reasonIn(answer: unknown): string {
  const words = wordsIn(answer, 0);
  return words && `: ${shown(words, 200)}`;
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
function got(value: unknown): string {
  if (value === undefined) return 'but it is missing';
  if (value === null) return 'got null';
  if (typeof value === 'bigint')
    return `got ${shown(
      String(value).replace(/(?<!0)0{20,}$/, (zeros) => `e${zeros.length}`),
      60,
    )}, which only a bigint holds`;
  if (typeof value === 'object') return Array.isArray(value) ? 'got a list' : 'got an object';
  return `got ${shown(`${typeof value} ${typeof value === 'string' ? JSON.stringify(value) : String(value)}`, 60)}`;
}

/** A text as an error shows it: not endless, and without signs that a terminal would obey. */
function shown(text: string, limit: number): string {
  return text.slice(0, limit).replace(/[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, '\ufffd');
}
