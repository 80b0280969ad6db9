import { isDeepStrictEqual } from 'node:util';
import { World } from './api.js';
import { CLOCK, type Case, type Run } from './case.js';
import { isDue, type Circumstances } from './due.js';
import { Ledger, versionOf, type Thing } from './ledger.js';
import type { ModelSpec } from './spec-parts.js';
import { specsByName } from './specs.js';
import { isoOf, minutesOf, ORIGIN } from './times.js';

/** A page of an emitted package. */
export interface Page {
  readonly records: readonly Thing[];
  readonly state: { readonly next: unknown };
  readonly restarted?: boolean;
}

export interface Reader {
  pages(options: { readonly state: unknown }): AsyncGenerator<Page, void, undefined>;
}

/** Makes the reader of a spec, with the options of its client. */
export type Open = (spec: string, options: object) => Reader;

/** How requests get to the API, as options of the client: in memory, or over loopback. */
export type Connect = (world: World) => { readonly baseUrl: string; readonly fetch?: typeof globalThis.fetch };

/** What became of a case. */
export interface Verdict {
  /** What is wrong; undefined: nothing. */
  readonly problem: string | undefined;
  /** How many reads came to their end. */
  readonly completed: number;
  /** The codes of the errors that were due. */
  readonly errors: readonly string[];
  /** What happened, a line each: runs, pages, errors. */
  readonly log: readonly string[];
}

/** A read that is not complete. */
interface Reading {
  /** When it began, by the earlier of the clocks of the API and of the reader. */
  readonly since: number;
  /** How much had happened at the API before. */
  readonly changes: number;
  readonly untils: Set<number | undefined>;
}

/** More pages than any of these APIs has; more empty ones in a row than a read may pass over. */
const MOST_PAGES = 2000;
const MOST_EMPTY = 110;

/** Plays a case: its runs, and quiet ones after them, at the end of which the destination has what the API has. */
export async function play(story: Case, open: Open, connect: Connect): Promise<Verdict> {
  return new Player(story, open, connect).play();
}

class Player {
  readonly #story: Case;
  readonly #open: Open;
  readonly #world: World;
  readonly #connection: ReturnType<Connect>;
  readonly #ledger: Ledger;
  readonly #log: string[] = [];
  readonly #errors: string[] = [];
  #spec: ModelSpec;
  #state: unknown;
  #reading: Reading | undefined;
  /** Where the read begins that has no state yet. */
  #initial: number | undefined;
  #earliest: number | undefined;
  /** The latest time of a row that was handed over, and of those of this read. */
  #reached = -Infinity;
  #latest = -Infinity;
  /** When the latest complete read began. */
  #since = -Infinity;
  /** The next run begins there or later. */
  #watermark = -Infinity;
  #completed = 0;
  #problem: string | undefined;

  constructor(story: Case, open: Open, connect: Connect) {
    this.#story = story;
    this.#open = open;
    this.#spec = named(story.spec);
    this.#world = new World(story, this.#spec, story.clock ?? CLOCK);
    this.#connection = connect(this.#world);
    this.#ledger = new Ledger(this.#spec);
  }

