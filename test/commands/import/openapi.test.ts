import { describe, expect, test } from 'vitest';
import { broughtFrom, importedFrom, saidOf } from './support.js';

type Words = Readonly<Record<string, unknown>>;

const query = (name: string, schema: Words = { type: 'integer' }, more: Words = {}): Words => ({ name, in: 'query', schema, ...more });
const thing: Words = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'string' }, name: { type: 'string' }, at: { type: 'string', format: 'date-time' } },
};
const envelope = (members: Words, list = 'items'): Words => ({
  type: 'object',
  properties: { [list]: { type: 'array', items: thing }, ...members },
});
const answer = (schema: Words, headers?: Words): Words => ({
  responses: { 200: { description: '', ...(headers === undefined ? {} : { headers }), content: { 'application/json': { schema } } } },
});

/** A document with these paths. */
const document = (paths: Words, more: Words = {}): Words => ({
  openapi: '3.0.3',
  info: { title: 'Acme API', version: '1' },
  servers: [{ url: 'https://api.acme.test/v1/' }],
  paths,
  ...more,
});

/** A document with the one list /things. */
const one = (schema: Words, parameters: readonly Words[] = [], headers?: Words, more: Words = {}): Words =>
  document({ '/things': { get: { operationId: 'listThings', parameters, ...answer(schema, headers), ...more } } });

describe('how a description says that lists are paged', () => {
  test.each<[string, Words, string]>([
    [
      'a Link header',
      one({ type: 'array', items: thing }, [query('per_page', { type: 'integer', maximum: 100 })], {
        Link: { schema: { type: 'string' } },
      }),
      '{ type: header_link } # why: the answer declares a Link header',
    ],
    [
      'a header with the cursor',
      one({ type: 'array', items: thing }, [query('cursor', { type: 'string' })], { 'X-Next-Cursor': {} }),
      '{ type: header_cursor, cursor_key: x-next-cursor, cursor_param: cursor } # why',
    ],
    [
      'the URL of the next page',
      one(envelope({ links: { type: 'object', properties: { next: { type: 'string', format: 'uri' } } } })),
      '{ type: json_link, next_url_path: links.next } # why',
    ],
    [
      'the URL of the next page of a search',
      document({
        '/things/search': {
          post: {
            operationId: 'listThings',
            requestBody: { content: { 'application/json': { schema: { type: 'object', properties: { limit: { type: 'integer' } } } } } },
            ...answer(envelope({ next_page: { type: 'string', format: 'uri', nullable: true } })),
          },
        },
      }),
      '{ type: json_link, next_url_path: next_page } # LOOK: the answer has a link at next_page: it is asked for with POST, and the same body',
    ],
    [
      'next and previous',
      one(envelope({ next: { type: 'string', nullable: true }, previous: { type: 'string', nullable: true } }, 'results'), [query('page')]),
      '{ type: json_link, next_url_path: next } # why',
    ],
    [
      'a cursor out and in',
      one(envelope({ meta: { type: 'object', properties: { next_cursor: { type: 'string' } } } }), [
        query('cursor', { type: 'string' }),
        query('limit', { type: 'integer', default: 20, maximum: 250 }),
      ]),
      '{ type: cursor, cursor_path: meta.next_cursor, cursor_param: cursor, limit: 250, limit_param: limit } # why',
    ],
    [
      'an offset that is a text',
      one(envelope({ next_page: { type: 'object', properties: { offset: { type: 'string' } } } }, 'data'), [
        query('offset', { type: 'string' }),
      ]),
      '{ type: cursor, cursor_path: next_page.offset, cursor_param: offset } # why',
    ],
    [
      'a cursor and an offset',
      one(envelope({ next_cursor: { type: 'string' } }), [query('cursor', { type: 'string' }), query('offset')]),
      '{ type: cursor, cursor_path: next_cursor, cursor_param: cursor } # LOOK',
    ],
    [
      'the last id and a flag',
      one(envelope({ has_more: { type: 'boolean' } }, 'data'), [query('starting_after', { type: 'string' }), query('limit')]),
      '# why: starting_after takes the id of the last record, has_more says whether there is more\n        type: cursor\n        cursor_path: last.id',
    ],
    [
      'an offset and a total',
      one(envelope({ total: { type: 'integer' } }), [query('offset'), query('limit', { type: 'integer', default: 50 })]),
      '{ type: offset, limit: 50, limit_param: limit, offset_param: offset, total_path: total } # why',
    ],
    [
      'an offset, and a total that may be null',
      one(envelope({ total: { type: 'integer', nullable: true }, more: { type: 'boolean' } }), [query('offset'), query('limit')]),
      '{ type: offset, limit: 100, limit_param: limit, offset_param: offset, has_more_path: more } # why',
    ],
    [
      'an index from 1',
      one(envelope({ totalResults: { type: 'integer' } }, 'Resources'), [
        query('startIndex', { type: 'integer', default: 1 }),
        query('count'),
      ]),
      '{ type: offset, offset: 1, limit: 100, limit_param: count, offset_param: startIndex, total_path: totalResults } # why',
    ],
    [
      'a page with a default',
      one(envelope({}), [query('page', { type: 'integer', default: 0 }), query('size')]),
      '{ type: page_number, base_page: 0, page_param: page, limit: 100, limit_param: size } # why',
    ],
    [
      'a page with a least number',
      one(envelope({ total_pages: { type: 'integer' } }), [query('page', { type: 'integer', minimum: 1 })]),
      '{ type: page_number, base_page: 1, page_param: page, total_path: total_pages } # why',
    ],
    [
      'a page of which nothing more is said',
      one(envelope({}), [query('page')]),
      '{ type: page_number, base_page: 1, page_param: page } # LOOK',
    ],
    ['a cursor on a bare list', one({ type: 'array', items: thing }, [query('after', { type: 'string' })]), '{ type: header_link } # LOOK'],
    ['a size, and nothing else', one({ type: 'array', items: thing }, [query('limit')]), '{ type: single_page } # LOOK'],
    ['nothing', one({ type: 'array', items: thing }), '{ type: single_page } # why'],
    [
      'members behind allOf and anyOf',
      one({
        allOf: [
          envelope({}),
          {
            type: 'object',
            properties: {
              links: {
                anyOf: [
                  {
                    type: 'object',
                    properties: { pages: { allOf: [{ type: 'object', properties: { next: { type: 'string', format: 'uri' } } }] } },
                  },
                ],
              },
            },
          },
        ],
      }),
      '{ type: json_link, next_url_path: links.pages.next } # why',
    ],
    [
      'a vendor',
      one(envelope({ next: { type: 'string' } }), [query('token', { type: 'string' })], undefined, {
        'x-fern-pagination': { cursor: '$request.token', next_cursor: '$response.next', results: '$response.items' },
      }),
      '{ type: cursor, cursor_path: next, cursor_param: token } # why',
    ],
    [
      'deep objects',
      one({ type: 'array', items: thing }, [
        {
          name: 'page',
          in: 'query',
          style: 'deepObject',
          schema: { type: 'object', properties: { number: { type: 'integer', default: 1 }, size: { type: 'integer' } } },
        },
      ]),
      '{ type: page_number, base_page: 1, page_param: "page[number]", limit: 100, limit_param: "page[size]" } # why',
    ],
  ])('%s', (_, source, paginator) => {
    expect(broughtFrom(source).text).toContain(`      paginator: ${paginator}`);
  });
});

