import { type Code, code, identifier, join, literal, member, nothing, optionalMember, property } from '../code.js';
import { templatesIn } from '../model/resource.js';
import { accessPath, type Path } from '../selector.js';
import type { EmitContext, EmittedResource } from './context.js';
import { emitCursorCheck, emitCursorStart, emitFresh, emitPassed } from './incremental.js';
import { asksSeveral, emitAskAhead, emitReadAhead, readsAhead, takenPage } from './read-ahead.js';
import { emitReader } from './read-function.js';
import { emitOwnRequest } from './request.js';
import { emitShape } from './resource-types.js';
import { emitFilter } from './selection.js';
import { boundParams, emitUrl } from './url.js';

/** Whether a read has more than one page. */
export function isPaged({ loop }: { readonly loop: EmittedResource['loop'] }): boolean {
  return loop.position.length > 0;
}

/** The body of `pages()`: the loop in full. */
export function emitPages(context: EmitContext, resource: EmittedResource): Code {
  if (resource.parent !== undefined) return childPages(context, resource);
  const { model, loop } = resource;
  const { incremental } = model;
  const check = isPaged(resource) ? code`, (next) => ${positionCheck(resource, code`next`)}` : nothing;
  const url = asksSeveral(resource) ? nothing : emitUrl(model, loop);
  const origin = incremental === null && !asksSeveral(resource) ? code`url.origin` : code`new URL(this.#baseUrl).origin`;
  const start =
    incremental === null
      ? code`
          ${url}
          ${token(resource, origin)}
          checkState(state, token${check});
        `
      : code`
          ${token(resource, origin)}
          checkState(state, token${check});
          if (state !== undefined) {
            ${emitCursorCheck(incremental, model.name.raw, code`state.cursor`)}
          }
          ${emitCursorStart(incremental, context, code`state?.cursor`, boundNames(resource))}
          ${url}
        `;
  if (!isPaged(resource)) {
    return code`
      ${start}
      const place: RecordPlace = ${place(context, resource, code`page: 1`)};
      const ${answerOf(resource)} = await ${request(resource)};
      ${kept(resource)}
      ${fresh(context, resource)}
      yield { ${join([recordsOf(resource), ...counts(resource), code`state: { ...token, ${incremental === null ? nothing : code`cursor: cursor.save(true), `}next: null }`], ', ')} };
    `;
  }
  const after = code`
    ${kept(resource)}
    ${progress(resource)}
    ${fresh(context, resource)}
    ${loop.advance}
    ${
      incremental === null
        ? code`state = { ...token, next: ${loop.next} };`
        : code`
      ${nextPosition(resource, code`const next =`)}
      state = { ...token, cursor: cursor.save(next === null), next };
    `
    }
  `;
  const result = code`yield { ${join([recordsOf(resource), ...counts(resource), code`state`], ', ')} };`;
  if (readsAhead(resource)) {
    const asked = code`
      const place: RecordPlace = ${place(context, resource, code`page`)};
      ${loop.request}
      return { place, answer: ${request(resource)} };
    `;
    return code`
      ${start}
      ${loop.start}
      const checkProgress = repeatGuard();
      const ahead = ${emitReadAhead(resource, emitUrl(model, loop), asked)};
      try {
        for (let page = 1; ; page++) {
          const { place, answer: ${answerOf(resource)} } = await ahead.take(${takenPage(resource)});
          ${after}
          ${emitAskAhead(resource)}
          ${result}
          if (state.next === null) return;
        }
      } finally {
        ahead.end();
      }
    `;
  }
  return code`
    ${start}
    ${loop.start}
    const checkProgress = repeatGuard();
    for (let page = 1; ; page++) {
      const place: RecordPlace = ${place(context, resource, code`page`)};
      ${loop.request}
      const ${answerOf(resource)} = await ${request(resource)};
      ${after}
      ${result}
      if (state.next === null) return;
    }
  `;
}

/** Assigns the position after this page; a newest-first feed ends where it reaches what is old. */
function nextPosition({ model, loop }: EmittedResource, assign: Code): Code {
  const passed = model.incremental === null ? undefined : emitPassed(model.incremental);
  if (passed === undefined) return code`${assign} ${loop.next};`;
  return code`
    const last = records.at(-1);
    const isOld = ${passed};
    ${assign} isOld ? null : ${loop.next};
  `;
}

/** The records without those that the contract drops; these were received all the same. */
function kept({ record }: EmittedResource): Code {
  return record.type.mayDiscardRows ? code`const kept = records.filter((record) => record !== undefined);` : nothing;
}

