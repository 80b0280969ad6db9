import { block, entry, fromJson, mapping, type Draft, type DraftEntry, type DraftMap } from '../draft/draft.js';
import type { JsonValue } from '../shape.js';
import { isList, isObject, listAt, member, objectAt, textAt, textsAt, type JsonObject } from './values.js';

/** How the JSON Schemas of another tool become fields. */
export interface SchemaOptions {
  /** What the schema says is never null is never null. Without it everything may be null, since schemas promise too much. */
  readonly strict: boolean;
  /** Times are checked; else they are texts. */
  readonly times: boolean;
  /** Objects deeper than this are any JSON. */
  readonly deepest: number;
}

/** The members of an object as fields; undefined where it has none. */
export function fieldsOf(schema: JsonValue | undefined, options: SchemaOptions): readonly DraftEntry[] | undefined {
  const properties = objectAt(schema, 'properties');
  if (properties === undefined || hasIds(properties)) return undefined;
  const required = textsAt(schema, 'required');
  const fields = Object.entries(properties)
    .filter(([name]) => name !== '' && name !== '__proto__')
    .map(([name, inner]) => entry(name, fieldOf(inner, options, 1, required.includes(name))));
  return fields.length === 0 ? undefined : fields;
}

/** Whether the names of members are ids, which were seen once and are others tomorrow, and no fields. */
function hasIds(properties: JsonObject): boolean {
  const names = Object.keys(properties);
  return names.length > MOST_NUMBERED && names.every((name) => /^\d+$/.test(name));
}

const MOST_NUMBERED = 20;

/** One field: a type word alone, or the facts about it. */
function fieldOf(schema: JsonValue, options: SchemaOptions, depth: number, isRequired: boolean): Draft {
  const { facts, nullable } = typeOf(schema, options, depth);
  const never = options.strict && isRequired && !nullable;
  const description = textAt(schema, 'description')?.replace(/\s+/g, ' ').trim().slice(0, 160);
  const all = [
    ...facts,
    ...(never ? [entry('nullable', false)] : []),
    ...(description === undefined || description === '' ? [] : [entry('description', description)]),
  ];
  const [only] = all;
  return all.length === 1 && only?.key === 'type' ? only.value : mapping(...all);
}

/** The type of a value, and whether it may be null. */
function typeOf(
  schema: JsonValue,
  options: SchemaOptions,
  depth: number,
): { readonly facts: readonly DraftEntry[]; readonly nullable: boolean } {
  const alternatives = [...listAt(schema, 'anyOf'), ...listAt(schema, 'oneOf')];
  if (alternatives.length > 0) return alternativesOf(alternatives, options, depth);
  const types = textsAt(schema, 'type');
  const nullable = types.includes('null') || types.length === 0;
  const real = [...new Set(types.filter((each) => each !== 'null').map((each) => TYPES.get(each) ?? 'json'))];
  const [first, ...more] = real;
  if (first === undefined || real.includes('json')) return { facts: implied(schema, options, depth), nullable };
  if (more.length > 0) return { facts: unionOf(real), nullable };
  switch (first) {
    case 'object':
      return { facts: objectOf(schema, options, depth), nullable };
    case 'array':
      return { facts: arrayOf(schema, options, depth), nullable };
    case 'string':
      return { facts: textOf(schema, options), nullable };
    default:
      return { facts: [entry('type', first)], nullable };
  }
}

const TYPES: ReadonlyMap<string, string> = new Map([
  ['string', 'string'],
  ['str', 'string'],
  ['text', 'string'],
  ['integer', 'integer'],
  ['int', 'integer'],
  ['number', 'number'],
  ['float', 'number'],
  ['double', 'number'],
  ['boolean', 'boolean'],
  ['bool', 'boolean'],
  ['object', 'object'],
  ['array', 'array'],
]);

/** A schema without a type may have members of one. */
function implied(schema: JsonValue, options: SchemaOptions, depth: number): readonly DraftEntry[] {
  if (objectAt(schema, 'properties') !== undefined) return objectOf(schema, options, depth);
  return member(schema, 'items') === undefined ? [entry('type', 'json')] : arrayOf(schema, options, depth);
}

