// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { expect, test } from 'vitest';
import { asBoolean, asJson, asNumber, csv, orNone, orNull } from '../src/internal/csv.ts';

const place = { resource: 'tables', page: 1, attempt: 1, record: 0, state: undefined };
const read = (text: string, options: Parameters<typeof csv>[0] = { columns: {} }) => csv(options).parse(text, place);

test.each<readonly [string, readonly object[]]>([
  ['a,b\n1,2\n', [{ a: '1', b: '2' }]],
  [
    'a,b\r\n1,2\r\n3,4\r\n',
    [
      { a: '1', b: '2' },
      { a: '3', b: '4' },
    ],
  ],
  ['a,b\n"x, y","say ""hi"""\n', [{ a: 'x, y', b: 'say "hi"' }]],
  ['a,b\n"two\nlines","and\r\nmore"\r\n', [{ a: 'two\nlines', b: 'and\r\nmore' }]],
  ['a,b\n"""",""\n', [{ a: '"', b: '' }]],
  ['a,b\n,\n', [{ a: '', b: '' }]],
  ['a,b\n\n1,2\n\n', [{ a: '1', b: '2' }]],
  ['a\n\n1\n', [{ a: '' }, { a: '1' }]],
  ['a,b\n', []],
  ['a,b\n1"2, 3 \n', [{ a: '1"2', b: ' 3 ' }]],
  ['a,b\né,😀\n', [{ a: 'é', b: '😀' }]],
])('reads %j', (text, rows) => {
  expect(read(text)).toEqual(rows);
});

test('a column may have any name', () => {
  expect(JSON.stringify(read('__proto__,constructor\n1,2\n'))).toBe('[{"__proto__":"1","constructor":"2"}]');
});

test.each([
  ['', 'malformed_body', 'no header'],
  ['a,b', 'malformed_body', 'no end'],
  ['a,b\n1,2\n3', 'malformed_body', 'no end'],
  ['a,b\n1,2\n3,', 'malformed_body', 'no end'],
  ['a,b\n1,2\n3,"4', 'malformed_body', 'row 3'],
  ['a,b\r\n1,"2"\r', 'malformed_body', 'no end'],
  ['a,b\n1,"2\n3,4\n', 'malformed_body', 'row 2'],
  ['a,b\n1\n2,3\n', 'invalid_row', 'row 2 has 1'],
  ['a,b\n1,2,3\n', 'invalid_row', 'row 2 has 3'],
  ['a,b\n"1"2,3\n', 'invalid_row', 'goes on'],
  ['a,a\n1,2\n', 'invalid_row', 'twice'],
])('refuses %j', (text, code, words) => {
  expect(() => read(text)).toThrow(expect.objectContaining({ code, message: expect.stringContaining(words) }));
});

test('needs the columns that it is told of, in any order', () => {
  expect(read('b,a\n1,2\n', { columns: { a: Number } })).toEqual([{ a: 2, b: '1' }]);
  expect(() => read('<h1>Sorry</h1>\n', { columns: { a: Number } })).toThrow(
    expect.objectContaining({ code: 'no_records' }),
  );
});

test('does not need optional columns', () => {
  const options = { columns: {}, optional: { a: Number } };
  expect([...read('a,b\n1,2\n', options), ...read('b\n2\n', options)]).toEqual([{ a: 1, b: '2' }, { b: '2' }]);
});

test('takes other signs between and around fields', () => {
  expect(read("a;b\n'x;''y';1,2\n", { columns: {}, delimiter: ';', quote: "'" })).toEqual([{ a: "x;'y", b: '1,2' }]);
  expect(read('a\tb\n"x\t"y"\n', { columns: {}, delimiter: '\t', quote: null })).toEqual([{ a: '"x', b: '"y"' }]);
});

test('takes tables without a header', () => {
  const options = { columns: {}, names: ['a', 'b'] };
  expect(read('1,2\n3,4\n', options)).toEqual([
    { a: '1', b: '2' },
    { a: '3', b: '4' },
  ]);
  expect(read('', options)).toEqual([]);
});

test('takes a last row without an end where that may be', () => {
  const options = { columns: {}, openEnd: true };
  expect(read('a,b\n1,2', options)).toEqual([{ a: '1', b: '2' }]);
  expect(read('a,b\n1,', options)).toEqual([{ a: '1', b: '' }]);
  expect(() => read('a,b\n1,2\n3', options)).toThrow(expect.objectContaining({ code: 'malformed_body' }));
  expect(() => read('a,b\n1\n3,4', options)).toThrow(expect.objectContaining({ code: 'invalid_row' }));
});

test.each([
  ['1', 1],
  ['-2.50', -2.5],
  ['+3', 3],
  ['007', 7],
  ['1e3', 1000],
  ['', ''],
  ['1,5', '1,5'],
  ['0x10', '0x10'],
  [' 1', ' 1'],
  ['NaN', 'NaN'],
])('reads %j as a number where it is one', (text, value) => {
  expect(asNumber(text)).toBe(value);
});

test.each([
  ['true', true],
  ['TRUE', true],
  ['1', true],
  ['False', false],
  ['0', false],
  ['', ''],
  ['yes', 'yes'],
  ['10', '10'],
])('reads %j as true or false where it is that', (text, value) => {
  expect(asBoolean(text)).toBe(value);
});

test('reads JSON in a field', () => {
  expect([asJson('{"a":[1]}'), asJson('{"a"')]).toEqual([{ a: [1] }, '{"a"']);
});

test('reads an empty field as null', () => {
  expect([orNull(Number)(''), orNull(Number)('0')]).toEqual([null, 0]);
});

test('leaves out an empty field', () => {
  const options = { columns: { a: orNone(Number) } };
  expect(JSON.stringify(read('a,b\n,2\n0,3\n', options))).toBe('[{"b":"2"},{"a":0,"b":"3"}]');
});
