import type { JsonValue } from '../shape.js';
import type { RecordVariants, Variant } from './model.js';

/** Which variant a record is, as its decoder tells; undefined: none. */
export function variantOf(told: RecordVariants['told'], record: JsonValue): Variant | undefined {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return undefined;
  const value = (name: string): JsonValue | undefined =>
    Object.hasOwn(record, name) ? (record as { readonly [key: string]: JsonValue })[name] : undefined;
  if (told.kind === 'variants') return told.variants.find(({ word }) => value(told.discriminator) === word);
  return told.variants.find(({ tell }) => tell === undefined || value(tell) !== undefined);
}
