import { code } from '../code.js';

/** The parts of `src/auth.ts` that all packages with auth have: how secrets are kept out of errors. */

export const REDACT = code`
  /** \`text\` without the secrets, in all the ways that servers echo them. */
  export function redact(text: string, secrets: readonly string[]): string {
    const forms = secrets.filter((secret) => secret !== '').flatMap((secret) => [secret, base64(secret).replace(/=+$/, '')]);
    const patterns = forms.sort((one, other) => other.length - one.length).map((form) => Array.from(form, anyForm).join(''));
    return patterns.length === 0 ? text : text.replace(new RegExp(patterns.join('|'), 'giu'), '***');
  }

  const TWINS = new Map([['&', '&amp;'], ['<', '&lt;'], ['>', '&gt;'], ['"', '&quot;'], ['+', '-'], ['/', '_']]);

  /** A pattern for a character: itself, percent-encoded, escaped as in JSON or HTML, or its twin in Base64 for URLs. */
  function anyForm(sign: string): string {
    const point = sign.codePointAt(0) ?? 0;
    const hex = point.toString(16);
    const percent = Array.from(new TextEncoder().encode(sign), (byte) => \`%(?:25)*\${byte.toString(16).padStart(2, '0')}\`).join('');
    return \`(?:\\\\\\\\*\\\\u{\${hex}}|\${percent}|\\\\\\\\+u\${hex.padStart(4, '0')}|&#0*\${point};|&#x0*\${hex};|\${TWINS.get(sign) ?? percent})\`;
  }

  /** UTF-8 in Base64. */
  function base64(text: string): string {
    return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
  }
`;

export const CHECK_CREDENTIAL = code`
  /** Here, and not in fetch, whose error would quote it. */
  function checkCredential(option: string, value: unknown): void {
    if (typeof value === 'string' && /^[\\x21-\\x7e]+$/.test(value)) return;
    throw new TypeError(\`\${option}: expected a text of visible ASCII characters without spaces\`);
  }
`;

export const CHECK_TEXT = code`
  function checkText(option: string, value: unknown): void {
    if (typeof value === 'string' && !/[\\x00-\\x1f\\x7f]/.test(value)) return;
    throw new TypeError(\`\${option}: expected a text without control characters\`);
  }
`;