describe('what is a list', () => {
  const names = (source: Words): readonly string[] => importedFrom(source).streams.map(({ name }) => name);

  test('operations that answer with lists, by the word of their paths', () => {
    const get = (schema: Words, parameters: readonly Words[] = []): Words => ({ get: { parameters, ...answer(schema) } });
    const source = document({
      '/users': get({ type: 'array', items: thing }),
      '/users/{id}': get({ type: 'object', properties: { id: {}, a: {}, b: {}, c: {}, roles: { type: 'array', items: thing } } }),
      '/teams/{id}/users': get({ type: 'array', items: thing }),
      '/search/issues': {
        post: {
          operationId: 'searchIssues',
          requestBody: {
            content: { 'application/json': { schema: { type: 'object', properties: { page: { type: 'integer', default: 1 } } } } },
          },
          ...answer(envelope({})),
        },
      },
      '/issues': { post: { operationId: 'createIssue', ...answer({ type: 'array', items: thing }) } },
      '/tags': get({ type: 'array', items: { type: 'string' } }),
      '/file': { get: { responses: { 200: { content: { 'text/csv': {} } } } } },
    });
    expect(names(source)).toEqual(['users', 'teams_users', 'issues', 'tags']);
    const made = broughtFrom(source);
    expect(made.text).toContain('reshape: { scalars_to_rows: value }');
    expect(made.text).toContain('page_body_path: page');
    expect(importedFrom(source).notes).toContain('3 operations are no list');
  });

  test('the list among others: by the name of the path, a known word, alone, or further down', () => {
    const list = { type: 'array', items: thing };
    const selector = (schema: Words): string => /data_selector: (\S+)/.exec(broughtFrom(one(schema)).text)?.[1] ?? '';
    expect(selector({ type: 'object', properties: { filters: list, things: list, owners: list } })).toBe('things');
    expect(selector({ type: 'object', properties: { owners: list, data: list } })).toBe('data');
    expect(selector({ type: 'object', properties: { response: { type: 'object', properties: { docs: list } } } })).toBe('response.docs');
    expect(
      selector({
        type: 'object',
        properties: { data: { type: 'object', properties: { page: { type: 'object', properties: { rows: list } } } } },
      }),
    ).toBe('data.page.rows');
  });
});

