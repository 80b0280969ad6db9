import { list, printable, shorten } from '../words.js';
import { error } from './spec.js';

/** What can go wrong when an API is recorded. Each function is one message; its name is its code. */
export const record = {
  missingSecret: (variable: string, empty: boolean) =>
    error(
      'cli/missing-secret',
      undefined,
      `${variable} is ${empty ? 'empty' : 'not set'}`,
      'Credentials come from the environment, never from the command line.',
    ),

  rotating: () =>
    error(
      'cli/rotating-token',
      undefined,
      'this API ends a refresh token when it is used, and there would be nobody to keep the next one',
      'Record from a HAR file, or with rotating: false where the old token stays good.',
    ),

  badSecret: (variable: string) =>
    error('cli/bad-secret', undefined, `${variable} holds a character that no header may have`, 'A line break at its end, perhaps.'),

  shortSecret: (variable: string, least: number) =>
    error(
      'cli/short-secret',
      undefined,
      `${variable} is shorter than ${least} characters: it could not be told from other text in a recording`,
    ),

  missingConfig: (variable: string, description: string) =>
    error('cli/missing-config', undefined, `${variable} is not set: ${printable(description)}`),

  badConfig: (variable: string, type: string) => error('cli/bad-config', undefined, `${variable} is not of type ${type}`),

  unknownResource: (name: string, known: readonly string[]) =>
    error('cli/unknown-resource', undefined, `the spec has no resource ${shorten(name)}`, `It has ${list(known)}.`),

  failed: (resource: string, what: string) =>
    error('api/failed', undefined, `${printable(resource)}: ${printable(what).slice(0, 400)}`, 'Nothing was written.'),

  unread: (resource: string, what: string) => ({
    ...error(
      'api/unread',
      undefined,
      `${printable(resource)}: ${printable(what).slice(0, 400)}`,
      'Set a paginator that reads them: npx tapwright init URL proposes one. On a single page, more: ignore says that it is meant.',
    ),
    severity: 'warning' as const,
  }),

  notReplayable: (resource: string, why: string) =>
    error(
      'fixtures/not-replayable',
      undefined,
      `the answers for ${shorten(resource)} make no recording that the connector can read to its end: ${printable(why).slice(0, 200)}`,
      'Record more pages (--pages).',
    ),

  notAsAsked: (resource: string) => ({
    ...error(
      'fixtures/not-recorded',
      undefined,
      `${shorten(resource)} is not recorded: it is read from files of jobs, or from two endpoints`,
      'The package has a recording that was made up.',
    ),
    severity: 'warning' as const,
  }),

  notOffered: (resource: string, option: string, requirement: string) => ({
    ...error(
      'fixtures/not-offered',
      undefined,
      `${shorten(resource)} is not read: it is there only where ${printable(option)} is ${printable(requirement)}`,
      'Set the variable, or leave the recording to one that is made up.',
    ),
    severity: 'warning' as const,
  }),

  notWritten: (path: string, reason: string) =>
    error('out/not-written', undefined, `${printable(path)} cannot be written (${printable(reason)})`),

  drifts: (resource: string, count: number) => ({
    ...error(
      'fixtures/drift',
      undefined,
      `the recording of ${shorten(resource)} is not what the spec says in ${count === 1 ? 'one place' : `${count} places`}`,
      'See npx tapwright check; npx tapwright infer adds new fields.',
    ),
    severity: 'warning' as const,
  }),

  har: (path: string, what: string) => error('fixtures/har', undefined, `${printable(path)} ${what}`),
} as const;
