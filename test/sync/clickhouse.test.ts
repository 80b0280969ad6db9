import { createClient } from '@clickhouse/client';
import { afterAll, describe, expect, test } from 'vitest';
import { lineOf } from '../../generated/github-issues/src/sync/clickhouse-values.ts';
import { openClickhouse, tables, type Table } from '../../generated/github-issues/src/sync/index.ts';
import { harnesses } from './support/harness.js';

const [issues] = tables as readonly [Table];
const WIDE = { first: 1, last: 9999 };

/** A table of one column of that kind. */
const tableOf = (kind: Table['kinds'][number]): Table => ({ ...issues, key: [], columns: ['value'], kinds: [kind] });

test('a line has every sign that would end a cell or a row as an escape, and bytes as they are', () => {
  const rows = [['a\tb\nc\rd\\N\0é💡'], [null], [new Uint8Array([0, 10, 255])], [true], [1e21]];
  expect(rows.map((_, index) => lineOf(tableOf('text'), rows, index, WIDE, [7]))).toEqual([
    'a\\tb\\nc\\rd\\\\N\\0é💡\t7',
    '\\N\t7',
    '\\x00\\x0a\\xff\t7',
    'true\t7',
    '1e+21\t7',
  ]);
});

test.each([
  ['date', '2024-02-31', WIDE, /no calendar has the day 2024-02-31/],
  ['instant', '1900-02-29T00:00:00Z', WIDE, /no calendar has the day 1900-02-29/],
  ['instant', '9999-12-31T23:59:59Z', { first: 1900, last: 2298 }, /the years 1900 to 2298 only/],
  ['timestamp', '0000-01-01T00:00:00', WIDE, /the years 1 to 9999 only/],
] as const)('%s %s is refused where the server would change it in silence', (kind, cell, years, message) => {
  expect(() => lineOf(tableOf(kind), [[cell]], 0, years, [])).toThrow(message);
});

test.each(['2000-02-29', '2024-02-29', '0001-01-01', '9999-12-31'])('%s is a day', (day) => {
  expect(lineOf(tableOf('date'), [[day]], 0, WIDE, [])).toBe(day);
});

test('a server that is not there is said, without its password', async () => {
  const opened = openClickhouse('clickhouse://me:hunter2@127.0.0.1:9/sales');
  await expect(opened).rejects.toMatchObject({ code: 'destination', message: expect.stringMatching(/^ClickHouse: (?!.*hunter2)/) });
});

const running = (await harnesses()).filter(({ name }) => name === 'ClickHouse');
afterAll(async () => void (await Promise.all(running.map((harness) => harness.stop()))));

describe.each(running)('$name', (harness) => {
  test('lets one run in at a time; what a killed one leaves holds until its time', async () => {
    const place = await harness.place();
    const first = await place.open();
    await first.begin(issues, 'merge', false);
    const second = await place.open();
    await expect(second.begin(issues, 'merge', false)).rejects.toMatchObject({
      code: 'locked',
      message: expect.stringMatching(/until \d{4}-.*Z/),
    });
    await first.close();
    expect(await second.begin(issues, 'merge', false)).toBe(true);
    await second.close();

    const { host, pathname } = new URL(place.to);
    const client = createClient({ url: `http://${host}` });
    const lock = `\`${pathname.slice(1)}\`.\`_sync_lock_github-issues_7\``;
    const leave = (until: number): Promise<unknown> =>
      client.command({ query: `CREATE TABLE ${lock} (none UInt8) ENGINE = MergeTree ORDER BY tuple() COMMENT '${until}'` });
    await leave(Date.now() + 600_000);
    const third = await place.open();
    await expect(third.begin(issues, 'merge', false)).rejects.toMatchObject({ code: 'locked' });
    await client.command({ query: `DROP TABLE ${lock}` });
    await leave(Date.now() - 1000);
    expect(await third.begin(issues, 'merge', false)).toBe(true);
    await third.close();
    const left = await client.query({
      query: `SELECT name FROM system.tables WHERE startsWith(name, '_sync_lock') AND database = '${pathname.slice(1)}'`,
      format: 'JSONEachRow',
    });
    expect(await left.json()).toEqual([]);
    await client.close();
  });

  test('removes rows without a key that a killed run wrote and did not count', async () => {
    const place = await harness.place();
    const plain: Table = { ...issues, name: 'plain', key: [], columns: ['id'], kinds: ['integer'], clickhouse: { types: ['Int64'] } };
    const saved = { version: 1, mode: 'append', complete: false, state: { page: 2 } } as const;
    const first = await place.open();
    await first.begin(plain, 'append', false);
    await first.write(plain, { records: [{}], rows: [[1]], saved });
    await first.close();
    const { host, pathname } = new URL(place.to);
    const client = createClient({ url: `http://${host}` });
    await client.command({ query: `INSERT INTO \`${pathname.slice(1)}\`.plain VALUES (2, 1000)` });
    await client.close();
    const second = await place.open();
    expect(await second.load(plain)).toEqual(saved);
    expect(await second.begin(plain, 'append', true)).toBe(true);
    expect(await place.rows('plain', ['id'])).toEqual([{ id: '1' }]);
    await second.write(plain, { records: [{}], rows: [[2]], saved });
    await second.close();
    expect(await place.rows('plain', ['id'])).toEqual([{ id: '1' }, { id: '2' }]);
  });
});
