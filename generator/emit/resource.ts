import { type Code, code, docWords, identifier, isIdentifier, join, jsdoc, literal, member, nothing, property } from '../code.js';
import { showPath } from '../selector.js';
import type { VirtualFile } from '../virtual-file.js';
import { actsOnHeaders, emitActions, importActions } from './actions.js';
import { configType } from './config.js';
import type { EmitContext, EmittedResource } from './context.js';
import { emitHookedFunction, hookImports, yieldedType } from './hook-calls.js';
import { isHooked, takesContext } from './hooked.js';
import { deadlineParameter, deadlineStart } from './deadline.js';
import { emitFormat, formatImports } from './format.js';
import { cursorImports } from './incremental.js';
import { failureCount, isPartitioned, isWindowed, needsClock } from './loops.js';
import { emitPageLoop, isPaged } from './page-loop.js';
import { emitPartitions } from './partitions.js';
import { emitPartitionMethods, emitPartitionsAhead, emitPartitionType } from './partitions-ahead.js';
import { describeAhead, opensSeveral, readsAhead } from './read-ahead.js';
import { emitReadFunction, includesParent, readsAnswer } from './read-function.js';
import { emitResourceTypes, requestLine } from './resource-types.js';
import { isPlain, selectHelpers } from './selection.js';
import { windowImports } from './windows.js';

/** One file for each resource: its state, its page, and the page loop in full. */
export function emitResources(context: EmitContext): readonly VirtualFile[] {
  return context.resources.map((resource) => ({
    path: `src/resources/${resource.model.name.kebab}.ts`,
    text: `${emitResource(context, resource).text}\n`,
  }));
}

/** The first field that makes a good example of a type: one that may be null. */
function exampleField({ type }: EmittedResource['record']): Code {
  const field = type.fields.find((each) => each.nullable && isIdentifier(each.name)) ?? type.fields[0];
  return field === undefined ? nothing : member(nothing, field.name);
}

/** What one read requests: "`GET /v1/events`, 100 records a page by offset, until a page is empty." */
function summaryOf({ model, loop, parent }: EmittedResource): string {
  const each = parent === undefined ? '' : `; for each of \`${parent.names.property.text}\`, one after the other`;
  const lists =
    model.forEach === null ? '' : `; for each ${model.forEach.lists.map(({ name }) => name.camel).join(' and ')}, one after the other`;
  const windows = isWindowed(model) ? ', window after window' : '';
  const fresh = model.incremental === null ? '' : `; only what is new by \`${showPath(model.incremental.cursor)}\``;
  return `\`${requestLine(model)}\`, ${loop.summary}${each}${lists}${fresh}${windows}.`;
}

