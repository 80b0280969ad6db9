import { type Code, code, identifier, isIdentifier, lineComment, property, use } from '../code.js';
import type { ConnectorModel, ResourceModel } from '../model/connector-model.js';
import { hooksOf, type HookModel } from '../model/hooks-model.js';
import { keepsSecrets } from '../model/secrets.js';
import { paginatorOf } from '../model/paginator.js';
import type { Loop } from '../paginators/contract.js';
import type { ResourceRecord } from '../types/model.js';
import { namesOfResource } from '../types/type-names.js';
import { keepsRecordType } from '../model/kept-records.js';
import { isHooked, withNextHook } from './hooks/predicates.js';
import { takesDeadline } from '../model/deadlines.js';
import { withSpaces } from './reading/url.js';
import { emitOwnRetry } from './transport/retry.js';

/** What every emitter needs to know beside the model. */
export interface EmitContext {
  readonly model: ConnectorModel;
  /** The two lines every source file begins with. */
  readonly header: Code;
  /** `Analytics`, before the names of the client and the errors. */
  readonly prefix: Code;
  /** `analytics`: what examples call a client. */
  readonly client: Code;
  readonly resources: readonly EmittedResource[];
  /** What a place counts beside its record: `discardedRows`, `discardedValues`. */
  readonly counters: readonly Counter[];
  /** Whether some record may hold a `bigint`. */
  readonly exactNumbers: boolean;
}

export type Counter = 'discardedRows' | 'discardedValues';

export interface EmittedResource {
  readonly model: ResourceModel;
  readonly record: ResourceRecord;
  readonly loop: Loop;
  readonly hooks: readonly HookModel[];
  /** Whether its state may hold what the API sent, and in that a secret. */
  readonly hidesState: boolean;
  /** Whether its `map` makes another type of its records. */
  readonly mapsTo: boolean;
  /** The resource whose records this one is read for. */
  readonly parent: EmittedResource | undefined;
  /** The resource that is read in full where this one has no state. */
  readonly full: EmittedResource | undefined;
  /** Whether its reads may have a deadline. */
  readonly takesDeadline: boolean;
  /** What it tries again in another way than the client; undefined: nothing. */
  readonly retry: Code | undefined;
  /** `EventsResource`, `EventsPage`, … */
  readonly names: ResourceNames;
}

export interface ResourceNames {
  readonly property: Code;
  readonly resource: Code;
  readonly page: Code;
  readonly state: Code;
  readonly options: Code;
  readonly select: Code;
  /** `readEventsJob` */
  readonly readJob: Code;
  /** `changeEvents` */
  readonly change: Code;
  /** `actOnEvents` */
  readonly act: Code;
  /** `hookedEvents` */
  readonly hooked: Code;
  /** `EventsHooks` */
  readonly hooks: Code;
  /** `EventsHookSet`: those that the hooks file has. */
  readonly hookSet: Code;
  /** `EventsHookContext` */
  readonly hookContext: Code;
  /** `EventsPosition` */
  readonly position: Code;
  /** `EventsMapped` */
  readonly mapped: Code;
  /** `EventsSplit`: a unit of a split read */
  readonly split: Code;
  /** `EventsSplitOptions` */
  readonly splitOptions: Code;
  /** `EventsPart`: what it is read for, one after the other. */
  readonly part: Code;
  /** `hooks`: the object of the hooks file that has its functions. */
  readonly hooksObject: Code;
}

export function emitContext(model: ConnectorModel): EmitContext {
  const prefix = identifier(model.name.pascal);
  const { types } = model.records;
  const made = new Map<string, EmittedResource>();
  return {
    model,
    header: sourceHeader(model.specPath),
    prefix,
    client: identifier(isIdentifier(model.name.camel) ? model.name.camel : `${model.name.camel}Client`),
    resources: model.resources.map((resource) => emittedResource(resource, model, prefix, made)),
    counters: [
      ...(types.some((type) => type.mayDiscardRows) ? ['discardedRows' as const] : []),
      ...(types.some((type) => type.mayDiscardValues) ? ['discardedValues' as const] : []),
    ],
    exactNumbers: types.some((type) => type.mayHoldBigints),
  };
}

