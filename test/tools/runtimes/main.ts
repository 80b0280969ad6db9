import { execFile } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { bundledConnector } from '../bench/connector.js';
import { type Cell, printResult, saveResult } from '../bench/result.js';
import { fresh } from '../bench/scratch.js';
import { startApi, type Served } from './api.js';
import { consumeInChromium } from './chromium.js';
import { isKnown, judgeOdd, ODD_SPEC, startOddApi } from './odd.js';
import { findChromium, findRuntimes, findWorkerd, type Runtime } from './runtimes.js';
import { consumeInWorkerd } from './workerd.js';

// `npm run test:runtimes`: the tests of the emitted packages, a consumer of a connector, and one of answers that are cut off or odd, where
// people run them; `-- odd` only the consumers.

const run = promisify(execFile);
const rows: Record<string, Cell>[] = [];
const failures: string[] = [];

type Modules = Readonly<Record<'connector.mjs' | 'consumer.mjs', string>>;
const modulesOf = async (consumer: string, name: string, platform: 'node' | 'browser', spec?: string): Promise<Modules> => ({
  'connector.mjs': readFileSync(await bundledConnector(name, spec, platform), 'utf8'),
  'consumer.mjs': readFileSync(`test/runtimes/${consumer}`, 'utf8'),
});
const connector = await bundledConnector('read');
const onNode = await modulesOf('consumer.mjs', 'read', 'node');
const elsewhere = await modulesOf('consumer.mjs', 'read-elsewhere', 'browser');
const oddOnNode = await modulesOf('odd-consumer.mjs', 'odd', 'node', ODD_SPEC);
const oddElsewhere = await modulesOf('odd-consumer.mjs', 'odd-elsewhere', 'browser', ODD_SPEC);
const sourceScript = sourceConsumerScript();
const { runtimes, missing } = findRuntimes();
const absent = [...missing];
const quick = process.argv.includes('odd'); // only what reads from servers

for (const runtime of runtimes) {
  const isNode = runtime.name.startsWith('Node');
  const run = (script: string) => async (api: string) => (await start(runtime, [script, api], process.cwd())).trim();
  const consumer = await attempt(runtime.name, () => withApi(startApi, run(consumerScript(isNode ? onNode : elsewhere))));
  const odd = await attempt(runtime.name, () => oddAnswers(runtime.name, run(consumerScript(isNode ? oddOnNode : oddElsewhere))));
  const asGiven = `${runtime.name}, a fetch of the caller`;
  if (isNode)
    await attempt(asGiven, () => oddAnswers(asGiven, run(consumerScript(oddOnNode, '{ fetch: (...request) => fetch(...request) }'))));
  const source = stripsTypes(runtime) ? await attempt(runtime.name, () => withApi(startApi, run(sourceScript))) : 'cannot strip types';
  const tests = quick ? 'not asked' : await attempt(runtime.name, () => emittedTests(runtime));
  const bytes = !isNode ? 'runs on Node' : quick ? 'not asked' : await attempt(runtime.name, () => generatedBytes(runtime));
  rows.push({
    runtime: runtime.name,
    version: runtime.version,
    consumer,
    'odd answers': odd,
    'from source': source,
    'emitted tests': tests,
    'what generate writes': bytes,
  });
}

const workerd = findWorkerd();
if (workerd === undefined) absent.push('workerd: needs its package from npm, which could not be installed here');
else {
  const run =
    (modules: Modules) =>
    (api: string): Promise<string> =>
      consumeInWorkerd(workerd.command[0] ?? '', modules, api);
  const consumer = await attempt('workerd', () => withApi(startApi, run(elsewhere)));
  const odd = await attempt('workerd', () => oddAnswers('workerd', run(oddElsewhere)));
  rows.push({
    runtime: 'workerd',
    version: workerd.version,
    consumer,
    'odd answers': odd,
    'from source': 'not asked',
    'emitted tests': 'no test runner',
    'what generate writes': 'runs on Node',
  });
}

const chromium = findChromium();
if (chromium === undefined) absent.push('Chromium: needs a browser at CHROMIUM or /usr/bin/chromium (Debian: apt-get install chromium)');
else {
  let version = '';
  const run = (modules: Modules) => async (api: string) => {
    const found = await consumeInChromium(chromium, modules, api);
    version = found.version;
    return found.said;
  };
  const consumer = await attempt('Chromium', () => withApi(startApi, run(elsewhere)));
  const odd = await attempt('Chromium', () => oddAnswers('Chromium', run(oddElsewhere)));
  rows.push({
    runtime: 'Chromium',
    version,
    consumer,
    'odd answers': odd,
    'from source': 'not asked',
    'emitted tests': 'no test runner',
    'what generate writes': 'runs on Node',
  });
}

const result = { name: 'runtimes', title: 'Where emitted packages run', rows, aims: [], versions: {}, notes: [...absent, ...failures] };
if (!quick) saveResult(result);
console.log(printResult(result));
process.exitCode = failures.length > 0 ? 1 : 0;

