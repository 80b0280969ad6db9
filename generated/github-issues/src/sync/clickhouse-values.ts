// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import { SyncError } from './destination.ts';
import { placeOf, type Limits } from './storable.ts';
import type { Cell, ColumnKind, Row, Table } from './table.ts';

/** Text in ClickHouse can hold every sign, and JSON is text here. A whole number has 256 bits. */
export const LIMITS: Limits = {
  name: 'ClickHouse',
  holdsNul: { text: true, json: true },
  holdsHalves: true,
  refusalOf(cell: string, kind: ColumnKind): string | undefined {
    if (kind === 'bigint' && cell.replace('-', '').length > 76) {
      return 'it is beyond the 76 digits that a number has in ClickHouse. Declare the field as decimal or json, which keep all digits';
    }
    return kind === 'time' && /[Z+-]/.test(cell)
      ? 'a time of day has no offset in ClickHouse. Declare the field as a string'
      : undefined;
  },
};

/** The years that the server has days for. Others would become the first, or the last of them, in silence. */
export interface Years {
  readonly first: number;
  readonly last: number;
}

/** A row as a line of the format `TSV`, with the version that it is written with. */
export function lineOf(
  table: Table,
  rows: readonly Row[],
  index: number,
  years: Years,
  more: readonly number[],
): string {
  const cells = (rows[index] ?? []).map((cell, column) => {
    const kind = table.kinds[column];
    const why = typeof cell === 'string' ? refusalOf(cell, kind, years) : undefined;
    if (why === undefined) return written(cell);
    throw new SyncError(
      'destination',
      `${placeOf(table, rows, index)}, ${table.columns[column]}: ${why}. Nothing of this batch was written`,
    );
  });
  return [...cells, ...more].join('\t');
}

/** A cell in `TSV`, which takes bytes as they are, and JSON would not. */
function written(cell: Cell): string {
  if (cell === null) return '\\N';
  if (cell instanceof Uint8Array)
    return Array.from(cell, (byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
  return String(cell).replace(/[\\\t\n\r\0]/g, (sign) => ESCAPES[sign] ?? sign);
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r', '\0': '\\0' };

/** Why the server has no such day. It takes the 31st of February for the 2nd of March. */
function refusalOf(cell: string, kind: ColumnKind | undefined, { first, last }: Years): string | undefined {
  if (kind !== 'date' && kind !== 'instant' && kind !== 'timestamp') return undefined;
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(cell) ?? [];
  const days = new Date(Date.UTC(2000 + (Number(year) % 400), Number(month), 0)).getUTCDate();
  if (Number(day) > days) return `no calendar has the day ${cell.slice(0, 10)}`;
  if (Number(year) >= first && Number(year) <= last) return undefined;
  return `this server has days of the years ${first} to ${last} only. Declare the field as a string`;
}
