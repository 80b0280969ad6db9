import { beforeAll, describe, expect, test } from 'vitest';
import { filesFrom } from '../../support/generate.js';
import { importPackage } from '../../support/import-package.js';
import { collect, idsOf, openLoops, type Client } from './connector.js';
import { api, type Manners, type Row } from './server.js';

const CLOSED: Manners = { since: 'closed', until: 'closed', cap: 2, sorted: true };

let open: (options: object) => Client;
beforeAll(async () => {
  open = await openLoops();
});

function row(id: number, at: string, of = 'eu'): Row {
  return { id, at: Date.parse(at), of };
}

describe('windows', () => {
  const asked = async (options: object, name = 'windowed'): Promise<readonly string[]> => {
    const server = api([], ['eu'], CLOSED);
    await collect(open({ fetch: server.fetch, tenants: [], ...options })[name]);
    return server.asked.map((path) => path.replace(/^.*since=(.*)T.*&until=(.*)T.*$/, '$1/$2'));
  };

  test('of a month end on the day of the month they began on, or on the last one', async () => {
    expect(await asked({ wallClock: () => Date.parse('2026-05-05T12:00:00Z') })).toEqual([
      '2026-01-31/2026-02-28',
      '2026-02-27/2026-03-31', // a day before its start, which an API may count out
      '2026-03-30/2026-04-30',
      '2026-04-29/2026-05-05',
    ]);
  });

  test('are not asked for when there is nothing between the start and now', async () => {
    expect(await asked({ wallClock: () => Date.parse('2026-01-30T00:00:00Z') })).toEqual([]);
    expect(await asked({ wallClock: () => Date.parse('2026-01-31T00:00:00Z') })).toEqual(['2026-01-31/2026-01-31']);
  });

  test('leave what is not theirs to the others, where the API sends it', async () => {
    const rows = [row(1, '2026-02-01T00:00:00Z'), row(2, '2026-02-28T00:00:00.001Z'), row(3, '2026-03-02T00:00:00Z')];
    const deaf = (input: string | URL | Request): Promise<Response> => {
      const url = new URL(String(input));
      url.searchParams.delete('until');
      url.searchParams.delete('since');
      return api(rows, [], { ...CLOSED, sorted: false }).fetch(url);
    };
    const pages = await collect(open({ fetch: deaf, tenants: [], wallClock: () => Date.parse('2026-03-10T00:00:00Z') })['windowed']);
    expect(pages.map((page) => page.records.map(({ id }) => id))).toEqual([[1], [], [], [2], [3], [], []]);
  });
});

describe('a feed that is read backwards', () => {
  test('begins at the end, and goes on before the least value', async () => {
    const rows = [row(1, '2026-03-03T00:00:00Z'), row(2, '2026-03-02T00:00:00Z'), row(3, '2026-03-02T00:00:00Z')];
    const first = api(rows.slice(0, 2), [], CLOSED);
    const pages = await collect(open({ fetch: first.fetch, tenants: [] })['archive']);
    expect(idsOf(pages)).toEqual([1, 2]);
    const more = api([...rows, row(4, '2026-03-01T00:00:00Z'), row(5, '2026-03-04T00:00:00Z')], [], CLOSED);
    const next = await collect(open({ fetch: more.fetch, tenants: [] })['archive'], pages.at(-1)?.state);
    expect(idsOf(next)).toEqual([3, 4]);
    expect(more.asked[0]).toContain(`until=${encodeURIComponent('2026-03-02T00:00:00.001Z')}`);
  });
});

describe('parents', () => {
  const rows = ['a', 'b', 'c'].map((of, id) => row(id, '2026-03-03T00:00:00Z', of));
  const parents = ['a', 'b', 'a', 'c', 'b'];

  test('that come twice are asked once', async () => {
    const server = api(rows, parents, CLOSED);
    expect(idsOf(await collect(open({ fetch: server.fetch, tenants: [] })['grandchildren']))).toEqual([0, 1, 2]);
    expect(server.asked.filter((path) => /of.*offset=0$/.test(path)).map((path) => path[4])).toEqual(['a', 'b', 'c']);
  });

  test('that come again on the page where a read goes on are not asked again', async () => {
    const { fetch } = api(rows, ['a', 'a', 'c'], CLOSED);
    const resource = open({ fetch, tenants: [] })['grandchildren'];
    const pages = await collect(resource);
    for (const [index, { state }] of pages.slice(0, -1).entries())
      expect(idsOf([...pages.slice(0, index + 1), ...(await collect(resource, state))])).toEqual([0, 2]);
  });
});

describe('a value inside of a parent', () => {
  test('can stand wherever a value of it can', async () => {
    const spec = {
      name: 'acme',
      version: '1.0.0',
      client: { base_url: 'https://acme.test' },
      resources: [
        {
          name: 'posts',
          endpoint: { path: '/posts', data_selector: '$', paginator: 'single_page' },
          fields: { author: { type: 'object', fields: { id: 'integer' } }, tags: { type: 'array', items: 'string' } },
        },
        {
          name: 'authors',
          endpoint: {
            path: '/authors/{resources.posts.author.id}/{resources.posts.tags[0]}',
            method: 'POST',
            params: { of: '{resources.posts.author.id}' },
            headers: { 'X-Of': '{resources.posts.author.id}' },
            json: { of: '{resources.posts.author.id}' },
            data_selector: '$',
            paginator: 'single_page',
          },
          fields: { id: 'integer' },
        },
      ],
    };
    const loaded = await importPackage(await filesFrom('acme.json', JSON.stringify(spec)));
    const asked: unknown[] = [];
    const client = new (loaded['AcmeClient'] as new (options: object) => Client)({
      fetch: async (input: string | URL, init?: RequestInit) => {
        if (String(input).endsWith('/posts')) return Response.json([{ author: { id: 7 }, tags: ['a/b'] }]);
        asked.push([String(input), new Headers(init?.headers).get('x-of'), init?.body]);
        return Response.json([{ id: 1 }]);
      },
    });
    expect(idsOf(await collect(client['authors']))).toEqual([1]);
    expect(asked).toEqual([['https://acme.test/authors/7/a%2Fb?of=7', '7', '{"of":7}']]);
  });
});

describe('a list of the caller', () => {
  test('may be empty, and name a value twice', async () => {
    const server = api([row(1, '2026-03-03T00:00:00Z')], [], CLOSED);
    expect(idsOf(await collect(open({ fetch: server.fetch, tenants: [] })['fresh']))).toEqual([]);
    expect(server.asked).toEqual([]);
    expect(idsOf(await collect(open({ fetch: server.fetch, tenants: ['eu', 'eu'] })['fresh']))).toEqual([1]);
    expect(server.asked).toHaveLength(2);
  });
});