describe('parents, keys and fields', () => {
  test('a list inside of a record of another is its child; other values are options', () => {
    const repo = { type: 'object', properties: { id: { type: 'integer' }, name: { type: 'string' }, number: { type: 'integer' } } };
    const list = (row: Words): Words => ({ get: answer({ type: 'array', items: row }) });
    const made = broughtFrom(
      document({
        '/orgs/{org}/repos': list(repo),
        '/orgs/{org}/repos/{repo}/issues': list(repo),
        '/orgs/{org}/repos/{repo}/issues/{issue_number}/comments': list(repo),
      }),
    );
    expect(made.text).toContain('path: "/orgs/{config.org}/repos"\n');
    expect(made.text).toContain('path: "/orgs/{config.org}/repos/{resources.repos.name}/issues" # LOOK: each of repos, by its name');
    expect(made.text).toContain(
      'path: "/orgs/{config.org}/repos/{config.repo}/issues/{resources.issues.number}/comments" # why: each of issues, by its number\n',
    );
  });

  test('keys are never null, whatever the document says; the rest is as strict as is asked for', () => {
    const row = {
      type: 'object',
      required: ['a', 'b'],
      properties: {
        id: { type: 'integer', nullable: true },
        a: { type: 'string' },
        b: { type: 'string', nullable: true },
        c: { type: 'string' },
      },
    };
    const source = one({ type: 'array', items: row });
    expect(broughtFrom(source).text).toContain(
      '      id: { type: integer, nullable: false }\n      a: string\n      b: string\n      c: string\n',
    );
    expect(broughtFrom(source, { strict: true }).text).toContain('      a: { type: string, nullable: false }\n      b: string\n');
  });

  test('schemas of every kind', () => {
    const source = document(
      {
        '/things': {
          get: answer({
            type: 'array',
            items: {
              allOf: [
                { $ref: '#/components/schemas/Base' },
                {
                  type: 'object',
                  properties: {
                    owner: { $ref: '#/components/schemas/Person' },
                    editor: { $ref: '#/components/schemas/Person' },
                    tree: { $ref: '#/components/schemas/Tree' },
                    kind: { type: 'string', enum: ['a', 'b'] },
                    when: { type: 'integer', format: 'unix-time' },
                    day: { type: 'string', format: 'date' },
                    tags: { type: 'array', items: { type: 'string' } },
                    counts: { type: 'object', additionalProperties: { type: 'integer' } },
                    any: {},
                    either: { oneOf: [{ type: 'string' }, { type: 'number' }] },
                    pet: {
                      discriminator: { propertyName: 'type' },
                      oneOf: [
                        { type: 'object', properties: { type: { enum: ['cat'] }, lives: { type: 'integer' } } },
                        { type: 'object', properties: { type: { const: 'dog' }, tricks: { type: 'integer' } } },
                      ],
                    },
                    expandable: { anyOf: [{ type: 'string' }, { $ref: '#/components/schemas/Person' }] },
                    'odd key': { type: ['string', 'null'] },
                  },
                },
              ],
            },
          }),
        },
      },
      {
        components: {
          schemas: {
            Base: { type: 'object', properties: { id: { type: 'string' } } },
            Person: { type: 'object', properties: { email: { type: 'string' }, age: { type: 'integer', format: 'int64' } } },
            Tree: {
              type: 'object',
              properties: { name: { type: 'string' }, children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } } },
            },
          },
        },
      },
    );
    const made = broughtFrom(source);
    expect(saidOf(made)).toEqual(['things | imported | GET /things']);
    for (const line of [
      '  person:\n    fields:\n      email: string\n      age: integer\n',
      'owner: { record: person }',
      'editor: { record: person }',
      'children: { type: array, items: { record: tree } }',
      'kind: { type: string, enum: [a, b], open: true }',
      'when: { type: datetime, format: epoch_s }',
      'day: date\n',
      'tags: { type: array, items: string }',
      'counts: { type: map, values: integer }',
      'any: json\n',
      'either: { type: union, variants: [string, number] }',
      'discriminator: type',
      'expandable: string\n',
      '"odd key": string\n',
    ])
      expect(made.text).toContain(line);
  });
});

