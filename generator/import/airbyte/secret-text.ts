import { placeOf, valueOf } from '../jinja/fold.js';
import { parseTemplate } from '../jinja/parse.js';
import { cannot } from '../refuse.js';
import { short, type Scope } from './scope.js';

/** Texts of a manifest that are secrets, as options. */

/** A text with one secret of the user in it, which becomes `{secret}`. */
export function secretText(text: string, scope: Scope): { readonly text: string; readonly option: string } {
  const template = parseTemplate(text);
  if ('reason' in template) return cannot(`${template.reason} in a credential: ${short(text)}`);
  let option: string | undefined;
  const made = template.map((part) => {
    if (typeof part === 'string') return part;
    const constant = valueOf(part, scope.lookup);
    if (constant !== undefined) return typeof constant === 'string' ? constant : String(constant);
    const place = placeOf(part) ?? scope.withDefault(part)?.place ?? firstPlace(part);
    if (place?.root !== 'config') return cannot(`a credential is computed: ${short(text)}`);
    const name = place.path.join('.');
    if (option !== undefined && option !== name) return cannot(`a credential of two options: ${short(text)}`);
    option = name;
    return '{secret}';
  });
  if (option === undefined) return cannot(`a credential that is no option: ${short(text)}`);
  return { text: made.join(''), option };
}

/** `config.x or config.y`, `config.x if … else config.y`: ways to find one credential. */
function firstPlace(part: Parameters<typeof placeOf>[0]): ReturnType<typeof placeOf> {
  if (part.kind === 'binary' && part.operator === 'or') return placeOf(part.left) ?? placeOf(part.right);
  if (part.kind === 'if') return placeOf(part.then) ?? (part.otherwise === undefined ? undefined : placeOf(part.otherwise));
  return undefined;
}
