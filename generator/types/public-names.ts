import { code, identifier, join, literal, type Code } from '../code.js';
import { instantReaders } from './emit-instants.js';
import type { RecordsModel, RecordType } from './model.js';
import { interfacesOf } from './walk.js';

/** The lines of `src/index.ts` that make the records public: interfaces, nested ones too, schemas, and helpers. */
export function recordExports(model: RecordsModel): readonly Code[] {
  const readers = instantReaders(model).map((reader) => identifier(reader.name));
  return [
    ...model.types.map((type) => code`export { ${join(namesOf(type), ', ')} } from ${literal(`./records/${type.file}.ts`)};`),
    ...(readers.length === 0 ? [] : [code`export { ${join([code`type Instant`, ...readers], ', ')} } from './internal/instants.ts';`]),
  ];
}

/** Every interface of the records, by name: the public surface must not have another of the same name. */
export function interfaceNames(type: RecordType): readonly string[] {
  return [...new Set([type.typeName, ...interfacesOf(type).map((each) => each.typeName)])];
}

function namesOf(type: RecordType): readonly Code[] {
  const values = [...(type.extras === undefined ? [] : [type.extras]), type.schema];
  return [...interfaceNames(type).map((name) => code`type ${identifier(name)}`), ...values.map(identifier)];
}
