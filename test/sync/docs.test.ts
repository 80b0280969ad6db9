import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ColumnType } from '../../generator/sync/destinations/column.js';
import { destinations } from '../../generator/sync/destinations/index.js';

/** The types of the language, by how the docs call them. */
const TYPES: readonly (readonly [words: string, type: ColumnType])[] = [
  ['`string`, texts of an `enum`', { kind: 'text' }],
  ['`integer`', { kind: 'integer' }],
  ['`number`', { kind: 'number' }],
  ['`boolean`', { kind: 'boolean' }],
  ['`bigint`', { kind: 'bigint' }],
  ['`decimal` with `precision: 12, scale: 2`', { kind: 'decimal', precision: 12, scale: 2 }],
  ['`decimal`', { kind: 'decimal' }],
  ['`datetime`, but for the next row', { kind: 'instant' }],
  ['`datetime` with a pattern that names no zone', { kind: 'timestamp' }],
  ['`date`', { kind: 'date' }],
  ['`time`', { kind: 'time' }],
  ['`binary`', { kind: 'binary' }],
  ['`json`, `union`', { kind: 'json' }],
  ['`array` of integers', { kind: 'list', items: { kind: 'integer' } }],
  ['`map` of strings', { kind: 'map', values: { kind: 'text' } }],
  ['`object` with `fields: { a: string }`', { kind: 'struct', fields: [{ name: 'a', type: { kind: 'text' } }] }],
];

test('the table of types in docs/destinations.md is what the registry says', () => {
  const lists = destinations.flatMap(({ types }) => types);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const table = [
    line(['declared', ...lists.map(({ title }) => title)]),
    line(['---', ...lists.map(() => '---')]),
    ...TYPES.map(([words, type]) => line([words, ...lists.map(({ typeOf }) => typeOf(type))])),
  ].join('\n');
  const docs = readFileSync(new URL('../../docs/destinations.md', import.meta.url), 'utf8');
  expect(docs, `the table has to be\n${table}`).toContain(table);
});
