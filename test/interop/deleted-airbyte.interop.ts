import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sandbox } from '../support/sandbox.js';
import { buildSpec } from '../sync/support/built-package.js';
import { serve } from '../sync/support/recorded-api.js';
import { pythonPrograms, runProgram } from './python.js';

const python = join(pythonPrograms('pyairbyte'), 'python');
const bin = buildSpec(`
name: shop
outputs: [airbyte]
client: { base_url: https://api.example.com, auth: { type: bearer } }
resources:
  - name: orders
    primary_key: id
    write_disposition: merge
    deleted_when: { field: gone, equals: true }
    endpoint: { path: /orders, data_selector: data, paginator: single_page, incremental: { cursor_path: at, start_param: since } }
    fields: { id: integer, at: date, gone: boolean }
`);

/** PyAirbyte merges rows into a DuckDB by their key; it takes no row out, so the mark is what its users go by. */
test('PyAirbyte 0.71 keeps the mark of records that are gone, in the row of their key', async () => {
  const cwd = sandbox();
  const answers = [
    [{ id: 1, at: '2026-01-01' }, { id: 2, at: '2026-01-01' }],
    [{ id: 2, at: '2026-01-02', gone: true }, { id: 3, at: '2026-01-02' }],
  ]; // prettier-ignore
  const url = await serve((request, response) => {
    const since = new URL(request.url ?? '', 'http://x').searchParams.get('since');
    const data = since === null ? answers[0] : answers[1];
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data }));
  });
  const program = `#!/bin/sh\nexec '${process.execPath}' '${join(await bin, '../source.js')}' "$@"\n`;
  writeFileSync(join(cwd, 'source-shop'), program, { mode: 0o755 });
  writeFileSync(
    join(cwd, 'read.py'),
    `
import airbyte as ab, duckdb, glob, json
source = ab.get_source('source-shop', local_executable='./source-shop', config={'token': 'a-token', 'base_url': '${url}'})
source.select_all_streams()
cache = ab.new_local_cache(cache_name='shop', cache_dir='./cache', cleanup=False)
for _ in range(2):
    source.read(cache=cache)
del cache
connection = duckdb.connect(glob.glob('./cache/*.duckdb')[0])
[table] = connection.execute("select table_schema || '.' || table_name from information_schema.tables where table_name = 'orders'").fetchall()
json.dump(connection.execute('select id, _ab_cdc_deleted_at is not null from ' + table[0] + ' order by id').fetchall(), open('found.json', 'w'))
`,
  );
  await runProgram(python, ['read.py'], cwd, { AIRBYTE_OFFLINE_MODE: '1', DO_NOT_TRACK: '1' });
  expect(JSON.parse(readFileSync(join(cwd, 'found.json'), 'utf8'))).toEqual([[1, false], [2, true], [3, false]]); // prettier-ignore
});
