import { describe, expect, test } from 'vitest';
import { filesFrom } from '../support/generate.js';
import { importPackage } from '../support/import-package.js';
import { serve, type Asked } from '../support/loopback.js';
import { oneResource, read, type Resource } from '../support/one-resource.js';
import { diagnosticsOf } from '../support/spec-diagnostics.js';

/** What is read where a spec does not say where the records are. */

const spec = (resources: readonly object[], client: object = {}): string =>
  JSON.stringify({ name: 'one', client: { base_url: 'https://a.example', ...client }, resources });

describe('lint/no-selector', () => {
  const warned = async (resource: object, client: object = {}, more: object = {}): Promise<readonly string[]> => {
    const text = JSON.stringify({ ...(JSON.parse(spec([{ name: 'things', ...resource }], client)) as object), ...more });
    return (await diagnosticsOf(text)).filter(({ code }) => code === 'lint/no-selector').map(({ at }) => at);
  };

  test.each([
    ['one page', { endpoint: { paginator: 'single_page' } }, {}],
    ['no paginator', { endpoint: { path: '/things' } }, {}],
    ['the client has one page', { endpoint: { path: '/things' } }, { paginator: 'single_page' }],
    ['fields and a key', { primary_key: 'id', fields: { id: 'integer' }, endpoint: { paginator: 'single_page' } }, {}],
    ['an option before the last segment', { endpoint: { path: '/{config.a}/things', paginator: 'single_page' } }, {}],
  ])('warns: %s', async (_, resource, client) => {
    expect(await warned(resource, client, { config: { a: 'string' } })).toHaveLength(1);
  });

  test.each([
    ['an explicit $', { endpoint: { paginator: 'single_page', data_selector: '$' } }, {}],
    ['an explicit null', { endpoint: { paginator: 'single_page', data_selector: null } }, {}],
    ['a list', { endpoint: { paginator: 'single_page', data_selector: 'items' } }, {}],
    ['a list for all', { endpoint: { paginator: 'single_page' } }, { resource_defaults: { endpoint: { data_selector: 'items' } } }],
    ['pages, whose body has to be a list', { endpoint: { paginator: 'header_link' } }, {}],
    ['a table', { endpoint: { paginator: 'single_page', format: 'csv' } }, {}],
    ['one thing', { endpoint: { path: '/things/{config.a}', paginator: 'single_page' } }, {}],
    ['a reshape', { endpoint: { paginator: 'single_page', reshape: { map_to_rows: 'k' } }, fields: { k: 'string' } }, {}],
  ])('is silent: %s', async (_, resource, more) => {
    expect(await warned(resource, {}, { config: { a: 'string' }, ...more })).toEqual([]);
  });
});

describe('a key that is missing', () => {
  test.each([
    ['of records without fields', { primary_key: 'id', fields: undefined }, { name: 'a' }, 'at id: expected a key, but it is missing'],
    ['that is null', { primary_key: 'id', fields: undefined }, { id: null }, 'at id: expected a key, got null'],
    [
      'one of several',
      { primary_key: ['id', 'odd key'], fields: undefined },
      { id: 1 },
      'at ["odd key"]: expected a key, but it is missing',
    ],
    [
      'to merge by',
      { primary_key: undefined, merge_key: 'day', fields: undefined },
      { id: 1 },
      'at day: expected a key, but it is missing',
    ],
    [
      'that every object inherits',
      { primary_key: 'constructor', fields: undefined },
      {},
      'at constructor: expected a key, but it is missing',
    ],
    [
      'of a declared record',
      { primary_key: 'id', fields: { id: 'integer' } },
      { name: 'a' },
      'at id: expected a safe integer, but it is missing',
    ],
  ])('is an error: %s', async (_, resource, row, words) => {
    const { origin } = await serve(() => ({ body: { items: [row] } }));
    const client = await oneResource(origin, { paginator: 'single_page' }, {}, resource);
    expect((await read(client())).error).toMatchObject({ code: 'invalid_record', message: expect.stringContaining(words) as string });
  });

  test('tells an envelope from a record', async () => {
    const { origin } = await serve(() => ({ body: { count: 2, results: [{ id: 1 }, { id: 2 }] } }));
    const client = await oneResource(origin, { paginator: 'single_page', data_selector: undefined }, {}, { fields: undefined });
    expect((await read(client())).error).toMatchObject({ code: 'invalid_record', path: 'id' });
  });
});

describe('the path of one thing', () => {
  const parts = {
    offset: { type: 'offset', limit: 10 },
    page_number: { type: 'page_number' },
    cursor: { type: 'cursor', cursor_path: 'next' },
    json_link: { type: 'json_link', next_url_path: 'next' },
    header_link: { type: 'header_link' },
    header_cursor: { type: 'header_cursor' },
  };
  const people = ({ url }: Asked) => {
    const [, id] = /^\/people\/(\d+)$/.exec(url.pathname) ?? [];
    if (id !== undefined) return { body: { id: Number(id), items: [1] } };
    const isFirst = !url.searchParams.has('page') || url.searchParams.get('page') === '0';
    return { body: isFirst && !['10', '2'].includes(url.searchParams.get('offset') ?? '') ? [{ id: 1 }, { id: 2 }] : [] };
  };

  test.each(Object.entries(parts))('is read as one page under a client that pages by %s', async (_, paginator) => {
    const { origin, asked } = await serve(people);
    const list = ['cursor', 'json_link'].includes(paginator.type) ? { paginator: 'single_page' } : {};
    const resources = [
      { name: 'people', primary_key: 'id', fields: { id: 'integer' }, endpoint: { ...list, data_selector: '$' } },
      { name: 'details', endpoint: { path: '/people/{resources.people.id}' } },
    ];
    const { OneClient } = await importPackage(await filesFrom('one.yaml', spec(resources, { base_url: origin, paginator })));
    const Client = OneClient as new (options: object) => { readonly details: Resource };
    const { ids, error } = await read(new Client({ baseUrl: origin, sleep: async () => undefined }).details);
    expect({ ids, error }).toEqual({ ids: [1, 2], error: undefined });
    expect(asked.filter(({ url }) => url.pathname.startsWith('/people/'))).toHaveLength(2);
  });

  test('pages where it names a list, or a paginator', async () => {
    for (const endpoint of [{ data_selector: 'items' }, { paginator: { type: 'offset', limit: 2 }, data_selector: 'items' }]) {
      const { origin, asked } = await serve(({ url }) => {
        const at = Number(url.searchParams.get('offset'));
        return { body: { items: at < 4 ? [{ id: at }, { id: at + 1 }] : [] } };
      });
      const client = await oneResource(
        origin,
        { path: '/things/{config.a}', ...endpoint },
        { paginator: { type: 'offset', limit: 2 } },
        {},
        { config: { a: 'string' } },
      );
      expect((await read(client({ a: 'x' }))).ids).toEqual([0, 1, 2, 3]);
      expect(asked).toHaveLength(3);
    }
  });
});
