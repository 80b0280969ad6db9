import { code } from '../../code.js';

/** The parts of `src/internal/auth.ts` that refuse a credential which no request can carry. */

export const CHECK_CREDENTIAL = code`
  /** Checked before it is sent: the error of a \`fetch\` would show it. */
  function checkCredential(option: string, value: unknown): void {
    if (typeof value === 'string' && /^[\\x21-\\x7e]+$/.test(value)) return;
    throw new TypeError(\`\${option}: expected a text of visible ASCII characters without spaces\`);
  }
`;

export const CHECK_PEM = code`
  function checkPrivateKey(option: string, value: unknown): void {
    if (typeof value === 'string' && value.includes('-----BEGIN PRIVATE KEY-----')) return;
    throw new TypeError(\`\${option}: expected a private key in PEM that begins with BEGIN PRIVATE KEY (PKCS#8); openssl pkcs8 -topk8 -nocrypt makes one of others\`);
  }
`;

export const CHECK_TEXT = code`
  function checkText(option: string, value: unknown): void {
    if (typeof value === 'string' && !/[\\x00-\\x1f\\x7f]/.test(value)) return;
    throw new TypeError(\`\${option}: expected a text without control characters\`);
  }
`;
