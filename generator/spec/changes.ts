import { checkTemplate } from '../checks.js';
import { spec as messages } from '../diagnostics/messages/spec.js';
import { checkSelector } from '../paginators/stop-rules.js';
import { choice, list, mapOf, object, oneOf, optional, required, scalar, text, type Check, type Shaped } from '../shape.js';

/** What becomes of a record before it is checked: fields that are added, renamed, dropped, taken out of objects. */

function place(description: string): ReturnType<typeof text> {
  return text({ description, check: checkSelector, examples: ['info.run_id'] });
}

const path = place('A place in the record, as the API sends it.');

const template = oneOf(
  'a text, number, true, false or null',
  [
    text({
      description: 'A text; `{config.x}`, `{resources.parent.field}`, `{for_each.x}` and `{incremental.start_value}` are replaced.',
      placeholders: 'filled',
      check: checkTemplate,
      allowEmpty: true,
    }),
    scalar({ description: 'A number, true, false or null.' }),
  ],
  { description: 'The same for all records of a request. A placeholder that stands alone keeps its type.', examples: ['{config.shop}'] },
);

const fixed = object('value', { value: required(template) }, { description: 'A value that does not stand in the record.' });

const computed = object(
  'a value',
  {
    value: optional(template),
    concatenate: optional(
      list(
        oneOf('a place or a value', [path, fixed], {
          description: 'A place in the record, or `{ value: … }`. What is not there, or null, is empty.',
        }),
        {
          description: 'Texts, one after the other.',
          min: 2,
          few: 'One place stands by itself, without concatenate: label: region.',
          examples: [['region', 'number']],
        },
      ),
    ),
    separator: optional(text({ description: 'What stands between the parts of concatenate.', allowEmpty: true, default: '' })),
    lower: optional(place('The text at a place of the record, in lower case.')),
    hash: optional(
      oneOf('a place or a list of them', [path, list(path, { description: 'Places in the record.', min: 1 })], {
        description:
          'SHA-256, as 64 hexadecimal digits: of the text at a place; of several, of the JSON list of what stands there. One place that has nothing has no hash.',
      }),
    ),
    date: optional(place('The day in UTC of the instant at a place of the record, as YYYY-MM-DD.')),
  },
  {
    description: 'A value that is made: one of value, concatenate, lower, hash and date.',
    check(said, reading) {
      const given = (['value', 'concatenate', 'lower', 'hash', 'date'] as const).filter((key) => said[key] !== undefined);
      if (given.length !== 1)
        reading.report(
          messages.pattern(
            reading.spanOf(said),
            'spec/add',
            given.length === 0 ? 'nothing says what is added' : `${given.join(' and ')} at once`,
            'Give one of value, concatenate, lower, hash and date; a place in the record is a text alone: run_id: info.run_id.',
          ),
        );
      else if (said.separator !== undefined && said.concatenate === undefined)
        reading.report(messages.pattern(reading.keySpanOf(said, 'separator'), 'spec/add', 'separator goes with concatenate'));
    },
  },
);

/** A name that a field can have. */
const checkFieldName: Check<string> = (name, span, reading) => {
  if (name !== '__proto__' && name !== '') return true;
  reading.report(messages.pattern(span, 'spec/add', name === '' ? 'a field has a name' : 'no record can have a field "__proto__"'));
  return false;
};

export const addShape = mapOf(
  oneOf('a place in the record or a mapping', [path, computed], {
    description:
      'A text is a place in the record, or in every item of a list: `items[*].sku` is the list of them, with null for an item that has none. A mapping says how the value is made.',
    examples: ['info.run_id', 'items[*].sku', { value: '{config.shop}' }],
  }),
  {
    description:
      'Fields that each record gets before it is checked, by name. They are fields like others: in the type, the JSON Schema, tables and streams. One of the same name is replaced. ' +
      'What is not declared under fields has the type of where it comes from.',
    key: checkFieldName,
    examples: [{ run_id: 'info.run_id', shop: { value: '{config.shop}' } }],
  },
);

export const renameShape = mapOf(text({ description: 'The name it gets.', check: checkFieldName }), {
  description: 'Fields under other names, by the names, or places, that the API has. Under fields stand the new ones.',
  examples: [{ crtd: 'created_at' }],
});

export const dropShape = list(
  text({ description: 'A place in the record; [*] is every item.', check: checkSelector, examples: ['internal', 'owner.token'] }),
  { description: 'What is taken out of each record before it is checked.', min: 1 },
);

export const flattenShape = list(
  oneOf(
    'a place in the record or a mapping',
    [
      path,
      object(
        'flatten',
        {
          path: required(path),
          prefix: optional(text({ description: 'What the names of its members begin with then.', allowEmpty: true, default: '' })),
        },
        { description: 'A place, and what the names begin with.' },
      ),
    ],
    { description: 'The place of an object.' },
  ),
  {
    description:
      'Objects whose members become fields of the record itself, under their own names. A name that the record has already is an error: nothing is overwritten.',
    min: 1,
    examples: [['attributes'], [{ path: 'billing', prefix: 'billing_' }]],
  },
);

export const keyCaseShape = choice('a case', ['snake', 'lower'], {
  description:
    'snake: `createdAt` and `Created At` are read as `created_at`, at every depth, but not the keys of fields that are map or json. lower: the names of the record itself in lower case. Under fields stand the names that come of it.',
});

export type AddSpec = Shaped<typeof addShape>;
export type AddedSpec = AddSpec extends ReadonlyMap<string, infer Value> ? Value : never;
