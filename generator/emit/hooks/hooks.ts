import { type Code, code, docWords, identifier, join, jsdoc, literal, nothing, property } from '../../code.js';
import { keepsSecrets } from '../../model/secrets.js';
import type { VirtualFile } from '../../virtual-file.js';
import { configType } from '../client/config.js';
import type { EmitContext, EmittedResource } from '../context.js';
import { isHooked, keepsRecordType } from './hooked.js';
import { valueType } from '../reading/references.js';
import { requestLine } from '../reading/types.js';
import { isKeyed, isPaged } from '../reading/kinds.js';

/** `src/hook-types.ts`, what a hooks file is written against, and `src/internal/run-hook.ts`; nothing where there is no hooks file. */
export function emitHooks(context: EmitContext): readonly VirtualFile[] {
  const { model, header, prefix, resources } = context;
  if (model.hooks === null) return [];
  const secrets = keepsSecrets(model);
  const runs = resources.some((resource) => isHooked(resource, 'select', 'next', 'filter', 'map'));
  const nexts = resources.some((resource) => isHooked(resource, 'next'));
  const run = code`
    ${header}

    import { ${nexts ? code`${prefix}Error, ` : nothing}${prefix}HookError, ${nexts ? code`${prefix}PaginationError, ` : nothing}type ReadPosition } from '../errors.ts';

    /** What a hook returns; what it throws becomes an error with its place. */
    export function runHook<Result>(hook: string, place: ReadPosition, run: () => Result): Result {
      try {
        return run();
      } catch (error) {
        ${nexts ? code`if (error instanceof ${prefix}Error) throw error;` : nothing}
        throw new ${prefix}HookError(place, hook, ${secrets ? code`withoutSecrets(error, place)` : code`error`});
      }
    }
    ${
      nexts
        ? code`

      /** What \`next\` returns: never where its page began, with which a read would not end, or end too early. */
      export function nextPosition<Position>(following: Position | null, begin: Position | null, place: ReadPosition): Position | null {
        if (following === null || (following !== undefined && JSON.stringify(following) !== JSON.stringify(begin))) return following;
        throw new ${prefix}PaginationError(place, 'no_progress', ': the hook next returned where its page began, not where the next one does');
      }
    `
        : nothing
    }
    ${
      secrets
        ? code`

      /** An error as it is, unless it says a credential that the API had put into a record. */
      function withoutSecrets(error: unknown, { secrets }: ReadPosition): unknown {
        const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
        const shown = secrets?.redact(said) ?? said;
        if (shown === said) return error;
        const other = new Error(secrets?.redact(error instanceof Error ? error.message : said));
        other.stack = shown;
        return other;
      }
    `
        : nothing
    }
  `;
  return [
    { path: 'src/hook-types.ts', text: `${hookTypes(context).text}\n` },
    ...(runs ? [{ path: 'src/internal/run-hook.ts', text: `${run.text}\n` }] : []),
  ];
}

function hookTypes(context: EmitContext): Code {
  const { model, header, prefix, resources } = context;
  const filled = model.config.filter((option) => option.default !== null);
  const options =
    filled.length === 0
      ? nothing
      : code` & { ${join(
          filled.map((option) => code`readonly ${property(option.name.camel)}: ${configType(option)};`),
          ' ',
        )} }`;
  const records = new Map(resources.map(({ record }) => [record.type.file, record.type.typeName] as const));
  return code`
    ${header}

    import type { ${prefix}ClientOptions } from './client.ts';
    ${[...records].map(([file, name]) => code`import type { ${identifier(name)} } from ${literal(`./records/${file}.ts`)};`)}

    /** What the client was made with, its defaults filled in. */
    export type HookOptions = ${prefix}ClientOptions${options};

    /** A request before it is sent. A hook changes it in place. */
    export interface HookRequest {
      method: string;
      /** It has to stay at the API's own origin. */
      url: URL;
      headers: Headers;
      /** undefined: it has none. */
      body: string | undefined;
    }

    /** What a hook knows beside what it is given. */
    export interface HookContext {
      readonly options: HookOptions;
      /** The name of the resource. */
      readonly resource: string;
      /** Counts from 1 in a read. */
      readonly page: number;
    }

    /** The answer that a page came in. */
    export interface HookAnswer {
      /** What was asked for, without what signs it. */
      readonly url: URL;
      readonly headers: Headers;
    }

    /** A page, to say where the next one begins. */
    export interface HookPage<Item, Position> {
      /** The parsed body of the answer. */
      readonly body: unknown;
      /** Its records, before filter and map. */
      readonly records: readonly Item[];
      /** Where this page began; undefined: at the start. */
      readonly position: Position | undefined;
    }

    ${
      resources.some(({ model: { name } }) => name.camel === 'client')
        ? nothing
        : code`
      /** Hooks that all resources share. */
      export interface ClientHooks {
        ${authenticateMember(code`HookContext`, 'Signs every request, after what the spec says of auth, unless its resource has one of its own.')}
      }
    `
    }
    ${resources.map(
      (resource) => code`

      ${resourceTypes(context, resource)}
    `,
    )}
  `;
}

