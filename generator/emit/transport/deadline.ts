import { type Code, code, count, jsdoc, nothing, thousands } from '../../code.js';
import type { EmittedResource } from '../context.js';

/** The option of a read. */
export function deadlineOption(resource: EmittedResource): Code {
  if (!resource.takesDeadline) return nothing;
  const { deadlineMs } = resource.model;
  const most = deadlineMs === null ? 'Infinity' : thousands(deadlineMs);
  return code`
    ${jsdoc(`How long the read may take, in milliseconds; then it ends with an error that carries the state. Default: ${most}.`)}
    readonly deadlineMs?: number | undefined;
  `;
}

/** Among the options of \`pages()\`: ", deadlineMs = 300_000". */
export function deadlineParameter(resource: EmittedResource): Code {
  if (!resource.takesDeadline) return nothing;
  return code`, deadlineMs = ${resource.model.deadlineMs === null ? code`Infinity` : count(resource.model.deadlineMs)}`;
}

/** The statement with which a read begins. */
export function deadlineStart(resource: EmittedResource): Code {
  return resource.takesDeadline ? code`const deadline = this.#now() + deadlineMs;` : nothing;
}

/** What a child passes to the read of its parents: the time that it has itself. */
export function deadlineOfParents(resource: EmittedResource): Code {
  return resource.parent === undefined ? nothing : deadlineOf(resource, resource.parent);
}

/** What a resource passes to the read of another one. */
export function deadlineOf(resource: EmittedResource, other: EmittedResource): Code {
  if (!other.takesDeadline) return nothing;
  return resource.takesDeadline ? code`, deadlineMs: deadline - this.#now()` : code`, deadlineMs: Infinity`;
}
