// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import { isWiderDecimal } from './decimals.ts';
import type { Limits } from './storable.ts';
import type { Cell, ColumnKind } from './table.ts';

/** Text in MySQL can hold every sign, and JSON is text here. A decimal has 65 digits. */
export const LIMITS: Limits = {
  name: 'MySQL',
  holdsNul: { text: true, json: true },
  holdsHalves: true,
  refusalOf(cell: string, kind: ColumnKind): string | undefined {
    if (kind === 'bigint' && cell.replace('-', '').length > 65) {
      return 'it is beyond the 65 digits that a number has in MySQL. Declare the field as decimal or json, which keep all digits';
    }
    return kind === 'time' && /[Z+-]/.test(cell)
      ? 'a time of day has no offset in MySQL. Declare the field as a string'
      : undefined;
  },
};

/** A cell as the driver takes it. Times have no zone in MySQL: instants are written in UTC. */
export function mysqlValue(cell: Cell, kind: ColumnKind | undefined): string | number | Uint8Array | null {
  if (typeof cell === 'boolean') return Number(cell);
  return typeof cell === 'string' && kind === 'instant' ? inUtc(cell) : cell;
}

/** `2024-03-10T02:30:00+05:30` → `2024-03-09 21:00:00` */
function inUtc(instant: string): string {
  const [, time = '', fraction = '', sign, hours, minutes] =
    /^(.*T.{8})(\.\d+)?(?:Z|([+-])(\d\d):?(\d\d))$/.exec(instant) ?? [];
  if (sign === undefined) return time === '' ? instant : `${time.replace('T', ' ')}${fraction}`;
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -60_000 : 60_000);
  const utc = new Date(Date.parse(`${time}Z`) - offset);
  return Number.isNaN(utc.getTime()) ? instant : `${utc.toISOString().slice(0, -5).replace('T', ' ')}${fraction}`;
}

/** What each type may become without losing a value. Every type may become text. */
const WIDER: Readonly<Record<string, readonly string[]>> = {
  'tinyint(1)': ['bigint', 'double'],
  bigint: ['double', 'decimal(65,0)'],
};

/** How a column becomes one of that type: what follows `ALTER TABLE …`. Undefined: it would lose what it holds. */
export function changeOf(
  name: string,
  before: string | undefined,
  type: string,
  collation: string,
): string | undefined {
  const declared = `"${name.replaceAll('"', '""')}" ${type}${/^(longtext|varchar)/.test(type) ? ` COLLATE ${collation}` : ''}`;
  if (before === undefined) return `ADD COLUMN ${declared}`;
  const isWider =
    type === 'longtext'
      ? !before.includes('blob') && !before.includes('binary')
      : WIDER[before]?.includes(type) === true || isWiderDecimal(before, type);
  return isWider ? `MODIFY COLUMN ${declared}` : undefined;
}