function textOf(schema: JsonValue, options: SchemaOptions): readonly DraftEntry[] {
  const format = textAt(schema, 'format');
  if (options.times && format === 'date-time') return [entry('type', 'datetime')];
  if (options.times && format === 'date') return [entry('type', 'date')];
  const values = listAt(schema, 'enum').filter((each) => typeof each === 'string' && each !== '');
  const distinct = [...new Set(values)];
  if (distinct.length > 1 && distinct.length <= 50)
    return [entry('type', 'string'), entry('enum', distinct.map(fromJson)), entry('open', true)];
  return [entry('type', 'string')];
}

function objectOf(schema: JsonValue, options: SchemaOptions, depth: number): readonly DraftEntry[] {
  const properties = objectAt(schema, 'properties');
  const others = member(schema, 'additionalProperties');
  if (properties !== undefined && hasIds(properties)) return [entry('type', 'map'), entry('values', 'json')];
  if (properties !== undefined && Object.keys(properties).length > 0) {
    if (depth >= options.deepest) return [entry('type', 'json')];
    const required = textsAt(schema, 'required');
    const fields = Object.entries(properties)
      .filter(([name]) => name !== '' && name !== '__proto__')
      .map(([name, inner]) => entry(name, fieldOf(inner, options, depth + 1, required.includes(name))));
    return [entry('type', 'object'), entry('fields', block(...fields))];
  }
  if (isObject(others) && Object.keys(others).length > 0 && depth < options.deepest)
    return [entry('type', 'map'), entry('values', itemOf(others, options, depth + 1))];
  return [entry('type', 'map'), entry('values', 'json')];
}

function arrayOf(schema: JsonValue, options: SchemaOptions, depth: number): readonly DraftEntry[] {
  const items = member(schema, 'items');
  const [only, ...more] = isList(items) ? items : items === undefined ? [] : [items];
  if (only === undefined || more.length > 0 || !isObject(only) || depth >= options.deepest)
    return [entry('type', 'array'), entry('items', 'json')];
  return [entry('type', 'array'), entry('items', itemOf(only, options, depth))];
}

/** An item of a list, or a value of a map: null only where that is said. */
function itemOf(schema: JsonObject, options: SchemaOptions, depth: number): Draft {
  const { facts, nullable } = typeOf(schema, options, depth);
  const isJson = facts.some(({ key, value }) => key === 'type' && value === 'json');
  const mayBeNull = (nullable || !options.strict) && !isJson;
  const all = [...facts, ...(mayBeNull ? [entry('nullable', true)] : [])];
  const [only] = all;
  return all.length === 1 && only?.key === 'type' ? only.value : mapping(...all);
}

function unionOf(types: readonly string[]): readonly DraftEntry[] {
  const plain = [...new Set(types.map((each) => (each === 'integer' && types.includes('number') ? 'number' : each)))];
  if (plain.some((each) => each === 'object' || each === 'array')) return [entry('type', 'json')];
  const [only] = plain;
  return plain.length === 1 && only !== undefined ? [entry('type', only)] : [entry('type', 'union'), entry('variants', plain)];
}

/** One of several schemas: null among them makes it nullable; those that differ in JSON are a union, others any JSON. */
function alternativesOf(
  alternatives: readonly JsonValue[],
  options: SchemaOptions,
  depth: number,
): { readonly facts: readonly DraftEntry[]; readonly nullable: boolean } {
  const isNull = (each: JsonValue): boolean => textsAt(each, 'type').join() === 'null';
  const real = alternatives.filter((each) => !isNull(each));
  const nullable = real.length < alternatives.length;
  const [only] = real;
  if (real.length === 1 && only !== undefined) {
    const inner = typeOf(only, options, depth);
    return { facts: inner.facts, nullable: nullable || inner.nullable };
  }
  const words = real.map((each) => {
    const { facts } = typeOf(each, options, depth);
    const [type, ...more] = facts;
    return type?.key === 'type' && typeof type.value === 'string' && more.every(({ key }) => key === 'enum' || key === 'open')
      ? type.value
      : 'json';
  });
  return { facts: words.includes('json') ? [entry('type', 'json')] : unionOf([...new Set(words)]), nullable };
}

/** Replaces a field of that name, or adds it: what is known of it for certain. */
export function withField(fields: readonly DraftEntry[], name: string, facts: DraftMap, note?: string): readonly DraftEntry[] {
  const said = entry(name, facts, note);
  return fields.some(({ key }) => key === name) ? fields.map((each) => (each.key === name ? said : each)) : [...fields, said];
}
