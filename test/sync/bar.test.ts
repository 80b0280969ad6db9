import { expect, test } from 'vitest';
import { filesFrom } from '../support/generate.js';
import { serve } from '../support/loopback.js';
import { sandbox } from '../support/sandbox.js';
import { buildSpec, runCommand } from './support/built-package.js';

/** How far a sync is, where the API says how much there is. */

const SPEC = `
name: shop
outputs: [files]
client: { base_url: https://api.example.com }
resource_defaults: { primary_key: id, write_disposition: replace }
resources:
  - name: counted
    endpoint: { data_selector: data, paginator: { type: offset, limit: 2, total_path: total } }
    fields: { id: integer }
  - name: paged
    endpoint: { data_selector: data, paginator: { type: page_number, base_page: 1, total_path: pages } }
    fields: { id: integer }
  - name: ahead
    concurrency: 3
    endpoint: { data_selector: data, paginator: { type: offset, limit: 2, total_path: total } }
    fields: { id: integer }
  - name: untold
    endpoint: { data_selector: data, paginator: { type: offset, limit: 2 } }
    fields: { id: integer }
`;
const bin = buildSpec(SPEC);

async function api(): Promise<string> {
  const { origin } = await serve(({ url }) => {
    const start = url.searchParams.has('page') ? 2 * (Number(url.searchParams.get('page')) - 1) : Number(url.searchParams.get('offset'));
    const data = [0, 1, 2, 3, 4, 5, 6, 7].slice(start, start + 2).map((id) => ({ id }));
    return { body: { data, total: 8, pages: 4 } };
  });
  return origin;
}

const sync = async (env: Readonly<Record<string, string>>, ...more: readonly string[]): Promise<{ stdout: string; stderr: string }> =>
  runCommand(await bin, ['sync', ...more], { cwd: sandbox(), env: { SHOP_BASE_URL: await api(), SHOP_TO: 'rows/', ...env } });

test('a terminal has a bar, where the API says how much there is', async () => {
  const terminal = `--import=data:text/javascript,${encodeURIComponent('process.stderr.isTTY = true')}`;
  const { stderr } = await sync({ NODE_OPTIONS: terminal });
  const lines = stderr.split(/\r\u001b\[2K|\n/);
  const first = (name: string): string => lines.find((line) => line.startsWith(`${name}: `)) ?? '';
  for (const name of ['counted', 'paged', 'ahead'])
    expect(first(name)).toMatch(new RegExp(`^${name}: █{5}░{15} 25 %, 2 records, 1 pages, \\d+/s$`));
  expect(first('untold')).toMatch(/^untold: 2 records, 1 pages, \d+\/s$/);
  expect(lines.find((line) => line.startsWith('counted: ') && line.endsWith('done'))).toMatch(
    /^counted: 8 records, 4 pages, \d+\/s, done$/,
  );
}, 60_000);

test('a log has no bar', async () => {
  const { stderr } = await sync({});
  expect(stderr).not.toContain('█');
}, 60_000);

test('pages tell the total, and only those that have one', async () => {
  const files = await filesFrom('specs/shop.yaml', SPEC);
  const types = (name: string): string => files[`src/resources/${name}.ts`] ?? '';
  expect(types('counted')).toContain('readonly total: number;');
  expect(types('paged')).toContain('readonly totalPages: number;');
  expect(types('untold')).not.toContain('readonly total');
});
