import { beforeAll, expect, test } from 'vitest';
import type { Fixture } from '../../../generator/recordings/format.js';
import { filesFrom, specText } from '../../support/generate.js';

/** Recordings made up for every way to page: a read from the first page to what ends it. */

let fixtures: ReadonlyMap<string, Fixture>;

beforeAll(async () => {
  const files = await filesFrom('test/package/mutation/paged.yaml', specText('test/package/mutation/paged.yaml'));
  const recordings = Object.entries(files).filter(([path]) => path.startsWith('fixtures/'));
  fixtures = new Map(recordings.map(([path, text]) => [path.replace(/^fixtures\/|\.json$/g, ''), JSON.parse(text) as Fixture]));
});

/** The query of each request and the body of its answer, records counted. */
function shapeOf(name: string): readonly unknown[] {
  const exchanges = fixtures.get(name)?.exchanges ?? [];
  return exchanges.map(({ request, response }) => {
    const { result, ...rest } = response.body as { readonly result: { readonly items: readonly unknown[] } };
    return [new URL(request.url).search, result.items.length, ...Object.values(rest)];
  });
}

test.each([
  [
    'numbered',
    [
      ['?detail=25&per_page=100&page=1', 3],
      ['?detail=25&per_page=100&page=2', 3],
      ['?detail=25&per_page=100&page=3', 2],
      ['?detail=25&per_page=100&page=4', 0],
    ],
  ],
  [
    'counted',
    [
      ['?limit=50&offset=0', 3, { total: 8 }],
      ['?limit=50&offset=3', 3, { total: 8 }],
      ['?limit=50&offset=6', 2, { total: 8 }],
    ],
  ],
  [
    'flagged',
    [
      ['?page=0', 3, { more: true }],
      ['?page=1', 3, { more: true }],
      ['?page=2', 2, { more: false }],
    ],
  ],
  [
    'short',
    [
      ['?limit=4&offset=0', 4],
      ['?limit=4&offset=4', 2],
    ],
  ],
  [
    'bounded',
    [
      ['?page=0', 3],
      ['?page=1', 3],
      ['?page=2', 2],
    ],
  ],
  ['whole', [['', 3]]],
])('%s ends as its paginator says', (name, pages) => {
  expect(shapeOf(name)).toEqual(pages);
});

/** Options that only one resource takes; `wall_clock` is the time of its reads. */
const OWN_OPTIONS: Readonly<Record<string, object>> = {
  numbered: { detail: 25 },
  sequenced: { first: '9007199254740993', last: '9007199254750993' },
  dated: { archived: false, region: 'some-region', wall_clock: '2026-03-31T12:00:00.000Z' },
};

test('every recording says that it was made up, and with which options', () => {
  for (const [name, fixture] of fixtures) {
    expect(fixture.synthesised).toBe(true);
    expect(fixture.config).toEqual({ tenant: 'some-tenant', ...OWN_OPTIONS[name] });
  }
});

test('a child that is read in one window of a hundred years has a parent that is read by the month', async () => {
  const incremental = (step: string): object => ({
    cursor_path: 'at',
    initial_value: '2024-01-01T00:00:00Z',
    start_param: 'since',
    end_param: 'until',
    step,
  });
  const fields = { id: { type: 'integer', nullable: false }, at: { type: 'datetime', nullable: false } };
  const spec = {
    name: 'family',
    client: { base_url: 'https://api.example.com' },
    resources: [
      { name: 'parents', fields, endpoint: { path: '/a', paginator: { type: 'single_page' }, incremental: incremental('P30D') } },
      {
        name: 'children',
        fields,
        endpoint: { path: '/a/{resources.parents.id}/b', paginator: { type: 'single_page' }, incremental: incremental('P100Y') },
      },
    ],
  };
  const files = await filesFrom('family.yaml', JSON.stringify(spec));
  const made = JSON.parse(files['fixtures/children.json'] ?? '') as Fixture;
  expect(made.exchanges.filter(({ resource }) => resource === 'parents')).toHaveLength(3);
  expect(made.exchanges.length).toBeLessThan(30);
});

test.each(['email', 'currency_code'])('keys that are no ids come once in a read: %s', async (key) => {
  const spec = {
    name: 'people',
    client: { base_url: 'https://api.example.com' },
    resources: [
      {
        name: 'users',
        primary_key: key,
        fields: { [key]: { type: 'string', nullable: false }, name: 'string' },
        endpoint: { path: '/a', paginator: { type: 'page_number', base_page: 1, limit: 5 } },
      },
    ],
  };
  const files = await filesFrom('people.yaml', JSON.stringify(spec));
  const made = JSON.parse(files['fixtures/users.json'] ?? '') as Fixture;
  const keys = made.exchanges.flatMap(({ response }) =>
    (response.body as readonly Readonly<Record<string, string>>[]).map((row) => row[key]),
  );
  expect(keys.length).toBeGreaterThan(5);
  expect(new Set(keys).size).toBe(keys.length);
});