  async play(): Promise<Verdict> {
    for (const run of this.#story.runs) {
      if (this.#problem === undefined) await this.#run(run);
    }
    for (const of of ['a', 'b', 'c'] as const) this.#world.change({ refuse: [of, 200] }, false);
    const quiet = this.#spec.maximum?.fails === false ? 8 : 2; // a maximum that ends reads lets through what is new bit by bit
    let failed = false;
    for (let count = 0; count < quiet && !failed && this.#problem === undefined; count++) failed = await this.#run({});
    if (!failed && this.#problem === undefined) this.#compare('at the end');
    return { problem: this.#problem, completed: this.#completed, errors: this.#errors, log: this.#log };
  }

  /** One run; true where it failed with an error that is due. */
  async #run(run: Run): Promise<boolean> {
    const world = this.#world;
    world.clock += run.wait ?? 60;
    if (run.as !== undefined) this.#edit(named(run.as));
    const until = this.#spec.until === undefined ? undefined : run.until;
    for (const change of run.first ?? []) world.change(change, this.#reading !== undefined);
    world.begin(run.outage, this.#reading !== undefined);
    if (this.#state === undefined) this.#initial = this.#earliest = this.#spec.starts ? startOf(run) : this.#spec.initial;
    // of a caller who changes the start while the first read is under way, what is between the two may come or not
    else if (this.#spec.starts && this.#completed === 0) {
      this.#initial = laterOf(this.#initial, startOf(run));
      this.#earliest = undefined;
    }
    const start = this.#reading === undefined ? this.#watermark : -Infinity;
    this.#reading ??= { since: Math.min(world.clock, world.readerClock), changes: world.changes, untils: new Set() };
    this.#reading.untils.add(until);
    this.#log.push(`run at ${world.clock}${run.as === undefined ? '' : ` as ${run.as}`}${until === undefined ? '' : ` until ${until}`}`);
    const isElsewhere = run.elsewhere === true && this.#state !== undefined; // a first run has no other origin to be away from
    let pages = 0;
    let latest = this.#state;
    try {
      const reader = this.#open(this.#spec.name, this.#options(run, until, isElsewhere));
      for await (const page of reader.pages({ state: this.#state })) {
        pages++;
        this.#log.push(`  ${page.records.map(versionOf).join(' ') || 'nothing'} → ${JSON.stringify(page.state.next)}`);
        const isLost = run.kill === pages && run.lose === true;
        if (page.restarted === true) this.#ledger.restart();
        if (isLost) this.#ledger.merge(page.records);
        else this.#ledger.store(page.records);
        for (const record of page.records) this.#check(record, until);
        if (isLost || this.#problem !== undefined) return false;
        latest = page.state;
        this.#state = JSON.parse(JSON.stringify(page.state)) as unknown;
        for (const [after, change] of run.after ?? []) if (after === pages) world.change(change, true);
        if (run.kill === pages && page.state.next !== null) return false;
        if (pages > MOST_PAGES || world.told.empty > MOST_EMPTY) return this.#complain('the read does not end');
      }
    } catch (error) {
      const isAfterEnd = until !== undefined && this.#reached >= until;
      const endsElsewhere = (this.#reading?.untils.size ?? 0) > 1;
      return this.#fail(error, latest, { isAfterEnd, isElsewhere, endsElsewhere, start: run.start });
    }
    if (isElsewhere) return this.#complain('another origin is another source: an error is due');
    this.#finish(until, start, this.#reading);
    return false;
  }

  /** The spec changes: a read that is under way may begin again. */
  #edit(spec: ModelSpec): void {
    if (this.#reading !== undefined && spec.disposition === 'merge') this.#ledger.restart();
    this.#spec = this.#world.spec = spec;
  }

  #options(run: Run, until: number | undefined, isElsewhere: boolean): object {
    const { baseUrl } = this.#connection;
    return {
      ...this.#connection,
      ...(isElsewhere ? { baseUrl: baseUrl.replace(/(model\.example|127\.0\.0\.1)/, 'elsewhere.example') } : {}),
      sleep: async () => undefined,
      random: () => 0.5,
      wallClock: () => ORIGIN + this.#world.readerClock * 60_000,
      ...(until === undefined ? {} : { until: this.#spec.time === 'number' ? until : isoOf(until) }),
      ...(this.#spec.starts && run.start !== undefined ? { start: run.start } : {}),
      ...(this.#spec.partitions === 'values' ? { of: ['a', 'b', 'c', 'a'] } : {}),
    };
  }

  /** Nothing comes that does not belong to the read, and nothing twice where that can be known. */
  #check(record: Thing, until: number | undefined): void {
    const version = versionOf(record);
    const times = this.#ledger.came.get(version) ?? 0;
    if (times > (record.id === undefined ? this.#world.rows.length : 1) && !this.#mayRepeat()) this.#complain(`${version} came twice`);
    if (record.id === undefined) return;
    const row = this.#world.rows.find(({ id }) => id === record.id);
    if (row === undefined || (record.v ?? 0) > row.v) this.#complain(`${version} never was`);
    if (row === undefined || record.v !== row.v) return; // it has moved since
    if (this.#earliest !== undefined && row.at < this.#earliest) this.#complain(`${version} is from before the start`);
    if (until !== undefined && (row.at > until || (row.at === until && this.#spec.until === 'open')))
      this.#complain(`${version} is from after the end`);
    if (!this.#spec.incremental) return;
    this.#reached = Math.max(this.#reached, row.at);
    if (row.at <= (this.#reading?.since ?? Infinity)) this.#latest = Math.max(this.#latest, row.at); // what is later moves nothing
  }

  /** Where pages are counted, what is added or moved during a read moves others to pages that are read later; a child that went away begins anew. */
  #mayRepeat(): boolean {
    const { lag, protocol, skips, disposition } = this.#spec;
    const hasChanged = this.#reading !== undefined && this.#reading.changes !== this.#world.changes;
    return lag > 0 || (hasChanged && isCounting(protocol)) || (skips.length > 0 && disposition === 'merge');
  }

  #finish(until: number | undefined, start: number, reading: Reading): void {
    this.#completed++;
    this.#ledger.complete();
    this.#reading = undefined;
    this.#since = reading.since;
    if (reading.untils.size === 1) this.#watermark = Math.max(this.#watermark, this.#latest);
    this.#latest = -Infinity;
    if (until !== undefined && start > until) {
      this.#complain(`the run begins at ${start}, after its end at ${until}: an error of the code range is due`);
    }
    if (this.#world.isAllGone) this.#complain('all children are gone: an error is due');
    const isQuiet = reading.changes === this.#world.changes && reading.untils.size === 1 && until === undefined;
    if (isQuiet && this.#spec.maximum?.fails !== false) this.#compare('after a read in which nothing happened');
  }

  /** Whether the destination has what the API has. */
  #compare(when: string): void {
    const { spec, refusals, api } = this.#world;
    const isSample =
      spec.maximum?.fails === false &&
      (!spec.incremental || api.start === 'ignored' || (api.slow > 0 && !api.date) || this.#mostAtOnce() >= spec.maximum.records);
    const expected = counted(
      isSample
        ? []
        : this.#world
            .visible()
            .filter(({ at, of }) => {
              const isOver = !spec.windows || at < this.#since - (spec.days ? 1440 : 0); // a window that is not over is not read
              const isFirst = at === this.#initial && api.start === 'open'; // the first start is asked for as it was said
              return (
                (this.#initial === undefined || at >= this.#initial) && !isFirst && isOver && !spec.skips.includes(refusals.get(of) ?? 200)
              );
            })
            .map(({ id, v }) => (spec.rows === 'alike' ? 'alike' : `${id}.${v}`)),
    );
    const rows = this.#ledger.rows();
    const all = (): string => [...rows.keys()].sort().join(' ') || 'nothing';
    for (const [version, count] of expected) {
      if ((rows.get(version) ?? 0) < count) this.#complain(`${version} is lost, ${when}: there is ${all()}`);
    }
    if (spec.disposition !== 'replace' || isSample) return;
    for (const [version, count] of rows) {
      if ((expected.get(version) ?? 0) < count) this.#complain(`${version} is too much, ${when}: there is ${all()}`);
    }
  }

  /** How many rows have one time: a maximum lets no more of them through. */
  #mostAtOnce(): number {
    return Math.max(0, ...counted(this.#world.visible().map(({ at }) => String(at))).values());
  }

  #fail(error: unknown, latest: unknown, circumstances: Omit<Circumstances, 'hasChanged'>): boolean {
    const { code, state, message, resource } = Object(error) as Readonly<Record<string, unknown>>;
    this.#log.push(`  ${String(code)}: ${String(message)}`);
    if (typeof code !== 'string' || typeof resource !== 'string') return this.#complain(`an error without a type: ${String(error)}`);
    if (!isDeepStrictEqual(state, latest)) return this.#complain(`the error ${code} does not carry the state to go on from`);
    const hasChanged = this.#reading?.changes !== this.#world.changes;
    const isDueHere = isDue(error as { readonly code: string }, this.#spec, this.#world, { ...circumstances, hasChanged });
    if (!isDueHere) return this.#complain(`an error that is not due: ${code}, ${String(message)}`);
    this.#errors.push(code);
    return true;
  }

  #complain(problem: string): false {
    this.#problem ??= problem;
    return false;
  }
}

function named(name: string): ModelSpec {
  const spec = specsByName.get(name);
  if (spec === undefined) throw new Error(`there is no spec "${name}"`);
  return spec;
}

function laterOf(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.max(one, other);
}

function startOf({ start }: Run): number | undefined {
  return start === undefined || Number.isNaN(Date.parse(start)) ? undefined : minutesOf(start);
}

function isCounting({ by }: ModelSpec['protocol']): boolean {
  return by === 'offset' || by === 'page';
}

function counted(versions: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const version of versions) counts.set(version, (counts.get(version) ?? 0) + 1);
  return counts;
}
