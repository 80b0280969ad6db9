import { type Code, code, literal, nothing } from '../../code.js';
import { templatesIn } from '../../model/templates.js';
import type { ValueTemplate } from '../../model/value-template.js';
import type { EmittedResource } from '../context.js';
import type { HelperFile } from '../helper-file.js';
import { deadlineOfParents } from '../transport/deadline.js';
import { valueFrom } from '../symbols.js';
import { isWindowed, missesParents } from './kinds.js';

/** Values, or parents, that are asked for several at once. */

const helper = (name: string): Code => valueFrom('internal/groups', name);

/** `src/internal/groups.ts`, as far as some read needs it. */
export const GROUPS: HelperFile = {
  path: 'src/internal/groups.ts',
  helpers: [
    [
      'keysIn',
      () => code`
        /** The keys of a group, of what states call it; none where that is no group. */
        export function keysIn(group: unknown): readonly string[] {
          try {
            const keys: unknown = JSON.parse(String(group));
            return Array.isArray(keys) ? keys.map(String) : [];
          } catch {
            return [];
          }
        }
      `,
    ],
    [
      'cursorOf',
      () => code`
        /** How far the read of a group has come: all in it are as far. */
        export function cursorOf<Cursor>(cursors: Readonly<Record<string, Cursor>>, [first = '']: readonly string[]): Cursor | undefined {
          return Object.hasOwn(cursors, first) ? cursors[first] : undefined;
        }
      `,
    ],
    [
      'cursorsWith',
      () => code`
        /** Cursors, with that of each in a group. */
        export function cursorsWith<Cursor>(cursors: Readonly<Record<string, Cursor>>, keys: readonly string[], cursor: Cursor): Readonly<Record<string, Cursor>> {
          return { ...cursors, ...Object.fromEntries(keys.map((key) => [key, cursor])) };
        }
      `,
    ],
    [
      'isAsFar',
      () => code`
        /** Whether one can be asked for with a group: where the read of it has come as far. Of others, records would be lost, or come twice. */
        export function isAsFar(cursors: Readonly<Record<string, unknown>>, group: readonly string[], key: string): boolean {
          return group.length === 0 || JSON.stringify(${helper('cursorOf')}(cursors, group)) === JSON.stringify(${helper('cursorOf')}(cursors, [key]));
        }
      `,
    ],
  ],
};

/** The type of a group: a part of a read. */
export function emitGroupType(resource: EmittedResource, parentState: Code): Code {
  const { names, parent } = resource;
  return code`
    ${parent === undefined ? code`/** Values that are asked for at once. */` : code`/** Parents whose records are asked for at once. */`}
    interface ${names.part} {
      /** What states call it: the JSON of its keys. */
      readonly key: string;
      readonly keys: readonly string[];
      ${sendsList(resource) ? code`readonly values: readonly ${isOfNumbers(resource) ? code`number` : code`string`}[];` : nothing}
      ${
        parent === undefined
          ? nothing
          : code`
        /** Before the page of parents that the first of them is on. */
        readonly parents: ${parentState} | undefined;
      `
      }
      /** What the state says of it, where the read is in the middle of it. */
      readonly resumed: ${names.state}['next'] | undefined;
    }

  `;
}

/** Whether a request has the values of a group as a list. */
function sendsList({ model: { body } }: EmittedResource): boolean {
  return (
    body?.kind === 'json' &&
    templatesIn(body).some(([only, ...more]) => typeof only === 'object' && only.kind === 'group' && more.length === 0)
  );
}

/** Whether a request has them in one text, with a separator between them; of whole numbers, none can hold it. */
export function joinsGroup(resource: EmittedResource): boolean {
  const { path, params, headers, body } = resource.model;
  const isJoined = (template: ValueTemplate): boolean => template.some((part) => typeof part !== 'string' && part.kind === 'group');
  const inBody = templatesIn(body).filter((template) => body?.kind !== 'json' || template.length > 1);
  return !isOfNumbers(resource) && [path, ...[...params, ...headers].map(({ value }) => value), ...inBody].some(isJoined);
}

function isOfNumbers({ model, parent }: EmittedResource): boolean {
  const [field] = model.parent?.fields ?? [];
  if (field === undefined) return model.forEach?.lists[0]?.type !== 'string';
  const [step] = field.path;
  const declared = parent?.record.type.fields.find(({ name }) => step?.kind === 'key' && step.key === name);
  return field.path.length === 1 && declared?.type.kind === 'number';
}

/** The members of a group that say what it asks for. */
function membersOf(resource: EmittedResource, keys: Code): Code {
  const isKeys = keys.text === 'keys';
  const values = sendsList(resource) ? code`, values: ${isOfNumbers(resource) ? code`${keys}.map(Number)` : keys}` : nothing;
  return code`key: JSON.stringify(${keys}), ${isKeys ? keys : code`keys: ${keys}`}${values}`;
}

