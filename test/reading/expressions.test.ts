import { describe, expect, test } from 'vitest';
import { serve } from '../support/loopback.js';
import { oneResource, read, things } from '../support/one-resource.js';
import { diagnosticsOf } from '../support/spec-diagnostics.js';

/** Expressions in what is sent: when the read began, defaults, one of two. */

const NOW = Date.parse('2026-03-31T23:30:00.500Z');
const CONFIG = {
  region: { type: 'string', optional: true, description: 'Where.' },
  archived: { type: 'boolean', default: false, description: 'All of them.' },
  plan: { type: 'string', default: 'free', description: 'Which.' },
};

describe('now', () => {
  test.each([
    ['{now}', '2026-03-31T23:30:00.500Z'],
    ['{now - P1D | %Y-%m-%d}', '2026-03-30'],
    ['{now + PT30M | %Y-%m-%d %H:%M:%S}', '2026-04-01 00:00:00'],
    ['{now - P1M | %d/%m/%Y}', '28/02/2026'],
    ['{now - P1MT1H | iso8601}', '2026-02-28T22:30:00.500Z'],
    ['{now + P1Y | %F}', '2027-03-31'],
    ['{now | epoch_s}', '1774999800'],
    ['since:{now - P1W | epoch_ms}..', 'since:17743'],
    ['{now | microsoft_date}', '/Date(1774999800500)/'],
  ])('%s', async (since, expected) => {
    const { origin, asked } = await serve(() => ({ body: { items: things(0, 1) } }));
    const open = await oneResource(origin, { path: '/things', params: { since }, paginator: 'single_page' });
    expect(await read(open({ wallClock: () => NOW }))).toMatchObject({ ids: [0], error: undefined });
    expect(asked[0]?.url.searchParams.get('since')?.startsWith(expected)).toBe(true);
  });

  test('is when the read began, also where it goes on later; the next read has its own', async () => {
    const { origin, asked } = await serve(({ url }) => ({
      body: { items: Number(url.searchParams.get('offset')) < 4 ? things(Number(url.searchParams.get('offset')), 2) : [] },
    }));
    const endpoint = { path: '/things', method: 'POST', json: { until: '{now | %F}' }, paginator: { type: 'offset', limit: 2 } };
    const open = await oneResource(origin, endpoint);
    let state: unknown;
    for await (const page of open({ wallClock: () => NOW }).pages()) {
      state = JSON.parse(JSON.stringify(page.state)) as unknown;
      break;
    }
    const later = open({ wallClock: () => NOW + 7 * 86_400_000 });
    expect(await read(later, { state })).toMatchObject({ ids: [2, 3] });
    await read(later);
    const days = asked.map(({ body }) => (JSON.parse(body) as { readonly until: string }).until);
    expect(days).toEqual(['2026-03-31', '2026-03-31', '2026-03-31', '2026-04-07', '2026-04-07', '2026-04-07']);
    for (const now of ['soon', 1e300, null])
      expect(await read(later, { state: { ...Object(state), now } })).toMatchObject({ ids: [2, 3], error: undefined });
  });

  test('is one for all parts of a read, several of them on their way at once', async () => {
    let time = NOW;
    const { origin, asked } = await serve(() => ({ body: { items: things(0, 1) } }));
    const endpoint = { path: '/of/{for_each.a}', params: { on: '{now | epoch_ms}' }, paginator: 'single_page' };
    const open = await oneResource(origin, endpoint, {}, { for_each: { a: ['b', 'c', 'd'] }, concurrency: 2, primary_key: undefined });
    await read(open({ wallClock: () => (time += 1000) }));
    expect(new Set(asked.map(({ url }) => url.search)).size).toBe(1);
  });
});

