import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, test } from 'vitest';
import { filesFrom } from '../support/generate.js';
import { importPackage } from '../support/import-package.js';
import { serve } from '../support/loopback.js';
import { read, type Resource } from '../support/one-resource.js';
import { sandbox } from '../support/sandbox.js';
import { buildSpec, messagesIn, runCommand } from './support/built-package.js';

/** Numbers that JavaScript's do not hold, in every output, exact or refused. */

const BIG = '9007199254740993';
const ROW = `{"id":1,"any":{"deep":[${BIG},1.10,-12345678901234567890]},"undeclared":${BIG},"text":"${BIG}","#n1":"#n2","huge":1e400}`;
const EXACT = `{"deep":[${BIG},1.1,-12345678901234567890]}`;

const resource = (name: string, fields: object, more: object = {}) => ({
  name,
  primary_key: 'id',
  fields: { id: 'integer', ...fields },
  endpoint: { path: `/${name}`, paginator: 'single_page', data_selector: '$', ...more },
});
const SPEC = {
  name: 'big',
  outputs: ['files', 'duckdb', 'sqlite', 'singer', 'airbyte'],
  client: { base_url: 'http://127.0.0.1:9' },
  resources: [resource('things', { any: 'json', text: 'string' }, { data_selector: 'items' })],
};

describe('programs keep the digits', () => {
  let bin = '';
  beforeAll(async () => {
    bin = await buildSpec(JSON.stringify(SPEC));
  });
  const api = async (): Promise<string> => (await serve(() => ({ text: `{"items": [${ROW}]}` }))).origin;
  const run = async (args: readonly string[], cwd = sandbox()) => {
    const finished = await runCommand(bin, args, { cwd, env: { BIG_BASE_URL: await api() } });
    expect(finished).toMatchObject({ exitCode: 0 });
    return { ...finished, cwd };
  };
  const whole = (line: string): void => {
    expect(line).toContain(`"any":${EXACT}`);
    expect(line).toContain(`"undeclared":${BIG}`);
    expect(line).toContain(`"text":"${BIG}"`);
    expect(line).toContain('"#n1":"#n2"');
    expect(line).toContain(`"huge":1${'0'.repeat(400)}`);
  };

  test('read', async () => whole((await run(['read', 'things'])).stdout));

  test('sync to JSON Lines', async () => {
    const { cwd } = await run(['sync', '--to', 'out/']);
    whole(readFileSync(join(cwd, 'out/things.jsonl'), 'utf8'));
  });

  test('sync to DuckDB', async () => {
    const { cwd } = await run(['sync', '--to', 'out.duckdb']);
    const instance = await DuckDBInstance.create(join(cwd, 'out.duckdb'));
    const connection = await instance.connect();
    const rows = (await connection.runAndReadAll('SELECT CAST("any" AS VARCHAR) AS "any", "text" FROM things')).getRowObjects();
    instance.closeSync();
    expect(rows).toEqual([{ any: EXACT, text: BIG }]);
  });

  test('Singer and Airbyte', async () => {
    const singer = await run(['--singer']);
    const catalog = messagesIn(await run(['discover'])).find((message) => message['type'] === 'CATALOG') as {
      readonly catalog: { readonly streams: readonly object[] };
    };
    const cwd = sandbox();
    const { writeFileSync } = await import('node:fs');
    const configured = catalog.catalog.streams.map((stream) => ({ stream, sync_mode: 'full_refresh', destination_sync_mode: 'append' }));
    writeFileSync(join(cwd, 'catalog.json'), JSON.stringify({ streams: configured }));
    writeFileSync(join(cwd, 'config.json'), JSON.stringify({ base_url: await api() }));
    const airbyte = await run(['--config', 'config.json', '--catalog', 'catalog.json'].toSpliced(0, 0, 'read'), cwd);
    for (const { stdout } of [singer, airbyte]) {
      const line = stdout.split('\n').find((each) => /"type":"RECORD"/.test(each)) ?? '';
      expect(line).toContain(`"any":${EXACT}`);
    }
  });
});

