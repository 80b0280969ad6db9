// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import type { Secrets } from './redact.ts';
import type { Outgoing } from './transport/exchange.ts';

/** What requests are signed with. */
export interface Credentials {
  /** The AWS access key id. By convention kept in the environment as `AWS_ACCESS_KEY_ID`. */
  readonly accessKeyId: string;
  /** The AWS secret access key. By convention kept in the environment as `AWS_SECRET_ACCESS_KEY`. */
  readonly secretAccessKey: string;
  /** The AWS session token. By convention kept in the environment as `AWS_SESSION_TOKEN`. */
  readonly sessionToken: string;
}

/** The options of a client that stand in token requests. */
export interface AuthOptions {
  readonly region: string;
}

/** Signs requests. */
export interface Auth {
  /** Adds the credential to a request that goes to the API's own origin. */
  sign(url: URL, headers: Record<string, string>, request: Outgoing): Promise<void>;
}

/** Signs each request by AWS Signature Version 4, for `execute-api` in `{config.region}`. */
export function createAuth(options: Credentials & AuthOptions, secrets: Secrets): Auth {
  const { accessKeyId, secretAccessKey, sessionToken } = options;
  checkCredential('accessKeyId', accessKeyId);
  checkCredential('secretAccessKey', secretAccessKey);
  checkCredential('sessionToken', sessionToken);
  secrets.add('secretAccessKey', secretAccessKey);
  secrets.add('sessionToken', sessionToken);
  return {
    async sign(url: URL, headers: Record<string, string>, request: Outgoing) {
      const time = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
      const scope = `${time.slice(0, 8)}/${options.region}/execute-api/aws4_request`;
      const body = await sha256(request.body ?? '');
      headers['x-amz-date'] = time;
      headers['x-amz-security-token'] = sessionToken;
      url.search = canonicalQuery(url);
      const signed = Object.entries({ ...headers, host: url.host })
        .filter(([name]) => /^(?:host|content-type|x-amz-.+)$/.test(name))
        .sort(([one], [other]) => (one < other ? -1 : 1));
      const signedNames = signed.map(([name]) => name).join(';');
      const canonical = [
        request.method,
        url.pathname
          .split('/')
          .map((segment) => encoded(segment))
          .join('/'),
        url.search.slice(1),
        ...signed.map(([name, value]) => `${name}:${value.trim().replace(/ +/g, ' ')}`),
        '',
        signedNames,
        body,
      ].join('\n');
      let key: Uint8Array = new TextEncoder().encode(`AWS4${secretAccessKey}`);
      for (const part of scope.split('/')) key = await hmac(new Uint8Array(key), part);
      const signature = hex(
        await hmac(new Uint8Array(key), ['AWS4-HMAC-SHA256', time, scope, await sha256(canonical)].join('\n')),
      );
      headers['authorization'] =
        `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope}, SignedHeaders=${signedNames}, Signature=${signature}`;
    },
  };
}

/** A query as it is signed: by name and value, everything encoded that has to be. */
function canonicalQuery(url: URL): string {
  const pairs = Array.from(url.searchParams, ([name, value]) => [encoded(name), encoded(value)] as const);
  const inOrder = pairs.sort(([a, one], [b, other]) => (a === b ? (one < other ? -1 : 1) : a < b ? -1 : 1));
  return inOrder.map(([name, value]) => `${name}=${value}`).join('&');
}

/** Percent-encoded as RFC 3986 has it. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** The code of a text by a key (RFC 2104). */
async function hmac(key: Parameters<typeof crypto.subtle.importKey>[1], text: string): Promise<Uint8Array> {
  const how = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('raw', key, how, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign(how, imported, new TextEncoder().encode(text)));
}

async function sha256(text: string): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Checked before it is sent: the error of a `fetch` would show it. */
function checkCredential(option: string, value: unknown): void {
  if (typeof value === 'string' && /^[\x21-\x7e]+$/.test(value)) return;
  throw new TypeError(`${option}: expected a text of visible ASCII characters without spaces`);
}
