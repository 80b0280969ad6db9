import { canBeKey } from '../types/key.js';
import { castValue } from '../types/cast.js';
import type { FieldModel, RecordsModel, RecordVariants, TypeModel, ValueModel, VariantsType } from '../types/model.js';
import { toldAs, variantOf } from '../types/variant-of.js';
import type { JsonValue } from '../shape.js';
import { isList, isObject, isOf, type JsonObject } from './values.js';
import { counted, describe, mismatchOf, nameOf, shapeOf, typeOf } from './words.js';

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
  if (type.variants !== undefined) {
    comparison.variants(type.variants.told, values, '', added);
    return comparison.found;
  }
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
    const extra = new Set(objects.flatMap((each) => Object.keys(each)).filter((key) => !declared.has(key) && canBeKey(key)));
    for (const key of extra) {
      const there = objects.filter((each) => Object.hasOwn(each, key));
      const types = [...new Set(there.map((each) => typeOf(each[key] ?? null)))].sort();
      this.#report('new', prefix + nameOf(key), 'not declared', `${types.join(' or ')} in ${counted(there.length, objects.length)}`);
    }
  }

  value(value: ValueModel, received: readonly JsonValue[], path: string): void {
    const values = received.map((each) => asRead(value, each));
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
        this.variants(type, values.filter(isObject), path);
        return;
      case 'union': {
        const isNone = (each: JsonValue): boolean => type.tells !== undefined && isObject(each) && toldAs(type, each) === undefined;
        const left = values.filter((each) => isNone(each) || !type.members.some((member) => isOf(member, each)));
        this.#mismatch(type, left, path, all);
        const isHere = (member: TypeModel, each: JsonValue): boolean => type.tells === undefined || toldAs(type, each) === member;
        for (const member of type.members) {
          if (member.kind !== 'object' && member.kind !== 'record') continue;
          const own = values.filter((each) => isObject(each) && isHere(member, each));
          this.#type(member, own, path, all);
        }
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

  /** Objects that are one of several. `added`: fields that the API does not send. */
  variants(told: RecordVariants['told'], values: readonly JsonValue[], path: string, added: readonly string[] = []): void {
    if (told.kind === 'variants') this.#words(told, values.filter(isObject), path);
    for (const variant of told.variants)
      this.object(
        variant.object.fields.filter(({ name }) => !added.includes(name)),
        values.filter((each) => variantOf(told, each) === variant),
        `${path}<${variant.word}>.`,
      );
    const strangers = values.filter((each) => variantOf(told, each) === undefined).length;
    if (told.kind === 'told_by_fields' && strangers > 0) {
      const tells = told.variants.flatMap(({ tell }) => tell ?? []);
      this.#report(
        'missing',
        path === '' ? 'a record' : path,
        `with ${tells.join(' or ')}`,
        `none of them in ${counted(strangers, values.length)}`,
      );
    }
  }

  /** Words that the discriminator has and the spec does not know. */
  #words({ discriminator, variants }: VariantsType, values: readonly JsonObject[], path: string): void {
    const words = new Set(variants.map(({ word }) => word));
    const strangers = [
      ...new Set(values.map((each) => each[discriminator]).filter((word) => typeof word !== 'string' || !words.has(word))),
    ];
    if (strangers.length === 0) return;
    this.#report(
      'enum',
      `${path === '' ? '' : `${path}.`}${nameOf(discriminator)}`,
      [...words].join(' or '),
      strangers
        .slice(0, 5)
        .map((each) => JSON.stringify(each))
        .join(', '),
    );
  }

  #mismatch(type: TypeModel, wrong: readonly JsonValue[], path: string, all: number): void {
    if (wrong.length === 0) return;
    const types = [...new Set(wrong.map((each) => mismatchOf(type, each)))].sort();
    this.#report('retyped', path, shapeOf(type), `${types.join(' or ')} in ${counted(wrong.length, all)}`);
  }

  #report(kind: DriftKind, path: string, declared: string, seen: string): void {
    const key = JSON.stringify([kind, path, seen]);
    if (!this.#seen.has(key)) this.found.push({ kind, path, declared, seen });
    this.#seen.add(key);
  }
}

/** A value after what its field says of texts that are null, and of other types. */
function asRead({ emptyAsNull, nullTexts, cast }: ValueModel, value: JsonValue): JsonValue {
  if ((emptyAsNull === true && value === '') || (typeof value === 'string' && nullTexts?.includes(value) === true)) return null;
  return cast === undefined ? value : castValue(cast, value);
}
