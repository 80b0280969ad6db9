import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { has, openShop, RECIPES, type Shop } from './shop.js';

/** Java 17 or newer and Maven, from Debian: `openjdk-17-jre-headless`, `maven`. */
const canRun = has('java', '-version') && has('mvn', '-version');
const KILLS = Number(process.env['TAPWRIGHT_TEST_KILLS'] ?? 5);

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
  <groupId>test</groupId><artifactId>test</artifactId><version>1</version><dependencies><dependency>
  <groupId>io.temporal</groupId><artifactId>temporal-test-server</artifactId><version>1.38.0</version>
</dependency></dependencies></project>`;

let folder = '';
afterAll(() => folder !== '' && rmSync(folder, { recursive: true, force: true }));

/** The server of Temporal, and a project with its SDK and the recipe. */
beforeAll(() => {
  if (!canRun) return;
  folder = mkdtempSync(join(tmpdir(), 'tapwright-temporal-'));
  writeFileSync(join(folder, 'pom.xml'), POM);
  execFileSync('mvn', ['-q', '-B', 'dependency:copy-dependencies', '-DoutputDirectory=lib'], { cwd: folder, stdio: 'inherit' });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module", "private": true }');
  const sdk = ['activity', 'client', 'worker', 'workflow'].map((name) => `@temporalio/${name}@1.24.0`);
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...sdk], { cwd: folder, stdio: 'inherit' });
  mkdirSync(join(folder, 'app'));
  for (const name of readdirSync(join(RECIPES, 'temporal'))) {
    const { code } = transformSync(readFileSync(join(RECIPES, 'temporal', name), 'utf8'), {
      loader: 'ts',
      format: 'esm',
      target: 'node20',
    });
    writeFileSync(join(folder, 'app', name.replace(/\.ts$/, '.js')), code);
  }
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A process that ends with the test at the latest. */
function started(command: string, args: readonly string[], env: Readonly<Record<string, string>>): ChildProcess {
  const child = spawn(command, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'ignore'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

async function serverAt(port: number): Promise<ChildProcess> {
  const server = started('java', ['-cp', 'lib/*', 'io.temporal.testserver.TestServer', String(port)], { PATH: process.env['PATH'] ?? '' });
  server.stdout?.resume();
  for (let tries = 0; ; tries++) {
    const isUp = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(socket.end() !== undefined));
      socket.on('error', () => resolve(false));
    });
    if (isUp) return server;
    if (tries > 300) throw new Error('the server does not start');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
}

/** Starts the workflow, and waits for its end. */
function workflow(env: Readonly<Record<string, string>>): Promise<Outcome> {
  const child = started(process.execPath, ['app/start.js'], env);
  let stdout = '';
  child.stdout?.on('data', (text: Buffer) => (stdout += text.toString()));
  return new Promise((resolve) => child.on('exit', (code) => resolve({ code, stdout })));
}

const worker = (env: Readonly<Record<string, string>>): ChildProcess => {
  const child = started(process.execPath, ['app/worker.js'], env);
  child.stdout?.resume();
  return child;
};

async function prepared(shop: Shop): Promise<{ readonly port: number; readonly env: Readonly<Record<string, string>> }> {
  const port = await freePort();
  try {
    symlinkSync(shop.folder, join(folder, 'node_modules/shop-connector'));
  } catch {} // it is there
  return { port, env: { ...shop.env, TEMPORAL_ADDRESS: `127.0.0.1:${port}`, SHOP_RUN: 'r1' } };
}

test.runIf(canRun)(`workers that are killed ${KILLS} times leave what the API has`, async () => {
  const shop = await openShop({ stores: 40, orders: 5_000, delay: 30 });
  const { port, env } = await prepared(shop);
  await serverAt(port);
  const workers = [worker(env), worker(env)];
  let isOver = false;
  const ended = workflow(env).finally(() => (isOver = true));
  for (let kills = 0; kills < KILLS && !isOver; kills++) {
    await new Promise((resolve) => setTimeout(resolve, randomInt(2_000, 6_000)));
    workers[kills % 2]?.kill('SIGKILL');
    workers[kills % 2] = worker(env);
  }
  const { code, stdout } = await ended;
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ run: 'r1', left: 0 });
  expect(await shop.count('orders')).toEqual([200_000, 200_000]);
  const pages = shop.asked.size;
  const again = [...shop.asked.values()].reduce((sum, count) => sum + count - 1, 0);
  console.log(`${pages} pages, ${again} of them asked for again`);
});

test.runIf(canRun)('a run goes on after the server and its history are lost; what was recorded is replayed', async () => {
  const shop = await openShop({ stores: 12, orders: 5_000, delay: 60 });
  const { port, env } = await prepared(shop);
  const server = await serverAt(port);
  const first = [worker(env), worker(env)];
  void workflow(env);
  while ([...shop.asked.keys()].length < 40) await new Promise((resolve) => setTimeout(resolve, 50));
  server.kill('SIGKILL');
  first.forEach((each) => each.kill('SIGKILL'));
  const before = shop.asked.size;
  const other = await freePort();
  await serverAt(other);
  const moved = { ...env, TEMPORAL_ADDRESS: `127.0.0.1:${other}` };
  worker(moved);
  expect(await workflow(moved)).toMatchObject({ code: 0 });
  expect(await shop.count('orders')).toEqual([60_000, 60_000]);
  expect(before).toBeLessThan(shop.asked.size);
  const replay = execFileSync(process.execPath, ['app/replay.js'], { cwd: folder, env: moved });
  expect(String(replay)).toContain('replayed');
});
