import { describe, expect, test } from 'vitest';
import { serve, type Asked } from '../../support/loopback.js';
import { oneResource, read, type Resource } from '../../support/one-resource.js';
import { diagnosticsOf } from '../../support/spec-diagnostics.js';

/** How the bounds of incremental reads are written, and what is read by them: zones, forms, options, ranges. */

interface Row {
  readonly id: number;
  readonly at: string | number;
}

const LOCAL = '%Y-%m-%d %H:%M:%S';
const NOW = Date.parse('2026-12-01T00:00:00Z');

/** What an API has from `since` on, which it compares with what it shows. */
function since(rows: readonly Row[]): (asked: Asked) => { readonly body: unknown; readonly headers: Readonly<Record<string, string>> } {
  return ({ url }) => {
    const from = url.searchParams.get('since');
    return {
      headers: { date: new Date(NOW).toUTCString() },
      body: { items: rows.filter(({ at }) => from === null || (typeof at === 'number' ? at >= Number(from) : at >= from)) },
    };
  };
}

function incremental(at: object, said: object): object {
  return {
    endpoint: {
      path: '/things',
      data_selector: 'items',
      paginator: 'single_page',
      incremental: { cursor_path: 'at', start_param: 'since', ...said },
    },
    fields: { id: 'integer', at: { nullable: false, ...at } },
  };
}

async function lastState(resource: Resource, state?: unknown): Promise<{ readonly ids: readonly unknown[]; readonly state: unknown }> {
  const ids: unknown[] = [];
  let last: unknown = state;
  for await (const page of resource.pages({ state })) {
    ids.push(...page.records.map(({ id }) => id));
    last = page.state;
  }
  return { ids, state: JSON.parse(JSON.stringify(last)) as unknown };
}

describe('the zone of times without an offset', () => {
  const berlin = incremental(
    { type: 'datetime', format: LOCAL },
    { initial_value: '2026-07-01T00:00:00', format: LOCAL, timezone: '{config.tz}' },
  );
  const config = { config: { tz: { type: 'string', description: 'The zone.' } } };

  test('may be an option: bounds are written, and values read, by its clock', async () => {
    const rows = [{ id: 1, at: '2026-07-01 12:00:00' }];
    const { origin, asked } = await serve(since(rows));
    const open = await oneResource(origin, {}, {}, berlin, config);
    const client = open({ tz: 'Europe/Berlin', wallClock: () => NOW });
    const first = await lastState(client);
    rows.push({ id: 2, at: '2026-07-01 12:00:01' });
    expect([first.ids, (await lastState(client, first.state)).ids]).toEqual([[1], [2]]);
    expect(asked.map(({ url }) => url.searchParams.get('since'))).toEqual(['2026-07-01 00:00:00', '2026-07-01 11:59:59']);
  });

  test('that is none is an error before any request', async () => {
    const { origin, asked } = await serve(since([]));
    const open = await oneResource(origin, {}, {}, berlin, config);
    expect(await read(open({ tz: 'Mars/Olympus', wallClock: () => NOW }))).toMatchObject({
      ids: [],
      error: { name: 'OneOptionError', code: 'invalid_option' },
    });
    expect(asked).toEqual([]);
  });

  test.each([
    [{ type: 'datetime', format: LOCAL }, '2026-06-30T22:00:00Z'],
    [{ type: 'datetime', format: 'epoch_s' }, '2026-07-01'],
    [{ type: 'datetime' }, '2026-07-01T00:00:00'],
  ])('may be an option only where a start of the spec needs no zone: %j from %s', async (at, initial_value) => {
    const spec = {
      name: 'one',
      client: { base_url: 'https://api.example.com' },
      ...config,
      resources: [{ name: 'things', primary_key: 'id', ...incremental(at, { initial_value, timezone: '{config.tz}' }) }],
    };
    expect(await diagnosticsOf(JSON.stringify(spec))).toEqual([
      expect.objectContaining({ code: 'spec/timezone', message: expect.stringContaining(initial_value) as string }),
    ]);
  });

  test('has an hour that comes twice: what is in it comes, and once', async () => {
    const rows = [
      { id: 1, at: '2026-10-25 02:10:00' },
      { id: 2, at: '2026-10-25 02:40:00' },
    ];
    const { origin } = await serve(since(rows));
    const open = await oneResource(
      origin,
      {},
      {},
      incremental({ type: 'datetime', format: LOCAL }, { initial_value: '2026-10-01T00:00:00Z', format: LOCAL, timezone: 'Europe/Berlin' }),
    );
    const client = open({ wallClock: () => NOW });
    const first = await lastState(client);
    rows.push({ id: 3, at: '2026-10-25 02:15:00' }); // of the second of the two hours
    const second = await lastState(client, first.state);
    rows.push({ id: 4, at: '2026-10-25 03:00:00' });
    expect([first.ids, second.ids, (await lastState(client, second.state)).ids]).toEqual([[1, 2], [3], [4]]);
  });

  test.each([
    ['a cursor with offsets', { type: 'datetime' }, LOCAL, '2026-06-30 12:00:00', '2026-08-01 14:00:00'],
    ['seconds', { type: 'datetime', format: 'epoch_s' }, '%Y-%m-%dT%H:%M:%S', '2026-06-30T12:00:00', '2026-08-01T14:00:00'],
    ['milliseconds, asked for by the day', { type: 'datetime', format: 'epoch_ms' }, '%Y-%m-%d', '2026-06-30', '2026-08-01'],
  ])('is unknown: bounds go 12 hours back and 14 forward for %s, and what lies outside is dropped', async (_, at, format, start, end) => {
    const times = ['2026-06-30T23:59:59Z', '2026-07-01T00:00:00Z', '2026-07-31T23:59:59Z', '2026-08-01T00:00:00Z'];
    const written = (text: string): string | number =>
      !('format' in at) ? text : at.format === 'epoch_s' ? Date.parse(text) / 1000 : Date.parse(text);
    const { origin, asked } = await serve(() => ({ body: { items: times.map((each, id) => ({ id, at: written(each) })) } }));
    const bounds = { initial_value: '2026-07-01T00:00:00Z', end_param: 'until', end_value: '2026-08-01T00:00:00Z', format };
    const open = await oneResource(origin, {}, {}, incremental(at, bounds));
    expect(await read(open({ wallClock: () => NOW }))).toEqual({ ids: [1, 2], error: undefined });
    expect(asked.map(({ url }) => [url.searchParams.get('since'), url.searchParams.get('until')])).toEqual([[start, end]]);
  });
});

