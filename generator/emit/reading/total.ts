import { type Code, code, jsdoc, nothing } from '../../code.js';
import type { EmittedResource } from '../context.js';
import { delegates } from './delegating.js';
import { isPartitioned } from './kinds.js';

/** What the total of an answer counts; undefined where answers have none. A read in parts has a total for each part, and none of the whole. */
function totalOf(resource: EmittedResource): 'records' | 'pages' | undefined {
  if (isPartitioned(resource) || delegates(resource)) return undefined;
  return resource.loop.extras.find(({ counts }) => counts !== undefined)?.counts;
}

/** Whether some resource has one. */
export function hasTotals(resources: readonly EmittedResource[]): boolean {
  return resources.some((resource) => totalOf(resource) !== undefined);
}

/** What a page calls it. */
export function totalName(resource: EmittedResource): 'total' | 'totalPages' | undefined {
  const counts = totalOf(resource);
  return counts === undefined ? undefined : counts === 'pages' ? 'totalPages' : 'total';
}

/** The member of the type of a page. */
export function emitTotalType(resource: EmittedResource): Code {
  const counts = totalOf(resource);
  if (counts === undefined) return nothing;
  return code`
    ${jsdoc(`How many ${counts} the API says that there are; 0 where an answer has no content.`)}
    readonly ${counts === 'pages' ? code`totalPages` : code`total`}: number;
  `;
}

/** The member of a page: `total`, which the loop has from the answer. */
export function emitTotal(resource: EmittedResource): readonly Code[] {
  const counts = totalOf(resource);
  return counts === undefined ? [] : [counts === 'pages' ? code`totalPages: total` : code`total`];
}
