import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { openShop } from './shop.js';

const STORES = 16;
const ROWS = 40_000;
const LATENCY_MS = 50;

/** How long N processes take, each reading one unit after the other: 16 units of 80 requests, which take 50 ms each. */
test('processes share what the API lets wait: twice as many take half the time', async () => {
  const shop = await openShop({ stores: STORES, orders: ROWS, delay: LATENCY_MS });
  const seconds = new Map<number, number>();
  for (const workers of [1, 2, 4]) {
    const run = `with-${workers}`;
    const say = (line: string) => promisify(execFile)('sh', ['-c', line], { env: shop.env });
    const { stdout } = await say(`shop-connector splits --resource orders --run ${run} --to "$SHOP_TO" --json`);
    const ids = stdout
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { readonly id: string }).id);
    expect(ids).toHaveLength(STORES);
    const began = performance.now();
    await say(`printf '%s\\n' ${ids.join(' ')} | xargs -P ${workers} -I{} shop-connector sync --split {} --run ${run} --to "$SHOP_TO"`);
    seconds.set(workers, (performance.now() - began) / 1_000);
    await say(`shop-connector sync --abandon ${run} --to "$SHOP_TO"`);
  }
  const alone = seconds.get(1) ?? 0;
  for (const [workers, each] of seconds) {
    const perRow = (each * workers * 1_000_000) / (STORES * ROWS);
    console.log(
      `${workers} at once: ${each.toFixed(1)} s, ${(alone / each / workers).toFixed(2)} of linear, ${perRow.toFixed(0)} µs of a process for each row`,
    );
  }
  expect(alone / (seconds.get(4) ?? Infinity) / 4).toBeGreaterThan(0.9);
});
