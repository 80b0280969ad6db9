import { type Code, code, docWords, join, jsdoc, literal, nothing, property, template } from '../code.js';
import type { ResourceModel } from '../model/connector-model.js';
import type { Loop } from '../paginators/contract.js';
import type { EmittedResource } from './context.js';
import { emitMappedType, yieldedType } from './hook-calls.js';
import { deadlineOption } from './deadline.js';
import { cursorType } from './incremental.js';
import { isPartitioned, isWindowed } from './loops.js';
import { emitReference, inMethod, showTemplate } from './references.js';

/** The state, page and options types of a resource. */
export function emitResourceTypes(resource: EmittedResource): Code {
  const { model, loop, names } = resource;
  return code`
    /** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
    export interface ${names.state} {
      readonly v: 1;
      readonly resource: ${literal(model.name.raw)};
      /** How the read pages: a state of another path or paginator is refused. */
      readonly shape: ${hasOptions(model) ? code`string` : literal(shapeOf(model, loop))};
      /** Where the API is: a state of another origin is refused. */
      readonly origin: string;
      ${cursors(resource)}
      ${next(resource)}
    }

    ${emitMappedType(resource)}

    ${jsdoc(docWords(`One page of \`${requestLine(model)}\`.`))}
    export interface ${names.page} {
      readonly records: readonly ${yieldedType(resource)}[];
      ${counts(resource)}
      /** Goes on after this page. Save it once the records are safe. */
      readonly state: ${names.state};
    }

    export interface ${names.options} {
      /** The state of the last page that was stored. Default: from the start. */
      readonly state?: ${names.state} | undefined;
      /** Ends the read, which then throws the signal's reason. */
      readonly signal?: AbortSignal | undefined;
      ${deadlineOption(resource)}
    }
  `;
}

/** `GET /v1/events` */
export function requestLine(model: ResourceModel): string {
  return `${model.method} ${showTemplate(model.path)}`;
}

/** What a state must have in common with the read it is passed to. */
function shapeOf(model: ResourceModel, loop: Loop): string {
  return `${loop.kind} of ${showTemplate(model.path)}${manner(model)}`;
}

/** How states of a resource differ from those it would have without lists, or read forwards. */
function manner({ forEach, incremental }: ResourceModel): string {
  const lists = forEach === null ? '' : ` for each ${forEach.lists.map(({ name }) => name.raw).join(', ')}`;
  return `${lists}${incremental?.last === 'min' ? ', backwards' : ''}`;
}

/** Whether the path has options in it: a state is of one path. */
function hasOptions({ path }: ResourceModel): boolean {
  return path.some((part) => typeof part !== 'string' && part.kind === 'config');
}

/** What a read puts for its shape: with the options of its path filled in. */
export function emitShape(model: ResourceModel, loop: Loop): Code {
  const path = model.path.map((part) =>
    typeof part !== 'string' && part.kind === 'config' ? emitReference(part, inMethod) : showTemplate([part]),
  );
  return template([`${loop.kind} of `, ...path, manner(model)]);
}

/** The type of a position inside the pages of one read; null where there is one page. */
export function positionType(loop: Loop): Code {
  const fields = loop.position.map((field) => code`readonly ${property(field.name)}: ${field.type}`);
  return fields.length === 0 ? code`null` : code`{ ${join(fields, ', ')} } | null`;
}

function cursors({ model, parent }: EmittedResource): Code {
  const { incremental } = model;
  if (incremental === null) return nothing;
  const state = code`CursorState<${cursorType(incremental)}>`;
  if (parent === undefined && model.forEach === null) {
    return code`
      /** How far the read has come. */
      readonly cursor: ${state};
    `;
  }
  return code`
    ${parent === undefined ? code`/** How far the read for each value has come. */` : code`/** How far the read of each parent's records has come. */`}
    readonly cursors: { readonly [${parent === undefined ? code`partition` : code`parent`}: string]: ${state} };
  `;
}

function next({ model, loop, parent }: EmittedResource): Code {
  const words = loop.position.map((field) => field.description).join(' ');
  if (!isPartitioned({ model })) {
    return code`
      ${jsdoc(docWords(words === '' ? 'Always null: there is one page.' : `${words} Null: the read is complete.`))}
      readonly next: ${positionType(loop)};
    `;
  }
  const part = isWindowed(model) ? 'window' : parent === undefined ? 'combination' : 'parent';
  const outer =
    parent !== undefined
      ? code`
        /** Before the page of parents that is being read. */
        readonly parents?: ${parent.names.state} | undefined;
        /** The parent on that page whose records were read last. */
        readonly parent: string;
      `
      : model.forEach === null
        ? nothing
        : code`
        /** The values, or combinations of values, whose records have been read. */
        readonly done: readonly string[];
        /** The one whose records were read last. */
        readonly partition: string;
      `;
  return code`
    /** Null: the read is complete. */
    readonly next: {
      ${outer}
      ${
        isWindowed(model)
          ? code`
        /** The window that was read last: milliseconds since 1970. */
        readonly since: number;
        readonly until: number;
        /** Of the records at its start, the fingerprints of those that the window before has had. */
        readonly read: readonly string[];
      `
          : nothing
      }
      ${jsdoc(docWords(words === '' ? `Always null: a ${part} has one page.` : `${words} Null: it is the next ${part}'s turn.`))}
      readonly page: ${positionType(loop)};
    } | null;
  `;
}

function counts({ record, model }: EmittedResource): readonly Code[] {
  return [
    ...(record.type.mayDiscardRows
      ? [
          code`
            /** Records of this page that were left out because they are not what the type says. */
            readonly discardedRows: number;
          `,
        ]
      : []),
    ...(record.type.mayDiscardValues
      ? [
          code`
            /** Values on this page that were left out because they are not what the type says. */
            readonly discardedValues: number;
          `,
        ]
      : []),
    ...(model.forEach?.onError === 'skip'
      ? [
          code`
            /** Values of the lists so far whose records the API refused to give: they were left out. */
            readonly failedPartitions: number;
          `,
        ]
      : []),
    ...(model.parent?.onChildError === 'skip'
      ? [
          code`
            /** Parents so far whose records the API refused to give: they were left out. */
            readonly failedParents: number;
          `,
        ]
      : []),
  ];
}
