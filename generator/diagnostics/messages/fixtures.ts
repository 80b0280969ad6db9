import { closest, list, printable, shorten } from '../words.js';
import { error } from './spec.js';

/** What is wrong with a recording. Each function is one message; its name is its code. */
export const fixtures = {
  notJson: (path: string) => error('fixtures/not-json', undefined, `${printable(path)} is not JSON`),

  version: (path: string) =>
    error('fixtures/version', undefined, `${printable(path)} is not a recording of version 1`, 'It may be written by a newer tapwright.'),

  resource: (path: string, resource: string) =>
    error('fixtures/resource', undefined, `${printable(path)} is not a recording of ${shorten(resource)}`),

  unknown: (name: string, known: readonly string[]) =>
    error(
      'fixtures/unknown-resource',
      undefined,
      `there is a recording of ${shorten(name)}, but no such resource`,
      closest(name, known) === undefined ? `Known: ${list(known)}.` : `Did you mean "${closest(name, known)}"?`,
    ),

  /** `at` is a path in the file: `exchanges[0].request.url`. */
  invalid: (path: string, at: string, expected: string) =>
    error('fixtures/invalid', undefined, `${printable(path)} at ${printable(at)}: expected ${expected}`),
} as const;
