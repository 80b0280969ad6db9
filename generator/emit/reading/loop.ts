import { type Code, code, identifier, join, literal, nothing } from '../../code.js';
import { keepsSecrets } from '../../model/secrets.js';
import { helper } from '../../paginators/helpers.js';
import type { EmitContext, EmittedResource } from '../context.js';
import { emitFirstPosition, emitHookContext } from '../hooks/calls.js';
import { errorClass, READ_POSITION, typeFrom } from '../symbols.js';
import { emitBegun, emitKeptPosition, emitReached, emitSince, emitSinceParam } from './change-feed.js';
import { holdsStart, reachesOld } from './cursor-kinds.js';
import { emitCleanUp, emitJobPage, hasJob } from './job.js';
import { comparesRows, isPaged } from './kinds.js';
import { splitKind } from './split-kinds.js';
import { keysOf } from './keys.js';
import { emitReader, pageExtras } from './read-function.js';
import { emitFirstSent, emitOwnRequest } from './request.js';

/** What stands around a page loop. */
export interface Surrounding {
  /** What a state says of the position: an expression that may be undefined or null. */
  readonly saved: Code;
  /** The member of a place that counts pages: `page`, or `page: ++page`. */
  readonly number: Code;
  /** The state that errors carry: a member of a place. */
  readonly state: Code;
  /** What the loop begins with: `for (;;)`. */
  readonly head: Code;
  /** A statement before the loop, and one after it, whatever ends it. */
  readonly enter?: Code | undefined;
  readonly cleanUp?: Code | undefined;
  /** What asks for a page, where it is not asked for in its turn: `place` and the answer are in scope then. */
  readonly take?: Code | undefined;
  /** A statement before anything of a page is counted: it may go on with another loop. */
  readonly before?: Code | undefined;
  /** Statements with a page: `place`, `next` and `kept(resource)` are in scope. */
  readonly turn: Code;
  /** The statement that ends the loop: `return;`. */
  readonly leave: Code;
}

/** THE page loop, or the one page of a read that has no more: every rule of paging stands here, or in the pieces of its paginator. */
export function emitPages(context: EmitContext, resource: EmittedResource, around: Surrounding): Code {
  const { loop } = resource;
  if (!isPaged(resource)) {
    return code`
      ${emitAsk(context, resource, around)}
      ${keptStatement(resource)}
      ${around.turn}
    `;
  }
  const pages = code`
    ${around.head} {
      ${around.take ?? emitAsk(context, resource, around)}
      ${around.before ?? nothing}
      ${emitFollow(context, resource)}
      ${around.turn}
      ${emitLeave(resource, around)}
    }
  `;
  return code`
    ${emitSince(resource)}
    ${emitFirstPosition(resource, around.saved)}
    ${loop.start}
    ${emitSent(resource)}
    ${emitSinceParam(resource)}
    ${emitGuard(resource, around.saved)}
    ${around.enter ?? nothing}
    ${
      around.cleanUp === undefined
        ? pages
        : code`
      try {
        ${pages}
      } finally {
        ${around.cleanUp}
      }
    `
    }
  `;
}

/** The method and the body of the next request, where answers say them. */
function emitSent(resource: EmittedResource): Code {
  const { sent } = resource.loop;
  if (sent === undefined) return nothing;
  return code`
    let sent: ${typeFrom('internal/pagination', 'LinkedRequest')} = ${emitFirstSent(resource)};
    ${sent}
  `;
}

/** Ends the loop after its last page. */
function emitLeave(resource: EmittedResource, { leave }: Surrounding): Code {
  const cleanUp = hasJob(resource) ? emitCleanUp(resource) : nothing;
  if (cleanUp === nothing) return code`if (next === null) ${leave}`;
  return code`
    if (next === null) {
      ${cleanUp}
      ${leave}
    }
  `;
}

/** Asks for a page. */
function emitAsk(context: EmitContext, resource: EmittedResource, { number, state }: Surrounding): Code {
  return code`
    const place: ${READ_POSITION} = ${emitPlace(context, resource, number, state)};
    ${emitMaximum(context, resource)}
    ${emitHookContext(resource)}
    ${resource.loop.request}
    ${hasJob(resource) ? emitJobPage(resource) : emitAnswer(resource, code`await ${emitFetch(resource)}`)}
    ${emitBegun(resource)}
  `;
}

