import { code, identifier, join, literal, type Code } from '../code.js';
import type { FileScope } from './file-scope.js';
import type { TypeModel } from './model.js';
import { STRING_FORMATS } from './patterns.js';
import { timePattern } from './time-format.js';

/** When a value is not of a type, as far as one expression can tell: alternatives, each true for a wrong value. */
export function wrongWhen(type: TypeModel, read: Code, words: string, file: FileScope): readonly Code[] {
  switch (type.kind) {
    case 'string':
      return [
        notA('string', read),
        ...(type.format === undefined ? [] : [code`!${file.shared(STRING_FORMATS[type.format].constant)}.test(${read})`]),
      ];
    case 'number': {
      const whole = type.integer ? code`!Number.isSafeInteger(${read})` : code`!Number.isFinite(${read})`;
      const bounds = [
        ...(type.minimum === undefined ? [] : [code`${read} < ${literal(type.minimum)}`]),
        ...(type.maximum === undefined ? [] : [code`${read} > ${literal(type.maximum)}`]),
      ];
      return bounds.length === 0 ? [whole] : [notA('number', read), whole, ...bounds];
    }
    case 'boolean':
      return [notA('boolean', read)];
    case 'time': {
      const pattern = timePattern(type.of, type.format);
      if (pattern === undefined) return [code`!Number.isFinite(${read})`];
      const constant = timeConstant(type);
      const name = constant === undefined ? file.localPattern(`${words}_format`, pattern) : file.shared(constant);
      return [notA('string', read), code`!${name}.test(${read})`];
    }
    case 'enum':
      if (type.open) return [notA(typeof type.values[0] === 'string' ? 'string' : 'number', read)];
      if (type.values.length > MOST_COMPARED) return [code`!${file.set(`${words}_values`, code`unknown`, type.values)}.has(${read})`];
      return [
        join(
          type.values.map((value) => code`${read} !== ${literal(value)}`),
          ' && ',
        ),
      ];
    case 'array':
      return [code`!Array.isArray(${read})`];
    case 'map':
      return [code`!${file.helper('isObject')}(${read})`];
    case 'object':
      return [code`!${file.helper('isObject')}<${keysOf([type.typeName])}>(${read})`];
    case 'record':
      return [code`!${file.helper('isObject')}<${keysOf([type.record.typeName])}>(${read})`];
    case 'variants':
      return [code`!${file.helper('isObject')}<${keysOf(type.variants.map((variant) => variant.object.typeName))}>(${read})`];
    case 'union':
      return [
        join(
          type.members.map((member) => allOf(wrongWhen(member, read, words, file))),
          ' && ',
        ),
      ];
    case 'decimal':
    case 'bigint':
      return [code`typeof ${read} !== 'string' && typeof ${read} !== 'number' && typeof ${read} !== 'bigint'`];
    case 'json':
      return [];
  }
}

/** When a value is of a type, as far as one expression can tell. */
export function rightWhen(type: TypeModel, read: Code, words: string, file: FileScope): Code {
  if (type.kind === 'array') return code`Array.isArray(${read})`;
  if (type.kind === 'bigint' || type.kind === 'decimal')
    return code`typeof ${read} === 'string' || typeof ${read} === 'number' || typeof ${read} === 'bigint'`;
  return code`!(${join(wrongWhen(type, read, words, file), ' || ')})`;
}

/** The pattern constant of `src/internal/checks.ts` for the times in a named format. */
function timeConstant(type: Extract<TypeModel, { kind: 'time' }>): 'INSTANT' | 'DATE' | 'TIME' | 'RFC_2822' | undefined {
  if (type.format.kind === 'rfc2822') return 'RFC_2822';
  if (type.format.kind !== 'iso8601') return undefined;
  return type.of === 'datetime' ? 'INSTANT' : type.of === 'date' ? 'DATE' : 'TIME';
}

/** The alternatives as one operand of `&&`. */
export function allOf(alternatives: readonly Code[]): Code {
  const [first] = alternatives;
  if (alternatives.length === 1 && first !== undefined) return first;
  return code`(${join(alternatives, ' || ')})`;
}

/** Up to this many enum values are compared one by one; more are looked up in a set. */
const MOST_COMPARED = 8;

function notA(type: 'string' | 'number' | 'boolean', read: Code): Code {
  return code`typeof ${read} !== ${literal(type)}`;
}

function keysOf(typeNames: readonly string[]): Code {
  return join(
    typeNames.map((name) => code`keyof ${identifier(name)}`),
    ' | ',
  );
}
