import type { Span } from '../diagnostics/diagnostic.js';
import { spec as messages } from '../diagnostics/messages/spec.js';
import { closest, shorten } from '../diagnostics/words.js';
import { parseTemplate } from '../placeholder.js';
import type { Reading } from '../shape.js';
import type { ConfigOption, HeaderModel, ParamModel, ValueTemplate } from './connector-model.js';

/** Headers in the order of the spec. */
export function buildHeaders(headers: ReadonlyMap<string, string> | undefined, config: readonly ConfigOption[], reading: Reading): readonly HeaderModel[] {
  return [...(headers ?? [])].map(([name, value]) => ({ name, value: buildTemplate(value, config, reading, spanIn(headers, name, reading)) }));
}

/** Query parameters in the order of the spec; nulls are left out. */
export function buildParams(params: ReadonlyMap<string, string | number | boolean | null> | undefined, config: readonly ConfigOption[], reading: Reading): readonly ParamModel[] {
  return [...(params ?? [])].flatMap(([name, value]) => {
    if (value === null) return [];
    return [{ name, value: typeof value === 'string' ? buildTemplate(value, config, reading, spanIn(params, name, reading)) : [String(value)] }];
  });
}

/** A text of the spec with its placeholders resolved; one that names nothing is reported at `span`. */
export function buildTemplate(text: string, config: readonly ConfigOption[], reading: Reading, span: Span): ValueTemplate {
  const parsed = parseTemplate(text);
  if (!parsed.ok) return [];
  return parsed.template.flatMap((part): ValueTemplate => {
    if (typeof part === 'string') return [part];
    if (part.root === 'config' && part.path.length === 1) {
      const option = config.find((each) => each.name.raw === part.path[0]);
      if (option !== undefined) return [{ config: option.name }];
      const match = closest(part.path[0] ?? '', config.map((each) => each.name.raw));
      reading.report(messages.pattern(span, 'spec/unknown-option', `${shorten(part.source)} names no option of config`, match === undefined ? 'Declare it under config.' : `Did you mean "{config.${match}}"?`));
    } else if (part.root === 'resources' || part.root === 'incremental') {
      reading.report(messages.notSupportedYet(span, part.source, 'Only {config.…} is known so far.'));
    } else {
      reading.report(messages.pattern(span, 'spec/placeholder', `${shorten(part.source)} is not a placeholder`, 'Write {config.name}; double the braces for literal ones.'));
    }
    return [];
  });
}

function spanIn(map: object | undefined, key: string, reading: Reading): Span {
  return map === undefined ? { start: 0, end: 0 } : reading.spanOf(map, key);
}
