import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { buildSpec } from './support/built-package.js';
import { harnesses, isLines, type Place } from './support/harness.js';
import { serve } from './support/recorded-api.js';

const KILLS = Number(process.env['TAPWRIGHT_TEST_KILLS'] ?? 2);
const ORDERS = 600;
const PAGE = 50;

const SPEC = `
name: shop
outputs: all
client:
  base_url: https://api.example.com
resources:
  - name: orders
    primary_key: id
    write_disposition: merge
    nested: tables
    endpoint: { path: /orders, data_selector: data, paginator: { type: page_number, total_path: pages } }
    fields:
      id: integer
      round: integer
      items: { type: array, items: { type: object, fields: { sku: string, round: integer } } }
  - name: parts
    primary_key: id
    write_disposition: replace
    nested: tables
    endpoint: { path: /parts, data_selector: data, paginator: { type: page_number, total_path: pages } }
    fields: { id: integer, points: { type: array, items: integer } }
`;

const bin = buildSpec(SPEC);
const all = (await harnesses()).filter((harness) => !isLines(harness) && !harness.name.endsWith('S3'));

afterAll(async () => void (await Promise.all(all.map((harness) => harness.stop()))));

/** Batches are so small that there are many moments to be killed at. */
const SYNC = `
  const [dist, to, format, baseUrl] = process.argv.slice(1);
  const { ShopClient } = await import(dist + '/index.js');
  const { openDestination, sync } = await import(dist + '/sync/index.js');
  const destination = await openDestination(to, format === '' ? {} : { format });
  await sync(new ShopClient({ baseUrl }), destination, { batchRows: 100 });
  await destination.close();
`;

/** An API whose orders have other lists in each round. */
class Shop {
  round = 0;
  #asked = 0;
  #awaited = { requests: Infinity, callback: (): void => undefined };
  readonly url = serve((request, response) => {
    if (++this.#asked === this.#awaited.requests) this.#awaited.callback();
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://x');
    const start = Number(searchParams.get('page')) * PAGE;
    const ids = Array.from({ length: PAGE }, (_, index) => start + index + 1);
    const data = pathname === '/orders' ? ids.map((id) => this.#order(id)) : ids.map((id) => ({ id, points: this.#points(id) }));
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ pages: ORDERS / PAGE, data }));
  });

  whenAsked(requests: number, callback: () => void): void {
    this.#asked = 0;
    this.#awaited = { requests, callback };
  }

  /** What the tables must hold. */
  rows(): Readonly<Record<string, readonly string[]>> {
    const ids = Array.from({ length: ORDERS }, (_, index) => index + 1);
    return {
      orders: ids.map((id) => `${id} ${this.round}`).sort(),
      orders__items: ids.flatMap((id) => this.#order(id).items.map(({ sku, round }, at) => `${id} ${at} ${sku} ${round}`)).sort(),
      parts__points: ids.flatMap((id) => this.#points(id).map((value, at) => `${id} ${at} ${value}`)).sort(),
    };
  }

  #order(id: number): { readonly id: number; readonly round: number; readonly items: readonly { sku: string; round: number }[] } {
    const { round } = this;
    return { id, round, items: Array.from({ length: (id + round) % 4 }, (_, at) => ({ sku: `s${at}`, round })) };
  }

  #points(id: number): readonly number[] {
    return Array.from({ length: (id * (this.round + 1)) % 3 }, (_, at) => this.round * 10 + at);
  }
}

async function syncProcess({ to, format = '' }: Place, shop: Shop, killAfter = Infinity): Promise<number | null> {
  const args = ['--input-type=module', '-e', SYNC, join(await bin, '../..'), to, format, await shop.url];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('exit', resolve);
    shop.whenAsked(killAfter, () => setTimeout(() => child.kill('SIGKILL'), randomInt(30)));
  });
}

async function rowsOf(place: Place, table: string, columns: readonly string[]): Promise<readonly string[]> {
  const rows = await place.rows(table, columns);
  return rows.map((row) => columns.map((column) => String(row[column])).join(' ')).sort();
}

test.each(all)('$name has all lists, and no others, after runs that were killed at any moment', { timeout: 600_000 }, async (harness) => {
  const place = await harness.place();
  const shop = new Shop();
  let killed = 0;
  for (let count = 0; count < KILLS; count++) {
    const code = await syncProcess(place, shop, randomInt(1, (2 * ORDERS) / PAGE));
    expect([0, null]).toContain(code);
    if (code === null) killed++;
    await place.unlock?.();
    shop.round++;
  }
  expect(killed).toBeGreaterThan(0);
  shop.round++;
  // the first goes on where the killed one was, with what was there then; the second reads everything there is
  for (const _ of ['first', 'second']) expect(await syncProcess(place, shop)).toBe(0);
  expect({
    orders: await rowsOf(place, 'orders', ['id', 'round']),
    orders__items: await rowsOf(place, 'orders__items', ['_orders_id', '_index', 'sku', 'round']),
    parts__points: await rowsOf(place, 'parts__points', ['_parts_id', '_index', 'value']),
  }).toEqual(shop.rows());
});
