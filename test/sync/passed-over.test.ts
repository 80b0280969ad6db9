import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { serve } from '../support/loopback.js';
import { sandbox } from '../support/sandbox.js';
import { buildSpec, messagesIn, runCommand, type Finished } from './support/built-package.js';

/** Every program says what a read has passed over: of parents, and of the values of a list. */

const child = (name: string, path: string, more: object): object => ({
  name,
  primary_key: 'id',
  fields: { id: 'integer' },
  on_child_error: 'skip',
  endpoint: { path, paginator: 'single_page', data_selector: 'items' },
  ...more,
});
const SPEC = {
  name: 'gone',
  outputs: ['files', 'singer', 'airbyte'],
  client: { base_url: 'http://127.0.0.1:9' },
  resources: [
    {
      name: 'parents',
      primary_key: 'id',
      fields: { id: 'integer' },
      endpoint: { path: '/parents', paginator: 'single_page', data_selector: 'items' },
    },
    child('notes', '/parents/{resources.parents.id}/notes', { write_disposition: 'append' }),
    child('replaced', '/parents/{resources.parents.id}/notes', { write_disposition: 'replace' }),
    child('ahead', '/parents/{resources.parents.id}/notes', { write_disposition: 'merge', concurrency: 3 }),
    child('prices', '/prices/{for_each.region}', { for_each: { region: ['us', 'eu', 'cn'] }, include_for_each: ['region'] }),
  ],
};
const CHILDREN = ['notes', 'replaced', 'ahead'];

let bin = '';
beforeAll(async () => {
  bin = await buildSpec(JSON.stringify(SPEC));
});

/** The second parent and the second region are gone. */
async function run(args: readonly string[], files: Readonly<Record<string, unknown>> = {}): Promise<Finished> {
  const { origin } = await serve(({ url: { pathname } }) => {
    if (pathname === '/parents') return { body: { items: [{ id: 1 }, { id: 2 }, { id: 3 }] } };
    return /2|eu/.test(pathname) ? { status: 404, body: {} } : { body: { items: [{ id: Number(/\d/.exec(pathname)?.[0] ?? 7) }] } };
  });
  const cwd = sandbox();
  const flags = Object.entries(files).flatMap(([name, content]) => {
    writeFileSync(join(cwd, `${name}.json`), JSON.stringify(content));
    return [`--${name}`, `${name}.json`];
  });
  const finished = await runCommand(bin, [...args, ...flags], { cwd, env: { GONE_BASE_URL: origin } });
  expect(finished).toMatchObject({ exitCode: 0 });
  return finished;
}

const said = (name: string): string =>
  name === 'prices'
    ? 'prices: passed over 1 value of a list whose records the API refused'
    : `${name}: passed over 1 parent whose records the API refused`;

test.each([...CHILDREN, 'prices'])('read %s', async (name) => {
  expect((await run(['read', name])).stderr).toContain(said(name));
});

test('sync', async () => {
  const { stderr } = await run(['sync', '--to', 'out/']);
  for (const name of [...CHILDREN, 'prices']) expect(stderr).toContain(said(name));
});

test('a Singer tap', async () => {
  const { stderr } = await run(['--singer']);
  for (const name of [...CHILDREN, 'prices']) expect(stderr).toContain(said(name));
});

test('an Airbyte source', async () => {
  const { catalog } = messagesIn(await run(['discover'])).find(({ type }) => type === 'CATALOG') as {
    readonly catalog: { readonly streams: readonly object[] };
  };
  const streams = catalog.streams.map((stream) => ({ stream, sync_mode: 'full_refresh', destination_sync_mode: 'overwrite' }));
  const logs = messagesIn(await run(['read'], { config: {}, catalog: { streams } })).filter(({ type }) => type === 'LOG');
  for (const name of [...CHILDREN, 'prices']) expect(JSON.stringify(logs)).toContain(said(name));
});
