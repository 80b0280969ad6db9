import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { run as runCommand } from '../../../generator/commands/program.js';
import { disk } from '../../../generator/output/disk.js';

const CACHE = fileURLToPath(new URL('../node_modules/.cache/import', import.meta.url));

/** A folder of this name that stays from run to run. */
export function cacheFolder(name: string): string {
  const folder = join(CACHE, name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** The folder with the programs of a virtual environment that has these packages; it is made once. */
export function pythonWith(name: string, packages: readonly string[]): string {
  const folder = join(cacheFolder('python'), name);
  const programs = join(folder, 'bin');
  const mark = join(folder, `complete-${packages.join('-').replace(/[^A-Za-z0-9.-]/g, '_')}`);
  if (existsSync(mark)) return programs;
  try {
    execFileSync('python3', ['-m', 'venv', '--clear', folder], { stdio: 'pipe' });
    execFileSync(join(programs, 'pip'), ['install', '--quiet', '--disable-pip-version-check', ...packages], { stdio: 'pipe' });
    writeFileSync(mark, '');
  } catch (error) {
    throw new Error(`this needs python3 with venv, and PyPI: ${error instanceof Error ? error.message.slice(0, 400) : String(error)}`);
  }
  return programs;
}

/** What a program that was run said. */
export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end, while this one's servers go on answering. */
export async function run(
  program: string,
  argv: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
  seconds = 600,
): Promise<Ran> {
  const child = spawn(program, argv, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const timer = setTimeout(() => child.kill('SIGKILL'), seconds * 1000);
  const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  clearTimeout(timer);
  return { status: typeof status === 'number' ? status : 1, stdout, stderr };
}

/** Runs this program's command line in this process, where starting it again and again would be most of the time. */
export async function tapwrightHere(argv: readonly string[], cwd: string, interrupt = new AbortController().signal): Promise<Ran> {
  let stdout = '';
  let stderr = '';
  const status = await runCommand(argv, {
    stdout: { color: false, write: (said) => void (stdout += said) },
    stderr: { color: false, write: (said) => void (stderr += said) },
    env: {},
    cwd: realpathSync(cwd),
    owner: { pid: process.pid, isAlive: () => true },
    disk,
    interrupt,
    now: () => performance.now(),
  });
  return { status, stdout, stderr };
}

/** Runs this program's command line as its users do. */
export function tapwright(argv: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  return run(process.execPath, [fileURLToPath(new URL('bin.js', import.meta.url)), ...argv], cwd, env);
}
