import { type Code, code, entry, identifier, join, literal, member, nothing, property, use } from '../../code.js';
import { freeName, wordsIn } from '../../code/names.js';
import type { ForEachList } from '../../model/connector-model.js';
import { showPath, type Path } from '../../selector.js';
import { savedState, type EmitContext, type EmittedResource } from '../context.js';
import { deadlineOfParents } from '../transport/deadline.js';
import { errorClass, typeFrom, valueFrom } from '../symbols.js';
import { emitBounds } from './cursor.js';
import { failureCount, halvesWindows, isKeyed, isPaged, isResumable, isWindowed, missesParents } from './kinds.js';
import { DIGITS } from './keys.js';
import { emitPages } from './loop.js';
import { boundNames } from './names.js';
import { accessParent, inMethod, valueType } from './references.js';
import { isSplit } from './split-kinds.js';
import { emitTurn, partIsComplete, partPosition } from './turn.js';
import { emitUrl } from './url.js';
import { emitWindows } from './windows.js';

/**
 * What a resource is read for, one after the other, is its parts: each parent, each combination of values. The methods that
 * find them, in their order, from where a state says that the read is.
 */
export function emitPartMethod(resource: EmittedResource): Code {
  if (resource.model.parent !== null) return parents(resource);
  return resource.model.forEach === null ? nothing : values(resource, resource.model.forEach.lists);
}

/** The type of a part. */
export function emitPartType(resource: EmittedResource): Code {
  const { model, parent, names } = resource;
  if (!isKeyed({ model })) return nothing;
  const lists = model.forEach?.lists ?? [];
  return code`
    ${parent === undefined ? code`/** Values that are read for. */` : code`/** A parent whose records are read. */`}
    interface ${names.part} {
      /** What states call it. */
      readonly key: string;
      ${lists.length === 0 ? nothing : code`readonly values: { ${lists.map((list) => code`readonly ${property(list.name.camel)}: ${valueType(list)};`)} };`}
      ${
        parent === undefined
          ? nothing
          : code`
        readonly parent: ${typeFrom(`records/${parent.record.type.file}`, parent.record.type.typeName)};
        /** Before the page of parents that it is on. */
        readonly parents: ${parentState(resource)} | undefined;
      `
      }
      /** What the state says of it, where the read is in the middle of it. */
      readonly resumed: ${names.state}['next'] | undefined;
    }

  `;
}

function parentState({ parent }: EmittedResource): Code {
  return parent === undefined ? nothing : typeFrom(`resources/${parent.model.name.kebab}`, parent.names.state.text);
}

/** What a child passes to the read of its parents: where they begin again, its own records would come again, and it has to say so. */
function forgottenParents({ parent }: EmittedResource): Code {
  return parent === undefined || !isResumable(parent) ? nothing : code`, forgotten: 'fail'`;
}

