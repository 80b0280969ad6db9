import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { type Measured, MOST_ROUNDS } from './stats.js';

export type Cell = string | number | Measured;

/** What a benchmark found. Becomes a table on the terminal, and a file in `test/tools/bench/results/`. */
export interface Result {
  readonly name: string;
  readonly title: string;
  /** One row per contender and size; the keys of the first are the columns. */
  readonly rows: readonly Readonly<Record<string, Cell>>[];
  readonly aims: readonly Aim[];
  /** Versions of what was compared. */
  readonly versions: Readonly<Record<string, string>>;
  readonly notes?: readonly string[];
}

export interface Aim {
  readonly what: string;
  readonly aim: string;
  readonly found: string;
  readonly met: boolean;
  /** Why not, in a sentence. */
  readonly why?: string;
}

/** What was found, against what was aimed at. `why` is kept when the aim is not met, and has to be there in case it is not. */
export function judge(aim: Omit<Aim, 'why'>, why: string): Aim {
  return aim.met ? aim : { ...aim, why };
}

export function printResult({ title, rows, aims, notes = [] }: Result): string {
  const columns = Object.keys(rows[0] ?? {});
  const lines = [columns, ...rows.map((row) => columns.map((column) => showCell(row[column] ?? '')))];
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => (line[index] ?? '').length)));
  const table = lines.map((line) =>
    line.map((cell, index) => (index === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[index] ?? 0))).join('  '),
  );
  const judged = aims.map(
    ({ what, aim, found, met, why }) =>
      `${met ? 'met    ' : 'not met'}  ${what}: ${found}, aim ${aim}${why === undefined ? '' : `. ${why}`}`,
  );
  return [`\n${title}`, ...table, ...judged, ...notes, ''].join('\n');
}

export function saveResult(result: Result): void {
  mkdirSync('test/tools/bench/results', { recursive: true });
  const { versions, notes = [], ...rest } = result;
  const [load = 0] = loadavg();
  const busy =
    load <= cpus().length
      ? []
      : [`The machine was busy (load ${load.toFixed(1)} on ${cpus().length} processors): ratios say more than times.`];
  const short = Number.isFinite(MOST_ROUNDS)
    ? [`At most ${MOST_ROUNDS} rounds were run, to try the benchmark out: no figures to rely on.`]
    : [];
  const saved = {
    ...rest,
    notes: [...notes, ...busy, ...short],
    date: new Date().toISOString().slice(0, 16) + 'Z',
    machine: machine(),
    versions: { node: process.version, ...versions },
  };
  writeFileSync(`test/tools/bench/results/${result.name}.json`, `${JSON.stringify(saved, (_, value: unknown) => rounded(value), 2)}\n`);
}

/** A cell as people read it: `312 (298–340)`. */
export function showCell(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return digits(cell);
  return `${digits(cell.median)} (${digits(cell.least)}–${digits(cell.most)})`;
}

function digits(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : String(rounded(value));
}

function rounded(value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(4)) : value;
}

function machine(): object {
  return {
    cpu: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    system: `${process.platform} ${release()}`,
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
    load: loadavg().map((load) => Math.round(load * 10) / 10),
  };
}
