import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { harnesses as mysql } from '../../sync/destinations/mysql.js';
import { startPostgres } from '../../sync/support/postgres.js';
import { newFolder, S3_ENVIRONMENT, stopServer } from '../../sync/support/s3.js';
import { type Cost, measure } from './processes.js';
import { serve } from './read.js';
import type { Cell, Result } from './result.js';
import { fresh } from './scratch.js';
import { bundledProgram } from './sync.js';

const PAGE = 100;
const FEW = 50_000;
const MANY = 200_000;

/** Where rows go to, a new place each time. */
interface Place {
  readonly to: () => Promise<string>;
  readonly format?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stop?: () => Promise<void>;
}

/** What a million rows cost in each destination: the slope between two sizes, so that what a process costs by itself is not in it. */
export async function benchDestinations(): Promise<Result> {
  const program = await bundledProgram('destinations', 'all');
  const rows: Record<string, Cell>[] = [];
  const missing: string[] = [];
  for (const [name, open] of Object.entries(PLACES)) {
    const place = await open().catch(() => undefined);
    if (place === undefined) {
      missing.push(name);
      continue;
    }
    const few = await sync(program, place, FEW);
    const many = await sync(program, place, MANY);
    await place.stop?.();
    rows.push({
      destination: name,
      'processor, s': ((many.cpu - few.cpu) / (MANY - FEW)) * 1000,
      'memory, MiB, 50,000 rows': few.memory,
      '200,000 rows': many.memory,
    });
  }
  return {
    name: 'destinations',
    title: 'A million rows of 20 fields, merged by their key: what the process takes, without the servers of databases',
    rows,
    aims: [],
    versions: {},
    notes: [
      'One run of 50,000 rows and one of 200,000 into an empty destination, each: a million rows are what the second takes more, times 6.7.',
      ...missing.map((name) => `${name} was not measured: its server is not here.`),
    ],
  };
}

async function sync(program: string, { to, format, env }: Place, records: number): Promise<Cost> {
  const server = await serve({ size: PAGE, pages: records / PAGE });
  const said = { ...process.env, ...env, BENCH_TOKEN: 'x', BENCH_BASE_URL: server.url, BENCH_TO: await to() };
  const formats = format === undefined ? [] : ['--format', format];
  return measure(['node', program, 'sync', ...formats], fresh('destinations-run'), said).finally(server.stop);
}

const inFolder = (name: string) => async (): Promise<string> => join(fresh('destinations'), name);

const s3 = async (format: string): Promise<Place> => {
  await newFolder();
  return { to: async () => (await newFolder()).to, format, env: S3_ENVIRONMENT };
};

const PLACES: Readonly<Record<string, () => Promise<Place>>> = {
  DuckDB: async () => ({ to: inFolder('rows.duckdb') }),
  SQLite: async () => ({ to: inFolder('rows.sqlite') }),
  'JSON Lines': async () => ({ to: inFolder('lines/') }),
  Parquet: async () => ({ to: inFolder('parquet/'), format: 'parquet' }),
  async Postgres() {
    const server = await startPostgres();
    let count = 0;
    return { to: () => server.database(`rows_${++count}`), stop: () => server.stop() };
  },
  async MariaDB() {
    const [server] = mysql;
    if (server === undefined || !existsSync('/usr/sbin/mariadbd')) throw new Error('no server');
    return { to: async () => (await server.place()).to, stop: () => server.stop() };
  },
  'JSON Lines in S3': () => s3('jsonl'),
  'Parquet in S3': async () => ({ ...(await s3('parquet')), stop: stopServer }),
};
