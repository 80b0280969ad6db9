import { expect, test } from 'vitest';
import { filesFrom } from '../../support/generate.js';
import { importPackage } from '../../support/import-package.js';
import { serve, type Loopback } from '../../support/loopback.js';

/** A position in the list of parents that the API has forgotten, in the middle of a read of their children. */

interface Page {
  readonly records: readonly { readonly id: string }[];
  readonly state: unknown;
  readonly restarted?: true;
}

interface Readable {
  pages(options?: { readonly state?: unknown; readonly forgotten?: 'restart' }): AsyncIterable<Page>;
}

interface Api extends Loopback {
  /** Whether saved positions are refused. */
  forgets: boolean;
}

/** Four parents on two pages, three children of each on two pages, one grandchild of each child. */
async function family(status: number, linked: boolean): Promise<Api> {
  let live = new Set<string>();
  const api: Api = Object.assign(
    await serve(({ url }) => {
      const at = url.searchParams.get('at');
      const [, kind, parent] = url.pathname.split('/');
      const all =
        kind === 'parents' ? ['a', 'b', 'c', 'd'] : kind === 'children' ? [1, 2, 3].map((number) => `${parent}${number}`) : [`${parent}x`];
      if (at !== null && kind === 'parents' && api.forgets && !live.has(at)) return { status, body: { error: 'no such position' } };
      const from = Number(at ?? 0);
      const to = from + 2;
      const position = to < all.length ? `0${to}` : null;
      if (position !== null && kind === 'parents' && api.forgets) live = new Set([position]);
      const next = position === null ? null : linked ? `${url.pathname}?at=${position}` : position;
      return { body: { items: all.slice(from, to).map((id) => ({ id })), next } };
    }),
    { forgets: false },
  );
  return api;
}

async function clientOf(origin: string, linked: boolean, write_disposition: string): Promise<Readonly<Record<string, Readable>>> {
  const paginator = linked ? { type: 'json_link', next_url_path: 'next' } : { type: 'cursor', cursor_path: 'next', cursor_param: 'at' };
  const resource = (name: string, path: string): object => ({
    name,
    write_disposition,
    primary_key: 'id',
    endpoint: { path, data_selector: 'items', paginator },
    fields: { id: { type: 'string', nullable: false } },
  });
  const spec = {
    name: 'family',
    client: { base_url: origin },
    resources: [
      resource('parents', '/parents'),
      resource('children', '/children/{resources.parents.id}'),
      resource('grandchildren', '/grandchildren/{resources.children.id}'),
    ],
  };
  const { FamilyClient: Client } = await importPackage(await filesFrom('family.yaml', JSON.stringify(spec)));
  if (typeof Client !== 'function') throw new Error('the package exports no client');
  return Reflect.construct(Client, [{ sleep: async () => undefined }]) as Readonly<Record<string, Readable>>;
}

/** The pages of a read up to one that has the record, or all. */
async function pagesUntil(resource: Readable | undefined, id: string | undefined, options: object = {}): Promise<readonly Page[]> {
  const pages: Page[] = [];
  for await (const page of resource?.pages(options) ?? []) {
    pages.push(page);
    if (page.records.some((record) => record.id === id)) break;
  }
  return pages;
}

const ids = (pages: readonly Page[]): readonly string[] => pages.flatMap(({ records }) => records.map(({ id }) => id));
const CHILDREN = ['a', 'b', 'c', 'd'].flatMap((parent) => [1, 2, 3].map((number) => `${parent}${number}`));

test.each([
  ['children of parents by cursor, gone', 410, false, 'children', 'c1', CHILDREN],
  ['children of parents by link, not found', 404, true, 'children', 'c3', CHILDREN],
  ['grandchildren, the parents of whose parents are refused', 422, false, 'grandchildren', 'd1x', CHILDREN.map((id) => `${id}x`)],
])('begins again, once, and says so: %s', async (_, status, linked, name, until, all) => {
  const api = await family(status, linked);
  const resource = (await clientOf(api.origin, linked, 'merge'))[name];
  const first = await pagesUntil(resource, until);
  api.forgets = true;
  const again = await pagesUntil(resource, undefined, { state: JSON.parse(JSON.stringify(first.at(-1)?.state)) as unknown });
  expect(ids(again)).toEqual(all);
  expect(again.map(({ restarted }) => restarted === true)).toEqual(again.map((_each, index) => index === 0));
});