describe('an option that is a time', () => {
  const config = {
    from: { type: 'date', default: '2026-03-31', description: 'From when.' },
    until: { type: 'datetime', optional: true, description: 'To when.' },
  };
  const params = { from: '{config.from - P1M | %d.%m.%Y}', until: '{config.until + PT6H | epoch_s}' };

  test.each([
    [{}, '?from=28.02.2026'],
    [{ from: '2026-01-01', until: '2026-01-01T00:00:00+01:00' }, '?from=01.12.2025&until=1767243600'],
    [{ until: '2026-01-01' }, '?from=28.02.2026&until=1767247200'],
  ])('%j', async (options, search) => {
    const { origin, asked } = await serve(() => ({ body: { items: [] } }));
    const open = await oneResource(origin, { path: '/things', params, paginator: 'single_page' }, {}, {}, { config });
    await read(open(options));
    expect(asked[0]?.url.search).toBe(search);
  });

  test('is refused where it is none', async () => {
    const { origin, asked } = await serve(() => ({ body: { items: [] } }));
    const open = await oneResource(origin, { path: '/things', params, paginator: 'single_page' }, {}, {}, { config });
    expect(await read(open({ from: 'soon' }))).toMatchObject({ error: { code: 'invalid_option', option: 'from' } });
    expect(asked).toEqual([]);
  });
});

describe('options', () => {
  const endpoint = {
    path: '/things',
    params: { region: "{config.region ?? 'eu'}", state: "{config.archived ? 'all' : 'open'}" },
    headers: { 'X-Plan': "{config.plan == 'pro' ? config.plan : 'basic'}", 'X-Not': '{not config.archived ? 1 : 0}' },
    paginator: 'single_page',
  };

  test.each([
    [{}, '?region=eu&state=open', 'basic', '1'],
    [{ region: 'us', archived: true, plan: 'pro' }, '?region=us&state=all', 'pro', '0'],
    [{ region: '' }, '?region=&state=open', 'basic', '1'],
  ])('%j', async (options, search, plan, not) => {
    const { origin, asked } = await serve(() => ({ body: { items: [] } }));
    const open = await oneResource(origin, endpoint, {}, {}, { config: CONFIG });
    await read(open(options));
    expect([asked[0]?.url.search, asked[0]?.headers['x-plan'], asked[0]?.headers['x-not']]).toEqual([search, plan, not]);
  });
});

describe('refused, with its place', () => {
  const codes = async (endpoint: object): Promise<readonly string[]> => {
    const resources = [{ name: 'things', fields: { id: 'integer' }, endpoint: { data_selector: 'items', ...endpoint } }];
    const spec = { name: 'one', config: CONFIG, client: { base_url: 'https://api.example.com' }, resources };
    return (await diagnosticsOf(JSON.stringify(spec))).filter(({ severity }) => severity === 'error').map(({ code }) => code);
  };

  test.each([
    ['{now - P1X | %F}', 'spec/expression'],
    ['{now - P999Y | %F}', 'spec/expression'],
    ['{now | %b}', 'spec/expression'],
    ['{now | soon}', 'spec/expression'],
    ["{config.plan ?? 'x'}", 'spec/expression'],
    ["{config.regoin ?? 'x'}", 'spec/unknown-option'],
    ["{config.archived ? config.region : 'x'}", 'spec/expression'],
    ["{config.plan ? 'a' : 'b'}", 'spec/when'],
    ['{config.plan - P1D | %F}', 'spec/expression'],
    ['{config.plan|upper}', 'spec/expression'],
    ['{config.plna | %F}', 'spec/unknown-option'],
    ['{config.plan - 1 day}', 'spec/placeholder'],
    ['{config.region ?? eu}', 'spec/placeholder'],
    ["{config.archived ? 'a'}", 'spec/placeholder'],
    ['{now - 1 day}', 'spec/placeholder'],
  ])('%s', async (q, code) => expect(await codes({ params: { q } })).toContain(code));

  test.each([
    ['a path', { path: '/{now | %F}' }],
    ['a filter', { filter: { field: 'id', op: 'eq', value: "{config.region ?? 'x'}" } }],
    ['a bound', { incremental: { cursor_path: 'id', start_param: 'x', initial_value: '{now - P1D}' } }],
  ])('in %s', async (_, endpoint) => expect((await codes(endpoint)).length).toBeGreaterThan(0));
});
