import type { Span } from '../diagnostics/diagnostic.js';
import { spec as messages } from '../diagnostics/messages/spec.js';
import { closest, shorten } from '../diagnostics/words.js';
import { parseTemplate } from '../placeholder.js';
import type { Reading } from '../shape.js';
import type { ConfigOption, HeaderModel, ParamModel, ValueTemplate } from './connector-model.js';

/** Headers in the order of the spec. */
export function buildHeaders(headers: ReadonlyMap<string, string> | undefined, config: readonly ConfigOption[], reading: Reading): readonly HeaderModel[] {
  const names = new Map<string, string>();
  return [...(headers ?? [])].map(([name, value]) => {
    const first = names.get(name.toLowerCase());
    names.set(name.toLowerCase(), name);
    if (first !== undefined && headers !== undefined) reading.report(messages.pattern(reading.keySpanOf(headers, name), 'spec/duplicate-name', `${shorten(name)} and ${shorten(first)} are one header`));
    const span = spanIn(headers, name, reading);
    const template = buildTemplate(value, config, reading, span);
    if (SECRET_HEADER.test(name)) checkNoSecret(template, span, reading);
    return { name, value: template };
  });
}

/** Query parameters in the order of the spec; nulls are left out. */
export function buildParams(params: ReadonlyMap<string, string | number | boolean | null> | undefined, config: readonly ConfigOption[], reading: Reading): readonly ParamModel[] {
  return [...(params ?? [])].flatMap(([name, value]) => {
    if (value === null) return [];
    const span = spanIn(params, name, reading);
    const template = typeof value === 'string' ? buildTemplate(value, config, reading, span) : [String(value)];
    if (SECRET_PARAM.test(name)) checkNoSecret(template, span, reading);
    return [{ name, value: template }];
  });
}

const SECRET_HEADER = /^(authorization|proxy-authorization|cookie|x-api-key|api-key|x-auth-token|x-access-token)$/i;
const SECRET_PARAM = /^(api[_-]?key|access[_-]?token|auth[_-]?token|client[_-]?secret|password)$/i;

/** A credential in the text of a spec would be published with the package. */
function checkNoSecret(template: ValueTemplate, span: Span, reading: Reading): void {
  if (template.every((part) => typeof part === 'string')) reading.report(messages.secret(span, 'spec/secret-literal', 'a secret stands in the spec', 'Use client.auth: the caller passes it.'));
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
