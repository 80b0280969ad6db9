import { spec as messages } from '../diagnostics/messages/spec.js';
import { shorten } from '../diagnostics/words.js';
import { parseSelector } from '../selector.js';
import type { JsonValue, Reading } from '../shape.js';

/** What a login request must not say. */

/** Headers of the login that stand there twice, or that its body sets. */
export function checkLoginHeaders(
  said: { readonly headers?: ReadonlyMap<string, string>; readonly json?: JsonValue; readonly data?: ReadonlyMap<string, string> },
  reading: Reading,
): void {
  const { headers } = said;
  const seen = new Map<string, string>();
  for (const name of headers?.keys() ?? []) {
    if (headers === undefined) return;
    const span = reading.keySpanOf(headers, name);
    const first = seen.get(name.toLowerCase());
    seen.set(name.toLowerCase(), name);
    if (first !== undefined)
      reading.report(messages.pattern(span, 'spec/duplicate-name', `${shorten(name)} and ${shorten(first)} are one header`));
    else if (name.toLowerCase() === 'content-type' && (said.json !== undefined || said.data !== undefined))
      reading.report(messages.pattern(span, 'spec/param-conflict', `the header ${shorten(name)} is set by the body`, 'Leave it out.'));
  }
}

/** A credential in the text of a spec would be published with the package. */
export function checkLiterals(value: JsonValue | undefined, said: object, key: string, reading: Reading): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, each] of Object.entries(value)) {
    if (typeof each !== 'string') checkLiterals(each, said, key, reading);
    else if (/password|passwd|secret|token|api[_-]?key/i.test(name) && !/\{[^{}]+\}/.test(each))
      reading.report(
        messages.secret(
          reading.spanOf(said, key),
          'spec/secret-literal',
          'a secret stands in the spec',
          'Name a credential in its place: {password}.',
        ),
      );
  }
}

export function checkPath(value: string | undefined, span: { readonly start: number; readonly end: number }, reading: Reading): void {
  if (value === undefined) return;
  const parsed = parseSelector(value);
  if (!parsed.ok) reading.report(messages.pattern(span, 'spec/selector-syntax', parsed.message, parsed.hint));
  else if (parsed.path.length === 0 || parsed.path.some((step) => step.kind !== 'key'))
    reading.report(messages.pattern(span, 'spec/selector-syntax', 'not the place of a member', 'Name its keys: data.token.'));
}