/** What follows a page: where the next one begins, null after the last, and whether it may be asked for. */
function emitFollow(context: EmitContext, resource: EmittedResource): Code {
  const { loop, model } = resource;
  const { incremental } = model;
  const pages = splitKind(resource) === 'pages' ? loop.ahead : undefined;
  const ends = [
    ...(incremental !== null && reachesOld(incremental) ? [code`bookmark.reachesOld(${kept(resource)})`] : []),
    ...(repeatEnds(resource) ? [code`isAgain`] : []),
    ...(loop.ends === nothing ? [] : [loop.ends]),
    ...(pages === undefined ? [] : [code`(this.#split?.until != null && ${pages.position} >= this.#split.until)`]),
  ];
  return code`
    ${repeatEnds(resource) ? code`const isAgain = guard.isAgain(${pageMark(resource)});` : nothing}
    ${keptStatement(resource)}
    ${emitReached(resource)}
    ${loop.advance}
    ${pages === undefined ? nothing : code`this.#seen = { second: ${pages.position}, step: ${pages.step}, end: ${pages.end}, records: records.length };`}
    const next = ${join(ends, ' || ')} ? ${emitEnd(resource)} : { ${join([...loop.next, ...emitSeen(resource)], ', ')} };
    ${loop.afterNext?.(code`next === null`) ?? nothing}
    ${emitKeptPosition(context, resource)}
    ${holdsStart(resource) && loop.maximum !== undefined ? code`if (${loop.maximum.reached}) bookmark.hold(); // there may be more` : nothing}
  `;
}

/** A position beyond which the API has more is an error, before it is asked for. */
export function emitMaximum(context: EmitContext, { loop: { maximum } }: EmittedResource): Code {
  if (maximum === undefined || maximum.then === 'stop') return nothing;
  return code`
    if (${maximum.reached}) {
      throw new ${errorClass(context, 'PaginationError')}(place, 'maximum_reached', ${literal(`the API has more than ${maximum.words} lets through`)});
    }
  `;
}

export function emitPlace({ counters, model }: EmitContext, { model: { name } }: EmittedResource, page: Code, state: Code): Code {
  return code`{ resource: ${literal(name.raw)}, ${page}, attempt: 0, record: 0${join(
    counters.map((name) => code`, ${identifier(name)}: 0`),
    '',
  )}, ${state}${keepsSecrets(model) ? code`, secrets` : nothing} }`;
}

/** The statement that takes an answer apart. */
function emitAnswer(resource: EmittedResource, answer: Code): Code {
  return code`const ${answerPattern(resource)} = ${answer};`;
}

/** `records`, or `{ records, total }`. */
export function answerPattern(resource: EmittedResource): Code {
  const extras = pageExtras(resource);
  if (extras.length === 0) return code`records`;
  return code`{ ${join([code`records`, ...extras.map(({ name }) => identifier(name))], ', ')} }`;
}

/** The promise of a page. */
export function emitFetch(resource: EmittedResource): Code {
  return code`this.#fetchPage(url, ${emitReader(resource)}, place, signal${emitOwnRequest(resource)})`;
}

/** The records of a page without those that are none of its own: the contract drops them, or they came before. */
export function kept(resource: EmittedResource): Code {
  return keptStatement(resource) === nothing ? code`records` : code`kept`;
}

function keptStatement(resource: EmittedResource): Code {
  const { record } = resource;
  const all = record.type.mayDiscardRows ? code`records.filter((record) => record !== undefined)` : code`records`;
  if (repeatEnds(resource)) return code`const kept = isAgain ? [] : ${all};`;
  return record.type.mayDiscardRows ? code`const kept = ${all};` : nothing;
}

export function repeatEnds({ loop }: Pick<EmittedResource, 'loop'>): boolean {
  return loop.progress.by === 'records' && loop.progress.repeatEnds;
}

/** Whether a loop needs a guard at all: where the API counts its records, they may look alike. */
export function isGuarded(resource: EmittedResource): boolean {
  return resource.loop.maximumEmptyPages > 0 || repeatEnds(resource) || pageMark(resource) !== nothing;
}

/** Whether a page that comes again is an error. */
export function noticesRepeats(resource: EmittedResource): boolean {
  return pageMark(resource) !== nothing && !repeatEnds(resource);
}

function emitGuard(resource: EmittedResource, saved: Code): Code {
  if (!isGuarded(resource)) return nothing;
  const { maximumEmptyPages: most, emptyHint } = resource.loop;
  const hint = emptyHint === undefined || emptyHint === '' ? nothing : code`, ${literal(emptyHint)}`;
  return code`const guard = new ${helper('PageGuard')}(${saved}?.seen${most === 0 ? nothing : code`, ${literal(most)}${hint}`});`;
}

/** The member of a position that a guard needs to go on with; it throws where the page came before. */
function emitSeen(resource: EmittedResource): readonly Code[] {
  if (!isGuarded(resource)) return [];
  const mark = pageMark(resource);
  const follow = resource.loop.progress.by === 'position' ? code`after` : code`afterRecords`;
  const rows = comparesRows(resource) ? code`, ${rowsMark(resource)}` : nothing;
  return [code`seen: guard.${follow}(${mark === nothing ? code`undefined` : mark}, records.length, place${rows})`];
}

/** The position after the last page, which is none: what has a key must not have come before, whatever ends the read. */
function emitEnd(resource: EmittedResource): Code {
  const { progress } = resource.loop;
  const checks = progress.by === 'records' && progress.endsFull && !progress.repeatEnds && resource.model.primaryKey.length > 0;
  return checks ? code`guard.end(${pageMark(resource)}, records.length, place)` : code`null`;
}

/** What tells a page from others, an expression: its position, or the keys of its first and last record, or all that it holds. */
function pageMark(resource: EmittedResource): Code {
  const { progress } = resource.loop;
  if (progress.by === 'position') return progress.position;
  if (pageExtras(resource).some(({ name }) => name === 'mark')) return code`mark`;
  if (resource.model.primaryKey.length > 0) return rowsMark(resource);
  return progress.counted && !progress.repeatEnds ? nothing : code`${helper('pageKey')}(records)`;
}

/** The keys of the first and the last record of a page, an expression. */
function rowsMark(resource: EmittedResource): Code {
  const keys = [...keysOf(resource, code`records[0]`), ...keysOf(resource, code`records.at(-1)`)];
  return code`${helper('pageKey')}(${join(keys, ', ')})`;
}
