import { expect, test } from 'vitest';
import { filesFrom } from '../support/generate.js';
import { importPackage } from '../support/import-package.js';
import { serve } from '../support/loopback.js';
import type { Resource } from '../support/one-resource.js';

/** Two endpoints that are one stream. */

const FIELDS = { id: 'integer', at: { type: 'datetime', nullable: false } };
const incremental = { cursor_path: 'at', start_param: 'since', initial_value: '2020-01-01T00:00:00Z' };

test.each([
  ['a path of its own', { path: '/changes', incremental }, '/changes'],
  ['the path that is its name', { incremental }, '/changed'],
])('what all resources have does not stand in the way of an endpoint with %s', async (_, endpoint, path) => {
  const { origin, asked } = await serve(({ url }) => ({
    body: { items: url.pathname === '/all' ? [{ id: 1, at: '2026-01-01T00:00:00Z' }] : [{ id: 2, at: '2026-01-02T00:00:00Z' }] },
  }));
  const spec = {
    name: 'two',
    client: { base_url: origin },
    resource_defaults: { primary_key: 'id', write_disposition: 'append', endpoint: { data_selector: 'items', paginator: 'single_page' } },
    resources: [
      { name: 'stream', state_delegating: { full: 'all', incremental: 'changed' } },
      { name: 'all', selected: false, fields: FIELDS },
      { name: 'changed', selected: false, write_disposition: 'merge', fields: FIELDS, endpoint },
    ],
  };
  const { TwoClient: Client } = (await importPackage(await filesFrom('two.yaml', JSON.stringify(spec)))) as {
    TwoClient: new (options: object) => { readonly stream: Resource };
  };
  const { stream } = new Client({});
  const ids: unknown[] = [];
  let state: unknown;
  for (let run = 0; run < 2; run++) {
    for await (const page of stream.pages({ state })) {
      ids.push(...page.records.map(({ id }) => id));
      state = page.state;
    }
  }
  expect(ids).toEqual([1, 2]);
  expect(asked.map(({ url }) => url.pathname)).toEqual(['/all', path]);
});
