import type { TypeModel } from './model.js';
import { isEpoch } from './time-format.js';

/** What `typeof` says of values of the type, with arrays told from objects. */
export function jsonTypesOf(type: TypeModel): readonly ('string' | 'number' | 'boolean' | 'object' | 'array')[] {
  switch (type.kind) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'array':
    case 'object':
      return [type.kind];
    case 'time':
      return isEpoch(type.format) ? ['number'] : ['string'];
    case 'decimal':
    case 'bigint':
      return ['string', 'number'];
    case 'enum':
      return [
        ...new Set(type.values.map((value) => (typeof value === 'string' ? 'string' : typeof value === 'number' ? 'number' : 'boolean'))),
      ];
    case 'map':
    case 'record':
    case 'variants':
      return ['object'];
    case 'union':
      return type.members.flatMap(jsonTypesOf);
    case 'json':
      return ['string', 'number', 'boolean', 'object', 'array'];
  }
}
