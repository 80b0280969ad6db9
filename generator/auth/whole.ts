import { code, type Code } from '../code.js';
import { wordsIn } from '../code/names.js';
import { OUTGOING } from './emitted.js';

/** What the emitted code of schemes has in common that sign what a request asks for, and not only who asks. */

/** Functions of the emitted module: `hmac`, `sha256`, `hex`. */
export function hmacHelpers(hash: 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512'): Code {
  const name = { 'SHA-1': code`SHA-1`, 'SHA-256': code`SHA-256`, 'SHA-384': code`SHA-384`, 'SHA-512': code`SHA-512` }[hash];
  return code`
    /** The code of a text by a key (RFC 2104). */
    async function hmac(key: Parameters<typeof crypto.subtle.importKey>[1], text: string): Promise<Uint8Array> {
      const how = { name: 'HMAC', hash: '${name}' };
      const imported = await crypto.subtle.importKey('raw', key, how, false, ['sign']);
      return new Uint8Array(await crypto.subtle.sign(how, imported, new TextEncoder().encode(text)));
    }
  `;
}

export const SHA256 = code`
  async function sha256(text: string): Promise<string> {
    return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
  }
`;

export const HEX = code`
  function hex(bytes: Uint8Array): string {
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  }
`;

export const BASE64_OF = code`
  function base64Of(bytes: Uint8Array): string {
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  }
`;

/** The member `sign` with these statements: `url`, `headers` and `request` are in scope. */
export function wholeMembers(statements: Code): Code {
  const words = wordsIn(statements);
  const given = (word: string, used: Code, unused: Code): Code => (words.has(word) ? used : unused);
  return code`
    async sign(${given('url', code`url`, code`_url`)}: URL, ${given('headers', code`headers`, code`_headers`)}: Record<string, string>, ${given('request', code`request`, code`_request`)}: ${OUTGOING}) {
      ${statements}
    },
  `;
}
