import pc from 'picocolors';

/** Where the read of a resource stands. */
export interface Row {
  readonly resource: string;
  records: number;
  pages: number;
  /** Retries among them. */
  requests: number;
  retries: number;
  /** A sign for each page and each retry. */
  trail: string;
  /** The last thing that happened. */
  news: string;
  done: boolean;
}

export interface Screen {
  readonly isTTY: boolean;
  readonly color: boolean;
  write(text: string): void;
}

/** The table as lines. */
function tableOf(rows: readonly Row[], color: boolean): readonly string[] {
  const paint = pc.createColors(color);
  const width = Math.max('resource'.length, ...rows.map(({ resource }) => resource.length));
  const head = `  ${'resource'.padEnd(width)}  records  requests  retries`;
  return [
    paint.dim(head),
    ...rows.map(({ resource, records, requests, retries, trail, news, done }) => {
      const mark = done ? paint.green('✓') : paint.yellow('·');
      const counts = `${String(records).padStart(9)}${String(requests).padStart(10)}${String(retries).padStart(9)}`;
      const path = trail.replaceAll('↻', paint.yellow('↻')).replaceAll('▪', paint.green('▪'));
      return `${mark} ${paint.bold(resource.padEnd(width))}${counts}  ${path}  ${paint.dim(news)}`;
    }),
  ];
}

/** Draws the table again and again in one place; where that cannot be, says each new thing in a line. */
export function livePrinter(rows: readonly Row[], screen: Screen): { update(row: Row): void; end(): void } {
  let drawn = 0;
  const draw = (): void => {
    const lines = tableOf(rows, screen.color);
    screen.write(`${drawn > 0 ? `\u001b[${drawn}A` : ''}${lines.map((line) => `\u001b[2K${line}\n`).join('')}`);
    drawn = lines.length;
  };
  const width = Math.max(...rows.map(({ resource }) => resource.length));
  return {
    update: (row) => (screen.isTTY ? draw() : screen.write(`${row.resource.padEnd(width)}  ${row.news}\n`)),
    end: () => (screen.isTTY ? draw() : screen.write(`\n${tableOf(rows, screen.color).join('\n')}\n`)),
  };
}
