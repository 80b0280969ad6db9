import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { ask } from '../../generator/init/ask.js';
import { proposeSpec, type Sample } from '../../generator/init/propose.js';
import { specText } from '../../generator/init/write.js';
import type { JsonValue } from '../../generator/shape.js';
import { contentOf, fingerprintOf, put, sandbox } from '../support/sandbox.js';
import { sendJson, serve, tapwright } from './support.js';

const rows = (count: number): JsonValue[] =>
  Array.from({ length: count }, (_, index) => ({ id: index + 1, updated_at: '2026-01-02T03:04:05Z' }));

const sample = (url: string, body: JsonValue, headers: Sample['headers'] = {}): Sample => ({ url: new URL(url), body, headers });

function proposed(...samples: readonly Sample[]): string {
  const spec = proposeSpec(samples);
  if ('without' in spec) throw new Error('no records');
  return specText('acme', spec, undefined);
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
      sample('https://a.example/api/v1/users?active=true', rows(2)),
      sample('https://a.example/api/v1/users/7/posts', { posts: rows(3), tags: rows(1) }),
    );
    expect(text).toBe(`name: acme
version: 0.1.0

client:
  base_url: https://a.example/api/v1 # with what all paths begin with

resources:
  - name: users
    endpoint:
      path: /users
      params: { active: "true" }
      data_selector: $ # 2 records there
      paginator: { type: single_page } # nothing in the answer says how to go on
    primary_key: id # unique in 2/2
    write_disposition: merge
    # cursor: updated_at looks like one (an instant in 2/2); incremental needs the name of its parameter too

  - name: posts
    endpoint:
      path: /users/7/posts
      data_selector: posts # 3 records there, the likeliest of 2 lists
      paginator: { type: single_page } # nothing in the answer says how to go on
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
    if ('without' in spec) throw new Error('no records');
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
    expect(await asked).toMatchObject({ name: 'acme2', spec: { resources: [{ name: 'users', primaryKey: { value: 'id' } }] } });
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
    [['init', 'list.json', '--url', 'https://taken.example/users'], 3, 'out/exists'],
  ])('refuses %j', async (argv, exitCode, code) => {
    const folder = sandbox();
    put(folder, { 'plain.json': '{}', 'broken.json': '{', 'list.json': JSON.stringify(rows(2)), 'specs/taken.yaml': 'name: taken\n' });
    const before = fingerprintOf(folder);
    expect(await tapwright(folder, argv)).toMatchObject({ exitCode, stderr: expect.stringContaining(`error[${code}]`) as string });
    expect(fingerprintOf(folder)).toEqual(before);
  });
});
