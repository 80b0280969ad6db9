import { execFile } from 'node:child_process';
import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { surface } from '../diagnostics/messages/surface.js';
import { shownPath } from '../output/target.js';
import type { VirtualFile } from '../virtual-file.js';
import type { Io } from './io.js';

const run = promisify(execFile);

export type Baseline =
  /** `files` is empty where there was no such package. */
  | { readonly ok: true; readonly files: readonly VirtualFile[]; readonly shown: string }
  | { readonly ok: false; readonly diagnostic: Diagnostic };

/** What a package is made of that its surface depends on. */
const PARTS = /^(?:src\/.*\.ts|schemas\/.*\.json|package\.json)$/;

/** A package as it was: in a folder (its own, or the one that holds packages), or in a revision of git at `folder`. */
export async function readBaseline(against: string, folder: string, name: string, { cwd }: Io): Promise<Baseline> {
  const given = resolve(cwd, against);
  const isFolder = await stat(given).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (isFolder) {
    const inside = join(given, name);
    const own = (await readdir(given)).includes('package.json');
    return { ok: true, files: await filesIn(own ? given : inside), shown: shownPath(own ? given : inside, cwd) };
  }
  if (!/^[A-Za-z0-9_][A-Za-z0-9_./@^~{}-]{0,199}$/.test(against)) return { ok: false, diagnostic: surface.unknownRevision(against) };
  return inGit(against, folder, cwd);
}

async function inGit(revision: string, folder: string, cwd: string): Promise<Baseline> {
  const git = async (...args: readonly string[]): Promise<string> =>
    (await run('git', ['-C', cwd, ...args], { maxBuffer: 64 * 1024 * 1024 })).stdout;
  const top = await git('rev-parse', '--show-toplevel').catch(() => undefined);
  if (top === undefined) return { ok: false, diagnostic: surface.noRepository(revision) };
  try {
    const root = top.trim();
    const commit = (await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`)).trim();
    const path = relative(root, folder).replaceAll('\\', '/');
    const listed = (await git('ls-tree', '-r', '-z', '--name-only', '--full-tree', commit, '--', `${path}/`))
      .split('\0')
      .filter((name) => name !== '');
    const files: VirtualFile[] = [];
    for (const full of listed) {
      const name = full.slice(path.length + 1);
      if (PARTS.test(name)) files.push({ path: name, text: await git('show', `${commit}:${full}`) });
    }
    return { ok: true, files, shown: `${revision}:${path}` };
  } catch {
    const isEmpty = await git('rev-parse', '--verify', '--quiet', 'HEAD').then(
      () => false,
      () => true,
    );
    return { ok: false, diagnostic: isEmpty ? surface.noCommit() : surface.unknownRevision(revision) };
  }
}

async function filesIn(folder: string): Promise<readonly VirtualFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  const parts = paths.filter((path) => PARTS.test(path) && !path.includes('node_modules')).sort();
  return Promise.all(parts.map(async (path) => ({ path, text: await readFile(join(folder, path), 'utf8') })));
}

/** Where the CHANGELOG of a spec lies. */
export function changelogPath(specPath: string): string {
  return join(dirname(specPath), specPath.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, ''), 'CHANGELOG.md');
}
