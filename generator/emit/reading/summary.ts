import { type Code, isIdentifier, member, nothing } from '../../code.js';
import { showPath } from '../../selector.js';
import type { EmittedResource } from '../context.js';
import { isWindowed } from './kinds.js';
import { requestLine } from './types.js';

/** What the documentation of a resource says of it. */

/** A field that makes a good example of a type: one that may be null. */
export function exampleField({ type }: EmittedResource['record']): Code {
  const field = type.fields.find((each) => each.nullable && each.ofSome !== true && isIdentifier(each.name)) ?? type.fields[0];
  return field === undefined ? nothing : member(nothing, field.name);
}

/** What one read requests: "`GET /v1/events`, 100 records a page by offset, until a page is empty." */
export function summaryOf({ model, loop, parent }: EmittedResource): string {
  const after = model.group === null ? 'one after the other' : `${model.group.size} with each request`;
  const named = model.forEach?.lists.map(({ name }) => name.camel).join(' and ');
  const each =
    parent === undefined
      ? ''
      : `; for each of \`${parent.names.property.text}\`${named === undefined ? '' : `, and each ${named}`}, ${after}`;
  const lists = named === undefined || parent !== undefined ? '' : `; for each ${named}, ${after}`;
  const windows = isWindowed(model) ? ', window after window' : '';
  const fresh = model.incremental === null ? '' : `; only what is new by \`${showPath(model.incremental.cursor)}\``;
  return `\`${requestLine(model)}\`, ${loop.summary}${each}${lists}${fresh}${windows}.`;
}
