import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { ask } from '../../generator/init/ask.js';
import { detect } from '../../generator/detect/detect.js';
import { proposeSpec, type Sample } from '../../generator/init/propose.js';
import { specText } from '../../generator/init/write.js';
import type { JsonValue } from '../../generator/shape.js';
import { contentOf, fingerprintOf, put, sandbox } from '../support/sandbox.js';
import { sendJson, serve, tapwright } from './support.js';

const rows = (count: number): JsonValue[] =>
  Array.from({ length: count }, (_, index) => ({ id: index + 1, updated_at: '2026-01-02T03:04:05Z' }));

function sample(url: string, body: JsonValue, headers: Sample['exchange']['headers'] = {}): Sample {
  const exchange = { method: 'GET', url: new URL(url), body, headers };
  const detected = detect([exchange]);
  if (detected === undefined) throw new Error('no records');
  return { exchange, detected };
}

function proposed(...samples: readonly Sample[]): string {
  return specText({ name: 'acme', auth: undefined, headers: [] }, proposeSpec(samples));
}

describe('init', () => {
  test.each([
    [
      'a Link header',
      'https://a.example/users?page=1&per_page=2',
      rows(2),
      { link: '<https://a.example/users?page=2>; rel="next"' },
      '{ type: header_link }',
      '$',
    ],
    [
      'a link in the body',
      'https://a.example/users',
      { data: rows(2), links: { next: 'https://a.example/users?p=2' } },
      {},
      '{ type: json_link, next_url_path: links.next }',
      'data',
    ],
    [
      'a cursor',
      'https://a.example/users',
      { items: rows(2), meta: { next_cursor: 'abc' } },
      {},
      '{ type: cursor, cursor_path: meta.next_cursor, cursor_param: cursor }',
      'items',
    ],
    [
      'a token',
      'https://a.example/users',
      { users: rows(2), nextPageToken: 'abc' },
      {},
      '{ type: cursor, cursor_path: nextPageToken, cursor_param: pageToken }',
      'users',
    ],
    [
      'an offset and a total',
      'https://a.example/users?offset=0&limit=2',
      { results: rows(2), total: 9 },
      {},
      '{ type: offset, limit: 2, offset_param: offset, limit_param: limit, total_path: total }',
      'results',
    ],
    [
      'an offset alone',
      'https://a.example/users?skip=0',
      rows(2),
      {},
      '{ type: offset, limit: 2, offset_param: skip, limit_param: "null" }'.replace('"null"', 'null'),
      '$',
    ],
    [
      'a page',
      'https://a.example/users?page=1&size=2',
      { deep: { list: rows(2) }, total_pages: 5 },
      {},
      '{ type: page_number, base_page: 1, page_param: page, limit: 2, limit_param: size, total_path: total_pages }',
      'deep.list',
    ],
    ['nothing', 'https://a.example/users', { data: rows(2) }, {}, '{ type: single_page }', 'data'],
  ] as const)('finds %s', (_, url, body, headers, paginator, selector) => {
    const text = proposed(sample(url, body, headers));
    expect(text).toContain(`      paginator: ${paginator} # `);
    expect(text).toContain(`      data_selector: ${selector} # 2 records there\n`);
    expect(text).toContain('    primary_key: id # unique in 2/2\n');
    expect(text).toContain('    # cursor: updated_at looks like one');
  });

  test('parts base_url, paths and parameters, the same way for all', () => {
    const text = proposed(
      sample('https://a.example/api/v1/users?active=true', rows(7)),
      sample('https://a.example/api/v1/users/7/posts', { posts: rows(3), tags: rows(1) }),
    );
    expect(text).toBe(`name: acme
version: 0.1.0

client:
  base_url: https://a.example/api/v1 # all paths begin with it

resources:
  - name: users
    endpoint:
      path: /users
      params: { active: "true" }
      data_selector: $ # 7 records there
      paginator: { type: single_page } # 7 records came, and nothing says that there are more
    primary_key: id # unique in 7/7
    write_disposition: merge
    fields:
      id: { type: integer, nullable: false }
    # cursor: updated_at looks like one (an instant in 7/7); incremental needs the name of its parameter too

  - name: posts
    endpoint:
      path: "/users/{resources.users.id}/posts" # 7 is id of a record of users
      data_selector: posts # 3 records there, the likeliest of 2 lists
      paginator: { type: single_page } # 3 records came, and nothing says that there are more
    primary_key: id # unique in 3/3
    write_disposition: merge
    # cursor: updated_at looks like one (an instant in 3/3); incremental needs the name of its parameter too
`);
  });

  test('takes hostile answers for data', () => {
    const text = proposed(sample('https://a.example/users', { 'x\ny: 1 #': { '\u2028"': rows(2) } }));
    expect(text.split('\n')).toHaveLength(16);
    expect(proposed(sample('https://a.example/users?a%0Ab=%22%0Ac:%20d', rows(2)))).toContain('params: { "a\\nb": "\\"\\nc: d" }');
  });

  test('asks on a terminal, and takes what is typed', async () => {
    const spec = proposeSpec([sample('https://a.example/users', rows(2))]);
    const [input, output] = [new PassThrough(), new PassThrough()];
    output.resume();
    const asked = ask('acme', spec, { input, output });
    const type = async (text: string): Promise<void> => {
      for (const key of text) {
        input.write(key);
        await new Promise((resolve) => setImmediate(resolve));
      }
      for (let turns = 0; turns < 50; turns++) await new Promise((resolve) => setImmediate(resolve));
    };
    await type('2\r');
    await type('\r');
    await type('\r');
    expect(await asked).toMatchObject({ name: 'acme2', spec: { resources: [{ name: 'users', primaryKey: { value: ['id'] } }] } });
  });
});

