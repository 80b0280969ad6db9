import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { castValue } from '../../generator/types/cast.js';
import type { CastType } from '../../generator/types/model.js';
import type { JsonValue } from '../../generator/shape.js';
import { build, complaints, place, run } from '../support/records.js';
import { diagnosticsOf } from '../support/spec-diagnostics.js';

/** `cast` and `null_texts`: values of other types that say the same, and texts that mean that there is nothing. */

const SPEC = `
resources:
  guests:
    keys: [id]
    fields:
      id: { type: integer, cast: true }
      name: { type: string, cast: true }
      size: { type: number, cast: true, optional: true }
      open: { type: boolean, cast: true }
      level: { enum: [1, 2], cast: true }
      seen: { type: datetime, format: epoch_s, cast: true }
      plain: integer
      all: { type: array, items: { type: integer, cast: true } }
      sums: { type: map, values: { type: number, null_texts: ["NaN", "+Inf"] } }
      note: { type: string, null_texts: ["N/A", ""] }
      constructor: { type: string, cast: true, optional: true }
`;

describe('values of other types', () => {
  const whole = { id: 1, name: 'a', open: true, level: 1, seen: 1, plain: 1, all: [], sums: {}, note: 'a' };

  test('are those of the field where they say the same', async () => {
    expect(complaints(build(SPEC))).toEqual([]);
    const decode = await (await run(SPEC)).decoder('guest', 'decodeGuest');
    const sent = { id: '7', name: 7, size: '1.50', open: 'no', level: '2', seen: '1767225600', plain: 1, all: ['1', 2, '-3.0'], sums: { a: 'NaN', b: '+Inf', c: 1 }, note: 'N/A', constructor: false }; // prettier-ignore
    expect(decode(sent, place())).toEqual({
      ...{ id: 7, name: '7', size: 1.5, open: false, level: 2, seen: 1767225600, plain: 1, all: [1, 2, -3] },
      ...{ sums: { a: null, b: null, c: 1 }, note: null, constructor: 'false' },
    });
    const none = decode({ ...whole, name: null, note: '' }, place()) as object;
    expect(none).toMatchObject({ name: null, note: null });
    expect('size' in none).toBe(false);
    expect(Object.hasOwn(none, 'constructor')).toBe(false);
  });

  test.each([
    [{ id: '7.5' }, 'at id'],
    [{ id: '12345678901234567890' }, 'at id'],
    [{ id: '' }, 'at id'],
    [{ size: '0.1234567890123456789' }, 'at size'],
    [{ size: 'NaN' }, 'at size'],
    [{ open: 2 }, 'at open'],
    [{ name: {} }, 'at name'],
    [{ level: '3' }, 'at level'],
    [{ plain: '1' }, 'at plain'],
    [{ all: ['x'] }, 'at all[0]'],
  ])('are refused where they would lose something, or nothing says so: %j', async (wrong, message) => {
    const decode = await (await run(SPEC)).decoder('guest', 'decodeGuest');
    expect(() => decode({ ...whole, ...wrong }, place())).toThrow(message);
  });

  test('are made the same by the generator, for what it compares', async () => {
    const spec = (type: string): string => `resources: { things: { keys: [], fields: { v: { type: ${type}, cast: true } } } }`;
    for (const type of ['string', 'integer', 'number', 'boolean'] as const satisfies readonly CastType[]) {
      const decode = await (await run(spec(type))).decoder('thing', 'decodeThing');
      const any = fc.oneof(fc.integer(), fc.double(), fc.boolean(), fc.string(), fc.integer().map(String), fc.constantFrom('yes', 'OFF', '1.0', '01', '1e3', '-0', '1.5'), fc.array(fc.integer(), { maxLength: 1 })); // prettier-ignore
      fc.assert(
        fc.property(any, (value) => {
          const cast = castValue(type, value as JsonValue);
          try {
            expect((decode({ v: value }, place()) as { readonly v: unknown }).v).toEqual(cast);
          } catch (error) {
            if (!String(error).includes('expected')) throw error;
            expect(
              typeof cast === (type === 'integer' ? 'number' : type) &&
                !(type === 'integer' && !Number.isSafeInteger(cast)) &&
                !(typeof cast === 'number' && !Number.isFinite(cast)),
            ).toBe(false);
          }
        }),
        { numRuns: 300 },
      );
    }
  });
});

test('cast of a resource is of all its fields that can be', async () => {
  const spec =
    'name: one\nclient: { base_url: "https://a.example" }\nresources:\n- name: things\n  endpoint: { data_selector: data, paginator: single_page }\n';
  expect(
    await diagnosticsOf(`${spec}  cast: true\n  fields: { n: integer, at: datetime, o: { type: object, fields: { n: number } } }\n`),
  ).toEqual([]);
  const said = async (field: string): Promise<unknown> =>
    (await diagnosticsOf(`${spec}  fields: { n: ${field} }\n`)).map(({ code, at }) => `${at} ${code}`);
  expect(await said('{ type: datetime, cast: true }')).toEqual(['6:34 spec/field-key']);
  expect(await said('{ type: array, items: integer, cast: true }')).toEqual([expect.stringContaining('spec/field-key')]);
  expect(await said('{ type: integer, nullable: false, null_texts: ["-"] }')).toEqual([expect.stringContaining('spec/conflict')]);
});
