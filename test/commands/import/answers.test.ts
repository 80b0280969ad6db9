import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tapwright } from '../support.js';
import { put, sandbox } from '../../support/sandbox.js';
import { broughtFrom, saidOf } from './support.js';

const rows = (count: number, first = 1): readonly object[] =>
  Array.from({ length: count }, (_, index) => ({ id: first + index, email: `someone${index}@acme.example` }));

const header = (name: string, value: string): object => ({ key: name, name, value });

const COLLECTION = {
  info: { name: 'Acme API', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
  auth: {
    type: 'apikey',
    apikey: [
      { key: 'key', value: 'X-Key' },
      { key: 'value', value: '{{apiKey}}' },
    ],
  },
  variable: [
    { key: 'baseUrl', value: 'https://api.acme.example/v1' },
    { key: 'apiKey', value: 'kkkkkkkkkkkkkkkkkk' },
  ],
  item: [
    {
      name: 'People',
      item: [
        {
          name: 'List users',
          request: {
            method: 'GET',
            header: [],
            url: {
              raw: '{{baseUrl}}/users?page=1&per_page=2',
              host: ['{{baseUrl}}'],
              path: ['users'],
              query: [
                { key: 'page', value: '1' },
                { key: 'per_page', value: '2' },
                { key: 'off', value: 'x', disabled: true },
              ],
            },
          },
          response: [
            {
              name: 'a page',
              code: 200,
              header: [header('Content-Type', 'application/json')],
              body: JSON.stringify({ users: rows(2), total_pages: 1 }),
            },
            { name: 'none', code: 404, header: [], body: '{}' },
          ],
        },
        {
          name: 'Posts of a user',
          request: { method: 'GET', url: { raw: '{{baseUrl}}/users/:user_id/posts', variable: [{ key: 'user_id', value: '2' }] } },
          response: [{ name: 'ok', code: 200, header: [], body: JSON.stringify(rows(3)) }],
        },
        { name: 'Add a user', request: { method: 'POST', url: '{{baseUrl}}/users', body: { mode: 'raw', raw: '{}' } }, response: [] },
        { name: 'Drop a user', request: { method: 'DELETE', url: '{{baseUrl}}/users/:id' }, response: [] },
      ],
    },
    {
      name: 'Search',
      request: { method: 'POST', url: '{{baseUrl}}/search', body: { mode: 'raw', raw: '{"q":"{{what}}","page":1,"size":2}' } },
      response: [
        {
          name: 'ok',
          code: 200,
          header: [],
          originalRequest: { method: 'POST', url: '{{baseUrl}}/search', body: { mode: 'raw', raw: '{"q":"a","page":1,"size":2}' } },
          body: JSON.stringify({ hits: rows(2), count: 5 }),
        },
      ],
    },
    { name: 'Tags of an org', request: { url: '{{baseUrl}}/orgs/:org/tags?offset=0&limit=10' } },
    { name: 'Elsewhere', request: '{{otherUrl}}/things' },
  ],
};

describe('a collection of Postman', () => {
  test('becomes resources, with auth, variables, parents and what was saved', () => {
    const made = broughtFrom(COLLECTION);
    expect(saidOf(made)).toEqual([
      'List users | imported',
      'Posts of a user | imported',
      'Search | imported',
      'Tags of an org | imported | no answer is saved with it',
      'Add a user | left out | a POST without a saved answer may change something',
      'Drop a user | left out | a DELETE changes something',
      'Elsewhere | left out | its URL is made of variables that have no value',
    ]);
    for (const line of [
      'name: acme-api\n',
      'base_url: https://api.acme.example/v1\n',
      'auth: { type: api_key, name: X-Key, location: header }',
      '{ type: page_number, base_page: 1, page_param: page, limit: 2, limit_param: per_page, total_path: total_pages }',
      'path: "/users/{resources.users.id}/posts"',
      'json: { q: a }',
      'page_body_path: page',
      'path: "/orgs/{config.org}/tags"',
      'org: { type: string }',
      '{ type: offset, limit: 10, offset_param: offset, limit_param: limit } # LOOK',
    ])
      expect(made.text).toContain(line);
    expect(made.text).not.toContain('kkkk');
    expect(made.outcomes.map(({ stream }) => stream.tags)).toContainEqual(['People']);
  });

  test('its saved answers become recordings, without personal data; the package passes its tests over them', async () => {
    const folder = sandbox();
    put(folder, { 'acme.postman_collection.json': JSON.stringify(COLLECTION, null, 2) });
    const result = await tapwright(folder, ['import', 'acme.postman_collection.json', '--name', 'acme']);
    expect(result).toMatchObject({ exitCode: 0 });
    expect(result.stdout).toContain('recordings of saved answers: users');
    expect(existsSync(join(folder, 'specs/acme/users.json'))).toBe(true);
    expect(readFileSync(join(folder, 'specs/acme/users.json'), 'utf8')).not.toContain('someone0@acme.example');
    expect(await tapwright(folder, ['generate', 'specs/acme.yaml'])).toMatchObject({ exitCode: 0 });
  });
});

describe('collections as people publish them', () => {
  const request = (name: string, method: string, url: unknown, body?: string): object => ({
    name,
    request: { method, url, ...(body === undefined ? {} : { body: { mode: 'raw', raw: body } }) },
  });
  const info = COLLECTION.info;
  const answered = (item: object, answer: unknown, code = 200): object => ({
    ...item,
    response: [{ name: 'ok', code, header: [], body: JSON.stringify(answer) }],
  });

  test('the host may be left to an environment: it is an option, or what --base-url says', () => {
    const item = [
      request('All', 'GET', '{{APIURL}}/articles?limit=20&offset=0'),
      request('All with auth', 'GET', '{{APIURL}}/articles?limit=20&offset=0'),
      request('By a celebrity', 'GET', '{{APIURL}}/articles/celeb_{{USER}}/tags'),
      request('Elsewhere', 'GET', '{{OTHER}}/things'),
    ];
    const made = broughtFrom({ info, item });
    expect(saidOf(made)).toEqual([
      'All | imported | no answer is saved with it',
      'All with auth | left out | the same request as articles',
      'By a celebrity | imported | no answer is saved with it',
      'Elsewhere | left out | its URL is made of variables that have no value',
    ]);
    expect(made.text).toContain('base_url: "{config.server}" # LOOK: the collection does not say where the API is');
    expect(made.text).toContain('server: { type: string }');
    expect(made.text).toContain('- name: tags\n');
    const placed = broughtFrom({ info, item }, { baseUrl: 'https://conduit.example/api/' });
    expect(placed.text).toContain('base_url: https://conduit.example/api/');
    expect(placed.text).toContain('path: /articles\n');
    expect(placed.text).not.toContain('config.server');
  });

  test('a POST that was answered is no read by that: only where its name, its path or its body says so', () => {
    const users = 'https://api.acme.example/v1/users';
    const made = broughtFrom({
      info,
      item: [
        answered(request('Create a user', 'POST', users, '{"name":"a"}'), { id: 1, roles: rows(2) }),
        answered(request('Get users by name', 'POST', `${users}/batch`, '{"names":["a"]}'), { users: rows(2) }, 201),
        answered(request('Retrieve transactions', 'POST', 'https://api.acme.example/v1/transactions', '{"a":1}'), {
          transactions: rows(3),
        }),
        answered(request('Users', 'POST', users, '{"page":1,"size":2}'), { users: rows(2) }),
        answered(request('Rename', 'POST', 'https://api.acme.example/v1/graphql', '{"query":"mutation { a { b } }"}'), {
          data: { a: rows(2) },
        }),
      ],
    });
    expect(saidOf(made)).toEqual([
      'Retrieve transactions | imported',
      'Users | imported',
      'Create a user | left out | a POST may change something: neither its name, its path nor its body says that it reads',
      'Get users by name | left out | a POST that was answered 201 creates something',
      'Rename | left out | a mutation of GraphQL changes something',
    ]);
  });

  test('what is percent-encoded already is sent as it is; lists at the same place are called as the collection calls them', () => {
    const [all, author] = ['https://api.acme.example/books', 'https://api.acme.example/books?author=Author%20Name'];
    const by = { raw: author, query: [{ key: 'author', value: 'Author%20Name' }] };
    const of = { raw: 'https://api.acme.example/writers/:name/books', variable: [{ key: 'name', value: 'A%2FB' }] };
    const made = broughtFrom({
      info,
      item: [request('All', 'GET', all), request('Search books by author', 'GET', by), request('100% of a writer', 'GET', of)],
    });
    expect(made.text).toContain('params: { author: "Author Name" }');
    expect(made.text).toContain('- name: search_books_by_author\n');
    expect(made.text).toContain('path: "/writers/A%2FB/books"');
    expect(made.text).toContain('- name: books_2\n');
  });

  test('resources are called by words of the API, not by options', () => {
    const url = { raw: 'https://api.acme.example/v1/users/:userId', variable: [{ key: 'userId', value: '' }] };
    const made = broughtFrom({ info, item: [answered(request('Get a user', 'GET', url), { posts: rows(3) })] });
    expect(made.text).toContain('- name: users\n');
    expect(made.text).toContain('path: "/users/{config.userId}"');
  });
});

describe('a HAR file', () => {
  const entry = (
    method: string,
    url: string,
    body: unknown,
    more: { readonly sent?: unknown; readonly headers?: readonly object[]; readonly status?: number } = {},
  ): object => ({
    request: {
      method,
      url,
      headers: [{ name: 'Authorization', value: 'Token abcdef' }, ...(more.headers ?? [])],
      ...(more.sent === undefined ? {} : { postData: { text: JSON.stringify(more.sent) } }),
    },
    response: { status: more.status ?? 200, headers: [], content: { text: typeof body === 'string' ? body : JSON.stringify(body) } },
  });
  const har = {
    log: {
      entries: [
        entry('GET', 'https://www.acme.example/', '<html>'),
        entry('GET', 'https://api.acme.example/v1/users?offset=0&limit=2', { items: rows(2), total: 3 }),
        entry('GET', 'https://api.acme.example/v1/users?offset=2&limit=2', { items: rows(1, 3), total: 3 }),
        entry('POST', 'https://api.acme.example/v1/runs/search', { runs: rows(2) }, { sent: { state: 'done' } }),
        entry('POST', 'https://api.acme.example/v1/users', { user: { id: 9, roles: rows(2) } }, { sent: { name: 'a' }, status: 200 }),
        entry('PUT', 'https://api.acme.example/v1/users/1', {}, { sent: {} }),
        entry('GET', 'https://api.acme.example/v1/me', { name: 'x' }),
        entry('GET', 'https://ads.example/track', { a: [] }),
      ],
    },
  };

  test('becomes resources; what changes something, or holds no list, is told', () => {
    const made = broughtFrom(har, { file: 'session.har' });
    expect(saidOf(made)).toEqual([
      'GET /v1/users | imported',
      'POST /v1/runs/search | imported',
      'GET /v1/me | left out | its answer holds no list',
      'POST /v1/users | left out | a POST may change something: neither its name, its path nor its body says that it reads',
      'PUT /v1/users/1 | left out | a PUT changes something',
    ]);
    for (const line of [
      'auth: { type: api_key, name: Authorization, location: header, value: "Token {api_key}" } # why',
      'base_url: https://api.acme.example/v1\n',
      '{ type: offset, limit: 2, offset_param: offset, limit_param: limit, total_path: total }',
      'json: { state: done }',
    ])
      expect(made.text).toContain(line);
    expect(made.text).not.toContain('abcdef');
  });

  test('its answers become recordings', async () => {
    const folder = sandbox();
    put(folder, { 'session.har': JSON.stringify(har) });
    const result = await tapwright(folder, ['import', 'session.har', '--name', 'acme']);
    expect(result.stdout).toContain('recordings of saved answers: users, runs');
    expect(await tapwright(folder, ['check', 'specs/acme.yaml', '--ignore', 'new'])).toMatchObject({ exitCode: 0 });
  });

  const at = (path: string, body: unknown, more: Parameters<typeof entry>[3] = {}): object =>
    entry('GET', `https://api.acme.example/v1${path}`, body, more);
  const person = (id: string, name: string): object => ({ id, name, joined: '2026-01-02T03:04:05Z' });
  const broughtOf = (...entries: readonly object[]) => broughtFrom({ log: { entries } }, { file: 'session.har' });

  test('the same list for several parents is one resource, whose key holds for the records of all', () => {
    const made = broughtOf(
      at('/users', [person('u1', 'A'), person('u2', 'B')]),
      at('/apps', [{ id: 'a1' }, { id: 'a2' }]),
      at('/users/u1/roles', []),
      at('/users/u2/roles', [{ id: 'r1' }, { id: 'r2' }]),
      at('/users/u9/roles', [{ id: 'r3' }]), // of a user of another page
      at('/apps/a1/users', [
        { id: 'u1', scope: 'read' },
        { id: 'u2', scope: 'read' },
      ]),
      at('/apps/a2/users', [{ id: 'u1', scope: 'write' }]),
      at('/apps/rules', [{ id: 'x1' }, { id: 'x2' }]),
      at('/users?state=gone', [person('u3', 'C')]),
    );
    expect(saidOf(made)).toEqual([
      'GET /v1/users | imported',
      'GET /v1/apps | imported',
      'GET /v1/users/u2/roles | imported',
      'GET /v1/apps/a1/users | imported',
      'GET /v1/apps/rules | imported',
      'GET /v1/users | left out | the list of GET /v1/users, asked in another way',
      'GET /v1/users/u1/roles | left out | the same list as roles, of another record',
      'GET /v1/users/u9/roles | left out | the same list as roles, of another record',
      'GET /v1/apps/a2/users | left out | the same list as apps_users, of another record',
    ]);
    expect(made.text).toContain('path: "/users/{resources.users.id}/roles"');
    expect(made.text).toMatch(/- name: roles\n(?: {4}.*\n)*? {4}primary_key: id # unique in 3\/3/);
    expect(made.text).toContain('path: "/apps/{resources.apps.id}/users"');
    // u1 is in two apps, with another scope in each: merged by its id, one of them would be lost
    expect(made.text).toMatch(/- name: apps_users\n(?: {4}.*\n)*? {4}# no primary_key: no field/);
  });

  test('lists of several parents that no answer holds are one, which says so; those that hold other things are not', () => {
    const environments = (repo: string, names: readonly string[]): object =>
      at(`/repos/acme/${repo}/environments`, { environments: names.map((name) => ({ id: `${repo}-${name}`, name, url: 'x' })) });
    const made = broughtOf(
      environments('one', []),
      environments('two', ['dev', 'prod']),
      environments('three', ['dev']),
      at('/views/deals/all', [{ id: 1, amount: 5, stage: 'a' }]),
      at('/views/tickets/all', [{ id: 1, subject: 'b', opened: 'c' }]),
      at('/views/people/all', [{ id: 1, email: 'd', phone: 'e' }]),
    );
    expect(saidOf(made).filter((line) => line.includes('left out'))).toEqual([
      'GET /v1/repos/acme/three/environments | left out | the same list as environments, of another record',
      'GET /v1/repos/acme/one/environments | left out | the same list as environments, of another record',
    ]);
    expect(made.text).toContain('path: /repos/acme/two/environments # LOOK: one of 3 such lists that were asked for');
    expect(made.text).toContain('primary_key: id # unique in 3/3');
  });

  test('queries of GraphQL are called by what they list, and are one list only where they are the same', () => {
    const asked = (query: string, organization: object): object =>
      entry('POST', 'https://api.acme.example/graphql', { data: { organization } }, { sent: { query } });
    const pageInfo = { endCursor: 'c', hasNextPage: false };
    const made = broughtOf(
      asked(
        'query($c: String) { organization { repositories(first: 2, after: $c) { nodes { id } pageInfo { endCursor hasNextPage } } } }',
        {
          repositories: { nodes: [{ id: 'a' }, { id: 'b' }], pageInfo },
        },
      ),
      asked(
        'query($c: String) { organization { members(first: 2, after: $c) { edges { role node { id } } pageInfo { endCursor hasNextPage } } } }',
        {
          members: {
            edges: [
              { role: 'admin', node: { id: 'u' } },
              { role: 'member', node: { id: 'v' } },
            ],
            pageInfo,
          },
        },
      ),
    );
    expect(made.text).toContain('- name: repositories\n');
    expect(made.text).toContain('- name: members\n');
    expect(made.text).toContain('primary_key: node.id');
  });

  test('what an answer holds besides is no list: links, words about it, and the many of a settings page', () => {
    const made = broughtOf(
      at('/things', { items: rows(2) }),
      at('/support', { state: 'on', _links: { grant: { hints: { allow: ['POST'] } } } }),
      at('/check', { ok: true, messages: ['fine'] }),
      at('/installations/3284', { id: 3284, account: 'acme', events: [], permissions: { a: 'read' } }),
      at('/meta', { git: ['192.0.2.0/24'], hooks: ['192.0.2.0/24'], pages: ['192.0.2.0/24'] }),
      at('/tags', { tags: ['a', 'b'] }),
    );
    expect(saidOf(made)).toEqual([
      'GET /v1/things | imported',
      'GET /v1/tags | imported',
      ...['/support', '/check', '/installations/3284', '/meta'].map((path) => `GET /v1${path} | left out | its answer holds no list`),
    ]);
  });
});
