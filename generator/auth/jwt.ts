import { code, type Code } from '../code.js';
import { READ_POSITION } from './emitted.js';
import type { AuthNames } from './contract.js';

/** JSON Web Tokens (RFC 7519), signed with a private key by WebCrypto. */

export type JwtAlgorithm = 'RS256' | 'ES256';

/** Functions of the emitted module that sign: `signedJwt`, `base64Url`. */
export function jwtHelpers(algorithm: JwtAlgorithm, { authError }: AuthNames): readonly Code[] {
  const how =
    algorithm === 'RS256'
      ? code`{ name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }`
      : code`{ name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }`;
  return [
    code`
      /** A token that says \`claims\`, signed with a private key in PEM; a key that cannot sign so is an error. */
      async function signedJwt(header: object, claims: object, privateKey: string, place: ${READ_POSITION}): Promise<string> {
        const how = ${how};
        const text = [header, claims].map((part) => base64Url(new TextEncoder().encode(JSON.stringify(part)))).join('.');
        try {
          const pem = privateKey.replaceAll('\\\\n', '\\n').replace(/-----[A-Z ]+-----/g, '');
          const bytes = Uint8Array.from(atob(pem.replace(/\\s/g, '')), (sign) => sign.charCodeAt(0));
          const key = await crypto.subtle.importKey('pkcs8', bytes, how, false, ['sign']);
          return \`\${text}.\${base64Url(new Uint8Array(await crypto.subtle.sign(how, key, new TextEncoder().encode(text))))}\`;
        } catch {
          throw new ${authError}(place, 'invalid_token', 'the private key is none that signs by ${algorithm === 'RS256' ? code`RS256` : code`ES256`}');
        }
      }
    `,
    code`
      /** Bytes in the Base64 of URLs, without padding (RFC 7515). */
      function base64Url(bytes: Uint8Array): string {
        return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
      }
    `,
  ];
}
