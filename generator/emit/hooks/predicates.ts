import { type Code, code, identifier, join, nothing } from '../../code.js';
import type { HookModel, HookName } from '../../model/hooks-model.js';
import type { Loop } from '../../paginators/contract.js';

/** Whether a resource has a hook; without a name, any. */
export function isHooked({ hooks }: { readonly hooks: readonly HookModel[] }, ...names: readonly HookName[]): boolean {
  return names.length === 0 ? hooks.length > 0 : hooks.some(({ name }) => names.includes(name));
}

/** Whether some of these hooks, or any, takes its context. */
export function takesContext({ hooks }: { readonly hooks: readonly HookModel[] }, ...names: readonly HookName[]): boolean {
  return hooks.some(({ name, arity }) => arity > 1 && (names.length === 0 || names.includes(name)));
}

/** Whether a hook takes what it is given, or nothing at all. */
export function takesAny({ hooks }: { readonly hooks: readonly HookModel[] }, name: HookName): boolean {
  return hooks.some((each) => each.name === name && each.arity > 0);
}

/** A call of a hook, with as many arguments as it takes. */
export function emitHookCall(
  { hooks, names }: { readonly hooks: readonly HookModel[]; readonly names?: { readonly hooksObject: Code } },
  name: HookName,
  ...given: readonly Code[]
): Code {
  const arity = hooks.find((each) => each.name === name)?.arity ?? 0;
  return code`${names?.hooksObject ?? code`hooks`}.${identifier(name)}(${join(given.slice(0, arity), ', ')})`;
}

/**
 * A page loop whose next position is what the hook says: the pieces that read a position stand inside the loop, and those
 * that look for the next one are left out.
 */
export function withNextHook(loop: Loop): Loop {
  const { ahead: _, overlaps: _overlaps, afterNext: _after, sent: _sent, ...one } = loop; // no page is asked for before it is known where it begins
  return {
    ...one,
    summary: `${loop.summary.split(',', 1)}, as long as \`next\` in \`src/hooks.ts\` has a next page`,
    position: loop.position.slice(0, 1),
    start: nothing,
    request: code`
      ${loop.start}
      ${loop.request}
    `,
    extras: [{ name: 'following', type: nothing, value: nothing, reads: [], none: code`null` }],
    advance: code`begin = following;`,
    ends: code`following === null`,
    next: [code`...following`],
    progress: { by: 'position', position: code`JSON.stringify(following)` },
    maximum: undefined,
  };
}
