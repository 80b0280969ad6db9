import { expect, test } from 'vitest';
import { load } from '../../generator/spec/load.js';
import type { JsonValue } from '../../generator/shape.js';
import { fc } from '../support/property.js';
import { generateLater } from '../support/generate.js';

/** Whatever the fields of a record are, and however many: the package compiles, or the spec is refused. */

const SCALARS = [
  'string',
  'integer',
  'number',
  'boolean',
  'datetime',
  'date',
  'time',
  'decimal',
  'bigint',
  'json',
  'array',
  'object',
  'map',
];
const NAMES = (
  'id place prefix value error key index digits undefined isObject constructor __proto__ toString hasOwnProperty prototype default class ' +
  'type this arguments eval await record records Thing thing things checkThing decodeThing 1st a-b a.b ü \u{333ED}'
).split(' ');

/** A field: its type may hold others, as deep as `depth`. */
function fieldOf(depth: number): fc.Arbitrary<JsonValue> {
  const inner = depth === 0 ? fc.constantFrom<JsonValue>(...SCALARS) : fc.oneof(fc.constantFrom<JsonValue>(...SCALARS), fieldOf(depth - 1));
  const flags = fc
    .record(
      {
        nullable: fc.boolean(),
        optional: fc.boolean(),
        sensitive: fc.boolean(),
        empty_as_null: fc.constant(true),
        description: fc.constant('What */ it is.'),
      },
      { requiredKeys: [] },
    )
    .map(({ nullable, ...flagged }) => (flagged.empty_as_null === true || nullable === undefined ? flagged : { ...flagged, nullable }));
  const facts = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...SCALARS).map((type) => ({ type })) },
    fc
      .constantFrom('epoch_s', 'microsoft_date', 'rfc2822', '%d/%m/%Y', ['iso8601', '%F %T'])
      .map((format) => ({ type: 'datetime', format })),
    fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 12 }).map((values) => ({ enum: values })),
    fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 3 }).map((values) => ({ enum: values, open: true })),
    inner.map((items) => ({ type: 'array', items })),
    inner.map((values) => ({ type: 'map', values })),
    fieldsOf(inner, depth === 0 ? 3 : 6).map((fields) => ({ fields })),
    fc.subarray(['string', 'integer', 'boolean', 'object', 'array'], { minLength: 2 }).map((variants) => ({ type: 'union', variants })),
    fieldsOf(inner, 3).map((fields) => ({
      type: 'union',
      variants: ['string', { fields: { ...fields, told_by: { type: 'integer', nullable: false } } }, { record: 'left' }],
    })),
    fieldsOf(inner, 3).map((fields) => ({
      type: 'union',
      discriminator: 'kind',
      variants: { one: { fields }, 'two ways': { fields: { only: 'json' } } },
    })),
    fc.constantFrom('left', 'right', 'empty').map((record) => ({ record })),
  );
  return fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom<JsonValue>(...SCALARS) },
    { weight: 3, arbitrary: fc.tuple(facts, flags).map(([about, flagged]): JsonValue => ({ ...about, ...flagged }) as JsonValue) },
  );
}

function fieldsOf(field: fc.Arbitrary<JsonValue>, most: number): fc.Arbitrary<{ readonly [name: string]: JsonValue }> {
  return fc
    .tuple(fc.array(field, { minLength: 1, maxLength: most, size: 'max' }), fc.subarray(NAMES), fc.nat())
    .map(([all, names, seed]) =>
      Object.fromEntries(all.map((each, index) => [(index + seed) % 3 === 0 ? (names[index] ?? `f${index}`) : `f${index}`, each])),
    );
}

/** The same few fields over and over, as many as are asked for. */
const many = fc
  .tuple(fc.array(fieldOf(1), { minLength: 1, maxLength: 8 }), fc.integer({ min: 450, max: 1_200 }))
  .map(([some, count]) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`f${index}`, some[index % some.length] ?? 'json'])),
  );

const spec = fc
  .record({
    fields: fc.oneof({ weight: 3, arbitrary: fieldsOf(fieldOf(2), 12) }, { weight: 1, arbitrary: many }),
    left: fieldsOf(fieldOf(1), 5),
    right: fieldsOf(fieldOf(1), 5),
    contract: fc.constantFrom('evolve', 'freeze', 'discard_row', 'discard_value'),
    outputs: fc.option(fc.subarray(['duckdb', 'postgres', 'sqlite', 'files', 'singer', 'airbyte'], { minLength: 1 }), { freq: 3 }),
  })
  .map(({ fields, left, right, contract, outputs }) => ({
    name: 'shapes',
    ...(outputs === null ? {} : { outputs }),
    schema_contract: contract,
    client: { base_url: 'https://api.example.com' },
    records: { left: { fields: left }, right: { fields: right }, empty: { fields: { only: 'json', other: 'json' } } },
    resources: [{ name: 'things', fields, endpoint: { paginator: 'single_page', data_selector: '$' } }],
  }));

test('records of every shape compile', { timeout: 240_000 }, async () => {
  let made = 0;
  await fc.assert(
    fc.asyncProperty(spec, async (shape) => {
      const text = JSON.stringify(shape);
      const loaded = load('spec.yaml', Buffer.from(text));
      const generated = loaded.ok ? await generateLater(loaded.source) : loaded;
      expect(generated.diagnostics.filter(({ code }) => code.startsWith('internal/'))).toEqual([]);
      if (generated.ok) made++;
    }),
    { numRuns: 30, endOnFailure: true },
  );
  expect(made).toBeGreaterThan(8);
});

test.each([
  ['texts', 'string'],
  ['of two types', { type: 'union', variants: ['string', 'integer'] }],
  ['times', { type: 'datetime', nullable: false }],
  ['enums', { enum: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] }],
  ['lists of objects', { type: 'array', items: { fields: { a: 'string', b: 'bigint' } } }],
  ['shared records', { record: 'empty', optional: true }],
  ['any values', 'json'],
])('records of 1,200 fields compile: %s', { timeout: 120_000 }, async (_, field) => {
  const fields = Object.fromEntries(Array.from({ length: 1_200 }, (__, index) => [`f${index}`, field]));
  const nested = { all: { fields, nullable: false }, list: { type: 'array', items: { fields } } };
  for (const each of [fields, nested]) {
    const text = JSON.stringify({
      name: 'wide',
      client: { base_url: 'https://api.example.com' },
      records: { empty: { fields: { only: 'json' } } },
      resources: [{ name: 'things', fields: each, endpoint: { paginator: 'single_page', data_selector: '$' } }],
    });
    const loaded = load('spec.yaml', Buffer.from(text));
    const generated = loaded.ok ? await generateLater(loaded.source) : loaded;
    expect(generated.diagnostics).toEqual([]);
  }
});
