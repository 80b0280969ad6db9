// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import type { Secrets } from './redact.ts';

/** What requests are signed with. */
export interface Credentials {
  /** A secret that requests are signed with. By convention kept in the environment as `QUEUE_ACCESS_KEY_ID`. */
  readonly accessKeyId: string;
  /** A secret that requests are signed with. By convention kept in the environment as `QUEUE_SECRET_ACCESS_KEY`. */
  readonly secretAccessKey: string;
}

/** Signs requests. */
export interface Auth {
  /** Adds the credential to a request that goes to the API's own origin. */
  sign(url: URL, headers: Record<string, string>): void;
}

/** Keeps the credentials that the hook authenticate signs with. */
export function createAuth({ accessKeyId, secretAccessKey }: Credentials, secrets: Secrets): Auth {
  checkCredential('accessKeyId', accessKeyId);
  checkCredential('secretAccessKey', secretAccessKey);
  secrets.add('accessKeyId', accessKeyId);
  secrets.add('secretAccessKey', secretAccessKey);
  return {
    sign() {},
  };
}

/** Checked before it is sent: the error of a `fetch` would show it. */
function checkCredential(option: string, value: unknown): void {
  if (typeof value === 'string' && /^[\x21-\x7e]+$/.test(value)) return;
  throw new TypeError(`${option}: expected a text of visible ASCII characters without spaces`);
}
