import { describe, expect, test } from 'vitest';
import { build, complaints, place, run, sourceOf } from '../support/records.js';
import { serve } from '../support/loopback.js';
import { oneResource } from '../support/one-resource.js';

/** `empty_as_null`: an empty text that means that there is nothing. */

const SPEC = `
resources:
  guests:
    keys: [id]
    fields:
      id: integer
      born: { type: date, empty_as_null: true }
      seen: { type: datetime, format: "%Y-%m-%d %H:%M:%S", empty_as_null: true, optional: true }
      name: string
      age: { type: integer, empty_as_null: true }
      debt: { type: decimal, empty_as_null: true }
      home: { type: object, empty_as_null: true, fields: { city: string } }
      roles: { type: array, empty_as_null: true, items: string }
      days: { type: array, items: { type: date, empty_as_null: true } }
      sums: { type: map, values: { type: bigint, empty_as_null: true } }
      any: { type: array, items: { type: json, empty_as_null: true } }
      constructor: { enum: [a, b], empty_as_null: true }
`;

describe('an empty text', () => {
  const whole = { id: 1, born: '2001-02-03', name: '', age: 5, debt: '1.50', home: { city: '' }, roles: [''], days: [], sums: {}, any: [] };

  test('is null where the field says so, and what it is elsewhere', async () => {
    expect(complaints(build(SPEC))).toEqual([]);
    const decode = await (await run(SPEC)).decoder('guest', 'decodeGuest');
    expect(decode({ ...whole, constructor: 'a' }, place())).toEqual({ ...whole, constructor: 'a' });
    const empty = { id: 1, born: '', seen: '', name: '', age: '', debt: '', home: '', roles: '', days: ['', '2001-02-03'], sums: { a: '', b: '7' }, any: ['', 1], constructor: '' }; // prettier-ignore
    expect(decode(empty, place())).toEqual({
      ...{ id: 1, born: null, seen: null, name: '', age: null, debt: null, home: null, roles: null, constructor: null },
      ...{ days: [null, '2001-02-03'], sums: { a: null, b: 7n }, any: [null, 1] },
    });
    expect('seen' in (decode({ ...whole, constructor: 'b' }, place()) as object)).toBe(false);
  });

  test('is not, where it holds more than nothing', async () => {
    const decode = await (await run(SPEC)).decoder('guest', 'decodeGuest');
    for (const born of [' ', '0', '-'])
      expect(() => decode({ ...whole, born }, place())).toThrow('at born: expected an ISO 8601 date or null');
  });

  test('is read so as one would write it', async () => {
    const source = await sourceOf('resources: { a: { fields: { at: { type: date, empty_as_null: true } } } }', 'src/records/a.ts');
    expect(source).toContain(
      "  if (a.at === '') a.at = null;\n  a.at ??= null;\n  if (a.at !== null && (typeof a.at !== 'string' || !DATE.test(a.at))) {",
    );
    expect(source).toContain('readonly at: string | null;');
  });

  test('comes as null out of an API', async () => {
    const { origin } = await serve(() => ({ body: { items: [{ id: 1, at: '' }, { id: 2, at: '2026-01-02' }, { id: 3 }] } }));
    const fields = { id: 'integer', at: { type: 'date', empty_as_null: true } };
    const open = await oneResource(origin, { paginator: 'single_page' }, {}, { fields });
    const records: unknown[] = [];
    for await (const page of open().pages()) records.push(...(page as unknown as { records: readonly unknown[] }).records);
    expect(records).toEqual([{ id: 1, at: null }, { id: 2, at: '2026-01-02' }, { id: 3, at: null }]); // prettier-ignore
  });
});

test.each([
  ['a field that is never null', '{ fields: { at: { type: date, empty_as_null: true, nullable: false } } }', 'spec/conflict'],
  ['a key', '{ keys: [at], fields: { at: { type: date, empty_as_null: true } } }', 'spec/key-nullable'],
])('is refused for %s', (_, resource, code) => {
  expect(complaints(build(`resources: { a: ${resource} }`))).toEqual([expect.stringContaining(code)]);
});
