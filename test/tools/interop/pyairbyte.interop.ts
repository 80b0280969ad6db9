import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sandbox } from '../../support/sandbox.js';
import { buildSpec } from '../../sync/support/built-package.js';
import { serve } from '../../sync/support/recorded-api.js';
import { canonical, PLATFORM_FIELDS, valueAnswer, valueRows, valueSpec } from '../../sync/support/values.js';
import { pythonPrograms, runProgram } from './python.js';

const python = join(pythonPrograms('pyairbyte'), 'python');
const bin = buildSpec(valueSpec('[airbyte]'));

test('PyAirbyte 0.71 has every value in two reads', async () => {
  const cwd = sandbox();
  const url = await serve((_request, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(valueAnswer(PLATFORM_FIELDS)),
  );
  writeFileSync(join(cwd, 'source-values'), `#!/bin/sh\nexec '${process.execPath}' '${join(await bin, '../source.js')}' "$@"\n`, {
    mode: 0o755,
  });
  const columns = PLATFORM_FIELDS.map(({ name }) => `"${name}"::varchar as "${name}"`).join(', ');
  writeFileSync(
    join(cwd, 'read.py'),
    `
import airbyte as ab, json
source = ab.get_source('source-values', local_executable='./source-values', config={'token': 'a-token', 'base_url': '${url}'})
source.check()
source.select_all_streams()
cache = ab.new_local_cache(cache_name='values', cache_dir='./cache', cleanup=False)
json.dump([source.read(cache=cache).processed_records for _ in range(2)], open('counts.json', 'w'))
`,
  );
  writeFileSync(
    join(cwd, 'look.py'),
    `
import duckdb, json
connection = duckdb.connect('./cache/values.duckdb' if __import__('os').path.exists('./cache/values.duckdb') else __import__('glob').glob('./cache/*.duckdb')[0])
[table] = connection.execute("select table_schema || '.' || table_name from information_schema.tables where table_name = 'things'").fetchall()
found = connection.execute('''select ${columns} from ''' + table[0] + ''' order by id''')
names = [d[0] for d in found.description]
json.dump([json.load(open('counts.json')), [dict(zip(names, row)) for row in found.fetchall()]], open('found.json', 'w'))
`,
  );
  await runProgram(python, ['read.py'], cwd, { AIRBYTE_OFFLINE_MODE: '1', DO_NOT_TRACK: '1' });
  await runProgram(python, ['look.py'], cwd);
  const [counts, rows] = JSON.parse(readFileSync(join(cwd, 'found.json'), 'utf8')) as readonly [
    readonly number[],
    readonly Record<string, string | null>[],
  ];
  const want = valueRows(PLATFORM_FIELDS);
  expect(counts).toEqual([want.length, want.length]);
  expect(rows).toHaveLength(want.length);
  PLATFORM_FIELDS.forEach(({ name, kind, values }) => {
    const isText = ['timestamp', 'time', 'binary'].includes(kind);
    const found = rows.map((row) => {
      const value = row[name] ?? null;
      if (value === null || (kind === 'json' && value === 'null')) return null;
      if (isText) return value;
      return canonical(kind === 'instant' ? `${value}Z` : value, kind);
    });
    const sent = want.map((row, index) =>
      isText && values[index] !== undefined ? String(JSON.parse(values[index][0])) : (row[name] ?? null),
    );
    expect(found, name).toEqual(sent);
  });
});
