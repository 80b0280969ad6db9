import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { generatedFrom } from './connector.js';
import { specOf } from './inputs.js';
import { measure } from './processes.js';
import type { Aim, Cell, Result } from './result.js';
import { fresh } from './scratch.js';
import { summarise, takeTurns } from './stats.js';

const ROUNDS = 7;

/** What a connector costs those who use it: bytes, type checking, loading, and the run of its tests. */
export async function benchSize(): Promise<Result> {
  const one = await generatedFrom(specOf(1), 'size');
  const [oneBytes, wholeBytes] = [await bytesOf(one), await bytesOf('generated/analytics')];
  const check = await checkTimes();
  const load = await importTimes();
  const tests = summarise(
    (await takeTurns({ tests: () => measure(['npx', 'vitest', 'run'], resolve('generated/analytics')) }, 3))
      .get('tests')
      ?.map(({ wall }) => wall) ?? [],
  );
  const rows: Record<string, Cell>[] = [
    { what: 'one resource of 20 fields, minified, bytes', figure: oneBytes.plain },
    { what: 'one resource of 20 fields, minified and gzip, bytes', figure: oneBytes.gzip },
    { what: 'generated/analytics, minified, bytes', figure: wholeBytes.plain },
    { what: 'generated/analytics, minified and gzip, bytes', figure: wholeBytes.gzip },
    ...check.rows,
    { what: 'import of generated/analytics, ms', figure: load },
    { what: 'tests of generated/analytics (vitest, whole process), ms', figure: tests },
  ];
  const aims: Aim[] = [
    atMost(
      'one resource, minified and gzip',
      oneBytes.gzip / 1000,
      2,
      'kB',
      'Most of it is what every connector has: checked records, retries, errors that say what happened, resumable state.',
    ),
    atMost(
      "a consumer's type check over an empty project, TypeScript 6.0",
      check.added,
      90,
      'ms',
      'Twenty declaration files are opened beside the libraries of the empty project.',
    ),
    atMost('import', load.median, 10, 'ms', 'The package is twenty files, each of which Node resolves and reads.'),
  ];
  return { name: 'size', title: 'What a connector costs those who use it', rows, aims, versions: {} };
}

function atMost(what: string, found: number, most: number, unit: string, why?: string): Aim {
  const met = found <= most;
  return { what, aim: `at most ${most} ${unit}`, found: `${found.toFixed(1)} ${unit}`, met, ...(met || why === undefined ? {} : { why }) };
}

async function bytesOf(folder: string): Promise<{ plain: number; gzip: number }> {
  const { outputFiles } = await build({
    entryPoints: [join(folder, 'src/client.ts')],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    logLevel: 'error',
  });
  const bytes = outputFiles[0]?.contents ?? new Uint8Array();
  return { plain: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
}

/** A project that reads with the built connector, against an empty one. */
async function checkTimes(): Promise<{ rows: Record<string, Cell>[]; added: number }> {
  const folder = fresh('consumer');
  const connector = join(folder, 'node_modules/@acme/analytics-connector');
  mkdirSync(connector, { recursive: true });
  cpSync('generated/analytics/package.json', join(connector, 'package.json'));
  execFileSync('node', [
    resolve('node_modules/typescript/bin/tsc'),
    '-p',
    resolve('generated/analytics'),
    '--outDir',
    join(connector, 'dist'),
  ]);
  const options = {
    target: 'es2022',
    module: 'nodenext',
    lib: ['es2022', 'dom'],
    types: [],
    strict: true,
    noEmit: true,
    skipLibCheck: true,
  };
  const project = (name: string, text: string): string => {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'main.ts'), text);
    writeFileSync(join(folder, name, 'package.json'), '{ "type": "module" }\n');
    writeFileSync(join(folder, name, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['main.ts'] }));
    return join(folder, name);
  };
  const empty = project('empty', 'export {};\n');
  const using = project(
    'using',
    "import { AnalyticsClient } from '@acme/analytics-connector';\nfor await (const event of new AnalyticsClient({ apiKey: 'x' }).events.list()) console.log(event.customer_id);\n",
  );
  const rows: Record<string, Cell>[] = [];
  let added = NaN;
  for (const [label, compiler] of [
    ['6.0', 'typescript-6.0'],
    ['7.0', 'typescript'],
  ] as const) {
    const tsc = ['node', resolve('node_modules', compiler, 'bin/tsc'), '-p', '.'];
    const turns = await takeTurns({ empty: () => measure(tsc, empty), using: () => measure(tsc, using) }, ROUNDS);
    const times = (name: string) => summarise(turns.get(name)?.map(({ wall }) => wall) ?? []);
    const differences = (turns.get('using') ?? []).map(({ wall }, round) => wall - (turns.get('empty')?.[round]?.wall ?? NaN));
    rows.push(
      { what: `tsc ${label}, an empty project, ms`, figure: times('empty') },
      { what: `tsc ${label}, a project that reads events, ms`, figure: times('using') },
    );
    if (label === '6.0') added = summarise(differences).median;
  }
  return { rows, added };
}

async function importTimes(): Promise<ReturnType<typeof summarise>> {
  const folder = fresh('import');
  execFileSync('node', [
    resolve('node_modules/typescript/bin/tsc'),
    '-p',
    resolve('generated/analytics'),
    '--outDir',
    join(folder, 'dist'),
  ]);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  writeFileSync(
    join(folder, 'time.js'),
    "const started = performance.now();\nawait import('./dist/index.js');\nconsole.log(performance.now() - started);\n",
  );
  const times = await takeTurns(
    { import: async () => Number(execFileSync('node', ['time.js'], { cwd: folder, encoding: 'utf8' })) },
    ROUNDS,
  );
  return summarise(times.get('import') ?? []);
}
