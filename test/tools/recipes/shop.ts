import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, onTestFinished } from 'vitest';
import { sandbox } from '../../support/sandbox.js';
import { buildSpec } from '../../sync/support/built-package.js';
import { type PostgresServer, run, startPostgres } from '../../sync/support/postgres.js';

/** Where the recipes are. */
export const RECIPES = fileURLToPath(new URL('../../../docs/how-to/many-machines/', import.meta.url));

const PAGE = 500;

/** The package that the recipes run: units are values of `stores`, and ranges of pages. */
const SPEC = {
  name: 'shop',
  outputs: ['postgres', 'files', 'temporal'],
  config: { stores: { type: 'list' } },
  client: { base_url: 'https://api.example.com', retry: { max_retries: 4, backoff_factor: 0.05 } },
  resource_defaults: {
    primary_key: 'id',
    endpoint: { data_selector: 'data', paginator: { type: 'offset', limit: PAGE, total_path: 'total' } },
  },
  resources: [
    {
      name: 'orders',
      write_disposition: 'append',
      for_each: { store: '{config.stores}' },
      endpoint: { path: '/stores/{for_each.store}/orders' },
      fields: { id: 'integer', note: 'string' },
    },
    {
      name: 'products',
      write_disposition: 'replace',
      splits: 'pages',
      endpoint: { path: '/products' },
      fields: { id: 'integer', note: 'string' },
    },
  ],
};

export interface Shop {
  /** The folder of the package. */
  readonly folder: string;
  /** A folder with the package's program in it. */
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
  /** How often each page was asked for with success, by its path and query. */
  readonly asked: ReadonlyMap<string, number>;
  /** How many rows there are, and how many different ones. */
  count(table: string): Promise<readonly [rows: number, ids: number]>;
}

let postgres: Promise<PostgresServer> | undefined;
afterAll(async () => (await postgres)?.stop());

let built: Promise<string> | undefined;

/** An API of so many stores with so many orders each, of which one request in fifty fails; and an empty database. */
export async function openShop({
  stores,
  orders,
  delay = 0,
}: {
  readonly stores: number;
  readonly orders: number;
  readonly delay?: number;
}): Promise<Shop> {
  built ??= buildSpec(JSON.stringify(SPEC));
  const bin = await built;
  const asked = new Map<string, number>();
  let requests = 0;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://localhost');
    if (++requests % 50 === 0) return void response.writeHead(503).end();
    asked.set(url.href, (asked.get(url.href) ?? 0) + 1);
    const store = Number(/\/stores\/s(\d+)\//.exec(url.pathname)?.[1] ?? 0);
    const from = Number(url.searchParams.get('offset') ?? 0);
    const length = Math.max(0, Math.min(PAGE, orders - from));
    const data = Array.from({ length }, (_, index) => ({ id: store * 1_000_000 + from + index, note: `order ${from + index}` }));
    setTimeout(() => response.setHeader('content-type', 'application/json').end(JSON.stringify({ data, total: orders })), delay);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  postgres ??= startPostgres();
  const to = await (await postgres).database(randomUUID());
  const path = join(sandbox(), 'bin');
  mkdirSync(path);
  writeFileSync(join(path, 'shop-connector'), `#!/bin/sh\nexec ${process.execPath} ${bin} "$@"\n`);
  chmodSync(join(path, 'shop-connector'), 0o755);
  return {
    folder: join(bin, '../../..'),
    path,
    asked,
    env: {
      PATH: `${path}:${process.env['PATH'] ?? ''}`,
      HOME: process.env['HOME'] ?? '/root',
      SHOP_TO: to,
      SHOP_BASE_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      SHOP_STORES: Array.from({ length: stores }, (_, index) => `s${index + 1}`).join(','),
    },
    async count(table) {
      const [found] = await run(to, `SELECT count(*) AS rows, count(DISTINCT id) AS ids FROM "${table}"`);
      return [Number(found?.['rows']), Number(found?.['ids'])];
    },
  };
}

/** Whether a program is here. */
export function has(program: string, ...args: readonly string[]): boolean {
  try {
    execFileSync(program, [...args], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
