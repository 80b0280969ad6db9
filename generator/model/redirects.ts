import type { EndpointSpec } from '../spec/document.js';

/** The origins that a spec lets redirects lead to. */
export function originsOf({ allow }: NonNullable<EndpointSpec['redirects']>): readonly string[] {
  return [...new Set(allow.map((url) => new URL(url).origin))];
}
