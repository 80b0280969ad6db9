import { type Code, code, docWords, literal } from '../code.js';
import type { TemplateValues } from '../emit/template.js';
import type { Output } from '../outputs.js';

interface DestinationFacts {
  /** How help and messages write it. */
  readonly words: string;
  readonly imported: Code;
  readonly exported: Code;
  /** The statement that opens it when `to` names one. */
  readonly open: Code;
}

const DESTINATIONS: { readonly [Kind in Output]?: DestinationFacts } = {
  duckdb: {
    words: 'file.duckdb',
    imported: code`import { openDuckdb } from './duckdb.js';`,
    exported: code`export { openDuckdb } from './duckdb.js';`,
    open: code`if (/^duckdb:|\\.(duckdb|ddb)$/.test(to)) return openDuckdb(to.replace(/^duckdb:/, ''));`,
  },
  postgres: {
    words: 'postgres://host/database',
    imported: code`import { openPostgres } from './postgres.js';`,
    exported: code`export { openPostgres } from './postgres.js';`,
    open: code`if (/^postgres(ql)?:/.test(to)) return openPostgres(to);`,
  },
  sqlite: {
    words: 'file.sqlite',
    imported: code`import { openSqlite } from './sqlite.js';`,
    exported: code`export { openSqlite, sqliteDestination, type SqliteDatabase } from './sqlite.js';`,
    open: code`if (/^sqlite:|\\.(sqlite3?|db)$/.test(to)) return openSqlite(to.replace(/^sqlite:/, ''));`,
  },
  files: {
    words: 'folder/',
    imported: code`
      import { openFiles } from './files.js';
      import { openParquet } from './parquet.js';
    `,
    exported: code`
      export { openFiles } from './files.js';
      export { openParquet } from './parquet.js';
    `,
    open: code`if (to.endsWith('/')) return options.format === 'parquet' ? openParquet(to) : openFiles(to);`,
  },
};

/** The holes of `src/sync/open-destination.ts`. */
export function destinationChoice(outputs: readonly Output[]): TemplateValues {
  const known = outputs.flatMap((output) => DESTINATIONS[output] ?? []);
  return {
    imports: code`${known.map(({ imported }) => imported)}`,
    cases: code`${known.map(({ open }) => open)}`,
    words: docWords(known.map(({ words }) => words).join(', ')),
    formats: literal(outputs.includes('files') ? ['jsonl', 'parquet'] : []),
  };
}

/** What `src/sync/index.ts` exports of them. */
export function destinationExports(outputs: readonly Output[]): Code {
  return code`${outputs.flatMap((output) => DESTINATIONS[output]?.exported ?? [])}`;
}
