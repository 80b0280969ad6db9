import { type Code, code, identifier, join, literal, nothing } from '../code.js';
import { positionOf, savedState, type EmitContext, type EmittedResource } from './context.js';
import { deadlineOfParents } from './deadline.js';
import { cursorType, emitBound, emitBounds, emitCursorOf, emitCursorStart } from './incremental.js';
import { emitFirstPosition, emitHookContext } from './hook-calls.js';
import { failureCount, isWindowed } from './loops.js';
import {
  answerOf,
  boundNames,
  counts,
  fresh,
  hidden,
  isPaged,
  kept,
  nextPosition,
  place,
  progress,
  recordsOf,
  request,
  takeSecrets,
} from './page-loop.js';
import { before, end, nullCheck, parentKey, valueKey, valuesOf } from './partitions.js';
import { valueType, valueVariable } from './references.js';
import { positionType } from './resource-types.js';
import { emitUrl } from './url.js';
import { emitWindows, type WindowLoop } from './windows.js';

/**
 * The body of `pages()` where the page loops of several parents, values or windows are under way at once: what they give is
 * taken in their order, and only then looked at by the cursor, so that records and states are as without.
 */
export function emitPartitionsAhead(context: EmitContext, resource: EmittedResource): Code {
  const { model } = resource;
  const { incremental } = model;
  const windows = windowLoop(context, resource);
  const saved = savedState(resource);
  const failed = failureCount(resource);
  const most = literal(model.readAhead.concurrency);
  const keyed = windows === undefined;
  const window = keyed ? nothing : code`since: window.since, until: window.until, read, `;
  const at = model.parent !== null ? code`parents, parent: key, ` : keyed ? code`done, partition: key, ` : nothing;
  const save = incremental === null ? nothing : keyed ? code`cursors, ` : code`cursor: bookmark.save(false), `;
  const taken = code`
    ${emitHookContext(resource, 'filter', 'map')}
    ${kept(resource)}
    ${fresh(context, resource)}
    ${incremental !== null && keyed ? code`cursors = { ...cursors, [key]: bookmark.save(position === null) };` : nothing}
    ${model.forEach === null ? nothing : code`if (position === null) done = [...done, key];`}
    state = ${hidden(resource, code`{ ...token, ${save}next: { ${at}${window}page: position } }`)};
    yield { ${join([recordsOf(resource), ...counts(resource), code`state`], ', ')} };
  `;
  const pages = code`
    for await (const { ${namesIn(['place', 'records'], taken)}, position } of pages) {
      ${taken}
    }
  `;
  const turn =
    failed === undefined
      ? pages
      : code`
        try {
          ${pages}
        } catch (error) {
          if (!(error instanceof ${context.prefix}HttpError)) throw error;
          ${identifier(failed)}++;
          ${model.forEach === null ? nothing : code`done = [...done, key];`}
        }
      `;
  const opened = keyed
    ? code`inOrder(${most}, signal, () => state, (${model.parent === null ? nothing : code`signal`}) => this.#partitionsAfter(${saved}?.next${incremental === null ? nothing : code`, cursors`}${model.parent === null ? nothing : code`${resource.takesDeadline ? code`, deadline` : nothing}, signal`}), (partition, signal) => this.#pagesOf(partition, reading, signal))`
    : code`inOrder(${most}, signal, () => state, () => ${windows.windows}, (window, signal) => this.#pagesOf(window, reading, signal))`;
  const values = (model.forEach?.lists ?? []).map(({ name }) => valueVariable(name).text); // which hooks may be told
  const names = keyed ? namesIn(['key', 'parent', ...values, 'parents', ...(incremental === null ? [] : ['bookmark'])], turn) : nothing;
  return code`
    ${before(context, resource, model.parent !== null ? code`typeof next.parent === 'string' && ` : keyed ? code`Array.isArray(next.done) && typeof next.partition === 'string' && ` : nothing)}
    ${model.forEach === null ? nothing : code`let done: readonly string[] = ${saved}?.next?.done ?? [];`}
    ${failed === undefined ? nothing : code`let ${identifier(failed)} = 0;`}
    ${keyed || incremental === null ? nothing : emitCursorStart(incremental, context, code`${saved}?.cursor`, boundNames(resource))}
    ${keyed && incremental !== null && incremental.end !== null ? code`const until = ${emitBound(incremental.end)};` : nothing}
    ${windows?.before ?? nothing}
    const reading = { pages: 0${resource.takesDeadline ? code`, deadline` : nothing} };
    for await (const { item: ${keyed ? code`{ ${names} }` : code`window`}, pages } of ${opened}) {
      ${windows?.enter ?? nothing}
      ${turn}
    }
    ${
      keyed
        ? end(resource)
        : code`
      state = ${hidden(resource, code`{ ...token, cursor: bookmark.save(true), next: null }`)};
      yield { ${join([code`records: []`, ...counts(resource, code`0`), code`state`], ', ')} };
    `
    }
  `;
}

