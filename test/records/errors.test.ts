import { describe, expect, test } from 'vitest';
import { build, complaints } from '../support/records.js';

/** The errors of one field `f`, which stands at line 4, column 7. */
function ofField(field: string): readonly string[] {
  return complaints(build(`resources:\n  events:\n    fields:\n      f: ${field}\n`));
}

describe('a field that makes no sense is refused at its place', () => {
  test.each([
    ['strng', 'spec/enum 4:10 "strng" is not a field type'],
    ['5', 'spec/type 4:10 expected a field type or a mapping, got a number'],
    ['{}', 'spec/missing-key 4:10 required key "type" is missing in field'],
    ['{ type: string, nulable: true }', 'spec/unknown-key 4:26 unknown key "nulable" in field'],
    ['{ type: string, minimum: 1 }', 'spec/field-key 4:26 "minimum" says nothing about this field'],
    ['{ type: boolean, format: uuid }', 'spec/field-key 4:27 "format" says nothing about this field'],
    ['{ type: string, open: true }', 'spec/field-key 4:26 "open" says nothing about this field'],
    ['{ type: integer, minimum: 5, maximum: 1 }', 'spec/number 4:36 minimum is above maximum'],
    ['{ type: string, format: uid }', 'spec/enum 4:34 "uid" is not a format of string'],
    ['{ type: datetime, format: iso }', 'spec/enum 4:36 "iso" is not a format of datetime'],
    ['{ type: datetime, format: "%Y-%Q" }', 'spec/time-format 4:36 "%Q" is not a directive that can be checked'],
    ['{ type: date, format: epoch_s }', 'spec/enum 4:32 "epoch_s" is not a format of date'],
    ['{ type: datetime, format: [iso8601, epoch_s] }', 'spec/time-format 4:46 epoch_s is a number, and of several formats all are texts'],
    ['{ type: datetime, format: [iso8601, iso] }', 'spec/enum 4:46 "iso" is not a format of datetime'],
    ['{ type: string, format: [uuid, uri] }', 'spec/time-format 4:34 only times have several formats'],
    ['{ type: string, enum: [a, 5] }', 'spec/field-value 4:36 the value is not of the field’s type'],
    ['{ enum: [a, null] }', 'spec/field-value 4:22 null is not a value of its own'],
    ['{ enum: [a, a] }', 'spec/field-value 4:22 "a" is listed twice'],
    ['{ enum: [] }', 'spec/empty 4:18 at least 1 of these is needed'],
    ['{ type: integer, const: x }', 'spec/field-value 4:34 the value is not of the field’s type'],
    ['{ record: usr }', 'spec/unknown-record 4:20 "usr" is not a shared record'],
    ['{ type: union }', 'spec/missing-key 4:10 required key "variants" is missing in a field of type union'],
    ['{ type: union, variants: [string, datetime] }', 'spec/union 4:44 a string and an ISO 8601 instant look the same in JSON'],
    ['{ type: union, variants: [object, { fields: { a: string } }] }', 'spec/union 4:44 an object and an object look the same in JSON'],
    [
      '{ type: union, variants: { a: { fields: { b: string } } } }',
      'spec/missing-key 4:10 required key "discriminator" is missing in a field of type union',
    ],
    ['{ type: union, discriminator: k, variants: { a: string } }', 'spec/field-value 4:58 the variant "a" needs "fields"'],
    ['{ type_name: lower, fields: { a: string } }', 'spec/name 4:23 "lower" cannot be the name of an interface'],
  ])('%s', (field, message) => {
    expect(ofField(field)[0]).toBe(message);
  });

  test('several at once', () => {
    expect(
      complaints(
        build('resources:\n  events:\n    fields:\n      a: strng\n      b: { type: string, minimum: 1 }\n      c: { record: x }\n'),
      ),
    ).toHaveLength(3);
  });
});

describe('keys', () => {
  test('cannot be said to be null or missing', () => {
    const yaml =
      'resources:\n  events:\n    keys: [a, b]\n    fields:\n      a: { type: string, nullable: true }\n      b: { type: string, optional: true }\n';
    expect(complaints(build(yaml))).toEqual([
      'spec/key-nullable 5:36 "a" identifies a record, it cannot be nullable',
      'spec/key-nullable 6:36 "b" identifies a record, it cannot be optional',
    ]);
  });
});

describe('columns', () => {
  test.each([
    ['integer', 'bigint'],
    ['string', 'text'],
    ['float', 'double'],
  ])('%s is not dlt’s word: %s is', (word, instead) => {
    const built = build(`resources: { users: { columns: { id: { data_type: ${word} } } } }`);
    expect(complaints(built)).toEqual([`spec/enum 1:51 "${word}" is not a column type`]);
    expect(built.diagnostics[0]?.hint).toBe(`Did you mean "${instead}"?`);
  });

  test('hints for a destination are refused by name', () => {
    expect(complaints(build('resources: { users: { columns: { id: { data_type: text, unique: true } } } }'))[0]).toMatch(
      /^spec\/not-supported-yet 1:57/,
    );
  });

  test('and fields are two ways to say the same: one of them', () => {
    expect(complaints(build('resources: { users: { fields: { a: string }, columns: { a: { data_type: text } } } }'))).toEqual([
      'spec/conflict 1:55 "fields" and "columns" both say what the fields are',
    ]);
  });
});
