import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { openShop, RECIPES } from './shop.js';

test('xargs reads units side by side; said again after a failure, it reads what is left', async () => {
  const shop = await openShop({ stores: 6, orders: 1_200 });
  const say = (env: object = {}) => promisify(execFile)('sh', [join(RECIPES, 'xargs.sh'), 'r1'], { env: { ...shop.env, ...env } });
  await expect(say({ SHOP_BASE_URL: 'http://127.0.0.1:9' })).rejects.toThrow(); // the API is down
  await say();
  expect(await shop.count('orders')).toEqual([7_200, 7_200]);
  expect(await shop.count('products')).toEqual([1_200, 1_200]);
  const asked = shop.asked.size;
  await say();
  expect(shop.asked.size).toBe(asked);
});