describe('a start', () => {
  test.each([
    ['a date for a time', { type: 'datetime' }, {}, '2024-01-25', '2024-01-25T00:00:00Z'],
    ['a time without an offset', { type: 'datetime' }, {}, '2017-08-01T00:00:00', '2017-08-01T00:00:00Z'],
    ['a date for seconds', { type: 'datetime', format: 'epoch_s' }, {}, '2024-01-25', '1706140800'],
    ['a time for milliseconds', { type: 'datetime', format: 'epoch_ms' }, {}, '2024-01-25T00:00:00.5Z', '1706140800500'],
    ['a time for a pattern', { type: 'datetime', format: '%d/%m/%Y %H:%M' }, {}, '2024-01-25T10:20:30Z', '25/01/2024 10:20'],
    ['a time for a date', { type: 'date' }, {}, '2024-01-25T10:20:30Z', '2024-01-25'],
    ['a time, asked for in seconds', { type: 'datetime' }, { format: 'epoch_s' }, '2024-01-25', '1706140800'],
  ])('of the spec may be %s', async (_, at, said, initial_value, sent) => {
    const { origin, asked } = await serve(() => ({ body: { items: [] } }));
    const open = await oneResource(origin, {}, {}, incremental(at, { initial_value, ...said }));
    expect(await read(open())).toEqual({ ids: [], error: undefined });
    expect(asked.map(({ url }) => url.searchParams.get('since'))).toEqual([sent]);
  });

  test.each([
    [{ type: 'datetime' }, 'yesterday'],
    [{ type: 'date' }, '2024-13-01'],
    [{ type: 'date' }, '2024-02-30'],
    [{ type: 'datetime' }, '2024-06-31T00:00:00Z'],
    [{ type: 'datetime', format: 'epoch_s' }, 'soon'],
    [{ type: 'integer' }, 'first'],
  ])('of the spec is refused where it is none: %j %s', async (at, initial_value) => {
    const spec = {
      name: 'one',
      client: { base_url: 'https://api.example.com' },
      resources: [{ name: 'things', primary_key: 'id', ...incremental(at, { initial_value }) }],
    };
    expect(await diagnosticsOf(JSON.stringify(spec))).toEqual([
      expect.objectContaining({ severity: 'error', message: expect.stringContaining(initial_value) as string }),
    ]);
  });

  test.each([
    ['a time', { type: 'datetime' }, '2024-01-25', '2024-01-25T00:00:00.000Z'],
    ['seconds', { type: 'datetime', format: 'epoch_s' }, '2024-01-25T00:00:00Z', '1706140800'],
    ['milliseconds', { type: 'datetime', format: 'epoch_ms' }, '2024-01-25T02:00:00+02:00', '1706140800000'],
    ['a pattern', { type: 'datetime', format: '%d.%m.%Y' }, '2024-01-25', '25.01.2024'],
  ])('of an option is written in the form of the cursor: %s', async (_, at, start, sent) => {
    const { origin, asked } = await serve(() => ({ body: { items: [] } }));
    const config = { config: { start: { type: 'datetime', description: 'From when on.' } } };
    const open = await oneResource(origin, {}, {}, incremental(at, { initial_value: '{config.start}' }), config);
    expect(await read(open({ start }))).toEqual({ ids: [], error: undefined });
    expect(asked.map(({ url }) => url.searchParams.get('since'))).toEqual([sent]);
    for (const wrong of ['soon', '2024-02-30T99:00', '']) {
      expect(await read(open({ start: wrong }))).toMatchObject({ error: { name: 'OneOptionError', resource: 'things', option: 'start' } });
    }
    expect(asked).toHaveLength(1);
  });

  test.each([
    ['times', { type: 'datetime' }, '2024-03-01', '2024-02-01'],
    ['seconds', { type: 'datetime', format: 'epoch_s' }, '2024-03-01', '2024-02-01'],
    ['numbers', { type: 'integer' }, 9, 3],
  ])('after the end is an error before any request: %s', async (_, at, initial_value, end_value) => {
    const { origin, asked } = await serve(() => ({ body: { items: [] } }));
    const range = { initial_value: '{config.start}', end_param: 'until', end_value: '{config.end}' };
    const type = typeof initial_value === 'number' ? 'integer' : 'date';
    const config = { config: { start: { type, description: 'From.' }, end: { type, description: 'To.' } } };
    const open = await oneResource(origin, {}, {}, incremental(at, range), config);
    expect(await read(open({ start: initial_value, end: end_value }))).toMatchObject({ ids: [], error: { code: 'range' } });
    expect(asked).toEqual([]);
  });
});

