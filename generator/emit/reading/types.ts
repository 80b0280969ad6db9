import { type Code, code, docWords, join, jsdoc, literal, nothing, property } from '../../code.js';
import type { ResourceModel } from '../../model/connector-model.js';
import { configType } from '../client/config.js';
import type { EmittedResource } from '../context.js';
import { deadlineOption } from '../transport/deadline.js';
import { emitMappedType, yieldedType } from '../hooks/calls.js';
import { typeFrom } from '../symbols.js';
import { sinceMember } from './change-feed.js';
import { CURSOR_STATE } from './cursor.js';
import { cursorType } from './cursor-kinds.js';
import { hasNotes } from './cursor-kinds.js';
import { countsKeys } from './keys.js';
import { failureCount, isPaged, isPartitioned, isResumable, isWindowed, savesNow } from './kinds.js';
import { isGuarded } from './loop.js';
import { delegates, fullPosition } from './delegating.js';
import { showTemplate } from './references.js';
import { isSplit } from './split-kinds.js';
import { emitSplitTypes } from './split-types.js';
import { endOption, pathOptions, shapeOf } from './state.js';
import { emitTotalType } from './total.js';

/** The state, page and options types of a resource. */
export function emitResourceTypes(resource: EmittedResource): Code {
  const { model, names } = resource;
  const options = pathOptions(model);
  return code`
    /** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
    export interface ${names.state} {
      readonly v: 1;
      readonly resource: ${literal(model.name.raw)};
      /** How the read pages: of a state of another path or paginator, only what is complete counts. */
      readonly shape: ${literal(shapeOf(resource))};
      /** Where the API is: a state of another origin is refused. */
      readonly origin: string;
      ${
        options.length === 0
          ? nothing
          : code`
        /** Options that say which source is read: a state with others is refused. */
        readonly options: { ${options.map((option) => code`readonly ${property(option.name.camel)}: ${configType(option)};`)} };
      `
      }
      ${
        endOption(resource) === undefined
          ? nothing
          : code`
        /** Where the read ends; null: it does not. A read that is to end elsewhere begins again where this one did. */
        readonly until: string | number | null;
      `
      }
      ${
        isSplit(resource)
          ? code`
        /** The unit of a split read that it is of. */
        readonly split?: string;
      `
          : nothing
      }
      ${cursors(resource)}
      ${sinceMember(resource, positionOf(resource))}
      ${
        savesNow(resource)
          ? code`
        /** When the read began: its requests name times by it. Milliseconds since 1970. */
        readonly now: number;
      `
          : nothing
      }
      ${
        failureCount(resource) === undefined
          ? nothing
          : code`
        /** Whether any of them was read: where the API refuses all, that is an error. */
        readonly anyRead: boolean;
      `
      }
      ${next(resource)}
    }

    ${emitMappedType(resource)}

    ${jsdoc(docWords(`One page of \`${requestLine(model)}\`.`))}
    export interface ${names.page} {
      readonly records: readonly ${yieldedType(resource)}[];
      ${counts(resource)}
      ${emitTotalType(resource)}
      /** Goes on after this page. Save it once the records are safe. */
      readonly state: ${names.state};
      ${
        isResumable(resource)
          ? code`
        /** On the first page of a read that begins again: the position of its state is none any more. */
        readonly restarted?: true;
      `
          : nothing
      }
      ${
        hasNotes(resource)
          ? code`
        /** What is unusual about this read, in words. */
        readonly notes?: readonly string[];
      `
          : nothing
      }
    }

    export interface ${names.options} {
      /** The state of the last page that was stored. Default: from the start. */
      readonly state?: ${names.state} | undefined;
      /** Ends the read, which then throws the signal's reason. */
      readonly signal?: AbortSignal | undefined;
      ${
        isResumable(resource)
          ? code`
        ${jsdoc(docWords(`What happens where the API no longer knows the position of \`state\`. restart: the read begins again from the same start; fail: an error, for records would come twice. Default: ${model.writeDisposition === 'append' ? 'fail' : 'restart'}.`))}
        readonly forgotten?: ${typeFrom('internal/resuming', 'Forgotten')} | undefined;
      `
          : nothing
      }
      ${deadlineOption(resource)}
      ${
        isSplit(resource)
          ? code`
        /** One of \`splits()\`: nothing else is read. Its \`state\` is one of its own, or the complete one that \`splits()\` was given. */
        readonly split?: ${names.split} | undefined;
      `
          : nothing
      }
    }
    ${emitSplitTypes(resource)}
  `;
}

