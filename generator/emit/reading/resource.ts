import { type Code, code, docWords, identifier, join, jsdoc, literal, nothing, property } from '../../code.js';
import { keepsSecrets } from '../../model/secrets.js';
import type { VirtualFile } from '../../virtual-file.js';
import { emitActions } from '../transport/actions.js';
import { configType } from '../client/config.js';
import { savedState, type EmitContext, type EmittedResource } from '../context.js';
import { deadlineParameter, deadlineStart } from '../transport/deadline.js';
import { emitFormat } from '../transport/format.js';
import { emitHookedFunction, yieldedType } from '../hooks/calls.js';
import { takesContext } from '../hooks/predicates.js';
import { sourceFile } from '../source-file.js';
import { errorClass, typeFrom, valueFrom } from '../symbols.js';
import { describeAhead, emitAskAhead, emitPagesMethod, emitReadAhead, emitSeveral, opensSeveral, readsAhead, takenPage } from './ahead.js';
import { emitPositions, isKeyedFeed } from './change-feed.js';
import { emitCursorMethod } from './cursor.js';
import { emitBounds } from './cursor-bounds.js';
import { delegates, emitFullMethod } from './delegating.js';
import { emitJobFunctions, emitJobMethods, hasJob } from './job.js';
import { emitKeyCount } from './keys.js';
import { timeHelper } from './times.js';
import { failureCount, isKeyed, isPaged, isPartitioned, isResumable, asksClock, listsDone } from './kinds.js';
import { emitPages } from './loop.js';
import { boundNames } from './names.js';
import { givenCursors } from './groups.js';
import { emitPartMethod, emitPartType } from './parts.js';
import { emitPart, passingOver, refuseAllRefused, refuseNull } from './partitions.js';
import { emitReadFunction } from './read-function.js';
import { emitOffered, refuseUnoffered } from './offered.js';
import { isSplit, splitKind } from './split-kinds.js';
import { emitSplitMethods, emitUnitRead } from './splits.js';
import { fillState, takeSecrets } from './secrets.js';
import { emitAccepted, emitResuming, emitStateId, stateId } from './state.js';
import { emitLastPage, emitTurn } from './turn.js';
import { emitResourceTypes } from './types.js';
import { emitUrl } from './url.js';
import { exampleField, summaryOf } from './summary.js';

/** One file for each resource: its state, its page, and the page loop in full. `body` is what it has but the imports. */
export interface ResourceFile extends VirtualFile {
  readonly body: Code;
}

export function emitResources(context: EmitContext): readonly ResourceFile[] {
  return context.resources.map((resource) => {
    const body = emitResource(context, resource);
    return { ...sourceFile(context.header, `src/resources/${resource.model.name.kebab}.ts`, body), body };
  });
}

const FETCH_PAGE = typeFrom('internal/http', 'FetchPage');
const TAKE = valueFrom('internal/take', 'take');