describe('a read that ends at a maximum', () => {
  const rows = [5, 1, 4, 2, 3, 6].map((day) => ({ id: day, at: `2026-01-0${day}T00:00:00Z` }));
  const counts = {
    offset: { type: 'offset', limit: 2, total_path: 'total', maximum_offset: 4, on_maximum: 'stop' },
    'page_number with has_more': { type: 'page_number', has_more_path: 'more', maximum_page: 2, on_maximum: 'stop' },
    'page_number with a total of records': {
      type: 'page_number',
      total_path: 'total',
      total: 'records',
      maximum_page: 2,
      on_maximum: 'stop',
    },
  };
  const resource = (paginator: object, said: object, write_disposition: string): object => ({
    write_disposition,
    endpoint: {
      path: '/things',
      data_selector: 'items',
      paginator,
      incremental: { cursor_path: 'at', start_param: 'since', initial_value: '2026-01-01T00:00:00Z', ...said },
    },
    fields: { id: 'integer', at: { type: 'datetime', nullable: false } },
  });

  test.each(Object.entries(counts))('moves the watermark only where rows are sorted: %s', async (_, paginator) => {
    for (const row_order of [undefined, 'asc']) {
      const sorted = row_order === undefined ? rows : rows.toSorted((one, other) => one.id - other.id);
      const { origin, asked } = await serve(({ url }) => {
        const since = url.searchParams.get('since') ?? '';
        const found = sorted.filter(({ at }) => at >= since);
        const from = Number(url.searchParams.get('offset') ?? Number(url.searchParams.get('page')) * 2);
        return { body: { items: found.slice(from, from + 2), total: found.length, more: from + 2 < found.length } };
      });
      const open = await oneResource(origin, {}, {}, resource(paginator, row_order === undefined ? {} : { row_order }, 'merge'));
      const client = open({ wallClock: () => NOW });
      const { ids, state } = await lastState(client);
      expect(ids).toEqual(sorted.slice(0, 4).map(({ id }) => id));
      await lastState(client, state);
      const next = asked.at(-1)?.url.searchParams.get('since');
      expect(next).toBe(row_order === undefined ? '2026-01-01T00:00:00Z' : '2026-01-03T23:59:59Z');
    }
  });

  test.each(Object.entries(counts))('is refused where rows are appended, unless they are sorted: %s', async (_, paginator) => {
    const codes = async (said: object): Promise<readonly string[]> => {
      const spec = {
        name: 'one',
        client: { base_url: 'https://api.example.com' },
        resources: [{ name: 'things', ...resource(paginator, said, 'append') }],
      };
      return (await diagnosticsOf(JSON.stringify(spec))).flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));
    };
    expect([await codes({}), await codes({ row_order: 'desc' }), await codes({ row_order: 'asc' })]).toEqual([
      ['spec/maximum-append'],
      ['spec/maximum-append'],
      [],
    ]);
  });
});

