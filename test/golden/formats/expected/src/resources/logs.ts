// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import type { ReadPosition } from '../errors.ts';
import type { FetchPage, Format as BodyFormat } from '../internal/http.ts';
import { jsonLines } from '../internal/json-lines.ts';
import { refuseMore } from '../internal/more.ts';
import { valuesAt } from '../internal/select.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import type { Answer as ApiAnswer } from '../internal/transport/exchange.ts';
import { decodeLog, type Log } from '../records/log.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface LogsState {
  readonly v: 1;
  readonly resource: 'logs';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'single_page of /logs.jsonl.gz';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Always null: there is one page. */
  readonly next: null;
}

/** One page of `GET /logs.jsonl.gz`. */
export interface LogsPage {
  readonly records: readonly Log[];
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: LogsState;
}

export interface LogsReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: LogsState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

export class LogsResource {
  readonly #fetchPage: FetchPage;
  readonly #baseUrl: string;

  constructor(fetchPage: FetchPage, baseUrl: string) {
    this.#fetchPage = fetchPage;
    this.#baseUrl = baseUrl;
  }

  /**
   * Every record, one at a time.
   *
   * @example
   * for await (const log of formats.logs.list()) console.log(log.id);
   */
  async *list(options: LogsReadOptions = {}): AsyncGenerator<Log, void, undefined> {
    for await (const page of this.pages(options)) for (const record of page.records) yield record;
  }

  /** The first `count` records, or all if there are fewer. Pages that are not needed are not asked for. */
  first(count: number, options: LogsReadOptions = {}): Promise<Log[]> {
    return take(this.list(options), count);
  }

  /** Every record, or the first `limit`, in one list that is held in memory. */
  all({ limit = Infinity, ...options }: LogsReadOptions & { readonly limit?: number } = {}): Promise<Log[]> {
    return take(this.list(options), limit);
  }

  /** `GET /logs.jsonl.gz`, in one request. */
  async *pages({ state: saved, signal }: LogsReadOptions = {}): AsyncGenerator<LogsPage, void, undefined> {
    const id = {
      v: 1,
      resource: 'logs',
      shape: 'single_page of /logs.jsonl.gz',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    let { state } = acceptState(saved, id);
    const url = new URL(`${this.#baseUrl}/logs.jsonl.gz`);
    const place: ReadPosition = { resource: 'logs', page: 1, attempt: 0, record: 0, state };
    const records = await this.#fetchPage(url, selectLogs, place, signal, {
      headers: { accept: 'application/gzip, */*;q=0.1' },
      format: FORMAT,
      gzip: true,
    });
    state = { ...id, next: null };
    yield { records, state };
  }
}

/** Bodies are JSON Lines. */
const FORMAT: BodyFormat = jsonLines();

/** The records at `[*].log`. */
function selectLogs(body: unknown, place: ReadPosition, response: ApiAnswer): readonly Log[] {
  refuseMore(response.headers, place);
  const records =
    body === undefined
      ? []
      : valuesAt(body, body, [], place).map((match) => (match as { readonly log?: unknown } | null | undefined)?.log); // undefined: 204 No Content
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodeLog(record, place);
  });
}
