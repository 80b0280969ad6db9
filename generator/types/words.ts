import { sizeWords } from './decimal.js';
import type { TypeModel, UnionType, ValueModel } from './model.js';
import { toldIn } from './tells.js';
import { STRING_FORMATS } from './patterns.js';
import { timeWords } from './time-format.js';

/** What a message says was expected: `"free" | "pro" | null`, `a string or null`. */
export function expectedWords({ type, nullable }: ValueModel): string {
  if (type.kind === 'enum' && !type.open && type.values.length <= MOST_LISTED)
    return nullable ? `${typeWords(type)} | null` : typeWords(type);
  const words = type.kind === 'union' ? memberWords(type) : [typeWords(type)];
  return either(nullable ? [...words, 'null'] : words);
}

/** Up to this many values of an enum stand in a message. */
const MOST_LISTED = 8;

/** `a, b or c` */
function either(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** What a value of the type is called: `a string`, `"free" | "pro"`. */
export function typeWords(type: TypeModel): string {
  switch (type.kind) {
    case 'string':
      return type.format === undefined ? 'a string' : STRING_FORMATS[type.format].words;
    case 'number':
      return `${type.integer ? 'a safe integer' : 'a number'}${boundWords(type.minimum, type.maximum)}`;
    case 'boolean':
      return 'true or false';
    case 'time':
      return timeWords(type.of, type.format);
    case 'decimal':
      return type.size === undefined ? 'a decimal number' : `a decimal number of ${sizeWords(type.size)}`;
    case 'bigint':
      return 'an integer';
    case 'json':
      return 'a value';
    case 'enum':
      if (type.open) return typeof type.values[0] === 'string' ? 'a string' : 'a number';
      return type.values.length > MOST_LISTED
        ? `one of ${type.values.length} values, ${type.values
            .slice(0, 3)
            .map((value) => JSON.stringify(value))
            .join(', ')}…`
        : type.values.map((value) => JSON.stringify(value)).join(' | ');
    case 'array':
      return 'an array';
    case 'object':
    case 'map':
    case 'record':
    case 'variants':
      return 'an object';
    case 'union':
      return either(memberWords(type));
  }
}

/** What the members of a union are called; of objects that are told apart, the fields that tell them. */
function memberWords(type: UnionType): readonly string[] {
  const told = toldIn(type);
  if (told.length === 0) return type.members.map(typeWords);
  const tells = told.flatMap(({ tell }) => (tell === undefined ? [] : [JSON.stringify(tell)]));
  const objects = tells.length < told.length ? 'an object' : `an object with ${tells.join(' or ')}`;
  return [...type.members.filter((member) => told.every((each) => each.type !== member)).map(typeWords), objects];
}

function boundWords(minimum: number | undefined, maximum: number | undefined): string {
  if (minimum !== undefined && maximum !== undefined) return ` from ${minimum} to ${maximum}`;
  if (minimum !== undefined) return ` of at least ${minimum}`;
  return maximum === undefined ? '' : ` of at most ${maximum}`;
}
