import { symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { startPostgres } from '../../sync/support/postgres.js';
import { generatedFrom } from './connector.js';
import { specOf } from './inputs.js';
import { type Cost, measure } from './processes.js';
import { DLT, serve, venvWith } from './read.js';
import { type Aim, type Cell, judge, type Result } from './result.js';
import { fresh } from './scratch.js';
import { summarise, takeTurns } from './stats.js';

const PAGES = 500;
const ROUNDS = 3;
const OURS = 'tapwright';
const DLT_NAME = 'dlt rest_api';

/** Whole processes that merge 50,000 records by their key into an empty database. */
export async function benchSync(): Promise<Result> {
  const program = await bundledProgram();
  const python = findDlt();
  const server = await serve({ size: 100, pages: PAGES });
  const postgres = await startPostgres();
  let count = 0;
  const database = (): Promise<string> => postgres.database(`bench_${++count}`);
  const ours = (to: string): Promise<Cost> =>
    measure(['node', program, 'sync', '--to', to], fresh('sync-ours'), { ...process.env, BENCH_TOKEN: 'x', BENCH_BASE_URL: server.url });
  const theirs = (destination: string, place: string): Promise<Cost> => {
    const folder = fresh('sync-dlt');
    return measure([python ?? '', resolve('test/tools/bench/readers/dlt_sync.py'), server.url, destination, place, folder], folder);
  };
  const taken = takeTurns<string, Cost>(
    {
      [`${OURS}, DuckDB`]: () => ours(join(fresh('sync-duckdb'), 'ours.duckdb')),
      [`${OURS}, Postgres`]: async () => ours(await database()),
      ...(python === undefined
        ? {}
        : {
            [`${DLT_NAME}, DuckDB`]: () => theirs('duckdb', join(fresh('sync-duckdb'), 'theirs.duckdb')),
            [`${DLT_NAME}, Postgres`]: async () => theirs('postgres', (await database()).replace('tester@', 'tester:any@')), // it asks for a password
          }),
    },
    ROUNDS,
  );
  const turns = await taken.finally(async () => {
    server.stop();
    await postgres.stop();
  });
  const rows = [...turns].map(([name, costs]): Record<string, Cell> => ({
    sync: name,
    'time, ms': summarise(costs.map(({ wall }) => wall)),
    'processor, ms': summarise(costs.map(({ cpu }) => cpu)),
    'memory, MiB': summarise(costs.map(({ memory }) => memory)),
  }));
  return {
    name: 'sync',
    title: 'Merging 50,000 records of 20 fields by their key into an empty database: the whole process, without the server of Postgres',
    rows,
    aims: aimsOf(turns),
    versions: python === undefined ? {} : { dlt: DLT },
    notes: python === undefined ? ['dlt was not measured: needs Python 3.9 or newer with venv, and pip.'] : [],
  };
}

/** How many times the processor time of ours theirs should take at least, and why it may not. */
const RATIOS: readonly (readonly [database: string, least: number, why: string])[] = [
  [
    'DuckDB',
    25,
    "By a profile, close to half of the processor's time is DuckDB's own library, inside of the process: loading it, appending, merging, and its checkpoint at the end; a read that checks as much and stores nothing takes a quarter.",
  ],
  ['Postgres', 15, "A read that checks as much and stores nothing takes close to half of the processor's time, more than the aim."],
];

function aimsOf(turns: ReadonlyMap<string, readonly Cost[]>): readonly Aim[] {
  const median = (name: string, of: keyof Cost): number => summarise((turns.get(name) ?? []).map((cost) => cost[of])).median;
  const ratios = RATIOS.filter(([database]) => turns.has(`${DLT_NAME}, ${database}`)).map(([database, least, why]) => {
    const ratio = (of: keyof Cost): number => median(`${DLT_NAME}, ${database}`, of) / median(`${OURS}, ${database}`, of);
    return judge(
      {
        what: `${DLT_NAME} against ${OURS} into ${database}, by time of the processor`,
        aim: `at least ${least} ×`,
        found: `${ratio('cpu').toFixed(1)} × (${ratio('wall').toFixed(1)} × by the clock)`,
        met: ratio('cpu') >= least,
      },
      why,
    );
  });
  const most = Math.max(...RATIOS.map(([database]) => median(`${OURS}, ${database}`, 'memory')));
  return [
    ...ratios,
    judge(
      { what: `memory of ${OURS}`, aim: 'at most 200 MiB', found: `${most.toFixed(0)} MiB`, met: most <= 200 },
      'DuckDB keeps what it has not yet written.',
    ),
  ];
}

/** The program of a connector in one file, which finds the drivers of this project. */
export async function bundledProgram(name = 'sync', outputs = '[duckdb, postgres]'): Promise<string> {
  const merging = specOf(1).replace('    endpoint:', '    write_disposition: merge\n    endpoint:');
  const folder = await generatedFrom(`${merging}\noutputs: ${outputs}\n`, name);
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  const outfile = join(folder, 'bin.mjs');
  const entryPoints = [join(folder, 'src/sync/bin.ts')];
  await build({
    entryPoints,
    bundle: true,
    platform: 'node',
    packages: 'external',
    format: 'esm',
    target: 'es2022',
    outfile,
    logLevel: 'error',
  });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  return outfile;
}

function findDlt(): string | undefined {
  try {
    return venvWith('dlt', DLT, '[duckdb,postgres]');
  } catch {
    return undefined;
  }
}
