// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npm run generate -- spec.yaml

/** What requests are signed with. */
export interface Credentials {
  /** A secret that requests are signed with. By convention kept in the environment as `QUEUE_ACCESS_KEY_ID`. */
  readonly accessKeyId: string;
  /** A secret that requests are signed with. By convention kept in the environment as `QUEUE_SECRET_ACCESS_KEY`. */
  readonly secretAccessKey: string;
}

/** Signs requests. */
export interface Auth {
  /** What no error may show. */
  readonly secrets: readonly string[];
  /** Adds the credential to a request that goes to the API's own origin. */
  sign(url: URL, headers: Headers): void;
}

/** Keeps the credentials that the hook authenticate signs with. */
export function createAuth({ accessKeyId, secretAccessKey }: Credentials): Auth {
  checkCredential('accessKeyId', accessKeyId);
  checkCredential('secretAccessKey', secretAccessKey);
  return {
    secrets: [accessKeyId, secretAccessKey],
    sign() {},
  };
}

/** `text` without the secrets, in all the ways that servers echo them. */
export function redact(text: string, secrets: readonly string[]): string {
  const forms = secrets
    .filter((secret) => secret !== '')
    .flatMap((secret) => [secret, base64(secret).replace(/=+$/, '')]);
  const patterns = forms
    .sort((one, other) => other.length - one.length)
    .map((form) => Array.from(form, anyForm).join(''));
  return patterns.length === 0 ? text : text.replace(new RegExp(patterns.join('|'), 'giu'), '***');
}

const TWINS = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ['+', '-'],
  ['/', '_'],
]);

/** A pattern for a character: itself, percent-encoded, escaped as in JSON or HTML, or its twin in Base64 for URLs. */
function anyForm(sign: string): string {
  const point = sign.codePointAt(0) ?? 0;
  const hex = point.toString(16);
  const percent = Array.from(
    new TextEncoder().encode(sign),
    (byte) => `%(?:25)*${byte.toString(16).padStart(2, '0')}`,
  ).join('');
  return `(?:\\\\*\\u{${hex}}|${percent}|\\\\+u${hex.padStart(4, '0')}|&#0*${point};|&#x0*${hex};|${TWINS.get(sign) ?? percent})`;
}

/** UTF-8 in Base64. */
function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

/** Here, and not in fetch, whose error would quote it. */
function checkCredential(option: string, value: unknown): void {
  if (typeof value === 'string' && /^[\x21-\x7e]+$/.test(value)) return;
  throw new TypeError(`${option}: expected a text of visible ASCII characters without spaces`);
}
