import { code, identifier, join, literal, nothing, property, type Code } from '../code.js';
import type { RecordsContext } from './context.js';
import { typeCode } from './interfaces.js';
import type { FieldModel, RecordsModel } from './model.js';
import { interfaceNames } from './public-names.js';
import { typeTextOf } from './type-text.js';
import { objectsIn } from './walk.js';

/** `test/types.test.ts`: what the interfaces say of null, of missing fields, of enums and unions, and that they are read-only. */
export function emitTypeTests(model: RecordsModel, { header }: RecordsContext): Code {
  const names = model.types.flatMap(interfaceNames).map((name) => identifier(name));
  const tests = model.types.map((type) => {
    const lines = type.declared
      ? [type, ...objectsIn(type.fields)].flatMap(({ typeName, fields }) => fields.map((field) => fieldLine(typeName, field)))
      : [code`expectTypeOf<${identifier(type.typeName)}>().toEqualTypeOf<{ readonly [field: string]: unknown }>();`];
    return code`test(${literal(`types of ${type.typeName}`)}, () => {
  ${lines}
});`;
  });
  return code`${header}

import { expectTypeOf, test } from 'vitest';
import type { ${join(names, ', ')} } from '../src/index.js';

${join(tests, '\n\n')}
`;
}

/** One field alone, so that its name, its type, its `?` and its `readonly` are all compared. */
function fieldLine(typeName: string, field: FieldModel): Code {
  const mark = field.optional ? code`?` : nothing;
  const expected = code`{ readonly ${property(field.name)}${mark}: ${typeCode(typeTextOf(field))} }`;
  return code`expectTypeOf<Pick<${identifier(typeName)}, ${literal(field.name)}>>().toEqualTypeOf<${expected}>();`;
}
