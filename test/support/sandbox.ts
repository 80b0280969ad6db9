import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  lstatSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder for one test, removed after it. */
export function sandbox(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'tapwright-test-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files, folders included. */
export function put(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** The text of every file below a folder, by path; a link is shown as such. */
export function contentOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    entriesOf(folder)
      .filter(({ kind }) => kind !== 'folder')
      .map(({ path, content }) => [path, content]),
  );
}

/** Everything that a write could change: names, kinds, bytes, modes and times, of folders too. */
export function fingerprintOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    [{ path: '.', kind: 'folder', content: '' }, ...entriesOf(folder)].map(({ path, kind, content }) => {
      const { mode, mtimeMs } = lstatSync(join(folder, path));
      return [path, `${kind} ${mode.toString(8)} ${mtimeMs} ${createHash('sha256').update(content).digest('hex').slice(0, 16)}`];
    }),
  );
}

interface Entry {
  readonly path: string;
  readonly kind: string;
  readonly content: string;
}

function entriesOf(folder: string, below = ''): Entry[] {
  return readdirSync(join(folder, below), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry): Entry[] => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      const full = join(folder, path);
      if (entry.isSymbolicLink()) return [{ path, kind: 'link', content: `-> ${readlinkSync(full)}` }];
      if (entry.isDirectory()) return [{ path, kind: 'folder', content: '' }, ...entriesOf(folder, path)];
      return [{ path, kind: 'file', content: statSync(full).isFile() ? readFileSync(full, 'utf8') : '' }];
    });
}
