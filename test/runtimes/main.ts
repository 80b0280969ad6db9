import { execFile } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { bundledConnector } from '../bench/read.js';
import { type Cell, printResult, saveResult } from '../bench/result.js';
import { fresh } from '../bench/scratch.js';
import { startApi } from './api.js';
import { consumeInChromium } from './chromium.js';
import { findChromium, findRuntimes, findWorkerd, type Runtime } from './runtimes.js';
import { consumeInWorkerd } from './workerd.js';

// `npm run test:runtimes`: the tests of the emitted packages, and a consumer of a connector, where people run them.

const run = promisify(execFile);
const rows: Record<string, Cell>[] = [];
const failures: string[] = [];

const connector = await bundledConnector();
const modules = { 'connector.mjs': readFileSync(connector, 'utf8'), 'consumer.mjs': readFileSync('test/runtimes/consumer.mjs', 'utf8') };
const script = consumerScript();
const sourceScript = sourceConsumerScript();
const { runtimes, missing } = findRuntimes();
const absent = [...missing];

for (const runtime of runtimes) {
  const consumer = await attempt(runtime.name, () => withApi(async (api) => (await start(runtime, [script, api], process.cwd())).trim()));
  const source = stripsTypes(runtime)
    ? await attempt(runtime.name, () => withApi(async (api) => (await start(runtime, [sourceScript, api], process.cwd())).trim()))
    : 'cannot strip types';
  const tests = await attempt(runtime.name, () => emittedTests(runtime));
  const bytes = runtime.name.startsWith('Node') ? await attempt(runtime.name, () => generatedBytes(runtime)) : 'runs on Node';
  rows.push({
    runtime: runtime.name,
    version: runtime.version,
    consumer,
    'from source': source,
    'emitted tests': tests,
    'what generate writes': bytes,
  });
}

const workerd = findWorkerd();
if (workerd === undefined) absent.push('workerd: needs its package from npm, which could not be installed here');
else {
  const consumer = await attempt('workerd', () => withApi((api) => consumeInWorkerd(workerd.command[0] ?? '', modules, api)));
  rows.push({
    runtime: 'workerd',
    version: workerd.version,
    consumer,
    'from source': 'not asked',
    'emitted tests': 'no test runner',
    'what generate writes': 'runs on Node',
  });
}

const chromium = findChromium();
if (chromium === undefined) absent.push('Chromium: needs a browser at CHROMIUM or /usr/bin/chromium (Debian: apt-get install chromium)');
else {
  let version = '';
  const consumer = await attempt('Chromium', () =>
    withApi(async (api) => {
      const found = await consumeInChromium(chromium, modules, api);
      version = found.version;
      return found.said;
    }),
  );
  rows.push({
    runtime: 'Chromium',
    version,
    consumer,
    'from source': 'not asked',
    'emitted tests': 'no test runner',
    'what generate writes': 'runs on Node',
  });
}

const result = { name: 'runtimes', title: 'Where emitted packages run', rows, aims: [], versions: {}, notes: [...absent, ...failures] };
saveResult(result);
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

async function withApi(use: (url: string) => Promise<string>): Promise<string> {
  const api = await startApi();
  try {
    return await use(api.url);
  } finally {
    api.stop();
  }
}

function consumerScript(): string {
  const folder = fresh('consumer-script');
  for (const [name, text] of Object.entries(modules)) writeFileSync(join(folder, name), text);
  const main = join(folder, 'main.mjs');
  writeFileSync(
    main,
    "import * as connector from './connector.mjs';\nimport { consume } from './consumer.mjs';\nconsole.log(await consume(connector, process.argv[2]));\n",
  );
  return main;
}

/** The consumer with the sources of the connector as they are emitted, where the runtime is to strip their types. */
function sourceConsumerScript(): string {
  const folder = fresh('consumer-source');
  cpSync(join(dirname(connector), 'src'), join(folder, 'src'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  writeFileSync(join(folder, 'consumer.mjs'), modules['consumer.mjs']);
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
