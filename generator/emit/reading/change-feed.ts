import { type Code, code, literal, member, nothing } from '../../code.js';
import { helper } from '../../paginators/helpers.js';
import { emitLinkBase } from '../../paginators/links.js';
import type { PageExtra } from '../../paginators/contract.js';
import { accessPath, showPath } from '../../selector.js';
import { savedState, type EmitContext, type EmittedResource } from '../context.js';
import { errorClass } from '../symbols.js';

/**
 * Reads of a change feed: the position at the end of one is kept in its state as `since`, and the next run begins there. A read that
 * is under way keeps the one that it began with.
 */

/** Whether the position at the end of a read is where the next run begins. */
export function isFeed({ model }: Pick<EmittedResource, 'model'>): boolean {
  return model.changeFeed !== null;
}

/** The statement before the loop: where this run began. */
export function emitSince(resource: EmittedResource): Code {
  if (!isFeed(resource)) return nothing;
  return code`let since = ${savedState(resource)}?.since ?? null;`;
}

/** The statement that lets every request have it. */
export function emitSinceParam({ model: { changeFeed } }: EmittedResource): Code {
  if (changeFeed === null || changeFeed.param === null) return nothing;
  return code`if (since?.token !== undefined) url.searchParams.set(${literal(changeFeed.param)}, String(since.token));`;
}

/** What a page has of it, read inside the retried unit; nothing where that is the cursor that the paging reads. */
export function feedExtra({ model: { changeFeed, paginator } }: EmittedResource): readonly PageExtra[] {
  if (changeFeed === null) return [];
  const { position, param } = changeFeed;
  if (paginator.type === 'json_link' && position !== null && param === null) {
    const base = emitLinkBase(paginator.base);
    const value = code`${helper('linkAt')}(${accessPath(code`body`, position)}, ${literal(showPath(position))}, ${base.variable}, place)`;
    return [{ name: 'reached', type: code`URL | null`, value, reads: [base.name], none: code`null` }];
  }
  const cursor = paginator.type === 'cursor' ? paginator : undefined;
  if (position === null && (cursor === undefined || cursor.hasMore === null)) return [];
  const isLast = position === null && cursor?.from === 'last record';
  const place = position ?? cursor?.path ?? [];
  const value = code`${helper('cursorAt')}(${accessPath(isLast ? code`records.at(-1)` : code`body`, place)}, ${literal(showPath(place))}, place)`;
  return [{ name: 'reached', type: code`string | number | null`, value, reads: [], none: code`null` }];
}

/** The statement before the paging goes on: where a read that ended here would have got to. */
export function emitReached(resource: EmittedResource): Code {
  const { changeFeed } = resource.model;
  if (changeFeed === null || changeFeed.position !== null) return nothing;
  return code`const end = ${feedExtra(resource).length > 0 ? code`reached` : code`nextCursor`} ?? cursor;`;
}

/** The statement after the last page. */
export function emitKeptPosition(context: EmitContext, { model: { changeFeed, paginator } }: EmittedResource): Code {
  if (changeFeed === null) return nothing;
  const { position, param } = changeFeed;
  if (position === null) return code`if (next === null) since = end === null ? null : { cursor: end };`;
  const kept =
    param !== null
      ? code`token: reached`
      : paginator.type === 'json_link'
        ? code`link: reached.pathname + reached.search`
        : code`cursor: reached`;
  return code`
    if (next === null) {
      if (reached === null) throw new ${errorClass(context, 'ResponseError')}(place, 'invalid_page', ${literal(`the last page has no "${showPath(position)}", where the next run would begin`)});
      since = { ${kept} };
    }
  `;
}

/** The member of a state. */
export function sinceMember(resource: EmittedResource, position: Code): Code {
  const { changeFeed } = resource.model;
  if (changeFeed === null) return nothing;
  return code`
    /** Where the next run begins: the position of the API at which the last read that is complete ended. Null: at the beginning. */
    readonly since: ${changeFeed.param === null ? position : code`{ readonly token: string | number }`} | null;
  `;
}

/** The argument that says whether a saved one can be a position. */
export function sinceCheck(resource: EmittedResource): Code {
  const { changeFeed } = resource.model;
  if (changeFeed === null) return nothing;
  if (changeFeed.param !== null) return code`, ({ token }) => typeof token === 'string' || Number.isSafeInteger(token)`;
  const [field] = resource.loop.position;
  return field === undefined ? nothing : code`, (since) => ${field.check(member(code`since`, field.name))}`;
}
