import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Cell } from './result.js';

/** The picture of the page: what reading and syncing take of the processor, as bars. */
const PICTURE = 'docs/benchmarks.svg';
const BAR = 20;
const GAP = 6;
const LEFT = 190;
const WIDE = 440;
const WIDTH = LEFT + WIDE + 90;

interface Group {
  readonly title: string;
  readonly bars: readonly { readonly name: string; readonly seconds: number }[];
}

/** Draws the picture anew, from `test/tools/bench/results/`. Returns the line that shows it; undefined where there is nothing to show. */
export function drawPicture(): string | undefined {
  const groups = [
    groupOf('read', 'Reading 50,000 records: seconds of the processor', 'reader', ({ 'records per second of the processor': speed }) =>
      speed === undefined ? NaN : 50_000 / middle(speed),
    ),
    groupOf('sync', 'Merging 50,000 records into a database: seconds of the processor', 'sync', ({ 'processor, ms': ms }) =>
      ms === undefined ? NaN : middle(ms) / 1000,
    ),
  ].filter(({ bars }) => bars.length > 0);
  if (groups.length === 0) return undefined;
  let y = 0;
  const drawn = groups.map((group) => {
    const text = draw(group, y);
    y += heightOf(group);
    return text;
  });
  const style =
    'text{font:13px system-ui,sans-serif;fill:#1f2328}.t{font-weight:600}.b{fill:#8c959f}.o{fill:#0969da}@media(prefers-color-scheme:dark){text{fill:#e6edf3}.o{fill:#58a6ff}}';
  writeFileSync(
    PICTURE,
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y}" width="${WIDTH}" height="${y}" role="img" aria-label="${groups.map(({ title }) => title).join('; ')}"><style>${style}</style>\n${drawn.join('')}</svg>\n`,
  );
  return '![Seconds of the processor, ours and others](benchmarks.svg)';
}

function groupOf(name: string, title: string, label: string, seconds: (row: Readonly<Record<string, Cell>>) => number): Group {
  const path = `test/tools/bench/results/${name}.json`;
  if (!existsSync(path)) return { title, bars: [] };
  const { rows } = JSON.parse(readFileSync(path, 'utf8')) as { rows: readonly Readonly<Record<string, Cell>>[] };
  const bars = rows.map((row) => ({ name: String(row[label]), seconds: seconds(row) }));
  return { title, bars: bars.filter((bar) => Number.isFinite(bar.seconds) && !bar.name.includes('pages of')) };
}

function middle(cell: Cell): number {
  return typeof cell === 'object' ? cell.median : Number(cell);
}

function heightOf({ bars }: Group): number {
  return 36 + bars.length * (BAR + GAP) + 12;
}

function draw({ title, bars }: Group, top: number): string {
  const most = Math.max(...bars.map(({ seconds }) => seconds));
  const lines = bars.map(({ name, seconds }, index) => {
    const y = top + 36 + index * (BAR + GAP);
    const width = Math.max(1, Math.round((seconds / most) * WIDE));
    return [
      `<text x="${LEFT - 8}" y="${y + 15}" text-anchor="end">${name}</text>`,
      `<rect class="${name.startsWith('tapwright') ? 'o' : 'b'}" x="${LEFT}" y="${y}" width="${width}" height="${BAR}" rx="2"/>`,
      `<text x="${LEFT + width + 6}" y="${y + 15}">${seconds.toPrecision(3)} s</text>\n`,
    ].join('');
  });
  return `<text class="t" x="0" y="${top + 22}">${title}</text>\n${lines.join('')}`;
}
