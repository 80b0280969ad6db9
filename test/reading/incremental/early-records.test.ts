import { beforeAll, describe, expect, test } from 'vitest';
import { filesFrom } from '../../support/generate.js';
import { importPackage } from '../../support/import-package.js';
import { serve } from '../../support/loopback.js';
import { read, type Outcome, type Resource } from '../../support/one-resource.js';

/** Records later than the read are told apart by fingerprints, of which a state keeps 10,000. */

const MOST = 10_000;
const WAYS: Readonly<Record<string, { readonly paginator?: object; readonly incremental?: object; readonly more?: object }>> = {
  'on one page': {},
  'on several pages': { paginator: { type: 'offset', limit: 4000 } },
  'where all is sent each time': { incremental: { client_side: true, start_param: undefined } },
  'for each of a list': { more: { for_each: { region: ['eu'] } } },
};
const NAMES = Object.keys(WAYS);

let open: (key: string, origin: string) => Resource;
beforeAll(async () => {
  const resources = ['append', 'merge'].flatMap((write_disposition) =>
    NAMES.map((name, index) => ({
      name: `${write_disposition}${index}`,
      primary_key: 'id',
      write_disposition,
      fields: { id: 'integer', at: { type: 'datetime', nullable: false } },
      endpoint: {
        path: WAYS[name]?.more === undefined ? 'x' : 'x/{for_each.region}',
        data_selector: 'items',
        paginator: WAYS[name]?.paginator ?? 'single_page',
        incremental: { cursor_path: 'at', start_param: 'since', initial_value: '2026-01-01T00:00:00Z', ...WAYS[name]?.incremental },
      },
      ...WAYS[name]?.more,
    })),
  );
  const spec = { name: 'early', client: { base_url: 'http://127.0.0.1:9' }, resources };
  const { EarlyClient } = await importPackage(await filesFrom('early.yaml', JSON.stringify(spec)));
  const Client = EarlyClient as new (options: object) => Readonly<Record<string, Resource>>;
  open = (key, baseUrl) => new Client({ baseUrl, sleep: async () => undefined, random: () => 0.5 })[key] ?? unknown(key);
}, 60_000);

function unknown(key: string): never {
  throw new Error(`no resource ${key}`);
}

/** Two reads of so many records of the next century, the second from the state of the last page of the first. */
async function readTwice(key: string, count: number): Promise<readonly [first: Outcome, second: Outcome]> {
  const all = Array.from({ length: count }, (_, id) => ({ id, at: '2126-01-01T00:00:00Z' }));
  const { origin } = await serve(({ url }) => {
    const from = url.searchParams.get('offset');
    return { body: { items: from === null ? all : all.slice(Number(from), Number(from) + 4000) } };
  });
  let state: unknown;
  const kept: Resource = {
    async *pages(options) {
      for await (const page of open(key, origin).pages(options)) {
        ({ state } = page);
        yield page;
      }
    },
  };
  const first = await read(kept);
  return [first, await read(kept, { state })];
}

describe.each(NAMES.map((name, index) => [name, index] as const))('%s', (_, index) => {
  test('as many as are kept come once', async () => {
    const [first, second] = await readTwice(`append${index}`, MOST);
    expect([first.ids.length, first.error, second.ids.length, second.error]).toEqual([MOST, undefined, 0, undefined]);
  });

  test('one more is an error where rows are appended, and none where they are merged', async () => {
    const [{ error }] = await readTwice(`append${index}`, MOST + 1);
    expect(error).toMatchObject({ code: 'early_records' });
    const [first, second] = await readTwice(`merge${index}`, MOST + 1);
    expect([first.ids.length, first.error, second.error]).toEqual([MOST + 1, undefined, undefined]);
  });
});
