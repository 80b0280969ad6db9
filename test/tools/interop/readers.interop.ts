import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sandbox } from '../../support/sandbox.js';
import { buildSpec, runCommand, type Finished } from '../../sync/support/built-package.js';
import { serve } from '../../sync/support/recorded-api.js';
import { canonical, VALUE_FIELDS, valueAnswer, valueRows, valueSpec } from '../../sync/support/values.js';
import { pythonPrograms, runProgram } from './python.js';

const python = join(pythonPrograms('readers'), 'python');
const bin = buildSpec(valueSpec('[duckdb, files]'));

async function syncTo(to: string, ...more: readonly string[]): Promise<Finished> {
  const url = await serve((_request, response) => response.writeHead(200, { 'content-type': 'application/json' }).end(valueAnswer()));
  return runCommand(await bin, ['sync', '--to', to, ...more], { cwd: sandbox(), env: { VALUES_TOKEN: 'a-token', VALUES_BASE_URL: url } });
}

/** What a Python program prints as JSON, given `rows`: lists of Python values, by the names of columns. */
async function readWith(program: string, cwd: string): Promise<readonly Readonly<Record<string, string | null>>[]> {
  const text = `
import json, datetime
def text(v):
    if v is None: return None
    if isinstance(v, bool): return 'true' if v else 'false'
    if isinstance(v, (bytes, bytearray)): return v.hex()
    if isinstance(v, datetime.datetime):
        zone = 'Z' if v.tzinfo is not None else ''
        if zone: v = v.astimezone(datetime.timezone.utc).replace(tzinfo=None)
        return v.isoformat(sep='T', timespec='microseconds') + zone
    if isinstance(v, datetime.time): return v.isoformat(timespec='microseconds')
    if isinstance(v, float): return repr(v).replace('inf', 'Infinity')
    return str(v)
${program}
rows.sort(key=lambda row: row['id'])
print(json.dumps([{name: text(value) for name, value in row.items()} for row in rows]))
`;
  writeFileSync(join(cwd, 'read.py'), text);
  return JSON.parse(await runProgram(python, ['read.py'], cwd)) as readonly Readonly<Record<string, string | null>>[];
}

function expectValues(rows: readonly Readonly<Record<string, string | null>>[]): void {
  for (const { name, kind } of VALUE_FIELDS) {
    expect(
      rows.map((row) => canonical(row[name], kind)),
      name,
    ).toEqual(valueRows().map((row) => row[name]));
  }
}

test('pyarrow 26 reads in Parquet every value as the API sent it', async () => {
  const folder = sandbox();
  expect(await syncTo(`${folder}/`, '--format', 'parquet')).toMatchObject({ exitCode: 0 });
  expectValues(await readWith("import pyarrow.parquet as pq\nrows = pq.read_table('things.parquet').to_pylist()", folder));
});

test('Python’s duckdb 2.0 reads in a DuckDB file every value as the API sent it', async () => {
  const folder = sandbox();
  expect(await syncTo(join(folder, 'things.duckdb'))).toMatchObject({ exitCode: 0 });
  const program = `import duckdb
connection = duckdb.connect('things.duckdb', read_only=True)
connection.execute("SET TimeZone = 'UTC'")
found = connection.execute('select * from things')
names = [d[0] for d in found.description]
rows = [dict(zip(names, row)) for row in found.fetchall()]`;
  expectValues(await readWith(program, folder));
});

test('a file of Python’s duckdb 2.0 is refused as it is, and written to when it was made for older ones', async () => {
  const folder = sandbox();
  const make = (name: string, option: string): string =>
    `import duckdb\nc = duckdb.connect()\nc.execute("ATTACH '${name}.duckdb' AS d ${option}")\nc.execute('CREATE TABLE d.mine AS SELECT 1 AS a')\nc.close()`;
  writeFileSync(join(folder, 'make.py'), `${make('newer', '')}\n${make('older', "(STORAGE_VERSION 'v1.2.0')")}\n`);
  await runProgram(python, ['make.py'], folder);
  const before = readFileSync(join(folder, 'newer.duckdb'));
  expect(await syncTo(join(folder, 'newer.duckdb'))).toMatchObject({
    exitCode: 2,
    stderr: expect.stringMatching(/has storage version \d+; the installed @duckdb\/node-api reads versions between \d+ and \d+/),
  });
  expect(readFileSync(join(folder, 'newer.duckdb')).equals(before)).toBe(true);
  expect(await syncTo(join(folder, 'older.duckdb'))).toMatchObject({ exitCode: 0 });
});
