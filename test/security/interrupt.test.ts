import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { serve } from '../support/loopback.js';
import { repository } from '../support/generator-sources.js';
import { contentOf, sandbox } from '../support/sandbox.js';
import { buildSpec } from '../sync/support/built-package.js';
import { slowness } from './runtimes.js';

/** Work that takes long hears Ctrl-C. What is promised is a second; what is asserted leaves room for a slow and a busy machine. */
const heardWithinMs = (): number => 5_000 * slowness();

const RECORDS = 200_000;
const items = Array.from({ length: RECORDS }, (_, id) => ({
  id,
  name: `Person Name ${id}`,
  email: `user${id}@mail${id % 97}.example.org`,
  note: `call +49 30 ${1_000_000 + id} or write to other${id}@x${id}.example.org about thing ${id}`,
}));

const spec = (origin: string): object => ({
  name: 'crew',
  outputs: ['singer', 'files', 'sqlite', 'duckdb'],
  client: { base_url: origin, auth: { type: 'bearer' } },
  resources: [
    { name: 'users', primary_key: 'id', fields: { id: 'integer' }, endpoint: { data_selector: 'items', paginator: 'single_page' } },
  ],
});

/** Runs a program, interrupts it a while after the API has answered, and returns how long it took to end then. */
async function interrupted(
  args: readonly string[],
  cwd: string,
  wait: number,
  answered: Promise<void>,
  origin: string,
  temporary: string = tmpdir(),
): Promise<{ readonly code: number | null; readonly ms: number }> {
  const env = {
    PATH: process.env['PATH'],
    TMPDIR: temporary,
    CREW_TOKEN: 'a-token-of-length',
    CREW_BASE_URL: origin,
  };
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.resume();
  child.stderr.resume();
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  await answered;
  await new Promise((resolve) => setTimeout(resolve, wait));
  const before = performance.now();
  child.kill('SIGINT');
  const code = await ended;
  return { code, ms: performance.now() - before };
}

test.each([
  ['record', 500],
  ['record', 3_000],
  ['check --live', 500],
] as const)('tapwright %s, %d ms after a large answer', { timeout: 600_000 }, async (command, wait) => {
  let tell = (): void => undefined;
  const answered = new Promise<void>((resolve) => (tell = resolve));
  const { origin } = await serve(() => {
    setImmediate(tell);
    return { body: { items } };
  });
  const cwd = sandbox();
  mkdirSync(join(cwd, 'specs'));
  writeFileSync(join(cwd, 'specs/crew.yaml'), JSON.stringify(spec(origin)));
  const temporary = sandbox();
  const [name, ...flags] = command.split(' ');
  const { code, ms } = await interrupted(
    [join(repository, 'dist/bin.js'), name ?? '', 'specs/crew.yaml', ...flags],
    cwd,
    wait,
    answered,
    origin,
    temporary,
  );
  expect(code).toBe(130);
  expect(ms).toBeLessThan(heardWithinMs());
  expect(Object.keys(contentOf(cwd))).toEqual(['specs/crew.yaml']);
  expect(readdirSync(temporary)).toEqual([]);
});

/** Nobody answers anything here: what takes long is the work itself, and each wait finds it at another place. */
test.each([
  ['generate', 1_500],
  ['diff', 1_500],
] as const)('tapwright %s of many resources, after %d ms', { timeout: 600_000 }, async (command, wait) => {
  const cwd = sandbox();
  mkdirSync(join(cwd, 'specs'));
  const resources = Array.from({ length: 800 }, (_, index) => ({
    name: `r${index}`,
    fields: Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`f${at}`, 'string'])),
    endpoint: { data_selector: 'items', paginator: { type: 'offset', limit: 100 } },
  }));
  writeFileSync(join(cwd, 'specs/crew.yaml'), JSON.stringify({ name: 'crew', client: { base_url: 'https://api.example.com' }, resources }));
  const args = [join(repository, 'dist/bin.js'), command, 'specs/crew.yaml'];
  const { code, ms } = await interrupted(args, cwd, wait, Promise.resolve(), '');
  expect(code).toBeOneOf([130, null]); // null: it had not begun to listen
  expect(ms).toBeLessThan(heardWithinMs());
  expect(Object.keys(contentOf(cwd))).toEqual(['specs/crew.yaml']);
});

test.each([
  ['read', 'users'],
  ['--singer'],
  ['sync', '--to', 'out/'],
  ['sync', '--to', 'out/', '--format', 'parquet'],
  ['sync', '--to', 'data.sqlite'],
  ['sync', '--to', 'data.duckdb'],
])('a package that does %j %s %s', { timeout: 600_000 }, async (...args) => {
  let tell = (): void => undefined;
  const answered = new Promise<void>((resolve) => (tell = resolve));
  const { origin } = await serve(() => {
    setImmediate(tell);
    return { body: { items } };
  });
  const bin = await buildSpec(JSON.stringify(spec('https://api.example.com')));
  const { code, ms } = await interrupted([bin, ...args.filter((each) => each !== undefined)], sandbox(), 300, answered, origin);
  expect(code).toBeOneOf([130, 0]); // 0: a fast machine was done
  expect(ms).toBeLessThan(heardWithinMs());
});
