import type { FieldFacts, TypeWord } from './field-facts.js';
import type { DecimalSize } from './decimal.js';
import type { TypeModel, ValueModel } from './model.js';

/** The type that a word alone stands for. */
export function resolveWord(word: TypeWord): TypeModel {
  switch (word) {
    case 'string':
    case 'text':
      return { kind: 'string', format: undefined };
    case 'integer':
      return { kind: 'number', integer: true, minimum: undefined, maximum: undefined };
    case 'number':
    case 'double':
      return { kind: 'number', integer: false, minimum: undefined, maximum: undefined };
    case 'boolean':
    case 'bool':
      return { kind: 'boolean' };
    case 'datetime':
    case 'timestamp':
      return { kind: 'time', of: 'datetime', format: { kind: 'iso8601' } };
    case 'date':
    case 'time':
      return { kind: 'time', of: word, format: { kind: 'iso8601' } };
    case 'decimal':
      return { kind: 'decimal', size: undefined };
    case 'bigint':
    case 'wei':
      return { kind: 'bigint' };
    case 'binary':
      return { kind: 'string', format: 'base64' };
    case 'json':
    case 'union':
      return { kind: 'json' };
    case 'array':
      return { kind: 'array', items: ANYTHING };
    case 'object':
    case 'map':
      return { kind: 'map', values: ANYTHING };
  }
}

/** The size that `precision` and `scale` say, as in SQL: without a scale there is nothing after the point. */
export function decimalSize({ precision, scale = 0 }: Pick<FieldFacts, 'precision' | 'scale'>): DecimalSize | undefined {
  return precision === undefined ? undefined : { precision, scale };
}

const ANYTHING: ValueModel = { type: { kind: 'json' }, nullable: true, sensitive: false };
