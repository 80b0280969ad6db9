import { afterAll, expect, test } from 'vitest';
import { sandbox } from '../support/sandbox.js';
import { buildSpec, runCommand, type Finished } from './support/built-package.js';
import { harnesses, type Harness } from './support/harness.js';
import { serve } from './support/recorded-api.js';

/** How often a key came again in a read that replaces a table: all of them, however far they are apart. */

const SPEC = `
name: shop
outputs: all
client:
  base_url: https://api.example.com
  auth: { type: bearer }
resources:
  - name: things
    primary_key: id
    write_disposition: replace
    endpoint: { path: /things, data_selector: items, paginator: { type: offset, limit: 50000, total_path: total } }
    fields: { id: { type: integer, nullable: false } }
`;

const bin = buildSpec(SPEC);
const all = await harnesses();

afterAll(async () => void (await Promise.all(all.map((harness) => harness.stop()))));

/** A sync of things with these ids. */
async function sync(harness: Harness | undefined, ids: readonly number[]): Promise<Finished> {
  const place = await harness?.place();
  const url = await serve((request, response) => {
    const offset = Number(new URL(request.url ?? '', 'http://loopback').searchParams.get('offset') ?? 0);
    const items = ids.slice(offset, offset + 50_000).map((id) => ({ id }));
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ items, total: ids.length }));
  });
  const env = { SHOP_TOKEN: 'a-token', SHOP_BASE_URL: url, SHOP_TO: place?.to ?? '' };
  const format = place?.format === undefined ? [] : ['--format', place.format];
  return runCommand(await bin, ['sync', ...format], { cwd: sandbox(), env });
}

test.each(all)('$name', async (harness) => {
  const twice = await sync(harness, [1, 2, 3, 2, 1, 1]);
  expect(twice).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('things: 3 records have a key that came before') });
  expect(await sync(harness, [1, 2, 3])).toMatchObject({ exitCode: 0, stderr: expect.not.stringContaining('came before') });
});

test('further apart than the resource remembers', async () => {
  const ids = Array.from({ length: 300_000 }, (_, index) => index);
  const harness = all.find(({ name }) => name === 'DuckDB');
  const twice = await sync(harness, [...ids, 0, 1]);
  expect(twice).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('things: 2 records have a key that came before') });
});