/** What is still to be read, and the requests for one of it: the methods that `pages()` calls. */
export function emitPartitionMethods(context: EmitContext, resource: EmittedResource): readonly Code[] {
  const { model } = resource;
  if (isWindowed(model)) return [pagesOf(context, resource)];
  return [model.parent === null ? valuePartitions(context, resource) : parentPartitions(context, resource), pagesOf(context, resource)];
}

/** The type of what is read by itself; windows have theirs. */
export function emitPartitionType(resource: EmittedResource): Code {
  const { model, parent, loop } = resource;
  if (isWindowed(model)) return nothing;
  return code`
    ${parent === undefined ? code`/** Values that are read for, and where to begin. */` : code`/** A parent whose records are read, and where to begin. */`}
    interface ${partitionType(resource)} {
      readonly key: string;
      ${(model.forEach?.lists ?? []).map((list) => code`readonly ${valueVariable(list.name)}: ${valueType(list)};`)}
      ${
        parent === undefined
          ? nothing
          : code`
        readonly parent: ${identifier(parent.record.type.typeName)};
        readonly parents: ${parent.names.state} | undefined;
      `
      }
      ${isPaged(resource) ? code`readonly resume: ${positionType(loop)};` : nothing}
      ${model.incremental === null ? nothing : code`readonly bookmark: Cursor<${cursorType(model.incremental)}>;`}
    }
  `;
}

function parentPartitions(context: EmitContext, resource: EmittedResource): Code {
  const key = parentKey(resource);
  const from = isPaged(resource) ? code`, resume: key === reached ? position : null` : nothing;
  return code`
    /** The parents that are not read yet. */
    async *#partitionsAfter(${startOf(resource)}${resource.takesDeadline ? code`, deadline: number` : nothing}, signal: AbortSignal): AsyncGenerator<${partitionType(resource)}, void, undefined> {
      let { parents, parent: reached, page: position } = next ?? { parents: undefined, parent: undefined, page: null };
      const wasAsked = repeats(); // a parent that comes twice is asked once
      for await (const found of this.#parents.pages({ state: parents, signal${deadlineOfParents(resource)} })) {
        const at = found.records.findIndex((parent) => ${key} === reached); // -1: gone, or another page: nothing is skipped
        const from = at === -1 ? 0 : position === null ? at + 1 : at;
        for (const [index, parent] of found.records.entries()) {
          const key = ${key};
          if (wasAsked(key) || index < from) continue;
          ${resource.model.parent?.onNull === 'skip' ? nullCheck(context, resource) : nothing}
          ${ownCursor(context, resource)}
          yield { key, parent, parents${from}${resource.model.incremental === null ? nothing : code`, bookmark`} };
        }
        parents = found.state;
        reached = undefined;
      }
    }
  `;
}

function valuePartitions(context: EmitContext, resource: EmittedResource): Code {
  const lists = resource.model.forEach?.lists ?? [];
  const from = isPaged(resource) ? code`, resume: key === next?.partition ? next.page : null` : nothing;
  const values = lists.map(({ name }) => code`, ${valueVariable(name)}`);
  return code`
    /** The values that are not read yet, in their order. */
    *#partitionsAfter(${startOf(resource)}): Generator<${partitionType(resource)}, void, undefined> {
      const seen = new Set(next?.done); // read already, or listed twice
      ${lists.reduceRight<Code>(
        (inside, list) => code`
          for (const ${valueVariable(list.name)} of ${valuesOf(list)}) {
            ${inside}
          }
        `,
        code`
          const key = ${valueKey(lists)};
          if (seen.has(key)) continue;
          seen.add(key);
          ${ownCursor(context, resource)}
          yield { key${join(values, '')}${from}${resource.model.incremental === null ? nothing : code`, bookmark`} };
        `,
      )}
    }
  `;
}

