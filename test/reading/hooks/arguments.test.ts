import { describe, expect, test } from 'vitest';
import { generate } from '../../../generator/generate.js';
import { load } from '../../../generator/spec/load.js';
import { textsOf } from '../../support/packages.js';
import { importPackage } from '../../support/import-package.js';
import { serve } from '../../support/loopback.js';
import { read, things, type Resource } from '../../support/one-resource.js';

/** What hooks take and give back, of which a compiler knows half. */

const SPEC = JSON.stringify({
  name: 'desk',
  config: { view: { type: 'string', optional: true } },
  client: { base_url: 'https://api.example.com' },
  resources: [
    {
      name: 'tickets',
      primary_key: 'id',
      endpoint: { data_selector: 'items', paginator: { type: 'page_number' } },
      fields: { id: 'integer' },
    },
    {
      name: 'links',
      endpoint: { path: '/t/{resources.tickets.id}/links', paginator: 'single_page', data_selector: 'items' },
      fields: { id: 'integer' },
    },
  ],
});

async function made(hooks: string): Promise<Awaited<ReturnType<typeof generate>>> {
  const loaded = load('desk.yaml', Buffer.from(SPEC));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
  return generate(loaded.source, new Map(), { hooks: { path: 'desk.hooks.ts', text: hooks } });
}

describe('a hook that says less of what it is given than there is, compiles', () => {
  test.each([
    ['select', 'tickets = { select: (body: unknown, context: { resource: string }) => [body, context.resource] }'],
    ['select of a child', 'links = { select: (body: unknown, context: { parent: { id: number } }) => [body, context.parent.id] }'],
    ['select with headers', 'links = { select: (body: unknown, { headers }: { headers: Headers }) => [body, headers.get("a")] }'],
    [
      'next',
      'tickets = { next: (page: { body: unknown }, context: { page: number }) => (page.body && context.page < 2 ? { number: 2 } : null) }',
    ],
    [
      'next with a URL',
      'tickets = { next: (page: { body: unknown }, { url }: { url: URL }) => (page.body && url.hash ? { number: 2 } : null) }',
    ],
    ['filter', 'tickets = { filter: (record: { id: number }, context: { page: number }) => record.id !== context.page }'],
    [
      'map',
      'links = { map: (record: { id: number | null }, context: { parent: { id: number } }) => ({ a: record.id, b: context.parent.id }) }',
    ],
    ['request', 'tickets = { request: (request: { method: string }, context: { page: number }) => void [request, context] }'],
    [
      'authenticate of a resource',
      'links = { authenticate: (request: { url: URL }, context: { parent: object }) => void [request, context] }',
    ],
    ['authenticate', 'client = { authenticate: (request: { url: URL }, context: { resource: string }) => void [request, context] }'],
    [
      'authenticate with options',
      'client = { authenticate: (request: { url: URL }, { options }: { options: { view?: string | undefined } }) => void [request, options] }',
    ],
    ['any number of arguments', 'tickets = { filter: (...all: [{ id: number }, { page: number }]) => all.length > 1 }'],
    [
      'a function declared elsewhere',
      'tickets = { filter };\nfunction filter(this: void, record: { id: number }) { return record.id > 0; }',
    ],
  ])('%s', async (_, text) => {
    const generated = await made(`export const ${text};\n`);
    expect(generated).toMatchObject({ ok: true });
  });
});

describe('a hook that takes or returns something else is an error with its place in the file', () => {
  test.each([
    ['another record', 'tickets = { filter: (record: { id: string }) => record.id !== "" }', 'hooks/type'],
    ['a field as its argument', 'tickets = { filter: (id: number) => id > 0 }', 'hooks/type'],
    ['a context that knows more', 'tickets = { filter: (_: object, context: { view: string }) => context.view !== "" }', 'hooks/type'],
    [
      'options of another type',
      'tickets = { filter: (_: object, context: { options: { view: string } }) => context.options.view !== "" }',
      'hooks/type',
    ],
    [
      'a parent where there is none',
      'tickets = { select: (body: unknown, context: { parent: object }) => [body, context.parent] }',
      'hooks/type',
    ],
    ['a body of a shape', 'tickets = { select: (body: { items: object[] }) => body.items }', 'hooks/type'],
    [
      'three arguments',
      'tickets = { filter: (record: object, context: object, more: number) => Boolean(record && context && more) }',
      'hooks/type',
    ],
    ['a `this`', 'tickets = { select(this: { a: 1 }, body: unknown) { return [body, this.a]; } }', 'hooks/type'],
    ['a context of one client hook', 'client = { authenticate: (_: object, context: { parent: object }) => void context }', 'hooks/type'],
    ['the body in place of the page', 'tickets = { next: (body: object) => ("more" in body ? { number: 2 } : null) }', 'hooks/whole-page'],
    [
      'the answer in place of the page',
      'tickets = { next(response: object) { return "more" in response ? { number: 2 } : null; } }',
      'hooks/whole-page',
    ],
    [
      'the position of this page',
      'tickets = { next: ({ position }: { position: { number: number } | undefined }) => position }',
      'hooks/type',
    ],
    [
      'a page that began',
      'tickets = { next: ({ position }: { position: { number: number } }) => ({ number: position.number + 1 }) }',
      'hooks/type',
    ],
  ])('%s', async (_, text, code) => {
    const generated = await made(`\nexport const ${text};\n`);
    if (generated.ok) throw new Error('it compiles');
    expect(generated.hooksDiagnostics).toMatchObject([{ code }]);
    expect(generated.hooksDiagnostics?.[0]?.span?.start).toBeGreaterThan(0);
    expect(generated.diagnostics.filter((each) => each.code.startsWith('internal/'))).toEqual([]);
  });
});

describe('next', () => {
  const reading = async (next: string, pages = 3) => {
    const generated = await made(`export const tickets = { next: ${next} };\n`);
    if (!generated.ok) throw new Error(JSON.stringify(generated));
    const { DeskClient } = await importPackage(textsOf(generated.files));
    const { origin, asked } = await serve(({ url }) => {
      const page = Number(url.searchParams.get('page') ?? 0);
      return { body: { items: things(page, 1), more: page < pages } };
    });
    const Client = DeskClient as new (options: object) => { readonly tickets: Resource };
    return { ...(await read(new Client({ baseUrl: origin, sleep: async () => undefined }).tickets)), asked: asked.length };
  };
  type Body = '{ body: unknown; position: { number: number } | undefined }';
  const TYPE: Body = '{ body: unknown; position: { number: number } | undefined }';

  test('that goes on from where its page began reads all pages', async () => {
    const next = `({ body, position }: ${TYPE}) => ((body as { more: boolean }).more ? { number: (position?.number ?? 0) + 1 } : null)`;
    expect(await reading(next)).toMatchObject({ ids: [0, 1, 2, 3], error: undefined });
  });

  test.each([
    ['on the first page, as undefined', `({ position }: ${TYPE}) => position as never`, 1, 0],
    ['on a later page', `({ position }: ${TYPE}) => position ?? { number: 2 }`, 2, 1],
    ['as a copy', `({ position }: ${TYPE}) => (position === undefined ? { number: 2 } : { ...position })`, 2, 1],
  ])('that returns where its page began is an error, %s', async (_, next, asked, ids) => {
    const { error, ...got } = await reading(next);
    expect({ ids: got.ids.length, asked: got.asked }).toEqual({ ids, asked });
    expect(error).toMatchObject({
      name: 'DeskPaginationError',
      code: 'no_progress',
      message: expect.stringContaining('the hook next returned where its page began') as string,
    });
  });
});
