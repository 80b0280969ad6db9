import { type Code, code, docWords, join, literal } from '../code.js';
import type { TemplateValues } from '../emit/template.js';
import { buildOutputs, coordinatedDestinationsOf, destinationsOf, type Output, sharedDestinationsOf } from '../outputs.js';

/** The holes of `src/sync/open-destination.ts`. */
export function destinationChoice(outputs: readonly Output[]): TemplateValues {
  const known = destinationsOf(outputs);
  return {
    options: known.length > 0 ? code`options` : code`_options`, // with nothing to open, nobody reads them
    some: known.length > 0,
    imports: code`${known.map(({ imported }) => imported)}`,
    cases: code`${known.map(({ open }) => open)}`,
    words: docWords(known.map(({ words }) => words).join(', ')),
    formats: hasFormats(outputs) && literal([...new Set(known.flatMap(({ formats }) => formats))]),
  };
}

/** What `src/sync/index.ts` exports of them. */
export function destinationExports(outputs: readonly Output[]): Code {
  return code`${destinationsOf(outputs).map(({ exported }) => exported)}`;
}

/** Whether one of them writes files of several formats. */
export function hasFormats(outputs: readonly Output[]): boolean {
  return destinationsOf(outputs).some(({ formats }) => formats.length > 0);
}

/** What says where units of split reads can be written to. */
export function sharedDestinations(outputs: readonly Output[]): TemplateValues {
  const own = sharedDestinationsOf(outputs);
  const words = (own.length > 0 ? own : sharedDestinationsOf(buildOutputs('all'))).map((each) => each.words).join(', ');
  return {
    shared: docWords(own.length > 0 ? words : `${words}, once they stand under outputs of the spec`),
    patterns: join(
      own.flatMap(({ sharedAt }) => sharedAt ?? []),
      ', ',
    ),
  };
}

/** What says where they can be written to if a database elsewhere keeps them. */
export function coordinatedDestinations(outputs: readonly Output[]): TemplateValues {
  const own = coordinatedDestinationsOf(outputs);
  return {
    coordinated: docWords(own.map(({ words }) => words).join(', ')),
    coordinators: docWords(
      sharedDestinationsOf(outputs)
        .map(({ words }) => words)
        .join(' or '),
    ),
    coordinatedPatterns: join(
      own.flatMap(({ coordinatedAt }) => coordinatedAt ?? []),
      ', ',
    ),
  };
}

/** Whether one of them says how large batches are. */
export function gathers(outputs: readonly Output[]): boolean {
  return destinationsOf(outputs).some((destination) => destination.gathers === true);
}
