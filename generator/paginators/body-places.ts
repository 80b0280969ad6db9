import type { Path, Place, WhereStep } from '../selector.js';
import type { BodyPath } from './contract.js';

/** The value of a body path in a synthesised answer. */
export function bodyAt<T>(path: Path | null, value: T): readonly (readonly [BodyPath, T])[];

export function bodyAt<T>(path: Place | null, value: T): readonly (readonly [BodyPath, T | WhereStep['equals']])[];

export function bodyAt(path: Place | null, value: unknown): readonly (readonly [BodyPath, unknown])[] {
  if (path === null) return [];
  const keys = path.map((step) => (step.kind === 'key' ? step.key : step.kind === 'index' ? Math.max(step.index, 0) : 0));
  const told = path.flatMap((step, at) => (step.kind === 'where' ? [[[...keys.slice(0, at + 1), step.key], step.equals] as const] : []));
  return [[keys, value], ...told];
}
