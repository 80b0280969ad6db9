import { type Command, type CommanderError, Option } from 'commander';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { cli } from '../diagnostics/messages/cli.js';

/** Thrown to end the reading of a command line: with what is wrong, or with nothing when help was asked for and given. */
export class Stop extends Error {
  readonly diagnostic: Diagnostic | undefined;
  readonly command: Command;

  constructor(diagnostic: Diagnostic | undefined, command: Command) {
    super(diagnostic?.message);
    this.diagnostic = diagnostic;
    this.command = command;
  }
}

/** An option with a value that is given at most once, is not empty and does not look like another option. */
export function valueOption(flags: string, description: string, known?: readonly string[]): Option {
  const option = new Option(flags, description);
  const flag = option.long ?? flags;
  return option.argParser((value: string, previous: unknown) => {
    if (previous !== undefined) throw new Misused(cli.repeatedFlag(flag));
    if (value.trim() === '') throw new Misused(cli.emptyValue(flag));
    if (value.startsWith('-')) throw new Misused(cli.missingValue(flag));
    if (known !== undefined && !known.includes(value)) throw new Misused(cli.unknownValue(flag, value, known));
    return value;
  });
}

/** An option with a value that may be given several times. */
export function listOption(flags: string, description: string): Option {
  const option = new Option(flags, description);
  const flag = option.long ?? flags;
  return option.argParser((value: string, previous: readonly string[] | undefined) => {
    if (value.trim() === '') throw new Misused(cli.emptyValue(flag));
    if (value.startsWith('-')) throw new Misused(cli.missingValue(flag));
    return [...(previous ?? []), value];
  });
}

/** An option that takes a whole number in a range, at most once. */
export function numberOption(flags: string, description: string, least: number, most: number): Option {
  const option = new Option(flags, description);
  const flag = option.long ?? flags;
  return option.argParser((value: string, previous: unknown) => {
    if (previous !== undefined) throw new Misused(cli.repeatedFlag(flag));
    const number = /^\d{1,9}$/.test(value) ? Number(value) : -1;
    if (number < least || number > most) throw new Misused(cli.number(flag, least, most));
    return number;
  });
}

/** An argument that may be given several times and is never empty. */
export function fullArguments(name: string): (value: string, previous: readonly string[] | undefined) => readonly string[] {
  return (value, previous = []) => {
    if (value.trim() === '') throw new Misused(cli.emptyValue(name));
    return [...previous, value];
  };
}

/** An argument that is not empty. */
export function oneArgument(name: string): (value: string) => string {
  return (value) => {
    if (value.trim() === '') throw new Misused(cli.emptyValue(name));
    return value;
  };
}

/** Makes a command throw a `Stop` where it would print and exit. */
export function stopOnError(command: Command): Command {
  return command.exitOverride((error) => {
    throw new Stop(diagnosticOf(error, command), command);
  });
}

/** Thrown while a value is read. */
class Misused extends Error {
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.diagnostic = diagnostic;
  }
}

/** What is wrong with the command line, if `error` says that; any other error is our own. */
export function misuse(error: unknown, program: Command): Stop | undefined {
  if (error instanceof Stop) return error;
  return error instanceof Misused ? new Stop(error.diagnostic, program) : undefined;
}

function diagnosticOf(error: CommanderError, command: Command): Diagnostic | undefined {
  const [quoted = '', second = ''] = [...error.message.matchAll(/'(.*?)'/g)].map((match) => match[1] ?? '');
  switch (error.code) {
    case 'commander.helpDisplayed':
    case 'commander.version':
      return undefined;
    case 'commander.help':
      return error.exitCode === 0 ? undefined : cli.noCommand();
    case 'commander.unknownOption':
      return cli.unknownFlag(quoted, flagsOf(command));
    case 'commander.unknownCommand':
      return cli.unknownCommand(
        quoted,
        command.commands.map((each) => each.name()),
      );
    case 'commander.optionMissingArgument':
      return cli.missingValue(plain(quoted));
    case 'commander.conflictingOption':
      return cli.conflict(plain(quoted), plain(second));
    default:
      return cli.usage(error.message.replace(/^error: /, ''));
  }
}

function flagsOf(command: Command): string[] {
  return [...command.options.flatMap(({ long }) => (long === undefined || long === null ? [] : [long])), '--help'];
}

/** `--out <dir>` → `--out` */
function plain(flags: string): string {
  return flags.replace(/[ =].*/, '');
}
