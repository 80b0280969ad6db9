// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import process from 'node:process';
import { parseArgs, parseEnv, type ParseArgsConfig } from 'node:util';
import { GithubIssuesError } from '../index.ts';
import { adoptStates } from './adopt-states.ts';
import { check, listResources, readResource, showState } from './commands.ts';
import { SyncError, type SyncErrorCode } from './destination.ts';
import { helpText } from './help.ts';
import { runAirbyte } from './airbyte.ts';
import { runSinger } from './singer.ts';
import { readText } from './json-file.ts';
import { messageOf, printUntil, tell } from './output.ts';
import { allow } from './own-file.ts';
import { runSync } from './run-sync.ts';
import { runSplits, runUnit } from './run-unit.ts';

const OPTIONS = {
  to: { type: 'string' },
  schema: { type: 'string' },
  prefix: { type: 'string' },
  adopt: { type: 'boolean' },
  unstorable: { type: 'string' },
  resource: { type: 'string', multiple: true },
  'full-refresh': { type: 'boolean' },
  since: { type: 'string' },
  backfill: { type: 'string' },
  report: { type: 'string' },
  compact: { type: 'boolean' },
  state: { type: 'string' },
  limit: { type: 'string' },
  env: { type: 'string' },
  mode: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  format: { type: 'string' },
  config: { type: 'string' },
  catalog: { type: 'string' },
  units: { type: 'string' },
  split: { type: 'string' },
  run: { type: 'string' },
  finish: { type: 'string' },
  abandon: { type: 'string' },
  coordinator: { type: 'string' },
  properties: { type: 'string' },
  singer: { type: 'boolean' },
  discover: { type: 'boolean' },
  about: { type: 'boolean' },
  airbyte: { type: 'boolean' },
} as const satisfies ParseArgsConfig['options'];

/** The options of a command line. */
export interface Options {
  readonly to?: string | undefined;
  readonly schema?: string | undefined;
  readonly prefix?: string | undefined;
  readonly adopt?: boolean | undefined;
  readonly unstorable?: string | undefined;
  readonly resource?: readonly string[] | undefined;
  readonly 'full-refresh'?: boolean | undefined;
  readonly since?: string | undefined;
  readonly backfill?: string | undefined;
  readonly report?: string | undefined;
  readonly compact?: boolean | undefined;
  readonly state?: string | undefined;
  readonly limit?: string | undefined;
  readonly env?: string | undefined;
  readonly mode?: string | undefined;
  readonly json?: boolean | undefined;
  readonly help?: boolean | undefined;
  readonly format?: string | undefined;
  readonly config?: string | undefined;
  readonly catalog?: string | undefined;
  readonly units?: string | undefined;
  readonly split?: string | undefined;
  readonly run?: string | undefined;
  readonly finish?: string | undefined;
  readonly abandon?: string | undefined;
  readonly coordinator?: string | undefined;
  readonly properties?: string | undefined;
  readonly singer?: boolean | undefined;
  readonly discover?: boolean | undefined;
  readonly about?: boolean | undefined;
  readonly airbyte?: boolean | undefined;
}

/** What was given on the command line, and what commands need beside it. */
export interface Invocation {
  readonly options: Options;
  /** The environment, and what `--env` adds to it. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborts at Ctrl-C. */
  readonly signal: AbortSignal;
}

/** Runs a command line and returns its exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  const interruption = new AbortController();
  const interrupt = (signal: NodeJS.Signals): void => {
    if (interruption.signal.aborted) process.exit(130); // the second Ctrl-C
    interruption.abort(new Interruption(signal === 'SIGTERM' ? 143 : 130));
  };
  printUntil(interruption.signal);
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0); // the reader closed the pipe, as `head` does
  });
  try {
    return await run(argv, interruption.signal);
  } catch (error) {
    if (error instanceof Interruption) {
      tell('interrupted: what was read is kept, and the next run goes on from there');
      return error.exitCode;
    }
    tell(`error: ${messageOf(error)}`);
    if (error instanceof GithubIssuesError && error.code === 'position_refused') {
      tell(
        `hint: sync --full-refresh --resource ${error.resource} reads all of it into a new table; a tap or a source begins again where its state says nothing of ${error.resource}`,
      );
    }
    return exitCodeOf(error);
  } finally {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
  }
}

async function run(argv: readonly string[], signal: AbortSignal): Promise<number> {
  const { values: options, positionals } = parse(argv);
  const [command, ...rest] = positionals;
  if (options.help === true) {
    process.stdout.write(helpText);
    return 0;
  }
  allow(options.mode ?? '600');
  const fromFile = options.env === undefined ? {} : await readEnvironment(options.env);
  const env = { ...fromFile, ...Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== '')) };
  const invocation: Invocation = { options, env, signal };
  if (options.singer === true) return runSinger(invocation);
  if (options.airbyte === true) return runAirbyte(command, invocation);
  if (command === 'spec' || command === 'discover') return runAirbyte(command, invocation);
  if ((command === 'check' || command === 'read') && options.config !== undefined)
    return runAirbyte(command, invocation);
  switch ([command, ...rest.slice(0, command === 'state' ? 1 : 0)].join(' ')) {
    case 'sync':
      if ([options.split, options.run, options.finish, options.abandon].some((each) => each !== undefined))
        return runUnit(invocation);
      return runSync(invocation);
    case 'splits':
      return runSplits(invocation);
    case 'read':
      return readResource(invocation, rest);
    case 'check':
      return check(invocation);
    case 'resources':
      return listResources(invocation);
    case 'state show':
      return showState(invocation);
    case 'state adopt':
      return adoptStates(invocation);
    default:
      throw new SyncError(
        'usage',
        `${command === undefined ? 'no command' : `unknown command ${JSON.stringify(positionals.join(' '))}`}; --help lists them`,
      );
  }
}

function parse(argv: readonly string[]): { readonly values: Options; readonly positionals: readonly string[] } {
  if (argv.some((each) => /^--env-file(?:-if-exists)?(?:=|$)/.test(each))) {
    throw new SyncError(
      'usage',
      'Node.js takes --env-file for itself, and obeys what the file says about it: say --env FILE',
    );
  }
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new SyncError('usage', messageOf(error));
  }
}

async function readEnvironment(path: string): Promise<Readonly<Record<string, string | undefined>>> {
  const text = await readText(path, 'usage');
  if (text === undefined) throw new SyncError('usage', `--env ${path}: cannot be read`);
  return parseEnv(text);
}

/** The reason of a sync that somebody ended. */
class Interruption extends Error {
  readonly exitCode: number;

  constructor(exitCode: number) {
    super('interrupted');
    this.exitCode = exitCode;
  }
}

const EXIT_CODES: Readonly<Record<SyncErrorCode, number>> = {
  usage: 2,
  driver: 2,
  destination: 3,
  foreign: 3,
  narrowing: 3,
  locked: 3,
  state: 5,
};

/** 2: usage or settings. 3: the destination. 4: the API. 5: a state is refused. 70: a bug. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof SyncError) return EXIT_CODES[error.code];
  if (error instanceof GithubIssuesError) return error.code === 'invalid_state' ? 5 : 4;
  return 70;
}
