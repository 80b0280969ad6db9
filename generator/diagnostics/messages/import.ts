import { list, printable, shorten } from '../words.js';
import { error } from './spec.js';

/** What can go wrong when another tool's configuration is imported. Each function is one message; its name is its code. */
export const imports = {
  unreadable: (source: string, reason: string) =>
    error(
      'cli/missing-file',
      undefined,
      `${printable(source)} cannot be read: ${printable(reason)}`,
      'Give a file, a URL, or - for the standard input.',
    ),

  notParsed: (source: string, reason: string, place: string) =>
    error('import/syntax', undefined, `${printable(source)}${place}: ${printable(reason).slice(0, 200)}`),

  unknownKind: (source: string, known: readonly string[]) =>
    error(
      'import/unknown-kind',
      undefined,
      `${printable(source)} is nothing that can be imported`,
      `Known: ${list(known)}; say which with --from.`,
    ),

  otherKind: (source: string, what: string) =>
    error('import/unknown-kind', undefined, `${printable(source)} is not ${what}`, 'Leave out --from, to see what it is.'),

  nothing: (source: string, count: number) =>
    error(
      'import/nothing',
      undefined,
      count === 0 ? `${printable(source)} has nothing in it to read` : `nothing of ${printable(source)} could be brought`,
      'The report says why, stream by stream.',
    ),

  noneWanted: (given: string) =>
    error('cli/unknown-value', undefined, `--only ${shorten(given)} is no stream of the source`, 'See what there is: --list.'),

  exists: (path: string) =>
    error(
      'out/exists',
      undefined,
      `there is already ${printable(path)}`,
      'Pick another --out; --update adds what is new; --force overwrites.',
    ),

  noSpec: (path: string) => error('cli/missing-file', undefined, `there is no ${printable(path)} to update`, 'Leave out --update.'),

  noState: (source: string) =>
    error(
      'import/state',
      undefined,
      `${printable(source)} is no saved state`,
      'Give state.json of a pipeline of dlt, a state or STATE messages of Airbyte, or a state of Singer.',
    ),

  nothingContinues: () => error('import/state', undefined, 'no stream of the state can be gone on from', 'The lines above say why.'),

  dumperAlone: () => error('cli/usage', undefined, '--dumper goes with dlt', 'tapwright import dlt --dumper > dump.py'),
} as const;
