import { describe, expect, test } from 'vitest';
import { place, run } from '../support/records.js';

async function decoder(fields: string, rest = ''): Promise<(value: unknown) => unknown> {
  const emitted = await run(`resources:\n  events:\n    keys: [id]\n    fields:\n      id: string\n${indent(fields)}\n${rest}`);
  const decode = await emitted.decoder('event', 'decodeEvent');
  return (value) => decode({ id: 'e1', ...Object(value) }, place());
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => `      ${line}`)
    .join('\n');
}

/** The path and the expectation that a wrong record is refused with. */
function refusal(decode: (value: unknown) => unknown, value: unknown): string {
  try {
    decode(value);
  } catch (error) {
    const path = error instanceof Error ? Reflect.get(error, 'path') : undefined;
    const expected = error instanceof Error ? Reflect.get(error, 'expected') : undefined;
    return `${String(path)}: ${String(expected)}`;
  }
  return 'accepted';
}

describe('null and absent', () => {
  test('a nullable field that is left out reads as null', async () => {
    const decode = await decoder('note: string');
    expect(decode({})).toEqual({ id: 'e1', note: null });
    expect(decode({ note: null })).toEqual({ id: 'e1', note: null });
  });

  test('an optional field that is left out stays left out', async () => {
    const decode = await decoder('note: { type: string, optional: true, nullable: false }');
    expect(decode({})).toEqual({ id: 'e1' });
    expect(refusal(decode, { note: null })).toBe('note: a string');
  });

  test('a field that is neither has to be there', async () => {
    const decode = await decoder('note: { type: string, nullable: false }');
    expect(refusal(decode, {})).toBe('note: a string');
    expect(refusal(decode, { note: null })).toBe('note: a string');
  });

  test('a key is never null, whatever the default', async () => {
    const decode = await decoder('note: string');
    expect(refusal(decode, { id: null })).toBe('id: a string');
  });

  test('null keeps its meaning for any value', async () => {
    const decode = await decoder('a: json\nb: { type: json, nullable: false }');
    expect(decode({ b: 0 })).toEqual({ id: 'e1', a: null, b: 0 });
    expect(refusal(decode, { b: null })).toBe('b: a value');
    expect(refusal(decode, {})).toBe('b: a value');
  });
});

