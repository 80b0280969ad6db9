import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { sandbox } from '../support/sandbox.js';
import { buildSpec, messagesIn, runCommand, type Finished } from './support/built-package.js';
import { harnesses, type Harness } from './support/harness.js';
import { serve } from './support/recorded-api.js';

/** What programs make of a position that the API has forgotten between two runs: the read began again, and what came before it is no part of it. */

const resource = (
  name: string,
  disposition: string,
  more = '',
  paginator = '{ type: cursor, cursor_path: next, cursor_param: at }',
): string => `
  - name: ${name}
    primary_key: id
    write_disposition: ${disposition}
    endpoint: { path: /${name}, data_selector: items, paginator: ${paginator}${more} }
    fields: { id: { type: integer, nullable: false }, on: { type: date, nullable: false } }
`;

const SPEC = `
name: shop
outputs: all
client:
  base_url: https://api.example.com
  auth: { type: bearer }
resources:${resource('things', 'replace')}${resource('links', 'replace', '', '{ type: json_link, next_url_path: next }')}${resource('orders', 'merge', ', incremental: { cursor_path: on, start_param: since }')}${resource('lines', 'append')}`;

const bin = buildSpec(SPEC);
const all = await harnesses();

afterAll(async () => void (await Promise.all(all.map((harness) => harness.stop()))));

interface Api {
  readonly url: string;
  /** Rows of each resource. */
  rows: readonly object[];
  /** The page, from one, at which a read fails with 401, which nobody tries again. */
  fails: number;
  /** What a position is refused with that an earlier generation gave. */
  readonly status: number;
  generation: number;
}

const row = (id: number): object => ({ id, on: `2026-01-0${id}` });

/** Three rows on two pages, of each resource. */
async function forgetful(status: number): Promise<Api> {
  const api = { url: '', rows: [row(1), row(2), row(3)], fails: 2, status, generation: 1 };
  api.url = await serve((request, response) => {
    const url = new URL(request.url ?? '', 'http://loopback');
    const sent = url.searchParams.get('at')?.split('-');
    const answer = (code: number, body: object): unknown =>
      response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (sent !== undefined && Number(sent[0]) !== api.generation) return answer(api.status, { error: 'unknown position' });
    const from = Number(sent?.[1] ?? 0);
    if (from / 2 + 1 === api.fails) return answer(401, { error: 'no' });
    const position = `${api.generation}-${from + 2}`;
    const next = from + 2 >= api.rows.length ? null : url.pathname === '/links' ? `/links?at=${position}` : position;
    return answer(200, { items: api.rows.slice(from, from + 2), next });
  });
  return api;
}

/** The API as it is at the next run: it knows no position of before, and the second row is gone. */
function forget(api: Api): void {
  Object.assign(api, { generation: api.generation + 1, fails: 0, rows: [row(1), row(3), row(4)] });
}

const BEGAN_AGAIN = (name: string): string => `${name}: began again: the API no longer knew the saved position`;

/** What two syncs leave behind, between which the API forgets the position. */
async function replaced(harness: Harness | undefined, name: string, status: number): Promise<readonly number[]> {
  const place = await harness?.place();
  if (place === undefined) throw new Error('no destination');
  const api = await forgetful(status);
  const env = { SHOP_TOKEN: 'a-token', SHOP_BASE_URL: api.url, SHOP_TO: place.to };
  const format = place.format === undefined ? [] : ['--format', place.format];
  const sync = async (): Promise<Finished> => runCommand(await bin, ['sync', ...format, '--resource', name], { cwd: sandbox(), env });
  expect(await sync()).toMatchObject({ exitCode: 4 });
  forget(api);
  const again = await sync();
  expect(again).toMatchObject({ exitCode: 0 });
  expect(again.stderr.split(BEGAN_AGAIN(name))).toHaveLength(2);
  return (await place.rows(name, ['id'])).map(({ id }) => Number(id));
}

test.each(all)('a table that is replaced holds what the second read found: $name', async (harness) => {
  expect(await replaced(harness, 'things', 410)).toEqual([1, 3, 4]);
});

test.each([
  ['things', 400],
  ['links', 404],
  ['links', 422],
])('whatever the API says: %s, %i', async (name, status) => {
  expect(await replaced(all[0], name, status)).toEqual([1, 3, 4]);
});

test('merge goes on, and says so', async () => {
  const place = await all[0]?.place();
  const api = await forgetful(410);
  const env = { SHOP_TOKEN: 'a-token', SHOP_BASE_URL: api.url, SHOP_TO: place?.to ?? '' };
  const sync = async (): Promise<Finished> => runCommand(await bin, ['sync', '--resource', 'orders'], { cwd: sandbox(), env });
  expect(await sync()).toMatchObject({ exitCode: 4 });
  forget(api);
  const again = await sync();
  expect(again).toMatchObject({ exitCode: 0, stderr: expect.stringContaining(BEGAN_AGAIN('orders')) });
  expect((await place?.rows('orders', ['id']))?.map(({ id }) => Number(id))).toEqual([1, 2, 3, 4]); // merge removes nothing
});

