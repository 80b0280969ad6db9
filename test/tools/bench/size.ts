import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { generatedFrom } from './connector.js';
import { specOf } from './inputs.js';
import { measure } from './processes.js';
import { type Cell, judge, type Result } from './result.js';
import { fresh, newerNode } from './scratch.js';
import { summarise, takeTurns } from './stats.js';

const ROUNDS = 9;

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
    ...load.rows,
    { what: 'tests of generated/analytics (vitest, whole process), ms', figure: tests },
  ];
  const parts = oneBytes.parts.map(([part, bytes]) => `${part} ${(bytes / oneBytes.plain).toFixed(2)}`).join(', ');
  const aims = [
    judge(
      atMost('one resource, minified and gzip', oneBytes.gzip / 1000, 3, 'kB'),
      `Every connector checks records, retries, redacts secrets, bounds and decodes bodies, refuses foreign redirects and has a typed error for each failure. Shares of the minified bytes: ${parts}.`,
    ),
    judge(
      atMost("a consumer's type check over an empty project, TypeScript 6.0", check.added, 90, 'ms'),
      `${check.files} declaration files are read and resolved beside the libraries of the empty project.`,
    ),
    judge(
      atMost('import', load.median, 10, 'ms'),
      `Node ${process.versions.node} resolves and reads ${load.files} files one by one; the same in one file takes ${load.bundled.toFixed(1)} ms${load.newer}.`,
    ),
  ];
  return { name: 'size', title: 'What a connector costs those who use it', rows, aims, versions: {} };
}

function atMost(what: string, found: number, most: number, unit: string) {
  return { what, aim: `at most ${most} ${unit}`, found: `${found.toFixed(1)} ${unit}`, met: found <= most };
}

async function bytesOf(folder: string): Promise<{ plain: number; gzip: number; parts: readonly (readonly [string, number])[] }> {
  const { outputFiles, metafile } = await build({
    entryPoints: [join(folder, 'src/client.ts')],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    metafile: true,
    outfile: 'bundle.js',
    logLevel: 'error',
  });
  const bytes = outputFiles[0]?.contents ?? new Uint8Array();
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  const parts = inputs
    .map(([path, { bytesInOutput }]): [string, number] => [path.replace(/^.*\/src\//, '').replace(/\.ts$/, ''), bytesInOutput])
    .sort(([, a], [, b]) => b - a);
  return { plain: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, parts };
}

/** A project that reads with the built connector, against an empty one. */
async function checkTimes(): Promise<{ rows: Record<string, Cell>[]; added: number; files: number }> {
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
    rows.push({ what: `tsc ${label}, what reading events adds, ms`, figure: summarise(differences) });
    if (label === '6.0') added = summarise(differences).median;
  }
  const listed = execFileSync('node', [resolve('node_modules/typescript-6.0/bin/tsc'), '-p', '.', '--listFiles'], {
    cwd: using,
    encoding: 'utf8',
  });
  return { rows, added, files: listed.split('\n').filter((path) => path.includes('analytics-connector')).length };
}

interface Loading {
  readonly rows: Record<string, Cell>[];
  readonly median: number;
  readonly files: number;
  /** The same when it is one file. */
  readonly bundled: number;
  /** What a newer Node.js takes, in words; nothing where it cannot be installed. */
  readonly newer: string;
}

async function importTimes(): Promise<Loading> {
  const folder = fresh('import');
  const tsc = resolve('node_modules/typescript/bin/tsc');
  execFileSync('node', [tsc, '-p', resolve('generated/analytics'), '--outDir', join(folder, 'dist')]);
  cpSync('generated/analytics/package.json', join(folder, 'package.json')); // which transport there is
  const { metafile } = await build({
    entryPoints: [join(folder, 'dist/index.js')],
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile: join(folder, 'bundle.js'),
    metafile: true,
    logLevel: 'error',
  });
  for (const [name, path] of [
    ['files.js', './dist/index.js'],
    ['one.js', './bundle.js'],
  ] as const)
    writeFileSync(
      join(folder, name),
      `const start = performance.now();\nawait import('${path}');\nconsole.log(performance.now() - start);\n`,
    );
  const time = (node: string, script: string) => async () => Number(execFileSync(node, [script], { cwd: folder, encoding: 'utf8' }));
  const newer = newerNode();
  const files = Object.keys(metafile.inputs).length;
  const ours = `import of generated/analytics, ${files} files, ms`;
  const bundled = 'the same bundled into one file, ms';
  const onNewer = `the same ${files} files on Node ${newer?.version ?? ''}, ms`;
  const turns = await takeTurns<string, number>(
    {
      [ours]: time(process.execPath, 'files.js'),
      [bundled]: time(process.execPath, 'one.js'),
      ...(newer === undefined ? {} : { [onNewer]: time(newer.node, 'files.js') }),
    },
    2 * ROUNDS,
  );
  const figure = (name: string) => summarise(turns.get(name) ?? []);
  return {
    rows: [...turns.keys()].map((what) => ({ what, figure: figure(what) })),
    median: figure(ours).median,
    files,
    bundled: figure(bundled).median,
    newer: newer === undefined ? '' : `, and on Node ${newer.version} the ${files} files take ${figure(onNewer).median.toFixed(1)} ms`,
  };
}
