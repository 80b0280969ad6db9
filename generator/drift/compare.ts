import { exactDigits } from '../fixtures/exact.js';
import type { FieldModel, ObjectType, RecordsModel, TypeModel, ValueModel } from '../records/model.js';
import { INTEGER_DIGITS, DECIMAL_DIGITS, STRING_FORMATS } from '../records/patterns.js';
import { timePattern, timeWords } from '../records/time-format.js';
import type { JsonValue } from '../shape.js';

/** One way in which records are not what the spec says. */
export interface Drift {
  readonly kind: DriftKind;
  /** `user.login`, `labels[].name` */
  readonly path: string;
  /** What the spec says: "string, never null". */
  readonly declared: string;
  /** What came: "null in 3 of 40". */
  readonly seen: string;
}

/**
 * new: a field that is not declared · vanished: a declared one that no record has · missing: one that some lack, though it
 * is neither optional nor nullable · retyped: a value of another type · null: one that may not be null · enum: a value that
 * is not declared, of an open enum too.
 */
export const DRIFT_KINDS = ['new', 'vanished', 'missing', 'retyped', 'null', 'enum'] as const;
export type DriftKind = (typeof DRIFT_KINDS)[number];

/**
 * How the records of a resource differ from its record type, in the order of the fields. Nothing where none are declared.
 *
 * @param added fields that the connector adds to what the API sends
 */
export function driftOf(
  records: RecordsModel,
  resource: string,
  values: readonly JsonValue[],
  added: readonly string[] = [],
): readonly Drift[] {
  const type = records.resources.find((each) => each.resource === resource)?.type;
  if (type === undefined || !type.declared) return [];
  const comparison = new Comparison(records);
  comparison.object(
    type.fields.filter(({ name }) => !added.includes(name)),
    values,
    '',
  );
  return comparison.found;
}

class Comparison {
  readonly found: Drift[] = [];
  readonly #records: RecordsModel;
  readonly #seen = new Set<string>();

  constructor(records: RecordsModel) {
    this.#records = records;
  }

  /** All objects that stand at one place, at once. */
  object(fields: readonly FieldModel[], values: readonly JsonValue[], prefix: string): void {
    const objects = values.filter(isObject);
    if (objects.length === 0) return;
    if (prefix === '' && objects.length < values.length)
      this.#report('retyped', 'a record', 'an object', `${counted(values.length - objects.length, values.length)} not an object`);
    for (const field of fields) {
      const path = prefix + nameOf(field.name);
      const present = objects.filter((each) => Object.hasOwn(each, field.name));
      const lacking = objects.length - present.length;
      if (present.length === 0 && !field.optional) this.#report('vanished', path, describe(field), `in none of ${objects.length}`);
      else if (lacking > 0 && !field.optional && !field.nullable)
        this.#report('missing', path, describe(field), `missing in ${counted(lacking, objects.length)}`);
      this.value(
        field,
        present.map((each) => each[field.name] ?? null),
        path,
      );
    }
    const declared = new Set(fields.map(({ name }) => name));
    const extra = new Set(objects.flatMap((each) => Object.keys(each)).filter((key) => !declared.has(key)));
    for (const key of extra) {
      const there = objects.filter((each) => Object.hasOwn(each, key));
      const types = [...new Set(there.map((each) => typeOf(each[key] ?? null)))].sort();
      this.#report('new', prefix + nameOf(key), 'not declared', `${types.join(' or ')} in ${counted(there.length, objects.length)}`);
    }
  }

  value(value: ValueModel, values: readonly JsonValue[], path: string): void {
    const nulls = values.filter((each) => each === null).length;
    if (nulls > 0 && !value.nullable && value.type.kind !== 'json')
      this.#report('null', path, describe(value), `null in ${counted(nulls, values.length)}`);
    this.#type(
      value.type,
      values.filter((each) => each !== null),
      path,
      values.length,
    );
  }

  #type(type: TypeModel, values: readonly JsonValue[], path: string, all: number): void {
    switch (type.kind) {
      case 'enum': {
        const others = values.filter((each) => !type.values.some((known) => known === each));
        const strangers = [...new Set(others.filter((each) => typeof each === typeof type.values[0]).map((each) => JSON.stringify(each)))];
        if (strangers.length > 0)
          this.#report('enum', path, shapeOf(type), `${strangers.slice(0, 5).join(', ')}${strangers.length > 5 ? ' and more' : ''}`);
        this.#mismatch(
          type,
          others.filter((each) => typeof each !== typeof type.values[0]),
          path,
          all,
        );
        return;
      }
      case 'object':
        this.#mismatch(
          type,
          values.filter((each) => !isObject(each)),
          path,
          all,
        );
        this.object(type.fields, values.filter(isObject), `${path}.`);
        return;
      case 'record': {
        const record = this.#records.types.find((each) => each.typeName === type.record.typeName);
        this.#mismatch(
          type,
          values.filter((each) => !isObject(each)),
          path,
          all,
        );
        if (record !== undefined && path.length < 400) this.object(record.fields, values.filter(isObject), `${path}.`);
        return;
      }
      case 'array':
        this.#mismatch(
          type,
          values.filter((each) => !isList(each)),
          path,
          all,
        );
        this.value(type.items, values.filter(isList).flat(), `${path}[]`);
        return;
      case 'map':
        this.#mismatch(
          type,
          values.filter((each) => !isObject(each)),
          path,
          all,
        );
        this.value(
          type.values,
          values.filter(isObject).flatMap((each) => Object.values(each)),
          `${path}{}`,
        );
        return;
      case 'variants':
        this.#mismatch(
          type,
          values.filter((each) => !isObject(each)),
          path,
          all,
        );
        this.#variants(type.discriminator, type.variants, values.filter(isObject), path);
        return;
      case 'union': {
        const left = values.filter((each) => !type.members.some((member) => isOf(member, each)));
        this.#mismatch(type, left, path, all);
        for (const member of type.members)
          if (member.kind === 'object' || member.kind === 'record') this.#type(member, values.filter(isObject), path, all);
        return;
      }
      default:
        this.#mismatch(
          type,
          values.filter((each) => !isOf(type, each)),
          path,
          all,
        );
    }
  }

  #variants(
    discriminator: string,
    variants: readonly { readonly word: string; readonly object: ObjectType }[],
    values: readonly JsonObject[],
    path: string,
  ): void {
    const words = new Set(variants.map(({ word }) => word));
    const strangers = [
      ...new Set(values.map((each) => each[discriminator]).filter((word) => typeof word !== 'string' || !words.has(word))),
    ];
    if (strangers.length > 0)
      this.#report(
        'enum',
        `${path}.${nameOf(discriminator)}`,
        [...words].join(' or '),
        strangers
          .slice(0, 5)
          .map((each) => JSON.stringify(each))
          .join(', '),
      );
    for (const { word, object } of variants)
      this.object(
        object.fields,
        values.filter((each) => each[discriminator] === word),
        `${path}<${word}>.`,
      );
  }

  #mismatch(type: TypeModel, wrong: readonly JsonValue[], path: string, all: number): void {
    if (wrong.length === 0) return;
    const types = [...new Set(wrong.map((each) => (isBroad(type, each) ? `text that is not ${shapeOf(type)}` : typeOf(each))))].sort();
    this.#report('retyped', path, shapeOf(type), `${types.join(' or ')} in ${counted(wrong.length, all)}`);
  }

  #report(kind: DriftKind, path: string, declared: string, seen: string): void {
    const key = JSON.stringify([kind, path, seen]);
    if (!this.#seen.has(key)) this.found.push({ kind, path, declared, seen });
    this.#seen.add(key);
  }
}

