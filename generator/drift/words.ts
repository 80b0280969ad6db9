import { exactDigits } from '../recordings/exact.js';
import type { TypeModel, UnionType, ValueModel } from '../types/model.js';
import { STRING_FORMATS } from '../types/patterns.js';
import { toldIn } from '../types/tells.js';
import { timeWords } from '../types/time-format.js';
import type { JsonValue } from '../shape.js';
import { isBroad, isList } from './values.js';

/** Types, values and counts in words. */

/** "string, never null" */
export function describe(value: ValueModel): string {
  return `${shapeOf(value.type)}${value.nullable ? '' : ', never null'}`;
}

export function shapeOf(type: TypeModel): string {
  switch (type.kind) {
    case 'string':
      return type.format === undefined ? 'string' : STRING_FORMATS[type.format].words;
    case 'number': {
      const range = [
        ...(type.minimum === undefined ? [] : [`at least ${type.minimum}`]),
        ...(type.maximum === undefined ? [] : [`at most ${type.maximum}`]),
      ].join(' and ');
      return `${type.integer ? 'integer' : 'number'}${range === '' ? '' : ` of ${range}`}`;
    }
    case 'time':
      return timeWords(type.of, type.format);
    case 'enum':
      return type.values.map((each) => JSON.stringify(each)).join(' or ');
    case 'record':
      return type.record.typeName;
    case 'variants':
      return 'object';
    case 'union':
      return unionWords(type);
    default:
      return type.kind;
  }
}

/** `string or object with a or b` */
function unionWords(type: UnionType): string {
  const told = toldIn(type);
  const tells = told.flatMap(({ tell }) => tell ?? []);
  const others = type.members.filter((member) => told.every((each) => each.type !== member)).map(shapeOf);
  const objects = told.length === 0 ? [] : [tells.length < told.length ? 'object' : `object with ${tells.join(' or ')}`];
  return [...others, ...objects].join(' or ');
}

/** The type of a value, in the words of the spec language. */
export function typeOf(value: JsonValue): string {
  const digits = exactDigits(value) ?? (typeof value === 'number' ? String(value) : undefined);
  if (digits !== undefined) {
    const number = Number(digits);
    return /^-?\d+$/.test(digits) || Number.isInteger(number) ? (Number.isSafeInteger(number) ? 'integer' : 'bigint') : 'number';
  }
  if (value === null) return 'null';
  return isList(value) ? 'array' : typeof value;
}

/** What is wrong with a value, beside the type that was declared. */
export function mismatchOf(type: TypeModel, value: JsonValue): string {
  if (isBroad(type, value)) return `text that is not ${shapeOf(type)}`;
  const seen = typeOf(value);
  if (seen === 'bigint' && type.kind === 'number' && type.integer) return 'integer beyond 2^53 (bigint)';
  const isOutside = type.kind === 'number' && (seen === 'integer' || (seen === 'number' && !type.integer));
  return isOutside ? `${seen} out of that range` : type.kind === 'decimal' && seen !== 'string' ? `${seen} of other digits` : seen;
}

export function counted(some: number, all: number): string {
  return `${some} of ${all}`;
}

/** A name as it stands in a path. */
export function nameOf(field: string): string {
  return /^[A-Za-z_$][\w$-]*$/.test(field) ? field : JSON.stringify(field);
}
