import { PLAIN, type Api, type Case, type Change, type Partition } from './case.js';
import { nothingTold, type Told } from './told.js';
import type { ModelSpec } from './spec-parts.js';
import { against, ORIGIN, precise, written } from './times.js';

/** The API of a case: rows that change, and answers by the manners of its `Api`. It is pure: the clock is its own. */

export interface Row {
  readonly id: number;
  readonly of: Partition;
  at: number;
  /** Counts its changes. */
  v: number;
  isThere: boolean;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export class World {
  spec: ModelSpec;
  readonly api: Api;
  clock: number;
  readonly rows: Row[] = [];
  readonly parents: Partition[] = ['a', 'b', 'c'];
  readonly refusals = new Map<string, number>();
  outage = Infinity;
  told: Told = nothingTold();
  /** Whether a child has ever answered. */
  everAnswered = false;
  /** Whether one has in this read. */
  #hasAnswered = false;
  /** Counts what happened, so that one can see whether anything did. */
  changes = 0;
  #generation = 0;
  #forgot = 400;
  #emptyNow = 0;
  /** The same, counted on from where the run before left off. */
  #emptyInRead = 0;

  constructor(story: Case, spec: ModelSpec, clock: number) {
    this.spec = spec;
    const usual = Object.fromEntries(Object.entries(spec.manners).map(([key, [first]]) => [key, first]));
    const api = { ...PLAIN, ...usual, ...story.api };
    this.api = api.slow < 0 && !api.date ? { ...api, slow: 0 } : api; // a clock that is ahead can only be corrected by a Date
    this.clock = clock;
    for (const { at, of = 'a' } of story.rows) this.#add(at, of);
  }

  /** Minutes by the clock of the reader. */
  get readerClock(): number {
    return this.clock - this.api.slow;
  }

  /** Begins a run: of a new read, or of one that was `underWay`. */
  begin(outage: number | undefined, underWay: boolean): void {
    if (!underWay) this.#hasAnswered = false;
    this.told = nothingTold();
    this.outage = outage ?? Infinity;
    this.#emptyNow = 0;
    if (!underWay) this.#emptyInRead = 0;
  }

  /** What happens; while a read is `open`, nothing that its way of paging cannot but lose. */
  change(change: Change, open: boolean): void {
    const counts = ['offset', 'page'].includes(this.spec.protocol.by);
    const shifts = counts && open && !this.spec.overlap;
    const row = this.rows.find(({ id }) => id === (change.touch ?? change.drop));
    if (change.pass !== undefined) {
      this.clock += change.pass;
      return;
    }
    if (change.add !== undefined) {
      if (this.#isCounter && open && change.add < 0) return; // a counter knows no time at which the read began
      if (shifts && this.spec.endsRepeated && this.api.sort === 'desc') return; // a page that is moved on by one looks like the end
      this.#add(this.clock + change.add, change.of ?? 'a');
    } else if (change.touch !== undefined && row?.isThere === true) {
      if (this.#isCounter && open && this.api.sort === 'id') return;
      if (shifts && (this.api.sort === 'asc' || this.spec.windows || this.spec.bounded || this.spec.endsRepeated)) return;
      row.at = precise(this.clock, this.spec.time);
      row.v++;
    } else if (change.drop !== undefined && row !== undefined) {
      if (shifts) return;
      row.isThere = false;
    } else if (change.forget !== undefined) {
      this.#generation++;
      this.#forgot = change.forget;
      return; // the rows are as they were
    } else if (change.gone !== undefined) {
      const index = this.parents.indexOf(change.gone);
      if (open && index !== this.parents.length - 1) return; // the list of parents is paged by offset
      if (index !== -1) this.parents.splice(index, 1);
    } else if (change.refuse !== undefined) {
      if (change.refuse[1] === 200 && !this.refusals.delete(change.refuse[0])) return;
      if (change.refuse[1] !== 200) this.refusals.set(change.refuse[0], change.refuse[1]);
    } else return;
    this.changes++;
  }

  /** The rows that a reader may see. */
  visible(): readonly Row[] {
    return this.rows.filter((row) => row.isThere && !this.#isHidden(row) && this.hasPartition(row.of));
  }

  hasPartition(of: string): boolean {
    if (this.spec.partitions === 'none') return of === 'a';
    return this.spec.partitions === 'values' ? ['a', 'b', 'c'].includes(of) : this.parents.some((parent) => parent === of);
  }

  /** Whether every child is gone: then it is not the children. */
  get isAllGone(): boolean {
    const { children } = this.told;
    const { skips, disposition } = this.spec;
    const isGone = children.size > 0 && !this.#hasAnswered && [...children.values()].every((status) => skips.includes(status));
    return isGone && (disposition === 'replace' || !this.everAnswered);
  }

  answer(url: URL): Answer {
    const { told } = this;
    told.asked++;
    if (told.asked > this.outage) return this.#refuse(503);
    const [, , first, of = '', last] = url.pathname.replace(/^\/s\d+/, '').split('/');
    if (first === 'parents') {
      const offset = Number(url.searchParams.get('offset'));
      return this.#reply({
        items: [...this.parents]
          .sort()
          .slice(offset, offset + 2)
          .map((id) => ({ id })),
      });
    }
    const partition = last === 'things' ? of : 'a'; // /moved/things
    const askedOf = (told.askedOf.get(partition) ?? 0) + 1;
    told.askedOf.set(partition, askedOf);
    const refusal = this.refusals.get(partition) ?? (this.hasPartition(partition) ? undefined : 404);
    if (refusal !== undefined && this.spec.partitions !== 'none') {
      told.children.set(partition, refusal);
      return this.#refuse(refusal);
    }
    this.#hasAnswered = this.everAnswered = true;
    const listed = this.#listed(partition, url.searchParams);
    return this.#page(listed, url, askedOf);
  }

  /** A counter has no future. */
  #add(at: number, of: Partition): void {
    const time = this.#isCounter ? Math.min(at, this.clock) : at;
    this.rows.push({ id: this.rows.length + 1, of, at: precise(time, this.spec.time), v: 0, isThere: true });
  }

  get #isCounter(): boolean {
    return this.spec.time === 'number' || this.spec.time === 'countdown';
  }

