import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { sandbox } from '../../support/sandbox.js';
import { buildSpec, runCommand, type Finished } from '../../sync/support/built-package.js';
import { harnesses as mysqlHarnesses } from '../../sync/destinations/mysql.js';
import { harnesses as postgresHarnesses } from '../../sync/destinations/postgres.js';
import { serve } from '../../sync/support/recorded-api.js';
import { canonical, VALUE_FIELDS, valueAnswer, valueRows, valueSpec } from '../../sync/support/values.js';
import { has } from '../recipes/shop.js';
import { pythonPrograms, runProgram } from './python.js';

const python = join(pythonPrograms('readers'), 'python');
const bin = buildSpec(valueSpec('[duckdb, files, postgres, mysql]'));

afterAll(() => Promise.all([...postgresHarnesses, ...mysqlHarnesses].map((each) => each.stop())));

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

test.runIf(has('psql', '--version'))('psql prints in Postgres every value as the API sent it', async () => {
  const [postgres] = postgresHarnesses;
  const place = await postgres?.place();
  expect(await syncTo(place?.to ?? '')).toMatchObject({ exitCode: 0 });
  const program = `import csv, io, os, subprocess
printed = subprocess.run(['psql', '-X', '--csv', '-P', 'null=NULL!', '-c', 'SELECT * FROM things', ${JSON.stringify(place?.to)}],
    check=True, capture_output=True, env={**os.environ, 'PGTZ': 'UTC', 'PGCLIENTENCODING': 'UTF8'}).stdout.decode()
found = csv.DictReader(io.StringIO(printed, newline=''))
rows = [{name: None if value == 'NULL!' else value.removeprefix('\\\\x') for name, value in row.items()} for row in found]
for row in rows: row['id'] = int(row['id'])`;
  expectValues(await readWith(program, sandbox()));
});

test.runIf(has('mariadb', '--version') && mysqlHarnesses.length > 0)(
  'mariadb prints in MariaDB every value as the API sent it',
  async () => {
    const [mysql] = mysqlHarnesses;
    const place = await mysql?.place();
    expect(await syncTo(place?.to ?? '')).toMatchObject({ exitCode: 0 });
    const { hostname, port, pathname } = new URL(place?.to ?? '');
    const columns = VALUE_FIELDS.map(({ name, kind }) => (kind === 'binary' ? `hex(\`${name}\`) AS \`${name}\`` : `\`${name}\``)).join(
      ', ',
    ); // as hexadecimal digits, null would be empty
    const instants = VALUE_FIELDS.filter(({ kind }) => kind === 'instant').map(({ name }) => name);
    const program = `import re, subprocess
printed = subprocess.run(['mariadb', '--no-defaults', '-u', 'root', '-h', '${hostname}', '-P', '${port}', '--default-character-set=utf8mb4', '--batch',
    '-e', 'SELECT id, ${columns} FROM things', '${pathname.slice(1)}'], check=True, capture_output=True).stdout.decode()
plain = lambda cell: None if cell == 'NULL' else re.sub(r'\\\\(.)', lambda found: {'n': '\\n', 't': '\\t', '0': '\\0'}.get(found[1], found[1]), cell)
names, *lines = [line.split('\\t') for line in printed.split('\\n')[:-1]]
rows = [dict(zip(names, map(plain, line))) for line in lines]
for row in rows:
    row['id'] = int(row['id'])
    for name in ${JSON.stringify(instants)}:
        if row[name] is not None: row[name] += 'Z'`;
    expectValues(await readWith(program, sandbox()));
  },
);

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
