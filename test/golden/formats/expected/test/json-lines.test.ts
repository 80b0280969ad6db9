// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { expect, test } from 'vitest';
import { jsonLines } from '../src/internal/json-lines.ts';

const place = { resource: 'lines', page: 1, attempt: 1, record: 0, state: undefined };
const read = (text: string) => jsonLines().parse(text, place);

test.each([
  ['{"a":1}\n{"a":2}\n', [{ a: 1 }, { a: 2 }]],
  ['{"a":1}\r\n\r\n{"a":2}\r\n', [{ a: 1 }, { a: 2 }]],
  ['{"a":1}\n{"a":"two\\nlines"}', [{ a: 1 }, { a: 'two\nlines' }]],
  ['1\n2\n', [1, 2]],
  ['', []],
])('reads %j', (text, rows) => {
  expect(read(text)).toEqual(rows);
});

test.each([
  ['{"a":1}\n{"a":', 'malformed_body'],
  ['{"a":1}\n{"a":2', 'malformed_body'],
  ['1\n2', 'malformed_body'],
  ['{"a":\n{"a":2}\n', 'invalid_row'],
  ['{"a":1}\n{"a":\n', 'invalid_row'],
])('refuses %j', (text, code) => {
  expect(() => read(text)).toThrow(expect.objectContaining({ code }));
});
