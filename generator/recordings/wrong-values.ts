import type { FieldModel, RecordType, TypeModel, ValueModel } from '../types/model.js';
import { sampleValue } from '../types/sample.js';
import { toldIn } from '../types/tells.js';
import { toldAs, variantOf } from '../types/variant-of.js';
import type { JsonValue } from '../shape.js';
import { isList } from './places.js';
import { seededRandom } from './random.js';

/** Values that a record must not have at a place. */
export interface WrongValues {
  /** The record on its page, from 0. */
  readonly index: number;
  /** As errors name it: `plan.tier`, `labels[0].name`. */
  readonly path: string;
  readonly values: readonly JsonValue[];
}

/** A place of a record and what is put there. */
export interface Filling {
  readonly index: number;
  readonly path: string;
  readonly value: JsonValue;
}

/**
 * For every field of a record type, values that its type excludes, at places that the records of a page have: so that
 * each differs in nothing else from a record that is read. `types` are those of the model, for the records it refers to.
 */
export function wrongValues(type: RecordType, records: readonly JsonValue[], types: readonly RecordType[]): readonly WrongValues[] {
  if (records.length === 0) return [];
  const self: WrongValues = { index: records.length - 1, path: '', values: [null, 7, 'text', []] };
  const common = type.fields.filter((field) => field.ofSome !== true && field.name !== discriminatorOf(type));
  return [self, ...wrongFields(common, '', { records, types }), ...wrongOfVariants(type, records, types)];
}

/** The same for the fields that only some records have: of each variant, in the last record that is one. */
function wrongOfVariants(
  { variants, fields }: RecordType,
  records: readonly JsonValue[],
  types: readonly RecordType[],
): readonly WrongValues[] {
  if (variants === undefined) return [];
  const { told } = variants;
  const common = new Set(fields.filter((field) => field.ofSome !== true).map(({ name }) => name));
  const own = told.variants.flatMap((variant): readonly WrongValues[] => {
    const others = records.map((record) => (variantOf(told, record) === variant ? record : null));
    return wrongFields(
      variant.object.fields.filter(({ name }) => !common.has(name)),
      '',
      { records: others, types },
    );
  });
  if (told.kind === 'told_by_fields') return own;
  return [{ index: records.length - 1, path: told.discriminator, values: [null, 7, 'none of these'] }, ...own];
}

function discriminatorOf({ variants }: RecordType): string | undefined {
  return variants?.told.kind === 'variants' ? variants.told.discriminator : undefined;
}

/** What the last record of a page has to be given so that it has, at its top, all the objects that its type knows. */
export function fillings(type: RecordType, records: readonly JsonValue[], types: readonly RecordType[]): readonly Filling[] {
  const sampling = { random: seededRandom(type.typeName), index: records.length, types, depth: 0 };
  const seen = new Set(type.fields.filter((field) => records.some((record) => hasPlace(record, placeOf(field)))).map(typeNameOf));
  return type.fields
    .filter((field) => field.ofSome !== true)
    .flatMap((field): readonly Filling[] => {
      const inner = innerOf(field);
      const typeName = typeNameOf(field);
      if (records.length === 0 || !isEditable(field.name) || typeName === undefined || seen.has(typeName)) return [];
      seen.add(typeName); // one of each type is enough
      const sample = sampleValue({ ...inner, nullable: false }, sampling, field.name, type.variable);
      return [{ index: records.length - 1, path: field.name, value: field.type.kind === 'array' ? [sample] : sample }];
    });
}

/** What a field holds, or what each item of its list is. */
function innerOf(field: ValueModel): ValueModel {
  return field.type.kind === 'array' ? field.type.items : field;
}

function typeNameOf(field: ValueModel): string | undefined {
  const { type } = innerOf(field);
  return type.kind === 'object' ? type.typeName : type.kind === 'record' ? type.record.typeName : undefined;
}

function placeOf(field: FieldModel): readonly string[] {
  return field.type.kind === 'array' ? [field.name, '0'] : [field.name];
}

interface Search {
  readonly records: readonly JsonValue[];
  readonly types: readonly RecordType[];
}

function wrongFields(fields: readonly FieldModel[], prefix: string, search: Search): readonly WrongValues[] {
  return fields.filter((field) => isEditable(field.name)).flatMap((field) => wrongAt(field, childPath(prefix, field.name), search));
}