/** A text where a text of some form was declared. */
function isBroad(type: TypeModel, value: JsonValue): boolean {
  return typeof value === 'string' && exactDigits(value) === undefined && (type.kind === 'time' || type.kind === 'string');
}

/** Whether a value, not null, is what a type without parts says; of the others, whether it is of the right JSON type. */
function isOf(type: TypeModel, value: JsonValue): boolean {
  const digits = exactDigits(value);
  const text = typeof value === 'string' && digits === undefined ? value : undefined;
  const number = digits === undefined ? value : Number(digits);
  switch (type.kind) {
    case 'string':
      return text !== undefined && (type.format === undefined || new RegExp(STRING_FORMATS[type.format].pattern).test(text));
    case 'number':
      return (
        typeof number === 'number' &&
        (!type.integer || Number.isSafeInteger(number)) &&
        (type.minimum ?? -Infinity) <= number &&
        number <= (type.maximum ?? Infinity)
      );
    case 'boolean':
      return typeof value === 'boolean';
    case 'time': {
      const pattern = timePattern(type.of, type.format);
      return pattern === undefined ? typeof number === 'number' : text !== undefined && new RegExp(pattern).test(text);
    }
    case 'bigint':
      return (
        (typeof number === 'number' && /^-?\d+$/.test(digits ?? String(number))) ||
        (text !== undefined && new RegExp(INTEGER_DIGITS).test(text))
      );
    case 'decimal':
      return typeof number === 'number' || (text !== undefined && new RegExp(DECIMAL_DIGITS).test(text));
    case 'enum':
      return typeof value === typeof type.values[0];
    case 'array':
      return isList(value);
    case 'object':
    case 'record':
    case 'map':
    case 'variants':
      return isObject(value);
    case 'union':
      return type.members.some((member) => isOf(member, value));
    case 'json':
      return true;
  }
}

/** "string, never null" */
function describe(value: ValueModel): string {
  return `${shapeOf(value.type)}${value.nullable ? '' : ', never null'}`;
}

function shapeOf(type: TypeModel): string {
  switch (type.kind) {
    case 'string':
      return type.format === undefined ? 'string' : STRING_FORMATS[type.format].words;
    case 'number': {
      const range = [
        ...(type.minimum === undefined ? [] : [`at least ${type.minimum}`]),
        ...(type.maximum === undefined ? [] : [`at most ${type.maximum}`]),
      ].join(' and ');
      return `${type.integer ? 'integer' : 'number'}${range === '' ? '' : ` of ${range}`}`;
    }
    case 'time':
      return timeWords(type.of, type.format);
    case 'enum':
      return type.values.map((each) => JSON.stringify(each)).join(' or ');
    case 'record':
      return type.record.typeName;
    case 'variants':
      return 'object';
    case 'union':
      return type.members.map(shapeOf).join(' or ');
    default:
      return type.kind;
  }
}

/** The type of a value, in the words of the spec language. */
function typeOf(value: JsonValue): string {
  const digits = exactDigits(value);
  if (digits !== undefined) return /^-?\d+$/.test(digits) ? (Number.isSafeInteger(Number(digits)) ? 'integer' : 'bigint') : 'number';
  if (value === null) return 'null';
  if (isList(value)) return 'array';
  return typeof value === 'number' ? (Number.isInteger(value) ? 'integer' : 'number') : typeof value;
}

function counted(some: number, all: number): string {
  return `${some} of ${all}`;
}

/** A name as it stands in a path. */
function nameOf(field: string): string {
  return /^[A-Za-z_$][\w$-]*$/.test(field) ? field : JSON.stringify(field);
}

type JsonObject = { readonly [key: string]: JsonValue };

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !isList(value);
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
