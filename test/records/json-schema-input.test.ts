import { describe, expect, test } from 'vitest';
import { build, complaints, place, run, sourceOf } from '../support/records.js';

const SCHEMA = `
resources:
  orders:
    keys: [id]
    schema:
      $schema: https://json-schema.org/draft/2020-12/schema
      description: An order.
      type: object
      required: [id, state, lines, "2nd"]
      properties:
        id: { type: integer, description: Its number. }
        state: { enum: [open, shipped] }
        note: { type: [string, "null"], deprecated: true }
        ordered_at: { type: string, format: date-time }
        lines: { type: array, items: { $ref: "#/$defs/line" } }
        discount: { anyOf: [{ type: number, minimum: 0, maximum: 1 }, { type: "null" }] }
        either: { type: [string, integer] }
        labels: { type: object, additionalProperties: { type: string } }
        "2nd": {}
      $defs:
        line: { type: object, required: [sku], properties: { sku: { type: string }, count: { type: integer, minimum: 1 } } }
`;

describe('JSON Schema in place of fields', () => {
  test('makes the interface one would write', async () => {
    expect(await sourceOf(SCHEMA, 'src/records/order.ts')).toContain(`/** An order. */
export interface Order {
  /** Its number. */
  readonly id: number;
  readonly state: 'open' | 'shipped';
  /** @deprecated */
  readonly note?: string | null;
  /** An ISO 8601 instant. */
  readonly ordered_at?: string;
  readonly lines: readonly OrderLine[];
  /** From 0 to 1. */
  readonly discount?: number | null;
  readonly either?: string | number;
  readonly labels?: { readonly [key: string]: string };
  readonly '2nd': unknown;
}`);
  });

  test('and checks as it says', async () => {
    const emitted = await run(SCHEMA);
    const decode = await emitted.decoder('order', 'decodeOrder');
    const good = { id: 1, state: 'open', lines: [{ sku: 'a' }], '2nd': 0 };
    expect(decode({ ...good }, place())).toEqual(good);
    expect(() => decode({ ...good, note: 5 }, place())).toThrow('at note: expected a string or null');
    expect(() => decode({ ...good, lines: [{ sku: 'a', count: 0 }] }, place())).toThrow(
      'at lines[0].count: expected a safe integer of at least 1',
    );
  });

  test('a key that is not required is required after all', async () => {
    const source = await sourceOf(
      'resources: { a: { keys: [id], schema: { type: object, properties: { id: { type: string } } } } }',
      'src/records/a.ts',
    );
    expect(source).toContain('  readonly id: string;\n');
  });

  test.each([
    ['{ type: object, properties: { a: { type: string, pattern: x } } }', 'spec/json-schema 1:76 "pattern" is not checked here'],
    ['{ type: object, properties: { a: { type: text } } }', 'spec/json-schema 1:68 not a type of JSON Schema'],
    ['{ type: object, properties: { a: { $ref: "http://x" } } }', 'spec/json-schema 1:68 not a schema under #/$defs of this one'],
    [
      '{ type: object, properties: { a: { $ref: "#/$defs/a" } }, $defs: { a: { items: { $ref: "#/$defs/a" } } } }',
      'spec/json-schema 1:114 a schema that contains itself',
    ],
    ['{ type: object, properties: { a: { type: string, format: color } } }', 'spec/json-schema 1:84 not a format that is checked'],
    [
      '{ type: object, additionalProperties: false, properties: { a: { type: string } } }',
      'spec/json-schema 1:65 undeclared fields are a matter of the contract',
    ],
    ['{ type: array }', 'spec/json-schema 1:27 a record is an object with "properties"'],
    ['5', 'spec/json-schema 1:27 expected a JSON Schema, got a number'],
  ])('%s', (schema, message) => {
    expect(complaints(build(`resources: { a: { schema: ${schema} } }`))[0]).toBe(message);
  });
});