function emitResource(context: EmitContext, resource: EmittedResource): Code {
  const { model, names, record, parent } = resource;
  const hasOptions = takesContext(resource) || model.config.length > 0;
  const options = takesContext(resource)
    ? typeFrom('hook-types', 'HookOptions')
    : model.config.length === 0
      ? nothing
      : code`{ ${join(
          model.config.map((option) => code`readonly ${property(option.name.camel)}: ${configType(option)};`),
          ' ',
        )} }`;
  const type = yieldedType(resource);
  const full =
    resource.full === undefined ? nothing : typeFrom(`resources/${resource.full.model.name.kebab}`, resource.full.names.resource.text);
  const parents = parent === undefined ? nothing : typeFrom(`resources/${parent.model.name.kebab}`, parent.names.resource.text);
  const deadline = resource.takesDeadline ? code`, deadline: number` : nothing;
  return code`
    ${emitResourceTypes(resource)}

    ${jsdoc(model.description)}
    export class ${names.resource} {
      readonly #fetchPage: ${FETCH_PAGE};
      readonly #baseUrl: string;
      ${resource.takesDeadline ? code`readonly #now: () => number;` : nothing}
      ${asksClock(model) ? code`readonly #wallClock: () => number;` : nothing}
      ${parent === undefined ? nothing : code`readonly #parents: ${parents};`}
      ${full === nothing ? nothing : code`readonly #full: ${full};`}
      ${!hasOptions ? nothing : code`readonly #options: ${options};`}
      ${isSplit(resource) ? code`readonly #split: ${names.split} | undefined;` : nothing}
      ${splitKind(resource) === 'pages' ? code`#seen: { readonly second: number; readonly step: number; readonly end: number; readonly records: number } | undefined;` : nothing}

      constructor(fetchPage: ${FETCH_PAGE}, baseUrl: string${resource.takesDeadline ? code`, now: () => number` : nothing}${asksClock(model) ? code`, wallClock: () => number` : nothing}${parent === undefined ? nothing : code`, parents: ${parents}`}${full === nothing ? nothing : code`, full: ${full}`}${!hasOptions ? nothing : code`, options: ${options}`}${isSplit(resource) ? code`, split?: ${names.split}` : nothing}) {
        this.#fetchPage = fetchPage;
        this.#baseUrl = baseUrl;
        ${resource.takesDeadline ? code`this.#now = now;` : nothing}
        ${asksClock(model) ? code`this.#wallClock = wallClock;` : nothing}
        ${parent === undefined ? nothing : code`this.#parents = parents;`}
        ${full === nothing ? nothing : code`this.#full = full;`}
        ${!hasOptions ? nothing : code`this.#options = options;`}
        ${isSplit(resource) ? code`this.#split = split;` : nothing}
      }

      /**
       * Every record, one at a time${isPaged(resource) ? docWords(`; ${describeAhead(resource) ?? 'the next page is fetched when it is needed'}`) : nothing}.
       *
       * @example
       * for await (const ${identifier(record.type.variable)} of ${context.client}.${names.property}.list()) console.log(${identifier(record.type.variable)}${resource.mapsTo ? nothing : exampleField(record)});
       */
      async *list(options: ${names.options} = {}): AsyncGenerator<${type}, void, undefined> {
        for await (const page of this.pages(options)) for (const record of page.records) yield record;
      }

      /** The first \`count\` records, or all if there are fewer. Pages that are not needed are not asked for. */
      first(count: number, options: ${names.options} = {}): Promise<${type}[]> {
        return ${TAKE}(this.list(options), count);
      }

      /** Every record, or the first \`limit\`, in one list that is held in memory. */
      all({ limit = Infinity, ...options }: ${names.options} & { readonly limit?: number } = {}): Promise<${type}[]> {
        return ${TAKE}(this.list(options), limit);
      }

      ${jsdoc(docWords(summaryOf(resource)))}
      ${context.model.strict ? emitStrictPages(context, resource) : code`async *pages(`}{ state${isResumable(resource) ? nothing : code`: saved`}, signal${deadlineParameter(resource)}${resumingParameter(resource)}${isSplit(resource) ? code`, split` : nothing} }: ${names.options} = {}): AsyncGenerator<${names.page}, void, undefined> {
        ${refuseUnoffered(context, resource)}
        ${emitUnitRead(resource)}
        ${deadlineStart(resource)}
        ${emitStateId(resource)}
        ${
          isResumable(resource)
            ? emitResuming(context, resource)
            : code`
          ${emitAccepted(resource)}
          ${emitRead(context, resource)}
        `
        }
      }
      ${
        isResumable(resource)
          ? code`

      async *#read(id: ${stateId(resource)}, state: ${names.state} | undefined${deadline}, signal: AbortSignal | undefined${isKeyedFeed(resource) ? code`, forgotten: ${typeFrom('internal/resuming', 'Forgotten')}` : nothing}): AsyncGenerator<${names.page}, void, undefined> {
        ${emitRead(context, resource)}
      }
      `
          : nothing
      }
      ${methods(context, resource)}
    }

    ${emitFormat(resource, context.model.records)}
    ${hasJob(resource) ? emitJobFunctions(resource) : nothing}

    ${emitPartType(resource)}
    ${emitReadFunction(context, resource)}
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

/** With `strict`, what a read warns of is an error. */
function emitStrictPages({ model }: EmitContext, { model: { name }, names }: EmittedResource): Code {
  return code`
    pages(options: ${names.options} = {}): AsyncGenerator<${names.page}, void, undefined> {
      return ${valueFrom('internal/strict', 'strictly')}(${literal(name.raw)}, this.#anyPages(options), options.state${keepsSecrets(model) ? code`, this.#fetchPage.secrets` : nothing});
    }

    async *#anyPages(
  `;
}

function resumingParameter(resource: EmittedResource): Code {
  if (!isResumable(resource)) return nothing;
  return code`, forgotten = ${literal(resource.model.writeDisposition === 'append' ? 'fail' : 'restart')}`;
}

/** What another one that reads from the same place is made with. */
function constructorArguments(resource: EmittedResource): readonly Code[] {
  const { model, parent } = resource;
  return [
    code`this.#fetchPage`,
    code`this.#baseUrl`,
    ...(resource.takesDeadline ? [code`this.#now`] : []),
    ...(asksClock(model) ? [code`this.#wallClock`] : []),
    ...(parent === undefined ? [] : [code`this.#parents`]),
    ...(takesContext(resource) || model.config.length > 0 ? [code`this.#options`] : []),
  ];
}

