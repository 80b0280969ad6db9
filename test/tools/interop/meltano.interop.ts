import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sandbox } from '../../support/sandbox.js';
import { buildSpec } from '../../sync/support/built-package.js';
import { startPostgres, run as query, type PostgresServer } from '../../sync/support/postgres.js';
import { serve } from '../../sync/support/recorded-api.js';
import { canonical, PLATFORM_FIELDS, VALUE_FIELDS, valueAnswer, valueRows, valueSpec, type ValueField } from '../../sync/support/values.js';
import { pythonPrograms, runProgram } from './python.js';

const meltano = join(pythonPrograms('meltano'), 'meltano');
const targets = {
  'target-postgres': join(pythonPrograms('target-postgres'), 'target-postgres'),
  'target-duckdb': join(pythonPrograms('target-duckdb'), 'target-duckdb'),
};
let server: PostgresServer;

beforeAll(async () => void (server = await startPostgres()));
afterAll(() => server.stop());

/** A Meltano project with the plugin definition of a package, and a target. */
async function project(
  bin: string,
  name: string,
  target: keyof typeof targets,
  config: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>>,
): Promise<(...args: readonly string[]) => Promise<string>> {
  const cwd = sandbox();
  const folder = join(cwd, 'programs');
  mkdirSync(folder);
  writeFileSync(join(folder, name), `#!/bin/sh\nexec '${process.execPath}' '${join(bin, '../tap.js')}' "$@"\n`, { mode: 0o755 });
  const variables = {
    ...env,
    MELTANO_SEND_ANONYMOUS_USAGE_STATS: 'false',
    NO_COLOR: '1',
    PATH: `${folder}:${dirname(process.execPath)}:/usr/bin:/bin`,
  };
  await runProgram(meltano, ['init', 'project'], cwd, variables);
  const home = join(cwd, 'project');
  const definition = join(dirname(bin), '../../meltano/extractors', `${name}.yml`);
  await runProgram(meltano, ['add', '--plugin-type', 'extractor', '--from-ref', definition, name], home, variables);
  const settings = Object.keys(config).map((key) => `  - name: ${key}`);
  const values = Object.entries(config).map(([key, value]) => `    ${key}: ${JSON.stringify(value)}`);
  const loader = [
    `name: ${target}`,
    `namespace: ${target}`,
    `executable: ${targets[target]}`,
    'settings:',
    ...settings,
    'config:',
    ...values,
  ];
  writeFileSync(join(home, 'loader.yml'), loader.join('\n'));
  await runProgram(meltano, ['add', '--plugin-type', 'loader', '--from-ref', 'loader.yml', target], home, variables);
  for (const [key, value] of Object.entries(config)) await runProgram(meltano, ['config', 'set', target, key, value], home, variables);
  return (...args) => runProgram(meltano, args, home, variables);
}

async function answering(body: () => string): Promise<string> {
  return serve((_request, response) => response.writeHead(200, { 'content-type': 'application/json' }).end(body()));
}

/** What a field is for a target that knows text where `sync` has more. */
function forTarget(
  fields: readonly ValueField[],
  row: Readonly<Record<string, string | null>>,
  index: number,
): Record<string, string | null> {
  return Object.fromEntries(
    fields.map(({ name, kind, values }) => {
      const sent = values[index]?.[0];
      const isText = ['timestamp', 'time', 'binary'].includes(kind);
      return [name, isText && sent !== undefined ? String(JSON.parse(sent)) : (row[name] ?? null)];
    }),
  );
}

const asText = (kind: ValueField['kind']): ValueField['kind'] => (['timestamp', 'time', 'binary'].includes(kind) ? 'text' : kind);

describe('Meltano 4.4 with target-postgres', () => {
  const bin = buildSpec(valueSpec('[singer]'));

  test('has every value as the API sent it, in columns of its type, and goes on from its state', async () => {
    const url = await server.database('values');
    const sqlalchemy_url = url.replace('postgres:', 'postgresql+psycopg:');
    const env = { VALUES_TOKEN: 'a-token', VALUES_BASE_URL: await answering(() => valueAnswer()) };
    const run = await project(await bin, 'tap-values', 'target-postgres', { sqlalchemy_url, default_target_schema: 'raw' }, env);
    await run('run', 'tap-values', 'target-postgres');
    const columns = VALUE_FIELDS.map(({ name }) => `"${name}"::text AS "${name}"`).join(', ');
    const rows = await query(url, `SELECT ${columns} FROM raw.things ORDER BY id`);
    const found = rows.map((row) =>
      Object.fromEntries(
        VALUE_FIELDS.map(({ name, kind }) => {
          const value = kind === 'json' && row[name] === 'null' ? null : row[name];
          return [name, canonical(kind === 'instant' && value !== null ? `${String(value)}Z` : value, asText(kind))];
        }),
      ),
    );
    expect(found).toEqual(valueRows().map((row, index) => forTarget(VALUE_FIELDS, row, index)));
    const types = await query(
      url,
      "SELECT column_name AS name, data_type AS type FROM information_schema.columns WHERE table_name = 'things'",
    );
    expect(Object.fromEntries(types.map(({ name, type }) => [name, type]))).toMatchObject({
      anything: 'jsonb',
      either: 'jsonb',
      sized: 'numeric',
      at: 'timestamp without time zone',
      milliseconds: 'timestamp without time zone',
      day: 'date',
      flag: 'boolean',
    });
    await run('run', 'tap-values', 'target-postgres');
    expect(await query(url, 'SELECT count(*)::int AS count FROM raw.things WHERE _sdc_deleted_at IS NULL')).toEqual([
      { count: rows.length },
    ]);
  });
});

