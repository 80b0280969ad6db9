import { closest, list, printable, shorten } from '../words.js';
import { error } from './spec.js';

/** What is wrong with the command line. Each function is one message; its name is its code. */
export const cli = {
  noCommand: () => error('cli/no-command', undefined, 'no command was given'),

  unknownCommand: (name: string, known: readonly string[]) =>
    error('cli/unknown-command', undefined, `${shorten(name)} is not a command`, suggest(name, known)),

  unknownFlag: (flag: string, known: readonly string[]) =>
    error('cli/unknown-flag', undefined, `unknown option ${shorten(flag)}`, suggest(flag, known)),

  repeatedFlag: (flag: string) => error('cli/repeated-flag', undefined, `${flag} was given twice`),

  emptyValue: (what: string) => error('cli/empty-value', undefined, `${what} is empty (an unset shell variable?)`),

  missingValue: (flag: string) => error('cli/missing-value', undefined, `${flag} needs a value`),

  unknownValue: (flag: string, value: string, known: readonly string[]) =>
    error('cli/unknown-value', undefined, `${flag} does not take ${shorten(value)}`, suggest(value, known)),

  number: (flag: string, least: number, most: number) =>
    error('cli/number', undefined, `${flag} takes a whole number from ${least} to ${most}`),

  conflict: (one: string, other: string) => error('cli/conflict', undefined, `${one} and ${other} cannot be given together`),

  usage: (message: string) => error('cli/usage', undefined, printable(message)),

  missingFile: (path: string, neighbours: readonly string[]) =>
    error(
      'cli/missing-file',
      undefined,
      `there is no file ${printable(path)}`,
      neighbours.length === 0 ? undefined : suggest(path, neighbours),
    ),

  noSpec: (folder: string) =>
    error(
      'cli/no-spec',
      undefined,
      `no spec was given, and ${printable(folder)} holds no .yaml file`,
      'Give the path of a spec, or make a first one: npx tapwright init https://api.example.com/v1/users',
    ),
  interrupted: () => error('cli/interrupted', undefined, 'interrupted; every file is as it was'),
} as const;

function suggest(word: string, known: readonly string[]): string {
  const match = closest(word, known);
  return match === undefined ? `Known: ${list(known.slice(0, 12).map(printable))}.` : `Did you mean "${printable(match)}"?`;
}
