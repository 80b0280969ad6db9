import { type Code, code, literal, member, nothing } from '../../code.js';
import { helper } from '../../paginators/helpers.js';
import { emitLinkBase } from '../../paginators/links.js';
import type { PageExtra } from '../../paginators/contract.js';
import { accessPath, showPath } from '../../selector.js';
import { savedState, type EmitContext, type EmittedResource } from '../context.js';
import { errorClass, valueFrom } from '../symbols.js';
import { isKeyed } from './kinds.js';

/**
 * Reads of a change feed: the position at the end of one is kept in its state as `since`, and the next run begins there. A read that
 * is under way keeps the one that it began with. Where a resource is read for parents, or for values, each has its own, in `positions`.
 */

/** Whether the position at the end of a read is where the next run begins. */
export function isFeed({ model }: Pick<EmittedResource, 'model'>): boolean {
  return model.changeFeed !== null;
}

/** Whether it has a position for each of what it is read for. */
export function isKeyedFeed(resource: Pick<EmittedResource, 'model'>): boolean {
  return isFeed(resource) && isKeyed(resource);
}

/** The statement before the loop: where this run began. */
export function emitSince(resource: EmittedResource): Code {
  if (!isFeed(resource) || isKeyedFeed(resource)) return nothing;
  return code`let since = ${savedState(resource)}?.since ?? null;`;
}

/** The statement before the parts: where each of them began, and which there are. */
export function emitPositions(resource: EmittedResource): Code {
  if (!isKeyedFeed(resource)) return nothing;
  const unsplit = resource.model.splits === null ? nothing : code` && this.#split === undefined`;
  return code`
    let positions = ${savedState(resource)}?.positions ?? {};
    const isWhole = (state?.next ?? null) === null${unsplit}; // what no longer comes then is gone
    const found = new Set<string>();
  `;
}

/** The statement at the beginning of a part. */
export function emitFound(resource: EmittedResource): Code {
  return isKeyedFeed(resource) ? code`found.add(part.key);` : nothing;
}

/** The pages of a part, which begin again where the API has forgotten its position: that is no matter of the others. */
export function fromOwnPosition(resource: EmittedResource, pages: Code, state: Code): Code {
  if (!isKeyedFeed(resource)) return pages;
  return code`
    let since = ${resuming('sinceOf')}(positions, part.key);
    let isBegun = false;
    let restarted = false;
    do {
      try {
        ${pages}
      } catch (error) {
        if (isBegun || since === null || part.resumed !== undefined) throw error;
        ${resuming('mayBeginAgain')}(error, forgotten, ${state});
        since = null;
        restarted = true;
      }
    } while (!isBegun);
  `;
}

/** The statement after the answer of a page. */
export function emitBegun(resource: EmittedResource): Code {
  return isKeyedFeed(resource) ? code`isBegun = true;` : nothing;
}

/** The statement before the state of a page is made. */
export function emitPosition(resource: EmittedResource): Code {
  return isKeyedFeed(resource) ? code`positions = ${resuming('withPosition')}(positions, part.key, since);` : nothing;
}

/** The statement after the parts: those that are gone have no position any more. */
export function dropGone(resource: EmittedResource): Code {
  if (!isKeyedFeed(resource)) return nothing;
  return code`if (isWhole) positions = ${resuming('positionsOf')}(positions, found);`;
}

/** What a page says where the part that it is of began again. */
export function partRestarted(resource: EmittedResource): Code {
  return isKeyedFeed(resource) ? code`, ...(restarted && { restarted: true as const })` : nothing;
}

/** The members of states that it adds, after a page, and of a page that is no state yet. */
export function feedMembers(resource: EmittedResource): readonly Code[] {
  if (!isFeed(resource)) return [];
  return [isKeyedFeed(resource) ? code`positions` : code`since`];
}

function resuming(name: string): Code {
  return valueFrom('internal/resuming', name);
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
  const { changeFeed, parent } = resource.model;
  if (changeFeed === null) return nothing;
  const type = changeFeed.param === null ? position : code`{ readonly token: string | number }`;
  if (isKeyedFeed(resource)) {
    return code`
      ${parent === null ? code`/** Where the next run begins, for each value: the position of the API at which the last read for it that is complete ended. */` : code`/** Where the next run begins, for each parent: the position of the API at which the last read of its records that is complete ended. */`}
      readonly positions: { readonly [${parent === null ? code`partition` : code`parent`}: string]: ${type} };
    `;
  }
  return code`
    /** Where the next run begins: the position of the API at which the last read that is complete ended. Null: at the beginning. */
    readonly since: ${type} | null;
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
