import { type Code, code, identifier, join, literal, nothing, optionalMember, property } from '../code.js';
import type { ConnectorModel } from '../model/connector-model.js';
import { templatesIn } from '../model/resource.js';
import { savedState, type EmitContext, type EmittedResource } from './context.js';
import { emitFirstPosition, emitHookContext, emitHookedRecords } from './hook-calls.js';
import { isHooked } from './hooked.js';
import { emitCursorCheck, emitCursorStart, emitFresh, emitPassed } from './incremental.js';
import { failureCount } from './loops.js';
import { asksSeveral, emitAskAhead, emitReadAhead, readsAhead, takenPage } from './read-ahead.js';
import { emitReader } from './read-function.js';
import { emitOwnRequest } from './request.js';
import { keepsSecrets } from '../model/secrets.js';
import { emitShape } from './resource-types.js';
import { emitFilter } from './selection.js';
import { boundParams, emitUrl } from './url.js';

/** Whether a read has more than one page. */
export function isPaged({ loop }: { readonly loop: EmittedResource['loop'] }): boolean {
  return loop.position.length > 0;
}

/** The body of `pages()`: the loop in full, of a resource that is read once. */
export function emitPageLoop(context: EmitContext, resource: EmittedResource): Code {
  const { model, loop } = resource;
  const { incremental } = model;
  const saved = savedState(resource);
  const check = isPaged(resource) ? code`, (next) => ${positionCheck(resource, code`next`)}` : nothing;
  const url = asksSeveral(resource) ? nothing : emitUrl(model, loop);
  const origin = incremental === null && !asksSeveral(resource) ? code`url.origin` : code`new URL(this.#baseUrl).origin`;
  const start =
    incremental === null
      ? code`
          ${takeSecrets(context.model)}
          ${url}
          ${token(resource, origin)}
          checkState(state, token${check});
          ${fillState(resource)}
        `
      : code`
          ${takeSecrets(context.model)}
          ${token(resource, origin)}
          checkState(state, token${check});
          if (state !== undefined) {
            ${emitCursorCheck(incremental, model.name.raw, code`state.cursor`)}
          }
          ${fillState(resource)}
          ${emitCursorStart(incremental, context, code`${saved}?.cursor`, boundNames(resource))}
          ${url}
        `;
  if (!isPaged(resource)) {
    return code`
      ${start}
      const place: RecordPlace = ${place(context, resource, code`page: 1`)};
      ${emitHookContext(resource)}
      const ${answerOf(resource)} = ${request(resource)};
      ${kept(resource)}
      ${fresh(context, resource)}
      yield { ${join([recordsOf(resource), ...counts(resource), code`state: ${hidden(resource, code`{ ...token, ${incremental === null ? nothing : code`cursor: bookmark.save(true), `}next: null }`)}`], ', ')} };
    `;
  }
  const after = code`
    ${kept(resource)}
    ${progress(resource)}
    ${fresh(context, resource)}
    ${loop.advance}
    ${
      incremental === null
        ? code`state = ${hidden(resource, code`{ ...token, next: ${loop.next} }`)};`
        : code`
      ${nextPosition(resource, code`const next =`)}
      state = ${hidden(resource, code`{ ...token, cursor: bookmark.save(next === null), next }`)};
    `
    }
  `;
  const result = code`yield { ${join([recordsOf(resource), ...counts(resource), code`state`], ', ')} };`;
  if (readsAhead(resource)) {
    const ask = code`
      const place: RecordPlace = ${place(context, resource, code`page`)};
      ${emitHookContext(resource, 'request', 'authenticate', 'select', 'next')}
      ${loop.request}
      return { place, answer: ${asked(resource)} };
    `;
    return code`
      ${start}
      ${emitFirstPosition(resource, code`${saved}?.next`)}
      ${loop.start}
      ${loop.guard ?? nothing}
      const checkProgress = repeatGuard();
      const ahead = ${emitReadAhead(resource, emitUrl(model, loop), ask)};
      try {
        for (let page = 1; ; page++) {
          const { place, answer: ${answerOf(resource)} } = await ahead.take(${takenPage(resource)});
          ${emitHookContext(resource, 'filter', 'map')}
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
    ${emitFirstPosition(resource, code`${saved}?.next`)}
    ${loop.start}
    ${loop.guard ?? nothing}
    const checkProgress = repeatGuard();
    for (let page = 1; ; page++) {
      const place: RecordPlace = ${place(context, resource, code`page`)};
      ${emitHookContext(resource)}
      ${loop.request}
      const ${answerOf(resource)} = ${request(resource)};
      ${after}
      ${result}
      if (state.next === null) return;
    }
  `;
}

/** Assigns the position after this page; a newest-first feed ends where it reaches what is old. */
export function nextPosition({ model, loop }: EmittedResource, assign: Code): Code {
  const passed = model.incremental === null ? undefined : emitPassed(model.incremental);
  if (passed === undefined) return code`${assign} ${loop.next};`;
  return code`
    const last = records.at(-1);
    const isOld = ${passed};
    ${assign} isOld ? null : ${loop.next};
  `;
}

/** The records without those that the contract drops; these were received all the same. */
export function kept({ record }: EmittedResource): Code {
  return record.type.mayDiscardRows ? code`const kept = records.filter((record) => record !== undefined);` : nothing;
}

/** Those of them that are new to an incremental read. */
export function fresh(context: EmitContext, { model, record }: EmittedResource): Code {
  if (model.incremental === null) return nothing;
  return emitFresh(model.incremental, context, context.prefix, record.type.mayDiscardRows ? code`kept` : code`records`);
}

export function recordsOf(resource: EmittedResource): Code {
  const all = resource.record.type.mayDiscardRows ? code`kept` : code`records`;
  const read = resource.model.incremental === null ? all : code`fresh`;
  const filtered = resource.model.filter.length > 0 ? code`${read}.filter((record) => ${emitFilter(resource, code`record`)})` : read;
  const yielded = emitHookedRecords(resource, filtered);
  return yielded.text === 'records' ? yielded : code`records: ${yielded}`;
}

/** Which bounds of an incremental read its requests name. */
export function boundNames({ model }: EmittedResource): { readonly start: boolean; readonly end: boolean } {
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

export function token({ model, loop }: EmittedResource, origin: Code): Code {
  return code`const token = { v: 1, resource: ${literal(model.name.raw)}, shape: ${emitShape(model, loop)}, origin: ${origin} } as const;`;
}

export function place({ counters, model }: EmitContext, { model: { name } }: EmittedResource, page: Code, state: Code = code`state`): Code {
  return code`{ resource: ${literal(name.raw)}, ${page}, attempt: 0, record: 0${join(
    counters.map((name) => code`, ${identifier(name)}: 0`),
    '',
  )}, ${state}${keepsSecrets(model) ? code`, secrets` : nothing} }`;
}

export function answerOf({ loop }: EmittedResource): Code {
  return loop.extras.length === 0
    ? code`records`
    : code`{ ${join([code`records`, ...loop.extras.map((extra) => identifier(extra.name))], ', ')} }`;
}

export function request(resource: EmittedResource): Code {
  return code`await ${asked(resource)}`;
}

/** The statement that has what errors and states leave out at hand. */
export function takeSecrets(model: ConnectorModel): Code {
  return keepsSecrets(model) ? code`const { secrets } = this.#fetchPage;` : nothing;
}

/** A state as it leaves the client: without secrets. */
export function hidden({ hidesState }: EmittedResource, state: Code): Code {
  return hidesState ? code`secrets.hide(${state})` : state;
}

/** The statement that undoes that, once a state is known to be one. */
export function fillState({ hidesState }: EmittedResource): Code {
  return hidesState ? code`const filled = secrets.fill(state);` : nothing;
}

/** The promise of a page. */
function asked(resource: EmittedResource): Code {
  return code`this.#fetchPage(url, ${emitReader(resource)}, place, signal${emitOwnRequest(resource)})`;
}

/** The counts of a page; `zero` in place of those of a page that was fetched. */
export function counts({ record, model }: EmittedResource, zero?: Code): readonly Code[] {
  const failed = failureCount({ model });
  const names = [...(record.type.mayDiscardRows ? ['discardedRows'] : []), ...(record.type.mayDiscardValues ? ['discardedValues'] : [])];
  return [
    ...names.map((name) => code`${identifier(name)}: ${zero ?? code`place.${identifier(name)}`}`),
    ...(failed === undefined ? [] : [identifier(failed)]),
  ];
}

export function positionCheck({ loop }: EmittedResource, position: Code): Code {
  return join(
    loop.position.map((field) => field.check(code`${position}.${property(field.name)}`)),
    ' && ',
  );
}

/** Pages are told apart by the keys of their first and last record, or by all they hold where there is no key. */
export function progress({ model, loop, record, hooks }: EmittedResource): Code {
  if (loop.progress !== 'records') return loop.progress;
  const records = record.type.mayDiscardRows ? code`kept` : code`records`;
  const keys = [code`${records}[0]`, code`${records}.at(-1)`].flatMap((each) =>
    model.primaryKey.map((field) =>
      record.type.fields.some(({ name }) => name === field) ? optionalMember(each, field) : code`${each}?.[${literal(field)}]`,
    ),
  );
  const digits = record.type.mayHoldBigints
    ? code`, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value)`
    : nothing;
  const mark = keys.length > 0 ? code`String([${join(keys, ', ')}])` : code`JSON.stringify(${records}${digits})`;
  if (isHooked({ hooks }, 'next')) return code`checkProgress(${records}.length > 0 ? ${mark} : JSON.stringify(following), place);`;
  return code`if (${records}.length > 0) checkProgress(${mark}, place);`;
}
