// Code generated from specs/analytics.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/analytics.yaml

import type { Secrets } from './redact.ts';

/** What requests are signed with. */
export interface Credentials {
  /** The API key, sent as the query parameter `api_key`. By convention kept in the environment as `ANALYTICS_API_KEY`. */
  readonly apiKey: string;
}

/** Signs requests. */
export interface Auth {
  /** Adds the credential to a request that goes to the API's own origin. */
  sign(url: URL, headers: Record<string, string>): void;
}

/** Sends the key as the query parameter `api_key`. */
export function createAuth({ apiKey }: Credentials, secrets: Secrets): Auth {
  checkCredential('apiKey', apiKey);
  secrets.add('apiKey', apiKey);
  return {
    sign(url: URL) {
      url.searchParams.set('api_key', apiKey);
    },
  };
}

/** Checked before it is sent: the error of a `fetch` would show it. */
function checkCredential(option: string, value: unknown): void {
  if (typeof value === 'string' && /^[\x21-\x7e]+$/.test(value)) return;
  throw new TypeError(`${option}: expected a text of visible ASCII characters without spaces`);
}
