import { type Code, code, docWords, identifier, join, jsdoc, literal, nothing, property } from '../../code.js';
import type { HookModel, HookName } from '../../model/hooks-model.js';
import { keepsRecordType } from '../../model/kept-records.js';
import { configType } from '../client/config.js';
import type { EmitContext, EmittedResource } from '../context.js';
import { isKeyed, isPaged } from '../reading/kinds.js';
import { valueType } from '../reading/references.js';
import { requestLine } from '../reading/types.js';

/** `src/hook-types.ts`: what a hooks file is written against. */
export function emitHookTypes(context: EmitContext): Code {
  const { model, header, prefix, resources } = context;
  const filled = model.config.filter((option) => option.default !== null);
  const options =
    filled.length === 0
      ? nothing
      : code` & { ${join(
          filled.map((option) => code`readonly ${property(option.name.camel)}: ${configType(option)};`),
          ' ',
        )} }`;
  const hooks = model.hooks ?? { client: [] };
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
        ${jsdoc(docWords('Signs every request, after what the spec says of auth, unless its resource has one of its own.'))}
        ${offered('authenticate', signing(code`HookContext`))}
      }
      ${hookSet(code`ClientHookSet`, 'The hooks that all resources share, and `src/hooks.ts` has.', hooks.client, { authenticate: signing(code`HookContext`) })}
    `
    }
    ${resources.map(
      (resource) => code`

      ${resourceTypes(context, resource)}
    `,
    )}
  `;
}

/** What a hook is given, and what it returns. */
interface Signature {
  readonly given: Code;
  readonly context: Code;
  readonly returns: Code;
}

/** A hook that a file may have. */
function offered(hook: HookName, { given, context, returns }: Signature): Code {
  return code`readonly ${identifier(hook)}?: (${given}, context: ${context}) => ${returns};`;
}

/** The type of those that it has, each with as much as it takes; nothing where it has none. */
function hookSet(name: Code, doc: string, hooks: readonly HookModel[], signatures: { readonly [Hook in HookName]?: Signature }): Code {
  const members = hooks.flatMap(({ name: hook, arity }) => {
    const signature = signatures[hook];
    if (signature === undefined) return [];
    const takes = [signature.given, code`context: ${signature.context}`].slice(0, arity);
    return [code`readonly ${identifier(hook)}: (${join(takes, ', ')}) => ${signature.returns};`];
  });
  if (members.length === 0) return nothing;
  return code`

    ${jsdoc(docWords(doc))}
    export interface ${name} {
      ${members}
    }
  `;
}

function signing(context: Code): Signature {
  return { given: code`request: HookRequest`, context, returns: code`void | Promise<void>` };
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
  const keeps = keepsRecordType(model, resource.model);
  const context = names.hookContext;
  const answer = code`${context} & HookAnswer`;
  const signatures = {
    request: signing(context),
    authenticate: signing(context),
    select: { given: code`body: unknown`, context: answer, returns: code`readonly unknown[]` },
    next: { given: code`page: HookPage<${type}, ${names.position}>`, context: answer, returns: code`${names.position} | null` },
    filter: { given: code`record: ${type}`, context, returns: code`boolean` },
    map: { given: code`record: ${type}`, context, returns: keeps ? type : code`object` },
  };
  const written = model.hooks?.resources.find((each) => each.resource === resource.model.name.raw);
  const ownMap = { ...signatures.map, returns: resource.mapsTo ? code`Mapped` : type };
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
      ${offered('request', signatures.request)}
      /** Signs each request, after what the spec says of auth, in place of the one that all resources share. */
      ${offered('authenticate', signatures.authenticate)}
      /** The records in the parsed body of an answer, in place of the selector; they are checked as all are. */
      ${offered('select', signatures.select)}
      ${
        isPaged(resource)
          ? code`
        /** Where the next page begins, or null after the last: in place of all that the paginator would look at. */
        ${offered('next', signatures.next)}
      `
          : nothing
      }
      /** Whether a record is kept. */
      ${offered('filter', signatures.filter)}
      ${jsdoc(
        keeps
          ? 'What is read in place of a record, of the same type: others count on its fields.'
          : 'What is read in place of a record; its type is what `list()` yields.',
      )}
      ${offered('map', signatures.map)}
    }
    ${
      written === undefined || written.inferred
        ? nothing
        : hookSet(
            resource.mapsTo ? code`${names.hookSet}<Mapped extends object>` : names.hookSet,
            `Those of \`${line}\` that \`src/hooks.ts\` has.`,
            written.hooks,
            { ...signatures, map: ownMap },
          )
    }
  `;
}
