import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { BUILD } from './build-id.js';
import { run } from './commands/program.js';
import { isAlive } from './output/claim.js';
import { disk } from './output/disk.js';
import type { Memory, Output } from './commands/io.js';

/**
 * Runs the command line of this process. The only module that uses `process`, but for `bin.ts`: everything else gets what
 * it needs as an `Io`.
 */
export async function main(): Promise<void> {
  const interrupt = new AbortController();
  process.once('SIGINT', () => interrupt.abort()); // a second one ends the process at once
  const memory = memoryIn(process.cwd());
  process.exitCode = await run(process.argv.slice(2), {
    stdout: outputTo(process.stdout),
    stderr: outputTo(process.stderr),
    env: process.env,
    cwd: process.cwd(),
    owner: { pid: process.pid, isAlive: (pid) => isAlive(process.kill, pid) },
    disk,
    interrupt: interrupt.signal,
    ...(memory === undefined ? {} : { memory }),
    ...(process.stdin.isTTY && process.stdout.isTTY ? { terminal: { input: process.stdin, output: process.stdout } } : {}),
    stdin: () => text(process.stdin),
    now: () => performance.now(),
  });
}

/** Where other tools keep theirs, too; a folder without `node_modules` gets none. */
function memoryIn(cwd: string): Memory | undefined {
  const place = join(cwd, 'node_modules');
  return BUILD === undefined || !existsSync(place) ? undefined : { folder: join(place, '.cache/tapwright'), program: BUILD };
}

function outputTo(stream: NodeJS.WriteStream): Output {
  // Whoever reads us may stop, as `head` does: what we still have to say is then for nobody.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const { NO_COLOR = '', TERM } = process.env;
  return { color: stream.isTTY === true && NO_COLOR === '' && TERM !== 'dumb', write: (text) => void stream.write(text) };
}
