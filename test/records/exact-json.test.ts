import { fc } from '../support/property.js';
import { describe, expect, test } from 'vitest';
import { fitsDecimal } from '../../generator/types/decimal.js';
import { exactDigits, parseExact } from '../../generator/recordings/exact.js';
import type { JsonValue } from '../../generator/shape.js';
import { place, run } from '../support/records.js';

const SPEC =
  'resources: { accounts: { keys: [id], fields: { id: bigint, balance: decimal, all: { type: array, items: bigint }, n: number, any: json } } }';

async function reader(): Promise<{ parse: (text: string) => unknown; read: (text: string) => unknown }> {
  const emitted = await run(SPEC);
  const parse = await emitted.parse();
  const decode = await emitted.decoder('account', 'decodeAccount');
  return { parse, read: (text) => decode(parse(text), place()) };
}

/** Any JSON text: other spacing, escapes where there need be none, numbers as people write them. */
function jsonTexts(): fc.Arbitrary<string> {
  const numbers = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => JSON.stringify(value)),
    fc
      .tuple(fc.bigInt(), fc.constantFrom('', '.0', '.50', 'e3', 'E-2', '.25e+10', 'e300', '.5E+309'))
      .map(([whole, rest]) => `${whole}${rest}`),
    fc.bigInt({ min: 2n ** 53n - 20n, max: 2n ** 53n + 20n }).map((value) => `${value % 2n === 0n ? '' : '-'}${value}`),
    fc.bigInt({ min: 10n ** 14n, max: 10n ** 23n }).map(String),
    fc.constantFrom(
      '1e400',
      '-1.5E+400',
      '1e308',
      '1e309',
      '17976931348623159' + '0'.repeat(292),
      '0.12345678901234567890',
      '100000000000000000000',
    ),
  );
  const strings = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      ', 12345678901234567890',
      ': 1e400',
      '8e123f00-1234567890123456',
      '#',
      '#n1.0',
      '#s',
      '#n',
      '\\',
      '"',
      '1.0',
      '12345678901234567890',
      '\n#',
      '__proto__',
      '#n12345678901234567890',
    ),
  );
  const quoted = fc.tuple(strings, fc.boolean()).map(([value, escaped]) => (escaped ? escapeAll(value) : JSON.stringify(value)));
  const { value } = fc.letrec<{ value: string }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      numbers,
      quoted,
      fc.constantFrom('null', 'true', 'false'),
      fc.array(tie('value'), { maxLength: 4 }).map((items) => `[ ${items.join(' , ')} ]`),
      fc
        .array(fc.tuple(quoted, tie('value')), { maxLength: 4 })
        .map((entries) => `{${entries.map(([key, each]) => `${key} : ${each}`).join(',')}}`),
    ),
  }));
  return value;
}

function escapeAll(text: string): string {
  return `"${Array.from({ length: text.length }, (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`).join('')}"`;
}

/** By the value itself: a number of whole 10^-20, which every text of the test is. */
function hasRoom(text: string, precision: number, scale: number): boolean {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]\+?(-?\d+))?$/.exec(text) ?? [];
  const value = BigInt(sign + whole + fraction) * 10n ** BigInt(20 + Number(exponent) - fraction.length);
  const least = 10n ** BigInt(20 - scale);
  return value % least === 0n && (value < 0n ? -value : value) < 10n ** BigInt(20 + precision - scale);
}

/** What a text holds by other means: the numbers that are big are integers, in whatever notation. */
function expected(text: string): unknown {
  const convert = (value: JsonValue): unknown => {
    const digits = exactDigits(value);
    if (digits !== undefined) return numberOf(digits);
    if (Array.isArray(value)) return value.map(convert);
    return typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, convert(each)]))
      : value;
  };
  return convert(parseExact(text));
}

function numberOf(digits: string): number | bigint {
  const value = Number(digits);
  if (Number.isFinite(value) && (/[.e]/i.test(digits) || Math.abs(value) < 2 ** 53)) return value;
  const [mantissa = '', exponent = '0'] = digits.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  return BigInt(whole + fraction.padEnd(Number(exponent), '0'));
}

const BIGINTS = 'resources: { accounts: { keys: [id], fields: { id: bigint } } }';
const NONE = 'resources: { counts: { fields: { n: integer } } }';