describe('types', () => {
  const cases: readonly (readonly [type: string, good: readonly unknown[], bad: readonly unknown[]])[] = [
    ['string', ['', 'x'], [1, true, {}, []]],
    ['integer', [0, -5, 9007199254740991], ['1', 1.5, 9007199254740992, true, {}]],
    ['{ type: integer, minimum: 1, maximum: 3 }', [1, 3], [0, 4, '2']],
    ['number', [0, 1.5, 1e300], ['1', Infinity, {}]],
    ['boolean', [true, false], [0, 'true']],
    [
      'datetime',
      ['2024-02-29T23:59:59Z', '2024-01-01T00:00:00.123456+05:30', '2024-01-01T00:00:00-0800'],
      [
        '2023-02-29T00:00:00Z',
        '2024-01-01',
        '2024-01-01T00:00:00',
        '2024-01-01T24:00:00Z',
        1,
        '2024-04-31T00:00:00Z',
        'x2024-01-01T00:00:00Z',
      ],
    ],
    [
      '{ type: datetime, format: rfc2822 }',
      ['Tue, 01 Jul 2025 09:30:00 +0200', '1 Jul 2025 09:30 GMT'],
      ['2025-07-01T00:00:00Z', 'Tue, 32 Jul 2025 09:30:00 +0200'],
    ],
    ['{ type: datetime, format: epoch_s }', [0, 1700000000, 1700000000.5], ['1700000000', true]],
    ['{ type: datetime, format: epoch_ms }', [1700000000000], ['1700000000000']],
    ['{ type: datetime, format: "%Y-%m-%d %H:%M:%S" }', ['2024-01-31 10:00:00'], ['2024-01-31T10:00:00', '2024-13-01 10:00:00']],
    ['date', ['2024-02-29', '2000-02-29'], ['2023-02-29', '1900-02-29', '2024-1-1', '2024-01-01T00:00:00Z']],
    ['{ type: date, format: "%d.%m.%y" }', ['31.01.24'], ['2024-01-31', '31x01x24']],
    ['time', ['10:00:00', '10:00:00.5Z'], ['25:00:00', '10:00']],
    ['binary', ['', 'aGk=', 'aGk', '_-__'], ['a', 'a=', '####']],
    ['{ type: string, format: uuid }', ['123e4567-e89b-12d3-a456-426614174000'], ['123e4567', '']],
    ['{ type: string, format: email }', ['a@b.co'], ['a@b', 'a b@c.de', '@b.co']],
    ['{ type: string, format: uri }', ['https://example.com/a?b#c', 'mailto:a@b.co'], ['/relative', 'https://a b']],
    ['{ type: string, format: ip }', ['192.0.2.1', '2001:db8::1', '::ffff:192.0.2.1', '::'], ['256.0.0.1', '1.2.3', '2001:::1']],
    ['{ enum: [free, pro] }', ['free', 'pro'], ['Free', 1]],
    ['{ enum: [free, pro], open: true }', ['free', 'team'], [1]],
    ['{ enum: [1, 2] }', [1, 2], [3, '1']],
    ['{ enum: [a, b, c, d, e, f, g, h, i, j] }', ['j'], ['k', 1]],
    ['{ const: event }', ['event'], ['Event']],
    ['json', [1, 'x', [], {}, true], []],
    ['object', [{}, { a: 1 }], [[], 'x', 1]],
    ['array', [[], [1, 'x', null]], [{}, 'x']],
    ['{ type: array, items: string }', [[], ['a']], [[1], ['a', null], 'a']],
    ['{ type: array, items: { type: string, nullable: true } }', [['a', null]], [[1]]],
    ['{ type: map, values: integer }', [{}, { a: 1 }], [{ a: 'x' }, { a: null }, []]],
    ['{ type: union, variants: [string, number, { type: array, items: string }] }', ['a', 1, ['b']], [true, {}, [1]]],
    ['decimal', ['1.10', '-0.5', '1e3', 1.5], ['1,10', 'x', '', true]],
    [
      '{ type: decimal, precision: 5, scale: 2 }',
      ['123.45', '-999.99', '0.05', '12.5000', '00012.5', '1e2', '1.2e-1', '5e-2', '0', '-0.00', '0e9', 7.25],
      ['1000', '0.001', '12.345', '1e3', '1e-3', 0.125, 'x', ''],
    ],
    ['{ type: decimal, precision: 3 }', ['999', '-1', '1.0'], ['1000', '0.5', '1e3']],
    ['{ type: decimal, precision: 2, scale: 2 }', ['0.99', '.5'.replace('.', '0.')], ['1', '1.00', '0.999']],
    ['bigint', ['9007199254740993', 5], ['x', '1.5', 1.5, 2 ** 60, true]],
  ];
  test.each(cases)('%s', async (type, good, bad) => {
    const decode = await decoder(`value: ${type}`);
    for (const value of good) expect(refusal(decode, { value }), JSON.stringify(value)).toBe('accepted');
    for (const value of bad) expect(refusal(decode, { value }), String(value)).toMatch(/^value/);
    expect(refusal(decode, { value: null })).toBe('accepted');
  });

  test('text that looks like the right type is not: nothing is coerced', async () => {
    const decode = await decoder('n: integer\nb: boolean');
    expect(refusal(decode, { n: '5' })).toBe('n: a safe integer or null');
    expect(refusal(decode, { b: 'true' })).toBe('b: true or false or null');
  });
});

