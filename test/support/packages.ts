import { join } from 'node:path';
import { withLock } from '../../generator/output/lock.js';
import type { WriteOptions } from '../../generator/output/write.js';
import type { VirtualFile } from '../../generator/virtual-file.js';

/** The files of a package with these texts, and their lock. */
export function packageOf(texts: Readonly<Record<string, string>>): readonly VirtualFile[] {
  const files = Object.entries(texts).map(([path, text]) => ({ path, text }));
  return withLock(files, '0.0.0', 'spec');
}

/** The texts of files, by path. */
export function textsOf(files: readonly VirtualFile[]): Record<string, string> {
  return Object.fromEntries(files.map(({ path, text }) => [path, text]));
}

/** The files with these texts. */
export function filesOf(texts: Readonly<Record<string, string>>): readonly VirtualFile[] {
  return Object.entries(texts).map(([path, text]) => ({ path, text }));
}

/** How the tests write: as process 1000 in a world where only the given processes run. */
export function writeOptions(base: string, running: readonly number[] = []): WriteOptions {
  return { base, owner: { pid: 1000, isAlive: (pid) => running.includes(pid) } };
}

/** Where the tests' package goes. */
export function folderIn(base: string): string {
  return join(base, 'generated', 'acme');
}

/** A package of forty files, most of which differ between the two. */
export function bigPackage(state: 'old' | 'new'): readonly VirtualFile[] {
  const common = Array.from({ length: 30 }, (_, index) => [`src/part${index % 3}/file${index}.ts`, `${state} ${index}\n`.repeat(20)]);
  const only = Array.from({ length: 10 }, (_, index) => [`src/${state}/file${index}.ts`, `only ${state}\n`]);
  return packageOf(Object.fromEntries([...common, ...only, ['README.md', 'same\n']]));
}
