import { records } from '../diagnostics/messages/records.js';
import type { JsonValue, Reading } from '../shape.js';

/** The facts about a field, and which of them go together. */

/** The words a field type can be. The second line is dlt's. */
export const TYPE_WORDS = [
  'string',
  'integer',
  'number',
  'boolean',
  'datetime',
  'date',
  'time',
  'decimal',
  'bigint',
  'binary',
  'json',
  'object',
  'array',
  'map',
  'union',
  'text',
  'double',
  'bool',
  'timestamp',
  'wei',
] as const;

export type TypeWord = (typeof TYPE_WORDS)[number];

/** A field as a spec has it: a type word alone, or the facts about it. */
export type FieldSpec = TypeWord | FieldFacts;

export interface FieldFacts {
  readonly type?: TypeWord;
  readonly description?: string;
  readonly nullable?: boolean;
  readonly optional?: boolean;
  readonly empty_as_null?: boolean;
  readonly null_texts?: readonly string[];
  readonly cast?: boolean;
  readonly enum?: readonly JsonValue[];
  readonly open?: boolean;
  readonly const?: JsonValue;
  readonly format?: string | readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly precision?: number;
  readonly scale?: number;
  readonly values?: FieldSpec;
  readonly items?: FieldSpec;
  readonly fields?: ReadonlyMap<string, FieldSpec>;
  readonly variants?: readonly FieldSpec[] | ReadonlyMap<string, FieldSpec>;
  readonly discriminator?: string;
  readonly record?: string;
  readonly type_name?: string;
  readonly unit?: string;
  readonly example?: JsonValue;
  readonly examples?: readonly JsonValue[];
  readonly deprecated?: boolean | string;
  readonly sensitive?: boolean;
  readonly nested?: 'json' | 'tables';
}

/** Which types each key is for; the rest are for all. */
const KEY_FITS: { readonly [Key in keyof FieldFacts]?: { readonly types: readonly TypeWord[]; readonly words: string } } = {
  format: { types: ['string', 'text', 'datetime', 'timestamp', 'date', 'time'], words: 'string, datetime, date and time' },
  minimum: { types: ['integer', 'number', 'double'], words: 'integer and number' },
  maximum: { types: ['integer', 'number', 'double'], words: 'integer and number' },
  precision: { types: ['decimal'], words: 'decimal' },
  scale: { types: ['decimal'], words: 'decimal' },
  enum: { types: ['string', 'text', 'integer', 'number', 'double', 'boolean', 'bool'], words: 'string, integer, number and boolean' },
  const: { types: ['string', 'text', 'integer', 'number', 'double', 'boolean', 'bool'], words: 'string, integer, number and boolean' },
  cast: {
    types: ['string', 'text', 'integer', 'number', 'double', 'boolean', 'bool', 'datetime', 'timestamp'],
    words: 'string, integer, number, boolean and epochs',
  },
  values: { types: ['map'], words: 'map' },
  items: { types: ['array'], words: 'array' },
  nested: { types: ['array'], words: 'array' },
  fields: { types: ['object'], words: 'object' },
  type_name: { types: ['object'], words: 'object' },
  record: { types: ['object'], words: 'object' },
  variants: { types: ['union'], words: 'union' },
  discriminator: { types: ['union'], words: 'union' },
};

/** The type of a field that leaves the word out, as its other keys tell it. */
export function impliedType(facts: FieldFacts): TypeWord | undefined {
  if (facts.type !== undefined) return facts.type;
  if (facts.fields !== undefined || facts.record !== undefined) return 'object';
  if (facts.items !== undefined) return 'array';
  if (facts.values !== undefined) return 'map';
  if (facts.variants !== undefined) return 'union';
  const first = facts.const ?? facts.enum?.[0];
  if (typeof first === 'string') return 'string';
  if (typeof first === 'boolean') return 'boolean';
  if (typeof first === 'number') return Number.isInteger(first) ? 'integer' : 'number';
  return undefined;
}

/** A scale is part of a precision. */
export function checkSize(facts: Pick<FieldFacts, 'precision' | 'scale'>, reading: Reading): void {
  const { precision, scale } = facts;
  if (scale === undefined) return;
  if (precision === undefined) reading.report(records.fieldNeeds(reading.spanOf(facts), 'decimal with a scale', 'precision'));
  else if (scale > precision) reading.report(records.scale(reading.spanOf(facts, 'scale'), precision));
}

export function checkFacts(facts: FieldFacts, reading: Reading): void {
  const type = impliedType(facts);
  if (type === undefined) {
    reading.report(records.fieldType(reading.spanOf(facts), 'Say which type it has, or "json" for any value.'));
    return;
  }
  for (const key of Object.keys(KEY_FITS) as (keyof FieldFacts)[]) {
    const fits = KEY_FITS[key];
    if (fits === undefined || facts[key] === undefined || fits.types.includes(type)) continue;
    reading.report(records.fieldKey(reading.keySpanOf(facts, key), key, fits.words));
  }
  if (type === 'union' && facts.variants === undefined) reading.report(records.fieldNeeds(reading.spanOf(facts), type, 'variants'));
  for (const key of ['empty_as_null', 'null_texts'] as const) {
    if (facts.nullable === false && facts[key] !== undefined && facts[key] !== false)
      reading.report(records.emptyNull(reading.keySpanOf(facts, key), key));
  }
  if (facts.open !== undefined && facts.enum === undefined)
    reading.report(records.fieldKey(reading.keySpanOf(facts, 'open'), 'open', 'fields with an enum'));
  if (facts.minimum !== undefined && facts.maximum !== undefined && facts.minimum > facts.maximum)
    reading.report(records.range(reading.spanOf(facts, 'minimum')));
  checkSize(facts, reading);
}
