import { expect, test } from 'vitest';
import { filesFrom } from '../../support/generate.js';
import { filesOf } from '../../support/packages.js';
import { runVitest, withPackages, writeFiles } from '../../support/vitest-run.js';

const at = { type: 'datetime', nullable: false };

/** What few people would write, though imported manifests do, and how the tests of the package meet it. */
const SPECS: readonly object[] = [
  {
    // what an answer of GraphQL means stands in a body that is packed
    name: 'packed',
    client: { base_url: 'https://packed.example' },
    resources: [
      {
        name: 'lines',
        endpoint: {
          graphql: {
            query: 'query ($after: String) { lines(after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }',
            connection: 'lines',
          },
          compression: 'gzip',
        },
        primary_key: 'id',
        fields: { id: 'string' },
      },
    ],
  },
  {
    // the only resource is a change feed: an answer without a body says no position
    name: 'feeding',
    client: { base_url: 'https://feeding.example' },
    resources: [
      {
        name: 'changes',
        endpoint: {
          path: '/changes',
          data_selector: 'items',
          paginator: { type: 'cursor', cursor_path: 'next' },
          change_feed: { position_path: 'token', start_param: 'token' },
        },
        primary_key: 'id',
        fields: { id: 'integer' },
      },
    ],
  },
  {
    // the base URL has a path, and the only resource does without it
    name: 'aside',
    client: { base_url: 'https://aside.example/v2', auth: { type: 'bearer' } },
    resources: [
      {
        name: 'things',
        endpoint: { path: 'https://aside.example/legacy/things', data_selector: 'items', paginator: 'single_page' },
        primary_key: 'id',
        fields: { id: 'integer' },
      },
    ],
  },
  {
    // nothing is in UTF-8, and there is less time than any wait takes
    name: 'hasty',
    client: {
      base_url: 'https://hasty.example',
      auth: { type: 'oauth2_client_credentials', access_token_url: 'https://hasty.example/token' },
      rate_limit: { requests: 2, per: 60 },
    },
    resources: ['things', 'things/{resources.things.id}/parts'].map((path, index) => ({
      name: ['things', 'parts'][index],
      endpoint: { path, data_selector: 'items', paginator: { type: 'offset', limit: 2 }, charset: 'latin1', deadline: 0.5 },
      primary_key: 'id',
      fields: { id: { type: 'integer', nullable: false }, name: 'string' },
    })),
  },
  {
    // warnings are errors: of what is left out, and of parents that are passed over; what they are read by may be null
    name: 'strictly',
    client: { base_url: 'https://strictly.example', strict: true },
    resources: [
      {
        name: 'things',
        endpoint: { path: '/things', data_selector: 'items', paginator: { type: 'offset', limit: 2 } },
        primary_key: 'id',
        schema_contract: { columns: 'discard_row' },
        fields: { id: 'integer', code: 'string' },
      },
      {
        name: 'parts',
        endpoint: { path: '/things/{resources.things.code}/parts', data_selector: 'items', paginator: 'single_page' },
        on_child_error: 'skip',
        fields: { id: 'integer' },
      },
    ],
  },
  {
    // a paginator that all share looks into bodies that are one record
    name: 'bodies',
    client: { base_url: 'https://bodies.example' },
    resources: [
      ['token', { type: 'cursor', cursor_path: 'next_page_token', cursor_param: 'page-token' }],
      ['deep', { type: 'cursor', cursor_path: 'paging.next', cursor_param: 'next', has_more_path: 'more', has_more_absent: 'end' }],
      ['link', { type: 'json_link', next_url_path: 'links.next.href' }],
      ['counted', { type: 'page_number', base_page: 1, total_path: 'pages' }],
    ].map(([name, paginator]) => ({
      name,
      endpoint: { path: `/${String(name)}`, data_selector: '$', single_object: 'record', paginator },
      primary_key: 'id',
      fields: { id: { type: 'integer', nullable: false }, name: 'string' },
    })),
  },
  {
    // no path at all, statuses that mean something, cursors that records need not have
    name: 'bare',
    client: { base_url: 'https://bare.example' },
    resources: [
      {
        name: 'things',
        endpoint: {
          path: '',
          data_selector: 'data',
          paginator: { type: 'cursor', cursor_path: 'last.code', cursor_param: 'since', stop_after_empty_page: true },
          response_actions: [{ status_code: 400, action: 'fail', message: 'No such thing.' }],
        },
        fields: { code: 'string', name: 'string' },
      },
    ],
  },
  {
    // a login whose credentials are in its query, and one that is signed itself
    name: 'logins',
    client: {
      base_url: 'https://logins.example',
      auth: [
        {
          type: 'session_token',
          login_url: 'https://logins.example/login',
          credentials: ['email', 'password', 'basic'],
          params: { email: '{email}', password: '{password}' },
          headers: { Authorization: 'Basic {basic}' },
        },
      ],
    },
    resources: [{ name: 'things', endpoint: { path: '/things', data_selector: 'data', paginator: 'single_page' } }],
  },
  {
    // a first resource in windows, signed with a token; names of fields that are no identifiers, in a record that several have
    name: 'windows',
    client: {
      base_url: 'https://windows.example',
      auth: { type: 'oauth2_client_credentials', access_token_url: 'https://windows.example/token' },
    },
    records: { image: { fields: { '480w_still': { type: 'object', fields: { 'sso-only': 'boolean' } }, plain: 'string' } } },
    resources: ['first', 'second'].map((name) => ({
      name,
      endpoint: {
        path: `/${name}`,
        data_selector: 'data',
        paginator: 'single_page',
        incremental: { cursor_path: 'at', initial_value: '2026-01-01T00:00:00Z', start_param: 'since', end_param: 'until', step: 'P100Y' },
      },
      fields: { at, image: { type: 'object', record: 'image' } },
    })),
  },
  {
    // nothing but parts that are read side by side: there is no other resource to show on what all requests go through
    name: 'prices',
    client: { base_url: 'https://prices.example', auth: { type: 'bearer' } },
    resources: [
      {
        name: 'prices',
        primary_key: 'id',
        for_each: { region: ['eu', 'us', 'asia'] },
        concurrency: 3,
        endpoint: { path: '/{for_each.region}/prices', data_selector: 'data', paginator: { type: 'cursor', cursor_path: 'next' } },
        fields: { id: { type: 'integer', nullable: false } },
      },
    ],
  },
  {
    name: 'days',
    client: {
      base_url: 'https://days.example',
      auth: { type: 'api_key', name: 'key', location: 'query' },
      rate_limit: { requests: 5, per: 'second' },
    },
    resources: [
      {
        name: 'days',
        primary_key: 'id',
        write_disposition: 'merge',
        concurrency: 3,
        endpoint: {
          path: '/days',
          data_selector: 'data',
          paginator: { type: 'offset', limit: 100 },
          incremental: { cursor_path: 'at', start_param: 'since', end_param: 'until', initial_value: '2026-01-01T00:00:00Z', step: 'P1D' },
        },
        fields: { id: { type: 'integer', nullable: false }, at: { type: 'datetime', nullable: false } },
      },
    ],
  },
  {
    // the first resource is at the root, and its URL is longer than errors show
    name: 'lengthy',
    client: { base_url: 'https://lengthy.example' },
    resources: [
      {
        name: 'things',
        endpoint: { path: '/', params: { fields: 'abcdefghi,'.repeat(150) }, data_selector: 'data', paginator: 'single_page' },
        primary_key: 'id',
        fields: { id: 'integer' },
      },
    ],
  },
  {
    // offsets that advance by far more than pages hold, keys of which few values are known, and a status that is ignored with some words alone
    name: 'sparse',
    client: { base_url: 'https://sparse.example' },
    resources: [
      {
        name: 'rates',
        endpoint: {
          path: '/rates',
          data_selector: 'data',
          paginator: { type: 'offset', limit: 50, advance: 'limit', total_path: 'total' },
          response_actions: [
            { status_code: 404, action: 'ignore' },
            { status_code: 400, content: 'nothing is planned', action: 'ignore' },
          ],
        },
        primary_key: 'currency_code',
        fields: { currency_code: { type: 'string', nullable: false }, rate: 'number' },
      },
    ],
  },
  {
    // a hook finds the records of a child that pages on until a page is empty
    name: 'found',
    client: { base_url: 'https://found.example' },
    resources: ['things', 'things/{resources.things.id}/parts'].map((path, index) => ({
      name: ['things', 'parts'][index],
      endpoint: { path, data_selector: ['$', 'records'][index], paginator: { type: 'offset', limit: 500, limit_param: null } },
      primary_key: 'id',
      fields: { id: { type: 'integer', nullable: false } },
    })),
  },
];

const HOOKS: Readonly<Record<string, string>> = {
  found: `import type { PartsHooks } from '../generated/found/src/hook-types.ts';
export const parts = { select: (body) => (body as { readonly records: readonly unknown[] }).records } satisfies PartsHooks;
`,
};

test('tests of packages pass, however odd what they are made of is', async () => {
  const results = await withPackages(async (folder) => {
    for (const spec of SPECS) {
      const { name } = spec as { readonly name: string };
      const files = filesOf(await filesFrom(`specs/${name}.yaml`, JSON.stringify(spec), HOOKS[name]));
      await writeFiles(
        folder,
        files.map((file) => ({ ...file, path: `${name}/${file.path}` })),
      );
    }
    return runVitest(folder);
  });
  const failed = results.flatMap(({ name, message, assertionResults }) =>
    assertionResults.length === 0
      ? [`${name}: ${message}`]
      : assertionResults
          .filter(({ status }) => status === 'failed')
          .map(({ title, failureMessages }) => `${name}: ${title}\n${failureMessages.join('\n')}`),
  );
  expect(failed).toEqual([]);
  expect(results.length).toBeGreaterThan(10);
}, 240_000);