test('what is appended is refused before it comes twice, and the way out is named', async () => {
  const place = await all[0]?.place();
  const api = await forgetful(410);
  const env = { SHOP_TOKEN: 'a-token', SHOP_BASE_URL: api.url, SHOP_TO: place?.to ?? '' };
  const sync = async (...more: readonly string[]): Promise<Finished> =>
    runCommand(await bin, ['sync', '--resource', 'lines', ...more], { cwd: sandbox(), env });
  expect(await sync()).toMatchObject({ exitCode: 4 });
  forget(api);
  for (let run = 0; run < 2; run++) {
    const again = await sync();
    expect(again).toMatchObject({ exitCode: 4 });
    expect(again.stderr).toContain('the API no longer knows the position of the state');
    expect(again.stderr).toContain('hint: sync --full-refresh --resource lines ');
    expect((await place?.rows('lines', ['id']))?.map(({ id }) => Number(id))).toEqual([1, 2]);
  }
  expect(await sync('--full-refresh')).toMatchObject({ exitCode: 0 });
  expect((await place?.rows('lines', ['id']))?.map(({ id }) => Number(id))).toEqual([1, 3, 4]);
});

describe('a platform', () => {
  const run = async (api: Api, args: readonly string[], files: Readonly<Record<string, unknown>>): Promise<Finished> => {
    const cwd = sandbox();
    const flags = Object.entries({ ...files, config: { token: 'a-token', base_url: api.url } }).flatMap(([name, content]) => {
      writeFileSync(join(cwd, `${name}.json`), JSON.stringify(content));
      return [`--${name}`, `${name}.json`];
    });
    return runCommand(await bin, [...args, ...flags], { cwd });
  };

  /** A catalog in which only this stream is selected. */
  const selecting = async (api: Api, name: string): Promise<object> => {
    const { streams } = JSON.parse((await run(api, ['--singer', '--discover'], {})).stdout) as {
      readonly streams: readonly { readonly stream: string }[];
    };
    return { streams: streams.filter(({ stream }) => stream === name) };
  };

  test.each(['things', 'links'])('a Singer tap gives the records of the new read of %s a version of their own', async (name) => {
    const api = await forgetful(410);
    const catalog = await selecting(api, name);
    const first = await run(api, ['--singer'], { catalog });
    expect(first.exitCode).toBe(4);
    const before = messagesIn(first);
    const state = before.findLast(({ type }) => type === 'STATE')?.['value'];
    expect(state).toMatchObject({ bookmarks: { [name]: { complete: false } } });
    const old = before.find(({ type }) => type === 'RECORD')?.['version'];
    forget(api);
    const second = await run(api, ['--singer'], { catalog, state });
    expect(second).toMatchObject({ exitCode: 0, stderr: expect.stringContaining(BEGAN_AGAIN(name)) });
    const after = messagesIn(second);
    const records = after.filter(({ type }) => type === 'RECORD');
    expect(records.map(({ record }) => (record as { readonly id: number }).id)).toEqual([1, 3, 4]);
    const versions = new Set(records.map(({ version }) => version));
    expect(versions.size).toBe(1);
    expect(versions).not.toContain(old);
    expect(versions).toContain(after.find(({ type }) => type === 'ACTIVATE_VERSION')?.['version']);
  });

  test('an Airbyte source says that a read began again', async () => {
    const api = await forgetful(410);
    const { catalog } = messagesIn(await run(api, ['discover'], {})).find(({ type }) => type === 'CATALOG') as {
      readonly catalog: { readonly streams: readonly { readonly name: string }[] };
    };
    const streams = catalog.streams
      .filter(({ name }) => name === 'things')
      .map((stream) => ({ stream, sync_mode: 'full_refresh', destination_sync_mode: 'overwrite' }));
    const first = messagesIn(await run(api, ['read'], { catalog: { streams } }));
    const state = first.filter(({ type }) => type === 'STATE').map(({ state: each }) => each);
    expect(state).toHaveLength(1);
    forget(api);
    const second = await run(api, ['read'], { catalog: { streams }, state });
    expect(second.exitCode).toBe(0);
    const after = messagesIn(second);
    expect(after.filter(({ type }) => type === 'RECORD').map((each) => (each['record'] as { readonly data: object }).data)).toEqual(
      api.rows,
    );
    expect(after.filter(({ type, log }) => type === 'LOG' && JSON.stringify(log).includes('began again'))).toHaveLength(1);
  });
});
