import { code, type Code } from '../code.js';
import type { JsonValue } from '../shape.js';
import type { CastType, TypeModel } from './model.js';

/** Values of other JSON types that say the same: `"5"` for 5, 0 and 1 for false and true. */

/** What values of a type are made of others; undefined: nothing is. */
export function castTypeOf(type: TypeModel): CastType | undefined {
  switch (type.kind) {
    case 'string':
      return 'string';
    case 'number':
      return type.integer ? 'integer' : 'number';
    case 'boolean':
      return 'boolean';
    case 'time':
      return type.format.kind === 'epoch_s' || type.format.kind === 'epoch_ms' ? 'number' : undefined;
    case 'enum': {
      const kinds = new Set(type.values.map((value) => typeof value));
      const [kind] = kinds;
      return kinds.size === 1 && (kind === 'string' || kind === 'number' || kind === 'boolean') ? kind : undefined;
    }
    default:
      return undefined;
  }
}

/** What the emitted code makes of a value; one that does not say the same stays as it is. */
export function castValue(to: CastType, value: JsonValue): JsonValue {
  if (to === 'string') return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
  if (to === 'boolean' && typeof value !== 'object') {
    const word = String(value).toLowerCase();
    return TRUE.test(word) ? true : FALSE.test(word) ? false : value;
  }
  if (typeof value === 'boolean') return value ? 1 : 0;
  const [, whole = '', fraction = ''] = typeof value === 'string' ? (/^[+-]?(\d{1,15})(?:\.(\d{1,15}))?$/.exec(value) ?? []) : [];
  const fits = whole !== '' && (to === 'integer' ? !/[1-9]/.test(fraction) : (whole + fraction).length <= 15);
  return fits ? Number(value) : value;
}

const TRUE = /^(?:true|t|yes|y|on|1)$/;
const FALSE = /^(?:false|f|no|n|off|0)$/;

/** The functions of `src/internal/checks.ts`, by what they make. */
export const CASTS: Readonly<Record<'castString' | 'castInteger' | 'castNumber' | 'castBoolean', Code>> = {
  castString: code`/** A number, or true or false, as text; any other value as it is. */
export function castString(value: unknown): unknown {
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean' ? String(value) : value;
}`,
  castInteger: code`/** A whole number of at most 15 digits that is written as text, and false and true as 0 and 1; any other value as it is. */
export function castInteger(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'string' && /^[+-]?\\d{1,15}(?:\\.0{1,15})?$/.test(value) ? Number(value) : value;
}`,
  castNumber: code`/** A number of at most 15 digits that is written as text, and false and true as 0 and 1; any other value as it is. */
export function castNumber(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0;
  const [, whole = '', fraction = ''] = typeof value === 'string' ? (/^[+-]?(\\d{1,15})(?:\\.(\\d{1,15}))?$/.exec(value) ?? []) : [];
  return whole !== '' && whole.length + fraction.length <= 15 ? Number(value) : value;
}`,
  castBoolean: code`/** 1, "true", "yes" and the like as true, 0, "false", "no" and the like as false; any other value as it is. */
export function castBoolean(value: unknown): unknown {
  if (typeof value === 'object') return value;
  if (/^(?:true|t|yes|y|on|1)$/i.test(String(value))) return true;
  return /^(?:false|f|no|n|off|0)$/i.test(String(value)) ? false : value;
}`,
};
