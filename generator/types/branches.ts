import type { FieldModel, TypeModel } from './model.js';

/** How many functions the checks of an object are spread over. */

/** The most that a function checks, in about what a compiler calls a branch: it gives up at 2,000. */
const MOST_BRANCHES = 400;

/** Fields one after the other, in as many parts as a compiler needs. */
export function inParts(fields: readonly FieldModel[]): readonly (readonly FieldModel[])[] {
  const parts: FieldModel[][] = [];
  let room = 0;
  if (sum(fields.map((field) => branchesOf(field.type))) <= MOST_BRANCHES) return [fields];
  for (const field of fields) {
    const branches = branchesOf(field.type);
    if (branches > room) {
      parts.push([]);
      room = MOST_BRANCHES;
    }
    parts.at(-1)?.push(field);
    room -= branches;
  }
  return parts;
}

function branchesOf(type: TypeModel): number {
  switch (type.kind) {
    case 'enum':
      return 3 + type.values.length;
    case 'array':
      return 4 + branchesOf(type.items.type);
    case 'map':
      return 4 + branchesOf(type.values.type);
    case 'object':
      return Math.min(MOST_BRANCHES, 4 + sum(type.fields.map((field) => branchesOf(field.type)))); // beyond, it has functions of its own
    case 'union':
      return 4 + sum(type.members.map(branchesOf));
    case 'variants':
      return 4 + Math.max(...type.variants.map(({ object }) => branchesOf(object))); // one case or another
    default:
      return 4;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
