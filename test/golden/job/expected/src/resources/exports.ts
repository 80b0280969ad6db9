// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { JobsError, JobsResponseError, type ReadPosition } from '../errors.ts';
import { checkCursor, Cursor, type CursorState } from '../internal/cursor.ts';
import type { FetchPage, Format as BodyFormat } from '../internal/http.ts';
import { instantOf } from '../internal/instants.ts';
import { fieldAt, fileAfter, filesAt, jobAnswer, untilDone, type Waiting } from '../internal/job.ts';
import { jsonLines } from '../internal/json-lines.ts';
import { refuseMore } from '../internal/more.ts';
import { gotInstead, PageGuard, pageKey, type PagesSeen } from '../internal/pagination.ts';
import { pathSegment } from '../internal/path.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { type Forgotten, resuming } from '../internal/resuming.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import { unitOf, writtenLike } from '../internal/times.ts';
import type { Answer as ApiAnswer } from '../internal/transport/exchange.ts';
import { decodeExport, type Export } from '../records/export.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface ExportsState {
  readonly v: 1;
  readonly resource: 'exports';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'job of /v1/exports';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** How far the read has come. */
  readonly cursor: CursorState<string>;
  /** The job that was created. How many of its files have been read. Null: the read is complete, and the next one begins with a new job. */
  readonly next: {
    readonly job?: { readonly id: string };
    readonly filesRead?: number;
    readonly seen?: PagesSeen;
    readonly again?: true;
  } | null;
}

/** One page of `POST /v1/exports`. */
export interface ExportsPage {
  readonly records: readonly Export[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: ExportsState;
  /** On the first page of a read that begins again: the position of its state is none any more. */
  readonly restarted?: true;
  /** What is unusual about this read, in words. */
  readonly notes?: readonly string[];
}

export interface ExportsReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: ExportsState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** What happens where the API no longer knows the position of `state`. restart: the read begins again from the same start; fail: an error, for records would come twice. Default: fail. */
  readonly forgotten?: Forgotten | undefined;
}

export class ExportsResource {
  readonly #fetchPage: FetchPage;
  readonly #baseUrl: string;
  readonly #wallClock: () => number;

  constructor(fetchPage: FetchPage, baseUrl: string, wallClock: () => number) {
    this.#fetchPage = fetchPage;
    this.#baseUrl = baseUrl;
    this.#wallClock = wallClock;
  }

  /**
   * Every record, one at a time; the next page is fetched when it is needed.
   *
   * @example
   * for await (const exportRecord of jobs.exports.list()) console.log(exportRecord.id);
   */
  async *list(options: ExportsReadOptions = {}): AsyncGenerator<Export, void, undefined> {
    for await (const page of this.pages(options)) for (const record of page.records) yield record;
  }

  /** The first `count` records, or all if there are fewer. Pages that are not needed are not asked for. */
  first(count: number, options: ExportsReadOptions = {}): Promise<Export[]> {
    return take(this.list(options), count);
  }

  /** Every record, or the first `limit`, in one list that is held in memory. */
  all({ limit = Infinity, ...options }: ExportsReadOptions & { readonly limit?: number } = {}): Promise<Export[]> {
    return take(this.list(options), limit);
  }

  /** `POST /v1/exports`, as a job whose files are read one after the other; only what is new by `updated_at`. */
  async *pages({ state, signal, forgotten = 'fail' }: ExportsReadOptions = {}): AsyncGenerator<
    ExportsPage,
    void,
    undefined
  > {
    const id = {
      v: 1,
      resource: 'exports',
      shape: 'job of /v1/exports',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    const accepted = acceptState(
      state,
      this.#fetchPage.secrets.hide(id),
      (next) =>
        next.again === true ||
        (typeof Object(next.job).id === 'string' &&
          Number.isSafeInteger(next.filesRead) &&
          (next.filesRead ?? -1) >= 0),
    );
    if (state !== undefined)
      checkCursor(
        state.cursor,
        (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
        'exports',
        state,
      );
    yield* resuming(accepted, forgotten, (from) => this.#read(id, from, signal));
  }

  async *#read(
    id: Pick<ExportsState, 'v' | 'resource' | 'shape' | 'origin'>,
    state: ExportsState | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<ExportsPage, void, undefined> {
    const { secrets } = this.#fetchPage;
    const filled = secrets.fill(state);
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    const bookmark = this.#cursorFrom(filled?.cursor, state);
    const start = writtenLike(bookmark.start, bookmark.from);
    const url = new URL(`${this.#baseUrl}/v1/exports`);
    let job = filled?.next?.job ?? null;
    let filesRead = filled?.next?.filesRead ?? 0;
    let files: readonly URL[] | undefined;
    const guard = new PageGuard(filled?.next?.seen);
    for (let page = 1; ; page++) {
      const place: ReadPosition = { resource: 'exports', page, attempt: 0, record: 0, state, secrets };
      let records: readonly Export[] = [];
      if (job === null) {
        job = await this.#fetchPage(url, readExportsJob, place, signal, {
          init: { method: 'POST', body: JSON.stringify({ type: 'orders', since: start }) },
          headers: { 'content-type': 'application/json' },
        }); // saved before it is waited for
      } else {
        files ??= await this.#filesOf(job, place, signal);
        const file = fileAfter(files, filesRead++, place);
        if (file !== undefined)
          records = await this.#fetchPage(file, selectExports, place, signal, {
            headers: { accept: 'application/gzip, */*;q=0.1' },
            format: FORMAT,
            gzip: true,
            elsewhere: file.origin !== new URL(this.#baseUrl).origin,
          });
      }
      const next =
        filesRead >= (files?.length ?? 1)
          ? null
          : {
              job,
              filesRead,
              seen: guard.afterRecords(pageKey(records[0]?.id, records.at(-1)?.id), records.length, place),
            };
      const fresh = bookmark.fresh(records, place);
      repeatedKeys += repeated(records.map((record) => String(record.id)));
      state = secrets.hide({ ...id, cursor: bookmark.toState(next === null), next });
      yield { records: fresh, repeatedKeys, state, ...bookmark.takeNotes() };
      if (next === null) {
        await this.#cleanUp(job, place, signal);
        return;
      }
    }
  }

