import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { sandbox } from '../support/sandbox.js';
import { buildSpec, runCommand } from './support/built-package.js';
import { type PostgresServer, run, startPostgres } from './support/postgres.js';

interface Limiter {
  readonly waitForTurn: (signal: AbortSignal | undefined) => Promise<void>;
  close(): Promise<void>;
}

interface Library {
  readonly openLimiter: (
    url: string,
    options?: { readonly schema?: string; readonly sleep?: (ms: number) => Promise<void> },
  ) => Promise<Limiter>;
}

const EVERY_MS = 60_000;

const SPEC = {
  name: 'shop',
  outputs: ['postgres', 'duckdb'],
  client: { base_url: 'https://api.example.com', rate_limit: { requests: 1, per: EVERY_MS / 1_000 } },
  resources: [
    {
      name: 'orders',
      primary_key: 'id',
      write_disposition: 'merge',
      endpoint: { path: '/orders', data_selector: 'data', paginator: 'single_page' },
      fields: { id: 'integer' },
    },
  ],
};

let postgres: PostgresServer;
let bin = '';
let library: Library;
let Client: new (options: object) => { readonly orders: { all(): Promise<readonly object[]> } };
beforeAll(async () => {
  postgres = await startPostgres();
  bin = await buildSpec(JSON.stringify(SPEC));
  library = (await import(pathToFileURL(join(bin, '../index.js')).href)) as Library;
  ({ ShopClient: Client } = (await import(pathToFileURL(join(bin, '../../index.js')).href)) as { readonly ShopClient: typeof Client });
}, 120_000);
afterAll(() => postgres.stop());

let count = 0;
let to = '';
beforeEach(async () => void (to = await postgres.database(`limits${count++}`)));

const next = async (table = '_sync_limits'): Promise<number> =>
  Number((await run(to, `SELECT next FROM ${table} WHERE connector = 'shop'`))[0]?.['next']);

test('turns are one after the other, whoever takes them', async () => {
  const waits: number[] = [];
  const sleep = async (ms: number): Promise<void> => void waits.push(ms);
  const machines = await Promise.all([0, 1, 2].map(() => library.openLimiter(to, { sleep })));
  await machines[0]?.waitForTurn(undefined); // nobody was there before: at once
  expect(waits).toEqual([]);
  const first = await next();
  await Promise.all(Array.from({ length: 30 }, (_, turn) => machines[turn % 3]?.waitForTurn(undefined)));
  expect(await next()).toBeCloseTo(first + 30 * EVERY_MS, 0); // no turn was given twice, and none was left out
  const turns = waits.sort((a, b) => a - b).map((ms) => Math.ceil(ms / EVERY_MS));
  expect(turns).toEqual(Array.from({ length: 30 }, (_, turn) => turn + 1)); // each has one of its own
  await Promise.all(machines.map((each) => each.close()));
});

test('a turn that is long past is no claim to a burst', async () => {
  const waits: number[] = [];
  const limiter = await library.openLimiter(to, { schema: 'own', sleep: async (ms) => void waits.push(ms) });
  await limiter.waitForTurn(undefined);
  await run(to, `UPDATE own._sync_limits SET next = next - 10 * ${EVERY_MS}`);
  await limiter.waitForTurn(undefined);
  await limiter.waitForTurn(undefined);
  expect(waits).toHaveLength(1);
  await limiter.close();
});

test('a wait ends with its signal, and a database that is gone is an error of the destination, in a read too', async () => {
  const limiter = await library.openLimiter(to);
  await limiter.waitForTurn(undefined);
  const abort = new AbortController();
  const waiting = limiter.waitForTurn(abort.signal);
  abort.abort(new Error('stopped'));
  await expect(waiting).rejects.toThrow('stopped');
  await run(
    `${to.slice(0, to.lastIndexOf('/'))}/postgres`,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'shop'`,
  );
  await expect(limiter.waitForTurn(undefined)).rejects.toMatchObject({ code: 'destination' });
  await expect(new Client({ waitForTurn: limiter.waitForTurn }).orders.all()).rejects.toMatchObject({
    name: 'SyncError',
    code: 'destination',
  });
  await limiter.close();
  await expect(library.openLimiter('postgres://127.0.0.1:9/shop')).rejects.toMatchObject({ code: 'destination' });
});

test('the program takes its turns from the database of --to, or from another one', { timeout: 120_000 }, async () => {
  const server = createServer((_, response) => void response.setHeader('content-type', 'application/json').end('{"data":[{"id":1}]}'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const env = { SHOP_BASE_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
  const cwd = sandbox();
  const sync = (...args: readonly string[]) => runCommand(bin, ['sync', ...args], { cwd, env });
  expect(await sync('--to', to, '--limiter', 'postgres')).toMatchObject({ exitCode: 0 });
  const first = await next();
  await run(to, 'UPDATE _sync_limits SET next = 0');
  expect(await sync('--to', 'shop.duckdb', '--limiter', to)).toMatchObject({ exitCode: 0 });
  expect(await next()).toBeGreaterThan(first);
  await run(to, 'UPDATE _sync_limits SET next = 0');
  expect(await sync('--to', to, '--split', 'orders.1of1', '--run', 'r1', '--limiter', 'postgres')).toMatchObject({ exitCode: 0 });
  expect(await next()).toBeGreaterThan(first);
  expect(await sync('--to', 'postgres://127.0.0.1:9/shop', '--limiter', to)).toMatchObject({ exitCode: 3 });
  expect(await sync('--to', 'shop.duckdb', '--limiter', 'postgres://127.0.0.1:9/shop')).toMatchObject({
    exitCode: 3,
    stderr: expect.stringContaining('the limiter in Postgres') as string,
  });
  for (const said of ['postgres', 'redis', 'mysql://127.0.0.1/x']) {
    expect(await sync('--to', 'shop.duckdb', '--limiter', said)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('--limiter') as string,
    });
  }
});
