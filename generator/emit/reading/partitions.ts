import { type Code, code, identifier, join, literal, nothing, use } from '../../code.js';
import { showPath, type Path } from '../../selector.js';
import { savedState, type EmitContext, type EmittedResource } from '../context.js';
import { errorClass, valueFrom } from '../symbols.js';
import { emitFound, fromOwnPosition, isKeyedFeed } from './change-feed.js';
import { emitBounds } from './cursor-bounds.js';
import { failureCount, halvesWindows, isKeyed, isOfBoth, isPaged, isWindowed, listsDone } from './kinds.js';
import { emitPages, emitPlace } from './loop.js';
import { boundNames } from './names.js';
import { accessParent } from './references.js';
import { emitTurn, partIsComplete, partPosition } from './turn.js';
import { nullCheck } from './parts.js';
import { cursorOfPart, joinsGroup, withCursor } from './groups.js';
import { emitUrl } from './url.js';
import { emitWindows } from './windows.js';

/** The statement that refuses a parent with null where a request needs a value, and a value that would be taken for two. */
export function refuseNull(context: EmitContext, resource: EmittedResource, at: { readonly page: Code; readonly state: Code }): Code {
  const { model } = resource;
  if (model.group !== null) return refuseSeparator(context, resource, model.group.separator, at);
  const missing = model.parent?.onNull === 'fail' ? nullCheck(resource, code`part.parent`) : nothing;
  const nullables = (model.parent?.fields ?? []).filter((field) => field.nullable);
  const refuse = (condition: Code, words: string): Code => code`
    if (${condition}) {
      throw new ${errorClass(context, 'ResponseError')}(${emitPlace(context, resource, at.page, at.state)}, 'parent_without_value', ${literal(words)});
    }
  `;
  const segments = textsInPath(resource).map((path) =>
    refuse(code`!${IS_SEGMENT}(${accessParent(code`part.parent`, path)})`, `a parent has a ${showPath(path)} that cannot stand in a path`),
  );
  return code`
    ${missing === nothing ? nothing : refuse(missing, `a parent has null in ${nullables.map(({ path }) => showPath(path)).join(', ')}`)}
    ${segments}
  `;
}

/** The statement that refuses a value with the separator of its group in it: the API would take it for two. */
function refuseSeparator(
  context: EmitContext,
  resource: EmittedResource,
  separator: string,
  at: { readonly page: Code; readonly state: Code },
): Code {
  if (!joinsGroup(resource)) return nothing;
  const { parent } = resource.model;
  const [error, whose] = parent === null ? ['invalid_option', 'the values'] : ['parent_without_value', 'the parents'];
  const words = `one of ${whose} holds ${JSON.stringify(separator)}, which stands between those of a group: say another separator`;
  return code`
    if (part.keys.some((key) => key.includes(${literal(separator)}))) {
      throw new ${errorClass(context, 'ResponseError')}(${emitPlace(context, resource, at.page, at.state)}, ${literal(error)}, ${literal(words)});
    }
  `;
}

const IS_SEGMENT = use({ name: 'isSegment', file: 'src/internal/path.ts', kind: 'value' });

/** Fields of the parent that the path of each request has, and that may be any text. */
function textsInPath({ model, parent }: EmittedResource): readonly Path[] {
  return model.path.flatMap((part) => {
    if (typeof part === 'string' || part.kind !== 'parent') return [];
    const [first, ...more] = part.field;
    const type = parent?.record.type.fields.find(({ name }) => first?.kind === 'key' && name === first.key)?.type.kind;
    return more.length === 0 && type !== undefined && /^(?:integer|number|boolean|bigint|decimal|time)$/.test(type) ? [] : [part.field];
  });
}

/** The members of a state's `next` that lead to a part. */
export function partMembers({ model }: EmittedResource): readonly Code[] {
  if (isOfBoth({ model })) return [code`parents: part.parents`, code`parent: part.of`, code`done: part.done`, code`partition: part.value`];
  if (model.parent !== null) return [code`parents: part.parents`, code`parent: part.key`];
  return model.forEach === null ? [] : [code`done`, code`partition: part.key`];
}

