import { expect, test } from 'vitest';
import { put, sandbox } from '../support/sandbox.js';
import { serve, tapwright } from './support.js';

test('what differs is said in other words than what was declared', async () => {
  const base = await serve((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end('[{"big":9007199254740993,"huge":1e300,"small":-3,"exact":1.234,"on":"1"}]');
  });
  const folder = sandbox();
  const fields = {
    big: 'integer',
    huge: 'integer',
    small: { type: 'integer', minimum: 0 },
    exact: { type: 'decimal', precision: 3, scale: 2 },
    on: 'boolean',
  };
  put(folder, {
    'specs/crew.json': JSON.stringify({
      name: 'crew',
      client: { base_url: base },
      resources: [{ name: 'users', endpoint: { path: '/users', data_selector: '$', paginator: 'single_page' }, fields }],
    }),
  });
  const result = await tapwright(folder, ['check', 'specs/crew.json', '--live', '--format', 'json']);
  const [resource] = (JSON.parse(result.stdout) as { readonly resources: readonly { readonly drift: readonly Record<string, string>[] }[] })
    .resources;
  expect(resource?.drift.map(({ path, declared, seen }) => [path, declared, seen])).toEqual([
    ['big', 'integer', 'integer beyond 2^53 (bigint) in 1 of 1'],
    ['huge', 'integer', 'integer beyond 2^53 (bigint) in 1 of 1'],
    ['small', 'integer of at least 0', 'integer out of that range in 1 of 1'],
    ['exact', 'decimal', 'number of other digits in 1 of 1'],
    ['on', 'boolean', 'string in 1 of 1'],
  ]);
});

test('of objects told apart by their fields, each is compared as the one that it is', async () => {
  const base = await serve((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end('[{"it":{"a":7}},{"it":{"b":"x","a2":1}},{"it":{"c":1}},{"it":"text"}]');
  });
  const folder = sandbox();
  const variants = ['a', 'b'].map((name) => ({ fields: { [name]: { type: 'string', nullable: false } } }));
  const things = { name: 'things', endpoint: { path: '/', data_selector: '$', paginator: 'single_page' } };
  const it = { type: 'union', nullable: false, variants: ['string', ...variants] };
  put(folder, {
    'specs/crew.json': JSON.stringify({ name: 'crew', client: { base_url: base }, resources: [{ ...things, fields: { it } }] }),
  });
  const result = await tapwright(folder, ['check', 'specs/crew.json', '--live', '--format', 'json']);
  const [resource] = (JSON.parse(result.stdout) as { readonly resources: readonly { readonly drift: readonly Record<string, string>[] }[] })
    .resources;
  expect(resource?.drift.map(({ path, declared, seen }) => [path, declared, seen])).toEqual([
    ['it', 'string or object with a or b', 'object in 1 of 4'],
    ['it.a', 'string', 'integer in 1 of 1'],
    ['it.a2', 'not declared', 'integer in 1 of 1'],
  ]);
});
