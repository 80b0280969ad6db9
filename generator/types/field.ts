import { records } from '../diagnostics/messages/records.js';
import { columnsByName } from './columns-list.js';
import {
  boolean,
  choice,
  decimalNumber,
  integer,
  later,
  list,
  mapOf,
  named,
  object,
  oneOf,
  optional,
  required,
  scalar,
  text,
  toJson,
  type JsonValue,
  type Reading,
  type Shape,
  type Shaped,
} from '../shape.js';

/** The words a field type can be. The second line is dlt's. */
const TYPE_WORDS = [
  'string',
  'integer',
  'number',
  'boolean',
  'datetime',
  'date',
  'time',
  'decimal',
  'bigint',
  'binary',
  'json',
  'object',
  'array',
  'map',
  'union',
  'text',
  'double',
  'bool',
  'timestamp',
  'wei',
] as const;

export type TypeWord = (typeof TYPE_WORDS)[number];

/** dlt's own type names, as they stand in `columns`. */
const COLUMN_TYPES = ['text', 'bigint', 'double', 'bool', 'timestamp', 'date', 'time', 'decimal', 'wei', 'binary', 'json'] as const;

/** A field as a spec has it: a type word alone, or the facts about it. */
export type FieldSpec = TypeWord | FieldFacts;

export interface FieldFacts {
  readonly type?: TypeWord;
  readonly description?: string;
  readonly nullable?: boolean;
  readonly optional?: boolean;
  readonly empty_as_null?: boolean;
  readonly null_texts?: readonly string[];
  readonly cast?: boolean;
  readonly enum?: readonly JsonValue[];
  readonly open?: boolean;
  readonly const?: JsonValue;
  readonly format?: string | readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly precision?: number;
  readonly scale?: number;
  readonly values?: FieldSpec;
  readonly items?: FieldSpec;
  readonly fields?: ReadonlyMap<string, FieldSpec>;
  readonly variants?: readonly FieldSpec[] | ReadonlyMap<string, FieldSpec>;
  readonly discriminator?: string;
  readonly record?: string;
  readonly type_name?: string;
  readonly unit?: string;
  readonly example?: JsonValue;
  readonly examples?: readonly JsonValue[];
  readonly deprecated?: boolean | string;
  readonly sensitive?: boolean;
  readonly nested?: 'json' | 'tables';
}

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
      description: 'Types that differ in JSON: `[string, number]`.',
      min: 2,
      few: 'Where there is one, it is the type of the field: type: string.',
    }),
    mapOf(fieldShape, { description: 'Objects, by the word their discriminator has.', min: 1 }),
  ],
  { description: 'What a union can be: a list of types that differ in JSON, or, with a `discriminator`, objects by its words.' },
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

/** What people write who know other type systems. */
const COLUMN_TYPE_INSTEAD: ReadonlyMap<string, string> = new Map([
  ['integer', 'bigint'],
  ['int', 'bigint'],
  ['string', 'text'],
  ['number', 'double'],
  ['float', 'double'],
  ['boolean', 'bool'],
  ['datetime', 'timestamp'],
  ['object', 'json'],
  ['array', 'json'],
  ['map', 'json'],
  ['complex', 'json'],
]);

const plainColumnTypeShape = choice('a column type', COLUMN_TYPES, { description: 'dlt’s name of the type.' });

const columnTypeShape: typeof plainColumnTypeShape = {
  ...plainColumnTypeShape,
  read(node, reading) {
    const instead = node.kind === 'scalar' ? COLUMN_TYPE_INSTEAD.get(String(node.value)) : undefined;
    if (instead === undefined) return plainColumnTypeShape.read(node, reading);
    reading.report(records.columnType(node.span, String(toJson(node)), instead));
    return undefined;
  },
};

const HINT_FOR_DESTINATIONS = 'It is a hint for a destination, which a connector does not have: leave it out.';

