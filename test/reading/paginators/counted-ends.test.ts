import { beforeAll, describe, expect, test } from 'vitest';
import { filesFrom } from '../../support/generate.js';
import { importPackage } from '../../support/import-package.js';
import { serve, type Reply } from '../../support/loopback.js';
import { read, things, type Outcome, type Resource } from '../../support/one-resource.js';

/** Where paging by counting ends: at the last record, whatever is counted from where, and with an error where rows were passed over. */

const ENDS = [0, 1].flatMap((base) =>
  [1, 3].flatMap((limit) =>
    [1, 3].flatMap((concurrency) => [
      {
        name: `offset from ${base}`,
        base,
        limit,
        concurrency,
        unit: 'records',
        paginator: { type: 'offset', offset: base },
      },
      {
        name: `page from ${base}, of records`,
        base,
        limit,
        concurrency,
        unit: 'records',
        paginator: { type: 'page_number', base_page: base, total: 'records' },
      },
      {
        name: `page from ${base}, of pages`,
        base,
        limit,
        concurrency,
        unit: 'pages',
        paginator: { type: 'page_number', base_page: base },
      },
    ]),
  ),
);
const FLAGGED = { has_more_path: 'more' };
const MORE: Readonly<Record<string, object>> = {
  'by the limit, with a total': { type: 'offset', limit: 4, advance: 'limit', total_path: 'total' },
  'by the limit, with has_more': { type: 'offset', limit: 4, advance: 'limit', ...FLAGGED },
  'by the limit, from 1': {
    type: 'offset',
    offset: 1,
    limit: 4,
    advance: 'limit',
    total_path: 'total',
  },
  'over the last row again': { type: 'offset', limit: 4, overlap: 1 },
  'over the last rows again, with a total': {
    type: 'offset',
    limit: 4,
    overlap: 2,
    total_path: 'total',
  },
  'over the last row again, with has_more': { type: 'offset', limit: 4, overlap: 1, ...FLAGGED },
  'a total in a header': { type: 'offset', limit: 2, total_header: 'X-Total' },
  'a total in a header, by page': {
    type: 'page_number',
    base_page: 1,
    limit: 2,
    total_header: 'X-Total',
  },
  'pages in a header': {
    type: 'page_number',
    base_page: 1,
    limit: 2,
    total_header: 'X-Pages',
    total: 'pages',
  },
  'has_more that is left out: offset': {
    type: 'offset',
    limit: 2,
    ...FLAGGED,
    has_more_absent: 'end',
  },
  'has_more that is left out: page': {
    type: 'page_number',
    base_page: 1,
    limit: 2,
    ...FLAGGED,
    has_more_absent: 'end',
  },
  'has_more that is left out, not said': {
    type: 'page_number',
    base_page: 1,
    limit: 2,
    ...FLAGGED,
  },
  'a first page without its number': {
    type: 'page_number',
    base_page: 1,
    limit: 2,
    first_page: 'unsent',
  },
  'a first page without its offset': {
    type: 'offset',
    limit: 2,
    first_page: 'unsent',
    total_path: 'total',
  },
  'one object in place of a list: offset': { type: 'offset', limit: 2, total_path: 'total' },
  'one object in place of a list: page': {
    type: 'page_number',
    base_page: 1,
    limit: 2,
    ...FLAGGED,
  },
};

let open: (key: string, origin: string) => Resource;
beforeAll(async () => {
  const one = (name: string, paginator: object, more: object = {}, endpoint: object = {}): object => ({
    name,
    primary_key: 'id',
    fields: { id: 'integer' },
    endpoint: { path: 'x', data_selector: 'items', paginator, ...endpoint },
    ...more,
  });
  const ends = ENDS.map(({ limit, concurrency, paginator }, index) =>
    one(`ends${index}`, { ...paginator, limit, total_path: 'total' }, concurrency === 1 ? {} : { concurrency }),
  );
  const others = Object.entries(MORE).map(([name, paginator], index) =>
    one(`more${index}`, paginator, {}, name.startsWith('one object') ? { single_object: 'record' } : {}),
  );
  const spec = {
    name: 'counted',
    client: { base_url: 'http://127.0.0.1:9' },
    resources: [...ends, ...others],
  };
  const { CountedClient } = await importPackage(await filesFrom('counted.yaml', JSON.stringify(spec)));
  const Client = CountedClient as new (options: object) => Readonly<Record<string, Resource>>;
  open = (key, baseUrl) => new Client({ baseUrl, sleep: async () => undefined, random: () => 0.5 })[key] ?? unknown(key);
}, 60_000);

function unknown(key: string): never {
  throw new Error(`no resource ${key}`);
}

const all = (count: number): readonly number[] => things(1, count).map(({ id }) => id);

test('the last record is the one that the total counts, from any base, in any pages, with any cap', async () => {
  let scene = { base: 0, size: 1, total: 0, unit: 'records' };
  const { origin } = await serve(({ url }) => {
    const { base, size, total, unit } = scene;
    const offset = url.searchParams.get('offset');
    const from = offset === null ? (Number(url.searchParams.get('page')) - base) * size : Number(offset) - base;
    const items = things(1, total).slice(from, from + size);
    return { body: { items, total: unit === 'pages' ? Math.ceil(total / size) : total } };
  });
  const wrong: unknown[] = [];
  for (const [index, { name, base, limit, unit }] of ENDS.entries())
    for (const cap of new Set([limit, Math.max(1, limit - 1)]))
      for (let total = 0; total <= limit * 2 + 2; total++) {
        scene = { base, size: cap, total, unit };
        const { ids, error } = await read(open(`ends${index}`, origin));
        if (ids.length !== total || error !== undefined) wrong.push({ name, limit, cap, total, ids, error });
      }
  expect(wrong).toEqual([]);
});