describe.each([
  ['parseExactJson', SPEC],
  ['parseExactJson of big integers alone', BIGINTS],
  ['parseJson', NONE],
])('%s', (_, spec) => {
  const reader = async (): Promise<{ parse: (text: string) => unknown }> => ({ parse: await (await run(spec)).parse() });

  test('reads every JSON text as JSON.parse does, but for big numbers, which keep their digits', async () => {
    const { parse } = await reader();
    fc.assert(
      fc.property(jsonTexts(), (text) => {
        expect(parse(text)).toEqual(expected(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('reads what is very deep: to refuse it is up to others', async () => {
    const { parse } = await reader();
    expect(() => parse(`${'[1,'.repeat(50_000)}1${']'.repeat(50_000)}`)).not.toThrow();
  });

  test('says which numbers are big', async () => {
    const { parse } = await reader();
    for (const [text, value] of [
      ['9007199254740991', 9007199254740991],
      ['9007199254740992', 9007199254740992],
      ['9007199254740993', 9007199254740993n],
      ['-9007199254740993', -9007199254740993n],
      ['9007199254740993.0', 9007199254740992],
      ['12345678901234567.5', 12345678901234568],
      ['100000000000000000000', 100000000000000000000],
      ['123456789012345678901234567890', 123456789012345678901234567890n],
      ['1e400', 10n ** 400n],
      ['-1.5e400', -15n * 10n ** 399n],
      ['1e308', 1e308],
      ['1e-400', 0],
    ] as const) {
      for (const around of ['X', '[X]', '{"a":X}', '{"a": X, "b": "9007199254740993"}', '[1,\n-0,\tX]', '  X  '])
        expect(JSON.stringify(parse(around.replace('X', text)), digitsOf), around).toBe(
          JSON.stringify(JSON.parse(around.replace('X', `"${value}"`)), digitsOf).replace(
            `"${value}"`,
            typeof value === 'number' ? `${value === 0 ? 0 : JSON.stringify(value)}` : `"${value}"`,
          ),
        );
    }
    expect(() => parse('[1e4000]')).toThrow(SyntaxError);
  });

  test('refuses what JSON.parse refuses', async () => {
    const { parse } = await reader();
    const accepts = (read: (text: string) => unknown, text: string): boolean => {
      try {
        read(text);
        return true;
      } catch {
        return false;
      }
    };
    const broken = fc
      .tuple(jsonTexts(), fc.nat(), fc.constantFrom('', '"', '1.0', ',', '{', '\\', '01', '-', '.5', '#'))
      .map(([text, at, piece]) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + piece + text.slice(place + 1);
      });
    const tricky = fc.constantFrom(
      '{1.0: 2}',
      '01.0',
      '1.',
      '[1.0 2.0]',
      '"abc 1.0',
      '["1.0]',
      '1.0.0',
      '-',
      '12345678901234567890 1',
      '{"a" 1.0}',
      '',
    );
    fc.assert(
      fc.property(fc.oneof(broken, tricky), (text) => {
        fc.pre(!/[eE]\+?\d{4}/.test(text)); // beyond what can be read
        expect(accepts(parse, text)).toBe(accepts(JSON.parse, text));
      }),
      { numRuns: 3000 },
    );
  });
});

function digitsOf(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}

describe('exact fields', () => {
  test('bigint keeps every digit, as a number and as text', async () => {
    const { read } = await reader();
    fc.assert(
      fc.property(fc.bigInt(), fc.boolean(), (value, quoted) => {
        expect(read(`{"id": ${quoted ? `"${value}"` : value}}`)).toMatchObject({ id: value });
      }),
    );
  });

  test('bigint takes an integer in any notation, and nothing that is none', async () => {
    const { read } = await reader();
    expect(read('{"id": 1e21, "all": [1.50e22, -9007199254740993, 9007199254740992, 1.0]}')).toMatchObject({
      id: 10n ** 21n,
      all: [15n * 10n ** 21n, -9007199254740993n, 9007199254740992n, 1n],
    });
    for (const text of ['1.5', '1e-5', '12345678901234567890.5', '"1e3"', '"1.0"', 'true', 'null']) {
      expect(() => read(`{"id": ${text}}`), text).toThrow('at id: expected an integer');
    }
  });

  test('decimal keeps every digit, as a number and as text', async () => {
    const { read } = await reader();
    for (const digits of ['1.10', '0.1', '-0', '100', '1E3', '12345678901234567890.123456789', '9007199254740993', '1e-7']) {
      expect(read(`{"id": 1, "balance": ${digits}}`)).toMatchObject({ balance: digits });
      expect(read(`{"id": 1, "balance": "${digits}"}`)).toMatchObject({ balance: digits });
    }
  });

  test('decimal of a size takes what has room in it, in any notation', async () => {
    const sizes = [
      { precision: 5, scale: 2 },
      { precision: 3, scale: 0 },
      { precision: 2, scale: 2 },
      { precision: 38, scale: 10 },
    ];
    const fields = sizes.map(({ precision, scale }, index) => `f${index}: { type: decimal, precision: ${precision}, scale: ${scale} }`);
    const emitted = await run(`resources: { accounts: { fields: { ${fields.join(', ')} } } }`);
    const decode = await emitted.decoder('account', 'decodeAccount');
    const digits = fc.stringMatching(/^\d{1,6}$/);
    const exponents = fc.constantFrom('', 'e0', 'e3', 'E+1', 'e-2', 'e-12');
    const numbers = fc
      .tuple(fc.constantFrom('', '-'), digits, fc.option(digits, { nil: undefined }), exponents)
      .map(([sign, whole, fraction, exponent]) => `${sign}${whole}${fraction === undefined ? '' : `.${fraction}`}${exponent}`);
    fc.assert(
      fc.property(numbers, fc.nat(sizes.length - 1), (text, index) => {
        const size = sizes[index] ?? { precision: 1, scale: 0 };
        const read = (): unknown => decode({ [`f${index}`]: text }, place());
        expect(fitsDecimal(text, size)).toBe(hasRoom(text, size.precision, size.scale));
        if (fitsDecimal(text, size)) expect(read()).toMatchObject({ [`f${index}`]: text });
        else expect(read).toThrow(`f${index}: expected a decimal number of at most ${size.precision} digits`);
      }),
      { numRuns: 2000 },
    );
  });

  test('other fields, declared or not, are what JSON.parse makes of them, or keep the digits it would change', async () => {
    const { read } = await reader();
    expect(read('{"id": 12345678901234567890, "n": 1.10, "any": [1.0, "#n1.0", 9007199254740993], "more": 12345678901234567890}')).toEqual({
      id: 12345678901234567890n,
      balance: null,
      all: null,
      n: 1.1,
      any: [1, '#n1.0', 9007199254740993n],
      more: 12345678901234567890n,
    });
  });

  test('a number whose digits were lost before is refused, not guessed', async () => {
    const emitted = await run(SPEC);
    const decode = await emitted.decoder('account', 'decodeAccount');
    expect(() => decode(JSON.parse('{"id": 9007199254740993}'), place())).toThrow('at id: expected an integer');
    expect(() => decode(JSON.parse('{"id": 1, "balance": 9007199254740993}'), place())).toThrow('at balance: expected a decimal number');
  });

  test('an integer beyond 2^53 is an error, never a rounded value', async () => {
    const emitted = await run('resources: { counts: { fields: { n: integer } } }');
    const decode = await emitted.decoder('count', 'decodeCount');
    expect(() => decode(JSON.parse('{"n": 9007199254740993}'), place())).toThrow('at n: expected a safe integer');
  });
});

test.each([
  ['integer', 'a safe integer', '9007199254740993'],
  ['number', 'a finite number', '9007199254740993'],
  ['number', 'a finite number', '1e400'],
  ['{ type: datetime, format: epoch_ms }', 'milliseconds since 1970', '9007199254740993'],
  ['{ type: union, variants: [string, integer] }', 'text or a safe integer', '-9007199254740993'],
  ['{ type: array, items: number }', 'a finite number', '9007199254740993'],
  ['{ enum: [1, 2] }', '1 or 2', '9007199254740993'],
])('%s refuses what it does not hold', async (type, _words, digits) => {
  const emitted = await run(`resources: { counts: { fields: { n: ${type} } } }`);
  const [parse, decode] = [await emitted.parse(), await emitted.decoder('count', 'decodeCount')];
  const text = `{"n": ${type.includes('array') ? `[${digits}]` : digits}}`;
  expect(() => decode(parse(text), place())).toThrow('at n');
});

test('a number that a double holds digit by digit is one', async () => {
  const emitted = await run('resources: { counts: { fields: { n: number } } }');
  const [parse, decode] = [await emitted.parse(), await emitted.decoder('count', 'decodeCount')];
  for (const digits of ['9007199254740994', '123456789012345680000', '1.5e300', '0.1000000000000000055'])
    expect(decode(parse(`{"n": ${digits}}`), place())).toEqual({ n: Number(digits) });
});
