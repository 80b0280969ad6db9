import { code, docWords, jsdoc, literal, type Code } from '../code.js';
import { sizeWords } from './decimal.js';
import type { FieldModel, TypeModel } from './model.js';
import { timeWords } from './time-format.js';

/** The JSDoc of a field: what it is, what its type cannot say, and its tags. */
export function fieldDoc(field: FieldModel): Code {
  const { description, unit, examples, deprecated } = field.doc;
  const facts = [unit === undefined ? '' : `In ${unit}.`, factsOf(field.type)].filter((each) => each !== '').join(' ');
  const lead = [description ?? '', facts].filter((each) => each !== '');
  const oneLine = lead.join(description !== undefined && /[.!?]$/.test(description.trim()) ? ' ' : '. ');
  const tags = [
    ...examples.map((example) => code`@example ${docWords(literal(example).text)}`),
    ...(deprecated === false ? [] : [deprecated === true ? code`@deprecated` : code`@deprecated ${docWords(deprecated)}`]),
  ];
  return jsdoc(oneLine, tags.length === 0 ? undefined : joinLines(tags));
}

/** What a type means beyond its TypeScript type, in a sentence; nothing for the plain ones. */
export function factsOf(type: TypeModel): string {
  switch (type.kind) {
    case 'time':
      return `${capital(timeWords(type.of, type.format))}.`;
    case 'decimal':
      return `A decimal number${type.size === undefined ? '' : ` of ${sizeWords(type.size)}`}, with the digits it was sent with.`;
    case 'string':
      return type.format === 'base64' ? 'Base64.' : '';
    case 'number':
      if (type.minimum !== undefined && type.maximum !== undefined) return `From ${type.minimum} to ${type.maximum}.`;
      if (type.minimum !== undefined) return `At least ${type.minimum}.`;
      return type.maximum === undefined ? '' : `At most ${type.maximum}.`;
    default:
      return '';
  }
}

function joinLines(parts: readonly Code[]): Code {
  return code`${parts}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
