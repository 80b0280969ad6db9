import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { BUILD } from './build-id.js';
import { run, sayInterrupted } from './commands/program.js';
import { isAlive } from './output/claim.js';
import { disk } from './output/disk.js';
import type { Memory, Output } from './commands/io.js';

/**
 * Runs the command line of this process. The only module that uses `process`, but for `bin.ts`: everything else gets what
 * it needs as an `Io`.
 */
export async function main(): Promise<void> {
  const interrupt = new AbortController();
  const argv = process.argv.slice(2);
  const interactive = process.stdin.isTTY && process.stdout.isTTY;
  if (isMainThread && READS_MUCH.has(argv[0] ?? '') && !(argv[0] === 'init' && interactive) && !argv.includes('-')) {
    process.exitCode = await runApart(argv);
    return;
  }
  if (parentPort === null)
    process.once('SIGINT', () => interrupt.abort()); // a second one ends the process at once
  else parentPort.once('message', () => interrupt.abort()).unref();
  const memory = memoryIn(process.cwd());
  process.exitCode = await run(argv, {
    stdout: { ...outputTo(process.stdout), ...apart?.stdout },
    stderr: { ...outputTo(process.stderr), ...apart?.stderr },
    env: process.env,
    cwd: process.cwd(),
    owner: { pid: process.pid, isAlive: (pid) => isAlive(process.kill, pid) },
    disk,
    interrupt: interrupt.signal,
    ...(memory === undefined ? {} : { memory }),
    ...(interactive ? { terminal: { input: process.stdin, output: process.stdout } } : {}),
    stdin: () => text(process.stdin),
    now: () => performance.now(),
  });
}

/** What a thread of its own is told that it cannot see: whether colours are wanted. */
interface Apart {
  readonly tapwright: { readonly stdout: { readonly color: boolean }; readonly stderr: { readonly color: boolean } };
}

const apart = isMainThread ? undefined : (workerData as Partial<Apart> | null)?.tapwright;
if (apart !== undefined) void main();

/** Commands that look through what others wrote, which may be much: an interruption must not wait for that. */
const READS_MUCH: ReadonlySet<string> = new Set(['check', 'import', 'infer', 'init', 'record']);

/** How long a command has to end by itself, in milliseconds. */
const PATIENCE = 600;

/** Runs a command in a thread of its own, which can be ended whatever it does; its temporary files go with it. */
async function runApart(argv: readonly string[]): Promise<number> {
  const temporary = mkdtempSync(join(tmpdir(), 'tapwright-run-'));
  const colors = { stdout: { color: outputTo(process.stdout).color }, stderr: { color: outputTo(process.stderr).color } };
  const worker = new Worker(new URL(import.meta.url), {
    argv: [...argv],
    env: { ...process.env, TMPDIR: temporary },
    workerData: { tapwright: colors } satisfies Apart,
    resourceLimits: { maxYoungGenerationSizeMb: 12 }, // with more, newer Node.js keeps 90 MiB that do not make it faster
  });
  let interrupted = false;
  const stop = (): void => {
    if (interrupted) process.exit(130); // a second Ctrl-C: do not wait for what is to be tidied up
    interrupted = true;
    worker.postMessage('interrupt');
    setTimeout(() => {
      killed = true;
      void worker.terminate();
    }, PATIENCE).unref();
  };
  let killed = false;
  process.on('SIGINT', stop);
  try {
    const exitCode = await new Promise<number>((resolve, reject) => worker.once('error', reject).once('exit', resolve));
    return killed ? sayInterrupted(argv, { stdout: outputTo(process.stdout), stderr: outputTo(process.stderr) }) : exitCode;
  } finally {
    process.off('SIGINT', stop);
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** Where other tools keep theirs, too; a folder without `node_modules` gets none. */
function memoryIn(cwd: string): Memory | undefined {
  const place = join(cwd, 'node_modules');
  return BUILD === undefined || !existsSync(place) ? undefined : { folder: join(place, '.cache/tapwright'), program: BUILD };
}

function outputTo(stream: NodeJS.WriteStream): Output {
  // The reader may close the pipe, as `head` does (EPIPE). The rest of the output is dropped then.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const { NO_COLOR = '', TERM } = process.env;
  const color = stream.isTTY === true && NO_COLOR === '' && TERM !== 'dumb';
  return { color, write: (text) => void stream.write(text) };
}
