import { spec as messages } from '../diagnostics/messages/spec.js';
import { kindOf, type Shape } from '../shape.js';

/** A mapping with a short form: one text, which `applyDefaults` has written out before this is read. */
export function shortly<T>(shape: Shape<T>, expected: string, description: string): Shape<T> {
  return {
    ...shape,
    expected,
    get schema() {
      return { anyOf: [shape.schema, { type: 'string', description }] };
    },
    read(node, reading) {
      if (node.kind === 'map') return shape.read(node, reading);
      reading.report(messages.type(node.span, expected, kindOf(node)));
      return undefined;
    },
  };
}
