import { code, literal, type Code } from '../code.js';
import { block, discards, failure, when, type Slot, type Target } from './check-parts.js';
import type { TypeModel, ValueModel } from './model.js';

/** Checks of numbers that keep all their digits: what the API sent is replaced by the exact value. */

/** The exact number, or undefined. */
function exactly(type: TypeModel, { holder, key }: Slot, { file }: Target): Code {
  if (type.kind === 'bigint') return code`${file.helper('exactBigint')}(${holder}, ${key})`;
  if (type.kind !== 'decimal' || type.size === undefined) return code`${file.helper('exactDecimal')}(${holder}, ${key})`;
  return code`${file.helper('sizedDecimal')}(${holder}, ${key}, ${literal(type.size.precision)}, ${literal(type.size.scale)})`;
}

/** Statements that put the exact number in the place of what the API sent. */
export function convert(value: ValueModel, slot: Slot, target: Target): readonly Code[] {
  const exact = target.locals.variable(`exact_${slot.words}`);
  const missing = code`${exact} === undefined`;
  const assign = code`${slot.read} = ${exact};`;
  const declared = code`const ${exact} = ${exactly(value.type, slot, target)};`;
  if (discards(value, slot, target))
    return [
      declared,
      code`${block(missing, [failure(value, slot, slot.read, target)])} else {
  ${assign}
}`,
    ];
  return [declared, when(missing, failure(value, slot, slot.read, target)), assign];
}
