import { describe, expect, test } from 'vitest';
import { load } from '../../generator/spec/load.js';
import { generateLater } from '../support/generate.js';

/** Keys that stand one level too high or too low: what is said of each is done, and a valid spec comes of it. */

type Tree = { [key: string]: unknown };

const FIELDS = { id: { type: 'string', nullable: false }, at: { type: 'datetime', nullable: false } };

/** A spec with a bit of everything; each call makes a new one. */
function whole(): Tree {
  return structuredClone({
    name: 'acme',
    version: '1.0.0',
    config: { site: { type: 'string', default: 'a' } },
    client: {
      base_url: 'https://api.example.com',
      headers: { 'X-A': 'b' },
      auth: { type: 'oauth2_client_credentials', access_token_url: 'https://id.example.com/token', scopes: 'read' },
      retry: { max_retries: 2 },
      rate_limit: { requests: 10, per: 1 },
    },
    resources: [
      {
        name: 'events',
        primary_key: 'id',
        write_disposition: 'merge',
        endpoint: {
          path: '/events',
          method: 'GET',
          data_selector: 'items',
          params: { full: true },
          paginator: { type: 'page_number', page_param: 'p', limit: 50, maximum_page: 9 },
          incremental: { cursor_path: 'at', start_param: 'since', initial_value: '2026-01-01T00:00:00Z', range_start: 'open' },
        },
        fields: FIELDS,
      },
      {
        name: 'exports',
        primary_key: 'id',
        write_disposition: 'merge',
        endpoint: {
          job: {
            create: { path: '/jobs', json: { kind: 'all' } },
            poll: { path: '/jobs/{job.id}', status_path: 'status', done: 'done', failed: 'failed', interval: 5 },
            download: { urls_path: 'files[*].url', format: 'jsonl' },
          },
        },
        fields: FIELDS,
      },
    ],
  });
}

/** The unknown keys that a spec has, with what is said of each, and other errors. */
async function unknownIn(spec: Tree): Promise<{ readonly hints: readonly string[]; readonly others: readonly string[] }> {
  const loaded = load('spec.yaml', Buffer.from(JSON.stringify(spec)));
  const { diagnostics } = loaded.ok ? await generateLater(loaded.source) : loaded;
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const isUnknown = ({ code }: { readonly code: string }): boolean => code === 'spec/unknown-key';
  return {
    hints: errors.filter(isUnknown).map(({ hint }) => hint ?? ''),
    others: errors.filter((each) => !isUnknown(each)).map(({ message }) => message),
  };
}

/** The mapping at a path, made where it is not there; `paginator: offset` written out. */
function mappingAt(tree: Tree, path: readonly (string | number)[]): Tree {
  return path.reduce<Tree>((at, step) => {
    at[step] ??= {};
    return at[step] as Tree;
  }, tree);
}

/** What names a mapping in messages. */
const WHERE: Readonly<Record<string, readonly (string | number)[]>> = {
  'a spec': [],
  client: ['client'],
  'a resource': ['resources', 0],
  endpoint: ['resources', 0, 'endpoint'],
};

/** Does what a hint says with the key that stands at a path. */
function followed(spec: Tree, from: readonly (string | number)[], key: string, hint: string): Tree {
  const [, place = ''] = /^It belongs to (.+)\.$/.exec(hint) ?? [];
  const [, above, below, within] =
    /^(?:(a spec|a resource|[\w ]+), beside \w+|([\w.]+)(?: of type [\w, ]+)?(?:, in (.+))?)$/.exec(place) ?? [];
  const isIn = (path: readonly (string | number)[]): boolean => path.every((step, index) => from[index] === step);
  const start = within === undefined ? from : around(within);
  const to = above === undefined ? [...start, ...(below ?? '').split('.')] : around(above);
  const holder = mappingAt(spec, from);
  const value = holder[key];
  delete holder[key];
  mappingAt(spec, to)[key] = value;
  return spec;

  function around(name: string): readonly (string | number)[] {
    const own = WHERE[name];
    if (own === undefined) return from.slice(0, from.lastIndexOf(name) + 1);
    const first = from[1];
    return own[1] === 0 && typeof first === 'number' && !isIn(own) ? [own[0] ?? '', first, ...own.slice(2)] : own;
  }
}

const EVENTS = ['resources', 0];
const EXPORTS = ['resources', 1];

