import { expect, test } from 'vitest';
import { filesCompiled, filesFrom } from '../../support/generate.js';

/** What a package with tables, or with children, counts on. */

const spec = JSON.stringify({
  name: 'shop',
  outputs: ['files'],
  client: { base_url: 'https://api.example.com' },
  resources: [{ name: 'orders', primary_key: 'id', fields: { id: 'string', note: 'string' }, endpoint: { data_selector: 'data' } }],
});
const hooks = (map: string): string =>
  `import type { OrdersHooks } from '../generated/shop/src/hook-types.ts';\nexport const orders = { map: ${map} } satisfies OrdersHooks;\n`;

test('map may change what is in the columns of a table', async () => {
  const files = await filesFrom('shop.yaml', spec, hooks('(order) => ({ ...order, note: null })'));
  expect(files['src/resources/orders.ts']).toContain('AsyncGenerator<Order, void, undefined>');
});

test('map may not change the columns themselves', async () => {
  await expect(filesCompiled('shop.yaml', spec, hooks('({ id }) => ({ id })'))).rejects.toThrow(
    /hooks\/type.*Property 'note' is missing in type '\{ id: string; \}' but required in type 'Order'/,
  );
});
