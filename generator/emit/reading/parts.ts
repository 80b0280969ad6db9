import { type Code, code, identifier, join, literal, member, nothing, property } from '../../code.js';
import { freeName, wordsIn } from '../../code/names.js';
import type { ForEachList } from '../../model/parts-model.js';
import { type EmittedResource } from '../context.js';
import { emitGroupType, emitParentGroups, emitValueGroups } from './groups.js';
import { deadlineOfParents } from '../transport/deadline.js';
import { typeFrom, valueFrom } from '../symbols.js';
import { isKeyed, isOfBoth, isResumable, isWindowed, missesParents } from './kinds.js';
import { DIGITS } from './keys.js';
import { accessParent, inMethod, valueType } from './references.js';
import { isSplit, splitKind } from './split-kinds.js';

/**
 * What a resource is read for, one after the other, is its parts: each parent, each combination of values. The methods that
 * find them, in their order, from where a state says that the read is.
 */
export function emitPartMethod(resource: EmittedResource): Code {
  const { parent, forEach, group } = resource.model;
  if (!isKeyed(resource)) return nothing;
  if (group !== null && parent !== null) {
    const skips = parent.onNull === 'skip' ? nullCheck(resource, code`parent`) : nothing;
    return emitParentGroups(resource, parentKey(resource, code`parent`), skips, forgottenParents(resource));
  }
  const [grouped] = forEach?.lists ?? [];
  if (group !== null && grouped !== undefined)
    return withVariables([grouped], ([variable = nothing]) =>
      emitValueGroups(resource, variable, valueKey([grouped], [variable]), valuesOf(grouped)),
    );
  const lists = forEach?.lists ?? [];
  return withVariables(lists, (variables) => (parent === null ? values(resource, lists, variables) : parents(resource, variables)));
}

/** The type of a part. */
export function emitPartType(resource: EmittedResource): Code {
  const { model, parent, names } = resource;
  if (!isKeyed({ model })) return nothing;
  if (model.group !== null) return emitGroupType(resource, parentState(resource));
  const lists = model.forEach?.lists ?? [];
  return code`
    ${parent === undefined ? code`/** Values that are read for. */` : code`/** A parent whose records are read. */`}
    interface ${names.part} {
      /** What states call it. */
      readonly key: string;
      ${
        isOfBoth({ model })
          ? code`
        /** What states call its parent, and its values. */
        readonly of: string;
        readonly value: string;
        /** The values of its parent that are read before. */
        readonly done: readonly string[];
      `
          : nothing
      }
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

function parents(resource: EmittedResource, variables: readonly Code[]): Code {
  const { model, names } = resource;
  const key = parentKey(resource, code`parent`);
  const done = isWindowed(model) || isOfBoth({ model }) ? nothing : code` || resumed?.page === null`;
  const splits = splitKind(resource) === 'parents';
  const missing = missesParents(resource)
    ? code`if (reached !== undefined && at < 0) throw ${valueFrom('internal/resuming', 'parentGone')}(${literal(resource.parent?.model.name.raw ?? '')});`
    : nothing;
  const found = isOfBoth({ model })
    ? code`
      const of = ${key};
      if (wasAsked(of) || index < at) continue;
    `
    : code`
      const key = ${key};
      const resumed = key === reached ? next : undefined;
      if (${splits ? code`wanted?.delete(key) === false || ` : nothing}wasAsked(key) || index < at${done}) continue;
    `;
  const yields = isOfBoth({ model }) ? valuesOfParent(resource, variables) : code`yield { key, parent, parents, resumed };`;
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
          ${found}
          ${skips === nothing ? nothing : code`if (${skips}) continue;`}
          ${yields}
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

/** The parts of a parent: each combination of values that is not read yet. `parent`, `of` and `reached` are in scope. */
function valuesOfParent({ model }: EmittedResource, variables: readonly Code[]): Code {
  const lists = model.forEach?.lists ?? [];
  const page = isWindowed(model) ? nothing : code`, ...(next?.page === null ? [next.partition] : [])`;
  return code`
    const done = of === reached ? [...(next?.done ?? [])${page}] : []; // read already, or listed twice
    ${loopOver(
      lists,
      variables,
      code`
        const value = ${valueKey(lists, variables)};
        if (done.includes(value)) continue;
        const resumed = of === reached && value === next?.partition ? next : undefined;
        yield { key: JSON.stringify([of, value]), of, value, done: [...done], values: ${valuesObject(lists, variables)}, parent, parents, resumed };
        done.push(value);
      `,
    )}
  `;
}

/** Statements for each combination of values. */
function loopOver(lists: readonly ForEachList[], variables: readonly Code[], statements: Code): Code {
  return lists.reduceRight<Code>(
    (inside, list, index) => code`
      for (const ${variables[index] ?? nothing} of ${valuesOf(list)}) {
        ${inside}
      }
    `,
    statements,
  );
}

function valuesObject(lists: readonly ForEachList[], variables: readonly Code[]): Code {
  return code`{ ${join(
    lists.map(({ name }, index) => named(name.camel, variables[index] ?? nothing)),
    ', ',
  )} }`;
}

/** A method with variables for the values of lists, which have their names where these are free. */
function withVariables(lists: readonly ForEachList[], method: (variables: readonly Code[]) => Code): Code {
  const taken = new Set(wordsIn(method([])));
  const variables = lists.map(({ name }) => {
    const free = freeName(name.camel, taken);
    taken.add(free);
    return identifier(free);
  });
  return method(variables);
}

function values(resource: EmittedResource, lists: readonly ForEachList[], variables: readonly Code[]): Code {
  const { names } = resource;
  return code`
    /** The values that are not read yet, in their order. */
    *#partsAfter(next: ${names.state}['next'] | undefined): Generator<${names.part}, void, undefined> {
      const seen = new Set(next?.done); // read already, or listed twice
      ${loopOver(
        lists,
        variables,
        code`
          const key = ${valueKey(lists, variables)};
          if (${isSplit(resource) ? code`this.#split?.values.includes(key) === false || ` : nothing}seen.has(key)) continue;
          seen.add(key);
          yield { key, values: ${valuesObject(lists, variables)}, resumed: key === next?.partition ? next : undefined };
        `,
      )}
    }
  `;
}

/** `repo`, or `repo: repoValue` where the variable has another name. */
function named(name: string, variable: Code): Code {
  return variable.text === name ? variable : code`${property(name)}: ${variable}`;
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
export function nullCheck({ model }: EmittedResource, parent: Code): Code {
  const nullables = (model.parent?.fields ?? []).filter((field) => field.nullable);
  return nullables.length === 0
    ? nothing
    : join(
        nullables.map(({ path }) => code`(${accessParent(parent, path)} ?? null) === null`),
        ' || ',
      );
}