/** The page loop of one parent, of the values, or of one window: it gives all that comes. */
function pagesOf(context: EmitContext, resource: EmittedResource): Code {
  const { model, loop } = resource;
  const { incremental } = model;
  const windows = windowLoop(context, resource);
  const ask = code`
    const place: RecordPlace = ${place(context, resource, code`page: ++reading.pages`, UNKNOWN_STATE)};
    ${emitHookContext(resource, 'request', 'authenticate', 'select', 'next')}
    ${loop.request}
    const ${answerOf(resource)} = ${request(resource)};
  `;
  const pages = isPaged(resource)
    ? code`
      ${emitFirstPosition(resource, positionOf(model, resource.hidesState))}
      ${loop.start}
      ${loop.guard ?? nothing}
      const checkProgress = repeatGuard();
      for (;;) {
        ${ask}
        ${loop.progress === 'records' ? kept(resource) : nothing}
        ${progress(resource)}
        ${loop.advance}
        ${nextPosition(resource, code`const position =`)}
        yield { place, records, position };
        if (position === null) return;
      }
    `
    : code`
      ${ask}
      yield { place, records, position: null };
    `;
  const body = code`
    ${takeSecrets(context.model)}
    ${model.parent?.onNull === 'fail' ? nullCheck(context, resource, { page: code`page: reading.pages`, state: UNKNOWN_STATE }) : nothing}
    ${incremental === null || windows !== undefined ? nothing : emitBounds(incremental, context, boundNames(resource), false)}
    ${windows?.bounds ?? nothing}
    ${emitUrl(model, loop)}
    ${pages}
  `;
  const values = (model.forEach?.lists ?? []).map(({ name }) => valueVariable(name).text);
  const partition =
    windows === undefined
      ? code`{ ${namesIn(['parent', ...values, 'resume', ...(incremental === null ? [] : ['bookmark'])], body)} }: ${partitionType(resource)}`
      : code`window: Window<${positionType(loop)}>`;
  return code`
    /** The pages of one of them. */
    async *#pagesOf(${partition}, reading: ${readingType(resource)}, signal: AbortSignal) {
      ${resource.takesDeadline ? code`const { deadline } = reading;` : nothing}
      ${body}
    }
  `;
}

/** An error gets its state when it is its turn. */
const UNKNOWN_STATE = code`state: undefined`;

/** What the page loops of one read have in common: how many pages were asked for, and until when. */
function readingType({ takesDeadline }: EmittedResource): Code {
  return code`{ pages: number${takesDeadline ? code`; readonly deadline: number` : nothing} }`;
}

/** The parameters that say where a read begins. */
function startOf({ model, names }: EmittedResource): Code {
  const cursors = model.incremental === null ? nothing : code`, cursors: ${names.state}['cursors']`;
  return code`next: ${names.state}['next'] | undefined${cursors}`;
}

function ownCursor(context: EmitContext, { model: { incremental } }: EmittedResource): Code {
  if (incremental === null) return nothing;
  return emitCursorOf(incremental, context, code`Object.hasOwn(cursors, key) ? cursors[key] : undefined`);
}

function partitionType({ model }: EmittedResource): Code {
  return identifier(`${model.name.pascal}Partition`);
}

function windowLoop(context: EmitContext, resource: EmittedResource): WindowLoop | undefined {
  const { incremental } = resource.model;
  return incremental === null ? undefined : emitWindows(incremental, context, code`${savedState(resource)}?.next`, boundNames(resource));
}

/** Those of the names that stand in the code: what is destructured for it. */
function namesIn(names: readonly string[], text: Code): Code {
  const used = names.filter((name) => new RegExp(`(?<![.'"])\\b${name}\\b(?!:)`).test(text.text));
  return join(used.map(identifier), ', ');
}
