import { type Code, code, docWords, join, jsdoc, literal, nothing, property } from '../../code.js';
import { showPath } from '../../selector.js';
import type { EmittedResource } from '../context.js';
import { typeFrom } from '../symbols.js';
import { splitKind } from './split-kinds.js';

/** The types of the units of a split read, and of the options of `splits()`. */
export function emitSplitTypes(resource: EmittedResource): Code {
  const { names, model } = resource;
  const kind = splitKind(resource);
  if (kind === undefined) return nothing;
  return code`

    ${jsdoc(docWords(`A unit of a split read: ${describeUnit(resource)}. JSON-serialisable; \`pages({ split })\` reads it, wherever that is.`))}
    export interface ${names.split} {
      /** Tells it from the others. */
      readonly id: string;
      readonly resource: ${literal(model.name.raw)};
      readonly kind: ${literal(kind)};
      /** Which one it is of how many. */
      readonly part: number;
      readonly parts: number;
      /** Tells units that were made together from those of another time. */
      readonly plan: string;
      ${membersOf(resource)}
    }

    export interface ${names.splitOptions} {
      ${jsdoc(docWords(`At most so many units. Default: ${DEFAULTS[kind]}.`))}
      readonly units?: number | undefined;
      ${
        kind === 'window'
          ? code`
        /** The state of the last complete read: what it has read is in no unit. Default: from the start. */
        readonly state?: ${names.state} | undefined;
      `
          : nothing
      }
      ${
        kind === 'parents' || kind === 'pages'
          ? code`
        /** Ends what is read to find them out, which then throws the signal's reason. */
        readonly signal?: AbortSignal | undefined;
      `
          : nothing
      }
    }
  `;
}

const DEFAULTS = {
  window: 'as many as there are windows of `step`, 16 without; never more than 1,000',
  values: 'one for each value, or combination; never more than 1,000',
  parents: 'one for 100 parents; never more than 1,000',
  pages: '16',
  whole: '1, and there are never more',
} as const;

/** "records whose `timestamp` is in a window of time" */
export function describeUnit(resource: EmittedResource): string {
  const { model, parent } = resource;
  switch (splitKind(resource)) {
    case 'window':
      return `records whose \`${showPath(model.incremental?.cursor ?? [])}\` is in a window of time`;
    case 'values':
      return `records of some values of ${model.forEach?.lists.map(({ name }) => `\`${name.camel}\``).join(', ') ?? ''}`;
    case 'parents':
      return `records of some of \`${parent?.names.property.text ?? ''}\``;
    case 'pages':
      return 'some of the pages';
    default:
      return 'all there is, for nothing tells how to split it';
  }
}

function membersOf(resource: EmittedResource): Code {
  const { parent, loop } = resource;
  switch (splitKind(resource)) {
    case 'window':
      return code`
        /** From then on, ISO 8601; null: from the beginning. */
        readonly since: string | null;
        /** Up to then, and without what is then: fixed when the read was split. */
        readonly until: string;
      `;
    case 'values':
      return code`
        /** As states call them. */
        readonly values: readonly string[];
      `;
    case 'parents':
      return code`
        /** As states call them, in the order of their list. */
        readonly parents: readonly string[];
        /** Before the page of parents that the first of them is on; null: it is on the first. */
        readonly after: ${typeFrom(`resources/${parent?.model.name.kebab ?? ''}`, parent?.names.state.text ?? '')} | null;
      `;
    case 'pages':
      return code`
        /** Where its first page begins; null: at the start. */
        readonly from: { ${join(
          loop.position.map(({ name }) => code`readonly ${property(name)}: number;`),
          ' ',
        )} } | null;
        /** Where the next unit begins; null: it goes on to the end. */
        readonly until: number | null;
      `;
    default:
      return nothing;
  }
}