  #isHidden({ id }: Row): boolean {
    return this.api.hides > 0 && id % this.api.hides === 0;
  }

  #listed(partition: string, params: URLSearchParams): readonly Row[] {
    const { api, spec } = this;
    const since = params.get('since') ?? params.get('before');
    const until = params.get('until');
    const direction = api.sort === 'desc' ? -1 : 1;
    return this.rows
      .filter((row) => {
        if (!row.isThere || row.of !== partition) return false;
        const from = since === null || api.start === 'ignored' ? 1 : against(row.at, since, spec.time, api);
        const to = until === null || api.end === 'ignored' ? -1 : against(row.at, until, spec.time, api);
        return (api.start === 'closed' ? from >= 0 : from > 0) && (api.end === 'closed' ? to <= 0 : to < 0);
      })
      .sort((a, b) => ((api.sort === 'id' ? 0 : a.at - b.at) || a.id - b.id) * direction);
  }

  #page(listed: readonly Row[], url: URL, askedOf: number): Answer {
    const { api, spec, told } = this;
    const { by, base = 0 } = spec.protocol;
    const limit = Number(url.searchParams.get('limit') ?? api.cap);
    const size = Math.min(limit, api.cap);
    if (by === 'single') return this.#send(listed.slice(0, size), listed.length > size, listed.length, size, null, url);
    if (by === 'offset' || by === 'page') {
      if (spec.protocol.unsent === true && url.searchParams.get('page') === String(base)) return this.#refuse(400);
      const asked = Number(url.searchParams.get(by === 'offset' ? 'offset' : 'page') ?? base) - base;
      const start = by === 'offset' ? asked : asked * size;
      if (start > 0 && start >= listed.length && api.beyond === 404) {
        if (askedOf === 1) told.forgotten = true;
        return this.#refuse(404);
      }
      const lastStart = Math.max(0, (Math.ceil(listed.length / size) - 1) * size);
      const from = api.clamp && by === 'page' ? Math.min(start, lastStart) : start;
      if (from !== start) told.repeated = true;
      return this.#send(listed.slice(from, from + size), from + size < listed.length, listed.length, size, null, url);
    }
    if (by === 'last') {
      const after = Number(url.searchParams.get('after') ?? 0);
      const rest = listed.filter(({ id }) => id > after);
      return this.#send(rest.slice(0, size), rest.length > size, listed.length, size, null, url);
    }
    return this.#afterToken(listed, url, size, askedOf);
  }

  /** Positions are the time and id of the last row, and how many empty pages came since. */
  #afterToken(listed: readonly Row[], url: URL, size: number, askedOf: number): Answer {
    const { api, told } = this;
    const sent = url.searchParams.get('cursor');
    const [generation, at, id, empties] = (sent ?? '').split('_').map(Number);
    if (sent !== null && generation !== this.#generation) {
      if (askedOf === 1) told.forgotten = true;
      else told.forgottenAgain = true;
      if (askedOf > 1 && this.spec.skips.includes(this.#forgot)) this.changes++; // the rest of that child is passed over, and said
      return this.#refuse(this.#forgot);
    }
    const direction = api.sort === 'desc' ? -1 : 1;
    const isAfter = (row: Row): boolean => ((api.sort === 'id' ? 0 : row.at - (at ?? 0)) || row.id - (id ?? 0)) * direction > 0;
    const rest = sent === null ? listed : listed.filter(isAfter);
    const token = (row: { readonly at: number; readonly id: number }, count: number): string =>
      `${this.#generation}_${row.at}_${row.id}_${count}`;
    const before = { at: at ?? 0, id: id ?? 0 };
    const isGap = sent !== null && (empties ?? 0) > 0 && rest.length > 0;
    if (isGap) return this.#send([], true, listed.length, size, token(before, (empties ?? 0) - 1), url);
    const page = rest.slice(0, size);
    const last = page.at(-1);
    const more = rest.length > size;
    if (last !== undefined && more) return this.#send(page, true, listed.length, size, token(last, api.empty), url);
    if (api.endless)
      return this.#send(page, true, listed.length, size, token(last ?? before, (last === undefined ? (empties ?? 0) : 0) + 1), url);
    // a last page that has rows leads to an empty one, which repeats its cursor
    if (api.last === 'repeat' && last !== undefined) return this.#send(page, false, listed.length, size, token(last, 0), url);
    return this.#send(page, false, listed.length, size, api.last === 'repeat' && sent !== null ? sent : null, url);
  }

  #send(page: readonly Row[], more: boolean, total: number, size: number, next: string | null, url: URL): Answer {
    const { api, spec, told } = this;
    const rows = page.filter((row) => !this.#isHidden(row));
    this.#emptyNow = rows.length === 0 ? this.#emptyNow + 1 : 0;
    told.empty = Math.max(told.empty, this.#emptyNow);
    this.#emptyInRead = rows.length === 0 ? this.#emptyInRead + 1 : 0;
    told.emptyInRead = Math.max(told.emptyInRead, this.#emptyInRead);
    told.more = more;
    told.total = Math.max(told.total, total);
    const link = new URL(url);
    if (next !== null) link.searchParams.set('cursor', next);
    const { by } = spec.protocol;
    const hasLink = by === 'header_link' ? next !== null : by === 'single' && more;
    return this.#reply(
      {
        items:
          spec.protocol.lone === true && rows.length === 1
            ? rows.map((row) => this.#written(row))[0]
            : rows.map((row) => this.#written(row)),
        total,
        pages: Math.ceil(total / size),
        ...(api.silent && !more ? {} : { more }),
        next,
        link: next === null ? null : link.pathname + link.search,
      },
      {
        'x-total': String(total),
        ...(by === 'header' && next !== null ? { 'x-next': next } : {}),
        ...(hasLink ? { link: `<${link.pathname}${link.search}>; rel="next"` } : {}),
      },
    );
  }

  #written({ id, at, v }: Row): object {
    if (this.spec.rows === 'alike') return { status: 'ok', ...(this.spec.protocol.discarded === true ? { id } : {}) };
    return { id, at: written(at, this.spec.time, this.api), v, w: 1 };
  }

  #refuse(status: number): Answer {
    this.told.refused.add(status);
    return { ...this.#reply({ error: 'refused' }), status };
  }

  #reply(body: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
    const date = this.api.date ? { date: new Date(ORIGIN + this.clock * 60_000).toUTCString() } : {};
    return { status: 200, headers: { ...date, ...headers }, body };
  }
}
