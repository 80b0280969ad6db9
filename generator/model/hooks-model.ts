/** What a hook may be called, in the order that they run. */
export const HOOK_NAMES = ['request', 'authenticate', 'select', 'next', 'filter', 'map'] as const;

export type HookName = (typeof HOOK_NAMES)[number];

/** The hooks that all resources share. */
export const CLIENT_HOOKS: readonly HookName[] = ['authenticate'];

/** Which hooks a hooks file has. */
export interface HooksModel {
  /** `specs/analytics.hooks.ts`, as the header of its copy names it. */
  readonly path: string;
  /** Those of `client`. */
  readonly client: readonly HookModel[];
  /** Those of each resource, by the name in the spec; a resource without any is not among them. */
  readonly resources: readonly ResourceHooks[];
}

export interface ResourceHooks {
  readonly resource: string;
  readonly hooks: readonly HookModel[];
  /** Whether what is read has the type that `map` is found to return: none is written, and none is given. */
  readonly inferred: boolean;
}

export interface HookModel {
  readonly name: HookName;
  /** How many arguments it takes: 0, 1 or 2. The second is its context. */
  readonly arity: number;
}

/** The hooks of one resource. */
export function hooksOf(hooks: HooksModel | null, resource: string): readonly HookModel[] {
  return hooks?.resources.find((each) => each.resource === resource)?.hooks ?? [];
}