/** Whether the place of a field can be told from its path alone. */
function isEditable(name: string): boolean {
  return /^[^.[\]"\\]+$/.test(name) && name !== '__proto__';
}

/** As errors have it: `a.b`, `a["odd name"]`. */
function childPath(prefix: string, name: string): string {
  if (!/^[A-Za-z_$][\w$]*$/.test(name)) return `${prefix}[${JSON.stringify(name)}]`;
  return prefix === '' ? name : `${prefix}.${name}`;
}

function wrongAt(value: ValueModel, path: string, search: Search): readonly WrongValues[] {
  const holder = (path.match(/[^.[\]"]+/g) ?? []).slice(0, -1);
  const index = search.records.findLastIndex((record) => hasPlace(record, holder));
  if (index === -1) return [];
  const values = [...(value.nullable ? [] : [null]), ...(value.cast === undefined ? wrongFor(value.type) : uncastable(value.type))];
  return [...(values.length === 0 ? [] : [{ index, path, values }]), ...wrongInside(value.type, path, search)];
}

/** Goes on inside a value; it ends with the records of the page, however deep a type goes. */
function wrongInside(type: TypeModel, path: string, search: Search): readonly WrongValues[] {
  if (type.kind === 'object') return wrongFields(type.fields, path, search);
  if (type.kind === 'array') return wrongAt(type.items, `${path}[0]`, search);
  if (type.kind === 'union')
    return toldIn(type).flatMap((own) =>
      wrongInside(
        own.type,
        path,
        those(search, path, (value) => toldAs(type, value) === own.type),
      ),
    );
  if (type.kind === 'variants')
    return type.variants.flatMap((variant) => {
      const fields = variant.object.fields.filter(({ name }) => name !== type.discriminator);
      return wrongFields(
        fields,
        path,
        those(search, path, (value) => variantOf(type, value) === variant),
      );
    });
  const record = type.kind === 'record' ? search.types.find((each) => each.typeName === type.record.typeName) : undefined;
  return record === undefined ? [] : wrongFields(record.fields, path, search);
}

/** The records whose value at a place is of one kind: an error names the place of another otherwise. */
function those({ records, types }: Search, path: string, isOne: (value: JsonValue) => boolean): Search {
  const keys = path.match(/[^.[\]"]+/g) ?? [];
  const at = (record: JsonValue): JsonValue => keys.reduce<JsonValue>((value, key) => childOf(value, key) ?? null, record);
  return { types, records: records.map((record) => (isOne(at(record)) ? record : null)) };
}

function childOf(value: JsonValue, key: string): JsonValue | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (isList(value)) return value[Number(key)];
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Values that a field takes for none of its own. */
function uncastable(type: TypeModel): readonly JsonValue[] {
  if (type.kind === 'number') return ['seven', ...wrongFor(type).filter((each) => typeof each === 'number')];
  if (type.kind === 'string') return [[], ...(type.format === undefined ? [] : ['?'])];
  if (type.kind === 'boolean') return ['maybe'];
  return type.kind === 'time' ? ['soon'] : type.kind === 'enum' && !type.open ? ['none of these'] : [];
}

/** Values of another type, and where a type has rules, one that breaks each. */
function wrongFor(type: TypeModel): readonly JsonValue[] {
  switch (type.kind) {
    case 'string':
      return type.format === undefined ? [7] : [7, '?'];
    case 'number':
      return [
        '7',
        ...(type.integer ? [0.5] : []),
        ...(type.minimum === undefined ? [] : [type.minimum - 1]),
        ...(type.maximum === undefined ? [] : [type.maximum + 1]),
      ];
    case 'boolean':
      return ['true'];
    case 'time':
      return type.format.kind === 'epoch_s' || type.format.kind === 'epoch_ms' ? ['soon'] : [7, 'soon'];
    case 'decimal':
      if (type.size === undefined) return ['many', true];
      return ['many', true, `0.${'1'.repeat(type.size.scale + 1)}`, `1${'0'.repeat(type.size.precision - type.size.scale)}`];
    case 'bigint':
      return ['many', true];
    case 'enum':
      return type.open ? [typeof type.values[0] === 'string' ? 7 : 'seven'] : ['none of these'];
    case 'array':
      return [{}];
    case 'object':
    case 'record':
    case 'variants':
    case 'map':
      return [7, []];
    case 'union': // what is wrong for one member may be right for another
      return toldIn(type).length > 0 && toldIn(type).every(({ tell }) => tell !== undefined) ? [{}] : [];
    case 'json':
      return [];
  }
}

/** Whether a record has an object or list along the path, so that only what is in it has to change. */
function hasPlace(value: JsonValue | undefined, [key, ...rest]: readonly string[]): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (key === undefined) return true;
  if (Array.isArray(value)) return value.length > Number(key) && hasPlace(value[Number(key)], rest);
  return Object.hasOwn(value, key) && hasPlace(Object.entries(value).find(([name]) => name === key)?.[1], rest);
}
