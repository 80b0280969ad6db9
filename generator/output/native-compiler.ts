import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Compile, COMPILER_OPTIONS, type Fault, isChecked, type SourceText } from './compiler.js';
import { pathInside, targetAt } from './target.js';
import { readWebTypes } from './web-types.js';

/** TypeScript 7, a program of its own; undefined where npm did not install it: it is an optional part of `typescript`. */
export function nativeCompiler(): Compile | undefined {
  const library = findLibrary();
  if (library === undefined) return undefined;
  return async (files, signal) => {
    const folder = await placeSources(files, library);
    try {
      const checked = new Set(files.filter(isChecked).map(({ path }) => path));
      return parseFaults(await runCompiler(library, folder, { count: files.length, signal }), checked);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
}

/** Puts the files where the compiler finds them: a folder of their own. */
async function placeSources(files: readonly SourceText[], library: string): Promise<string> {
  if (platform() === 'linux' && tmpdir() === '/tmp') {
    // into memory, unless somebody says where temporary files go: a disk takes ten times as much of the processor, a tenth of a run
    const folder = await placeIn('/dev/shm', files, library).catch(() => undefined); // it may not be there, or be small
    if (folder !== undefined) return folder;
  }
  return placeIn(tmpdir(), files, library);
}

async function placeIn(parent: string, files: readonly SourceText[], library: string): Promise<string> {
  const folder = await mkdtemp(join(parent, 'tapwright-'));
  try {
    await writeSources(folder, files, library);
    return folder;
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** The folder with the compiler and the declarations that it brings. */
export function findLibrary(): string | undefined {
  try {
    const compiler = createRequire(import.meta.url).resolve('typescript/package.json');
    const own = createRequire(compiler).resolve(`@typescript/typescript-${platform()}-${arch()}/package.json`);
    const library = join(dirname(own), 'lib');
    return existsSync(programIn(library)) ? library : undefined;
  } catch {
    return undefined;
  }
}

function programIn(library: string): string {
  return join(library, platform() === 'win32' ? 'tsc.exe' : 'tsc');
}

/** What goes to the compiler: the files, its options, and the web types. */
async function writeSources(folder: string, files: readonly SourceText[], library: string): Promise<void> {
  const target = targetAt(folder, folder);
  const folders = new Set(files.map(({ path }) => dirname(pathInside(target, path))));
  await Promise.all([...folders].map((each) => mkdir(each, { recursive: true })));
  await Promise.all([
    writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: COMPILER_OPTIONS, include: ['.'] })),
    writeFile(join(folder, 'package.json'), '{"type":"module"}'),
    writeFile(join(folder, 'web.d.ts'), await readWebTypes(join(library, 'lib.dom.d.ts'))),
    ...files.map(({ path, text }) => writeFile(pathInside(target, path), text)),
  ]);
}

/** What the compiler prints. Throws when it could not run, or failed without saying what is wrong with the code. */
async function runCompiler(
  library: string,
  folder: string,
  { count, signal }: { readonly count: number; readonly signal: AbortSignal | undefined },
): Promise<string> {
  const argv = ['-p', folder, '--pretty', 'false', ...(count < FEW ? ['--singleThreaded'] : [])];
  try {
    const { stdout } = await run(programIn(library), argv, { cwd: folder, env: UNCOLLECTED, maxBuffer: 1 << 26, signal });
    return stdout;
  } catch (error) {
    const said = error instanceof Error && 'stdout' in error && typeof error.stdout === 'string' ? error.stdout : '';
    if (said.search(FAULT) < 0) throw error;
    return said;
  }
}

const run = promisify(execFile);

/** Threads cost more than they save for fewer files than this: on two cores, a third of the processor's time. */
const FEW = 60;

/**
 * The compiler is written in Go, and ends before collecting garbage would pay: without it a small package takes two thirds
 * of the processor's time, and hardly more memory. Above the limit it collects after all.
 */
const UNCOLLECTED = { GOGC: 'off', GOMEMLIMIT: '1GiB' };

/** `src/a.ts(3,14): error TS2322: Type 'string' is ...`; a fault of no file begins at `error`. Further lines are indented. */
const FAULT = /^(?:(.+)\((\d+),(\d+)\): )?error TS(\d+): (.*(?:\n .*)*)/gm;

function parseFaults(output: string, checked: ReadonlySet<string>): readonly Fault[] {
  return Array.from(output.matchAll(FAULT), ([, path, line, column, number, text = '']) => {
    const message = text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join(' ');
    if (path === undefined) return [{ message, number: Number(number) }];
    return checked.has(path) || isSyntax(Number(number))
      ? [{ path, line: Number(line), column: Number(column), number: Number(number), message }]
      : [];
  }).flat();
}

/** TypeScript numbers the faults of syntax from 1000. */
function isSyntax(number: number): boolean {
  return number < 2000;
}