function authenticateMember(type: Code, doc: string): Code {
  return code`
    ${jsdoc(docWords(doc))}
    readonly authenticate?: (request: HookRequest, context: ${type}) => void | Promise<void>;
  `;
}

/** What hooks know of what a read is for: its parent, its values, or those of a group. */
function readFor({ model, parent }: EmittedResource): Code {
  if (model.group !== null)
    return code`
      /** What this read is for, as text: the values of a list, or of a field of parents. */
      readonly keys: readonly string[];
    `;
  return code`
    ${
      model.forEach === null
        ? nothing
        : code`
      /** The values that this read is for. */
      readonly values: { ${model.forEach.lists.map((list) => code`readonly ${property(list.name.camel)}: ${valueType(list)};`)} };
    `
    }
    ${
      parent === undefined
        ? nothing
        : code`
      /** The record that this read is for. */
      readonly parent: ${identifier(parent.record.type.typeName)};
    `
    }
  `;
}

function resourceTypes({ model }: EmitContext, resource: EmittedResource): Code {
  const { names, record, loop } = resource;
  const type = identifier(record.type.typeName);
  const line = requestLine(resource.model);
  const position = loop.position.map((field) => code`readonly ${property(field.name)}: ${field.type}`);
  const mapped = keepsRecordType(model, resource.model) ? type : code`object`;
  return code`
    ${jsdoc(docWords(`What hooks of \`${line}\` know beside what they are given.`))}
    ${
      isKeyed(resource)
        ? code`
      export interface ${names.hookContext} extends HookContext {
        ${readFor(resource)}
      }
    `
        : code`export type ${names.hookContext} = HookContext;`
    }

    ${
      isPaged(resource)
        ? code`
      ${jsdoc(docWords(`Where a page of \`${line}\` begins.`))}
      export interface ${names.position} {
        ${position.map((each) => code`${each};`)}
      }

    `
        : nothing
    }
    ${jsdoc(docWords(`Hooks of \`${line}\`.`))}
    export interface ${names.hooks} {
      /** Changes each request before it is signed; of one that is tried again, each attempt. */
      readonly request?: (request: HookRequest, context: ${names.hookContext}) => void | Promise<void>;
      ${authenticateMember(names.hookContext, 'Signs each request, after what the spec says of auth, in place of the one that all resources share.')}
      /** The records in the parsed body of an answer, in place of the selector; they are checked as all are. */
      readonly select?: (body: unknown, context: ${names.hookContext} & HookAnswer) => readonly unknown[];
      ${
        isPaged(resource)
          ? code`
        /** Where the next page begins, or null after the last: in place of all that the paginator would look at. */
        readonly next?: (page: HookPage<${type}, ${names.position}>, context: ${names.hookContext} & HookAnswer) => ${names.position} | null;
      `
          : nothing
      }
      /** Whether a record is kept. */
      readonly filter?: (record: ${type}, context: ${names.hookContext}) => boolean;
      ${jsdoc(
        keepsRecordType(model, resource.model)
          ? 'What is read in place of a record, of the same type: others count on its fields.'
          : 'What is read in place of a record; its type is what `list()` yields.',
      )}
      readonly map?: (record: ${type}, context: ${names.hookContext}) => ${mapped};
    }
  `;
}
