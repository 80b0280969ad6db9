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

  missing: (name: string) =>
    error(
      'fixtures/missing',
      undefined,
      `there is no recording of ${shorten(name)}`,
      'Run npx tapwright record SPEC, or take the resource out of the spec.',
    ),

  /** `at` is a path in the file. The value itself is never shown. */
  secret: (path: string, { at, what, sha256 }: { readonly at: string; readonly what: string; readonly sha256: string }) =>
    error(
      'fixtures/secret',
      undefined,
      `${printable(path)} holds what looks like ${what} at ${printable(at)}`,
      `Is it none? --allow-fixture-secret ${sha256}`,
    ),

  leak: (path: string) =>
    error(
      'fixtures/secret',
      undefined,
      `${printable(path)} would hold a credential; nothing was written`,
      'Please report this: the credential should have been replaced.',
    ),

  tooLarge: (path: string, most: number) =>
    error(
      'fixtures/too-large',
      undefined,
      `${printable(path)} is larger than ${Math.round(most / 1024 / 1024)} MB`,
      'Record fewer pages or records.',
    ),

  unused: (path: string, count: number, again: Again) =>
    error(
      'fixtures/unused',
      undefined,
      `${printable(path)}: ${count === 1 ? '1 recorded exchange was' : `${count} recorded exchanges were`} not asked for: the paging ended early`,
      recordAgain(again),
    ),

  stale: (path: string, why: string, again: Again) =>
    error('fixtures/stale', undefined, `${printable(path)} cannot be replayed: ${printable(why).slice(0, 200)}`, recordAgain(again)),
} as const;

/** What is to be recorded anew. */
interface Again {
  readonly spec: string;
  readonly resource: string;
}

function recordAgain({ spec, resource }: Again): string {
  return `Record it again: npx tapwright record ${printable(spec)} --resource ${printable(resource)}`;
}
