import { checkName, checkTemplate } from '../checks.js';
import { spec as messages } from '../diagnostics/messages/spec.js';
import { list, mapOf, oneOf, scalar, text, type Shaped } from '../shape.js';

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
    'Reads the resource once for each value of a list, or for each combination of several; `{for_each.region}` stands for the value, in the path, params, headers, json and data.',
  key: (name, span, reading) => {
    if (!checkName(name, span, reading)) return false;
    if (!name.includes('-')) return true;
    reading.report(messages.pattern(span, 'spec/name', 'not a name', 'Write it with underscores.'));
    return false;
  },
  min: 1,
  examples: [{ region: ['eu', 'us'], plan: ['free', 'pro'] }],
});

export type ForEachSpec = Shaped<typeof forEachShape>;
