import {
  boolean,
  choice,
  decimalNumber,
  integer,
  list,
  mapOf,
  named,
  object,
  oneOf,
  optional,
  scalar,
  text,
  type Shape,
  type Shaped,
} from '../shape.js';
import { TYPE_WORDS, type FieldSpec, type FieldFacts, checkFacts } from './field-facts.js';
import { schemaContractShape } from './contract-shape.js';

const typeShape = choice('a field type', TYPE_WORDS, {
  description:
    'string, integer, number and boolean are JSON’s own. datetime, date and time stay text, checked against `format`. decimal keeps its digits as text, bigint is exact at any size, ' +
    'binary is base64 text, json is any value, in which integers beyond 2^53 are bigint. integer and number refuse those whose digits they would change. object has `fields`, array `items`, map `values`, union `variants`. text, double, bool, timestamp and wei are dlt’s words for string, number, boolean, datetime and bigint.',
});

/** `cast`: of a field, or of all fields of a resource. */
export const castShape = boolean({
  description:
    'Whether a value of another type that says the same is taken for it: "5" for 5, "1.50" for 1.5, 0, 1, "yes" and "false" for true and false, 7 for "7". What would lose anything is refused as ever: "5.5" for an integer, more than 15 digits for a number. For string, integer, number, boolean, enums of them, and epochs.',
  default: false,
});

/** One field. */
const fieldShape: Shape<FieldSpec> = named('field', () =>
  oneOf('a field type or a mapping', [typeShape, factsShape], {
    description: 'A type word (`string`), or a mapping with the facts about the field.',
    examples: ['string'],
  }),
);

/** `fields`: what a record has, by the names the API uses. */
export const fieldsShape: Shape<ReadonlyMap<string, FieldSpec>> = mapOf(fieldShape, {
  description:
    'The fields of a record, by the names the API uses, in the order in which they are to be read. A field is nullable unless it says otherwise.',
  min: 1,
});

/** `variants`: of a union, or of the records of a resource. */
const variantsShape = oneOf(
  'a list of types, or a mapping of them',
  [
    list(fieldShape, {
      description:
        'Types that differ in JSON, `[string, number]`, and objects, each but the last with a field, never null, that those after it do not have.',
      min: 2,
      few: 'Where there is one, it is the type of the field: type: string.',
    }),
    mapOf(fieldShape, { description: 'Objects, by the word their discriminator has.', min: 1 }),
  ],
  {
    description:
      'What a union can be: a list of types that differ in JSON, or of objects that differ in their fields; with a `discriminator`, objects by its words.',
  },
);

const literalShape = scalar({ description: 'The one value the field has.', placeholders: 'prose' });

/** `variants` beside the fields of a resource. */
export const recordVariantsShape = oneOf(
  'a list of variants, or a mapping of them',
  [
    list(fieldShape, {
      description: 'Variants, each but the last with a field that only it has and that is never null nor missing.',
      min: 2,
      examples: [[{ fields: { iban: { type: 'string', nullable: false } } }, { record: 'card_payment' }]],
    }),
    mapOf(fieldShape, { description: 'Variants, by the word that the discriminator has.', min: 1 }),
  ],
  {
    description:
      'What a record is one of, beside `fields`, which each of them has: by the words of the `discriminator`, or a list of which each but the last has a field of its own. Each has `fields`, or is a shared `record`. Tables have the columns of all.',
    examples: [{ card: { fields: { last4: 'string' } }, transfer: { record: 'bank_transfer' } }],
  },
);

/** `nested`: of a resource, or of a list. */
export const nestedShape = choice('a way to keep lists', ['json', 'tables'], {
  description:
    'json: a list is a column of its record. tables: it is a table of its own, `orders__items`, with a row for each item: the key of its record, its place in the list, and a column for each field.',
  default: 'json',
});