/** `GET /v1/events` */
export function requestLine(model: ResourceModel): string {
  return `${model.method} ${showTemplate(model.path)}`;
}

/** The type of a position inside the pages of one read; null where there is one page. */
function positionType(resource: EmittedResource): Code {
  return isResumable(resource) ? code`${positionOf(resource)} | null` : code`null`;
}

/** Where a page begins: its fields, what the guard knows of the pages before, or that the read begins again. */
export function positionOf(resource: EmittedResource): Code {
  const fields = resource.loop.position.map((field) => code`readonly ${property(field.name)}?: ${field.type};`);
  const seen = isPaged(resource) && isGuarded(resource) ? [code`readonly seen?: ${typeFrom('internal/pagination', 'PagesSeen')};`] : [];
  const full = delegates(resource) ? [fullPosition(resource)] : [];
  return code`{ ${join([...fields, ...seen, ...full, code`readonly again?: true;`], ' ')} }`;
}

function cursors({ model, parent }: EmittedResource): Code {
  const { incremental } = model;
  if (incremental === null) return nothing;
  const state = code`${CURSOR_STATE}<${cursorType(incremental)}>`;
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

function next(resource: EmittedResource): Code {
  const { model, loop, parent } = resource;
  const words = loop.position.map((field) => field.description).join(' ');
  if (!isPartitioned({ model })) {
    return code`
      ${jsdoc(docWords(words === '' ? 'Always null: there is one page.' : `${words} Null: the read is complete, and the next one begins with ${model.job === null ? 'the first page' : 'a new job'}.`))}
      readonly next: ${positionType(resource)};
    `;
  }
  const part = isWindowed(model) ? 'window' : parent === undefined || model.forEach !== null ? 'combination' : 'parent';
  const outer =
    parent !== undefined
      ? code`
        /** Before the page of parents that is being read${model.group === null ? nothing : code`, or that its group begins on`}. */
        readonly parents?: ${typeFrom(`resources/${parent.model.name.kebab}`, parent.names.state.text)} | undefined;
        ${model.group === null ? code`/** The parent on that page whose records were read last. */` : code`/** The group of parents whose records were read last: the JSON of its keys. */`}
        readonly parent: string;
        ${
          model.forEach === null
            ? nothing
            : code`
          /** Its values, or combinations of values, whose records had been read before. */
          readonly done: readonly string[];
          /** The one whose records were read last. */
          readonly partition: string;
        `
        }
      `
      : model.forEach === null
        ? nothing
        : code`
        /** The values, or combinations of values, whose records have been read. */
        readonly done: readonly string[];
        ${model.group === null ? code`/** The one whose records were read last. */` : code`/** The group whose records were read last: the JSON of its keys. */`}
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
      readonly page: ${positionType(resource)};
    } | null;
  `;
}

function counts(resource: EmittedResource): readonly Code[] {
  const { record, model } = resource;
  return [
    ...(countsKeys(resource)
      ? [
          code`
            /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
            readonly repeatedKeys: number;
          `,
        ]
      : []),
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
    ...(model.parent === null && (model.forEach?.skippedStatuses.length ?? 0) > 0
      ? [
          code`
            /** Values of the lists so far whose records the API refused to give: they were left out. */
            readonly failedPartitions: number;
          `,
        ]
      : []),
    ...((model.parent?.skippedStatuses.length ?? 0) > 0
      ? [
          code`
            /** Parents so far whose records the API refused to give: they were left out. */
            readonly failedParents: number;
          `,
        ]
      : []),
  ];
}
