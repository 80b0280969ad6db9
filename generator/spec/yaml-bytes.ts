import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { yaml } from '../diagnostics/messages/yaml.js';

const MAX_BYTES = 4 * 1024 * 1024;

export type Text =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly text: string; readonly diagnostics: readonly Diagnostic[] };

/** The text of a spec: at most 1 MiB of UTF-8, without a byte order mark and without characters that YAML does not allow. */
export function readText(bytes: Uint8Array): Text {
  if (bytes.length > MAX_BYTES) return refused('', [yaml.tooLarge(bytes.length, MAX_BYTES)]);
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return refused('', [yaml.encoding({ start: 0, end: 0 }, 'the file is UTF-16')]);
  const text = new TextDecoder('utf-8').decode(bytes);
  const bad = firstReplaced(text, bytes);
  if (bad !== undefined) return refused(text, [yaml.encoding({ start: bad, end: bad + 1 }, 'the file is not UTF-8 here')]);
  const controls = [...text.matchAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]|\r(?!\n)/g)];
  if (controls.length > 0)
    return refused(
      text,
      controls.slice(0, 1000).map((match) => yaml.controlCharacter({ start: match.index, end: match.index + 1 }, match[0])),
    );
  return { ok: true, text };
}

function refused(text: string, diagnostics: readonly Diagnostic[]): Text {
  return { ok: false, text, diagnostics };
}

/** The offset in the text of the first U+FFFD that stands for bytes which are not UTF-8. */
function firstReplaced(text: string, bytes: Uint8Array): number | undefined {
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  let byte = bom;
  let from = 0;
  for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', from)) {
    byte += Buffer.byteLength(text.slice(from, at));
    if (bytes[byte] !== 0xef || bytes[byte + 1] !== 0xbf || bytes[byte + 2] !== 0xbd) return at;
    byte += 3;
    from = at + 1;
  }
  return undefined;
}
