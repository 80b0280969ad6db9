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
    ['{ type: object, properties: { a: { type: text } } }', 'spec/json-schema 1:68 not a type of JSON Schema'],
    ['{ type: object, properties: { a: { $ref: "http://x" } } }', 'spec/json-schema 1:68 not a schema under #/$defs of this one'],
    ['{ type: object, properties: { a: { $ref: "#/$defs/b" } } }', 'spec/json-schema 1:68 not a schema under #/$defs of this one'],
    ['{ type: array }', 'spec/json-schema 1:27 a record is an object with "properties"'],
    ['5', 'spec/json-schema 1:27 expected a JSON Schema, got a number'],
    [
      '{ properties: { a: { $ref: "#/$defs/a" } }, $defs: { a: { required: [b], properties: { b: { $ref: "#/$defs/a" } } } } }',
      'spec/endless-record 1:27 every AA would hold another AA, without an end',
    ],
  ])('%s', (schema, message) => {
    expect(complaints(build(`resources: { a: { schema: ${schema} } }`))[0]).toBe(message);
  });

  test.each([
    ['a keyword', '{ type: string, pattern: x, maxLength: 5 }', '"pattern" and "maxLength"'],
    ['a format', '{ type: string, format: color }', 'format "color"'],
    ['a format of something else', '{ type: integer, format: date }', 'format "date"'],
    ['a bound of something else', '{ type: string, minimum: 5 }', '"minimum" beside "type"'],
    ['that all is declared', '{ properties: { b: true }, additionalProperties: false }', '"additionalProperties: false"'],
    ['a list by its places', '{ type: array, items: [{ type: string }] }', '"items" as a list'],
    ['a list of itself', '{ $ref: "#/$defs/list" }', '"#/$defs/list" inside itself'],
    ['objects that look alike', '{ oneOf: [{ properties: { b: true } }, { properties: { c: true } }] }', 'alternatives'],
    ['times and days', '{ type: string, oneOf: [{ format: date }, { format: date-time }] }', 'alternatives'],
    ['an enum of several types', '{ enum: [a, 1] }', '"enum" of several types'],
  ])('says that it does not check %s', (_, field, what) => {
    const schema = `{ properties: { a: ${field} }, $defs: { list: { type: array, items: { $ref: "#/$defs/list" } } } }`;
    const said = complaints(build(`resources: { a: { schema: ${schema} } }`));
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^lint\/unchecked 1:\d+ of this schema is not checked: /);
    expect(said[0]).toContain(what);
  });

  test('says nothing of what only describes', () => {
    const about = '{ type: string, title: A, default: x, example: y, readOnly: true, xml: { name: a }, x-order: 1, $comment: c }';
    expect(complaints(build(`resources: { a: { schema: { properties: { a: ${about} } } } }`))).toEqual([]);
  });
});

