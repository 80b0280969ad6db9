// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import type { Secrets } from './redact.ts';

/** What requests are signed with. */
export interface Credentials {
  /** The access token, sent as `Authorization: Bearer …`. By convention kept in the environment as `GITHUB_ISSUES_TOKEN`. */
  readonly token: string;
}

/** Signs requests. */
export interface Auth {
  /** Adds the credential to a request that goes to the API's own origin. */
  sign(url: URL, headers: Record<string, string>): void;
}

/** Sends the token as `Authorization: Bearer …`. */
export function createAuth({ token }: Credentials, secrets: Secrets): Auth {
  checkCredential('token', token);
  secrets.add('token', token);
  return {
    sign(_url: URL, headers: Record<string, string>) {
      headers['authorization'] = `Bearer ${token}`;
    },
  };
}

/** Checked before it is sent: the error of a `fetch` would show it. */
function checkCredential(option: string, value: unknown): void {
  if (typeof value === 'string' && /^[\x21-\x7e]+$/.test(value)) return;
  throw new TypeError(`${option}: expected a text of visible ASCII characters without spaces`);
}