  /** What follows `updated_at` through a read. */
  #cursorFrom(saved: CursorState<string> | undefined, state: unknown): Cursor<Export, string> {
    return new Cursor<Export, string>({
      resource: 'exports',
      state,
      saved,
      initial: '2020-01-01T00:00:00Z',
      valueOf: (record) => record.updated_at,
      order: (value) => instantOf(value).epochNanoseconds,
      scale: (value) => instantOf(value).epochMilliseconds,
      back: unitOf,
      clock: {
        now: this.#wallClock(),
        valueAt: (ms) => new Date(ms).toISOString(),
        orderAt: (ms) => BigInt(ms) * 1_000_000n,
      },
      appends: true,
    });
  }

  /** Where the files of a job are, once it is done. */
  async #filesOf(
    job: { readonly id: string },
    place: ReadPosition,
    signal: AbortSignal | undefined,
  ): Promise<readonly URL[]> {
    const asked = new URL(`${this.#baseUrl}/v1/exports/${pathSegment(job.id, 'job.id')}`);
    const polled = await untilDone(
      () =>
        this.#fetchPage(
          asked,
          (body, place, { headers }) =>
            jobAnswer(
              body,
              (body as { readonly status?: unknown } | null | undefined)?.status,
              'status',
              headers,
              place,
            ),
          { ...place, attempt: 0 },
          signal,
        ),
      WAITING,
      place,
      this.#fetchPage.sleep,
      signal,
    );
    return filesAt(
      (polled as { readonly files?: unknown } | null | undefined)?.files,
      'files[*].url',
      this.#baseUrl,
      place,
      (each) => (each as { readonly url?: unknown } | null | undefined)?.url,
    );
  }

  /** Removes a job whose records were read. That it could not is told to the logger: the records are there. */
  async #cleanUp(job: { readonly id: string }, place: ReadPosition, signal: AbortSignal | undefined): Promise<void> {
    const url = new URL(`${this.#baseUrl}/v1/exports/${pathSegment(job.id, 'job.id')}`);
    try {
      await this.#fetchPage(url, () => undefined, { ...place, attempt: 0 }, signal, { init: { method: 'DELETE' } });
    } catch (error) {
      if (!(error instanceof JobsError)) throw error;
    }
  }
}

/** Bodies are JSON Lines. */
const FORMAT: BodyFormat = jsonLines();
/** How long a job is waited for, and what its status may be. */
const WAITING: Waiting = {
  done: ['completed'],
  failed: ['failed'],
  running: ['queued', 'running'],
  intervalMs: 5_000,
  maxIntervalMs: 60_000,
  timeoutMs: 3_600_000,
};

/** What later requests need of the answer that created a job. */
function readExportsJob(body: unknown, place: ReadPosition): { readonly id: string } {
  return { id: fieldAt((body as { readonly id?: unknown } | null | undefined)?.id, 'id', place) };
}

/** The records: the body itself. */
function selectExports(body: unknown, place: ReadPosition, response: ApiAnswer): readonly Export[] {
  refuseMore(response.headers, place);
  const records = body === undefined ? [] : body; // undefined: 204 No Content
  if (!Array.isArray(records))
    throw new JobsResponseError(place, 'no_records', `expected the body to be a list, ${gotInstead(records)}`);
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodeExport(record, place);
  });
}