/** What finds groups needs of a state beside where it is. */
function cursorsParameter({ model, names }: EmittedResource): Code {
  return model.incremental === null ? nothing : code`, cursors: ${names.state}['cursors']`;
}

/** What is given for that. */
export function givenCursors({ model }: EmittedResource): Code {
  return model.group === null || model.incremental === null ? nothing : code`, cursors`;
}

function endsGroup({ model }: EmittedResource, yields: Code): Code {
  return model.incremental === null
    ? nothing
    : code`
      if (!${helper('isAsFar')}(cursors, group, key)) {
        ${yields}
        group = [];
      }
    `;
}

/** The method that finds groups of values. */
export function emitValueGroups(resource: EmittedResource, variable: Code, key: Code, values: Code): Code {
  const { names, model } = resource;
  const size = literal(model.group?.size ?? 1);
  const yields = code`yield { ${membersOf(resource, code`group`)}, resumed: undefined };`;
  return code`
    /** The groups of values that are not read yet, in their order. The one that a state is in the middle of is as it was, whatever the list is now. */
    *#partsAfter(next: ${names.state}['next'] | undefined${cursorsParameter(resource)}): Generator<${names.part}, void, undefined> {
      const seen = new Set(next?.done); // read already, or listed twice
      const under = next === undefined || next === null ? [] : ${helper('keysIn')}(next.partition).filter((key) => !seen.has(key));
      if (next !== undefined && under.length > 0) yield { ${membersOf(resource, code`under`)}, resumed: next };
      for (const key of under) seen.add(key);
      let group: string[] = [];
      for (const ${variable} of ${values}) {
        const key = ${key};
        if (seen.has(key)) continue;
        seen.add(key);
        ${endsGroup(resource, yields)}
        group.push(key);
        if (group.length < ${size}) continue;
        ${yields}
        group = [];
      }
      if (group.length > 0) ${yields}
    }
  `;
}

/** The method that finds groups of parents. */
export function emitParentGroups(resource: EmittedResource, key: Code, skips: Code, forgotten: Code): Code {
  const { names, model } = resource;
  const size = literal(model.group?.size ?? 1);
  const yields = code`yield { ${membersOf(resource, code`group`)}, parents: begin, resumed: undefined };`;
  const isUnder = isWindowed(model) ? nothing : code` && next.page !== null`;
  const missing = missesParents(resource)
    ? code`if (isAmong && at < 0) throw ${valueFrom('internal/resuming', 'parentGone')}(${literal(resource.parent?.model.name.raw ?? '')});`
    : nothing;
  return code`
    /** The groups of parents that are not read yet. The one that a state is in the middle of is as it was, whatever parents there are now. */
    async *#partsAfter(next: ${names.state}['next'] | undefined${cursorsParameter(resource)}${resource.takesDeadline ? code`, deadline: number` : nothing}, signal: AbortSignal | undefined): AsyncGenerator<${names.part}, void, undefined> {
      const under = ${helper('keysIn')}(next?.parent);
      const wasAsked = ${valueFrom('internal/repeats', 'repeats')}(); // a parent that comes twice is asked once
      under.forEach(wasAsked);
      let parents = next?.parents;
      let begin = parents;
      if (next !== undefined && next !== null${isUnder}) yield { ${membersOf(resource, code`under`)}, parents, resumed: next };
      let isAmong = under.length > 0;
      let group: string[] = [];
      for await (const found of this.#parents.pages({ state: parents, signal${deadlineOfParents(resource)}${forgotten} })) {
        const at = isAmong ? found.records.findIndex((parent) => under.includes(${key})) : -1;
        ${missing}
        for (const [index, parent] of found.records.entries()) {
          ${skips === nothing ? nothing : code`if (${skips}) continue;`}
          const key = ${key};
          if (wasAsked(key) || index < at) continue;
          ${endsGroup(resource, yields)}
          if (group.length === 0) begin = parents;
          group.push(key);
          if (group.length < ${size}) continue;
          ${yields}
          group = [];
        }
        parents = found.state;
        isAmong = false;
      }
      if (group.length > 0) ${yields}
    }
  `;
}

/** The cursors of a state, with that of a part as it is now: of each in it, where it is a group. */
export function withCursor({ model }: EmittedResource, cursor: Code): Code {
  return model.group === null ? code`{ ...cursors, [part.key]: ${cursor} }` : code`${helper('cursorsWith')}(cursors, part.keys, ${cursor})`;
}

/** What a state says of the cursor of a part. */
export function cursorOfPart({ model }: EmittedResource): Code {
  return model.group === null
    ? code`Object.hasOwn(cursors, part.key) ? cursors[part.key] : undefined`
    : code`${helper('cursorOf')}(cursors, part.keys)`;
}

/** Whether a member of a state can be a group, an expression. */
export function isGroup(value: Code): Code {
  return code`${helper('keysIn')}(${value}).length > 0`;
}