describe('where the API is, and how requests are signed', () => {
  const list = { '/things': { get: answer({ type: 'array', items: thing }) } };
  const scheme = (value: Words): string =>
    broughtFrom(document(list, { components: { securitySchemes: { s: value } }, security: [{ s: [] }] })).text;

  test.each<[string, Words, string]>([
    ['bearer', { type: 'http', scheme: 'bearer' }, '  auth: { type: bearer }\n'],
    ['basic', { type: 'http', scheme: 'Basic' }, '  auth: { type: http_basic }\n'],
    ['a key', { type: 'apiKey', name: 'X-Key', in: 'header' }, '  auth: { type: api_key, name: X-Key, location: header }\n'],
    [
      'client credentials',
      { type: 'oauth2', flows: { clientCredentials: { tokenUrl: 'https://login.acme.test/token', scopes: {} } } },
      'type: oauth2_client_credentials',
    ],
    [
      'a code that people type',
      { type: 'oauth2', flows: { authorizationCode: { authorizationUrl: 'https://a.test', tokenUrl: 'https://a.test', scopes: {} } } },
      '  auth: { type: bearer } # why',
    ],
  ])('%s', (_, value, line) => {
    expect(scheme(value)).toContain(line);
  });

  test('servers: options for variables, and LOOK where there is none', () => {
    const at = (servers: readonly Words[]): string => broughtFrom(document(list, { servers })).text;
    expect(
      at([{ url: 'https://{tenant}.acme.test/{version}', variables: { tenant: { default: 'demo' }, version: { default: 'v2' } } }]),
    ).toContain('base_url: "https://{config.tenant}.acme.test/{config.version}"\n');
    expect(at([{ url: '/api/v2' }])).toContain('base_url: https://api.example.com/api/v2 # LOOK');
    expect(at([{ url: 'http://localhost:8080' }])).toContain('base_url: http://localhost:8080 # LOOK');
    expect(broughtFrom(document(list, { servers: [{ url: '/' }] }), { baseUrl: 'https://mine.acme.test' }).text).toContain(
      'base_url: https://mine.acme.test # why: --base-url\n',
    );
  });
});

describe('versions', () => {
  test('2.0', () => {
    const made = broughtFrom({
      swagger: '2.0',
      info: { title: 'Acme', version: '1' },
      host: 'api.acme.test',
      basePath: '/v2',
      schemes: ['http', 'https'],
      securityDefinitions: { k: { type: 'apiKey', name: 'key', in: 'query' } },
      definitions: { Thing: { type: 'object', properties: { id: { type: 'integer' } } } },
      parameters: { page: { name: 'page', in: 'query', type: 'integer', default: 1 } },
      paths: {
        '/things': {
          get: {
            parameters: [{ $ref: '#/parameters/page' }],
            responses: { 200: { schema: { type: 'array', items: { $ref: '#/definitions/Thing' } } } },
          },
        },
      },
    });
    expect(made.text).toContain('base_url: https://api.acme.test/v2\n');
    expect(made.text).toContain('auth: { type: api_key, name: key, location: query }');
    expect(made.text).toContain('paginator: { type: page_number, base_page: 1, page_param: page } # why');
    expect(made.text).toContain('id: { type: integer, nullable: false }');
  });

  test('3.2: itemSchema, and operations of any method', () => {
    const made = broughtFrom({
      openapi: '3.2.0',
      info: { title: 'Acme', version: '1' },
      servers: [{ url: 'https://api.acme.test' }],
      paths: {
        '/events': {
          get: {
            responses: {
              200: { description: '', content: { 'application/jsonl': { itemSchema: { $ref: '#/$defs/Event', description: 'beside' } } } },
            },
          },
        },
        '/things': { additionalOperations: { COPY: {} }, get: answer({ type: ['array', 'null'], items: thing }) },
      },
      $defs: { Event: { type: 'object', properties: { id: { type: ['string', 'null'] } } } },
    });
    expect(made.text).toContain('format: jsonl\n');
    expect(saidOf(made)).toEqual(['events | imported | GET /events', 'things | imported | GET /things']);
  });
});

test('a broken reference is told at its operation; a file beside the document is read, the network is not', () => {
  const made = broughtFrom(
    document({
      '/things': {
        get: answer({
          type: 'array',
          items: {
            type: 'object',
            properties: { id: { type: 'string' }, a: { $ref: '#/components/nowhere' }, b: { $ref: 'https://elsewhere.test/b.json' } },
          },
        }),
      },
    }),
  );
  expect(saidOf(made)[0]).toMatch(/^things \| imported \| GET \/things/);
  expect(made.text).toContain('a: json\n');
  expect(made.outcomes[0]?.stream.place).toBeDefined();
});

test('an operation whose answer leads nowhere is told: it may be a list', () => {
  const made = broughtFrom(
    document({
      '/things': { get: answer({ type: 'array', items: { type: 'object' } }) },
      '/lost': { get: answer({ $ref: '#/components/schemas/Lost' }) },
    }),
  );
  expect(saidOf(made)).toEqual([
    'things | imported | GET /things',
    'GET /lost | left out | whether it is a list cannot be told: the reference #/components/schemas/Lost leads nowhere',
  ]);
});
