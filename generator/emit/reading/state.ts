import { type Code, code, identifier, join, literal, member, nothing, property } from '../../code.js';
import type { ConfigOption, ResourceModel } from '../../model/connector-model.js';
import { usesOption } from '../../model/templates.js';
import type { Loop } from '../../paginators/contract.js';
import type { VirtualFile } from '../../virtual-file.js';
import type { Name } from '../../names.js';
import type { EmitContext, EmittedResource } from '../context.js';
import { renderTemplate } from '../template.js';
import { valueFrom } from '../symbols.js';
import { isFeed, isKeyedFeed, sinceCheck } from './change-feed.js';
import { emitCursorCheck } from './cursor.js';
import { callFull, delegates, READS_FULL } from './delegating.js';
import { isGroup } from './groups.js';
import { isKeyed, isOfBoth, isPaged, isPartitioned, isResumable, isWindowed, missesParents } from './kinds.js';
import { showTemplate } from './references.js';
import { isSplit } from './split-kinds.js';

/** `src/internal/state.ts`: what states of all resources have in common; `src/internal/resuming.ts`, where some name positions. */
export function emitStateFiles(context: EmitContext): readonly VirtualFile[] {
  const { header, prefix, resources, counters } = context;
  const keyed = resources.filter((resource) => isKeyed(resource) && resource.model.incremental !== null);
  const [pairs, groups] = [keyed.some(isOfBoth), keyed.some(({ model }) => model.group !== null)];
  const values = {
    header,
    prefix,
    pairs,
    groups,
    severalKeys: pairs || groups,
    counters: join(
      counters.map((name) => code`, ${identifier(name)}: 0`),
      '',
    ),
    adopts: context.model.outputs.length > 0,
    positions: resources.some(isResumable),
    options: resources.some(({ model }) => pathOptions(model).length > 0),
    ends: resources.some((resource) => endOption(resource) !== undefined),
    splits: resources.some(isSplit),
    parts: resources.some(isPartitioned),
    keyed: keyed.length > 0,
    incremental: resources.some(({ model }) => model.incremental !== null),
    jobs: resources.some(({ model }) => model.job !== null),
    feeds: resources.some(isFeed),
    oneFeeds: resources.some((resource) => isFeed(resource) && !isKeyedFeed(resource)),
    keyedFeeds: resources.some(isKeyedFeed),
    children: resources.some(({ parent }) => parent !== undefined),
    gone: resources.some(missesParents),
    skips: resources.some(
      ({ model }) => (model.parent?.skippedStatuses.length ?? 0) > 0 || (model.forEach?.skippedStatuses.length ?? 0) > 0,
    ),
  };
  return [
    { path: 'src/internal/state.ts', text: renderTemplate('src/internal/state.ts.hbs', values) },
    ...(values.positions ? [{ path: 'src/internal/resuming.ts', text: renderTemplate('src/internal/resuming.ts.hbs', values) }] : []),
  ];
}

/** What a state must have in common with the read it is passed to: how it pages, and which path. */
export function shapeOf({ model, loop }: { readonly model: ResourceModel; readonly loop: Loop }): string {
  return `${loop.kind} of ${showTemplate(model.path)}${manner(model)}`;
}

/** How states of a resource differ from those it would have without lists, or read forwards. */
function manner({ forEach, group, incremental, changeFeed }: ResourceModel): string {
  const lists = forEach === null ? '' : ` for each ${forEach.lists.map(({ name }) => name.raw).join(', ')}`;
  return `${lists}${group === null ? '' : ', in groups'}${incremental?.last === 'min' ? ', backwards' : ''}${changeFeed === null ? '' : ', as a change feed'}`;
}

/** The options whose values say which source is read; one that is secret stands in no state. */
export function pathOptions({ path, config }: ResourceModel): readonly ConfigOption[] {
  return config.filter((option) => !option.secret && usesOption(path, option));
}

/** The option that says where an incremental read ends: a read that was to end elsewhere has other positions. */
export function endOption(resource: EmittedResource): Name | undefined {
  const { incremental } = resource.model;
  return incremental?.end?.kind === 'option' && isResumable(resource) ? incremental.end.option : undefined;
}