function emittedResource(
  resource: ResourceModel,
  model: ConnectorModel,
  prefix: Code,
  made: Map<string, EmittedResource>,
): EmittedResource {
  const known = made.get(resource.name.raw);
  if (known !== undefined) return known;
  const record = model.records.resources.find((each) => each.resource === resource.name.raw);
  if (record === undefined) throw new Error(`no record for ${resource.name.raw}`);
  const parent = model.resources.find((each) => each.name.raw === resource.parent?.resource.raw);
  const full = model.resources.find((each) => each.name.raw === resource.full?.raw);
  const { pascal, camel } = resource.name;
  const own = namesOfResource(pascal);
  const hooks = hooksOf(model.hooks, resource.name.raw);
  const hooked = isHooked({ hooks }, 'next');
  const emitLoop = (hidesState: boolean): Loop =>
    paginatorOf(resource.paginator.type).emit(resource.paginator, {
      responseError: code`${prefix}ResponseError`,
      position: hooked ? code`begin` : positionOf(resource, hidesState),
    });
  const keepsTexts =
    resource.parent !== null || resource.full !== null || hooked || emitLoop(false).position.some(({ type }) => type.text !== 'number');
  const hidesState = keepsSecrets(model) && keepsTexts;
  const loop = emitLoop(hidesState);
  const emitted: EmittedResource = {
    model: resource,
    record,
    loop: withSpaces(hooked ? withNextHook(loop) : loop, resource),
    hidesState,
    hooks,
    mapsTo: isHooked({ hooks }, 'map') && !keepsRecordType(model, resource),
    takesDeadline: takesDeadline(model, resource),
    retry: emitOwnRetry(model, resource),
    parent: parent === undefined ? undefined : emittedResource(parent, model, prefix, made),
    full: full === undefined ? undefined : emittedResource(full, model, prefix, made),
    names: {
      property: property(camel),
      resource: identifier(`${pascal}Resource`),
      page: identifier(own('Page')),
      state: identifier(own('State')),
      options: identifier(own('ReadOptions')),
      select: identifier(`select${pascal}`),
      readJob: identifier(`read${pascal}Job`),
      change: identifier(`change${pascal}`),
      act: identifier(`actOn${pascal}`),
      hooked: identifier(`hooked${pascal}`),
      hooks: identifier(own('Hooks')),
      hookSet: identifier(own('HookSet')),
      hookContext: identifier(own('HookContext')),
      position: identifier(own('Position')),
      mapped: identifier(own('Mapped')),
      split: identifier(own('Split')),
      splitOptions: identifier(own('SplitOptions')),
      part: identifier(own('Part')),
      hooksObject: use({ name: camel, as: 'hooks', file: 'src/hooks.ts', kind: 'value' }),
    },
  };
  made.set(resource.name.raw, emitted);
  return emitted;
}

/** Where a loop finds the position that was saved: in the state, or in what it says of this part, or of this window. */
function positionOf({ parent, forEach, incremental, splits, changeFeed }: ResourceModel, hidesState: boolean): Code {
  if (incremental !== null && incremental.step !== null) return code`window.page`;
  const begins = changeFeed !== null && changeFeed.param === null;
  if (parent !== null || forEach !== null) return begins ? code`(part.resumed?.page ?? since)` : code`part.resumed?.page`;
  const saved = code`${savedState({ hidesState })}?.next`;
  if (begins) return code`(${saved} ?? since)`;
  return splits === 'pages' ? code`(${saved} ?? this.#split?.from)` : saved;
}

/** What a loop reads of the state it was given: where that may have placeholders for secrets, a copy with the secrets. */
export function savedState({ hidesState }: Pick<EmittedResource, 'hidesState'>): Code {
  return hidesState ? code`filled` : code`state`;
}

/** No version and no date: they would change every file at every release. */
function sourceHeader(specPath: string): Code {
  return code`
    ${lineComment(`Code generated from ${specPath}. DO NOT EDIT.`)}
    ${lineComment(`Regenerate with: npx tapwright generate ${specPath}`)}
  `;
}
