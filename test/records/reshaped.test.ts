import { describe, expect, test } from 'vitest';
import { filesFrom } from '../support/generate.js';
import { importPackage } from '../support/import-package.js';
import { serve } from '../support/loopback.js';

/** Records that are made of lists and mappings. */

interface Client {
  readonly things: { all(): Promise<readonly object[]> };
}

async function read(reshape: string, text: string, fields: string, more = ''): Promise<readonly object[]> {
  const { origin } = await serve(() => ({ text }));
  const spec = `name: one\nclient: { base_url: "${origin}" }\nresources:\n- { name: things, endpoint: { data_selector: data, paginator: single_page, reshape: { ${reshape} } }, fields: { ${fields} }, ${more} }\n`;
  const { OneClient: Made } = (await importPackage(await filesFrom('one.yaml', spec))) as { OneClient: new (options: object) => Client };
  return new Made({ sleep: async () => undefined }).things.all();
}

describe('lists of lists', () => {
  const text = '{ "data": [["name", "people"], ["Bern", "133883"], ["Chur"]] }';

  test('are records, named by the first', async () => {
    expect(await read('lists_to_rows: header', text, 'name: string, people: integer', 'cast: true')).toEqual([
      { name: 'Bern', people: 133883 },
      { name: 'Chur', people: null },
    ]);
    expect(await read('lists_to_rows: header', '{ "data": [] }', 'name: string')).toEqual([]);
  });

  test('are records of the names that are said', async () => {
    const rows = '{ "data": [["Bern", 133883], ["Chur"]] }';
    expect(await read('lists_to_rows: [name, people]', rows, 'name: string, people: integer')).toEqual([
      { name: 'Bern', people: 133883 },
      { name: 'Chur', people: null },
    ]);
  });

  test.each([
    ['header', '[["a"], ["b", "c"]]', 'expected a list of up to 1 values at 1'],
    ['header', '[["a", "a"]]', 'expected the names of the fields'],
    ['header', '[["a", 1]]', 'expected the names of the fields'],
    ['header', '[["a"], {}]', 'expected a list of up to 1 values at 1'],
    ['[a]', '[["a", "b"]]', 'expected a list of up to 1 values at 0'],
    ['[a]', '[7]', 'expected a list of up to 1 values at 0'],
  ])('of %s are refused: %s', async (how, data, message) => {
    await expect(read(`lists_to_rows: ${how}`, `{ "data": ${data} }`, 'a: string')).rejects.toThrow(message);
  });
});

test.each([
  ['map_to_rows: { key: k, value: v }', '{ "a": DIGITS }', 'k: string, v: decimal', { k: 'a' }],
  ['map_to_rows: k', '{ "a": { "v": DIGITS } }', 'k: string, v: decimal', { k: 'a' }],
  ['scalars_to_rows: v', '[DIGITS]', 'v: decimal', {}],
  ['zip_columns: [k, v]', '{ "k": ["a"], "v": [DIGITS] }', 'k: string, v: decimal', { k: 'a' }],
  ['lists_to_rows: [k, v]', '[["a", DIGITS]]', 'k: string, v: decimal', { k: 'a' }],
  ['lists_to_rows: header', '[["k", "v"], ["a", DIGITS]]', 'k: string, v: decimal', { k: 'a' }],
  ['flatten: items, include: { k: k }', '[{ "k": "a", "items": [{ "v": DIGITS }] }]', 'k: string, v: decimal', { k: 'a' }],
])('%s keeps the digits of numbers', async (how, data, fields, others) => {
  const digits = '0.12345678901234567890123';
  expect(await read(how, `{ "data": ${data.replace('DIGITS', digits)} }`, fields)).toEqual([{ ...others, v: digits }]);
});