/** The pages of a part, or of a read that is cut into windows: in a `try` where errors of one part are passed over. */
export function emitPart(context: EmitContext, resource: EmittedResource): Code {
  const { model } = resource;
  const { incremental } = model;
  const saved = isKeyed({ model }) ? code`part.resumed` : code`${savedState(resource)}?.next`;
  const windowed = isWindowed(model);
  const names = boundNames(resource);
  const windows = windowed ? emitWindows(context, resource, saved, names) : undefined;
  const done =
    listsDone({ model }) && !windowed ? (isPaged(resource) ? code`if (next === null) ${doneWith(resource)}` : doneWith(resource)) : nothing;
  const position = join(
    [
      ...partMembers(resource),
      ...(windowed ? [code`since: window.since`, code`until: window.until`, code`read`] : []),
      partPosition(resource),
    ],
    ', ',
  );
  const pages = emitPages(context, resource, {
    saved: windowed ? code`window.page` : code`${saved}?.page`,
    number: code`page: ++page`,
    state: code`state`,
    head: code`for (;;)`,
    before:
      halvesWindows(resource) && windows !== undefined
        ? code`
            if (${resource.loop.maximum?.passed ?? nothing}) {
              ${windows.halve}
            }
          `
        : undefined,
    turn: code`
      ${emitTurn(resource, { complete: partIsComplete(resource), next: code`{ ${position} }`, before: done })}
      ${isKeyedFeed(resource) ? code`restarted = false;` : nothing}
    `,
    leave: code`break;`,
  });
  const first = code`
    ${emitUrl(resource)}
    ${pages}
  `;
  const read =
    windows === undefined
      ? code`
      ${incremental === null ? nothing : emitBounds(incremental, names)}
      ${fromOwnPosition(resource, first, code`state`)}
    `
      : code`
      ${windows.before}
      const windows = ${windows.windows};
      ${halvesWindows(resource) ? code`windows: ` : nothing}for (const window of windows) {
        const read = ${windows.enter};
        ${windows.bounds}
        ${first}
      }
      ${isKeyed({ model }) ? code`cursors = ${withCursor(resource, code`bookmark.toState(true)`)};` : nothing}
      ${listsDone({ model }) ? doneWith(resource) : nothing}
    `;
  const bookmark = incremental === null ? nothing : code`const bookmark = this.#cursorFrom(${savedCursor(resource)}, state);`;
  return code`
    ${emitFound(resource)}
    ${bookmark}
    ${read}
  `;
}

/** The statement that says that a part is read. */
export function doneWith({ model }: EmittedResource): Code {
  return code`done = [...done, ${model.group === null ? code`part.key` : code`...part.keys`}];`;
}

/** What a state says of the cursor of a part. */
export function savedCursor(resource: EmittedResource): Code {
  return isKeyed(resource) ? cursorOfPart(resource) : code`${savedState(resource)}?.cursor`;
}

/** Statements, in a `try` where errors of one part are passed over. */
export function passingOver(context: EmitContext, resource: EmittedResource, pages: Code): Code {
  const failed = failureCount(resource);
  if (failed === undefined) return pages;
  const { parent, forEach } = resource.model;
  const statuses = parent?.skippedStatuses ?? forEach?.skippedStatuses ?? [];
  return code`
    try {
      ${pages}
    } catch (error) {
      // what concerns one of them, and not a position that a state had of it, concerns no other
      if (!(error instanceof ${errorClass(context, 'HttpError')}) || !${literal(statuses)}.includes(error.status) || ${valueFrom('internal/resuming', 'carriesPosition')}(part.resumed, error)) throw error;
      ${identifier(failed)}++;
      refusal = error;
      ${listsDone(resource) ? doneWith(resource) : nothing}
    }
  `;
}

/** Statements after the parts: where the API refused all of them, nothing of it was read. */
export function refuseAllRefused(resource: EmittedResource): Code {
  const failed = failureCount(resource);
  if (failed === undefined) return nothing;
  return code`
    if (refusal !== undefined && !anyRead) throw ${valueFrom('internal/resuming', 'allRefused')}(refusal, ${identifier(failed)}, state);
  `;
}
