/**
 * The signs of windows-1252 from 0x80 to 0x9f. Some versions of Node.js (20.20 is one) leave there what ISO 8859-1 has; the
 * five that windows-1252 does not have are those of ISO 8859-1 in the Encoding Standard, too.
 */
export const WINDOWS_1252_FROM_80 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** A text as an emitted package decodes it, but for what that refuses. `charset`: null for UTF-8. */
export function decodeText(bytes: Uint8Array, charset: string | null): string {
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const text = new TextDecoder(charset === null || isMarked ? 'utf-8' : charset).decode(bytes);
  if (charset !== 'windows-1252' || isMarked) return text;
  return text.replace(/[\x80-\x9f]/g, (sign) => WINDOWS_1252_FROM_80.charAt(sign.charCodeAt(0) - 0x80));
}
