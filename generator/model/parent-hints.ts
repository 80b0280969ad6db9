import { showPath, type Path } from '../selector.js';
import type { RecordType } from '../types/model.js';

// Ways to write a field of the parent that is refused as it stands.

/** How a field is declared of which only is known that it stands in a path. */
export function declarationOf([first, ...rest]: Path): string {
  const key = first?.kind === 'key' ? keyText(first.key) : 'name';
  return rest.length === 0
    ? `fields: { ${key}: string }, or integer; ${UNKNOWN} where you do not know`
    : `fields: { ${key}: ${declaredAs(rest)} }`;
}

const UNKNOWN = '{ type: union, variants: [string, integer], nullable: false }';

/** The type of what has a value at a path. */
function declaredAs([step, ...rest]: Path): string {
  if (step === undefined) return UNKNOWN;
  return step.kind === 'key'
    ? `{ type: object, fields: { ${keyText(step.key)}: ${declaredAs(rest)} } }`
    : `{ type: array, items: ${declaredAs(rest)} }`;
}

function keyText(key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) ? key : JSON.stringify(key);
}

/** Whether a path goes into a list without saying which of it. */
export function passesList(record: RecordType | undefined, [first, second]: Path): boolean {
  const field = first?.kind === 'key' ? record?.fields.find(({ name }) => name === first.key) : undefined;
  return field?.type.kind === 'array' && second?.kind === 'key';
}

/** The same with the first of the list, as it is written. */
export function firstOf(resource: string, [list, ...rest]: Path): string {
  return `{resources.${resource}.${showPath([...(list === undefined ? [] : [list]), { kind: 'index', index: 0 }, ...rest])}}`;
}