describe('format: [a, b]', () => {
  const FRACTION = '%Y-%m-%dT%H:%M:%S.%f';
  const WHOLE = '%Y-%m-%dT%H:%M:%S';
  const NET = 'microsoft_date';

  test.each([
    [
      'the first is written, any is read',
      [WHOLE, FRACTION],
      '2026-07-01',
      { type: 'datetime' },
      '2026-07-01T00:00:00',
      '2026-07-01T11:59:59',
    ],
    [
      'the other way round',
      [FRACTION, WHOLE],
      '2026-07-01T00:00:00.5',
      'datetime',
      '2026-07-01T00:00:00.500000',
      '2026-07-01T12:00:00.249000',
    ],
    ['written as a number', ['epoch_ms', WHOLE, FRACTION], '2026-07-01', 'datetime', '1782864000000', '1782907200249'],
    [
      'said at the field, too',
      [WHOLE],
      '2026-07-01',
      { type: 'datetime', format: [FRACTION, WHOLE] },
      '2026-07-01T00:00:00',
      '2026-07-01T11:59:59',
    ],
    ['milliseconds as .NET had them', [NET, WHOLE, FRACTION], '2026-07-01', 'datetime', '/Date(1782864000000)/', '/Date(1782907200249)/'],
  ])('%s', async (_, format, initial_value, at, first, second) => {
    const rows = [
      { id: 1, at: '2026-07-01T12:00:00' },
      { id: 2, at: '2026-07-01T12:00:00.25' },
      { id: 3, at: '2026-07-01T11:00:00.125' },
    ];
    const { origin, asked } = await serve(() => ({ headers: { date: new Date(NOW).toUTCString() }, body: { items: rows } }));
    const field = typeof at === 'string' ? { type: at } : at;
    const open = await oneResource(origin, {}, {}, incremental(field, { initial_value, format }));
    const client = open({ wallClock: () => NOW });
    const one = await lastState(client);
    rows.push({ id: 4, at: '2026-07-01T12:00:01' }, { id: 5, at: '2026-07-01T12:00:00.5' });
    expect([one.ids, (await lastState(client, one.state)).ids]).toEqual([
      [1, 2, 3],
      [4, 5],
    ]);
    expect(asked.map(({ url }) => url.searchParams.get('since'))).toEqual([first, second]);
  });

  test.each([
    ['that the field has not', [WHOLE, FRACTION], { type: 'datetime', format: WHOLE }],
    ['that is none', ['soon', WHOLE], { type: 'datetime' }],
    ['that is only read', ['%d/%b/%Y', WHOLE], { type: 'datetime' }],
  ])('one %s is refused', async (_, format, at) => {
    const spec = {
      name: 'one',
      client: { base_url: 'https://api.example.com' },
      resources: [{ name: 'things', ...incremental(at, { format }) }],
    };
    expect((await diagnosticsOf(JSON.stringify(spec))).map(({ code }) => code)).toContain('spec/time-format');
  });
});
