// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { KeptResponseError, type ReadPosition } from '../errors.ts';
import type { FetchPage } from '../internal/http.ts';
import { refuseMore } from '../internal/more.ts';
import { isSegment, pathSegment } from '../internal/path.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { repeats } from '../internal/repeats.ts';
import { type Forgotten, resuming } from '../internal/resuming.ts';
import { recordsAt } from '../internal/select.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import type { Answer as ApiAnswer } from '../internal/transport/exchange.ts';
import type { Archived } from '../records/archived.ts';
import { decodeNote, type Note } from '../records/note.ts';
import type { ArchivedResource, ArchivedState } from './archived.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface NotesState {
  readonly v: 1;
  readonly resource: 'notes';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'single_page of /projects/{archived.id}/notes';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Null: the read is complete. */
  readonly next: {
    /** Before the page of parents that is being read. */
    readonly parents?: ArchivedState | undefined;
    /** The parent on that page whose records were read last. */
    readonly parent: string;
    /** Always null: a parent has one page. */
    readonly page: { readonly again?: true } | null;
  } | null;
}

/** One page of `GET /projects/{archived.id}/notes`. */
export interface NotesPage {
  readonly records: readonly Note[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: NotesState;
  /** On the first page of a read that begins again: the position of its state is none any more. */
  readonly restarted?: true;
}

export interface NotesReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: NotesState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** What happens where the API no longer knows the position of `state`. restart: the read begins again from the same start; fail: an error, for records would come twice. Default: restart. */
  readonly forgotten?: Forgotten | undefined;
}

export class NotesResource {
  readonly #fetchPage: FetchPage;
  readonly #baseUrl: string;
  readonly #parents: ArchivedResource;

  constructor(fetchPage: FetchPage, baseUrl: string, parents: ArchivedResource) {
    this.#fetchPage = fetchPage;
    this.#baseUrl = baseUrl;
    this.#parents = parents;
  }

  /**
   * Every record, one at a time.
   *
   * @example
   * for await (const note of kept.notes.list()) console.log(note.id);
   */
  async *list(options: NotesReadOptions = {}): AsyncGenerator<Note, void, undefined> {
    for await (const page of this.pages(options)) for (const record of page.records) yield record;
  }

  /** The first `count` records, or all if there are fewer. Pages that are not needed are not asked for. */
  first(count: number, options: NotesReadOptions = {}): Promise<Note[]> {
    return take(this.list(options), count);
  }

  /** Every record, or the first `limit`, in one list that is held in memory. */
  all({ limit = Infinity, ...options }: NotesReadOptions & { readonly limit?: number } = {}): Promise<Note[]> {
    return take(this.list(options), limit);
  }

  /** `GET /projects/{archived.id}/notes`, in one request; for each of `archived`, one after the other. */
  async *pages({ state, signal, forgotten = 'restart' }: NotesReadOptions = {}): AsyncGenerator<
    NotesPage,
    void,
    undefined
  > {
    const id = {
      v: 1,
      resource: 'notes',
      shape: 'single_page of /projects/{archived.id}/notes',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    const accepted = acceptState(
      state,
      this.#fetchPage.secrets.hide(id),
      (next) => typeof next.parent === 'string' && (next.page === null || next.page.again === true),
    );
    yield* resuming(accepted, id.resource, forgotten, (from) => this.#read(id, from, signal));
  }

  async *#read(
    id: Pick<NotesState, 'v' | 'resource' | 'shape' | 'origin'>,
    state: NotesState | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<NotesPage, void, undefined> {
    const { secrets } = this.#fetchPage;
    const filled = secrets.fill(state);
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    let page = 0;
    for await (const part of this.#partsAfter(filled?.next, signal)) {
      if (!isSegment(part.parent.id)) {
        throw new KeptResponseError(
          { resource: 'notes', page, attempt: 0, record: 0, state, secrets },
          'parent_without_value',
          'a parent has a id that cannot stand in a path',
        );
      }
      const url = new URL(`${this.#baseUrl}/projects/${pathSegment(part.parent.id, 'archived.id')}/notes`);
      const place: ReadPosition = { resource: 'notes', page: ++page, attempt: 0, record: 0, state, secrets };
      const records = await this.#fetchPage(url, selectNotes, place, signal);
      repeatedKeys += repeated(records.map((record) => String(record.id)));
      state = secrets.hide({ ...id, next: { parents: part.parents, parent: part.key, page: null } });
      yield { records, repeatedKeys, state };
    }
    state = secrets.hide({ ...id, next: null });
    yield { records: [], repeatedKeys, state };
  }

  /** Whether it can be read with the options of this client. */
  get isOffered(): boolean {
    return this.#parents.isOffered;
  }

  /** The parents that are not read yet. */
  async *#partsAfter(
    next: NotesState['next'] | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<NotesPart, void, undefined> {
    let parents = next?.parents;
    let reached = next?.parent;
    const wasAsked = repeats(); // a parent that comes twice is asked once
    for await (const found of this.#parents.pages({ state: parents, signal, forgotten: 'fail' })) {
      const at = found.records.findIndex((parent) => String(parent.id) === reached); // -1: gone, or another page: nothing is skipped
      for (const [index, parent] of found.records.entries()) {
        const key = String(parent.id);
        const resumed = key === reached ? next : undefined;
        if (wasAsked(key) || index < at || resumed?.page === null) continue;
        yield { key, parent, parents, resumed };
      }
      parents = found.state;
      reached = undefined;
    }
  }
}

/** A parent whose records are read. */
interface NotesPart {
  /** What states call it. */
  readonly key: string;
  readonly parent: Archived;
  /** Before the page of parents that it is on. */
  readonly parents: ArchivedState | undefined;
  /** What the state says of it, where the read is in the middle of it. */
  readonly resumed: NotesState['next'] | undefined;
}

/** The records: the body itself, or the one that it is. */
function selectNotes(body: unknown, place: ReadPosition, response: ApiAnswer): readonly Note[] {
  refuseMore(response.headers, place);
  const records = recordsAt(body, body, [], place);
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodeNote(record, place);
  });
}