async function attempt(name: string, check: () => Promise<string>): Promise<string> {
  try {
    const said = await check();
    if (/^ok|passed$|^as committed/.test(said)) return said;
    failures.push(`${name}: ${said}`);
  } catch (error) {
    failures.push(`${name}: ${(error instanceof Error ? error.message : String(error)).slice(-1500)}`);
  }
  return 'FAILED';
}

/** Reads all odd answers. Fails where rows were lost that the documentation does not name, where a read hung, or an error has no reason. */
async function oddAnswers(where: string, run: (api: string) => Promise<string>): Promise<string> {
  const { lost, hung, nameless, read } = judgeOdd(await withApi(startOddApi, run));
  console.log(`${where}: ${read} read; lost: ${lost.join(', ') || 'none'}`);
  const unnamed = lost.filter((name) => !isKnown(where, name));
  if (unnamed.length > 0) throw new Error(`rows were lost in silence: ${unnamed.join(', ')}`);
  if (hung.length > 0) throw new Error(`a read never ended: ${hung.join(', ')}`);
  if (nameless.length > 0) throw new Error(`an error gives no reason: ${nameless.join(', ')}`);
  return `ok, ${lost.length} of ${lost.length + read} cannot be told`;
}

async function withApi(startServer: () => Promise<Served>, use: (url: string) => Promise<string>): Promise<string> {
  const api = await startServer();
  try {
    return await use(api.url);
  } finally {
    api.stop();
  }
}

function consumerScript(modules: Modules, options = '{}'): string {
  const folder = fresh('consumer-script');
  for (const [name, text] of Object.entries(modules)) writeFileSync(join(folder, name), text);
  const main = join(folder, 'main.mjs');
  writeFileSync(
    main,
    `import * as connector from './connector.mjs';\nimport { consume } from './consumer.mjs';\nconsole.log(await consume(connector, process.argv[2], ${options}));\n`,
  );
  return main;
}

/** The consumer with the sources of the connector as they are emitted, where the runtime is to strip their types. */
function sourceConsumerScript(): string {
  const folder = fresh('consumer-source');
  cpSync(join(dirname(connector), 'src'), join(folder, 'src'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  writeFileSync(join(folder, 'consumer.mjs'), onNode['consumer.mjs']);
  const main = join(folder, 'main.mjs');
  writeFileSync(
    main,
    "import * as connector from './src/index.ts';\nimport { consume } from './consumer.mjs';\nconsole.log(await consume(connector, process.argv[2]));\n",
  );
  return main;
}

/** Node.js does so of itself since 22.18. */
function stripsTypes({ name, version }: Runtime): boolean {
  return !name.startsWith('Node') || Number(version.split('.')[0]) >= 22;
}

/** Runs vitest itself in the runtime, over the tests of all committed packages. */
async function emittedTests(runtime: Runtime): Promise<string> {
  const vitest = resolve('node_modules/vitest/vitest.mjs');
  const report = join(fresh('reports'), 'report.json');
  const argv = [vitest, 'run', '--config', 'test/vitest.config.ts', '--reporter=json', `--outputFile=${report}`, 'generated/'];
  await start(runtime, argv, process.cwd()).catch((error: unknown) => {
    const counts = countsIn(report);
    if (counts === undefined) throw error;
    throw new Error(counts.failed.slice(0, 5).join('; '));
  });
  return `${countsIn(report)?.passed ?? 0} passed`;
}

/** Generates all committed packages anew with the program running in the runtime, and compares every byte with what is committed. */
async function generatedBytes(runtime: Runtime): Promise<string> {
  const folder = fresh('generated-bytes');
  cpSync('specs', join(folder, 'specs'), { recursive: true });
  await start(runtime, [resolve('dist/bin.js'), 'generate'], folder);
  const made = filesBelow(join(folder, 'generated'));
  const committed = filesBelow('generated');
  const different = [...new Set([...made.keys(), ...committed.keys()])].filter((path) => made.get(path) !== committed.get(path));
  return different.length === 0 ? `as committed, ${made.size} files` : `differs: ${different.slice(0, 5).join(', ')}`;
}

function filesBelow(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => !/(?:^|[\\/])(?:node_modules|dist)(?:[\\/]|$)/.test(path) && statSync(join(folder, path)).isFile())
    .sort();
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'latin1')]));
}

function countsIn(report: string): { passed: number; failed: readonly string[] } | undefined {
  try {
    const { numPassedTests, testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
      numPassedTests: number;
      testResults: { name: string; message: string; assertionResults: { status: string; fullName: string; failureMessages: string[] }[] }[];
    };
    const failed = testResults.flatMap(({ name, message, assertionResults }) => [
      ...(assertionResults.length === 0 && message !== '' ? [`${name}: ${message}`] : []),
      ...assertionResults
        .filter(({ status }) => status === 'failed')
        .map((each) => `${name}: ${each.fullName}: ${each.failureMessages[0] ?? ''}`),
    ]);
    return { passed: numPassedTests, failed };
  } catch {
    return undefined;
  }
}

async function start({ command }: Runtime, argv: readonly string[], cwd: string): Promise<string> {
  const [program = '', ...flags] = command;
  const { stdout } = await run(program, [...flags, ...argv], { cwd, timeout: 300_000, maxBuffer: 1 << 26 });
  return stdout;
}
