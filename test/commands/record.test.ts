import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseFixture, type Fixture } from '../../generator/recordings/format.js';
import { contentOf, fingerprintOf, put, sandbox } from '../support/sandbox.js';
import { runVitest, withPackages } from '../support/vitest-run.js';
import { sendJson, serve, tapwright } from './support.js';

const people = Array.from({ length: 25 }, (_, index) => ({
  id: index + 1,
  email: index % 2 === 0 ? 'ada@lovelace.example' : `person${index}@corp.example`,
  note: index === 7 ? 'Write to ada@lovelace.example' : null,
  joined: '2026-01-02T03:04:05Z',
}));

const specOf = (base: string, paginator: string, more = ''): string => `name: crew
client:
  base_url: ${base}
resources:
  - name: users
    endpoint:
      path: /users
      ${more}
      paginator: ${paginator}
    primary_key: id
`;

function read(folder: string, resource = 'users'): Fixture {
  const parsed = parseFixture(readFileSync(join(folder, `specs/crew/${resource}.json`), 'utf8'), resource, resource);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics));
  return parsed.fixture;
}

/** An API that pages in several ways. */
const api = (): Promise<string> =>
  serve(({ url }, response) => {
    const limit = Number(url.searchParams.get('limit') ?? 10);
    const page = Number(url.searchParams.get('page') ?? 1);
    const offset = Number(url.searchParams.get('offset') ?? (page - 1) * limit);
    const items = people.slice(offset, offset + limit);
    const next =
      offset + limit < people.length
        ? { link: `</users?page=${page + 1}&bare=1>; rel="next"`, 'set-cookie': 'a=b', date: 'now', 'x-request-id': 'r' }
        : {};
    sendJson(response, url.searchParams.has('bare') ? items : { items, total: people.length, more: offset + limit < people.length }, next);
  });