/** A key, where it belongs, and where it stands. */
const MOVED: readonly (readonly [key: string, from: readonly (string | number)[], to: readonly (string | number)[], hint: string])[] = [
  ['page_param', [...EVENTS, 'endpoint', 'paginator'], [...EVENTS, 'endpoint'], 'It belongs to paginator.'],
  ['page_param', [...EVENTS, 'endpoint', 'paginator'], EVENTS, 'It belongs to endpoint.paginator.'],
  ['limit', [...EVENTS, 'endpoint', 'paginator'], [...EVENTS, 'endpoint'], 'It belongs to paginator.'],
  ['maximum_page', [...EVENTS, 'endpoint', 'paginator'], [...EVENTS, 'endpoint', 'incremental'], ''],
  ['data_selector', [...EVENTS, 'endpoint'], EVENTS, 'It belongs to endpoint.'],
  ['path', [...EVENTS, 'endpoint'], EVENTS, 'It belongs to endpoint.'],
  ['method', [...EVENTS, 'endpoint'], EVENTS, 'It belongs to endpoint.'],
  ['incremental', [...EVENTS, 'endpoint'], EVENTS, 'It belongs to endpoint.'],
  ['data_selector', [...EVENTS, 'endpoint'], [...EVENTS, 'endpoint', 'paginator'], 'It belongs to endpoint, beside paginator.'],
  ['params', [...EVENTS, 'endpoint'], [...EVENTS, 'endpoint', 'incremental'], 'It belongs to endpoint, beside incremental.'],
  ['primary_key', EVENTS, [...EVENTS, 'endpoint'], 'It belongs to a resource, beside endpoint.'],
  ['write_disposition', EVENTS, [...EVENTS, 'endpoint'], 'It belongs to a resource, beside endpoint.'],
  ['fields', EVENTS, [...EVENTS, 'endpoint'], 'It belongs to a resource, beside endpoint.'],
  ['start_param', [...EVENTS, 'endpoint', 'incremental'], [...EVENTS, 'endpoint'], 'It belongs to incremental.'],
  ['range_start', [...EVENTS, 'endpoint', 'incremental'], EVENTS, 'It belongs to endpoint.incremental.'],
  [
    'initial_value',
    [...EVENTS, 'endpoint', 'incremental'],
    [...EVENTS, 'endpoint', 'paginator'],
    'It belongs to incremental, in endpoint.',
  ],
  ['access_token_url', ['client', 'auth'], ['client'], 'It belongs to auth.'],
  ['scopes', ['client', 'auth'], ['client'], 'It belongs to auth.'],
  ['base_url', ['client'], [], 'It belongs to client.'],
  ['auth', ['client'], [], ''],
  ['max_retries', ['client', 'retry'], ['client'], 'It belongs to retry.'],
  ['config', [], ['client'], 'It belongs to a spec, beside client.'],
  ['version', [], ['client'], 'It belongs to a spec, beside client.'],
  ['status_path', [...EXPORTS, 'endpoint', 'job', 'poll'], [...EXPORTS, 'endpoint', 'job'], 'It belongs to poll.'],
  ['urls_path', [...EXPORTS, 'endpoint', 'job', 'download'], [...EXPORTS, 'endpoint', 'job'], 'It belongs to download.'],
  ['interval', [...EXPORTS, 'endpoint', 'job', 'poll'], [...EXPORTS, 'endpoint'], 'It belongs to job.poll.'],
  ['download', [...EXPORTS, 'endpoint', 'job'], [...EXPORTS, 'endpoint'], 'It belongs to job.'],
  ['poll', [...EXPORTS, 'endpoint', 'job'], [...EXPORTS, 'endpoint', 'job', 'create'], ''],
];

test('the spec is valid', async () => {
  expect(await unknownIn(whole())).toEqual({ hints: [], others: [] });
});

describe('a key that is known elsewhere', () => {
  test.each(MOVED)('%s of %j at %j', async (key, from, to, said) => {
    const spec = whole();
    const holder = mappingAt(spec, from);
    mappingAt(spec, to)[key] = holder[key];
    delete holder[key];
    const { hints } = await unknownIn(spec);
    expect(hints).toHaveLength(1);
    if (said !== '') expect(hints).toEqual([said]);
    expect(await unknownIn(followed(spec, to, key, hints[0] ?? ''))).toEqual({ hints: [], others: [] });
  });
});

test.each([
  ['enum', { config: { region: { type: 'string', enum: ['eu'] } } }],
  ['type', { resources: [{ name: 'a', type: 'x' }] }],
  ['primery', { primery: 1 }],
])('%s, which is known of fields alone, or nowhere, is sent nowhere', async (_, more) => {
  expect((await unknownIn({ ...whole(), ...more })).hints).toEqual([expect.stringMatching(/^Known: /)]);
});

test.each([
  ['endpoint', { page_param: 'p' }, 'It belongs to paginator of type page_number.'],
  ['endpoint', { cursor_path: 'next' }, 'It belongs to paginator of type cursor or incremental.'],
  ['endpoint', { paginator: 'page_number', page_param: 'p' }, 'It belongs to paginator.'],
  [
    'endpoint',
    { paginator: { type: 'offset', limit: 5, cursor_param: 'c' } },
    'It belongs to paginator of type cursor or header_cursor, in endpoint.',
  ],
  ['endpoint', { paginater: { type: 'offset', limit: 5 } }, undefined],
])('in an %s of %j', async (_, endpoint, hint) => {
  const spec = { ...whole(), resources: [{ name: 'a', endpoint }] };
  const { hints } = await unknownIn(spec);
  if (hint !== undefined) expect(hints).toEqual([hint]);
  else expect(hints).toEqual(['Did you mean "paginator"?']);
});
