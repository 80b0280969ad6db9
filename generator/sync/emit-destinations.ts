import { type Code, code, docWords, literal } from '../code.js';
import type { TemplateValues } from '../emit/template.js';
import { destinationsOf, type Output } from '../outputs.js';

/** The holes of `src/sync/open-destination.ts`. */
export function destinationChoice(outputs: readonly Output[]): TemplateValues {
  const known = destinationsOf(outputs);
  return {
    imports: code`${known.map(({ imported }) => imported)}`,
    cases: code`${known.map(({ open }) => open)}`,
    words: docWords(known.map(({ words }) => words).join(', ')),
    formats: literal(known.flatMap(({ formats }) => formats)),
  };
}

/** What `src/sync/index.ts` exports of them. */
export function destinationExports(outputs: readonly Output[]): Code {
  return code`${destinationsOf(outputs).map(({ exported }) => exported)}`;
}
