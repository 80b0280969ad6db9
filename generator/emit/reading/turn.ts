import { dropGone, emitPosition, feedMembers, partRestarted } from './change-feed.js';
import { type Code, code, entry, identifier, join, nothing } from '../../code.js';
import type { EmittedResource } from '../context.js';
import { emitHookedRecords } from '../hooks/calls.js';
import { isHooked } from '../hooks/predicates.js';
import { withCursor } from './groups.js';
import { hasNotes } from './cursor-kinds.js';
import { countsKeys, emitCountedKeys } from './keys.js';
import { failureCount, isKeyed, isPaged, isWindowed, savesNow } from './kinds.js';
import { kept } from './loop.js';
import { hidden } from './secrets.js';
import { emitFilter } from './selection.js';
import { emitTotal } from './total.js';

/** What a state says beside its position. */
interface Turn {
  /** Whether the read is complete after this page, an expression. */
  readonly complete: Code;
  /** The member `next` of the state. */
  readonly next: Code;
  /** Statements before the state is made. */
  readonly before?: Code | undefined;
}

/** A page's turn: what of it is new, the state after it, and the page itself. `next` is in scope. */
export function emitTurn(resource: EmittedResource, { complete, next, before }: Turn): Code {
  const { model } = resource;
  const keyed = isKeyed({ model });
  const fresh = model.incremental === null ? nothing : code`const fresh = bookmark.fresh(${kept(resource)}, place);`;
  const cursor = model.incremental === null ? [] : keyed ? [code`cursors`] : [code`cursor: bookmark.toState(${complete})`];
  const members = [
    code`...id`,
    ...cursor,
    ...feedMembers(resource),
    ...nowMember(resource),
    ...everRead(resource),
    next === nothing ? code`next` : code`next: ${next}`,
  ];
  return code`
    ${fresh}
    ${emitCountedKeys(resource, kept(resource))}
    ${model.incremental !== null && keyed ? code`cursors = ${withCursor(resource, code`bookmark.toState(${complete})`)};` : nothing}
    ${emitPosition(resource)}
    ${before ?? nothing}
    ${everRead(resource).map(() => code`anyRead = true;`)}
    state = ${hidden(resource, code`{ ${join(members, ', ')} }`)};
    ${emitYield(resource)}
  `;
}

function emitYield(resource: EmittedResource): Code {
  const notes = hasNotes(resource) ? code`, ...bookmark.takeNotes()` : nothing;
  return code`yield { ${join([recordsOf(resource), ...counts(resource), ...emitTotal(resource), code`state`], ', ')}${notes}${partRestarted(resource)} };`;
}

/** Whether a turn names the place of its page. */
export function namesPlace(resource: EmittedResource): boolean {
  const { record, model } = resource;
  return model.incremental !== null || record.type.mayDiscardRows || record.type.mayDiscardValues || isHooked(resource, 'filter', 'map');
}

/** When the read began, which a state that is under way knows. */
function nowMember(resource: EmittedResource): readonly Code[] {
  return savesNow(resource) ? [code`now`] : [];
}

/** Whether children of any parent were ever read: where none was, and the API refuses all of them, that is an error. */
function everRead(resource: EmittedResource): readonly Code[] {
  return failureCount(resource) === undefined ? [] : [code`anyRead`];
}

/** The last page of a read in parts, which has no records and says that the read is complete. */
export function emitLastPage(resource: EmittedResource): Code {
  const { model } = resource;
  const cursor = model.incremental === null ? [] : isKeyed({ model }) ? [code`cursors`] : [code`cursor: bookmark.toState(true)`];
  return code`
    ${dropGone(resource)}
    state = ${hidden(resource, code`{ ${join([code`...id`, ...cursor, ...feedMembers(resource), ...nowMember(resource), ...everRead(resource), code`next: null`], ', ')} }`)};
    yield { ${join([code`records: []`, ...counts(resource, code`0`), code`state`], ', ')} };
  `;
}

/** The records that a page hands over. */
function recordsOf(resource: EmittedResource): Code {
  const read = resource.model.incremental === null ? kept(resource) : code`fresh`;
  const filtered = resource.model.filter.length > 0 ? code`${read}.filter((record) => ${emitFilter(resource, code`record`)})` : read;
  const yielded = emitHookedRecords(resource, filtered);
  return entry('records', yielded);
}

/** The counts of a page; `zero` in place of those of a page that was fetched. */
function counts(resource: EmittedResource, zero?: Code): readonly Code[] {
  const { record } = resource;
  const failed = failureCount(resource);
  const names = [...(record.type.mayDiscardRows ? ['discardedRows'] : []), ...(record.type.mayDiscardValues ? ['discardedValues'] : [])];
  return [
    ...names.map((name) => code`${identifier(name)}: ${zero ?? code`place.${identifier(name)}`}`),
    ...(failed === undefined ? [] : [identifier(failed)]),
    ...(countsKeys(resource) ? [code`repeatedKeys`] : []),
  ];
}

/** The position of a part after a page: `next` where there are several pages. */
export function partPosition(resource: EmittedResource): Code {
  return isPaged(resource) ? code`page: next` : code`page: null`;
}

/** Whether the cursor of a part is complete after a page. */
export function partIsComplete(resource: EmittedResource): Code {
  if (isWindowed(resource.model)) return code`false`;
  return isPaged(resource) ? code`next === null` : code`true`;
}
