import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { VirtualFile } from '../../generator/virtual-file.js';
import { repository } from './generator-sources.js';

/** A folder outside the repository in which packages find vitest; removed when `use` is done. */
export async function withPackages<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'tapwright-packages-'));
  try {
    await symlink(join(repository, 'node_modules'), join(folder, 'node_modules'), 'dir');
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export async function writeFiles(folder: string, files: readonly VirtualFile[]): Promise<void> {
  for (const { path, text } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** What vitest says of one test file. */
export interface TestFileResult {
  /** Absolute. */
  readonly name: string;
  readonly status: 'passed' | 'failed';
  /** Of the file as a whole: why it could not be read, or nothing. */
  readonly message: string;
  readonly assertionResults: readonly { readonly title: string; readonly status: string; readonly failureMessages: readonly string[] }[];
}

/** Runs the test files of a folder in one vitest process of its own: two files at a time, in one world, unless `options` say otherwise. */
export async function runVitest(folder: string, options: readonly string[] = []): Promise<readonly TestFileResult[]> {
  const report = join(folder, 'report.json');
  const bin = join(repository, 'node_modules/vitest/vitest.mjs');
  const worlds = ['--maxWorkers=2', ...(options.some((option) => option.startsWith('--isolate')) ? [] : ['--isolate=false'])];
  const time = options.some((option) => option.startsWith('--testTimeout')) ? [] : ['--testTimeout=60000']; // as their own `npm test` has it
  const args = [bin, 'run', '--root', folder, '--reporter=json', `--outputFile=${report}`, ...worlds, ...time, ...options];
  const { VITEST: _, VITEST_WORKER_ID: __, VITEST_POOL_ID: ___, NODE_OPTIONS: ____, ...env } = process.env;
  const output = await outputOf(args, folder, env);
  const text = await readFile(report, 'utf8').catch(() => {
    throw new Error(`vitest gave no report:\n${output.slice(-4000)}`);
  });
  return (JSON.parse(text) as { readonly testResults: readonly TestFileResult[] }).testResults;
}

/** Its workers are in its process group, so that nothing is left of it when it hangs. */
async function outputOf(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn(process.execPath, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const kill = (): void => {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  };
  const timer = setTimeout(kill, MOST_MS);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await new Promise((resolve) => child.on('close', resolve));
  clearTimeout(timer);
  return output;
}

const MOST_MS = 500_000;