describe('tapwright record', () => {
  test.each([
    ['offsets to an empty page', '{ type: offset, limit: 10 }', 'data_selector: items', 4],
    ['offsets to a total', '{ type: offset, limit: 10, total_path: total }', 'data_selector: items', 3],
    ['offsets while there are more', '{ type: offset, limit: 10, has_more_path: more }', 'data_selector: items', 3],
    ['page numbers to an empty page', '{ type: page_number, base_page: 1, limit: 10 }', 'data_selector: items', 4],
    [
      'pages up to a short one',
      '{ type: page_number, base_page: 1, limit: 10, stop_after_short_page: true, stop_after_empty_page: false }',
      'data_selector: items',
      2,
    ],
    ['links in a header', 'header_link', 'params: { bare: 1 }', 3],
    ['one page', 'single_page', 'data_selector: items\n      more: ignore', 1],
  ])('keeps a read by %s that the tests of the package can replay', async (_, paginator, more, exchanges) => {
    const folder = sandbox();
    put(folder, { 'specs/crew.yaml': specOf(await api(), paginator, more) });
    const result = await tapwright(folder, ['record', 'specs/crew.yaml', '--records', '3']);
    expect(result).toMatchObject({ exitCode: 0 });
    expect(read(folder).exchanges).toHaveLength(exchanges);
    expect(await tapwright(folder, ['check', 'specs/crew.yaml'])).toMatchObject({ exitCode: 0 });
    expect(readFileSync(join(folder, 'specs/crew/users.json'), 'utf8')).not.toMatch(/set-cookie|x-request-id|"date"/);
  });

  test('ends a read that was not followed to its end as the API would', async () => {
    const folder = sandbox();
    put(folder, { 'specs/crew.yaml': specOf(await api(), '{ type: offset, limit: 5, total_path: total }', 'data_selector: items') });
    expect(await tapwright(folder, ['record', 'specs/crew.yaml', '--pages', '2', '--records', '2'])).toMatchObject({ exitCode: 0 });
    const { exchanges } = read(folder);
    expect(exchanges.map(({ request }) => new URL(request.url).search)).toEqual(['?limit=5&offset=0', '?limit=5&offset=2']);
    expect(exchanges.map(({ response }) => response.body)).toMatchObject([{ total: 4 }, { total: 4 }]);
  });

  test('gives the same person the same stand-in, in every resource and inside texts', async () => {
    const folder = sandbox();
    const more = `  - name: notes
    endpoint: { path: /users, data_selector: items, params: { offset: 5 }, more: ignore }
`;
    put(folder, { 'specs/crew.yaml': specOf(await api(), 'single_page', 'data_selector: items\n      more: ignore') + more });
    expect(await tapwright(folder, ['record', 'specs/crew.yaml', '--records', '10'])).toMatchObject({ exitCode: 0 });
    const all = contentOf(join(folder, 'specs/crew'));
    expect(JSON.stringify(all)).not.toContain('lovelace');
    expect(all['notes.json']).toContain('Write to person1@example.com');
    expect(read(folder).exchanges[0]?.response.body).toMatchObject({
      items: [
        { email: 'person1@example.com' },
        { email: 'person2@example.com' },
        { email: 'person1@example.com' },
        ...Array.from({ length: 7 }, () => ({})),
      ],
    });
  });

  test('keeps what it is told to keep', async () => {
    const folder = sandbox();
    put(folder, { 'specs/crew.yaml': specOf(await api(), 'single_page', 'data_selector: items\n      more: ignore') });
    await tapwright(folder, ['record', 'specs/crew.yaml', '--keep', 'email']);
    expect(read(folder).exchanges[0]?.response.body).toMatchObject({ items: [{ email: 'ada@lovelace.example' }, {}, {}, {}, {}] });
  });

  test('writes the same bytes for the same answers', async () => {
    const folder = sandbox();
    put(folder, { 'specs/crew.yaml': specOf(await api(), '{ type: offset, limit: 10 }', 'data_selector: items') });
    await tapwright(folder, ['record', 'specs/crew.yaml']);
    const first = contentOf(folder);
    await tapwright(folder, ['record', 'specs/crew.yaml']);
    expect(contentOf(folder)).toEqual(first);
  });

  test('keeps the digits of numbers that JavaScript would change', async () => {
    const folder = sandbox();
    const base = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('{"items":[{"id":9007199254740993,"price":1.50}]}');
    });
    put(folder, { 'specs/crew.yaml': specOf(base, 'single_page', 'data_selector: items') });
    await tapwright(folder, ['record', 'specs/crew.yaml']);
    expect(read(folder).exchanges[0]?.response.bodyText).toBe('{"items":[{"id":9007199254740993,"price":1.50}]}');
  });

  test.each([
    ['the API is not there', 'http://127.0.0.1:1', 4, 'api/failed'],
    ['the spec has no such resource', 'http://127.0.0.1:1', 2, 'cli/unknown-resource', '--resource', 'ghosts'],
    ['no page is asked for', 'http://127.0.0.1:1', 2, 'cli/number', '--pages', '0'],
  ])('changes nothing when %s', async (_, base, exitCode, code, ...flags) => {
    const folder = sandbox();
    put(folder, {
      'specs/crew.yaml': `${specOf(base, 'single_page')}`.replace('  base_url', '  retry: { max_retries: 0 }\n  base_url'),
      'specs/crew/users.json': 'mine',
    });
    const before = fingerprintOf(folder);
    const result = await tapwright(folder, ['record', 'specs/crew.yaml', ...flags.map(String)]);
    expect(result).toMatchObject({ exitCode, stderr: expect.stringContaining(`error[${code}]`) as string });
    expect(fingerprintOf(folder)).toEqual(before);
  });

  test.each([
    [undefined, 'cli/missing-secret'],
    ['', 'cli/missing-secret'],
    ['short', 'cli/short-secret'],
    ['line\nbreak-in-it', 'cli/bad-secret'],
  ])('asks nothing when the credential is %j', async (token, code) => {
    let requests = 0;
    const base = await serve((_, response) => {
      requests++;
      sendJson(response, []);
    });
    const folder = sandbox();
    put(folder, { 'specs/crew.yaml': specOf(base, 'single_page').replace('client:', 'client:\n  auth: { type: bearer }') });
    const result = await tapwright(folder, ['record', 'specs/crew.yaml'], token === undefined ? {} : { CREW_TOKEN: token });
    expect(result).toMatchObject({ exitCode: 2, stderr: expect.stringContaining(`error[${code}]: CREW_TOKEN`) as string });
    expect(requests).toBe(0);
  });

  test('refuses answers that hold what looks like a secret, and lets it pass by its hash', async () => {
    const token = `ghp_${'0123456789abcdefghijklmnopqrstuvwxyzAB'.slice(0, 36)}`;
    const base = await serve((_, response) => sendJson(response, { items: [{ id: 1, note: `use ${token}` }] }));
    const folder = sandbox();
    put(folder, { 'specs/crew.yaml': specOf(base, 'single_page', 'data_selector: items') });
    const refused = await tapwright(folder, ['record', 'specs/crew.yaml']);
    expect(refused).toMatchObject({
      exitCode: 5,
      stderr: expect.stringContaining('looks like a GitHub token at exchanges[0].response.body.items[0].note') as string,
    });
    expect(refused.stderr).not.toContain(token);
    expect(Object.keys(contentOf(folder))).toEqual(['specs/crew.yaml']);
    const hash = /--allow-fixture-secret ([0-9a-f]{64})/.exec(refused.stderr)?.[1] ?? '';
    expect(await tapwright(folder, ['record', 'specs/crew.yaml', '--allow-fixture-secret', hash])).toMatchObject({ exitCode: 0 });
    expect(await tapwright(folder, ['generate', 'specs/crew.yaml'])).toMatchObject({ exitCode: 0 });
  });

  test('takes the answers from a HAR file, and needs no credential for it', async () => {
    const folder = sandbox();
    const entry = (url: string, body: unknown): object => ({
      request: { method: 'GET', url, headers: [{ name: 'authorization', value: 'Bearer gone' }] },
      response: { status: 200, headers: [{ name: 'Content-Type', value: 'application/json' }], content: { text: JSON.stringify(body) } },
    });
    const entries = [
      entry('https://api.example.com/users?offset=0&limit=2', { items: [{ id: 1 }, { id: 2 }], total: 3 }),
      entry('https://tracker.example/pixel', {}),
      entry('https://api.example.com/users?limit=2&offset=2', { items: [{ id: 3 }], total: 3 }),
    ];
    const spec = specOf('https://api.example.com', '{ type: offset, limit: 2, total_path: total }', 'data_selector: items').replace(
      'client:',
      'client:\n  auth: { type: bearer }',
    );
    put(folder, { 'specs/crew.yaml': spec, 'session.har': JSON.stringify({ log: { entries } }) });
    expect(await tapwright(folder, ['record', 'specs/crew.yaml', '--from-har', 'session.har'])).toMatchObject({ exitCode: 0 });
    expect(read(folder).exchanges).toHaveLength(2);
    expect(JSON.stringify(contentOf(join(folder, 'specs/crew')))).not.toContain('gone');

    put(folder, { 'session.har': JSON.stringify({ log: { entries: entries.slice(0, 1) } }) });
    expect(await tapwright(folder, ['record', 'specs/crew.yaml', '--from-har', 'session.har'])).toMatchObject({ exitCode: 4 });
    put(folder, { 'session.har': '{"log":{}}' });
    expect(await tapwright(folder, ['record', 'specs/crew.yaml', '--from-har', 'session.har'])).toMatchObject({
      exitCode: 5,
      stderr: expect.stringContaining('log.entries') as string,
    });
  });

  test('writes recordings to a HAR file, from which it can record again', async () => {
    const folder = sandbox();
    put(folder, { 'specs/crew.yaml': specOf(await api(), '{ type: offset, limit: 10 }', 'data_selector: items') });
    await tapwright(folder, ['record', 'specs/crew.yaml']);
    const recorded = readFileSync(join(folder, 'specs/crew/users.json'), 'utf8');
    expect(await tapwright(folder, ['record', 'specs/crew.yaml', '--to-har', 'crew.har'])).toMatchObject({
      exitCode: 0,
      stdout: 'crew.har: 1 recording\n',
    });
    expect(JSON.parse(readFileSync(join(folder, 'crew.har'), 'utf8'))).toMatchObject({
      log: {
        version: '1.2',
        creator: { name: 'tapwright' },
        entries: [{ request: { method: 'GET' }, response: { status: 200 } }, {}, {}, {}],
      },
    });
    put(folder, { 'specs/crew/users.json': 'gone' });
    expect(
      await tapwright(folder, ['record', 'specs/crew.yaml', '--pages', '9', '--from-har', 'crew.har', '--keep', 'email']),
    ).toMatchObject({ exitCode: 0 });
    expect(readFileSync(join(folder, 'specs/crew/users.json'), 'utf8')).toBe(recorded);
  });

  test('records the children of two parents, with the pages of the parents in between', async () => {
    const folder = sandbox();
    const base = await serve(({ url }, response) => {
      const owner = /^\/users\/(\d+)\/notes$/.exec(url.pathname)?.[1];
      const all = owner === undefined ? people : Array.from({ length: 9 }, (_, index) => ({ id: `${owner}-${index}` }));
      const offset = Number(url.searchParams.get('offset') ?? 0);
      sendJson(response, { items: all.slice(offset, offset + 4), total: all.length });
    });
    const child = `  - name: notes
    endpoint: { path: "/users/{resources.users.id}/notes", data_selector: items, paginator: { type: offset, limit: 4, total_path: total } }
`;
    put(folder, { 'specs/crew.yaml': specOf(base, '{ type: offset, limit: 4 }', 'data_selector: items') + child });
    const result = await tapwright(folder, ['record', 'specs/crew.yaml', '--records', '3']);
    expect(result).toMatchObject({ exitCode: 0 });
    const { exchanges } = read(folder, 'notes');
    expect(exchanges.map((exchange) => [exchange.resource, new URL(exchange.request.url).pathname])).toEqual([
      ['users', '/users'],
      [undefined, '/users/1/notes'],
      [undefined, '/users/2/notes'],
      ['users', '/users'],
    ]);
    expect(exchanges[1]?.response.body).toMatchObject({ items: [{ id: '1-0' }, { id: '1-1' }, { id: '1-2' }], total: 3 });
    expect(await tapwright(folder, ['infer', 'specs/crew.yaml'])).toMatchObject({ exitCode: 0 });
    expect(await tapwright(folder, ['check', 'specs/crew.yaml'])).toMatchObject({ exitCode: 0 });
    expect(await tapwright(folder, ['check', 'specs/crew.yaml', '--live'])).toMatchObject({ exitCode: 0 });
    expect(await tapwright(folder, ['generate', 'specs/crew.yaml'])).toMatchObject({ exitCode: 0 });
    await passTests(folder, 'crew');
  });

  test.each(['', '    fields: { id: integer }\n', '    fields: { id: integer, seen: { type: object, fields: { by: string } } }\n'])(
    'records an incremental resource before its cursor is declared, and infer declares it: after "%s"',
    async (declared) => {
      const items = [1, 2, 3].map((id) => ({ id, seen: { by: `a${id}`, at: `2026-01-0${id}T00:00:00Z` } }));
      const base = await serve((_, response) => sendJson(response, { items }));
      const folder = sandbox();
      const read =
        '{ type: single_page }, incremental: { cursor_path: seen.at, start_param: since, initial_value: "2025-01-01T00:00:00Z" }';
      const text = `name: crew\nclient: { base_url: "${base}" }\nresources:\n  - name: users\n    primary_key: id\n    endpoint: { data_selector: items, paginator: ${read} }\n${declared}`;
      put(folder, { 'specs/crew.yaml': text });
      for (const command of ['record', 'infer', 'check', 'generate'])
        expect(await tapwright(folder, [command, 'specs/crew.yaml'])).toMatchObject({ exitCode: 0 });
      expect(readFileSync(join(folder, 'specs/crew.yaml'), 'utf8')).toMatch(/at: datetime|at: \{ type: datetime/);
    },
  );

  test('records what is asked for in a body', async () => {
    const folder = sandbox();
    const base = await serve(({ body }, response) => {
      const { from = 0 } = JSON.parse(body) as { readonly from?: number };
      sendJson(response, { items: people.slice(from, from + 10), total: people.length });
    });
    const spec = specOf(
      base,
      '{ type: offset, limit: 10, offset_body_path: from, total_path: total, limit_param: null }',
      'data_selector: items',
    ).replace('path: /users', 'path: /users\n      method: POST\n      json: { kind: all }');
    put(folder, { 'specs/crew.yaml': spec });
    expect(await tapwright(folder, ['record', 'specs/crew.yaml', '--records', '3'])).toMatchObject({ exitCode: 0 });
    expect(read(folder).exchanges.map(({ request }) => request.body)).toEqual([0, 3, 6].map((from) => ({ kind: 'all', from })));
    expect(await tapwright(folder, ['generate', 'specs/crew.yaml'])).toMatchObject({ exitCode: 0 });
  });
});

/** Runs the tests of a package. */
async function passTests(folder: string, name: string): Promise<void> {
  await withPackages(async (packages) => {
    cpSync(join(folder, 'generated', name), join(packages, name), { recursive: true });
    const results = await runVitest(join(packages, name));
    expect(
      results
        .flatMap(({ assertionResults, message }) => [message, ...assertionResults.flatMap((each) => each.failureMessages)])
        .filter((each) => each !== ''),
    ).toEqual([]);
  });
}
