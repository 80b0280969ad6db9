import { Command, Option } from 'commander';
import { cli } from '../diagnostics/messages/cli.js';
import { internal } from '../diagnostics/messages/internal.js';
import { lifeCommands, type NewCommand } from './definitions.js';
import { EXIT } from './exit-code.js';
import type { GenerateRequest } from './generate-request.js';
import { version } from '../version.js';
import type { Io } from './io.js';
import type { Pipeline } from './pipeline.js';
import { type Format, FORMATS, report } from './report.js';
import { fullArguments, misuse, type Stop, stopOnError, valueOption } from './usage.js';

/**
 * Runs a command line (without `node` and the script) and returns the exit code. Never throws: an error that nobody
 * foresaw is reported as our bug. What a command needs beyond its flags is loaded when it runs, so that help is instant.
 */
export async function run(argv: readonly string[], io: Io, pipeline?: Pipeline): Promise<number> {
  let exitCode: number = EXIT.done;
  const program = describe(io, async (command) => {
    exitCode = await command(pipeline);
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (io.interrupt.aborted) return sayInterrupted(argv, io);
    const stop = misuse(error, program.commands.find((each) => each.name() === argv[0]) ?? program);
    if (stop !== undefined) return explain(stop, formatOf(argv), io);
    if (argv.includes('--debug') && error instanceof Error) io.stderr.write(`${error.stack ?? ''}\n`);
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return report({ findings: [{ diagnostics: [internal.unexpected(message)] }] }, formatOf(argv), io);
  }
}

type Start = (command: (pipeline: Pipeline | undefined) => Promise<number>) => Promise<void>;

/** Says that a command was ended, and returns the exit code. */
export function sayInterrupted(argv: readonly string[], io: Pick<Io, 'stdout' | 'stderr'>): number {
  return report({ findings: [{ diagnostics: [cli.interrupted()] }] }, formatOf(argv), io);
}

/** Every command with its flags. */
function describe(io: Io, start: Start): Command {
  const program = base(new Command('tapwright'), io)
    .description('Turns one YAML spec of a REST API into a standalone, strictly typed TypeScript connector package.')
    .usage('<command> [options]')
    .version(version, '-V, --version', 'print the version')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', '\nExamples:\n  $ tapwright generate specs/analytics.yaml\n  $ tapwright generate --check');

  program.addCommand(
    common(base(new Command('generate'), io))
      .summary('write the packages of specs')
      .description('Writes the package of each spec to a folder of its name, DIR/<name>. Without SPEC: every specs/*.yaml.')
      .argument('[SPEC...]', 'paths of specs', fullArguments('SPEC'))
      .addOption(valueOption('--out <DIR>', 'the folder that holds the packages (default: generated)'))
      .addOption(new Option('--check', 'write nothing; print how the folders differ, exit 1 if they do').conflicts(['force', 'printModel']))
      .addOption(new Option('--print-model', 'write nothing; print the model of each spec as JSON').conflicts('force'))
      .addOption(
        new Option('--release', 'raise the version as the changes ask for, and write the CHANGELOG').conflicts(['check', 'printModel']),
      )
      .addOption(valueOption('--against <REV|DIR>', 'with --release: what to compare with (default: HEAD)'))
      .addOption(new Option('--force', 'overwrite generated files that were edited since'))
      .addHelpText(
        'after',
        [
          '',
          'Files of yours in a package (node_modules, dist, notes) are left alone.',
          '',
          'Examples:',
          '  $ tapwright generate specs/analytics.yaml      writes generated/analytics',
          '  $ tapwright generate --out ../connectors       every spec, to ../connectors/<name>',
          '  $ tapwright generate --check                   for CI',
        ].join('\n'),
      )
      .action(async (specs: readonly string[] | undefined, options: Omit<GenerateRequest, 'specs'>) => {
        const { generateCommand } = await import('./generate.js');
        await start((pipeline) => generateCommand({ ...options, specs: specs ?? [] }, io, pipeline));
      }),
  );
  const make: NewCommand = (name, formats) => common(base(new Command(name), io), formats);
  for (const command of lifeCommands(make, io, (run) => start(() => run()))) program.addCommand(command);
  return program;
}

/** What every command has in common: where it prints, and that it throws rather than exits. */
function base(command: Command, { stdout }: Io): Command {
  return stopOnError(command)
    .configureOutput({ writeOut: (text) => stdout.write(text), writeErr: () => undefined })
    .helpOption('-h, --help', 'print this help')
    .showSuggestionAfterError(false);
}

function common(command: Command, formats: readonly string[] = FORMATS): Command {
  return command
    .addOption(valueOption('--format <FORMAT>', formatWords(formats), formats))
    .addOption(new Option('--debug', 'print the stack of an unexpected error'));
}

function formatWords(formats: readonly string[]): string {
  const meanings: Readonly<Record<string, string>> = { json: 'one JSON object', html: 'a page' };
  const words = formats.map((format) => (meanings[format] === undefined ? format : `${format} (${meanings[format]} on stdout)`));
  return `${words.join(', ')}; default: ${formats[0]}`;
}

/** What was wrong with the command line, and how it is meant to be used. */
function explain({ diagnostic, command }: Stop, format: Format, io: Io): number {
  if (diagnostic === undefined) return EXIT.done;
  const exitCode = report({ findings: [{ diagnostics: [diagnostic] }] }, format, io);
  const help =
    diagnostic.code === 'cli/no-command' ? command.helpInformation() : `Usage: ${usageOf(command)}\nMore: ${nameOf(command)} --help\n`;
  if (format === 'human') io.stderr.write(`\n${help}`);
  return exitCode;
}

function usageOf(command: Command): string {
  return `${nameOf(command)} ${command.usage()}`;
}

function nameOf(command: Command): string {
  return command.parent === null ? command.name() : `${command.parent.name()} ${command.name()}`;
}

/** The format that was asked for, of a command line that may be wrong. */
function formatOf(argv: readonly string[]): Format {
  return argv.includes('--format=json') || argv[argv.indexOf('--format') + 1] === 'json' ? 'json' : 'human';
}
