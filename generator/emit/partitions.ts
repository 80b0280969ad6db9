import { type Code, code, join, literal, member, nothing } from '../code.js';
import type { ForEachList } from '../model/connector-model.js';
import { accessPath, type Path } from '../selector.js';
import { positionOf, savedState, type EmitContext, type EmittedResource } from './context.js';
import { deadlineOfParents } from './deadline.js';
import { emitCursorCheck, emitCursorStart } from './incremental.js';
import { failureCount, isWindowed } from './loops.js';
import { emitFirstPosition, emitHookContext } from './hook-calls.js';
import {
  answerOf,
  boundNames,
  counts,
  fillState,
  fresh,
  hidden,
  isPaged,
  kept,
  nextPosition,
  place,
  positionCheck,
  progress,
  recordsOf,
  request,
  takeSecrets,
  token,
} from './page-loop.js';
import { opensSeveral } from './read-ahead.js';
import { inMethod, valueVariable } from './references.js';
import { emitUrl } from './url.js';
import { emitWindows } from './windows.js';

/** The body of `pages()` of a resource that is read for each parent, for each value, or window after window. */
export function emitPartitions(context: EmitContext, resource: EmittedResource): Code {
  const { model } = resource;
  if (model.parent !== null) return parentPages(context, resource);
  return model.forEach === null ? onePartition(context, resource) : valuePages(context, resource, model.forEach.lists);
}

/** For each record of the parent. */
function parentPages(context: EmitContext, resource: EmittedResource): Code {
  const { model } = resource;
  const saved = savedState(resource);
  const key = parentKey(resource);
  const windowed = isWindowed(model);
  const failed = failureCount(resource);
  return code`
    ${before(context, resource, code`typeof next.parent === 'string' && `)}
    ${
      windowed
        ? code`
      const resumed = ${saved}?.next;
      let { parents, parent: reached } = resumed ?? { parents: undefined, parent: undefined };
    `
        : code`let { parents, parent: reached, page: position } = ${saved}?.next ?? { parents: undefined, parent: undefined, page: null };`
    }
    const wasAsked = repeats(); // a parent that comes twice is asked once
    let page = 0;
    ${failed === undefined ? nothing : code`let failedParents = 0;`}
    for await (const found of this.#parents.pages({ state: parents, signal${deadlineOfParents(resource)} })) {
      const at = found.records.findIndex((parent) => ${key} === reached); // -1: gone, or another page: nothing is skipped
      ${windowed ? nothing : code`const from = at === -1 ? 0 : position === null ? at + 1 : at;`}
      for (const [index, parent] of found.records.entries()) {
        const key = ${key};
        if (wasAsked(key) || index < ${windowed ? code`at` : code`from`}) continue;
        ${nullCheck(context, resource)}
        ${passingOver(context, resource, keyedPages(context, resource, code`parents, parent: key`), code`failedParents++;`)}
      }
      parents = found.state;
      reached = undefined;
    }
    ${end(resource)}
  `;
}

/** For each value of a list, or for each combination of several. */
function valuePages(context: EmitContext, resource: EmittedResource, lists: readonly ForEachList[]): Code {
  const windowed = isWindowed(resource.model);
  const saved = savedState(resource);
  const inner = keyedPages(context, resource, code`done, partition: key`);
  const body = code`
    const key = ${valueKey(lists)};
    if (done.includes(key)) continue; // read already, or listed twice
    ${passingOver(
      context,
      resource,
      code`
        ${inner}
        ${windowed ? code`done = [...done, key];` : nothing}
      `,
      code`
        failedPartitions++;
        done = [...done, key];
      `,
    )}
  `;
  return code`
    ${before(context, resource, code`Array.isArray(next.done) && typeof next.partition === 'string' && `)}
    const resumed = ${saved}?.next;
    let done: readonly string[] = resumed?.done ?? [];
    let page = 0;
    ${failureCount(resource) === undefined ? nothing : code`let failedPartitions = 0;`}
    ${lists.reduceRight<Code>(
      (inside, list) => code`
        for (const ${valueVariable(list.name)} of ${valuesOf(list)}) {
          ${inside}
        }
      `,
      body,
    )}
    ${end(resource)}
  `;
}

