// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { isObject, ownKey } from '../internal/checks.ts';
import { OddNamesRecordError, type ReadPosition } from '../errors.ts';
import { classRecordJsonSchema } from '../json-schemas/class.ts';
import { standardSchema, type StandardSchema } from '../internal/standard-schema.ts';

export interface Class {
  readonly $id: string;
  readonly default: string | null;
  readonly 'kebab-case': string | null;
  readonly 'with space': number | null;
  /** A name that begins with a digit. *\/ It ends no comment. */
  readonly '1st': boolean | null;
  readonly "quote'": string | null;
  readonly ['__proto__']: string | null;
  readonly constructor: string | null;
  readonly 'größe': number | null;
}

/**
 * Returns `classRecord` as a {@link Class}: checked, and with null in the nullable fields that it leaves out.
 *
 * @throws {@link OddNamesRecordError} that names the field.
 */
export function decodeClass(classRecord: unknown, place: ReadPosition): Class {
  if (!isObject<keyof Class>(classRecord)) throw new OddNamesRecordError(place, '', 'an object', classRecord);
  if (typeof classRecord.$id !== 'string') {
    throw new OddNamesRecordError(place, '$id', 'a string', classRecord.$id);
  }
  classRecord.default ??= null;
  if (classRecord.default !== null && typeof classRecord.default !== 'string') {
    throw new OddNamesRecordError(place, 'default', 'a string or null', classRecord.default);
  }
  classRecord['kebab-case'] ??= null;
  if (classRecord['kebab-case'] !== null && typeof classRecord['kebab-case'] !== 'string') {
    throw new OddNamesRecordError(place, '["kebab-case"]', 'a string or null', classRecord['kebab-case']);
  }
  classRecord['with space'] ??= null;
  if (classRecord['with space'] !== null && !Number.isSafeInteger(classRecord['with space'])) {
    throw new OddNamesRecordError(place, '["with space"]', 'a safe integer or null', classRecord['with space']);
  }
  classRecord['1st'] ??= null;
  if (classRecord['1st'] !== null && typeof classRecord['1st'] !== 'boolean') {
    throw new OddNamesRecordError(place, '["1st"]', 'true or false or null', classRecord['1st']);
  }
  classRecord["quote'"] ??= null;
  if (classRecord["quote'"] !== null && typeof classRecord["quote'"] !== 'string') {
    throw new OddNamesRecordError(place, '["quote\'"]', 'a string or null', classRecord["quote'"]);
  }
  ownKey(classRecord, '__proto__');
  classRecord['__proto__'] ??= null;
  if (classRecord['__proto__'] !== null && typeof classRecord['__proto__'] !== 'string') {
    throw new OddNamesRecordError(place, '__proto__', 'a string or null', classRecord['__proto__']);
  }
  ownKey(classRecord, 'constructor');
  classRecord.constructor ??= null;
  if (classRecord.constructor !== null && typeof classRecord.constructor !== 'string') {
    throw new OddNamesRecordError(place, 'constructor', 'a string or null', classRecord.constructor);
  }
  classRecord['größe'] ??= null;
  if (classRecord['größe'] !== null && !Number.isFinite(classRecord['größe'])) {
    throw new OddNamesRecordError(place, '["größe"]', 'a number or null', classRecord['größe']);
  }
  return classRecord as Class; // every field was checked above
}

/** What a {@link Class} has beyond its declared fields: it passes as it came. */
export function extraClassFields({
  $id,
  default: _1,
  'kebab-case': _2,
  'with space': _3,
  '1st': _4,
  "quote'": _5,
  __proto__,
  constructor,
  'größe': _8,
  ...extra
}: Class): Readonly<Record<string, unknown>> {
  return extra;
}

/** {@link Class} as a Standard Schema and Standard JSON Schema (https://standardschema.dev). Decodes a copy: its input stays as it is. */
export const classSchema: StandardSchema<Class> = /* @__PURE__ */ standardSchema(
  decodeClass,
  'classRecord',
  classRecordJsonSchema,
);