/** What a server with these rows answers a request by page or offset. */
const MORE_NAMES = Object.keys(MORE);
async function readMore(name: string, answer: (from: number, url: URL, index: number) => Reply): Promise<Outcome & { asked: number }> {
  const paginator = { offset: 0, ...MORE[name] };
  const { origin, asked } = await serve(({ url }, index) => {
    const offset = url.searchParams.get('offset');
    const page = url.searchParams.get('page');
    const from = page === null ? Number(offset ?? paginator.offset) - paginator.offset : (Number(page) - 1) * 2;
    return answer(from, url, index);
  });
  return { ...(await read(open(`more${MORE_NAMES.indexOf(name)}`, origin))), asked: asked.length };
}

describe('an API that cuts a page out and then leaves rows out of it', () => {
  const names = MORE_NAMES.filter((name) => name.startsWith('by the limit'));
  const page = (from: number, hidden: (id: number) => boolean): Reply => ({
    body: {
      items: things(1, 12)
        .slice(from, from + 4)
        .filter(({ id }) => !hidden(id)),
      total: 12,
      more: from + 4 < 12,
    },
  });

  test.each(names)('is read once each: %s', async (name) => {
    expect(await readMore(name, (from) => page(from, (id) => id === 3 || id > 10))).toEqual({
      ids: [1, 2, 4, 5, 6, 7, 8, 9, 10],
      error: undefined,
      asked: 3,
    });
  });

  test.each(names)('is taken for one that caps its pages where all are as short: %s', async (name) => {
    const { error } = await readMore(name, (from) => page(from, (id) => id % 4 === 3));
    expect(error).toMatchObject({
      code: 'capped_pages',
      message: expect.stringContaining('Set limit: 3'),
    });
  });
});

describe('rows that move while they are counted', () => {
  const names = MORE_NAMES.filter((name) => name.startsWith('over the last row'));
  const page = (rows: readonly object[], from: number): Reply => ({
    body: { items: rows.slice(from, from + 4), total: rows.length, more: from + 4 < rows.length },
  });

  test.each(names)('do not: %s', async (name) => {
    expect(await readMore(name, (from) => page(things(1, 7), from))).toMatchObject({
      ids: all(7),
      error: undefined,
    });
  });

  test.each(
    names.flatMap((name) => [
      [name, 'one is deleted', things(2, 6)] as const,
      [name, 'one is inserted', things(0, 8)] as const,
      [name, 'two change places', [...things(1, 2), { id: 4 }, { id: 3 }, ...things(5, 3)]] as const,
    ]),
  )('are noticed: %s, %s', async (name, _, later) => {
    const { ids, error } = await readMore(name, (from, __, index) => page(index === 0 ? things(1, 7) : later, from));
    expect({ ids, code: Object(error).code }).toEqual({ ids: all(4), code: 'rows_moved' });
  });
});

describe('what APIs leave out or write in another way', () => {
  const rows = things(1, 7);
  const cut = (from: number): readonly { readonly id: number }[] => rows.slice(from, from + 2);

  test.each(MORE_NAMES.filter((name) => name.includes('in a header')))('%s', async (name) => {
    const headers = { 'X-Total': '7', 'X-Pages': '4' };
    expect(await readMore(name, (from) => ({ headers, body: { items: cut(from) } }))).toEqual({
      ids: all(7),
      error: undefined,
      asked: 4,
    });
    const { ids, error } = await readMore(name, (from) => ({ body: { items: cut(from) } }));
    expect({ ids, code: Object(error).code }).toEqual({ ids: [], code: 'invalid_page' });
  });

  test.each(MORE_NAMES.filter((name) => name.startsWith('has_more')))('%s', async (name) => {
    const { ids, error } = await readMore(name, (from) => ({
      body: { items: cut(from), ...(from < 6 ? { more: true } : {}) },
    }));
    const isSaid = !name.endsWith('not said');
    expect(ids).toEqual(all(isSaid ? 7 : 6));
    expect(error).toEqual(isSaid ? undefined : expect.objectContaining({ message: expect.stringContaining('has_more_absent: end') }));
  });

  test.each(MORE_NAMES.filter((name) => name.startsWith('a first page')))('%s', async (name) => {
    const outcome = await readMore(name, (from, { searchParams }) => {
      const first = searchParams.has('offset') ? searchParams.get('offset') === '0' : searchParams.get('page') === '1';
      return first ? { status: 400 } : { body: { items: cut(from), total: 7 } };
    });
    expect(outcome).toMatchObject({ ids: all(7), error: undefined });
  });

  test.each(MORE_NAMES.filter((name) => name.startsWith('one object')))('%s', async (name) => {
    const outcome = await readMore(name, (from) => {
      const [one, ...others] = cut(from);
      return {
        body: { items: others.length === 0 ? one : [one, ...others], total: 7, more: from < 6 },
      };
    });
    expect(outcome).toEqual({ ids: all(7), error: undefined, asked: 4 });
  });
});
