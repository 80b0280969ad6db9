import { type Code, code, docWords, identifier, jsdoc, literal, nothing } from '../../code.js';
import { granuleOf } from '../../incremental/step.js';
import { savedState, type EmitContext, type EmittedResource } from '../context.js';
import { valueFrom } from '../symbols.js';
import { describeUnit } from './split-types.js';
import { isFeed } from './change-feed.js';
import { isResumable } from './kinds.js';
import { refuseUnoffered } from './offered.js';
import { isSplit, splitKind } from './split-kinds.js';
import { lastOf, nth, rounded } from './windows.js';

const helper = (name: string): Code => valueFrom('internal/splits', name);

/** The statement at the beginning of `pages` that leaves a unit to a resource that reads nothing else. */
export function emitUnitRead(resource: EmittedResource): Code {
  if (!isSplit(resource)) return nothing;
  const deadline = resource.takesDeadline ? code`, deadlineMs` : nothing;
  const passed = isResumable(resource) ? code`state` : code`saved`;
  return code`
    if (split !== undefined) {
      yield* this.#unit(split).pages({ state: ${beginning(resource, passed)}, signal${deadline}${isResumable(resource) ? code`, forgotten` : nothing} });
      return;
    }
  `;
}

/** The state that a unit begins with, where it is given the one of the last complete read: as much of that as concerns it. */
function beginning(resource: EmittedResource, state: Code): Code {
  const { incremental } = resource.model;
  const part = (own: Code): Code => code`${helper('unitState')}(${state}, split, ${own})`;
  const kind = splitKind(resource);
  const feed = isFeed(resource);
  if (incremental === null && !feed) return part(code`() => undefined`);
  if (kind === 'window') return part(code`(last) => (split.part === 1 ? last : undefined)`);
  if (kind !== 'values' && kind !== 'parents') return part(code`(last) => last`);
  const keys = kind === 'values' ? code`values` : code`parents`;
  const held = feed ? code`positions` : code`cursors`;
  return part(code`(last) => ({ ...last, ${held}: ${helper('cursorsOf')}(last.${held}, split.${keys}) })`);
}

/** `splits()`, and what reads one of them. */
export function emitSplitMethods(context: EmitContext, resource: EmittedResource, args: readonly Code[]): readonly Code[] {
  if (!isSplit(resource)) return [];
  const { names, model } = resource;
  const wholly = splitKind(resource) === 'whole';
  const takes = wholly
    ? code`_options: ${names.splitOptions} = {}`
    : splitKind(resource) === 'window'
      ? code`{ units, state }: ${names.splitOptions} = {}`
      : splitKind(resource) === 'values'
        ? code`{ units }: ${names.splitOptions} = {}`
        : code`{ units, signal }: ${names.splitOptions} = {}`;
  return [
    code`
      ${jsdoc(docWords(`Independent units of a read: ${describeUnit(resource)}. Read in any order, anywhere, they are what one read is.`))}
      async splits(${takes}): Promise<readonly ${names.split}[]> {
        ${refuseUnoffered(context, resource)}
        ${planOf(resource)}
      }
    `,
    code`
      /** Reads a unit, and nothing else. */
      #unit(split: ${names.split}): ${names.resource} {
        ${helper('checkSplit')}(split, ${literal(model.name.raw)}, ${literal(splitKind(resource) ?? 'whole')}, ${shapeCheck(resource)});
        ${knownValues(context, resource)}
        return new ${names.resource}(${args.map((each, index) => (index === 0 ? each : code`, ${each}`))}, split);
      }
    `,
  ];
}

/** Whether the members of its kind are what they have to be, an expression. */
function shapeCheck(resource: EmittedResource): Code {
  switch (splitKind(resource)) {
    case 'window':
      return code`!Number.isNaN(Date.parse(split.until)) && (split.since === null || !Number.isNaN(Date.parse(split.since)))`;
    case 'values':
      return code`Array.isArray(split.values)`;
    case 'parents':
      return code`Array.isArray(split.parents)`;
    case 'pages':
      return code`(split.from === null || Number.isSafeInteger(split.from.${resource.loop.ahead?.position ?? nothing})) && (split.until === null || Number.isSafeInteger(split.until))`;
    default:
      return code`true`;
  }
}

/** The statement that refuses values that the options of this client do not have: they would be passed over without a word. */
function knownValues(_context: EmitContext, resource: EmittedResource): Code {
  if (splitKind(resource) !== 'values') return nothing;
  return code`${helper('checkValues')}(split, Array.from(this.#partsAfter(undefined), ({ key }) => key));`;
}

function planOf(resource: EmittedResource): Code {
  const { model } = resource;
  const name = literal(model.name.raw);
  switch (splitKind(resource)) {
    case 'window':
      return windows(resource);
    case 'values':
      return code`
        const values = Array.from(this.#partsAfter(undefined), ({ key }) => key);
        return ${helper('valueSplits')}(${name}, values, units);
      `;
    case 'parents':
      return code`
        const parents = [];
        for await (const { key, parents: after = null } of this.#partsAfter(undefined${resource.takesDeadline ? code`, Infinity` : nothing}, signal)) parents.push({ key, after });
        return ${helper('parentSplits')}(${name}, parents, units);
      `;
    case 'pages':
      return code`
        await this.first(1, { signal });
        return ${helper('pageSplits')}(${name}, this.#seen, ${positionAt(resource)}, units);
      `;
    default:
      return code`return [${helper('wholeSplit')}(${name})];`;
  }
}

/** A function: the position of a page, of which it is known how many come before it, and how many records. */
function positionAt({ loop }: EmittedResource): Code {
  const [, other] = loop.position;
  const first = loop.ahead?.position ?? nothing;
  if (other === undefined) return code`(${first}) => ({ ${first} })`;
  const counts = identifier(other.name);
  return code`(${first}, ${other.name === 'pages' ? counts : code`_pages, ${counts}`}) => ({ ${first}, ${counts} })`;
}

function windows(resource: EmittedResource): Code {
  const { model } = resource;
  const { incremental } = model;
  if (incremental === null) return nothing;
  const name = literal(model.name.raw);
  const { step } = incremental;
  const bookmark = code`const bookmark = this.#cursorFrom(${savedState({ hidesState: false })}?.cursor, state);`;
  if (step !== null) {
    return code`
      ${bookmark}
      const origin = ${rounded('floor', code`(bookmark.begin ?? 0)`, step)};
      const edges = ${helper('edgesUntil')}(${lastOf(incremental, step)}, (n) => ${nth(step)});
      return ${helper('windowSplits')}(${name}, edges, units);
    `;
  }
  const granule = Math.max(
    1000,
    incremental.kind === 'date' ? 86_400_000 : (granuleOf(incremental.requestFormat ?? incremental.recordFormat) ?? 86_400_000),
  );
  const whole = { months: 0, ms: granule, granule };
  const now = rounded('ceil', code`this.#wallClock()`, whole);
  const end = incremental.end === null ? now : code`bookmark.end ?? ${now}`;
  return code`
    ${bookmark}
    const edges = ${helper('evenEdges')}(bookmark.begin, ${end}, ${literal(granule)}, units);
    return ${helper('windowSplits')}(${name}, edges, units);
  `;
}
