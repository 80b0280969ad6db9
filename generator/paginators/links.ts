import { type Code, code, nothing } from '../code.js';
import type { Place } from '../selector.js';
import { choice, optional } from '../shape.js';

/** What paginators that follow links have in common. */

/** What a relative link is relative to. */
export type LinkBase = 'request' | 'base_url';

/** The key that says it. */
export const linkBaseKey = optional(
  choice('what links are relative to', ['request', 'base_url'], {
    description: 'What a relative link is relative to: the URL of the request, as in browsers, or base_url, as with OData.',
    default: 'request',
  }),
);

/** The variable with the URL that links are relative to, and the statement that declares it. */
export function emitLinkBase(base: LinkBase): { readonly name: 'url' | 'base'; readonly variable: Code; readonly statement: Code } {
  return base === 'request'
    ? { name: 'url', variable: code`url`, statement: nothing }
    : { name: 'base', variable: code`base`, statement: code`const base = new URL(\`\${this.#baseUrl}/\`);` };
}

/** A link of a made-up API to another query of the same URL, as relative as such an API sends it. */
export function shownLink(base: LinkBase, target: URL, index: number): string {
  if (index > 0) return target.href;
  return base === 'request' && target.search !== '' ? target.search : target.pathname + target.search;
}

/** Whether a place is that of a single value. */
export function isSingle(path: Place): boolean {
  return path.length > 0 && path.at(-1)?.kind !== 'where' && path.every((step) => step.kind !== 'every');
}
