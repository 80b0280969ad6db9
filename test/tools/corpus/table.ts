/** A line of the table. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  /** What is measured, from 0 to 1 where it is a share. */
  readonly share?: number;
  readonly aim?: number;
}

export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map(({ what, measured, share, aim }) => [
    what,
    measured,
    share === undefined ? '' : `${(share * 100).toFixed(1)} %`,
    aim === undefined ? '' : `${(aim * 100).toFixed(0)} %`,
    aim === undefined || share === undefined ? '' : share >= aim ? 'met' : 'not met',
  ]);
  const all = [['what', 'measured', 'share', 'aim', ''], ...cells];
  const widths = all[0]?.map((_, index) => Math.max(...all.map((row) => (row[index] ?? '').length))) ?? [];
  return `${all
    .map((row) =>
      row
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')}\n`;
}
