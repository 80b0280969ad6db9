import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, test } from 'vitest';
import { generate } from '../../generator/generate.js';
import { load } from '../../generator/spec/load.js';
import { textsOf } from '../support/packages.js';

const SPEC = `
name: odd
outputs: OUTPUTS
client:
  base_url: https://api.example.com
  auth:
    - { type: api_key, name: api_key, location: query }
    - { type: bearer }
  retry: { max_retries: 0 }
resources:
  - name: users
    endpoint: { path: /users, data_selector: data, paginator: { type: offset, limit: 10 } }
    primary_key: id
    write_disposition: merge
    fields:
      id: integer
      "odd \\" \`\${name}\` col": string
      ID: string
      big: bigint
      at: { type: datetime, format: epoch_ms }
      sent: { type: datetime, format: rfc2822 }
      either: { type: union, variants: [string, number] }
      tags: { type: array, items: { type: map, values: decimal } }
      nested: { type: object, optional: true, fields: { "a\\"b": string, n: bigint } }
  - name: posts
    endpoint: { path: "/users/{resources.users.id}/posts", data_selector: data, paginator: single_page }
    include_from_parent: [id]
    write_disposition: replace
    fields: { id: integer }
  - name: rows # the types of tables have this name too
    endpoint: { path: /rows, data_selector: data, paginator: single_page }
    fields: { id: integer }
  - name: raw
    endpoint: { path: /raw, data_selector: data, paginator: single_page }
    primary_key: id
    write_disposition: merge
`;

async function emitted(outputs: string): Promise<Record<string, string>> {
  const loaded = load('specs/odd.yaml', new TextEncoder().encode(SPEC.replace('OUTPUTS', outputs)));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded));
  const generated = await generate(loaded.source, new Map());
  if (!generated.ok) throw new Error(generated.diagnostics.map(({ message }) => message).join('\n'));
  return textsOf(generated.files);
}

test.each([
  'all',
  '[duckdb]',
  '[postgres]',
  '[mysql]',
  '[clickhouse]',
  '[s3]',
  '[sqlite]',
  '[files]',
  '[temporal, mysql]',
  '[singer]',
  '[airbyte]',
])('outputs: %s makes a package that compiles', async (outputs) => {
  const files = await emitted(outputs);
  expect(JSON.parse(files['package.json'] ?? '')).toMatchObject({
    bin: { 'odd-connector': 'bin.js' },
    exports: { './sync': {} },
  });
  expect(JSON.parse(files['package.json'] ?? '')).not.toHaveProperty('dependencies');
});

describe('a table of odd names and types', () => {
  test('is made by the SQL in the package', async () => {
    const text = (await emitted('[duckdb]'))['src/sync/tables/users.ts'] ?? '';
    const [, create = ''] = /create: \(table\) => (`[^]*?[^\\]`),\n/.exec(text) ?? [];
    const sql = create.slice(1, -1).replaceAll('\\`', '`').replaceAll('\\$', '$').replace('${table}', 'users');
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    await connection.run(sql);
    const columns = (
      await connection.runAndReadAll("SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = 'users'")
    ).getRows();
    expect(columns).toEqual([
      ['id', 'BIGINT'],
      ['odd " `${name}` col', 'VARCHAR'],
      ['ID_2', 'VARCHAR'],
      ['big', 'HUGEINT'],
      ['at', 'TIMESTAMP WITH TIME ZONE'],
      ['sent', 'TIMESTAMP WITH TIME ZONE'],
      ['either', 'JSON'],
      ['tags', 'MAP(VARCHAR, VARCHAR)[]'],
      ['nested', 'STRUCT("a""b" VARCHAR, n VARCHAR)'],
    ]);
  });
});

test('without outputs nothing of it is there', async () => {
  const files = await emitted('[duckdb]');
  const loaded = load('specs/odd.yaml', new TextEncoder().encode(SPEC.replace('outputs: OUTPUTS\n', '')));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded));
  const generated = await generate(loaded.source, new Map());
  if (!generated.ok) throw new Error('refused');
  const plain = textsOf(generated.files);
  expect(Object.keys(plain).filter((path) => path.includes('sync'))).toEqual([]);
  expect(plain['src/index.ts']).toBe(files['src/index.ts']);
});
