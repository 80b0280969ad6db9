import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client, Connection, WorkflowFailedError, type WorkflowHandleWithStartDetails } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { sandbox } from '../../support/sandbox.js';
import { query } from '../../sync/support/duckdb.js';
import { has, openShop, type Shop } from './shop.js';

/** The `./temporal` of a package, with a real server. Java 17 or newer and Maven, from Debian: `openjdk-17-jre-headless`, `maven`. */
const canRun = has('java', '-version') && has('mvn', '-version');
const KILLS = Number(process.env['TAPWRIGHT_TEST_KILLS'] ?? 5);

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
  <groupId>test</groupId><artifactId>test</artifactId><version>1</version><dependencies><dependency>
  <groupId>io.temporal</groupId><artifactId>temporal-test-server</artifactId><version>1.38.0</version>
</dependency></dependencies></project>`;

let folder = '';
afterAll(() => folder !== '' && rmSync(folder, { recursive: true, force: true }));

beforeAll(() => {
  if (!canRun) return;
  folder = mkdtempSync(join(tmpdir(), 'tapwright-temporal-'));
  writeFileSync(join(folder, 'pom.xml'), POM);
  execFileSync('mvn', ['-q', '-B', 'dependency:copy-dependencies', '-DoutputDirectory=lib'], { cwd: folder, stdio: 'inherit' });
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
  const child = spawn(command, args, { cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr?.on('data', (text: Buffer) => (said = `${said}${text.toString()}`.slice(-4_000)));
  child.on('exit', (code) => code !== 0 && code !== null && console.log(`${args[0] ?? command} ended with ${code}: ${said}`));
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** Waits until a worker takes work. */
function ready(worker: ChildProcess): Promise<void> {
  return new Promise((resolve) => worker.stderr?.on('data', (text: Buffer) => text.toString().includes('RUNNING') && resolve()));
}

const waiting = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function serverAt(port: number): Promise<ChildProcess> {
  const server = started('java', ['-cp', 'lib/*', 'io.temporal.testserver.TestServer', String(port)], { PATH: process.env['PATH'] ?? '' });
  for (let tries = 0; ; tries++) {
    const isUp = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(socket.end() !== undefined));
      socket.on('error', () => resolve(false));
    });
    if (isUp) return server;
    if (tries > 300) throw new Error('the server does not start');
    await waiting(100);
  }
}

interface Running {
  readonly server: ChildProcess;
  readonly client: Client;
  worker(...args: readonly string[]): ChildProcess;
}

interface Emitted {
  readonly syncShop: (options: {
    readonly run?: string;
    readonly resources?: readonly string[];
    readonly unitsPerExecution?: number;
    readonly atOnce?: number;
  }) => Promise<Progress>;
  readonly progress: string;
  readonly workflowsPath: string;
  readonly TASK_QUEUE: string;
}

interface Progress {
  readonly run: string;
  readonly done: number;
  readonly running: number;
  readonly total: number | null;
}

/** What the package exports. */
async function emittedOf({ folder: from }: Shop): Promise<Emitted> {
  return (await import(pathToFileURL(join(from, 'dist/temporal/index.js')).href)) as Emitted;
}

/** A server of Temporal, a client, and what starts the worker of the package. */
async function temporalFor({ folder: from, env }: Shop): Promise<Running> {
  const port = await freePort();
  const address = `127.0.0.1:${port}`;
  const server = await serverAt(port);
  const connection = await Connection.connect({ address });
  onTestFinished(() => connection.close());
  return {
    server,
    client: new Client({ connection }),
    worker: (...args) =>
      started(process.execPath, [join(from, 'worker.js'), '--at-once', '4', ...args], { ...env, TEMPORAL_ADDRESS: address }),
  };
}

/**
 * The result of a workflow that is begun under a name of its own. The test server forgets a workflow task that it was about to give to a worker
 * which was killed: the last thing in the history is that it is scheduled, and nobody ever gets it. A server proper gives it to another worker;
 * here, the execution is ended, and begun again with the same run.
 */
async function resultOf(begin: () => Promise<WorkflowHandleWithStartDetails<Emitted['syncShop']>>): Promise<Progress> {
  for (;;) {
    const handle = await begin();
    const ended = handle.result();
    const watch = new AbortController();
    const first = await Promise.race([ended.finally(() => watch.abort()), forgotten(handle, watch.signal)]);
    if (first !== undefined) return first;
    console.log('the server has forgotten a workflow task: the run is begun again');
    void ended.catch(() => undefined);
    await handle.terminate();
  }
}

const [SCHEDULED, STARTED] = [5, 6];

/** Resolves when a workflow task was not given to anybody for half a minute. */
async function forgotten(
  handle: Pick<WorkflowHandleWithStartDetails<Emitted['syncShop']>, 'fetchHistory'>,
  signal: AbortSignal,
): Promise<undefined> {
  while (!signal.aborted) {
    await waiting(2_000);
    const { events } = await handle.fetchHistory();
    const last = events?.findLast(({ eventType }) => eventType === SCHEDULED || eventType === STARTED);
    if (last?.eventType === SCHEDULED && Date.now() - Number(last.eventTime?.seconds) * 1_000 > 30_000) return;
  }
  return new Promise(() => undefined);
}

/** How many pages were asked for again. */
const again = ({ asked }: Shop): number => [...asked.values()].reduce((sum, count) => sum + count - 1, 0);

test.runIf(canRun)(`workers that are killed ${KILLS} times leave what the API has, in many executions`, async () => {
  const shop = await openShop({ stores: 40, orders: 5_000, delay: 30 });
  const { syncShop, TASK_QUEUE } = await emittedOf(shop);
  const { client, worker } = await temporalFor(shop);
  const workers = [worker(), worker()];
  let isOver = false;
  let begun = 0;
  const ended = resultOf(() => {
    begun++;
    return client.workflow.start(syncShop, {
      taskQueue: TASK_QUEUE,
      workflowId: randomUUID(),
      args: [{ run: 'r1', unitsPerExecution: 15 }],
    });
  }).finally(() => (isOver = true));
  let kills = 0;
  for (; kills < KILLS && !isOver; kills++) {
    await waiting(randomInt(1_000, 5_000));
    workers[kills % 2]?.kill('SIGKILL');
    workers[kills % 2] = worker();
  }
  expect(await ended).toMatchObject({ done: 50, running: 0, total: 50 });
  expect(await shop.count('orders')).toEqual([200_000, 200_000]);
  expect(await shop.count('products')).toEqual([5_000, 5_000]);
  console.log(`${kills} kills, begun ${begun} times: ${shop.asked.size} pages, ${again(shop)} of them asked for again`);
  expect(again(shop)).toBeLessThanOrEqual((kills + 2 * (begun - 1)) * 4); // of each of its four units, what was read after the last rows that it had written
  expect(Math.max(...shop.asked.values())).toBeLessThanOrEqual(3); // once more; twice where the unit met a second kill at that very page
});

test.runIf(canRun).each(['jsonl', 'parquet'])(
  'units of a folder of %s, which a database keeps, are what the API has after a worker was killed',
  async (format) => {
    const shop = await openShop({ stores: 8, orders: 5_000, delay: 60 });
    const { syncShop, TASK_QUEUE } = await emittedOf(shop);
    const to = `${sandbox()}/`;
    const { client, worker } = await temporalFor({
      ...shop,
      env: { ...shop.env, SHOP_TO: to, SHOP_COORDINATOR: shop.env['SHOP_TO'] ?? '' },
    });
    const args = format === 'jsonl' ? [] : ['--format', format];
    const first = worker(...args);
    const ended = resultOf(() =>
      client.workflow.start(syncShop, { taskQueue: TASK_QUEUE, workflowId: randomUUID(), args: [{ run: 'r1' }] }),
    );
    while (shop.asked.size < 30) await waiting(50);
    first.kill('SIGKILL');
    worker(...args);
    expect(await ended).toMatchObject({ running: 0 });
    const idsOf = async (table: string): Promise<readonly number[]> => {
      const file = join(to, `${table}.${format}`);
      const found = await query(':memory:', `SELECT count(*) AS rows, count(DISTINCT id) AS ids FROM '${file}'`);
      return [Number(found[0]?.['rows']), Number(found[0]?.['ids'])];
    };
    expect(await idsOf('orders')).toEqual([40_000, 40_000]);
    expect(await idsOf('products')).toEqual([5_000, 5_000]);
    expect(readdirSync(to).sort()).toEqual(
      format === 'jsonl' ? ['_sync_states.json', 'orders.jsonl', 'products.jsonl'] : ['_sync.duckdb', 'orders.parquet', 'products.parquet'],
    );
    expect(again(shop)).toBeLessThanOrEqual(4 * 10); // all pages of its four units: a piece that is smaller than a batch was not written
  },
);

test.runIf(canRun)('a run goes on after the server and its history are lost', async () => {
  const shop = await openShop({ stores: 12, orders: 5_000, delay: 60 });
  const { syncShop, TASK_QUEUE } = await emittedOf(shop);
  const first = await temporalFor(shop);
  const workers = [first.worker(), first.worker()];
  await first.client.workflow.start(syncShop, { taskQueue: TASK_QUEUE, workflowId: 'shop', args: [{ run: 'r1' }] });
  while (shop.asked.size < 40) await waiting(50);
  first.server.kill('SIGKILL');
  workers.forEach((each) => each.kill('SIGKILL'));
  const before = shop.asked.size;
  const second = await temporalFor(shop);
  second.worker();
  const ended = resultOf(() =>
    second.client.workflow.start(syncShop, { taskQueue: TASK_QUEUE, workflowId: 'shop', args: [{ run: 'r1' }] }),
  );
  expect(await ended).toMatchObject({ run: 'r1', running: 0 });
  expect(await shop.count('orders')).toEqual([60_000, 60_000]);
  expect(before).toBeLessThan(shop.asked.size);
});

test.runIf(canRun)(
  'a run that is cancelled, told of and begun again reads what is left; a worker that is told to end leaves its units',
  async () => {
    const shop = await openShop({ stores: 12, orders: 20_000, delay: 400 });
    const { syncShop, progress, TASK_QUEUE, workflowsPath } = await emittedOf(shop);
    const { client, worker } = await temporalFor(shop);
    worker();
    const begin = (workflowId: string) =>
      client.workflow.start(syncShop, { taskQueue: TASK_QUEUE, workflowId, args: [{ run: 'r1', resources: ['orders'] }] });
    const cancelled = await begin('first');
    while (shop.asked.size === 0) await waiting(50);
    const stopping = worker(); // the workflow itself stays with the first one
    await ready(stopping);
    while (shop.asked.size < 30) await waiting(50);
    expect(await cancelled.query<Progress>(progress)).toMatchObject({ run: 'r1', running: 8, total: 12 });
    const ended = new Promise((resolve) => stopping.on('exit', resolve));
    stopping.kill('SIGTERM');
    expect(await ended).toBe(0);
    await cancelled.cancel();
    const error: unknown = await cancelled.result().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(WorkflowFailedError);
    expect(error).toMatchObject({ cause: { name: 'CancelledFailure' } });
    expect(shop.asked.size).toBeLessThan(492);
    const second = await begin('second');
    expect(await second.result()).toEqual({ run: 'r1', done: 12, running: 0, total: 12 });
    expect(await shop.count('orders')).toEqual([240_000, 240_000]);
    for (const handle of [cancelled, second]) await Worker.runReplayHistory({ workflowsPath }, await handle.fetchHistory());
  },
);