describe('what schemas of real APIs hold', () => {
  const REAL = `
resources:
  pets:
    keys: [id]
    schema:
      allOf:
        - $ref: "#/definitions/Base"
        - type: object
          description: A pet.
          required: [name]
          properties:
            name: { type: string }
            count: { type: integer, minimum: 1 }
      properties:
        count: { maximum: 9 }
        owner: { description: Who has it., allOf: [{ $ref: "#/definitions/Owner" }], nullable: true }
        again: { $ref: "#/properties/owner" }
        size: { type: number, format: int64 }
        data: { type: string, format: byte }
        kind: { const: pet }
        flag: { type: boolean, const: true }
        none: { enum: [null] }
        state: { type: [string, "null"], enum: [open, null, open] }
        odd: { $ref: "#/definitions/a~1b%20c" }
      definitions:
        Base: { type: object, required: [id], properties: { id: { type: integer, format: int64 }, count: { type: integer, minimum: 0 } } }
        Owner: { type: object, properties: { email: { type: string, format: email } } }
        a/b c: { type: [number, integer] }
`;

  test('merged: allOf, references with more beside them', async () => {
    expect(complaints(build(REAL))).toEqual([]);
    expect(await sourceOf(REAL, 'src/records/pet.ts')).toContain(`/** A pet. */
export interface Pet {
  /** From 1 to 9. */
  readonly count?: number;
  /** Who has it. */
  readonly owner?: PetOwner | null;
  /** Who has it. */
  readonly again?: PetAgain | null;
  readonly size?: number;
  /** Base64. */
  readonly data?: string;
  readonly kind?: 'pet';
  readonly flag?: true;
  readonly none?: unknown;
  readonly state?: 'open' | null;
  readonly odd?: number;
  readonly id: number;
  readonly name: string;
}`);
  });

  test('a base that several share', async () => {
    const spec = `
resources:
  files:
    schema:
      allOf: [{ $ref: "#/$defs/thing" }]
      properties: { of: { allOf: [{ $ref: "#/$defs/thing" }, { properties: { id: { minimum: 5 } } }] } }
      $defs: { thing: { required: [id], properties: { id: { type: integer } } } }
`;
    expect(complaints(build(spec))).toEqual([]);
    const decode = await (await run(spec)).decoder('file', 'decodeFile');
    expect(decode({ id: 1, of: { id: 5 } }, place())).toEqual({ id: 1, of: { id: 5 } });
    expect(() => decode({ id: 1, of: {} }, place())).toThrow('at of.id: expected a safe integer of at least 5');
    expect(() => decode({ of: { id: 5 } }, place())).toThrow('at id: expected a safe integer');
  });

  const TREE = (ref: string, rest: string) => `
resources:
  nodes:
    keys: [id]
    schema: { ${ref}, ${rest} }
`;
  const PROPERTIES =
    'required: [id], properties: { id: { type: integer }, children: { type: array, items: { $ref: "POINTER" } }, up: { $ref: "POINTER" } }';
  test.each([
    ['the root in itself', TREE('type: object', PROPERTIES.replaceAll('POINTER', '#'))],
    ['a definition that is the root', TREE('$ref: "#/$defs/n"', `$defs: { n: { ${PROPERTIES.replaceAll('POINTER', '#/$defs/n')} } }`)],
    [
      'a definition in the root',
      TREE(
        'required: [id]',
        `properties: { id: { type: integer }, children: { type: array, items: { $ref: "#/$defs/n" } } }, $defs: { n: { ${PROPERTIES.replaceAll('POINTER', '#/$defs/n')} } }`,
      ),
    ],
    [
      'two that hold each other',
      TREE(
        'required: [id]',
        `properties: { id: { type: integer }, children: { type: array, items: { $ref: "#/$defs/a" } } }, $defs: {
        a: { required: [id], properties: { id: { type: integer }, children: { type: array, items: { $ref: "#/$defs/b" } } } },
        b: { required: [id], properties: { id: { type: integer }, children: { type: array, items: { allOf: [{ $ref: "#/$defs/a" }], description: Again. } } } } }`,
      ),
    ],
  ])('that contain themselves: %s', async (_, spec) => {
    expect(complaints(build(spec))).toEqual([]);
    const emitted = await run(spec);
    const decode = await emitted.decoder('node', 'decodeNode');
    const tree = (bad: unknown) => ({ id: 1, children: [{ id: 2, children: [{ id: bad, children: [] }] }] });
    expect(decode(tree(3), place())).toEqual(tree(3));
    expect(() => decode(tree('x'), place())).toThrow('at children[0].children[0].id: expected a safe integer');
  });

  test('references are not written out without an end', () => {
    const defs = Array.from(
      { length: 40 },
      (_, index) => `d${index}: { properties: { a: { $ref: "#/$defs/d${index + 1}" }, b: { $ref: "#/$defs/d${index + 1}" } } }`,
    );
    const schema = `{ $ref: "#/$defs/d0", $defs: { ${defs.join(', ')}, d40: { type: string } } }`;
    expect(complaints(build(`resources: { a: { schema: ${schema} } }`))).toEqual([
      expect.stringContaining('more than 50000 schemas, with those that are referred to'),
    ]);
  });
});