/** Those of them that are new to an incremental read. */
function fresh(context: EmitContext, { model, record }: EmittedResource): Code {
  if (model.incremental === null) return nothing;
  return emitFresh(model.incremental, context, context.prefix, record.type.mayDiscardRows ? code`kept` : code`records`);
}

function recordsOf(resource: EmittedResource): Code {
  const all = resource.record.type.mayDiscardRows ? code`kept` : code`records`;
  const read = resource.model.incremental === null ? all : code`fresh`;
  if (resource.model.filter.length > 0) return code`records: ${read}.filter((record) => ${emitFilter(resource, code`record`)})`;
  return read.text === 'records' ? read : code`records: ${read}`;
}

/** Which bounds of an incremental read its requests name. */
function boundNames({ model }: EmittedResource): { readonly start: boolean; readonly end: boolean } {
  const templates = [
    model.path,
    ...[...model.params, ...boundParams(model)].map((param) => param.value),
    ...model.headers.map((header) => header.value),
    ...templatesIn(model.body),
  ];
  const names = (bound: 'start' | 'end'): boolean =>
    templates.some((template) => template.some((part) => typeof part !== 'string' && part.kind === 'bound' && part.bound === bound));
  return { start: names('start'), end: names('end') };
}

/** One page loop after the other, for each record of the parent. */
function childPages(context: EmitContext, resource: EmittedResource): Code {
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
    for await (const found of this.#parents.pages({ state: parents, signal })) {
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
      const ${answerOf(resource)} = await ${request(resource)};
      ${kept(resource)}
      ${fresh(context, resource)}
      ${save(code`true`)}
      state = { ...token, ${cursors}next: { parents, parent: key, page: null } };
      yield { ${yielded} };
    `;
  }
  return code`
    ${start}
    ${loop.start}
    const checkProgress = repeatGuard();
    for (;;) {
      const place: RecordPlace = ${place(context, resource, code`page: ++page`)};
      ${loop.request}
      const ${answerOf(resource)} = await ${request(resource)};
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

function token({ model, loop }: EmittedResource, origin: Code): Code {
  return code`const token = { v: 1, resource: ${literal(model.name.raw)}, shape: ${emitShape(model, loop)}, origin: ${origin} } as const;`;
}

function place({ counters }: EmitContext, { model }: EmittedResource, page: Code): Code {
  return code`{ resource: ${literal(model.name.raw)}, ${page}, attempt: 0, record: 0${join(
    counters.map((name) => code`, ${identifier(name)}: 0`),
    '',
  )}, state }`;
}

function answerOf({ loop }: EmittedResource): Code {
  return loop.extras.length === 0
    ? code`records`
    : code`{ ${join([code`records`, ...loop.extras.map((extra) => identifier(extra.name))], ', ')} }`;
}

function request(resource: EmittedResource): Code {
  return code`this.#fetchPage(url, ${emitReader(resource)}, place, signal${emitOwnRequest(resource)})`;
}

/** The counts of a page; `zero` in place of those of a page that was fetched. */
function counts({ record, model }: EmittedResource, zero?: Code): readonly Code[] {
  const names = [...(record.type.mayDiscardRows ? ['discardedRows'] : []), ...(record.type.mayDiscardValues ? ['discardedValues'] : [])];
  return [
    ...names.map((name) => code`${identifier(name)}: ${zero ?? code`place.${identifier(name)}`}`),
    ...(model.parent?.onChildError === 'skip' ? [code`failedParents`] : []),
  ];
}

function positionCheck({ loop }: EmittedResource, position: Code): Code {
  return join(
    loop.position.map((field) => field.check(code`${position}.${property(field.name)}`)),
    ' && ',
  );
}

/** Pages are told apart by the keys of their first and last record, or by all they hold where there is no key. */
function progress({ model, loop, record }: EmittedResource): Code {
  if (loop.progress !== 'records') return loop.progress;
  const records = record.type.mayDiscardRows ? code`kept` : code`records`;
  const keys = [code`${records}[0]`, code`${records}.at(-1)`].flatMap((each) =>
    model.primaryKey.map((field) => optionalMember(each, field)),
  );
  const digits = record.type.needsExactNumbers
    ? code`, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value)`
    : nothing;
  const mark = keys.length > 0 ? code`String([${join(keys, ', ')}])` : code`JSON.stringify(${records}${digits})`;
  return code`if (${records}.length > 0) checkProgress(${mark}, place);`;
}
