import { expect, test } from 'vitest';
import { filesFrom } from '../../support/generate.js';
import { importPackage } from '../../support/import-package.js';
import { serve } from '../../support/loopback.js';

/** Values with the separator of their group in them: an API would take one for two, and the records of it would be missing. */

const page = { data_selector: '$', paginator: 'single_page' };
const fields = { id: 'string' };
const RESOURCES: Readonly<Record<string, object>> = {
  'values in a parameter': { for_each: { id: '{config.ids}' }, endpoint: { path: '/items', params: { ids: '{for_each.id}' }, ...page } },
  'values in a path': { for_each: { id: '{config.ids}' }, endpoint: { path: '/items/{for_each.id}', ...page } },
  'values in a text of a body': {
    for_each: { id: '{config.ids}' },
    endpoint: { path: '/items', method: 'POST', json: { q: 'id in ({for_each.id})' }, ...page },
  },
  'values side by side': {
    for_each: { id: '{config.ids}' },
    concurrency: 3,
    endpoint: { path: '/items', params: { ids: '{for_each.id}' }, ...page },
  },
  parents: { endpoint: { path: '/items', params: { ids: '{resources.parents.id}' }, ...page } },
};

type Client = new (options: object) => { readonly items: { all(): Promise<readonly object[]> } };

async function reading(resource: object, ids: readonly string[]): Promise<{ readonly asked: readonly string[]; readonly error: unknown }> {
  const spec = {
    name: 'one',
    config: { ids: { type: 'list' } },
    client: { base_url: 'http://127.0.0.1:9' },
    resources: [
      { name: 'parents', endpoint: page, fields: { id: { type: 'string', nullable: false } } },
      { name: 'items', group: 2, fields, ...resource },
    ],
  };
  const { OneClient } = (await importPackage(await filesFrom('one.yaml', JSON.stringify(spec)))) as { readonly OneClient: Client };
  const { origin, asked } = await serve(({ url }) => ({ body: url.pathname === '/parents' ? ids.map((id) => ({ id })) : [] }));
  const client = new OneClient({ baseUrl: origin, ids, sleep: async () => undefined });
  const error = await client.items.all().then(
    () => undefined,
    (caught: unknown) => caught,
  );
  return {
    asked: asked.filter(({ url }) => url.pathname !== '/parents').map(({ url, body }) => `${url.pathname}${url.search}${body}`),
    error,
  };
}

test.each(Object.entries(RESOURCES))('%s: a typed error, and nothing is asked for with it', async (_, resource) => {
  const { asked, error } = await reading(resource, ['a', 'b', 'c,d', 'e']);
  expect(error).toMatchObject({ name: 'OneResponseError', resource: 'items', message: expect.stringContaining('holds ","') as string });
  expect(asked.filter((each) => /[cd]/.test(decodeURIComponent(each).replace(/^\/items|ids|id in/g, '')))).toEqual([]);
});

test('another separator lets them be', async () => {
  const resource = { ...RESOURCES['values in a parameter'], group: { size: 2, separator: '|' } };
  const { asked, error } = await reading(resource, ['a', 'c,d']);
  expect(error).toBeUndefined();
  expect(asked.map(decodeURIComponent)).toEqual(['/items?ids=a|c,d']);
});

test('a list in a body has no separator', async () => {
  const endpoint = { path: '/items', method: 'POST', json: { ids: '{for_each.id}' }, ...page };
  const { asked, error } = await reading({ for_each: { id: '{config.ids}' }, endpoint }, ['a', 'c,d']);
  expect(error).toBeUndefined();
  expect(asked).toEqual(['/items{"ids":["a","c,d"]}']);
});
