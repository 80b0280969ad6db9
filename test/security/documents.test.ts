import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { repository } from '../support/generator-sources.js';
import { put, sandbox } from '../support/sandbox.js';
import { tapwright } from '../commands/support.js';
import { mutations } from './mutations.js';
import { slowness, thorough } from './runtimes.js';

/** Documents of other tools, and specs, that somebody else wrote: read or refused in time, with no fault of ours and no stack. */

const RUNS = thorough ? 200 : 10;
const DEEP = 6_000;

const OPENAPI = JSON.stringify({
  openapi: '3.1.0',
  info: { title: 'crew', version: '1' },
  servers: [{ url: 'https://api.example.com/v1' }],
  components: {
    securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    schemas: {
      User: { type: 'object', required: ['id'], properties: { id: { type: 'integer' }, name: { type: 'string', pattern: '^(a+)+$' } } },
    },
  },
  security: [{ token: [] }],
  paths: {
    '/users': {
      get: {
        parameters: [
          { name: 'limit', in: 'query', schema: { type: 'integer', maximum: 100 } },
          { name: 'offset', in: 'query', schema: { type: 'integer' } },
        ],
        responses: {
          200: {
            content: {
              'application/json': {
                schema: { type: 'object', properties: { items: { type: 'array', items: { $ref: '#/components/schemas/User' } } } },
              },
            },
          },
        },
      },
    },
  },
});
const POSTMAN = JSON.stringify({
  info: { name: 'crew', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
  variable: [{ key: 'base', value: 'https://api.example.com' }],
  item: [
    {
      name: 'users',
      request: {
        method: 'GET',
        url: { raw: '{{base}}/users?limit=10', host: ['{{base}}'], path: ['users'], query: [{ key: 'limit', value: '10' }] },
      },
      response: [{ name: 'ok', code: 200, header: [{ key: 'Content-Type', value: 'application/json' }], body: '{"items":[{"id":1}]}' }],
    },
  ],
});
const HAR = JSON.stringify({
  log: {
    version: '1.2',
    creator: { name: 'x', version: '1' },
    entries: [
      {
        startedDateTime: '2026-01-01T00:00:00Z',
        request: {
          method: 'GET',
          url: 'https://api.example.com/users?page=1',
          headers: [{ name: 'Authorization', value: 'Bearer abc' }],
          queryString: [],
        },
        response: {
          status: 200,
          headers: [{ name: 'content-type', value: 'application/json' }],
          content: { mimeType: 'application/json', text: '{"items":[{"id":1}]}' },
        },
      },
    ],
  },
});
const AIRBYTE = JSON.stringify({
  version: '6.0.0',
  type: 'DeclarativeSource',
  check: { type: 'CheckStream', stream_names: ['users'] },
  streams: [
    {
      type: 'DeclarativeStream',
      name: 'users',
      primary_key: ['id'],
      retriever: {
        type: 'SimpleRetriever',
        requester: {
          type: 'HttpRequester',
          url_base: 'https://api.example.com',
          path: "/users/{{ config['account'] }}",
          authenticator: { type: 'BearerAuthenticator', api_token: "{{ config['api_key'] }}" },
        },
        record_selector: { type: 'RecordSelector', extractor: { type: 'DpathExtractor', field_path: ['items'] } },
        paginator: { type: 'NoPagination' },
      },
      schema_loader: { type: 'InlineSchemaLoader', schema: { type: 'object', properties: { id: { type: 'integer' } } } },
    },
  ],
  spec: { type: 'Spec', connection_specification: { type: 'object', properties: { api_key: { type: 'string' } } } },
});
const DLT = readFileSync(join(repository, 'specs/analytics.yaml'), 'utf8');

async function neverAFault(folder: string, argv: readonly string[], shown: string): Promise<void> {
  const before = performance.now();
  const { exitCode, stdout, stderr } = await tapwright(folder, argv);
  const what = `${argv.join(' ')} of ${shown.slice(0, 300)}: ${stderr.slice(0, 500)}`;
  expect(exitCode, what).toBeOneOf([0, 1, 2, 3, 4, 5]);
  expect(stderr, what).not.toMatch(/\n {4}at |[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  expect(stderr.length, what).toBeLessThan(100_000);
  expect(stdout.length, what).toBeLessThan(5_000_000);
  expect(performance.now() - before, what).toBeLessThan(5_000 * slowness());
}

test.each([
  ['OpenAPI', OPENAPI, 'crew.json'],
  ['Postman', POSTMAN, 'crew.json'],
  ['HAR', HAR, 'crew.har'],
  ['Airbyte', AIRBYTE, 'crew.json'],
])('a document of %s with something changed is imported or refused', { timeout: 900_000 }, async (_, text, name) => {
  const folder = sandbox();
  put(folder, { [name]: text });
  await neverAFault(folder, ['import', name, '--name', 'crew'], 'as it was');
  for (const changed of fc.sample(mutations(text), { numRuns: RUNS, seed: 44 })) {
    const place = sandbox();
    put(place, { [name]: changed });
    await neverAFault(place, ['import', name, '--name', 'crew'], changed);
  }
});

test('a spec with something changed is read or refused', { timeout: 900_000 }, async () => {
  for (const changed of fc.sample(mutations(DLT), { numRuns: RUNS, seed: 45 })) {
    const folder = sandbox();
    put(folder, { 'specs/analytics.yaml': changed });
    await neverAFault(folder, ['generate', '--print-model', 'specs/analytics.yaml'], changed);
  }
});

test.each<[string, string]>([
  ['lists inside each other', `name: ${'['.repeat(DEEP)}${']'.repeat(DEEP)}`],
  ['mappings inside each other', `name: ${'{a: '.repeat(DEEP)}1${'}'.repeat(DEEP)}`],
  ['blocks inside each other', `${Array.from({ length: 3_000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')} 1`],
  ['lists in blocks', `${'- '.repeat(DEEP)}1`],
  [
    'aliases without an end',
    `a: &a [${'x,'.repeat(10)}]\n${Array.from({ length: 30 }, (_, at) => `b${at}: &b${at} [${`*${at === 0 ? 'a' : `b${at - 1}`},`.repeat(10)}]`).join('\n')}`,
  ],
  ['an alias of itself', 'name: &a [*a]'],
  ['a merge of itself', 'name: &a\n  <<: *a\n'],
  ['a key of a megabyte', `${'k'.repeat(1_000_000)}: 1`],
  ['a value of a megabyte', `name: "${'k'.repeat(1_000_000)}"`],
  ['fifty thousand keys', Array.from({ length: 50_000 }, (_, at) => `k${at}: 1`).join('\n')],
  ['tags', 'name: !!js/function "function () {}"\nclient: !!binary "AAAA"'],
  ['bytes', '\u0000\u0001\u0002'],
  ['marks that turn text around', 'name: "\u202egnp"\n\u2066key: 1'],
  ['prototypes', '__proto__: {polluted: true}\nconstructor: 1\nclient: {__proto__: 1}'],
  ['a number without an end', `name: ${'9'.repeat(100_000)}`],
])('a text with %s is refused as a spec and as a document', { timeout: 120_000 }, async (_, text) => {
  const folder = sandbox();
  put(folder, { 'specs/crew.yaml': text, 'crew.yaml': text });
  for (const argv of [
    ['generate', 'specs/crew.yaml'],
    ['check', 'specs/crew.yaml'],
    ['infer', 'specs/crew.yaml', '--dry-run'],
    ['diff', 'specs/crew.yaml'],
    ['import', 'crew.yaml', '--name', 'other'],
    ['init', 'crew.yaml', '--name', 'other'],
  ])
    await neverAFault(folder, argv, text);
  expect(({} as { readonly polluted?: unknown }).polluted).toBe(undefined);
});
