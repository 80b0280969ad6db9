import { exactDigits } from '../recordings/exact.js';
import { fitsDecimal } from '../types/decimal.js';
import type { TypeModel } from '../types/model.js';
import { DECIMAL_DIGITS, INTEGER_DIGITS, STRING_FORMATS } from '../types/patterns.js';
import { timePattern } from '../types/time-format.js';
import type { JsonValue } from '../shape.js';

/** What a value is, against what was declared. */

/** A text where a text of some form was declared. */
export function isBroad(type: TypeModel, value: JsonValue): boolean {
  return typeof value === 'string' && exactDigits(value) === undefined && (type.kind === 'time' || type.kind === 'string');
}

/** Whether a value, not null, is what a type without parts says; of the others, whether it is of the right JSON type. */
export function isOf(type: TypeModel, value: JsonValue): boolean {
  const digits = exactDigits(value);
  const text = typeof value === 'string' && digits === undefined ? value : undefined;
  const number = digits === undefined ? value : Number(digits);
  switch (type.kind) {
    case 'string':
      return text !== undefined && (type.format === undefined || new RegExp(STRING_FORMATS[type.format].pattern).test(text));
    case 'number':
      return (
        typeof number === 'number' &&
        (!type.integer || Number.isSafeInteger(number)) &&
        (type.minimum ?? -Infinity) <= number &&
        number <= (type.maximum ?? Infinity)
      );
    case 'boolean':
      return typeof value === 'boolean';
    case 'time': {
      const pattern = timePattern(type.of, type.format);
      return pattern === undefined ? typeof number === 'number' : text !== undefined && new RegExp(pattern).test(text);
    }
    case 'bigint':
      return (
        (typeof number === 'number' && /^-?\d+$/.test(digits ?? String(number))) ||
        (text !== undefined && new RegExp(INTEGER_DIGITS).test(text))
      );
    case 'decimal':
      if (typeof number === 'number') return type.size === undefined || fitsDecimal(digits ?? String(number), type.size);
      return text !== undefined && new RegExp(DECIMAL_DIGITS).test(text) && (type.size === undefined || fitsDecimal(text, type.size));
    case 'enum':
      return typeof value === typeof type.values[0];
    case 'array':
      return isList(value);
    case 'object':
    case 'record':
    case 'map':
    case 'variants':
      return isObject(value);
    case 'union':
      return type.members.some((member) => isOf(member, value));
    case 'json':
      return true;
  }
}

export type JsonObject = { readonly [key: string]: JsonValue };

export function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !isList(value);
}

export function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
