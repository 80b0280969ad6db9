import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sandbox } from '../../support/sandbox.js';
import { buildSpec, runCommand } from '../../sync/support/built-package.js';
import { startPostgres, run as query, type PostgresServer } from '../../sync/support/postgres.js';
import { serve } from '../../sync/support/recorded-api.js';
import { pipeInto, pythonPrograms, runProgram } from './python.js';

const target = join(pythonPrograms('target-postgres'), 'target-postgres');
const bin = buildSpec(`
name: shop
outputs: [singer, airbyte]
client: { base_url: https://api.example.com, auth: { type: bearer } }
resources:
  - name: orders
    primary_key: id
    write_disposition: merge
    deleted_when: { field: gone, equals: true }
    endpoint: { path: /orders, data_selector: data, paginator: single_page, incremental: { cursor_path: at, start_param: since } }
    fields: { id: integer, at: date, gone: boolean }
`);
let server: PostgresServer;

beforeAll(async () => void (server = await startPostgres()));
afterAll(() => server.stop());

test('target-postgres marks the rows of records that are gone', async () => {
  const cwd = sandbox();
  const url = await server.database('deleted');
  const config = {
    sqlalchemy_url: url.replace('postgres:', 'postgresql+psycopg:'),
    default_target_schema: 'raw',
    add_record_metadata: true,
  };
  writeFileSync(join(cwd, 'target.json'), JSON.stringify(config));
  let orders: readonly object[] = [];
  const api = await serve((_request, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data: orders })),
  );
  const load = async (next: readonly object[]): Promise<readonly unknown[]> => {
    orders = next;
    const env = { SHOP_TOKEN: 'a-token', SHOP_BASE_URL: api };
    const { stdout } = await runCommand(await bin, ['--singer', '--config', 'ENV'], { cwd, env });
    pipeInto(target, ['--config', join(cwd, 'target.json')], stdout, cwd);
    const rows = await query(url, 'SELECT id, _sdc_deleted_at IS NOT NULL AS gone FROM raw.orders ORDER BY id');
    return rows.map(({ id, gone }) => [Number(id), gone]);
  };
  expect(await load([{ id: 1, at: '2026-01-01' }, { id: 2, at: '2026-01-01' }])).toEqual([[1, false], [2, false]]); // prettier-ignore
  expect(await load([{ id: 2, at: '2026-01-02', gone: true }])).toEqual([[1, false], [2, true]]); // prettier-ignore
});

/** The rows of PyAirbyte's cache: merged by their key, as destinations of Airbyte do that know nothing of deletes. */
const READ = `
import airbyte as ab, json, sys
source = ab.get_source('source-shop', local_executable='./source-shop', config={'token': 'a-token', 'base_url': sys.argv[1]})
source.select_all_streams()
cache = ab.new_local_cache(cache_name='shop', cache_dir='./cache', cleanup=False)
result = source.read(cache=cache)
frame = result['orders'].to_pandas().sort_values('id')
rows = [[int(i), None if str(gone) in ('None', 'NaT', 'nan') else str(gone)] for i, gone in zip(frame['id'], frame['_ab_cdc_deleted_at'])]
json.dump(rows, open('found.json', 'w'))
`;

test('PyAirbyte keeps the row of a record that is gone, with the time of that', async () => {
  const cwd = sandbox();
  let orders: readonly object[] = [];
  const api = await serve((_request, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data: orders })),
  );
  const program = `#!/bin/sh\nexec '${process.execPath}' '${join(await bin, '../source.js')}' "$@"\n`;
  writeFileSync(join(cwd, 'source-shop'), program, { mode: 0o755 });
  writeFileSync(join(cwd, 'read.py'), READ);
  const load = async (next: readonly object[]): Promise<readonly unknown[]> => {
    orders = next;
    await runProgram(join(pythonPrograms('pyairbyte'), 'python'), ['read.py', api], cwd, { AIRBYTE_OFFLINE_MODE: '1', DO_NOT_TRACK: '1' });
    return JSON.parse(readFileSync(join(cwd, 'found.json'), 'utf8')) as readonly unknown[];
  };
  expect(await load([{ id: 1, at: '2026-01-01' }, { id: 2, at: '2026-01-01' }])).toEqual([[1, null], [2, null]]); // prettier-ignore
  expect(await load([{ id: 2, at: '2026-01-02', gone: true }])).toEqual([[1, null], [2, expect.stringMatching(/^\d{4}-\d\d-\d\d/)]]); // prettier-ignore
  expect(await load([{ id: 2, at: '2026-01-03' }])).toEqual([[1, null], [2, null]]); // prettier-ignore
});