function emitResource(context: EmitContext, resource: EmittedResource): Code {
  const { model, names, record, parent } = resource;
  const hasOptions = takesContext(resource) || model.config.length > 0;
  const options = takesContext(resource)
    ? code`HookOptions`
    : model.config.length === 0
      ? nothing
      : code`{ ${join(
          model.config.map((option) => code`readonly ${property(option.name.camel)}: ${configType(option)};`),
          ' ',
        )} }`;
  const type = yieldedType(resource);
  return code`
    ${context.header}

    ${imports(context, resource)}

    ${emitResourceTypes(resource)}

    ${jsdoc(model.description)}
    export class ${names.resource} {
      readonly #fetchPage: FetchPage;
      readonly #baseUrl: string;
      ${resource.takesDeadline ? code`readonly #now: () => number;` : nothing}
      ${needsClock(model) ? code`readonly #wallClock: () => number;` : nothing}
      ${parent === undefined ? nothing : code`readonly #parents: ${parent.names.resource};`}
      ${!hasOptions ? nothing : code`readonly #options: ${options};`}

      constructor(fetchPage: FetchPage, baseUrl: string${resource.takesDeadline ? code`, now: () => number` : nothing}${needsClock(model) ? code`, wallClock: () => number` : nothing}${parent === undefined ? nothing : code`, parents: ${parent.names.resource}`}${!hasOptions ? nothing : code`, options: ${options}`}) {
        this.#fetchPage = fetchPage;
        this.#baseUrl = baseUrl;
        ${resource.takesDeadline ? code`this.#now = now;` : nothing}
        ${needsClock(model) ? code`this.#wallClock = wallClock;` : nothing}
        ${parent === undefined ? nothing : code`this.#parents = parents;`}
        ${!hasOptions ? nothing : code`this.#options = options;`}
      }

      /**
       * Every record, one at a time${isPaged(resource) ? docWords(`; ${describeAhead(resource) ?? 'the next page is fetched when it is needed'}`) : nothing}.
       *
       * @example
       * for await (const ${identifier(record.type.variable)} of ${context.client}.${names.property}.list()) console.log(${identifier(record.type.variable)}${resource.mapsTo ? nothing : exampleField(record)});
       */
      async *list(options: ${names.options} = {}): AsyncGenerator<${type}, void, undefined> {
        for await (const page of this.pages(options)) yield* page.records;
      }

      ${jsdoc(docWords(summaryOf(resource)))}
      async *pages({ state, signal${deadlineParameter(resource)} }: ${names.options} = {}): AsyncGenerator<${names.page}, void, undefined> {
        ${deadlineStart(resource)}
        ${opensSeveral(resource) ? emitPartitionsAhead(context, resource) : isPartitioned(resource) ? emitPartitions(context, resource) : emitPageLoop(context, resource)}
      }
      ${
        opensSeveral(resource)
          ? emitPartitionMethods(context, resource).map(
              (method) => code`

        ${method}
      `,
            )
          : nothing
      }
    }

    ${emitFormat(resource)}

    ${
      opensSeveral(resource) && !isWindowed(model)
        ? code`${emitPartitionType(resource)}

    `
        : nothing
    }${emitReadFunction(context, resource)}
    ${emitHookedFunction(resource)}
    ${
      model.actions.length === 0
        ? nothing
        : code`

      ${emitActions(resource)}
    `
    }
  `;
}

function imports(context: EmitContext, resource: EmittedResource): Code {
  const { model, record, loop, parent } = resource;
  const helpers = [...loop.helpers, ...(isPaged(resource) ? ['repeatGuard'] : [])].sort();
  const raises = model.incremental?.nullable === true && model.incremental.onMissing === 'raise';
  const errors = [
    ...(raises ? [code`${context.prefix}RecordError`] : []),
    ...(failureCount(resource) === undefined ? [] : [code`${context.prefix}HttpError`]),
    ...((isPlain(model.selection) && !isHooked(resource, 'select')) || refusesNullParents(resource)
      ? [code`${context.prefix}ResponseError`]
      : []),
    code`type RecordPlace`,
  ];
  const included = includesParent(resource) || (opensSeveral(resource) && parent !== undefined) ? [parent?.record.type] : [];
  const helpersOfSelect = isHooked(resource, 'select') ? [] : selectHelpers(model.selection);
  return code`
    ${cursorImports(context, resource)}
    ${errors.length === 1 ? code`import type { RecordPlace } from '../errors.ts';` : code`import { ${join(errors, ', ')} } from '../errors.ts';`}
    ${importActions(resource)}
    ${formatImports(resource)}
    import type { FetchPage${model.format.kind === 'json' ? nothing : code`, Format`} } from '../http.ts';
    ${hookImports(resource)}
    ${answerTypes(resource)}
    ${record.type.needsExactNumbers && model.format.kind !== 'csv' ? code`import { parseExactJson } from '../exact-json.ts';` : nothing}
    ${helpers.length === 0 ? nothing : code`import { ${join(helpers.map(identifier), ', ')} } from '../pagination.ts';`}
    ${model.path.every((part) => typeof part === 'string') ? nothing : code`import { pathSegment } from '../path.ts';`}
    import { ${identifier(record.type.decode)}, type ${identifier(record.type.typeName)} } from ${literal(`../records/${record.type.file}.ts`)};
    ${included.flatMap((type) => (type === undefined ? [] : [code`import type { ${identifier(type.typeName)} } from ${literal(`../records/${type.file}.ts`)};`]))}
    ${readsAhead(resource) ? code`import { ${opensSeveral(resource) ? code`inOrder` : code`ReadAhead`} } from '../read-ahead.ts';` : nothing}
    ${helpersOfSelect.length === 0 ? nothing : code`import { ${join(helpersOfSelect.map(identifier), ', ')} } from '../select.ts';`}
    ${parent === undefined ? nothing : code`import { repeats } from '../repeats.ts';`}
    import { checkState } from '../state.ts';
    ${windowImports(model)}
    ${parent === undefined ? nothing : code`import type { ${parent.names.resource}, ${parent.names.state} } from ${literal(`./${parent.model.name.kebab}.ts`)};`}
  `;
}

/** What the functions of the file are given of an answer. */
function answerTypes(resource: EmittedResource): Code {
  const types = [...(readsAnswer(resource) ? [code`Answer`] : []), ...(actsOnHeaders(resource) ? [code`AnswerHeaders`] : [])];
  return types.length === 0 ? nothing : code`import type { ${join(types, ', ')} } from '../internal/transport/exchange.ts';`;
}

/** Whether a parent may lack what a request needs, which is then an error. */
function refusesNullParents({ model }: EmittedResource): boolean {
  return model.parent?.onNull === 'fail' && model.parent.fields.some((field) => field.nullable);
}
