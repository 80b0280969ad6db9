import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sendJson, serve, tapwright } from '../../commands/support.js';
import { put, sandbox } from '../../support/sandbox.js';
import { DESK, DESK_HOOKS, SECRET, serveDesk } from './api.js';

/** Reads whose end only a `next` hook knows, of which fewer pages are recorded than there are. */

const rows = (from: number): readonly object[] => Array.from({ length: 4 }, (_, index) => ({ id: from + index }));

type Answered = readonly [body: object, headers?: Readonly<Record<string, string>>];

const WAYS: readonly (readonly [way: string, paginator: object, next: string, answer: (page: number) => Answered])[] = [
  [
    'a link that it takes apart',
    { type: 'cursor', cursor_param: 'page' },
    "({ body }) => { const next = Object(Object(body)['paging'])['next']; return typeof next === 'string' && next !== '' ? { cursor: new URL(next).searchParams.get('page') ?? '' } : null; }",
    (page) => [{ data: rows(page * 4), paging: { next: `https://elsewhere.example/?page=${page + 1}` } }],
  ],
  [
    'a link that must be there',
    { type: 'cursor', cursor_param: 'page' },
    '({ body }) => { const { next } = body as { next: string }; return next.length > 0 ? { cursor: next.slice(1) } : null; }',
    (page) => [{ data: rows(page * 4), next: `p${page + 1}` }],
  ],
  [
    'a header',
    { type: 'cursor', cursor_param: 'page' },
    "(_, { headers }) => { const next = headers.get('x-next'); return next === null ? null : { cursor: next }; }",
    (page) => [{ data: rows(page * 4) }, { 'x-next': String(page + 1) }],
  ],
  [
    'a total of pages',
    { type: 'page_number', base_page: 0 },
    '({ body, position }) => { const { pages } = body as { pages: number }; return (position?.page ?? 0) + 1 < pages ? { page: (position?.page ?? 0) + 1 } : null; }',
    (page) => [{ data: rows(page * 4), pages: 40 }],
  ],
  [
    'an empty page',
    { type: 'page_number', base_page: 0 },
    '({ records, position }) => (records.length === 0 ? null : { page: (position?.page ?? 0) + 1 })',
    (page) => [{ data: rows(page * 4) }],
  ],
  [
    'a flag',
    { type: 'page_number', base_page: 0 },
    '({ body, position }) => { const { isLast } = body as { isLast: boolean }; return isLast ? null : { page: (position?.page ?? 0) + 1 }; }',
    (page) => [{ data: rows(page * 4), isLast: false }],
  ],
];

describe('a read that is cut short under a next hook', () => {
  test.each(WAYS)('that goes by %s is recorded, and replayed', async (_, paginator, next, answer) => {
    const base = await serve(({ url }, response) => {
      const [body, headers = {}] = answer(Number(url.searchParams.get('page') ?? 0));
      sendJson(response, body, headers);
    });
    const folder = sandbox();
    put(folder, {
      'specs/acme.json': JSON.stringify({
        name: 'acme',
        client: { base_url: base },
        resources: [{ name: 'things', endpoint: { path: '/things', data_selector: 'data', paginator }, fields: { id: 'integer' } }],
      }),
      'specs/acme.hooks.ts': `export const things = { next: ${next} } satisfies import('../generated/acme/src/hook-types.js').ThingsHooks;\n`,
    });
    expect(await tapwright(folder, ['record', 'specs/acme.json', '--pages', '2', '--records', '2'])).toMatchObject({
      exitCode: 0,
    });
    const recorded = JSON.parse(readFileSync(join(folder, 'specs/acme/things.json'), 'utf8')) as { readonly exchanges: readonly unknown[] };
    expect(recorded.exchanges.length).toBeGreaterThanOrEqual(2);
    expect(await tapwright(folder, ['check', 'specs/acme.json'])).toMatchObject({ exitCode: 0 });
  });

  test('with a select hook beside it', async () => {
    const server = await serveDesk();
    const folder = sandbox();
    const spec = { ...DESK, client: { ...DESK.client, base_url: server.origin } };
    put(folder, { 'specs/desk.yaml': JSON.stringify(spec), 'specs/desk.hooks.ts': DESK_HOOKS });
    const env = { DESK_API_KEY: SECRET };
    expect(await tapwright(folder, ['record', 'specs/desk.yaml', '--resource', 'tickets', '--pages', '2'], env)).toMatchObject({
      exitCode: 0,
    });
    expect(await tapwright(folder, ['check', 'specs/desk.yaml', '--resource', 'tickets'])).toMatchObject({ exitCode: 0 });
  });
});
