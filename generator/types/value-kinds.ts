import type { TypeModel, ValueModel } from './model.js';

/** How much there is to check of a value. */

/** Whether there is more to check than one expression can. */
export function isDeep(type: TypeModel): boolean {
  switch (type.kind) {
    case 'object':
    case 'record':
    case 'variants':
    case 'bigint':
    case 'decimal':
      return true;
    case 'array':
      return !isAnything(type.items);
    case 'map':
      return !isAnything(type.values);
    case 'union':
      return type.members.some(isDeep);
    default:
      return false;
  }
}

function isAnything({ type, nullable, emptyAsNull, nullTexts }: ValueModel): boolean {
  return type.kind === 'json' && nullable && emptyAsNull !== true && nullTexts === undefined;
}
