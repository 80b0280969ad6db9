import { expect, test } from 'vitest';
import { serve } from '../support/loopback.js';
import { oneResource, read } from '../support/one-resource.js';
import { diagnosticsOf } from '../support/spec-diagnostics.js';

/** What JSON bodies are sent as: servers of JSON:API and others take their own type of JSON, and no other. */

const TYPE = 'application/vnd.api+json';
const POST = { method: 'POST', json: { data: { type: 'things' } } };

test.each<[who: string, endpoint: { readonly json?: object; readonly [key: string]: unknown }, client: object]>([
  ['the endpoint says', { ...POST, headers: { 'Content-Type': TYPE } }, {}],
  ['the client says', POST, { headers: { 'content-type': TYPE, Accept: TYPE } }],
  [
    'the client says, of a body that the paginator makes',
    { method: 'POST', paginator: { type: 'cursor', cursor_path: 'next', cursor_body_path: 'page' } },
    { headers: { 'Content-Type': TYPE } },
  ],
])('as %s', async (_, endpoint, client) => {
  const { origin, asked } = await serve(({ headers }) =>
    headers['content-type'] === TYPE ? { body: { items: [{ id: 1 }] } } : { status: 415 },
  );
  expect(await read((await oneResource(origin, endpoint, client))())).toEqual({ ids: [1], error: undefined });
  expect(asked.map(({ body }) => JSON.parse(body) as unknown)).toEqual([endpoint.json ?? {}]);
});

test.each([
  ['application/json; charset=utf-8', []],
  ['application/vnd.github.v3+json', []],
  ['text/csv', ['spec/param-conflict']],
  ['application/x-www-form-urlencoded', ['spec/param-conflict']],
  ['application/json-seq', ['spec/param-conflict']],
])('%s', async (type, codes) => {
  const things = {
    name: 'things',
    fields: { id: 'integer' },
    endpoint: { data_selector: 'items', paginator: 'single_page', ...POST, headers: { 'Content-Type': type } },
  };
  const spec = { name: 'one', client: { base_url: 'https://api.example.com' }, resources: [{ ...things, write_disposition: 'replace' }] };
  expect((await diagnosticsOf(JSON.stringify(spec))).map(({ code }) => code)).toEqual(codes);
});
