import { type Code, code, join, literal, member, nothing } from '../code.js';
import { accessPath, type Path } from '../selector.js';
import type { EmitContext, EmittedResource } from './context.js';
import { deadlineOfParents } from './deadline.js';
import { emitCursorCheck, emitCursorStart } from './incremental.js';
import { emitFirstPosition, emitHookContext } from './hook-calls.js';
import {
  answerOf,
  boundNames,
  counts,
  fresh,
  isPaged,
  kept,
  nextPosition,
  place,
  positionCheck,
  progress,
  recordsOf,
  request,
  token,
} from './page-loop.js';
import { emitUrl } from './url.js';

/** The body of `pages()` of a resource that is read for each record of its parent: one page loop after the other. */
export function emitPartitions(context: EmitContext, resource: EmittedResource): Code {
  const { model } = resource;
  const { incremental } = model;
  const key = parentKey(resource);
  const check = isPaged(resource) ? code`(next.page === null || (${positionCheck(resource, code`next.page`)}))` : code`next.page === null`;
  const skips = model.parent?.onChildError === 'skip';
  const cursors = incremental === null ? nothing : code`cursors, `;
  return code`
    ${token(resource, code`new URL(this.#baseUrl).origin`)}
    checkState(state, token, (next) => typeof next.parent === 'string' && ${check});
    ${
      incremental === null
        ? nothing
        : code`
      let cursors = state?.cursors ?? {};
      for (const cursor of Object.values(cursors)) {
        ${emitCursorCheck(incremental, model.name.raw, code`cursor`)}
      }
    `
    }
    let { parents, parent: reached, page: position } = state?.next ?? { parents: undefined, parent: undefined, page: null };
    const asked = new Set<string>(); // a parent that comes twice is asked once
    let page = 0;
    ${skips ? code`let failedParents = 0;` : nothing}
    for await (const found of this.#parents.pages({ state: parents, signal${deadlineOfParents(resource)} })) {
      const at = found.records.findIndex((parent) => ${key} === reached); // -1: gone, or another page: nothing is skipped
      for (const parent of found.records.slice(at === -1 ? 0 : position === null ? at + 1 : at)) {
        const key = ${key};
        if (asked.has(key)) continue;
        asked.add(key);
        ${nullCheck(context, resource)}
        ${
          skips
            ? code`
          try {
            ${childLoop(context, resource)}
          } catch (error) {
            if (!(error instanceof ${context.prefix}HttpError)) throw error;
            failedParents++;
          }
        `
            : childLoop(context, resource)
        }
      }
      parents = found.state;
      reached = undefined;
    }
    state = { ...token, ${cursors}next: null };
    yield { ${join([code`records: []`, ...counts(resource, code`0`), code`state`], ', ')} };
  `;
}

function childLoop(context: EmitContext, resource: EmittedResource): Code {
  const { model, loop } = resource;
  const { incremental } = model;
  const start = code`
    ${incremental === null ? nothing : emitCursorStart(incremental, context, code`Object.hasOwn(cursors, key) ? cursors[key] : undefined`, boundNames(resource))}
    ${emitUrl(model, loop)}
  `;
  const save = (complete: Code): Code =>
    incremental === null ? nothing : code`cursors = { ...cursors, [key]: cursor.save(${complete}) };`;
  const cursors = incremental === null ? nothing : code`cursors, `;
  const yielded = join([recordsOf(resource), ...counts(resource), code`state`], ', ');
  if (!isPaged(resource)) {
    return code`
      ${start}
      const place: RecordPlace = ${place(context, resource, code`page: ++page`)};
      ${emitHookContext(resource)}
      const ${answerOf(resource)} = ${request(resource)};
      ${kept(resource)}
      ${fresh(context, resource)}
      ${save(code`true`)}
      state = { ...token, ${cursors}next: { parents, parent: key, page: null } };
      yield { ${yielded} };
    `;
  }
  return code`
    ${start}
    ${emitFirstPosition(resource, code`(key === reached ? position : null)`)}
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
      ${nextPosition(resource, code`position =`)}
      ${save(code`position === null`)}
      state = { ...token, ${cursors}next: { parents, parent: key, page: position } };
      yield { ${yielded} };
      if (position === null) break;
    }
  `;
}

/** Refuses, or passes over, a parent with null where a request needs a value. */
function nullCheck({ prefix }: EmitContext, { model }: EmittedResource): Code {
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
      throw new ${prefix}ResponseError({ resource: ${literal(model.name.raw)}, page, attempt: 0, record: 0, state }, 'parent_without_value', ${literal(`: a parent has null in ${names}`)});
    }
  `;
}

function parentKey({ model }: EmittedResource): Code {
  const fields = (model.parent?.fields ?? []).map(({ path }) => access(path));
  return fields.length === 1 ? code`String(${fields[0] ?? nothing})` : code`JSON.stringify([${join(fields, ', ')}])`;
}

function access(path: Path): Code {
  const [only, ...more] = path;
  return only?.kind === 'key' && more.length === 0 ? member(code`parent`, only.key) : accessPath(code`parent`, path);
}
