import { printable } from '../diagnostics/words.js';
import type { Assembled, Outcome } from './assemble.js';
import type { Imported, Stream } from './contract.js';

/** One line a stream: what became of it, where it stands in the source, and why. */
export function reportText({ outcomes }: Assembled, source: string, { notes }: Imported): string {
  const places = outcomes.map((each) => placeText(each, source));
  const width = (texts: readonly string[], most: number): number => Math.min(most, Math.max(0, ...texts.map((each) => each.length)));
  const [names, wide] = [
    width(
      outcomes.map(({ stream }) => printable(stream.name)),
      40,
    ),
    width(places, 60),
  ];
  const lines = outcomes.map(({ stream, status, reasons, resource }, index) => {
    const said = resource !== undefined && resource !== stream.name ? [`as ${resource}`, ...reasons] : reasons;
    return `${status.padEnd(8)}  ${printable(stream.name).padEnd(names)}  ${(places[index] ?? '').padEnd(wide)}  ${printable(said.join('; '))}`.trimEnd();
  });
  return [...lines, ...notes.map((note) => `note      ${printable(note)}`)].map((line) => `${line}\n`).join('');
}

/** The same for programs. */
export function reportData({ outcomes }: Assembled, source: string): readonly object[] {
  return outcomes.map(({ stream, status, reasons, resource }) => ({
    stream: stream.name,
    status,
    ...(resource === undefined ? {} : { resource }),
    source,
    ...(stream.place === undefined ? {} : { line: stream.place.line, column: stream.place.column }),
    reasons,
  }));
}

/** How many of each. */
export function totals(outcomes: readonly Outcome[]): string {
  const count = (status: Outcome['status']): number => outcomes.filter((each) => each.status === status).length;
  const parts = [
    [count('imported'), 'imported'],
    [count('stub'), 'with a hook to write'],
    [count('left out'), 'left out'],
  ] as const;
  return parts
    .filter(([number]) => number > 0)
    .map(([number, words]) => `${number} ${words}`)
    .join(', ');
}

function placeText({ stream: { place } }: Outcome, source: string): string {
  return place === undefined ? printable(source) : `${printable(source)}:${place.line}:${place.column}`;
}

/** What there is in a source: `--list`. */
export function listText(streams: readonly Stream[]): string {
  const rows = streams.map(({ name, tags, shown = [], reason }) =>
    [name, ...shown, reason === undefined ? '' : `left out: ${reason}`, tags.join(', ')].map(printable),
  );
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, index) => Math.min(60, Math.max(0, ...rows.map((row) => (row[index] ?? '').length))));
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, index) => cell.padEnd(widths[index] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
