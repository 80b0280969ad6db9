import { describe, expect, test } from 'vitest';
import { place, run, type Place } from '../support/records.js';

const FIELDS = `
      id: { type: string, nullable: false }
      count: integer
      note: { type: string, optional: true, nullable: false }
      plan: { fields: { tier: string } }
      tags: { type: array, items: { type: string, nullable: true } }`;

async function decoder(contract: string, more = ''): Promise<(value: unknown) => { result: unknown; at: Place }> {
  const emitted = await run(`resources:\n  events:\n    schema_contract: ${contract}\n    fields:${FIELDS}\n${more}`);
  const decode = await emitted.decoder('event', 'decodeEvent');
  return (value) => {
    const at = place();
    return { result: decode(value, at), at };
  };
}

const GOOD = { id: 'a', count: null, plan: null, tags: null };

describe('evolve', () => {
  test('undeclared fields pass, and are reachable as unknown values', async () => {
    const emitted = await run(`resources:\n  events:\n    fields:${FIELDS}`);
    const decode = await emitted.decoder('event', 'decodeEvent');
    const record = decode({ id: 'a', more: 1 }, place());
    expect(record).toEqual({ ...GOOD, more: 1 });
    const extras = await emitted.export('src/records/event', 'extraEventFields');
    expect(typeof extras === 'function' && Reflect.apply(extras, undefined, [record])).toEqual({ more: 1 });
  });

  test('a wrong type is an error', async () => {
    const decode = await decoder('evolve');
    expect(() => decode({ ...GOOD, count: 'x' })).toThrow('at count');
  });
});

describe('freeze', () => {
  test('an undeclared field is an error, at any depth, without its value', async () => {
    const decode = await decoder('freeze');
    expect(decode(GOOD).result).toEqual(GOOD);
    expect(() => decode({ ...GOOD, more: 1 })).toThrow('at more: expected a declared field');
    expect(() => decode({ ...GOOD, plan: { price: 1 } })).toThrow('at plan.price: expected a declared field');
    try {
      decode({ ...GOOD, secret: 'hunter2' });
    } catch (error) {
      expect(Reflect.get(Object(error), 'sensitive')).toBe(true);
    }
  });

  test('there is nothing undeclared to reach', async () => {
    const emitted = await run(`resources:\n  events:\n    schema_contract: freeze\n    fields:${FIELDS}`);
    expect(await emitted.export('src/records/event', 'extraEventFields')).toBeUndefined();
    expect(emitted.schema('events')['additionalProperties']).toBe(false);
  });
});

describe('discard_row', () => {
  test('a record that is not one is dropped and counted', async () => {
    const decode = await decoder('discard_row');
    expect(decode(GOOD)).toMatchObject({ result: GOOD, at: { discardedRows: 0 } });
    for (const bad of [{ ...GOOD, more: 1 }, { ...GOOD, count: 'x' }, { ...GOOD, plan: { tier: 5 } }, 'x']) {
      expect(decode(bad)).toMatchObject({ result: undefined, at: { discardedRows: 1 } });
    }
  });

  test('for undeclared fields only: a wrong type is still an error', async () => {
    const decode = await decoder('{ columns: discard_row }');
    expect(decode({ ...GOOD, more: 1 })).toMatchObject({ result: undefined, at: { discardedRows: 1 } });
    expect(() => decode({ ...GOOD, count: 'x' })).toThrow('at count');
  });

  test('for wrong types only: undeclared fields pass', async () => {
    const decode = await decoder('{ data_type: discard_row }');
    expect(decode({ ...GOOD, more: 1 }).result).toEqual({ ...GOOD, more: 1 });
    expect(decode({ ...GOOD, count: 'x' })).toMatchObject({ result: undefined, at: { discardedRows: 1 } });
  });
});

describe('discard_value', () => {
  test('undeclared fields and wrong values are dropped and counted', async () => {
    const decode = await decoder('discard_value');
    const { result, at } = decode({ id: 'a', count: 'x', note: 5, plan: { tier: 1, price: 2 }, tags: ['a', 1], more: 1 });
    expect(result).toEqual({ id: 'a', count: null, plan: { tier: null }, tags: ['a', null] });
    expect(at.discardedValues).toBe(6);
    expect(decode({ ...GOOD, plan: 'x', tags: {} })).toMatchObject({ result: GOOD, at: { discardedValues: 2 } });
  });

  test('a field that is never null nor missing cannot be dropped: it is an error', async () => {
    const decode = await decoder('discard_value');
    expect(() => decode({ ...GOOD, id: 5 })).toThrow('at id: expected a string');
  });
});

test('packages without such a contract have nothing of it', async () => {
  const emitted = await run(`resources:\n  events:\n    fields:${FIELDS}`);
  for (const file of emitted.files.filter((each) => each.path !== 'src/errors.ts'))
    expect(file.text).not.toMatch(/discarded|undeclaredKey/);
});
