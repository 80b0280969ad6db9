import { code, identifier, join, literal, nothing, property, type Code } from '../code.js';
import type { RecordsContext } from './context.js';
import { typeCode } from './interfaces.js';
import type { FieldModel, RecordsModel, RecordType } from './model.js';
import { interfaceNames } from './public-names.js';
import { typeTextOf } from './type-text.js';
import { interfacesOf } from './walk.js';

/** `test/types.test.ts`: what the interfaces say of null, of missing fields, of enums and unions, that they are read-only, and what a shared record refuses. */
export function emitTypeTests(model: RecordsModel, { header }: RecordsContext): Code {
  const names = model.types.flatMap(interfaceNames).map((name) => identifier(name));
  const tests = model.types.map((type) => {
    const lines = type.declared
      ? [...variantsLine(type), ...interfacesOf(type).flatMap(({ typeName, fields }) => fields.map((field) => fieldLine(typeName, field)))]
      : [code`expectTypeOf<${identifier(type.typeName)}>().toEqualTypeOf<{ readonly [field: string]: unknown }>();`];
    return code`test(${literal(`types of ${type.typeName}`)}, () => {
  ${lines}
});`;
  });
  const shared = model.types.filter((type) => type.shared && !model.resources.some((each) => each.type.typeName === type.typeName));
  const schemas = shared.map(({ schema }) => identifier(schema));
  return code`${header}

import { ${schemas.length === 0 ? nothing : code`expect, `}expectTypeOf, test } from 'vitest';
${schemas.length === 0 ? nothing : code`import { ${join(schemas, ', ')} } from '../src/index.ts';`}
import type { ${join(names, ', ')} } from '../src/index.ts';

${join([...tests, ...shared.map(notObjects)], '\n\n')}
`;
}

/** A record that only others hold: no read of a resource can show that it refuses what is none. */
function notObjects({ typeName, schema }: RecordType): Code {
  return code`test(${literal(`a value that is no ${typeName}`)}, () => {
  for (const value of [null, 7, 'text', []]) {
    expect(${identifier(schema)}['~standard'].validate(value)).toEqual({ issues: [{ message: 'expected an object', path: [] }] });
  }
});`;
}

/** A record that is one of several is nothing else. */
function variantsLine({ typeName, variants }: RecordType): readonly Code[] {
  if (variants === undefined) return [];
  const all = variants.told.variants.map(({ object }) => identifier(object.typeName));
  return [code`expectTypeOf<${identifier(typeName)}>().toEqualTypeOf<${join(all, ' | ')}>();`];
}

/** One field alone, so that its name, its type, its `?` and its `readonly` are all compared. */
function fieldLine(typeName: string, field: FieldModel): Code {
  const mark = field.optional ? code`?` : nothing;
  const expected = code`{ readonly ${property(field.name)}${mark}: ${typeCode(typeTextOf(field))} }`;
  return code`expectTypeOf<Pick<${identifier(typeName)}, ${literal(field.name)}>>().toEqualTypeOf<${expected}>();`;
}
