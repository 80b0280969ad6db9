import type { JsonValue } from '../shape.js';
import type { DecimalSize } from './decimal.js';
import { pick, type Random } from './random.js';
import { sampleText } from './sample-text.js';
import { sampleTime } from './sample-time.js';
import type { FieldModel, RecordType, TypeModel, ValueModel } from './model.js';

type JsonObject = { readonly [key: string]: JsonValue };

interface Sampling {
  readonly random: Random;
  /** Which record of the series it is, from 0: ids and times go up with it. */
  readonly index: number;
  readonly types: readonly RecordType[];
  /** How many records deep. */
  readonly depth: number;
}

/**
 * A record as an API could send it: plausible, conforming to the type, with nulls in nullable fields and some optional
 * ones left out. `types` are those of the model, for the records it refers to.
 */
export function sampleRecord(type: RecordType, random: Random, index: number, types: readonly RecordType[]): JsonObject {
  if (!type.declared) return Object.fromEntries(['id', ...type.keys].map((key) => [key, `${type.variable}_${index + 1}`]));
  const told = type.variants?.told.variants ?? [];
  const fields = told[index % Math.max(1, told.length)]?.object.fields ?? type.fields; // one after the other, so that each is there
  return sampleObject(fields, { random, index, types, depth: 0 }, type.variable);
}

/** A value that conforms. `words` is the name of the field, which says what would be plausible. */
export function sampleValue({ type, nullable }: ValueModel, sampling: Sampling, words: string, owner: string): JsonValue {
  const { random, depth } = sampling;
  if (nullable && (random() < 0.2 || (depth > MOST_DEPTH && type.kind === 'record'))) return null;
  return sampleType(type, sampling, words, owner);
}

const MOST_DEPTH = 1;

function sampleObject(fields: readonly FieldModel[], sampling: Sampling, owner: string): JsonObject {
  const { random } = sampling;
  const present = fields.filter((field) => !field.optional || random() < 0.7);
  return Object.fromEntries(present.map((field) => [field.name, sampleValue(field, sampling, field.name, owner)]));
}

function sampleType(type: TypeModel, sampling: Sampling, words: string, owner: string): JsonValue {
  const { random, index, types, depth } = sampling;
  switch (type.kind) {
    case 'string':
      return sampleText(type.format, words, owner, random, index);
    case 'number':
      return sampleNumber(type, words, random, index);
    case 'boolean':
      return random() < 0.5;
    case 'time':
      return sampleTime(type.of, type.format, index, random);
    case 'decimal':
      return sampleDecimal(type.size, random);
    case 'bigint':
      return (9_007_199_254_740_993n + BigInt(index) * 2n).toString(); // beyond what a number holds
    case 'json':
      return { source: pick(['web', 'ios', 'android'], random) };
    case 'enum':
      return pick(type.values, random);
    case 'array':
      return depth > MOST_DEPTH
        ? []
        : Array.from({ length: Math.floor(random() * 3) }, () => sampleValue(type.items, sampling, words, owner));
    case 'map':
      return Object.fromEntries(
        ['source', 'campaign']
          .slice(0, depth > MOST_DEPTH ? 0 : 1 + Math.floor(random() * 2))
          .map((key) => [
            key,
            type.values.type.kind === 'json'
              ? pick(['web', 'spring', 'newsletter'], random)
              : sampleValue(type.values, sampling, key, owner),
          ]),
      );
    case 'object':
      return sampleObject(type.fields, sampling, words);
    case 'union':
      return sampleType(pick(type.members, random), sampling, words, owner);
    case 'variants':
      return sampleObject(pick(type.variants, random).object.fields, sampling, words);
    case 'record': {
      const record = types.find((each) => each.typeName === type.record.typeName);
      if (record === undefined || depth > MOST_NESTED) return {};
      return sampleObject(record.fields, { ...sampling, depth: depth + 1 }, record.variable);
    }
  }
}

/** Deeper than any record that can exist: one that must contain itself cannot. */
const MOST_NESTED = 20;

function sampleNumber(type: Extract<TypeModel, { kind: 'number' }>, words: string, random: Random, index: number): number {
  const least = type.minimum ?? 0;
  const most = type.maximum ?? Math.max(least + 1000, 1000);
  if (type.integer && /(^|_)id$/i.test(words)) return Math.min(Math.max(index + 1, Math.ceil(least)), Math.floor(type.maximum ?? Infinity));
  const value = least + random() * (most - least);
  if (!type.integer) return Math.min(Math.max(Number(value.toFixed(2)), least), most);
  return Math.min(Math.max(Math.round(value), Math.ceil(least)), Math.floor(most));
}

function sampleDecimal(size: DecimalSize | undefined, random: Random): string {
  if (size === undefined) return (random() * 1000).toFixed(2);
  const whole = Math.min(size.precision - size.scale, 3);
  const scale = Math.min(size.scale, 12);
  const digits = String(Math.floor(random() * 10 ** (whole + scale))).padStart(scale + 1, '0');
  return scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
