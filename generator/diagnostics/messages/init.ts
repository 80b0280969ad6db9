import { printable, shorten } from '../words.js';
import { error } from './spec.js';

const FAILURES: ReadonlyMap<string, string> = new Map([
  ['status 401', 'Sign the request: --auth bearer, basic or api_key:HEADER.'],
  ['status 403', 'Sign the request: --auth bearer, basic or api_key:HEADER.'],
  ['status 406', "Ask for what the API speaks: --header 'Accept: application/vnd.api+json'"],
  ['status 405', "It may want a POST: --json '{}'"],
]);

/** What can go wrong when a first spec is made. Each function is one message; its name is its code. */
export const init = {
  exists: (path: string) => error('out/exists', undefined, `there is already ${printable(path)}`, 'Pick another --name, or --force.'),

  noRecords: (source: string) =>
    error(
      'api/no-records',
      undefined,
      `the answer of ${printable(source)} holds no list of objects`,
      'Give the URL of a list that is not empty.',
    ),

  notJson: (source: string) => error('api/not-json', undefined, `${printable(source)} is not JSON`),

  failed: (source: string, what: string) =>
    error(
      'api/failed',
      undefined,
      `${printable(source)}: ${printable(what).slice(0, 200)}`,
      ...(FAILURES.has(what) ? [FAILURES.get(what)] : []),
    ),

  unreadable: (path: string) =>
    error('cli/missing-file', undefined, `${printable(path)} cannot be read`, 'Give a URL, or a file with an answer.'),

  needsUrl: (path: string) =>
    error(
      'cli/needs-url',
      undefined,
      `${printable(path)} does not say which URL it is the answer to`,
      'Give it: --url https://api.example.com/v1/users',
    ),

  otherOrigin: (one: string, other: string) =>
    error('cli/other-origin', undefined, `${printable(one)} and ${printable(other)} are two APIs`, 'Make a spec for each.'),

  secretInUrl: (name: string) =>
    error(
      'cli/secret-argument',
      undefined,
      `the query parameter ${shorten(name)} looks like a secret`,
      'Secrets come from the environment: --auth api_key:NAME:query',
    ),

  badAuth: (given: string) =>
    error(
      'cli/unknown-value',
      undefined,
      `--auth does not take ${shorten(given)}`,
      'bearer, basic, api_key:HEADER, api_key:PARAMETER:query, or api_key:HEADER=Token {api_key}',
    ),

  badHeader: (name: string) =>
    error('cli/unknown-value', undefined, `--header does not take ${shorten(name)}`, "--header 'Accept: application/vnd.api+json'"),

  secretInHeader: (name: string) =>
    error(
      'cli/secret-argument',
      undefined,
      `the header ${shorten(name)} looks like a secret`,
      `Secrets come from the environment: --auth 'api_key:${printable(name)}=Token {api_key}'`,
    ),

  badBody: (given: string) =>
    error(
      'cli/unknown-value',
      undefined,
      `--json ${shorten(given)} is not JSON, nor a file with it`,
      `--json '{"limit": 50}', or --json @body.json`,
    ),

  badName: (given: string) =>
    error('cli/unknown-value', undefined, `--name does not take ${shorten(given)}`, 'Names match [a-z][a-z0-9_-]{0,63}.'),
} as const;
