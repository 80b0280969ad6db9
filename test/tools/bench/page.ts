import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { drawPicture } from './picture.js';
import { type Aim, type Cell, showCell } from './result.js';

const PAGE = 'docs/benchmarks.md';
const START = '<!-- bench:start -->';
const END = '<!-- bench:end -->';
const ORDER = ['generate', 'read', 'sync', 'destinations', 'latency', 'decode', 'size', 'runtimes'];

interface Saved {
  readonly title: string;
  readonly rows: readonly Readonly<Record<string, Cell>>[];
  readonly aims: readonly Aim[];
  readonly versions: Readonly<Record<string, string>>;
  readonly notes?: readonly string[];
  readonly date: string;
  readonly machine: { readonly cpu: string; readonly memory: string; readonly system: string; readonly load: readonly number[] };
}

/** Writes what `docs/benchmarks.md` has between its two markers anew, from `test/tools/bench/results/`. */
export function writePage(): void {
  const page = readFileSync(PAGE, 'utf8');
  const start = page.indexOf(START);
  const end = page.indexOf(END);
  if (start < 0 || end < start) throw new Error(`${PAGE} needs the lines ${START} and ${END}`);
  const saved = ORDER.map((name) => `test/tools/bench/results/${name}.json`)
    .filter((path) => existsSync(path))
    .map((path) => JSON.parse(readFileSync(path, 'utf8')) as Saved);
  const picture = drawPicture();
  const text = [...(picture === undefined ? [] : [`${picture}\n`]), ...saved.map(section)].join('\n');
  writeFileSync(PAGE, `${page.slice(0, start)}${START}\n\n${text}\n${page.slice(end)}`);
}

function section({ title, rows, aims, versions, notes = [], date, machine }: Saved): string {
  const columns = Object.keys(rows[0] ?? {});
  const table =
    rows.length === 0
      ? []
      : [
          line(columns),
          line(columns.map((_, index) => (index === 0 ? '---' : '--:'))),
          ...rows.map((row) => line(columns.map((column) => showCell(row[column] ?? '')))),
          '',
        ];
  const judged = aims.map(
    ({ what, aim, found, met, why }) =>
      `- ${what}: **${found}** (aim: ${aim}; ${met ? 'met' : 'not met'})${why === undefined ? '' : `. ${why}`}`,
  );
  const said = rows.length === 0 ? ['```text', ...notes.map((note) => note.trimEnd()), '```', ''] : notes.flatMap((note) => [note, '']);
  const of = Object.entries(versions).map(([name, version]) => `${name} ${version.replace(/^v/, '')}`);
  return [
    `## ${title}`,
    '',
    ...table,
    ...said,
    ...(judged.length === 0 ? [] : [...judged, '']),
    `${date.replace('T', ' ').replace('Z', ' UTC')}, ${machine.cpu}, ${machine.memory}, ${machine.system}; ${of.join(', ')}. Load of the machine: ${machine.load.join(', ')}.`,
    '',
  ].join('\n');
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
