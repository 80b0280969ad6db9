import { type Code, code, identifier, join, property } from '../code.js';
import type { FieldModel, RecordsModel, TypeModel } from '../types/model.js';
import { readerOf, type TimeReader, writtenTime } from './times.js';

/** By which function a value of a type is written; undefined: as it is. `isNested`: inside a field, not the field itself. */
type Leaf = (type: TypeModel, isNested: boolean) => Code | undefined;

/**
 * How a value is written in JSON where parts of it are not written as they are: a value of the emitted type `Writing`.
 */
export function writingOf(
  type: TypeModel,
  records: RecordsModel,
  leaf: Leaf,
  within: readonly string[] = [],
  isNested = false,
): Code | undefined {
  switch (type.kind) {
    case 'object':
      return writingOfFields(type.fields, records, leaf, within, true);
    case 'record': {
      const { typeName } = type.record;
      const found = records.types.find((each) => each.typeName === typeName);
      if (found === undefined || within.includes(typeName)) return undefined;
      return writingOfFields(found.fields, records, leaf, [...within, typeName], true);
    }
    case 'array':
      return writingOf(type.items.type, records, leaf, within, true);
    case 'map': {
      const values = writingOf(type.values.type, records, leaf, within, true);
      return values === undefined ? undefined : code`{ values: ${values} }`;
    }
    default:
      return leaf(type, isNested);
  }
}

/** The same for an object of these fields. */
export function writingOfFields(
  fields: readonly FieldModel[],
  records: RecordsModel,
  leaf: Leaf,
  within: readonly string[] = [],
  isNested = false,
): Code | undefined {
  const written = fields.flatMap((field) => {
    const writing = writingOf(field.type, records, leaf, within, isNested);
    return writing === undefined ? [] : [code`${property(field.name)}: ${writing}`];
  });
  return written.length === 0 ? undefined : code`{ fields: { ${join(written, ', ')} } }`;
}

/** Digits of a declared `bigint` are text, in JSON too: most readers would round them. */
export function digitsOf(type: TypeModel): Code | undefined {
  return type.kind === 'bigint' ? code`digits` : undefined;
}

/** In messages of protocols, times are in UTC too: many consumers drop an offset, and would store another time. */
export function messageOf(readers: readonly TimeReader[]): Leaf {
  return (type, isNested) => {
    if (type.kind !== 'time') return digitsOf(type);
    const written = writtenTime(type, isNested);
    const reader = readerOf(type, readers)?.name;
    if (written === 'sent') return undefined;
    if (type.format.kind === 'iso8601') return written === 'instant' ? code`utc` : undefined;
    if (reader === undefined) return undefined;
    return (type.format.kind === 'strftime' || type.format.kind === 'several') && written === 'instant'
      ? code`(text: string) => utc(${identifier(reader)}(text))`
      : identifier(reader);
  };
}