describe('places', () => {
  test('an error names resource, page, record and the whole path', async () => {
    const decode = await decoder(
      'plan: { fields: { tiers: { type: array, items: { fields: { "+1": { enum: [free, pro], nullable: false } } } } } }',
    );
    expect(() => decode({ plan: { tiers: [{ '+1': 'free' }, { '+1': 5 }] } })).toThrow(
      'events page 3 record 17 at plan.tiers[1]["+1"]: expected "free" | "pro"',
    );
  });

  test('keys of maps are quoted', async () => {
    const decode = await decoder('m: { type: map, values: { type: map, values: integer } }');
    expect(refusal(decode, { m: { 'a"b': { c: 'x' } } })).toBe('m["a\\"b"]["c"]: a safe integer');
  });

  test('a record that is no object is refused as such', async () => {
    const emitted = await run('resources: { events: { fields: { id: string } } }');
    const decode = await emitted.decoder('event', 'decodeEvent');
    for (const value of [null, [], 'x', 1, undefined]) expect(() => decode(value, place())).toThrow('expected an object');
  });

  test('a long enum is shortened', async () => {
    const decode = await decoder('v: { enum: [a, b, c, d, e, f, g, h, i, j] }');
    expect(refusal(decode, { v: 'x' })).toBe('v: one of 10 values, "a", "b", "c"… or null');
  });

  test('sensitive fields, and what stands in them, are marked', async () => {
    const decode = await decoder(
      'pin: { type: string, sensitive: true }\ncard: { sensitive: true, fields: { number: string } }\nopen: string\nway: { type: union, sensitive: true, discriminator: kind, variants: { a: { fields: { x: string } } } }',
    );
    const sensitivity = (value: unknown): unknown => {
      try {
        return decode(value);
      } catch (error) {
        return Reflect.get(Object(error), 'sensitive');
      }
    };
    expect(sensitivity({ pin: 1 })).toBe(true);
    expect(sensitivity({ card: { number: 4 } })).toBe(true);
    expect(sensitivity({ open: 1 })).toBe(false);
    expect(sensitivity({ way: { kind: 'cheque' } })).toBe(true);
  });
});

test('a sensitive field hides the shared record it holds, and what that holds', async () => {
  const decode = await decoder(
    'card: { record: card, sensitive: true }\nshown: { record: bank }\nother: { record: plain }',
    'records:\n  card:\n    fields: { number: string, bank: { record: bank } }\n  bank:\n    fields: { iban: string, sort: { type: array, items: integer } }\n  plain:\n    fields: { note: string }',
  );
  const sensitivity = (value: unknown): unknown => {
    try {
      return decode(value);
    } catch (error) {
      return Reflect.get(Object(error), 'sensitive');
    }
  };
  expect(sensitivity({ card: { number: 4 } })).toBe(true);
  expect(sensitivity({ card: { bank: { iban: 4 } } })).toBe(true);
  expect(sensitivity({ shown: { sort: ['x'] } })).toBe(true);
  expect(sensitivity({ other: { note: 4 } })).toBe(false);
});

describe('shared records', () => {
  const user =
    'records:\n  user:\n    fields:\n      login: { type: string, nullable: false }\n      manager: { record: user }\n      reports: { type: array, items: { record: user } }';

  test('are checked wherever they are referred to, to any depth', async () => {
    const decode = await decoder('author: { record: user, nullable: false }', user);
    expect(decode({ author: { login: 'a', manager: { login: 'b' } } })).toEqual({
      id: 'e1',
      author: { login: 'a', manager: { login: 'b', manager: null, reports: null }, reports: null },
    });
    expect(refusal(decode, { author: { login: 'a', reports: [{ login: 'b', manager: { login: 5 } }] } })).toBe(
      'author.reports[0].manager.login: a string',
    );
    expect(refusal(decode, { author: null })).toBe('author: an object');
  });

  test('can be the record of a resource', async () => {
    const emitted = await run(`resources: { users: { record: user } }\n${user}`);
    const decode = await emitted.decoder('user', 'decodeUser');
    expect(decode({ login: 'a' }, place())).toEqual({ login: 'a', manager: null, reports: null });
    expect(emitted.schema('users')['properties']).toHaveProperty('login');
  });
});

describe('unions of objects', () => {
  const fields =
    'pay: { type: union, discriminator: kind, nullable: false, variants: { card: { fields: { last4: { type: string, nullable: false } } }, bank: { fields: { iban: string } } } }';

  test('are told apart by their discriminator', async () => {
    const decode = await decoder(fields);
    expect(decode({ pay: { kind: 'bank' } })).toEqual({ id: 'e1', pay: { kind: 'bank', iban: null } });
    expect(refusal(decode, { pay: { kind: 'card' } })).toBe('pay.last4: a string');
    expect(refusal(decode, { pay: { kind: 'cash' } })).toBe('pay.kind: "card" | "bank"');
    expect(refusal(decode, { pay: {} })).toBe('pay.kind: "card" | "bank"');
  });
});

describe('records without fields', () => {
  test('pass as they are, when they are objects', async () => {
    const emitted = await run('resources: { things: {} }');
    const decode = await emitted.decoder('thing', 'decodeThing');
    const value = { any: 'thing' };
    expect(decode(value, place())).toBe(value);
    expect(() => decode([], place())).toThrow('expected an object');
  });
});
