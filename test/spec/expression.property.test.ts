import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseExpression, showExpression, type Expression, type ExpressionValue } from '../../generator/expression.js';
import { parseTemplate } from '../../generator/placeholder.js';

/** The grammar of expressions: what is printed is read again as it was, and what is read stands in braces of a text. */

const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,12}$/);
const word = fc.string({ maxLength: 12 }).map((text) => text.replace(/['{}]/g, ''));
const number = fc.oneof(
  fc.integer(),
  fc.tuple(fc.integer({ min: -999, max: 999 }), fc.integer({ min: 1, max: 9 })).map(([whole, tenth]) => Number(`${whole}.${tenth}`)),
);
const value: fc.Arbitrary<ExpressionValue> = fc.oneof(
  fc.oneof(word, number).map((each) => ({ kind: 'literal' as const, value: each })),
  name.map((option) => ({ kind: 'option' as const, option })),
);
const duration = fc
  .tuple(fc.constantFrom('', '1Y', '12M', '3M', '2W'), fc.constantFrom('1D', '30D', 'T6H', '1DT12H30M'))
  .map(([long, short]) => `P${long}${short}`);
const expression: fc.Arbitrary<Expression> = fc.oneof(
  fc.record({
    kind: fc.constant('time' as const),
    option: fc.oneof(fc.constant(null), name),
    sign: fc.constant('-' as const),
    duration,
    format: fc.constantFrom(null, 'iso8601', 'epoch_s', '%Y-%m-%d', '%d/%m/%Y %H:%M'),
  }),
  fc.record({ kind: fc.constant('default' as const), option: name, otherwise: value }),
  fc.record({
    kind: fc.constant('choice' as const),
    condition: fc.record({ option: name, isNegated: fc.boolean(), equals: fc.oneof(fc.constant(null), word, number) }),
    then: value,
    otherwise: value,
  }),
);

describe('the grammar', () => {
  test('reads what it prints', () => {
    fc.assert(
      fc.property(expression, (each) => {
        expect(parseExpression(showExpression(each))).toEqual(each);
      }),
      { numRuns: 500 },
    );
  });

  test('is found in a text, whatever is around it', () => {
    const around = fc.string({ maxLength: 8 }).map((text) => text.replace(/[{}$]/g, ''));
    fc.assert(
      fc.property(around, expression, around, (before, each, after) => {
        const text = `${before}{${showExpression(each)}}${after}`;
        const parsed = parseTemplate(text);
        expect(parsed.ok && parsed.template.filter((part) => typeof part !== 'string')).toMatchObject([{ expression: each }]);
      }),
      { numRuns: 300 },
    );
  });

  test('reads nothing else, and takes no time over it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const read = parseExpression(text);
        if (read !== undefined) expect(parseExpression(showExpression(read))).toEqual(read);
      }),
      { numRuns: 500 },
    );
  });
});

test.each([
  ['config.a | %F', { kind: 'time', option: 'a', duration: null, format: '%F' }],
  ['config.a + PT1H', { kind: 'time', option: 'a', sign: '+', duration: 'PT1H', format: null }],
  ['now', { kind: 'time', option: null, sign: '+', duration: null, format: null }],
  ['now-P1D|%F', { kind: 'time', sign: '-', duration: 'P1D', format: '%F' }],
  ["config.a??'b'", { kind: 'default', option: 'a', otherwise: { kind: 'literal', value: 'b' } }],
  ['not config.a ? 1 : 0', { kind: 'choice', condition: { option: 'a', isNegated: true, equals: null } }],
  ['config.a == pro ? 1 : config.b', { kind: 'choice', condition: { equals: 'pro' }, otherwise: { kind: 'option', option: 'b' } }],
])('%s', (text, read) => expect(parseExpression(text)).toMatchObject(read));

test.each([
  'now P1D',
  'now - 1 day',
  'later - P1D',
  'config.a ?? b',
  "config.a ? 'b'",
  'not config.a == 1 ? 2 : 3',
  "config.a ? 'b' : {c}",
  'config.a',
])('%s is none', (text) => expect(parseExpression(text)).toBeUndefined());

test.each(['{ nodes { now } }', 'query{server{now}}', '{"now - P1D": 1}', '{nowhere}'])('%s stays a text', (text) => {
  const parsed = parseTemplate(text);
  expect(parsed.ok && parsed.template.every((part) => typeof part === 'string' || part.expression === undefined)).toBe(true);
});
