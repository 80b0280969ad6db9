import type { VirtualFile } from '../virtual-file.js';
import type { Change } from './level.js';

/** What `package.json` promises. */
export function manifestChanges(before: readonly VirtualFile[], after: readonly VirtualFile[]): readonly Change[] {
  const [old, now] = [manifestOf(before), manifestOf(after)];
  return (['name', 'engines', 'exports', 'type'] as const).flatMap((key): Change[] => {
    const [was, is] = [JSON.stringify(old[key]), JSON.stringify(now[key])];
    return was === is || was === undefined ? [] : [{ level: 'major', place: `package.json ${key}`, what: `${was} → ${is ?? 'removed'}` }];
  });
}

function manifestOf(files: readonly VirtualFile[]): { readonly [key: string]: unknown } {
  const read: unknown = JSON.parse(files.find(({ path }) => path === 'package.json')?.text ?? '{}');
  return typeof read === 'object' && read !== null ? { ...read } : {};
}

/** Sources and schemas that differ though the surface says nothing of it, or beside what it says. */
export function otherChanges(before: readonly VirtualFile[], after: readonly VirtualFile[], isTold: boolean): readonly Change[] {
  const old = new Map(before.map(({ path, text }) => [path, text]));
  const now = new Map(after.map(({ path, text }) => [path, text]));
  const paths = [...new Set([...old.keys(), ...now.keys()])].filter((path) => /^(?:src\/.*\.ts|schemas\/.*\.json)$/.test(path)).sort();
  const changed = paths.filter((path) => old.get(path) !== now.get(path));
  return isTold
    ? []
    : changed.map((place) => ({ level: 'patch', place, what: old.has(place) ? (now.has(place) ? 'changed' : 'removed') : 'added' }));
}
