import { type Code, code, identifier, join, literal, nothing, property } from '../../code.js';
import type { HookName } from '../../model/hooks-model.js';
import { accessPath } from '../../selector.js';
import type { TestedResource, TestPlan } from './plan.js';

/** Hooks that stand aside in tests of everything else: they take what is recorded as it is. */

/** How a recording makes the hooks stand aside; nothing where there are none. */
export function emitStandAside(plan: Pick<TestPlan, 'context' | 'resources'>): Code {
  if (standIns(plan) === nothing) return nothing;
  const asks = plan.resources.some(({ hooks }) => hooks.some(({ name }) => REPLAYED.includes(name)));
  return code`standAside(${asks ? code`JSON.parse(text).synthesised === true` : nothing});`;
}

/** What makes the hooks stand aside in the tests of a package, and its imports. */
export function standIns({ context, resources }: Pick<TestPlan, 'context' | 'resources'>): Code {
  const { hooks } = context.model;
  if (hooks === null || (hooks.resources.length === 0 && hooks.client.length === 0)) return nothing;
  const inRecordings = resources.flatMap((resource) =>
    resource.hooks.filter(({ name }) => REPLAYED.includes(name)).map(({ name }) => standIn(resource, name)),
  );
  const always = [
    ...hooks.client.map(() => aside(code`client`, 'authenticate', code`async () => {}`)),
    ...resources.flatMap((resource) =>
      resource.hooks.filter(({ name }) => !REPLAYED.includes(name)).map(({ name }) => standIn(resource, name)),
    ),
  ];
  return code`
    import { vi } from 'vitest';
    import { ${join(importsOf({ context, resources }), ', ')} } from '../src/hooks.ts';

    /**
     * Switches the hooks off: requests are compared before they are signed, and records as the API sent them. What the
     * hooks do is in \`hooks.test.ts\`.${inRecordings.length === 0 ? nothing : code` A recording that was made up is not as they would have it at all.`}
     */
    function standAside(${inRecordings.length === 0 ? nothing : code`isMadeUp: boolean`}): void {
      vi.restoreAllMocks();
      ${always}
      ${
        inRecordings.length === 0
          ? nothing
          : code`
        if (!isMadeUp) return;
        ${inRecordings}
      `
      }
    }
  `;
}

/** Hooks that a recording was made with. */
const REPLAYED: readonly HookName[] = ['request', 'select', 'next'];

export function importsOf({ context, resources }: Pick<TestPlan, 'context' | 'resources'>): readonly Code[] {
  return [
    ...(context.model.hooks?.client.length === 0 ? [] : [code`client`]),
    ...resources
      .filter(({ hooks }) => hooks.length > 0)
      .map((resource) => code`${property(resource.model.name.camel)} as ${objectOf(resource)}`),
  ];
}

/** What the tests call the hooks of a resource. */
export function objectOf({ model }: TestedResource): Code {
  return identifier(`${model.name.camel}Hooks`);
}

function standIn(resource: TestedResource, name: HookName): Code {
  const object = objectOf(resource);
  switch (name) {
    case 'request':
    case 'authenticate':
      return aside(object, name, code`async () => {}`);
    case 'filter':
      return aside(object, name, code`() => true`);
    case 'map':
      return aside(object, name, code`(...[record]: unknown[]) => record as never`);
    case 'next':
      return aside(object, name, code`() => null as never`);
    case 'select':
      return aside(object, name, code`(...[body]: unknown[]) => [${accessPath(code`body`, resource.model.selector)}].flat() as never`);
  }
}

function aside(object: Code, name: HookName, implementation: Code): Code {
  return code`vi.spyOn(${object}, ${literal(name)}).mockImplementation(${implementation});`;
}