const factsShape: Shape<FieldFacts> = object(
  'field',
  {
    type: optional(typeShape),
    description: optional(text({ description: 'What the field holds. Becomes its JSDoc.', placeholders: 'prose' })),
    nullable: optional(
      boolean({ description: 'Whether the API may send null. A nullable field that it leaves out reads as null.', default: true }),
    ),
    optional: optional(boolean({ description: 'Whether the field may be missing, and then stays missing.', default: false })),
    empty_as_null: optional(
      boolean({
        description: 'Whether an empty text is null: APIs that say so of a day that is not known, or of no object.',
        default: false,
      }),
    ),
    null_texts: optional(
      list(text({ description: 'A text, as the API sends it.', placeholders: 'prose', allowEmpty: true }), {
        description: 'Texts that are null, for APIs that write it so.',
        min: 1,
        examples: [['NaN', 'N/A']],
      }),
    ),
    cast: optional(castShape),
    enum: optional(
      list(scalar({ description: 'A value.', placeholders: 'prose' }), {
        description: 'The values it can have. Closed, unless `open` is true.',
        min: 1,
      }),
    ),
    open: optional(
      boolean({ description: 'Whether values outside `enum` pass too: the known ones still complete in an editor.', default: false }),
    ),
    const: optional(literalShape),
    format: optional(
      oneOf(
        'a format, or a list of them',
        [
          text({
            description:
              'string: uuid, uri, email, ip, ipv4 or ipv6. datetime: iso8601 (the default), rfc2822, epoch_s, epoch_ms, microsoft_date (`/Date(1767225600000+0100)/`), or a pattern such as "%Y-%m-%d %H:%M:%S". date and time: iso8601 or a pattern.',
            examples: ['uuid', 'iso8601', '%Y-%m-%d %H:%M:%S'],
          }),
          list(text({ description: 'A format of texts.', examples: ['%Y-%m-%dT%H:%M:%S', '%Y-%m-%dT%H:%M:%S.%f'] }), {
            description: 'Formats of a datetime, date or time, each of which a value may have.',
            min: 1,
          }),
        ],
        {
          description:
            'string: uuid, uri, email, ip, ipv4 or ipv6. datetime: iso8601 (the default), rfc2822, epoch_s, epoch_ms, microsoft_date, or a pattern such as "%Y-%m-%d %H:%M:%S"; a list: each value has one of them. date and time: iso8601 or patterns.',
        },
      ),
    ),
    minimum: optional(decimalNumber({ description: 'The least number it can be.' })),
    maximum: optional(decimalNumber({ description: 'The greatest number it can be.' })),
    precision: optional(
      integer({
        description: 'How many digits a decimal has at most. Checked, never rounded: with it, databases have a column to compute with.',
        min: 1,
        max: 1000,
      }),
    ),
    scale: optional(
      integer({
        description: 'How many of the digits of a decimal stand after the point. Default, with a precision: 0.',
        min: 0,
        max: 1000,
      }),
    ),
    values: optional(fieldShape),
    items: optional(fieldShape),
    fields: optional(fieldsShape),
    variants: optional(variantsShape),
    discriminator: optional(text({ description: 'The field whose text tells the variants of a union apart.' })),
    record: optional(text({ description: 'The shared record (under `records:`) that the field holds.' })),
    type_name: optional(
      text({
        description: 'A name for the interface of an object with `fields`, where the derived one does not suit.',
        examples: ['IssueAuthor'],
      }),
    ),
    unit: optional(text({ description: 'The unit of a number: seconds, EUR, bytes.', placeholders: 'prose' })),
    example: optional(scalar({ description: 'An example of a value.', placeholders: 'prose' })),
    examples: optional(
      list(scalar({ description: 'An example of a value.', placeholders: 'prose' }), { description: 'Examples of values.' }),
    ),
    deprecated: optional(
      oneOf(
        'true, false or text',
        [boolean({ description: 'Whether it is deprecated.' }), text({ description: 'What to use instead.', placeholders: 'prose' })],
        {
          description: 'Whether the field is deprecated, or what to use instead.',
          default: false,
        },
      ),
    ),
    sensitive: optional(boolean({ description: 'Whether the value must never stand in a message.', default: false })),
    nested: optional(nestedShape),
  },
  { description: 'The facts about a field.', check: checkFacts },
);

const recordShape = object(
  'record',
  {
    description: optional(text({ description: 'What the record is. Becomes the JSDoc of its interface.', placeholders: 'prose' })),
    fields: optional(fieldsShape),
    discriminator: optional(text({ description: 'The field whose text tells its variants apart.', examples: ['type'] })),
    variants: optional(recordVariantsShape),
    schema_contract: optional(schemaContractShape),
  },
  { description: 'A record that fields of several resources, or of itself, refer to by name.' },
);

/** `records`: shared records by name. */
export const recordsShape = mapOf(recordShape, {
  description: 'Records that several resources share, or that contain themselves; resources and fields refer to them with `record: name`.',
});
export type SharedRecordsSpec = Shaped<typeof recordsShape>;
export type RecordSpec = Shaped<typeof recordShape>;
export type FieldsSpec = Shaped<typeof fieldsShape>;
export type VariantsSpec = Shaped<typeof recordVariantsShape>;
