import { checkName, checkTemplate } from '../checks.js';
import { spec as messages } from '../diagnostics/messages/spec.js';
import { integer, list, mapOf, object, oneOf, optional, required, scalar, text, type Shaped } from '../shape.js';

const valuesShape = oneOf(
  'a list or a list of config',
  [
    list(scalar({ description: 'A text, a number, true or false.' }), {
      description: 'The values, all of one type.',
      min: 1,
      examples: [['eu', 'us']],
    }),
    text({
      description: 'A list of the caller: `{config.repos}`.',
      placeholders: 'filled',
      check: checkTemplate,
      examples: ['{config.repos}'],
    }),
  ],
  { description: 'What a placeholder stands for, one value after the other.' },
);

/** `for_each` of a resource: lists, by the names that placeholders call their values. */
export const forEachShape = mapOf(valuesShape, {
  description:
    'Reads the resource once for each value of a list, or for each combination of several; `{for_each.region}` stands for the value, in the path, params, headers, json and data. A child is read so for each of its parents.',
  key: (name, span, reading) => {
    if (!checkName(name, span, reading)) return false;
    if (!name.includes('-')) return true;
    reading.report(messages.pattern(span, 'spec/name', 'not a name', 'Write it with underscores.'));
    return false;
  },
  min: 1,
  examples: [{ region: ['eu', 'us'], plan: ['free', 'pro'] }],
});

/** `group` of a resource: how many values, or parents, one request asks for. */
export const groupShape = oneOf(
  'a number, or a mapping',
  [
    integer({ description: 'How many, with commas between them.', min: 2, max: 10_000, examples: [50] }),
    object(
      'group',
      {
        size: required(integer({ description: 'How many.', min: 2, max: 10_000, examples: [50] })),
        separator: optional(text({ description: 'What stands between them.', default: ',', examples: ['|'] })),
      },
      { description: 'How many, and what stands between them.' },
    ),
  ],
  {
    description:
      'Asks for so many values of for_each, or so many parents, with each request: `{for_each.ids}`, or `{resources.orders.id}`, is all of them with commas between, and a list where it stands alone in json. Which record belongs to which one, only the records can say.',
    examples: [50],
  },
);

export type ForEachSpec = Shaped<typeof forEachShape>;