function parents(resource: EmittedResource): Code {
  const { model, names } = resource;
  const key = parentKey(resource, code`parent`);
  const done = isWindowed(model) ? nothing : code` || resumed?.page === null`;
  const splits = isSplit(resource);
  const missing = missesParents(resource)
    ? code`if (reached !== undefined && at < 0) throw ${valueFrom('internal/resuming', 'parentGone')}(${literal(resource.parent?.model.name.raw ?? '')});`
    : nothing;
  const skips = model.parent?.onNull === 'skip' ? nullCheck(resource, code`parent`) : nothing;
  return code`
    /** The parents that are not read yet. */
    async *#partsAfter(next: ${names.state}['next'] | undefined${resource.takesDeadline ? code`, deadline: number` : nothing}, signal: AbortSignal | undefined): AsyncGenerator<${names.part}, void, undefined> {
      let parents = next?.parents${splits ? code` ?? this.#split?.after ?? undefined` : nothing};
      let reached = next?.parent;
      ${splits ? code`const wanted = ${valueFrom('internal/splits', 'wantedParents')}(this.#split, reached);` : nothing}
      const wasAsked = ${valueFrom('internal/repeats', 'repeats')}(); // a parent that comes twice is asked once
      for await (const found of this.#parents.pages({ state: parents, signal${deadlineOfParents(resource)}${forgottenParents(resource)} })) {
        const at = found.records.findIndex((parent) => ${key} === reached); // -1: ${missing === nothing ? code`gone, or ` : nothing}another page: nothing is skipped
        ${missing}
        for (const [index, parent] of found.records.entries()) {
          const key = ${key};
          const resumed = key === reached ? next : undefined;
          if (${splits ? code`wanted?.delete(key) === false || ` : nothing}wasAsked(key) || index < at${done}) continue;
          ${skips === nothing ? nothing : code`if (${skips}) continue;`}
          yield { key, parent, parents, resumed };
        }
        parents = found.state;
        reached = undefined;
        ${splits ? code`if (wanted?.size === 0) return;` : nothing}
      }
      ${
        splits
          ? code`
        if (wanted === undefined || this.#split?.after == null) return;
        for await (const found of this.#parents.pages({ signal${deadlineOfParents(resource)} })) {
          // those that are not where they were: the list has moved since it was split
          for (const parent of found.records) {
            const key = ${key};
            if (!wanted.delete(key)${skips === nothing ? nothing : code` || ${skips}`}) continue;
            yield { key, parent, parents: undefined, resumed: undefined };
          }
          if (wanted.size === 0) return;
        }
      `
          : nothing
      }
    }
  `;
}

function values(resource: EmittedResource, lists: readonly ForEachList[]): Code {
  const { names } = resource;
  const method = (variables: readonly Code[]): Code => code`
    /** The values that are not read yet, in their order. */
    *#partsAfter(next: ${names.state}['next'] | undefined): Generator<${names.part}, void, undefined> {
      const seen = new Set(next?.done); // read already, or listed twice
      ${lists.reduceRight<Code>(
        (inside, list, index) => code`
          for (const ${variables[index] ?? nothing} of ${valuesOf(list)}) {
            ${inside}
          }
        `,
        code`
          const key = ${valueKey(lists, variables)};
          if (${isSplit(resource) ? code`this.#split?.values.includes(key) === false || ` : nothing}seen.has(key)) continue;
          seen.add(key);
          yield { key, values: { ${join(
            lists.map(({ name }, index) => entry(name.camel, variables[index] ?? nothing)),
            ', ',
          )} }, resumed: key === next?.partition ? next : undefined };
        `,
      )}
    }
  `;
  const taken = new Set(wordsIn(method([])));
  const variables = lists.map(({ name }) => {
    const free = freeName(name.camel, taken);
    taken.add(free);
    return identifier(free);
  });
  return method(variables);
}

/** What states call a parent. */
function parentKey({ model, parent: of }: EmittedResource, parent: Code): Code {
  const fields = (model.parent?.fields ?? []).map(({ path }) => accessParent(parent, path));
  const digits = of?.record.type.mayHoldBigints === true ? DIGITS : nothing;
  return fields.length === 1 ? code`String(${fields[0] ?? nothing})` : code`JSON.stringify([${join(fields, ', ')}]${digits})`;
}

/** What states call a combination of values. */
function valueKey(lists: readonly ForEachList[], variables: readonly Code[]): Code {
  const [only, ...more] = variables;
  if (only === undefined || more.length > 0) return code`JSON.stringify([${join(variables, ', ')}])`;
  return lists[0]?.type === 'string' ? only : code`String(${only})`;
}

function valuesOf({ from }: ForEachList): Code {
  if (from.kind === 'option') return member(inMethod.options, from.option.camel);
  return code`[${join(
    from.values.map((value) => literal(value)),
    ', ',
  )}] as const`;
}

/** Whether a parent lacks what a request needs, an expression; nothing where it cannot. */
function nullCheck({ model }: EmittedResource, parent: Code): Code {
  const nullables = (model.parent?.fields ?? []).filter((field) => field.nullable);
  return nullables.length === 0
    ? nothing
    : join(
        nullables.map(({ path }) => code`(${accessParent(parent, path)} ?? null) === null`),
        ' || ',
      );
}

/** The statement that refuses a parent with null where a request needs a value. */
export function refuseNull(context: EmitContext, resource: EmittedResource, at: { readonly page: Code; readonly state: Code }): Code {
  const { model } = resource;
  const missing = model.parent?.onNull === 'fail' ? nullCheck(resource, code`part.parent`) : nothing;
  const nullables = (model.parent?.fields ?? []).filter((field) => field.nullable);
  const refuse = (condition: Code, words: string): Code => code`
    if (${condition}) {
      throw new ${errorClass(context, 'ResponseError')}({ resource: ${literal(model.name.raw)}, ${at.page}, attempt: 0, record: 0, ${at.state} }, 'parent_without_value', ${literal(`: ${words}`)});
    }
  `;
  const segments = textsInPath(resource).map((path) =>
    refuse(code`!${IS_SEGMENT}(${accessParent(code`part.parent`, path)})`, `a parent has a ${showPath(path)} that cannot stand in a path`),
  );
  return code`
    ${missing === nothing ? nothing : refuse(missing, `a parent has null in ${nullables.map(({ path }) => showPath(path)).join(', ')}`)}
    ${segments}
  `;
}

const IS_SEGMENT = use({ name: 'isSegment', file: 'src/internal/path.ts', kind: 'value' });

/** Fields of the parent that the path of each request has, and that may be any text. */
function textsInPath({ model, parent }: EmittedResource): readonly Path[] {
  return model.path.flatMap((part) => {
    if (typeof part === 'string' || part.kind !== 'parent') return [];
    const [first, ...more] = part.field;
    const type = parent?.record.type.fields.find(({ name }) => first?.kind === 'key' && name === first.key)?.type.kind;
    return more.length === 0 && type !== undefined && /^(?:integer|number|boolean|bigint|decimal|time)$/.test(type) ? [] : [part.field];
  });
}

/** The members of a state's `next` that lead to a part. */
export function partMembers({ model }: EmittedResource): readonly Code[] {
  if (model.parent !== null) return [code`parents: part.parents`, code`parent: part.key`];
  return model.forEach === null ? [] : [code`done`, code`partition: part.key`];
}

/** The pages of a part, or of a read that is cut into windows: in a `try` where errors of one part are passed over. */
export function emitPart(context: EmitContext, resource: EmittedResource): Code {
  const { model } = resource;
  const { incremental } = model;
  const saved = isKeyed({ model }) ? code`part.resumed` : code`${savedState(resource)}?.next`;
  const windowed = isWindowed(model);
  const names = boundNames(resource);
  const windows = windowed ? emitWindows(context, resource, saved, names) : undefined;
  const listsDone = model.forEach !== null && !windowed;
  const done = listsDone
    ? isPaged(resource)
      ? code`if (next === null) done = [...done, part.key];`
      : code`done = [...done, part.key];`
    : nothing;
  const position = join(
    [
      ...partMembers(resource),
      ...(windowed ? [code`since: window.since`, code`until: window.until`, code`read`] : []),
      partPosition(resource),
    ],
    ', ',
  );
  const pages = emitPages(context, resource, {
    saved: windowed ? code`window.page` : code`${saved}?.page`,
    number: code`page: ++page`,
    state: code`state`,
    head: code`for (;;)`,
    before:
      halvesWindows(resource) && windows !== undefined
        ? code`
            if (${resource.loop.maximum?.passed ?? nothing}) {
              ${windows.halve}
            }
          `
        : undefined,
    turn: emitTurn(resource, { complete: partIsComplete(resource), next: code`{ ${position} }`, before: done }),
    leave: code`break;`,
  });
  const read =
    windows === undefined
      ? code`
      ${incremental === null ? nothing : emitBounds(incremental, names)}
      ${emitUrl(resource)}
      ${pages}
    `
      : code`
      ${windows.before}
      const windows = ${windows.windows};
      ${halvesWindows(resource) ? code`windows: ` : nothing}for (const window of windows) {
        ${windows.enter}
        ${windows.bounds}
        ${emitUrl(resource)}
        ${pages}
      }
      ${isKeyed({ model }) ? code`cursors = { ...cursors, [part.key]: bookmark.toState(true) };` : nothing}
      ${model.forEach === null ? nothing : code`done = [...done, part.key];`}
    `;
  const bookmark = incremental === null ? nothing : code`const bookmark = this.#cursorFrom(${savedCursor(resource)}, state);`;
  return code`
    ${bookmark}
    ${read}
  `;
}

/** What a state says of the cursor of a part. */
export function savedCursor(resource: EmittedResource): Code {
  return isKeyed(resource) ? code`Object.hasOwn(cursors, part.key) ? cursors[part.key] : undefined` : code`${savedState(resource)}?.cursor`;
}

/** Statements, in a `try` where errors of one part are passed over. */
export function passingOver(context: EmitContext, resource: EmittedResource, pages: Code): Code {
  const failed = failureCount(resource);
  if (failed === undefined) return pages;
  const { parent, forEach } = resource.model;
  const statuses = parent?.skippedStatuses ?? forEach?.skippedStatuses ?? [];
  return code`
    try {
      ${pages}
    } catch (error) {
      // what concerns one of them, and not a position that a state had of it, concerns no other
      if (!(error instanceof ${errorClass(context, 'HttpError')}) || !${literal(statuses)}.includes(error.status) || ${valueFrom('internal/resuming', 'carriesPosition')}(part.resumed, error)) throw error;
      ${identifier(failed)}++;
      refusal = error;
      ${forEach === null ? nothing : code`done = [...done, part.key];`}
    }
  `;
}

/** Statements after the parts: where the API refused all of them, nothing of it was read. */
export function refuseAllRefused(resource: EmittedResource): Code {
  const failed = failureCount(resource);
  if (failed === undefined) return nothing;
  return code`
    if (refusal !== undefined && !anyRead) throw ${valueFrom('internal/resuming', 'allRefused')}(refusal, ${identifier(failed)}, state);
  `;
}
