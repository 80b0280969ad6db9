import { code, literal, template, type Code } from '../code.js';
import { isPrefix, UNDECLARED, usePath, when, type Path, type Target } from './check-parts.js';
import type { FieldModel } from './model.js';

/** Statements on the fields that the object has and the spec does not declare. */
export function checkDeclared(
  owner: string,
  fields: readonly FieldModel[],
  value: Code,
  path: Path,
  { file, locals, errorClass, contract, uses }: Target,
): readonly Code[] {
  if (contract.columns === 'evolve') return [];
  usePath(contract.columns === 'discard_value' ? [] : path, uses);
  const known = file.set(
    `${owner}_fields`,
    code`string`,
    fields.map((field) => field.name),
  );
  if (contract.columns === 'discard_value') return [code`place.discardedValues += ${file.helper('dropUndeclared')}(${value}, ${known});`];
  const key = locals.variable('undeclared');
  const at = template(path.length === 0 ? [key] : [...path, ...(isPrefix(path) ? [] : ['.']), key]);
  return [
    code`const ${key} = ${file.helper('undeclaredKey')}(${value}, ${known});`,
    when(
      code`${key} !== undefined`,
      code`throw new ${errorClass}(place, ${path.length === 0 ? key : at}, ${literal(UNDECLARED)}, Reflect.get(${value}, ${key}), true);`,
    ),
  ];
}
