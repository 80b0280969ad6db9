import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { VirtualFile } from '../../generator/virtual-file.js';

/**
 * Packages that a test file made, and that are still to be compiled. `setup.ts` has it done when the file is done, all of them together: most of
 * what a compiler does for one small package it does once for fifty.
 */
const packages = new Map<string, Waiting>();

interface Waiting {
  readonly files: readonly VirtualFile[];
  /** The spec, for whoever has to find out what is wrong. */
  readonly spec: string;
}

/** The same of whole programs, their commands too. */
const programs: (readonly VirtualFile[])[] = [];

/** So many source files at once: beyond, a compiler needs more memory than time is saved. */
const TOGETHER = 1500;

/** Has the sources of a package compiled as strictly as by `generate`, where only what all runtimes have is known. */
export function compileLater(files: readonly VirtualFile[], spec = ''): void {
  const sources = files.filter(({ path }) => path === 'src/package.json' || (path.startsWith('src/') && path.endsWith('.ts')));
  packages.set(JSON.stringify(sources), { files: sources, spec });
}

/** Has all sources of a package compiled with the types of Node and of what its commands import. */
export function compileProgramLater(files: readonly VirtualFile[]): void {
  programs.push(files.filter(({ path }) => path.startsWith('src/') || path === 'package.json'));
}

/** Compiles what waits. Throws when something of it is no program. */
export async function compileWaiting(): Promise<void> {
  const waiting = [...packages.values()];
  const whole = programs.splice(0);
  packages.clear();
  if (waiting.length > 0) await compilePackages(waiting);
  if (whole.length > 0) await compilePrograms(whole);
}

async function compilePackages(waiting: readonly Waiting[]): Promise<void> {
  const { nativeCompiler } = await import('../../generator/output/native-compiler.js');
  const { isFault } = await import('../../generator/hooks/check.js');
  const compile = nativeCompiler() ?? (await import('../../generator/output/script-compiler.js')).compileInProcess;
  for (const batch of batches(waiting)) {
    const files = inFolders(batch.map((each) => each.files));
    const all = await compile(files);
    const faults = all.filter((fault) => isFault({ ...fault, path: fault.path?.replace(/^package\d+\//, '') ?? '' }));
    if (faults.length === 0) continue;
    const texts = new Map(files.map(({ path, text }) => [path, text]));
    const said = faults.slice(0, 20).map(({ path = '', line = 1, message }) => {
      const source = texts.get(path)?.split('\n')[line - 1]?.trim() ?? '';
      return `${path}:${line}: ${message}\n    ${source}`;
    });
    const [, at] = /^package(\d+)\//.exec(faults[0]?.path ?? '') ?? [];
    throw new Error(`emitted code does not compile:\n${said.join('\n')}\npackage${at ?? ''} is made of:\n${batch[Number(at)]?.spec ?? ''}`);
  }
}

async function compilePrograms(waiting: readonly (readonly VirtualFile[])[]): Promise<void> {
  const { put } = await import('./sandbox.js');
  const { repository } = await import('./generator-sources.js');
  const folder = mkdtempSync(join(tmpdir(), 'tapwright-programs-'));
  try {
    const files = inFolders(waiting).map(({ path, text }) => [path, text]);
    const include = waiting.map((_, index) => `package${index}/src`);
    put(folder, { ...Object.fromEntries(files), 'tsconfig.json': JSON.stringify({ compilerOptions: OPTIONS, include }) });
    symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'));
    await promisify(execFile)(process.execPath, [join(repository, 'node_modules/typescript/bin/tsc'), '-p', folder]);
  } catch (error) {
    throw error instanceof Error && 'stdout' in error ? new Error(`emitted programs do not compile:\n${String(error.stdout)}`) : error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As strict as the `tsconfig.json` of a package. */
const OPTIONS = {
  ...{ target: 'es2022', lib: ['es2022', 'dom', 'dom.iterable'], module: 'nodenext', types: ['node'], noEmit: true, skipLibCheck: true },
  ...{ strict: true, noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true, noPropertyAccessFromIndexSignature: true },
  ...{ noImplicitOverride: true, allowImportingTsExtensions: true, verbatimModuleSyntax: true, erasableSyntaxOnly: true },
};

function inFolders(all: readonly (readonly VirtualFile[])[]): readonly VirtualFile[] {
  return all.flatMap((files, index) => files.map(({ path, text }) => ({ path: `package${index}/${path}`, text })));
}

function batches(all: readonly Waiting[]): readonly (readonly Waiting[])[] {
  const made: Waiting[][] = [[]];
  let count = 0;
  for (const each of all) {
    if (count > 0 && count + each.files.length > TOGETHER) {
      made.push([]);
      count = 0;
    }
    made.at(-1)?.push(each);
    count += each.files.length;
  }
  return made;
}
