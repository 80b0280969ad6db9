import { type Code, code, entry, join, literal, nothing } from '../../code.js';
import type { VirtualFile } from '../../virtual-file.js';
import { savedState, type EmitContext, type EmittedResource } from '../context.js';
import { emitHookContext } from '../hooks/calls.js';
import { READ_POSITION, typeFrom, valueFrom } from '../symbols.js';
import { renderTemplate } from '../template.js';
import { emitFound, fromOwnPosition, isKeyedFeed } from './change-feed.js';
import { cursorClass } from './cursor.js';
import { emitBounds } from './cursor-bounds.js';
import { holdsStart } from './cursor-kinds.js';
import { isKeyed, isPaged, isPartitioned, isWindowed, listsDone } from './kinds.js';
import { answerPattern, emitFetch, emitMaximum, emitPages, emitPlace, isGuarded, kept } from './loop.js';
import { boundNames } from './names.js';
import { givenCursors, withCursor } from './groups.js';
import { doneWith, partMembers, passingOver, refuseNull, savedCursor } from './partitions.js';
import { splitKind } from './split-kinds.js';
import { takeSecrets } from './secrets.js';
import { emitTurn, namesPlace, partIsComplete } from './turn.js';
import { positionOf } from './types.js';
import { emitUrl } from './url.js';
import { emitWindows } from './windows.js';

/** `src/internal/read-ahead.ts`, where some resource asks for pages before their turn. */
export function emitReadAheadFile({ header, prefix, resources }: EmitContext): readonly VirtualFile[] {
  if (!resources.some(readsAhead)) return [];
  const values = {
    header,
    prefix,
    pages: resources.some((resource) => asksSeveral(resource) || resource.model.readAhead.prefetch),
    fills: resources.some(asksSeveral),
    partitions: resources.some(opensSeveral),
  };
  return [{ path: 'src/internal/read-ahead.ts', text: renderTemplate('src/internal/read-ahead.ts.hbs', values) }];
}

/** Whether pages are asked for before their turn. */
export function readsAhead(resource: EmittedResource): boolean {
  return asksSeveral(resource) || opensSeveral(resource) || resource.model.readAhead.prefetch;
}

/** Whether the page loops of several parents, values or windows may be under way at once. */
export function opensSeveral(resource: EmittedResource): boolean {
  return resource.model.readAhead.concurrency > 1 && isPartitioned(resource);
}

/** Whether several pages may be on their way at once: each request then has a URL of its own. */
export function asksSeveral(resource: EmittedResource): boolean {
  return resource.model.readAhead.concurrency > 1 && resource.loop.ahead !== undefined && !isPartitioned(resource);
}

/** "up to 4 pages are on their way at once": what a reader of a package should know; undefined where nothing is sent ahead. */
export function describeAhead(resource: EmittedResource): string | undefined {
  if (opensSeveral(resource)) return `up to ${resource.model.readAhead.concurrency} requests are on their way at once`;
  if (asksSeveral(resource)) return `up to ${resource.model.readAhead.concurrency} pages are on their way at once`;
  return readsAhead(resource) ? 'the next page is on its way while one is used' : undefined;
}

/** The statement before the loop: what asks for pages before their turn. */
export function emitReadAhead(context: EmitContext, resource: EmittedResource): Code {
  const { ahead } = resource.loop;
  const several = ahead !== undefined && asksSeveral(resource);
  return code`
    const ahead = new ${valueFrom('internal/read-ahead', 'ReadAhead')}(signal, (page, ${several ? ahead.position : code`_`}, signal) => {
      ${several ? emitUrl(resource) : nothing}
      const place: ${READ_POSITION} = ${emitPlace(context, resource, code`page`, code`state`)};
      ${emitHookContext(resource, 'request', 'authenticate', 'select', 'next')}
      ${resource.loop.request}
      return { place, answer: ${emitFetch(resource)} };
    });
  `;
}