/** The methods that a read calls, each with a blank line before it. */
function methods(context: EmitContext, resource: EmittedResource): readonly Code[] {
  const all = [
    emitOffered(resource),
    emitCursorMethod(context, resource),
    emitPartMethod(resource),
    ...(delegates(resource) ? [emitFullMethod(context, resource, stateId(resource))] : []),
    ...(hasJob(resource) ? emitJobMethods(context, resource) : []),
    ...emitSplitMethods(context, resource, constructorArguments(resource)),
    ...(opensSeveral(resource) ? [emitPagesMethod(context, resource)] : []),
  ];
  return all
    .filter((method) => method !== nothing)
    .map(
      (method) => code`

    ${method}
  `,
    );
}

/** The body of a read. */
function emitRead(context: EmitContext, resource: EmittedResource): Code {
  if (!isPartitioned(resource)) return emitOneLoop(context, resource);
  const { model } = resource;
  const saved = savedState(resource);
  const failed = failureCount(resource);
  const keyed = isKeyed({ model });
  const parts = opensSeveral(resource)
    ? emitSeveral(context, resource)
    : keyed
      ? code`
        let page = 0;
        for ${model.parent === null ? nothing : code`await `}(const part of this.#partsAfter(${savedState(resource)}?.next${givenCursors(resource)}${model.parent === null ? nothing : code`${resource.takesDeadline ? code`, deadline` : nothing}, signal`})) {
          ${refuseNull(context, resource, { page: code`page`, state: code`state` })}
          ${passingOver(context, resource, emitPart(context, resource))}
        }
      `
      : code`
        let page = 0;
        ${emitPart(context, resource)}
      `;
  return code`
    ${opensSeveral(resource) && !resource.hidesState ? nothing : takeSecrets(context)}
    ${fillState(resource)}
    ${emitNow(resource)}
    ${emitKeyCount(resource)}
    ${keyed && model.incremental !== null ? code`let cursors = ${saved}?.cursors ?? {};` : nothing}
    ${emitPositions(resource)}
    ${!listsDone({ model }) ? nothing : code`let done: readonly string[] = ${saved}?.next?.done ?? [];`}
    ${
      failed === undefined
        ? nothing
        : code`
      let ${identifier(failed)} = 0;
      let anyRead = ${model.writeDisposition === 'replace' ? code`state?.next !== undefined && state.next !== null && state.anyRead` : code`state?.anyRead ?? false`};
      let refusal: ${errorClass(context, 'HttpError')} | undefined;
    `
    }
    ${parts}
    ${refuseAllRefused(resource)}
    ${emitLastPage(resource)}
  `;
}

/** The statement that says when the read began. */
function emitNow(resource: EmittedResource): Code {
  if (!resource.model.usesNow) return nothing;
  if (!isResumable(resource)) return code`const now = this.#wallClock();`;
  return code`const now = ${timeHelper('begunAt')}(${savedState(resource)}, this.#wallClock);`;
}

/** The one page loop of a read without parts. */
function emitOneLoop(context: EmitContext, resource: EmittedResource): Code {
  const { model } = resource;
  const { incremental } = model;
  const ahead = isPaged(resource) && readsAhead(resource);
  const one = !isPaged(resource);
  const saved = savedState(resource);
  const turn = emitTurn(resource, {
    complete: one ? code`true` : code`next === null`,
    next: one ? code`null` : nothing,
    before: ahead ? emitAskAhead(resource) : undefined,
  });
  const pages = emitPages(context, resource, {
    saved: code`${saved}?.next`,
    number: one ? code`page: 1` : code`page`,
    state: code`state`,
    head: code`for (let page = 1; ; page++)`,
    take: ahead ? takenPage(context, resource) : undefined,
    turn,
    leave: code`return;`,
    enter: ahead ? emitReadAhead(context, resource) : undefined,
    cleanUp: ahead ? code`ahead.end();` : undefined,
  });
  return code`
    ${takeSecrets(context)}
    ${fillState(resource)}
    ${emitNow(resource)}
    ${emitKeyCount(resource)}
    ${incremental === null ? nothing : code`const bookmark = this.#cursorFrom(${saved}?.cursor, state);`}
    ${incremental === null ? nothing : emitBounds(incremental, boundNames(resource))}
    ${ahead && resource.loop.ahead !== undefined && model.readAhead.concurrency > 1 ? nothing : emitUrl(resource)}
    ${pages}
  `;
}
