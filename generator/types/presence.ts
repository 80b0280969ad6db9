import { code, join, literal, type Code } from '../code.js';
import { when, type Slot } from './check-parts.js';
import type { FileScope } from './file-scope.js';
import type { ValueModel } from './model.js';

/** What is done about a value before it is checked: whether it is there, and what it stands for. */

/** Statements that make null of texts that mean it, and a value of the type of one that says the same. `there`: when it is there, where that is not to be seen. */
export function emptied({ emptyAsNull, nullTexts = [], cast }: ValueModel, read: Code, file: FileScope, there?: Code): readonly Code[] {
  const texts = [...(emptyAsNull === true ? [''] : []), ...nullTexts.filter((each) => each !== '' || emptyAsNull !== true)];
  const isNull = join(
    texts.map((each) => code`${read} === ${literal(each)}`),
    ' || ',
  );
  return [
    ...(texts.length === 0 ? [] : [when(isNull, code`${read} = null;`)]),
    ...(cast === undefined
      ? []
      : [when(there ?? code`${read} !== undefined`, code`${read} = ${file.helper(CAST_HELPERS[cast])}(${read});`)]),
  ];
}

const CAST_HELPERS = { string: 'castString', integer: 'castInteger', number: 'castNumber', boolean: 'castBoolean' } as const;

/** When a value that may be null or missing is neither. */
export function presentWhen({ nullable, type }: ValueModel, slot: Slot, read: Code): Code | undefined {
  if (type.kind === 'json') return undefined;
  const notNull = nullable ? [code`${read} !== null`] : [];
  const there =
    slot.presence !== 'optional' ? [] : slot.inherited ? [code`Object.hasOwn(${slot.holder}, ${slot.key})`] : [code`${read} !== undefined`];
  const all = [...there, ...notNull];
  return all.length === 0 ? undefined : join(all, ' && ');
}

/** Any value will do, but where the spec rules null out. */
export function jsonWrong({ nullable }: ValueModel, slot: Slot): readonly Code[] {
  if (nullable) return [];
  const isNull = code`${slot.read} === null`;
  return slot.presence === 'field' ? [code`${slot.read} === undefined`, isNull] : [isNull];
}