/** The statement that takes a page when it is its turn. */
export function takenPage(context: EmitContext, resource: EmittedResource): Code {
  const pattern = answerPattern(resource);
  const checked = emitMaximum(context, resource);
  const position = asksSeveral(resource) ? code`, ${resource.loop.ahead?.position ?? nothing}` : nothing;
  return code`
    ${checked === nothing ? nothing : code`const place: ${READ_POSITION} = ${emitPlace(context, resource, code`page`, code`state`)};`}
    ${checked}
    const { ${checked === nothing && (namesPlace(resource) || isGuarded(resource) || resource.loop.afterNext !== undefined) ? code`place, ` : nothing}answer: ${pattern} } = await ahead.take(page, state${position});
    ${emitHookContext(resource, 'filter', 'map')}
  `;
}

/** The statement before a page is yielded: asks for what follows it. */
export function emitAskAhead({ model, loop, ...rest }: EmittedResource): Code {
  if (loop.ahead === undefined || !asksSeveral({ model, loop, ...rest })) return code`if (next !== null) ahead.start(page + 1);`;
  const { position, step, end } = loop.ahead;
  const most = literal(model.readAhead.concurrency);
  const last = splitKind({ model, loop }) === 'pages' ? code`Math.min(${end}, this.#split?.until ?? Infinity)` : end;
  return code`if (next !== null) ahead.fill(${most}, page + 1, ${position}, ${step}, ${last});`;
}

/**
 * The loop over parts, or windows, of which several are under way at once: what they give is taken in their order, and only then
 * looked at by the cursor, so that records and states are as without.
 */
