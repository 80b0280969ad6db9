import { spec } from '../diagnostics/messages/spec.js';
import { parseTemplate } from '../placeholder.js';
import type { Check } from '../shape.js';

/** Refuses placeholders that are never closed. What they name is checked against the whole spec in `model/build`. */
export const checkTemplate: Check<string> = (value, span, reading) => {
  const parsed = parseTemplate(value);
  if (!parsed.ok) reading.report(spec.pattern(span, 'spec/placeholder', parsed.message));
  return parsed.ok;
};
