import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { describe, expect, test } from 'vitest';
import { sandbox } from '../support/sandbox.js';
import { buildSpec, runCommand } from './support/built-package.js';
import { serve } from './support/recorded-api.js';

/** `1.0`, `1e0` and `10.0e-1` where an integer is declared are 1, and leave every output as `1`. */

const fields = (more: string): string =>
  `{ id: { type: integer, nullable: false }, count: integer, inside: { type: object, fields: { n: integer } }${more} }`;
const specOf = (more: string): string => `
name: whole
outputs: [files, sqlite, singer, airbyte]
client: { base_url: "https://api.example.com" }
resources:
  - name: things
    primary_key: id
    write_disposition: merge
    endpoint: { paginator: single_page, data_selector: items }
    fields: ${fields(more)}
`;
const BODY = '{"items":[{"id":1.0,"count":10.0e-1,"inside":{"n":1e0},"total":2.50,"big":1.0}]}';

describe.each([
  ['doubles', await buildSpec(specOf(''))],
  ['exact numbers', await buildSpec(specOf(', total: decimal, big: bigint'))],
])('where numbers are %s', (_kind, bin) => {
  const run = async (...args: readonly string[]): Promise<{ readonly stdout: string; readonly cwd: string }> => {
    const cwd = sandbox();
    const url = await serve((_request, response) => response.writeHead(200, { 'content-type': 'application/json' }).end(BODY));
    const finished = await runCommand(bin, args, { cwd, env: { WHOLE_BASE_URL: url } });
    expect(finished).toMatchObject({ exitCode: 0 });
    return { stdout: finished.stdout, cwd };
  };
  const WRITTEN = /"id":1,"count":1,"inside":\{"n":1\}/;

  test.each([[['read', 'things']], [['--singer']]])('%j', async (args) => {
    expect((await run(...args)).stdout).toMatch(WRITTEN);
  });

  test('a folder of JSON Lines', async () => {
    const { cwd } = await run('sync', '--to', './out/');
    const text = readdirSync(join(cwd, 'out'), { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile() && each.name.startsWith('things'))
      .map((each) => readFileSync(join(each.parentPath, each.name), 'utf8'))
      .join('\n');
    expect(text).toMatch(WRITTEN);
  });

  test('a SQLite database', async () => {
    const { cwd } = await run('sync', '--to', 'sqlite:all.db');
    const database = new Database(join(cwd, 'all.db'));
    const row: unknown = database.prepare('select id, typeof(id) as t, count, typeof(count) as c, inside from things').get();
    database.close();
    expect(row).toMatchObject({ id: 1, t: 'integer', count: 1, c: 'integer', inside: '{"n":1}' });
  });
});

test('a SCHEMA comes once for each stream, whatever there is to read', async () => {
  const bin = await buildSpec(
    `${specOf('')}  - name: others\n    endpoint: { paginator: { type: offset, limit: 1 }, data_selector: items }\n    fields: { id: integer }\n`,
  );
  let asked = 0;
  const url = await serve((request, response) => {
    const isOthers = (request.url ?? '').startsWith('/others');
    const items = isOthers && ++asked > 3 ? [] : [{ id: asked + 1 }];
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ items }));
  });
  const { stdout } = await runCommand(bin, ['--singer'], { cwd: sandbox(), env: { WHOLE_BASE_URL: url } });
  const types = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly type: string; readonly stream?: string });
  expect(types.filter(({ type }) => type === 'SCHEMA').map(({ stream }) => stream)).toEqual(['things', 'others']);
  expect(types.filter(({ type }) => type === 'RECORD')).toHaveLength(4);
});