/** Window after window, and that is all. */
function onePartition(context: EmitContext, resource: EmittedResource): Code {
  const { incremental } = resource.model;
  if (incremental === null) return nothing;
  const saved = savedState(resource);
  return code`
    ${before(context, resource, nothing)}
    let page = 0;
    ${emitCursorStart(incremental, context, code`${saved}?.cursor`, boundNames(resource))}
    ${pagesOf(context, resource, code`${saved}?.next`, { save: (complete) => code`cursor: bookmark.save(${complete}), `, at: nothing })}
    state = ${hidden(resource, code`{ ...token, cursor: bookmark.save(true), next: null }`)};
    yield { ${join([code`records: []`, ...counts(resource, code`0`), code`state`], ', ')} };
  `;
}

/** What all begin with: the token, and checks of the state. */
export function before(context: EmitContext, resource: EmittedResource, outer: Code): Code {
  const { model } = resource;
  const { incremental } = model;
  const keyed = model.parent !== null || model.forEach !== null;
  const window = isWindowed(model) ? code`isWindow(next) && ` : nothing;
  const check = isPaged(resource) ? code`(next.page === null || (${positionCheck(resource, code`next.page`)}))` : code`next.page === null`;
  return code`
    ${opensSeveral(resource) && !resource.hidesState ? nothing : takeSecrets(context.model)}
    ${token(resource, code`new URL(this.#baseUrl).origin`)}
    checkState(state, token, (next) => ${outer}${window}${check});
    ${
      incremental === null
        ? nothing
        : keyed
          ? code`
      for (const cursor of Object.values(state?.cursors ?? {})) {
        ${emitCursorCheck(incremental, model.name.raw, code`cursor`)}
      }
    `
          : code`
      if (state !== undefined) {
        ${emitCursorCheck(incremental, model.name.raw, code`state.cursor`)}
      }
    `
    }
    ${fillState(resource)}
    ${incremental !== null && keyed ? code`let cursors = ${savedState(resource)}?.cursors ?? {};` : nothing}
  `;
}

/** The last page, which has no records and says that the read is complete. */
export function end(resource: EmittedResource): Code {
  return code`
    state = ${hidden(resource, code`{ ...token, ${resource.model.incremental === null ? nothing : code`cursors, `}next: null }`)};
    yield { ${join([code`records: []`, ...counts(resource, code`0`), code`state`], ', ')} };
  `;
}

/** The pages of one partition; where errors are passed over, in a `try`. */
function passingOver({ prefix }: EmitContext, resource: EmittedResource, pages: Code, failed: Code): Code {
  if (failureCount(resource) === undefined) return pages;
  return code`
    try {
      ${pages}
    } catch (error) {
      if (!(error instanceof ${prefix}HttpError)) throw error;
      ${failed}
    }
  `;
}

/** The pages of the partition that `key` names; `at` are the members of the state's `next` that lead to it. */
function keyedPages(context: EmitContext, resource: EmittedResource, at: Code): Code {
  const { incremental } = resource.model;
  const windowed = isWindowed(resource.model);
  const assign = (complete: Code): Code => code`cursors = { ...cursors, [key]: bookmark.save(${complete}) };`;
  const cursor =
    incremental === null
      ? nothing
      : emitCursorStart(incremental, context, code`Object.hasOwn(cursors, key) ? cursors[key] : undefined`, boundNames(resource));
  return code`
    ${cursor}
    ${pagesOf(
      context,
      resource,
      resource.model.parent === null ? code`key === resumed?.partition ? resumed : undefined` : code`key === reached ? resumed : undefined`,
      {
        save: () => (incremental === null ? nothing : code`cursors, `),
        assign: incremental === null ? undefined : assign,
        at: code`${at}, `,
      },
    )}
    ${windowed ? assign(code`true`) : nothing}
  `;
}

interface Saving {
  /** The member of the state that holds the cursor, with a comma. */
  readonly save: (complete: Code) => Code;
  /** The statement that keeps the cursor of this partition. */
  readonly assign?: ((complete: Code) => Code) | undefined;
  /** Members of the state's `next` that lead to this partition, with a comma. */
  readonly at: Code;
}

/** One page loop, or one for each window; `saved` is an expression for what a state says of the window it was in. */
function pagesOf(context: EmitContext, resource: EmittedResource, saved: Code, saving: Saving): Code {
  const { incremental } = resource.model;
  if (incremental === null || !isWindowed(resource.model)) return pageLoop(context, resource, saving, nothing);
  const loop = emitWindows(incremental, context, saved, boundNames(resource));
  if (loop === undefined) return nothing;
  return code`
    ${loop.before}
    for (const window of ${loop.windows}) {
      ${loop.enter}
      ${loop.bounds}
      ${pageLoop(context, resource, saving, code`since: window.since, until: window.until, read, `)}
    }
  `;
}

function pageLoop(context: EmitContext, resource: EmittedResource, { save, assign, at }: Saving, window: Code): Code {
  const { model, loop } = resource;
  const windowed = isWindowed(model);
  const yielded = join([recordsOf(resource), ...counts(resource), code`state`], ', ');
  const listsDone = model.forEach !== null && !windowed;
  if (!isPaged(resource)) {
    const complete = windowed ? code`false` : code`true`;
    return code`
      ${emitUrl(model, loop)}
      const place: RecordPlace = ${place(context, resource, code`page: ++page`)};
      ${emitHookContext(resource)}
      const ${answerOf(resource)} = ${request(resource)};
      ${kept(resource)}
      ${fresh(context, resource)}
      ${assign?.(complete) ?? nothing}
      ${listsDone ? code`done = [...done, key];` : nothing}
      state = ${hidden(resource, code`{ ...token, ${save(complete)}next: { ${at}${window}page: null } }`)};
      yield { ${yielded} };
    `;
  }
  const complete = windowed ? code`false` : code`position === null`;
  return code`
    ${emitUrl(model, loop)}
    ${emitFirstPosition(resource, positionOf(model, resource.hidesState))}
    ${loop.start}
    ${loop.guard ?? nothing}
    const checkProgress = repeatGuard();
    for (;;) {
      const place: RecordPlace = ${place(context, resource, code`page: ++page`)};
      ${emitHookContext(resource)}
      ${loop.request}
      const ${answerOf(resource)} = ${request(resource)};
      ${kept(resource)}
      ${progress(resource)}
      ${fresh(context, resource)}
      ${loop.advance}
      ${nextPosition(resource, windowed || model.forEach !== null ? code`const position =` : code`position =`)}
      ${assign?.(complete) ?? nothing}
      ${listsDone ? code`if (position === null) done = [...done, key];` : nothing}
      state = ${hidden(resource, code`{ ...token, ${save(complete)}next: { ${at}${window}page: position } }`)};
      yield { ${yielded} };
      if (position === null) break;
    }
  `;
}

/** Refuses, or passes over, a parent with null where a request needs a value. */
export function nullCheck(
  { prefix }: EmitContext,
  { model }: EmittedResource,
  at: { readonly page: Code; readonly state: Code } = { page: code`page`, state: code`state` },
): Code {
  const nullables = (model.parent?.fields ?? []).filter((field) => field.nullable);
  if (nullables.length === 0) return nothing;
  const missing = join(
    nullables.map(({ path }) => code`(${access(path)} ?? null) === null`),
    ' || ',
  );
  if (model.parent?.onNull === 'skip') return code`if (${missing}) continue;`;
  const names = nullables.map(({ path }) => path.map((step) => (step.kind === 'key' ? step.key : '')).join('.')).join(', ');
  return code`
    if (${missing}) {
      throw new ${prefix}ResponseError({ resource: ${literal(model.name.raw)}, ${at.page}, attempt: 0, record: 0, ${at.state} }, 'parent_without_value', ${literal(`: a parent has null in ${names}`)});
    }
  `;
}

export function parentKey({ model }: EmittedResource): Code {
  const fields = (model.parent?.fields ?? []).map(({ path }) => access(path));
  return fields.length === 1 ? code`String(${fields[0] ?? nothing})` : code`JSON.stringify([${join(fields, ', ')}])`;
}

/** What states call a combination of values. */
export function valueKey(lists: readonly ForEachList[]): Code {
  const [only, ...more] = lists;
  if (only === undefined || more.length > 0)
    return code`JSON.stringify([${join(
      lists.map(({ name }) => valueVariable(name)),
      ', ',
    )}])`;
  return only.type === 'string' ? valueVariable(only.name) : code`String(${valueVariable(only.name)})`;
}

export function valuesOf({ from }: ForEachList): Code {
  if (from.kind === 'option') return member(inMethod.options, from.option.camel);
  return code`[${join(
    from.values.map((value) => literal(value)),
    ', ',
  )}] as const`;
}

function access(path: Path): Code {
  const [only, ...more] = path;
  return only?.kind === 'key' && more.length === 0 ? member(code`parent`, only.key) : accessPath(code`parent`, path);
}