export function emitSeveral(context: EmitContext, resource: EmittedResource): Code {
  const { model } = resource;
  const keyed = isKeyed({ model });
  const saved = savedState(resource);
  const most = literal(model.readAhead.concurrency);
  const windows = isWindowed(model) ? emitWindows(context, resource, code`${saved}?.next`, boundNames(resource)) : undefined;
  const next = join(
    [
      ...partMembers(resource),
      ...(windows === undefined ? [] : [code`since: window.since`, code`until: window.until`, code`read`]),
      code`page: next`,
    ],
    ', ',
  );
  const page = join(
    [
      ...(namesPlace(resource) ? [code`place`] : []),
      asKept(resource),
      code`next`,
      ...(isKeyedFeed(resource) ? [code`since`, code`restarted`] : []),
      ...(keyed && model.incremental !== null ? [windows === undefined ? code`bookmark` : code`window`] : []),
    ],
    ', ',
  );
  const ownWindows = keyed ? windows : undefined;
  const one = code`
    for await (const { ${page} } of pages) {
      ${
        ownWindows === undefined
          ? nothing
          : code`
        if (window !== entered) {
          read = ${ownWindows.enter};
          entered = window;
        }
      `
      }
      ${emitHookContext(resource, 'filter', 'map')}
      ${emitTurn(resource, {
        complete: keyed && windows === undefined ? code`next === null` : partIsComplete(resource),
        next: code`{ ${next} }`,
        before: listsDone({ model }) && windows === undefined ? code`if (next === null) ${doneWith(resource)}` : undefined,
      })}
    }
  `;
  const pages =
    ownWindows === undefined
      ? one
      : code`
    const bookmark = this.#cursorFrom(${savedCursor(resource)}, state); // those that are ahead have their own
    let entered: object | undefined;
    let read: readonly string[] = [];
    ${one}
    cursors = ${withCursor(resource, code`bookmark.toState(true)`)};
    ${listsDone({ model }) ? doneWith(resource) : nothing}
  `;
  const reading = code`reading`;
  const open = keyed
    ? code`(part, signal) => this.#pagesOf(part, ${model.incremental === null ? nothing : code`cursors, state, `}${isKeyedFeed(resource) ? code`positions, forgotten, ` : nothing}${reading}, signal)`
    : code`(window, signal) => this.#pagesOf(window, ${holdsStart(resource) ? code`bookmark, ` : nothing}${reading}, signal)`;
  const items = keyed
    ? code`(${model.parent === null ? nothing : code`signal`}) => this.#partsAfter(${saved}?.next${givenCursors(resource)}${model.parent === null ? nothing : code`${resource.takesDeadline ? code`, deadline` : nothing}, signal`})`
    : code`() => ${windows?.windows ?? nothing}`;
  return code`
    ${keyed ? nothing : code`const bookmark = this.#cursorFrom(${saved}?.cursor, state);`}
    ${keyed ? nothing : (windows?.before ?? nothing)}
    const reading = { pages: 0${resource.takesDeadline ? code`, deadline` : nothing}${model.usesNow ? code`, now` : nothing} };
    for await (const { item: ${keyed ? code`part` : code`window`}, pages } of ${valueFrom('internal/read-ahead', 'inOrder')}(${most}, signal, () => state, ${items}, ${open})) {
      ${emitFound(resource)}
      ${windows === undefined || keyed ? nothing : code`const read = ${windows.enter};`}
      ${passingOver(context, resource, pages)}
    }
  `;
}

/** `records`, or what stands for them after what is dropped. */
function asKept(resource: EmittedResource): Code {
  return entry('records', kept(resource));
}

/** The method with the page loop of one part, or of one window: it gives all that comes. */
export function emitPagesMethod(context: EmitContext, resource: EmittedResource): Code {
  const { model, names } = resource;
  const { incremental } = model;
  const keyed = isKeyed({ model });
  const windows = isWindowed(model)
    ? emitWindows(context, resource, keyed ? code`part.resumed` : nothing, boundNames(resource))
    : undefined;
  const ownWindows = keyed ? windows : undefined;
  const item = keyed
    ? code`part: ${names.part}`
    : code`window: ${typeFrom('internal/windows', 'Window', 'ReadWindow')}<${positionOf(resource)}>`;
  const unknown = code`state: undefined`; // an error gets its state when it is its turn
  const bookmark = keyed && incremental !== null;
  const loop = emitPages(context, resource, {
    saved: windows === undefined ? code`part.resumed?.page` : code`window.page`,
    number: code`page: ++reading.pages`,
    state: unknown,
    head: code`for (;;)`,
    turn: code`
      yield { place, ${asKept(resource)}${isPaged(resource) ? code`, next` : code`, next: null`}${ownWindows !== undefined ? code`, window` : bookmark ? code`, bookmark` : nothing}${isKeyedFeed(resource) ? code`, since, restarted` : nothing} };
      ${isKeyedFeed(resource) ? code`restarted = false;` : nothing}
    `,
    leave: ownWindows === undefined ? code`return;` : code`break;`,
  });
  return code`
    /** The pages of one of them. */
    async *#pagesOf(${item}${bookmark ? code`, cursors: ${names.state}['cursors'], state: unknown` : nothing}${isKeyedFeed(resource) ? code`, positions: ${names.state}['positions'], forgotten: ${typeFrom('internal/resuming', 'Forgotten')}` : nothing}${!keyed && holdsStart(resource) ? code`, bookmark: ${cursorClass(resource)}` : nothing}, reading: { pages: number${resource.takesDeadline ? code`; readonly deadline: number` : nothing}${model.usesNow ? code`; readonly now: number` : nothing} }, signal: AbortSignal) {
      ${takeSecrets(context)}
      ${resource.takesDeadline ? code`const { deadline } = reading;` : nothing}
      ${model.usesNow ? code`const { now } = reading;` : nothing}
      ${refuseNull(context, resource, { page: code`page: reading.pages`, state: unknown })}
      ${bookmark ? code`const bookmark = this.#cursorFrom(${savedCursor(resource)}, state);` : nothing}
      ${incremental === null || windows !== undefined ? nothing : emitBounds(incremental, boundNames(resource))}
      ${
        ownWindows === undefined
          ? code`
        ${windows?.bounds ?? nothing}
        ${fromOwnPosition(
          resource,
          code`
            ${emitUrl(resource)}
            ${loop}
          `,
          unknown.text === '' ? nothing : code`undefined`,
        )}
      `
          : code`
        ${ownWindows.before}
        for (const window of ${ownWindows.windows}) {
          ${ownWindows.bounds}
          ${emitUrl(resource)}
          ${loop}
        }
      `
      }
    }
  `;
}
