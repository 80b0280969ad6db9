import { checkTemplate } from '../checks.js';
import { checkSelector } from '../paginators/stop-rules.js';
import { choice, list, mapOf, object, oneOf, optional, required, scalar, text, type Shape } from '../shape.js';

/** How values that are not lists of records become records, and which records are kept. */

const fieldName = text({ description: 'A field of the records, declared like any other.' });

export const reshapeShape = object(
  'reshape',
  {
    map_to_rows: optional(
      oneOf(
        'a field or a mapping',
        [
          fieldName,
          object(
            'map_to_rows',
            { key: required(fieldName), value: required(fieldName) },
            { description: 'The field that holds the key of an entry, and the field that holds its value, which is then no object.' },
          ),
        ],
        {
          description: 'The selector finds a mapping, and each of its entries is a record: this field holds the key.',
          examples: ['currency', { key: 'currency', value: 'rate' }],
        },
      ),
    ),
    scalars_to_rows: optional(
      text({ description: 'The selector finds a list of plain values, and each is a record with this one field.', examples: ['tag'] }),
    ),
    zip_columns: optional(
      list(fieldName, {
        description: 'The selector finds a mapping of lists of one length: the records are made of what stands at the same place in each.',
        min: 1,
        examples: [['time', 'temperature']],
      }),
    ),
    lists_to_rows: optional(
      oneOf(
        'a word or a list of fields',
        [
          choice('where the names are', ['header'], { description: 'header: the first list has the names of the fields.' }),
          list(fieldName, { description: 'The fields, in the order of the values.', min: 1 }),
        ],
        {
          description:
            'The selector finds a list of lists, and each is a record: with header, the first one has the names of the fields; else they are said. Values that are missing at the end of a list are not there; more values than names are an error.',
          examples: ['header', ['name', 'population']],
        },
      ),
    ),
    flatten: optional(
      text({
        description: 'The selector finds a list of objects, and the records are in a list inside each: here.',
        check: checkSelector,
        examples: ['items'],
      }),
    ),
    include: optional(
      oneOf(
        'a list of fields or a mapping',
        [
          list(text({ description: 'A field of the outer object.' }), { description: 'Fields, under their own names.', min: 1 }),
          mapOf(text({ description: 'Where the value is in the outer object.', check: checkSelector }), {
            description: 'Fields of the records, each with its place in the outer object.',
            min: 1,
          }),
        ],
        {
          description: 'With flatten: what each record gets from the object around it. It wins over a field of the same name.',
          examples: [['order_id'], { order_id: 'id' }],
        },
      ),
    ),
  },
  {
    description:
      'Makes records of values that are not a list of objects. One of map_to_rows, scalars_to_rows, zip_columns, lists_to_rows and flatten.',
  },
);

const OPERATORS = ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'in'] as const;
export type Operator = (typeof OPERATORS)[number];

const operand = oneOf(
  'a value or a list of values',
  [
    text({ description: 'A text, or `{config.x}`.', placeholders: 'filled', check: checkTemplate, allowEmpty: true }),
    scalar({ description: 'A number, true, false or null.' }),
    list(scalar({ description: 'A value.' }), { description: 'With op: in.', min: 1 }),
  ],
  { description: 'What the field is compared with: a literal, an option of the caller (`{config.x}`), or with op: in a list of literals.' },
);

const comparisonShape = object(
  'a comparison',
  {
    field: required(text({ description: 'A field of the records.' })),
    op: optional(
      choice('an operator', OPERATORS, { description: 'How they are compared. Null is neither less nor greater.', default: 'eq' }),
    ),
    value: required(operand),
  },
  { description: 'Keeps the records whose field compares so.', examples: [{ field: 'status', value: 'active' }] },
);

const comparisonsShape = list(comparisonShape, { description: 'Comparisons.', min: 1 });

const anyOfShape = object(
  'a choice of comparisons',
  { any: required(comparisonsShape) },
  { description: 'Keeps the records of which one comparison holds.' },
);

/** One comparison, a list of which all must hold, or `{ any: [...] }`; the items of the list may be such choices. */
export const filterShape: Shape<FilterSpec> = oneOf(
  'a comparison or a list of them',
  [withAny(), list(withAny(), { description: 'All of them hold.', min: 1 })],
  { description: 'Which records are kept; all others are read and left out. Paging is not affected.' },
);

export type ComparisonSpec = {
  readonly field: string;
  readonly op?: Operator;
  readonly value: string | number | boolean | null | readonly (string | number | boolean | null)[];
};
export type ConditionSpec = ComparisonSpec | { readonly any: readonly ComparisonSpec[] };
export type FilterSpec = ConditionSpec | readonly ConditionSpec[];

function withAny(): Shape<ConditionSpec> {
  return {
    expected: comparisonShape.expected,
    schema: { anyOf: [comparisonShape.schema, anyOfShape.schema] },
    accepts: (node) => node.kind === 'map',
    read(node, reading) {
      const isChoice = node.kind === 'map' && node.entries.some(({ key }) => key === 'any');
      return isChoice ? anyOfShape.read(node, reading) : comparisonShape.read(node, reading);
    },
  };
}
