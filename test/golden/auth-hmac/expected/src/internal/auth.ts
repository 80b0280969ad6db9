// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import type { Secrets } from './redact.ts';
import type { Outgoing } from './transport/exchange.ts';

/** What requests are signed with. */
export interface Credentials {
  /** The key, which says who asks. By convention kept in the environment as `EXCHANGE_API_KEY`. */
  readonly apiKey: string;
  /** The secret that signs requests, in base64. By convention kept in the environment as `EXCHANGE_API_SECRET`. */
  readonly apiSecret: string;
}

/** Signs requests. */
export interface Auth {
  /** Adds the credential to a request that goes to the API's own origin. */
  sign(url: URL, headers: Record<string, string>, request: Outgoing): Promise<void>;
}

/** Signs each request with a code of what it asks for. */
export function createAuth({ apiKey, apiSecret }: Credentials, secrets: Secrets): Auth {
  checkCredential('apiKey', apiKey);
  checkCredential('apiSecret', apiSecret);
  secrets.add('apiKey', apiKey);
  secrets.add('apiSecret', apiSecret);
  const key = bytesOf(apiSecret);
  if (key.length === 0) throw new TypeError('apiSecret: expected base64');
  return {
    async sign(url: URL, headers: Record<string, string>, request: Outgoing) {
      const timestamp = String(Math.floor(Date.now() / 1000));
      const signature = base64Of(
        await hmac(key, `${timestamp}${request.method}${url.pathname + url.search}${request.body ?? ''}`),
      );
      addParam(url, 'signature', signature);
      headers['x-key'] = apiKey;
      headers['x-timestamp'] = timestamp;
    },
  };
}

/** The code of a text by a key (RFC 2104). */
async function hmac(key: Parameters<typeof crypto.subtle.importKey>[1], text: string): Promise<Uint8Array> {
  const how = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('raw', key, how, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign(how, imported, new TextEncoder().encode(text)));
}

function base64Of(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** Puts a parameter at the end of a query, which stays as it is. */
function addParam(url: URL, name: string, value: string): void {
  url.search = `${url.search}${url.search === '' ? '?' : '&'}${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
}

/** The bytes that a text in Base64 stands for; none where it is no such text. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const plain = text.replaceAll('-', '+').replaceAll('_', '/');
  return /^[\w+/]+={0,2}$/.test(plain) && plain.replaceAll('=', '').length % 4 !== 1
    ? Uint8Array.from(atob(plain), (sign) => sign.charCodeAt(0))
    : new Uint8Array(0);
}

/** Checked before it is sent: the error of a `fetch` would show it. */
function checkCredential(option: string, value: unknown): void {
  if (typeof value === 'string' && /^[\x21-\x7e]+$/.test(value)) return;
  throw new TypeError(`${option}: expected a text of visible ASCII characters without spaces`);
}
