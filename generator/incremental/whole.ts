import { spec as messages } from '../diagnostics/messages/spec.js';
import type { Span } from '../diagnostics/diagnostic.js';
import { shorten } from '../diagnostics/words.js';
import type { Name } from '../names.js';
import { parseTemplate } from '../placeholder.js';
import type { Reading } from '../shape.js';
import type { BoundModel, IncrementalModel } from './model.js';

/** What a bound needs to know of an option of the caller. */
export interface OptionFacts {
  readonly name: Name;
  readonly type: string;
  readonly optional: boolean;
  readonly default: string | number | boolean | null;
}

/** Whether cursors are numbers, and say nothing of time. */
export function isNumeric(kind: IncrementalModel['kind']): boolean {
  return kind === 'number' || kind === 'bigint';
}

/** A bound of cursors that are `bigint`: its digits, or an option that has them; null for what is none, which is reported. */
export function wholeBound(
  said: string | number | boolean,
  key: string,
  span: Span,
  config: readonly OptionFacts[],
  isEpochNs: boolean,
  reading: Reading,
): BoundModel | null {
  const parsed = typeof said === 'string' ? parseTemplate(said) : undefined;
  const [part, ...more] = parsed?.ok === true ? parsed.template : [];
  if (part !== undefined && typeof part !== 'string' && more.length === 0) {
    const option = part.root === 'config' ? config.find((each) => each.name.raw === part.path[0]) : undefined;
    if (option === undefined) {
      reading.report(messages.pattern(span, 'spec/unknown-option', `${shorten(part.source)} names no option of config`));
      return null;
    }
    const given = option.default;
    const isText = isEpochNs && (option.type === 'datetime' || option.type === 'date');
    if (isText) return { kind: 'option', option: option.name, optional: option.optional, default: given, isText };
    if ((option.type !== 'integer' && option.type !== 'string') || (given !== null && !isWholeText(String(given))))
      reading.report(
        messages.pattern(
          span,
          'spec/cursor-type',
          given === null
            ? `the option ${shorten(option.name.raw)} is of type ${option.type}, the cursor is a bigint`
            : `the default of the option ${shorten(option.name.raw)} is not an integer, the cursor is a bigint`,
          'Declare it with type: string, for its digits, or integer.',
        ),
      );
    return { kind: 'option', option: option.name, optional: option.optional, default: given, isText: false };
  }
  if (Number.isSafeInteger(said) || (typeof said === 'string' && isWholeText(said)))
    return { kind: 'value', value: String(BigInt(String(said))) };
  reading.report(
    messages.pattern(
      span,
      'spec/cursor-type',
      `${key} is ${typeof said === 'string' ? shorten(said) : String(said)}, the cursor is a bigint`,
      "Write an integer, beyond 2^53 between quotes: '1767225600000000001'.",
    ),
  );
  return null;
}

function isWholeText(text: string): boolean {
  return /^-?\d{1,100}$/.test(text);
}