test.each([
  ['children', 'c1', CHILDREN],
  ['grandchildren', 'd1x', CHILDREN.map((id) => `${id}x`)],
])('is an error where rows are appended, and its hint works: %s', async (name, until, all) => {
  const api = await family(410, false);
  const resource = (await clientOf(api.origin, false, 'append'))[name];
  const state = JSON.parse(JSON.stringify((await pagesUntil(resource, until)).at(-1)?.state)) as unknown;
  api.forgets = true;
  await expect(pagesUntil(resource, undefined, { state })).rejects.toMatchObject({
    name: 'FamilyStateError',
    code: 'position_refused',
    resource: name,
    state,
    message: expect.stringContaining("forgotten: 'restart'") as string,
  });
  expect(ids(await pagesUntil(resource, undefined, { state, forgotten: 'restart' }))).toEqual(all);
});

/** Reads of parts by a cursor of their own, whose page in the middle of a part is forgotten. */
test.each<readonly [string, object, string]>([
  ['a parent', {}, '/of/{resources.parents.id}'],
  ['a value of a parent', { for_each: { kind: ['x', 'y'] } }, '/of/{resources.parents.id}/{for_each.kind}'],
  ['several parents', { group: 2 }, '/of/{resources.parents.id}'],
  ['several values', { for_each: { id: ['a', 'b', 'c'] }, group: 2 }, '/of/{for_each.id}'],
])('a part begins again with all that it has: %s', async (_, resource, path) => {
  let forgets = false;
  const rows = [1, 2, 3].map((day) => ({ id: `r${day}`, at: `2026-01-0${day}T00:00:00Z` }));
  const { origin } = await serve(({ url }) => {
    if (url.pathname === '/parents') return { body: { items: ['a', 'b'].map((id) => ({ id })), next: null } };
    const at = url.searchParams.get('at');
    if (at !== null && forgets) return { status: 410, body: {} };
    const since = url.searchParams.get('since') ?? '';
    const found = rows.filter((row) => row.at >= since);
    const from = Number(at ?? 0);
    return { body: { items: found.slice(from, from + 2), next: from + 2 < found.length ? String(from + 2) : null } };
  });
  const paginator = { type: 'cursor', cursor_path: 'next', cursor_param: 'at' };
  const endpoint = { path, data_selector: 'items', paginator, incremental: { cursor_path: 'at', start_param: 'since', row_order: 'asc' } };
  const id = { type: 'string', nullable: false };
  const spec = {
    name: 'family',
    client: { base_url: origin },
    resource_defaults: { primary_key: 'id', write_disposition: 'merge' },
    resources: [
      { name: 'parents', fields: { id }, endpoint: { path: '/parents', data_selector: 'items', paginator } },
      { name: 'parts', ...resource, endpoint, fields: { id, at: { type: 'datetime', nullable: false } } },
    ],
  };
  const { FamilyClient: Client } = await importPackage(await filesFrom('family.yaml', JSON.stringify(spec)));
  if (typeof Client !== 'function') throw new Error('the package exports no client');
  const { parts } = Reflect.construct(Client, [{ sleep: async () => undefined }]) as Readonly<Record<string, Readable>>;
  const whole = ids(await pagesUntil(parts, undefined));
  const [first] = await pagesUntil(parts, 'r1');
  forgets = true;
  const pages: Page[] = [];
  const state = JSON.parse(JSON.stringify(first?.state)) as unknown;
  for await (const page of parts?.pages({ state }) ?? []) {
    pages.push(page);
    forgets = false;
  }
  expect(pages[0]?.restarted).toBe(true);
  expect(ids(pages)).toEqual(whole);
});
