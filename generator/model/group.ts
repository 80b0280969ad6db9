import { spec as messages } from '../diagnostics/messages/spec.js';
import { shorten } from '../diagnostics/words.js';
import { templatesInChanges, type ChangesModel } from './changes-model.js';
import type { ResourceSpec } from '../spec/document.js';
import type { ForEachModel, GroupModel } from './parts-model.js';
import { showPath } from '../selector.js';
import type { TypeModel } from '../types/model.js';
import type { Scope } from './scope.js';
import { skippedStatuses } from './skipped.js';

/** How many values, or parents, one request asks for; null: it asks for one. What cannot be said of several is reported. */
export function buildGroup(
  spec: ResourceSpec,
  forEach: ForEachModel | null,
  changes: ChangesModel | null,
  scope: Scope,
): GroupModel | null {
  const { reading } = scope;
  const group = groupOf(spec);
  if (group === null) return null;
  const refuse = (owner: keyof ResourceSpec, message: string, hint: string): void =>
    reading.report(messages.pattern(reading.keySpanOf(spec, owner), 'spec/group', message, hint));
  const name = shorten(spec.name);
  const isChild = scope.parents.length > 0;
  if (!isChild && forEach === null && scope.complete)
    refuse(
      'group',
      `${name} is read for no list and for no parent`,
      'Name the values: for_each: { ids: [a, b] }, and {for_each.ids} in the endpoint.',
    );
  if (isChild && forEach !== null) refuse('for_each', `${name} has groups of parents already`, 'Leave out group, or for_each.');
  const [list, ...more] = forEach?.lists ?? [];
  if (more.length > 0) refuse('for_each', `${name} has several lists, and a group is of one`, 'Leave out group, or name one list.');
  else if (list?.type === 'boolean' || list?.type === 'number')
    refuse('for_each', 'a group is of texts or of whole numbers', 'Leave out group.');
  const fields = new Set(scope.parents.map(({ reference }) => showPath(reference.field)));
  if (fields.size > 1) refuse('group', `requests of ${name} name several fields of a parent, and a group is of one`, 'Name one of them.');
  for (const key of ['include_from_parent', 'include_for_each'] as const)
    if (spec[key] !== undefined)
      refuse(key, 'which one of a group a record belongs to, no answer says', 'Leave it out: records that say it have a field for it.');
  if (skippedStatuses(spec, reading).length > 0)
    refuse('on_child_error', 'which one of a group an error is about, no answer says', 'Leave it out, or leave out group.');
  const added = changes === null ? [] : templatesInChanges(changes);
  if (scope.mentioned.length > 0 || added.some((value) => value.some((part) => typeof part !== 'string' && part.kind === 'group')))
    refuse('add', 'which one of a group a record belongs to, no answer says', 'Leave it out: records that say it have a field for it.');
  return group;
}

/** What a spec says of groups. */
export function groupOf({ group }: Pick<ResourceSpec, 'group'>): GroupModel | null {
  if (group === undefined) return null;
  return typeof group === 'number' ? { size: group, separator: ',' } : { size: group.size, separator: group.separator ?? ',' };
}

/** Why a field of parents cannot be what groups are made of; undefined where it can. */
export function notGrouped(type: TypeModel, mayBeNull: boolean): { readonly message: string; readonly hint: string } | undefined {
  const isText = type.kind === 'string' || (type.kind === 'enum' && type.values.every((value) => typeof value === 'string'));
  if (!isText && !(type.kind === 'number' && type.integer))
    return { message: 'is no text and no whole number, which groups are made of', hint: 'Declare it as string, or integer.' };
  if (mayBeNull)
    return {
      message: 'may be null, and a group has no place for that',
      hint: 'Declare it with nullable: false, or say on_null_parent: skip.',
    };
  return undefined;
}
