import { describe, expect, test } from 'vitest';
import { serve } from '../support/loopback.js';
import { oneResource, read, things } from '../support/one-resource.js';
import { diagnosticsOf } from '../support/spec-diagnostics.js';

/** Paths as people copy them: with a query, or as a whole URL. */

const asking = async (endpoint: object, config: object = {}, options: object = {}): Promise<readonly string[]> => {
  const { origin, asked } = await serve(() => ({ body: { items: things(0, 1) } }));
  const open = await oneResource(origin, { paginator: 'single_page', ...endpoint }, {}, {}, { config });
  expect(await read(open(options))).toEqual({ ids: [0], error: undefined });
  return asked.map(({ url }) => decodeURIComponent(`${url.pathname}${url.search}`));
};

describe('a query in a path is read as params', () => {
  test.each<[about: string, endpoint: object, url: string]>([
    ['one parameter', { path: 'things?state=open' }, '/things?state=open'],
    ['several, in their order, before those of params', { path: '/things?b=1&a=2', params: { c: 3 } }, '/things?b=1&a=2&c=3'],
    ['encoded', { path: 'things?q=a%20b%26c&d+e=f=g' }, '/things?q=a+b&c&d+e=f=g'],
    ['a name that comes again', { path: 'things?id=1&id=2' }, '/things?id=1&id=2'],
    ['without a value', { path: 'things?all&x=' }, '/things?all=&x='],
    ['nothing behind the sign', { path: 'things?' }, '/things'],
    ['by the short form', { path: '/a/b?c=d' }, '/a/b?c=d'],
  ])('%s', async (_, endpoint, url) => {
    expect(await asking(endpoint)).toEqual([url]);
  });

  test('with options of the caller, encoded as any', async () => {
    const config = { state: 'string', page: { type: 'integer', optional: true } };
    const endpoint = { path: '/{config.state}/things?state={config.state}&page={config.page}' };
    expect(await asking(endpoint, config, { state: 'a b&c' })).toEqual(['/a b&c/things?state=a+b&c']);
  });

  test('what the paginator sets, it sets', async () => {
    const paginator = { type: 'page_number', limit: 1, limit_param: 'per_page', maximum_page: 1 };
    const { origin, asked } = await serve(() => ({ body: { items: things(0, 1) } }));
    const open = await oneResource(origin, { path: 'things?per_page=100&page=7&state=open', paginator });
    await read(open());
    expect(Object.fromEntries(asked[0]?.url.searchParams ?? [])).toMatchObject({ state: 'open', per_page: '1' });
    expect(asked[0]?.url.searchParams.getAll('per_page')).toEqual(['1']);
    expect(asked[0]?.url.searchParams.get('page')).not.toBe('7');
  });
});

test.each(['things?{config.a}=1', 'things?a/{config.a}', 'things?a=1?b=2', 'things?=1', 'things?a=%zz'])('%s is refused', async (path) => {
  const spec = { name: 'one', config: { a: 'string' }, client: { base_url: 'https://a.example' } };
  const resources = [{ name: 'things', endpoint: { path, paginator: 'single_page', data_selector: '$' } }];
  const errors = (await diagnosticsOf(JSON.stringify({ ...spec, resources }))).filter(({ severity }) => severity === 'error');
  expect(errors.map(({ code }) => code)).toEqual(['spec/path-query']);
});

test('a path that is a URL below base_url is the rest of it', async () => {
  const { origin, asked } = await serve(() => ({ body: { items: things(0, 1) } }));
  const open = await oneResource(origin, { path: `${origin}/a/things?state=open`, paginator: 'single_page' });
  expect(await read(open())).toEqual({ ids: [0], error: undefined });
  expect(asked.map(({ url }) => url.href)).toEqual([`${origin}/a/things?state=open`]);
});