/** The type of what a state says of its read. */
export function stateId(resource: EmittedResource): Code {
  const { model, names } = resource;
  const keys = [
    'v',
    'resource',
    'shape',
    'origin',
    ...(pathOptions(model).length > 0 ? ['options'] : []),
    ...(endOption(resource) === undefined ? [] : ['until']),
    ...(isSplit(resource) ? ['split'] : []),
  ];
  return code`Pick<${names.state}, ${join(
    keys.map((key) => literal(key)),
    ' | ',
  )}>`;
}

/** The statement that says which read states are of. */
export function emitStateId(resource: EmittedResource): Code {
  const { model } = resource;
  const options = pathOptions(model);
  const end = endOption(resource);
  const until = end === undefined ? nothing : code`, until: ${member(code`this.#options`, end.camel)} ?? null`;
  const values = options.map(({ name }) => code`${property(name.camel)}: ${member(code`this.#options`, name.camel)}`);
  return code`const id = { v: 1, resource: ${literal(model.name.raw)}, shape: ${literal(shapeOf(resource))}, origin: new URL(this.#baseUrl).origin${options.length === 0 ? nothing : code`, options: { ${join(values, ', ')} }`}${until}${isSplit(resource) ? code`, ...(this.#split === undefined ? {} : { split: this.#split.id })` : nothing} } as const;`;
}

/** The statements that take a saved state, of a read that has no positions. */
export function emitAccepted(resource: EmittedResource): Code {
  return code`
    let { state } = ${valueFrom('internal/state', 'acceptState')}(saved, id);
    ${cursorChecks(resource)}
  `;
}

/** Which read states are of, as they say it: without the secrets that may be in it. */
function hidesId({ hidesState }: EmittedResource): Code {
  return hidesState ? code`this.#fetchPage.secrets.hide(id)` : code`id`;
}

/** The statements that read, from a saved state on. */
export function emitResuming(context: EmitContext, resource: EmittedResource): Code {
  const deadline = resource.takesDeadline ? code`, deadline` : nothing;
  return code`
    const accepted = ${valueFrom('internal/state', 'acceptState')}(state, ${hidesId(resource)}, (next) => ${positionCheck(resource)}${sinceCheck(resource)});
    ${cursorChecks(resource)}
    ${
      delegates(resource)
        ? code`
      if (${READS_FULL}) {
        ${callFull(resource)}
        return;
      }
    `
        : nothing
    }
    yield* ${valueFrom('internal/resuming', 'resuming')}(accepted, ${context.resources.some(({ parent }) => parent !== undefined) ? code`id.resource, ` : nothing}forgotten, (from) => this.#read(id, from${deadline}, signal${isKeyedFeed(resource) ? code`, forgotten` : nothing}));
  `;
}

function cursorChecks({ model }: EmittedResource): Code {
  const { incremental } = model;
  if (incremental === null) return nothing;
  if (!isKeyed({ model })) return code`if (state !== undefined) ${emitCursorCheck(incremental, model.name.raw, code`state.cursor`)}`;
  return code`for (const cursor of Object.values(state?.cursors ?? {})) ${emitCursorCheck(incremental, model.name.raw, code`cursor`)}`;
}

/** Whether what a state says of a position can be one, an expression over `next`. */
function positionCheck(resource: EmittedResource): Code {
  const { model, loop } = resource;
  const fields = (at: Code): Code =>
    join(
      [
        code`${at}.again === true`,
        ...(delegates(resource) ? [code`typeof ${at}.full === 'object'`] : []),
        ...(loop.position.length === 0 ? [] : [all(loop.position.map((field) => field.check(member(at, field.name))))]),
      ],
      ' || ',
    );
  if (!isPartitioned(resource)) return fields(code`next`);
  const outer = [
    ...(model.parent === null ? [] : [isPart(model, code`next.parent`)]),
    ...(model.forEach === null ? [] : [code`Array.isArray(next.done)`, isPart(model, code`next.partition`)]),
    ...(isWindowed(model) ? [code`${valueFrom('internal/windows', 'isWindow')}(next)`] : []),
  ];
  const page = code`(next.page === null || ${isPaged(resource) ? fields(code`next.page`) : code`next.page.again === true`})`;
  return join([...outer, page], ' && ');
}

function isPart({ group }: ResourceModel, value: Code): Code {
  return group === null ? code`typeof ${value} === 'string'` : isGroup(value);
}

function all(checks: readonly Code[]): Code {
  const [only = nothing, ...more] = checks;
  return more.length === 0 ? only : code`(${join(checks, ' && ')})`;
}
