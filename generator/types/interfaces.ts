import { code, identifier, join, literal, nothing, property, type Code } from '../code.js';
import { fieldDoc } from './doc.js';
import type { CompiledTypes } from './compile-types.js';
import type { FieldModel } from './model.js';
import type { TypeText } from './type-text.js';

interface Shaped {
  readonly typeName: string;
  readonly fields: readonly FieldModel[];
}

/** An interface as a reader sees it. */
export function emitInterface(shape: Shaped, doc: Code, types: CompiledTypes): Code {
  const texts = types.get(shape.typeName) ?? [];
  const members = shape.fields.flatMap((field, index) => {
    const comment = fieldDoc(field);
    const mark = field.optional ? code`?` : nothing;
    const line = code`readonly ${property(field.name)}${mark}: ${typeCode(texts[index])};`;
    return comment.text === '' ? [line] : [comment, line];
  });
  return code`${doc}
export interface ${identifier(shape.typeName)} {
  ${members}
}`;
}

/** A type as prettier would print it on one line. */
export function typeCode(type: TypeText | undefined, inArray = false): Code {
  if (type === undefined) return code`unknown`;
  switch (type.kind) {
    case 'literal':
      return literal(type.value);
    case 'name':
      return KEYWORDS.get(type.name) ?? identifier(type.name);
    case 'open':
      return code`(${typeCode({ kind: 'name', name: type.of })} & {})`;
    case 'array': {
      const text = code`readonly ${typeCode(type.items, true)}[]`;
      return inArray ? code`(${text})` : text;
    }
    case 'map':
      return code`{ readonly [key: string]: ${typeCode(type.values)} }`;
    case 'union': {
      const text = join(
        type.members.map((member) => typeCode(member)),
        ' | ',
      );
      return inArray ? code`(${text})` : text;
    }
  }
}

const KEYWORDS: ReadonlyMap<string, Code> = new Map([
  ['string', code`string`],
  ['number', code`number`],
  ['boolean', code`boolean`],
  ['bigint', code`bigint`],
  ['unknown', code`unknown`],
  ['null', code`null`],
  ['never', code`never`],
]);
