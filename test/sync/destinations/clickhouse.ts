import { execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient } from '@clickhouse/client';
import { openClickhouse } from '../../../generated/github-issues/src/sync/index.ts';
import type { Harness, TextColumn } from '../support/harness.js';

/** `npm run test:clickhouse` says so: it needs Python, and the engine from PyPI. */
const IS_ASKED = process.env['TAPWRIGHT_TEST_CLICKHOUSE'] === '1';
const PACKAGE = 'chdb-core==26.9.0';
const FOLDER = fileURLToPath(new URL('../../../node_modules/.cache/clickhouse', import.meta.url));
const SERVER = fileURLToPath(new URL('../support/clickhouse.py', import.meta.url));

interface ClickhouseServer {
  readonly port: number;
  stop(): Promise<void>;
}

/** The Python with the engine; it is installed once. */
function python(): string {
  const program = join(FOLDER, 'bin', 'python');
  if (existsSync(join(FOLDER, 'complete'))) return program;
  try {
    execFileSync('python3', ['-m', 'venv', '--clear', FOLDER], { stdio: 'pipe' });
    execFileSync(program, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', PACKAGE], { stdio: 'pipe' });
    execFileSync('touch', [join(FOLDER, 'complete')]);
  } catch (error) {
    throw new Error(
      `these tests need python3 with venv, and ${PACKAGE} from PyPI: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  return program;
}

/** `inside`: words in front of the command line that starts it. */
export async function startServer(
  folder = mkdtempSync(join(tmpdir(), 'tapwright-clickhouse-')),
  inside: readonly string[] = [],
): Promise<ClickhouseServer> {
  const [program = '', ...words] = [...inside, python(), SERVER, join(folder, 'data')];
  const server = spawn(program, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise<number>((resolve, reject) => {
    server.stdout.once('data', (text: Buffer) => resolve(Number(text.toString())));
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  server.once('exit', (code, signal) => code !== null && process.stderr.write(`the server of ClickHouse ended with ${code}, ${signal}\n`));
  return {
    port,
    async stop() {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

let server: Promise<ClickhouseServer> | undefined;

const named = (name: string): string =>
  name
    .split('.')
    .map((part) => `\`${part.replace(/^"|"$/g, '').replaceAll('""', '"')}\``)
    .join('.');

/** A column as text; instants are in UTC. */
function asText({ name, kind }: TextColumn): string {
  const column = `\`${name}\``;
  return `${kind === 'binary' ? `lower(hex(${column}))` : kind === 'instant' ? `concat(toString(${column}), 'Z')` : `toString(${column})`} AS ${column}`;
}

/** Rows as they are when folded, with every digit. */
const EXACT = {
  final: 1,
  output_format_decimal_trailing_zeros: 1,
  output_format_json_quote_64bit_integers: 1,
  output_format_json_quote_decimals: 1,
} as const;

/** The engine by its real client: what is written is read back by SQL. */
const clickhouse: Harness = {
  name: 'ClickHouse',
  hasSchemas: true,
  async place() {
    server ??= startServer();
    const { port } = await server;
    const database = randomUUID();
    const url = `http://127.0.0.1:${port}`;
    const run = async (query: string): Promise<readonly Readonly<Record<string, unknown>>[]> => {
      const client = createClient({ url, clickhouse_settings: EXACT });
      try {
        if (!query.startsWith('SELECT')) {
          await client.command({ query });
          return [];
        }
        const found = await client.query({ query, format: 'JSONEachRow' });
        return await found.json();
      } finally {
        await client.close();
      }
    };
    await run(`CREATE DATABASE \`${database}\``);
    const to = `clickhouse://127.0.0.1:${port}/${database}`;
    const at = (table: string): string => (table.includes('.') ? named(table) : `\`${database}\`.${named(table)}`);
    const columnsOf = (columns: readonly string[]): string => columns.map((column) => `\`${column}\``).join(', ');
    return {
      to,
      open: (options) => openClickhouse(to, options),
      makeForeign: async (name) => {
        await run(`CREATE TABLE ${at(name)} (mine String) ENGINE = MergeTree ORDER BY tuple()`);
        await run(`INSERT INTO ${at(name)} VALUES ('MINE')`);
      },
      async unlock() {
        const locks = await run(`SELECT name FROM system.tables WHERE database = '${database}' AND startsWith(name, '_sync_lock_')`);
        for (const lock of locks) await run(`DROP TABLE ${at(String(lock['name']))}`);
      },
      async snapshot() {
        const tables = await run(`SELECT name, create_table_query FROM system.tables WHERE database = '${database}' ORDER BY name`);
        const rowsOf = async (name: string): Promise<readonly string[]> =>
          (await run(`SELECT * FROM ${at(name)}`)).map((row) => JSON.stringify(row)).sort(); // the server orders them anew when it merges
        return Promise.all(tables.map(async (table) => [table, await rowsOf(String(table['name']))]));
      },
      texts: (table, columns) => run(`SELECT ${columns.map(asText).join(', ')} FROM ${at(table)} AS t ORDER BY t.id`),
      rows: (table, columns) => run(`SELECT ${columnsOf(columns)} FROM ${at(table)} ORDER BY 1`),
    };
  },
  async stop() {
    const started = server;
    server = undefined; // files that share a process have one each
    await (await started)?.stop();
  },
};

if (IS_ASKED) python(); // here, and not in the time that a test has
export const harnesses = IS_ASKED ? [clickhouse] : [];