describe('the library', () => {
  const clientOf = async (resources: readonly object[]) => {
    const exported = await importPackage(await filesFrom('big.yaml', JSON.stringify({ ...SPEC, outputs: undefined, resources })));
    return exported['BigClient'] as new (options: object) => Readonly<Record<string, Resource>>;
  };
  const recordsOf = async (
    resources: object,
    body: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<readonly unknown[]> => {
    const { origin } = await serve(() => ({ text: body, headers }));
    const Client = await clientOf([resources]);
    const records: unknown[] = [];
    for await (const page of new Client({ baseUrl: origin, sleep: async () => undefined })['things']?.pages() ?? [])
      records.push(...page.records);
    return records;
  };

  test.each([
    ['JSON', resource('things', { any: 'json' }), `[${ROW}]`, 'application/json'],
    ['without fields', { ...resource('things', {}), fields: undefined }, `[${ROW}]`, 'application/json'],
    ['JSON Lines', resource('things', { any: 'json' }, { format: 'jsonl' }), `${ROW}\n`, 'application/x-ndjson'],
  ])('%s', async (_, about, body, type) => {
    const [record] = await recordsOf(about, body, { 'content-type': type });
    expect(record).toEqual({
      id: 1,
      any: { deep: [9007199254740993n, 1.1, -12345678901234567890n] },
      undeclared: 9007199254740993n,
      text: BIG,
      '#n1': '#n2',
      huge: 10n ** 400n,
    });
  });

  test('a table', async () => {
    const about = resource('things', { any: 'json', n: 'number' }, { format: 'csv' });
    expect(await recordsOf(about, `id,any,n\n1,[${BIG}],1.5\n`, { 'content-type': 'text/csv' })).toEqual([
      { id: 1, any: [9007199254740993n], n: 1.5 },
    ]);
    for (const digits of [BIG, `-${BIG}`, '1e400'])
      await expect(recordsOf(about, `id,any,n\n1,[],${digits}\n`, { 'content-type': 'text/csv' })).rejects.toThrow(
        `things page 1 record 0 at n: expected a number or null, got string "${digits}"`,
      );
  });

  test.each([
    ['integer', BIG, 'at n: expected a safe integer or null, got 9007199254740993, which only a bigint holds'],
    ['number', BIG, 'at n: expected a number or null, got 9007199254740993, which only a bigint holds'],
    ['number', '1e400', 'at n: expected a number or null, got 1e400, which only a bigint holds'],
    ['number', '-1.5e400', 'at n: expected a number or null, got -15e399, which only a bigint holds'],
    ['string', BIG, 'at n: expected a string or null, got 9007199254740993, which only a bigint holds'],
  ])('%s refuses %s with its digits', async (type, digits, words) => {
    await expect(recordsOf(resource('things', { n: type }), `[{"id":1,"n":${digits}}]`)).rejects.toThrow(words);
  });

  test('pages are told apart by these digits, and a cursor may have them', async () => {
    const about = { ...resource('things', {}), primary_key: undefined };
    const Client = await clientOf([
      {
        ...about,
        endpoint: { path: '/things', paginator: { type: 'cursor', cursor_path: 'next', cursor_param: 'after' }, data_selector: 'items' },
      },
    ]);
    const { origin, asked } = await serve(({ url }) => {
      const after = BigInt(url.searchParams.get('after') ?? '9007199254740992');
      return {
        text: `{"items":[{"id":1,"more":${after + 1n}}],"next":${after < 9007199254740999n ? after + 1n : 'null'}}`,
      };
    });
    const { ids, error } = await read(new Client({ baseUrl: origin })['things'] as Resource);
    expect({ ids: ids.length, error }).toEqual({ ids: 8, error: undefined });
    expect(asked.at(-1)?.url.searchParams.get('after')).toBe('9007199254740999');
  });
});