describe('tapwright init', () => {
  test('looks at a live API with a credential from the environment, and keeps it to itself', async () => {
    const secret = 'k3y-that+nobody/sees';
    const asked: (string | undefined)[] = [];
    const base = await serve(({ request }, response) => {
      asked.push(request.headers.authorization);
      sendJson(response, { data: rows(2), [secret]: secret });
    });
    const folder = sandbox();
    const result = await tapwright(folder, ['init', `${base}/things`, '--name', 'acme', '--auth', 'bearer'], { ACME_TOKEN: secret });
    expect(result).toMatchObject({ exitCode: 0 });
    expect(asked).toEqual([`Bearer ${secret}`]);
    expect(JSON.stringify([result, contentOf(folder)])).not.toContain(secret);
    expect(readFileSync(join(folder, 'specs/acme.yaml'), 'utf8')).toContain('  auth: { type: bearer }\n');
    expect(await tapwright(folder, ['generate', '--print-model'])).toMatchObject({ exitCode: 0 });
  });

  test('asks for the page after it, and says what it saw', async () => {
    const asked: string[] = [];
    const base = await serve(({ url }, response) => {
      asked.push(url.search);
      const at = Number(url.searchParams.get('from') ?? 0);
      sendJson(response, { found: 25, list: rows(25).slice(at, at + 10) });
    });
    const folder = sandbox();
    expect(await tapwright(folder, ['init', `${base}/things?from=0&size=10`])).toMatchObject({ exitCode: 0 });
    expect(asked).toEqual(['?from=0&size=10', '?from=10&size=10']);
    expect(readFileSync(join(folder, 'specs/local.yaml'), 'utf8')).toContain(
      'paginator: { type: offset, limit: 10, offset_param: from, limit_param: size } # the URL has from, 10 records for size=10: a full page; the next page has 10 other records\n',
    );
    expect(await tapwright(folder, ['generate', '--print-model'])).toMatchObject({ exitCode: 0 });
  });

  test('does not believe in a parameter that changes nothing', async () => {
    const base = await serve((_, response) => sendJson(response, { things: rows(10), total: 40 }));
    const folder = sandbox();
    expect(await tapwright(folder, ['init', `${base}/things?page=1`])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('1 guess to look at') as string,
    });
    expect(readFileSync(join(folder, 'specs/local.yaml'), 'utf8')).toContain('the next page was asked for, and has the same records\n');
  });

  test('tries the names that are used most, where a total says that there is more', async () => {
    const base = await serve(({ url }, response) => {
      const at = Number(url.searchParams.get('offset') ?? 0);
      sendJson(response, { things: rows(25).slice(at, at + 10), total: 25 });
    });
    const folder = sandbox();
    expect(await tapwright(folder, ['init', `${base}/things`])).toMatchObject({ exitCode: 0 });
    expect(readFileSync(join(folder, 'specs/local.yaml'), 'utf8')).toContain(
      'paginator: { type: offset, limit: 10, offset_param: offset, limit_param: null, total_path: total } # other records came for offset=10, the body a total at total\n',
    );
  });

  test.each([
    [
      'basic',
      { ACME_USERNAME: 'me', ACME_PASSWORD: 'pw with spaces' },
      'authorization',
      'Basic bWU6cHcgd2l0aCBzcGFjZXM=',
      '{ type: http_basic }',
    ],
    [
      'api_key:Authorization=Token {api_key}',
      { ACME_API_KEY: 'a-b-c-d-e-f' },
      'authorization',
      'Token a-b-c-d-e-f',
      '{ type: api_key, name: Authorization, location: header, value: "Token {api_key}" }',
    ],
    [
      'api_key:Authorization',
      { ACME_API_KEY: 'token abcdefgh' },
      'authorization',
      'token abcdefgh',
      '{ type: api_key, name: Authorization, location: header }',
    ],
    [
      'api_key:session:cookie',
      { ACME_API_KEY: 'abcdefgh' },
      'cookie',
      'session=abcdefgh',
      '{ type: api_key, name: session, location: cookie }',
    ],
  ] as const)('signs with --auth %s', async (auth, env, header, value, spec) => {
    const seen: (string | string[] | undefined)[] = [];
    const base = await serve(({ request }, response) => {
      seen.push(request.headers[header]);
      sendJson(response, rows(3));
    });
    const folder = sandbox();
    expect(await tapwright(folder, ['init', `${base}/things`, '--name', 'acme', '--auth', auth], env)).toMatchObject({ exitCode: 0 });
    expect(seen).toEqual([value]);
    expect(readFileSync(join(folder, 'specs/acme.yaml'), 'utf8')).toContain(`  auth: ${spec}\n`);
    expect(await tapwright(folder, ['generate', '--print-model'])).toMatchObject({ exitCode: 0 });
  });

  test('sends headers and bodies, and takes the paging out of the body', async () => {
    const seen: string[] = [];
    const base = await serve(({ request, body }, response) => {
      seen.push(`${request.method} ${request.headers.accept} ${body}`);
      const { offset = 0 } = JSON.parse(body) as { offset?: number };
      sendJson(response, { hits: rows(15).slice(offset, offset + 10), total: 15 });
    });
    const folder = sandbox();
    const body = '{"query":{"text":"{a} b"},"offset":0,"limit":10}';
    expect(
      await tapwright(folder, ['init', `${base}/search`, '--json', body, '--header', 'Accept: application/vnd.api+json']),
    ).toMatchObject({ exitCode: 0 });
    expect(seen).toEqual([
      `POST application/vnd.api+json ${body}`,
      `POST application/vnd.api+json ${body.replace('"offset":0', '"offset":10')}`,
    ]);
    const text = readFileSync(join(folder, 'specs/local.yaml'), 'utf8');
    expect(text).toContain('  headers: { Accept: "application/vnd.api+json" }\n');
    expect(text).toContain('      method: POST\n      json: { query: { text: "{{a}} b" } }\n');
    expect(text).toContain('paginator: { type: offset, limit: 10, offset_body_path: offset, limit_body_path: limit, total_path: total }');
    expect(await tapwright(folder, ['generate', '--print-model'])).toMatchObject({ exitCode: 0 });
  });

  test('makes a child of a list inside a record of another', async () => {
    const base = await serve(({ url }, response) => sendJson(response, url.pathname === '/projects' ? rows(3) : rows(2)));
    const folder = sandbox();
    expect(await tapwright(folder, ['init', `${base}/projects`, `${base}/projects/3/tasks`])).toMatchObject({ exitCode: 0 });
    const text = readFileSync(join(folder, 'specs/local.yaml'), 'utf8');
    expect(text).toContain('path: "/projects/{resources.projects.id}/tasks" # 3 is id of a record of projects\n');
    expect(await tapwright(folder, ['generate'])).toMatchObject({ exitCode: 0 });
  });

  test('reads pages that follow each other, and POSTs, from a HAR file of a browser', async () => {
    const entry = (url: string, body: unknown, headers: Readonly<Record<string, string>> = {}, sent?: unknown) => ({
      request: {
        method: sent === undefined ? 'GET' : 'POST',
        url,
        ...(sent === undefined ? {} : { postData: { text: JSON.stringify(sent) } }),
      },
      response: {
        status: 200,
        headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
        content: { text: JSON.stringify(body) },
      },
    });
    const [one, two] = ['https://api.acme.example/v1/notes', 'https://api.acme.example/v1/notes?at=QQ%3D%3D'];
    const entries = [
      entry(one, { data: rows(2) }, { 'next-page': two }),
      entry('https://ads.example/track', rows(2)),
      entry(two, { data: rows(2) }),
      entry('https://api.acme.example/v1/runs/search', { runs: rows(2), count: 40 }, {}, { page: 1, per_page: 2, state: 'done' }),
    ];
    const folder = sandbox();
    put(folder, { 'session.har': JSON.stringify({ log: { entries } }) });
    expect(await tapwright(folder, ['init', 'session.har'])).toMatchObject({ exitCode: 0 });
    const text = readFileSync(join(folder, 'specs/acme.yaml'), 'utf8');
    expect(text).toContain('base_url: https://api.acme.example/v1 #');
    expect(text).toContain('the next request is the URL in the header Next-Page');
    expect(text).toContain('json: { state: done }\n');
    expect(text).toContain('page_body_path: page');
    expect(text).not.toContain('ads');
  });

  test('reads answers from files', async () => {
    const folder = sandbox();
    const entry = {
      request: { method: 'GET', url: 'https://api.acme.example/orders?token=t' },
      response: { status: 200, headers: [], content: { text: JSON.stringify(rows(2)) } },
    };
    put(folder, { 'users.json': JSON.stringify(rows(3)), 'session.har': JSON.stringify({ log: { entries: [entry] } }) });
    expect(await tapwright(folder, ['init', 'users.json', 'session.har', '--url', 'https://api.acme.example/users'])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('specs/acme.yaml: users, orders\n') as string,
    });
  });

  test.each([
    [['init'], 2, 'cli/usage'],
    [['init', 'missing.json'], 2, 'cli/missing-file'],
    [['init', 'plain.json'], 2, 'cli/needs-url'],
    [['init', 'plain.json', '--url', 'https://a.example/users'], 4, 'api/no-records'],
    [['init', 'broken.json'], 4, 'api/not-json'],
    [['init', 'https://a.example/users?api_key=abc'], 2, 'cli/secret-argument'],
    [['init', 'http://127.0.0.1:1/users'], 4, 'api/failed'],
    [['init', 'http://127.0.0.1:1/users', '--auth', 'bearer'], 2, 'cli/missing-secret'],
    [['init', 'http://127.0.0.1:1/users', '--auth', 'magic'], 2, 'cli/unknown-value'],
    [['init', 'http://127.0.0.1:1/users', '--auth', 'basic'], 2, 'cli/missing-secret'],
    [['init', 'http://127.0.0.1:1/users', '--header', 'Accept'], 2, 'cli/unknown-value'],
    [['init', 'http://127.0.0.1:1/users', '--header', 'X-Api-Key: abc'], 2, 'cli/secret-argument'],
    [['init', 'http://127.0.0.1:1/users', '--json', '{'], 2, 'cli/unknown-value'],
    [['init', 'empty.har'], 4, 'api/no-records'],
    [['init', 'list.json', '--url', 'https://taken.example/users'], 3, 'out/exists'],
  ])('refuses %j', async (argv, exitCode, code) => {
    const folder = sandbox();
    put(folder, {
      'plain.json': '{}',
      'empty.har': '{"log":{"entries":[]}}',
      'broken.json': '{',
      'list.json': JSON.stringify(rows(2)),
      'specs/taken.yaml': 'name: taken\n',
    });
    const before = fingerprintOf(folder);
    expect(await tapwright(folder, argv)).toMatchObject({ exitCode, stderr: expect.stringContaining(`error[${code}]`) as string });
    expect(fingerprintOf(folder)).toEqual(before);
  });
});
