import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
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

export interface HowToRun {
  /**
   * Whether what the tests of a package share is bundled before: to open its sixty files one by one takes longer than what most of its tests do.
   * false: the files are run as their buyer has them. Default: true.
   */
  readonly bundled?: boolean;
  /** Whether the tests of a package are skipped after one of them has failed, where it is enough to know that one does. Default: false. */
  readonly untilFailure?: boolean;
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

/**
 * Runs the test files of the packages in a folder in one vitest process of its own: two files at a time, in one world, unless `options` say otherwise.
 * */
export async function runVitest(
  folder: string,
  options: readonly string[] = [],
  { bundled = true, untilFailure = false }: HowToRun = {},
): Promise<readonly TestFileResult[]> {
  const unread = bundled ? await bundleTests(folder) : [];
  if (untilFailure)
    await writeFiles(folder, [STOP, { path: 'vitest.config.mjs', text: `export default { test: { setupFiles: ['./${STOP.path}'] } };\n` }]);
  const report = join(folder, 'report.json');
  const bin = join(repository, 'node_modules/vitest/vitest.mjs');
  const only = bundled ? [`${BUNDLED}/test/`] : [];
  const worlds = ['--maxWorkers=2', ...(options.some((option) => option.startsWith('--isolate')) ? [] : ['--isolate=false'])];
  const time = options.some((option) => option.startsWith('--testTimeout')) ? [] : ['--testTimeout=60000']; // as their own `npm test` has it
  const args = [bin, 'run', ...only, '--root', folder, '--reporter=json', `--outputFile=${report}`, ...worlds, ...time, ...options];
  const { VITEST: _, VITEST_WORKER_ID: __, VITEST_POOL_ID: ___, NODE_OPTIONS: ____, ...env } = process.env;
  const output = await outputOf(args, folder, env);
  const text = await readFile(report, 'utf8').catch(() => {
    throw new Error(`vitest gave no report:\n${output.slice(-4000)}`);
  });
  const { testResults } = JSON.parse(text) as { readonly testResults: readonly TestFileResult[] };
  return [...testResults.map((result) => ({ ...result, name: originalOf(result.name) })), ...unread];
}

/** Packages are the folders at the top. */
const STOP = {
  path: 'stop.mjs',
  text: `
    import { afterEach, beforeEach } from 'vitest';
    const failed = (globalThis.failedPackages ??= new Set());
    const owner = ({ file }) => file.name.split('/')[0];
    beforeEach(({ task, skip }) => {
      if (failed.has(owner(task))) skip();
    });
    afterEach(({ task }) => {
      if (task.result?.state === 'fail') failed.add(owner(task));
    });
  `,
};

/** The folder in a package: what reads `../fixtures` from `test`, and `../../schemas` from `src/sync`, finds them from its `test`, too. */
const BUNDLED = 'bundled';

function originalOf(name: string): string {
  return name.replace(`/${BUNDLED}/test/`, '/test/').replace(/\.mjs$/, '.ts');
}

/** Bundles the tests of every package in a folder, beside them. Gives those that cannot be read. */
async function bundleTests(folder: string): Promise<readonly TestFileResult[]> {
  const found = await readdir(folder, { recursive: true });
  const byPackage = new Map<string, string[]>();
  for (const path of found.map((each) => each.replaceAll('\\', '/'))) {
    const [, of, file] = /^((?:[^/]+\/)*)test\/([^/]+\.test\.ts)$/.exec(path) ?? [];
    if (of !== undefined && file !== undefined && !path.startsWith('node_modules/'))
      byPackage.set(of, [...(byPackage.get(of) ?? []), file]);
  }
  const unread: TestFileResult[] = [];
  const waiting = [...byPackage];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [of, files] = next;
      const own = join(folder, of);
      const message = await bundle(own, files);
      if (message !== undefined)
        unread.push(...files.map((file) => ({ name: join(own, 'test', file), status: 'failed' as const, message, assertionResults: [] })));
    }
  };
  await Promise.all([work(), work()]);
  return unread;
}

/** Bundles test files of a package. Gives what is wrong where they cannot be. */
async function bundle(own: string, files: readonly string[]): Promise<string | undefined> {
  try {
    await build({
      entryPoints: files.map((file) => join(own, 'test', file)),
      outdir: join(own, BUNDLED, 'test'),
      outExtension: { '.js': '.mjs' },
      ...{ bundle: true, splitting: true, format: 'esm', platform: 'node', target: 'node20', packages: 'external', keepNames: true },
      logLevel: 'silent',
    });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  await symlink(join(own, 'fixtures'), join(own, BUNDLED, 'fixtures'), 'junction');
  return undefined;
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