function checkColumn(
  column: { readonly data_type?: string; readonly precision?: number; readonly scale?: number },
  reading: Reading,
): void {
  for (const key of ['precision', 'scale'] as const) {
    if (column[key] !== undefined && column.data_type !== 'decimal')
      reading.report(records.fieldKey(reading.keySpanOf(column, key), key, 'decimal'));
  }
  if (column.data_type === 'decimal') checkSize(column, reading);
}

const columnKeys = {
  data_type: optional(columnTypeShape),
  nullable: optional(boolean({ description: 'Whether it can be null.', default: true })),
  description: optional(text({ description: 'What the column holds. Becomes its JSDoc.', placeholders: 'prose' })),
  primary_key: optional(boolean({ description: 'Whether it is part of the primary key: never null.', default: false })),
  merge_key: optional(boolean({ description: 'Whether it is part of the merge key: never null.', default: false })),
  precision: optional(integer({ description: 'How many digits a decimal has at most: checked, never rounded.', min: 1, max: 1000 })),
  scale: optional(integer({ description: 'How many of its digits stand after the point.', min: 0, max: 1000 })),
  timezone: later(HINT_FOR_DESTINATIONS),
  unique: later(HINT_FOR_DESTINATIONS),
  sort: later(HINT_FOR_DESTINATIONS),
  partition: later(HINT_FOR_DESTINATIONS),
  cluster: later(HINT_FOR_DESTINATIONS),
} as const;

const columnShape = object('column', columnKeys, { description: 'A column, in dlt’s words.', check: checkColumn });

const columnMapShape = mapOf(columnShape, { description: 'The columns by their names.', min: 1 });

const columnListShape = list(
  object(
    'column',
    { name: required(text({ description: 'The name of the column.' })), ...columnKeys },
    { description: 'A column with its name.' },
  ),
  { description: 'The columns as a list, each with its name.', min: 1 },
);

/** `columns`: dlt's way to say the same as `fields`, by name or as a list. */
export const columnsShape: Shape<ReadonlyMap<string, ColumnSpec>> = {
  expected: 'a mapping or a list',
  get schema() {
    return {
      description: 'The columns of a record in dlt’s words: the same as `fields`, with dlt’s type names.',
      anyOf: [columnMapShape.schema, columnListShape.schema],
    };
  },
  accepts: (node) => node.kind !== 'scalar',
  read(node, reading) {
    const named = node.kind === 'list' && node.items.length > 0 ? columnsByName(node, reading) : node;
    return named === undefined ? undefined : columnMapShape.read(named, reading);
  },
};

const contractModeShape = choice('a contract mode', ['evolve', 'freeze', 'discard_row', 'discard_value'], {
  description:
    'evolve: undeclared fields pass, a wrong type is an error. freeze: either is an error. discard_row, discard_value: the record or the value is dropped and counted.',
});

/** `schema_contract`: one word, or one for each of `columns` and `data_type`. */
export const schemaContractShape = oneOf(
  'a contract mode or a mapping',
  [
    contractModeShape,
    object(
      'schema_contract',
      {
        columns: optional(contractModeShape),
        data_type: optional(contractModeShape),
      },
      { description: 'Contract modes for undeclared fields (`columns`) and for values of the wrong type (`data_type`).' },
    ),
  ],
  { description: 'What happens to fields that are not declared and to values of the wrong type.', default: 'evolve' },
);

const recordShape = object(
  'record',
  {
    description: optional(text({ description: 'What the record is. Becomes the JSDoc of its interface.', placeholders: 'prose' })),
    fields: optional(fieldsShape),
    schema_contract: optional(schemaContractShape),
  },
  { description: 'A record that fields of several resources, or of itself, refer to by name.' },
);

/** `records`: shared records by name. */
export const recordsShape = mapOf(recordShape, {
  description: 'Records that several resources share, or that contain themselves; fields refer to them with `record: name`.',
});

export type ColumnSpec = Shaped<typeof columnShape>;
export type ColumnsSpec = Shaped<typeof columnsShape>;
export type SchemaContractSpec = Shaped<typeof schemaContractShape>;
export type SharedRecordsSpec = Shaped<typeof recordsShape>;
export type FieldsSpec = Shaped<typeof fieldsShape>;
export type VariantsSpec = Shaped<typeof recordVariantsShape>;

