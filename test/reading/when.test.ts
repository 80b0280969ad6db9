import { describe, expect, test } from 'vitest';
import { serve } from '../support/loopback.js';
import { oneResource, read, things } from '../support/one-resource.js';
import { diagnosticsOf } from '../support/spec-diagnostics.js';

/** Parameters that are sent only under an option of the caller. */

const config = {
  all: { type: 'boolean', default: false },
  team: { type: 'string', optional: true },
  kind: { type: 'string', default: 'new' },
  level: { type: 'integer', default: 1 },
};
const params = {
  state: 'open',
  archived: { value: true, when: 'config.all' },
  active: { value: 'only', when: 'not config.all' },
  scope: { value: 'team {config.team}', when: 'config.team' },
  'filter[kind]': { value: '{config.kind}', when: "config.kind != 'new'" },
  deep: { value: [1, 2], when: 'config.level == 2' },
  plain: { value: 1, unit: 2 },
};

test.each<[options: object, query: string]>([
  [{}, 'state=open active=only plain[value]=1 plain[unit]=2'],
  [{ all: true }, 'state=open archived=true plain[value]=1 plain[unit]=2'],
  [{ team: 'a b' }, 'state=open active=only scope=team a b plain[value]=1 plain[unit]=2'],
  [{ kind: 'old', level: 2 }, 'state=open active=only filter[kind]=old deep=1 deep=2 plain[value]=1 plain[unit]=2'],
])('with %j', async (options, query) => {
  const { origin, asked } = await serve(() => ({ body: { items: things(0, 1) } }));
  const open = await oneResource(origin, { params, paginator: 'single_page' }, {}, {}, { config });
  expect((await read(open(options))).ids).toEqual([0]);
  expect([...(asked[0]?.url.searchParams ?? [])].map(([name, value]) => `${name}=${value}`).join(' ')).toBe(query);
});

describe('a condition', () => {
  test.each<[when: string, message: string]>([
    ['config.al', '"{config.al}" names no option of config'],
    ['{config.all}', '"{config.all}" is no condition'],
    ['not config.level == 2', '"not config.level == 2" is no condition'],
    ['config.level', '"level" is of type integer, and always there'],
    ['config.level == two', '"two" is no value of type integer'],
    ['config.all == yes', '"yes" is no value of type boolean'],
  ])('%s is refused', async (when, message) => {
    const resources = [{ name: 'things', endpoint: { paginator: 'single_page', data_selector: '$', params: { a: { value: 1, when } } } }];
    const spec = { name: 'one', config, client: { base_url: 'https://api.example.com' }, resources };
    expect((await diagnosticsOf(JSON.stringify(spec))).map((each) => each.message)).toContain(message);
  });
});