const CHANGING = `
name: changing
outputs: [singer]
client: { base_url: https://api.example.com, auth: { type: bearer } }
resources:
  - name: things
    primary_key: id
    write_disposition: merge
    endpoint:
      path: /things
      data_selector: data
      paginator: { type: offset, limit: 2 }
      incremental: { cursor_path: changed_at, start_param: since }
    fields:
      id: string
      changed_at: { type: datetime, nullable: false }
      owner: { type: object, fields: { name: string, secret: string } }
`;

interface Thing {
  readonly id: string;
  readonly changed_at: string;
  readonly owner: { readonly name: string; readonly secret: string };
}

const thing = (id: string, day: number, name: string): Thing => ({
  id,
  changed_at: `2026-01-${String(day).padStart(2, '0')}T00:00:00+02:00`,
  owner: { name, secret: 'PRIVATE' },
});

describe.each(['target-postgres', 'target-duckdb'] as const)('Meltano 4.4 with %s', (target) => {
  const bin = buildSpec(CHANGING);

  test('has in two runs what changed between them; what was deselected inside a field never leaves the tap', async () => {
    let things = [thing('a', 1, 'one'), thing('b', 2, 'two'), thing('c', 3, 'three')];
    const asked: string[] = [];
    const url = await serve((request, response) => {
      const { searchParams } = new URL(request.url ?? '', 'http://localhost');
      const since = searchParams.get('since') ?? '';
      const offset = Number(searchParams.get('offset'));
      if (offset === 0) asked.push(since);
      const data = things.filter((each) => since === '' || Date.parse(each.changed_at) >= Date.parse(since)).slice(offset, offset + 2);
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data }));
    });
    const database = await server.database(`changing-${target}`);
    const file = join(sandbox(), 'out.duckdb');
    const config: Record<string, string> =
      target === 'target-postgres'
        ? { sqlalchemy_url: database.replace('postgres:', 'postgresql+psycopg:'), default_target_schema: 'raw' }
        : { path: file, default_target_schema: 'raw' };
    const run = await project(await bin, 'tap-changing', target, config, { CHANGING_TOKEN: 'a-token', CHANGING_BASE_URL: url });
    await run('select', 'tap-changing', 'things', 'id');
    await run('select', 'tap-changing', 'things', 'changed_at');
    await run('select', 'tap-changing', 'things', 'owner.name');
    await run('run', 'tap-changing', target);
    things = [...things.filter(({ id }) => id !== 'b'), thing('b', 4, 'changed'), thing('d', 5, 'new')];
    await run('run', 'tap-changing', target);
    expect(asked[0]).toBe('');
    expect(new Date(asked.at(-1) ?? '').toISOString()).toBe('2026-01-02T21:59:59.000Z'); // a second before the last: what has the same time comes again
    const rows =
      target === 'target-postgres'
        ? await query(
            database,
            "SELECT id, owner->>'name' AS name, changed_at::text AS at, owner::text AS owner FROM raw.things ORDER BY id",
          )
        : (JSON.parse(
            await runProgram(
              join(pythonPrograms('target-duckdb'), 'python'),
              [
                '-c',
                `import duckdb, json; c = duckdb.connect(${JSON.stringify(file)}); r = c.execute("select id, owner->>'name' as name, changed_at::varchar as at, owner::varchar as owner from raw.things order by id"); print(json.dumps([dict(zip([d[0] for d in r.description], row)) for row in r.fetchall()]))`,
              ],
              dirname(file),
            ),
          ) as readonly Record<string, string>[]);
    expect(JSON.stringify(rows)).not.toMatch(/PRIVATE|secret/);
    expect(rows.map(({ id, name, at }) => [id, name, at])).toEqual([
      ['a', 'one', '2025-12-31 22:00:00'],
      ['b', 'changed', '2026-01-03 22:00:00'],
      ['c', 'three', '2026-01-02 22:00:00'],
      ['d', 'new', '2026-01-04 22:00:00'],
    ]);
  });
});

test('fields that platforms take are most of all', () => {
  expect(PLATFORM_FIELDS.flatMap(({ values }) => values).length).toBeGreaterThan(55);
});