/** Which types each key is for; the rest are for all. */
const KEY_FITS: { readonly [Key in keyof FieldFacts]?: { readonly types: readonly TypeWord[]; readonly words: string } } = {
  format: { types: ['string', 'text', 'datetime', 'timestamp', 'date', 'time'], words: 'string, datetime, date and time' },
  minimum: { types: ['integer', 'number', 'double'], words: 'integer and number' },
  maximum: { types: ['integer', 'number', 'double'], words: 'integer and number' },
  precision: { types: ['decimal'], words: 'decimal' },
  scale: { types: ['decimal'], words: 'decimal' },
  enum: { types: ['string', 'text', 'integer', 'number', 'double', 'boolean', 'bool'], words: 'string, integer, number and boolean' },
  const: { types: ['string', 'text', 'integer', 'number', 'double', 'boolean', 'bool'], words: 'string, integer, number and boolean' },
  cast: {
    types: ['string', 'text', 'integer', 'number', 'double', 'boolean', 'bool', 'datetime', 'timestamp'],
    words: 'string, integer, number, boolean and epochs',
  },
  values: { types: ['map'], words: 'map' },
  items: { types: ['array'], words: 'array' },
  nested: { types: ['array'], words: 'array' },
  fields: { types: ['object'], words: 'object' },
  type_name: { types: ['object'], words: 'object' },
  record: { types: ['object'], words: 'object' },
  variants: { types: ['union'], words: 'union' },
  discriminator: { types: ['union'], words: 'union' },
};

/** The type of a field that leaves the word out, as its other keys tell it. */
export function impliedType(facts: FieldFacts): TypeWord | undefined {
  if (facts.type !== undefined) return facts.type;
  if (facts.fields !== undefined || facts.record !== undefined) return 'object';
  if (facts.items !== undefined) return 'array';
  if (facts.values !== undefined) return 'map';
  if (facts.variants !== undefined) return 'union';
  const first = facts.const ?? facts.enum?.[0];
  if (typeof first === 'string') return 'string';
  if (typeof first === 'boolean') return 'boolean';
  if (typeof first === 'number') return Number.isInteger(first) ? 'integer' : 'number';
  return undefined;
}

/** A scale is part of a precision. */
function checkSize(facts: Pick<FieldFacts, 'precision' | 'scale'>, reading: Reading): void {
  const { precision, scale } = facts;
  if (scale === undefined) return;
  if (precision === undefined) reading.report(records.fieldNeeds(reading.spanOf(facts), 'decimal with a scale', 'precision'));
  else if (scale > precision) reading.report(records.scale(reading.spanOf(facts, 'scale'), precision));
}

function checkFacts(facts: FieldFacts, reading: Reading): void {
  const type = impliedType(facts);
  if (type === undefined) {
    reading.report(records.fieldType(reading.spanOf(facts), 'Say which type it has, or "json" for any value.'));
    return;
  }
  for (const key of Object.keys(KEY_FITS) as (keyof FieldFacts)[]) {
    const fits = KEY_FITS[key];
    if (fits === undefined || facts[key] === undefined || fits.types.includes(type)) continue;
    reading.report(records.fieldKey(reading.keySpanOf(facts, key), key, fits.words));
  }
  if (type === 'union' && facts.variants === undefined) reading.report(records.fieldNeeds(reading.spanOf(facts), type, 'variants'));
  for (const key of ['empty_as_null', 'null_texts'] as const) {
    if (facts.nullable === false && facts[key] !== undefined && facts[key] !== false)
      reading.report(records.emptyNull(reading.keySpanOf(facts, key), key));
  }
  if (facts.open !== undefined && facts.enum === undefined)
    reading.report(records.fieldKey(reading.keySpanOf(facts, 'open'), 'open', 'fields with an enum'));
  if (facts.minimum !== undefined && facts.maximum !== undefined && facts.minimum > facts.maximum)
    reading.report(records.range(reading.spanOf(facts, 'minimum')));
  checkSize(facts, reading);
}
