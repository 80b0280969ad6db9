import type { JsonValue } from '../shape.js';
import type { RecordVariants, TypeModel, UnionType, Variant } from './model.js';
import { toldIn } from './tells.js';

/** Which of several objects in a union a value is; undefined: none. */
export function toldAs(union: UnionType, value: JsonValue): TypeModel | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return toldIn(union).find(({ tell }) => tell === undefined || Object.hasOwn(value, tell))?.type;
}

/** Which variant a record is, as its decoder tells; undefined: none. */
export function variantOf(told: RecordVariants['told'], record: JsonValue): Variant | undefined {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return undefined;
  const value = (name: string): JsonValue | undefined =>
    Object.hasOwn(record, name) ? (record as { readonly [key: string]: JsonValue })[name] : undefined;
  if (told.kind === 'variants') return told.variants.find(({ word }) => value(told.discriminator) === word);
  return told.variants.find(({ tell }) => tell === undefined || value(tell) !== undefined);
}
