import { createHash } from 'node:crypto';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { yaml } from '../diagnostics/messages/yaml.js';
import { Lines } from '../diagnostics/place.js';
import type { MapNode } from '../shape.js';
import { readText } from './yaml-bytes.js';
import { parseYaml } from './yaml-document.js';

/** A spec as it was written: its text, and the tree of its values with their places in that text. */
export interface SpecSource {
  /** As it was given, with forward slashes: messages begin with it. */
  readonly path: string;
  /** Without a byte order mark. Spans count UTF-16 units of it. */
  readonly text: string;
  readonly root: MapNode;
  /** SHA-256 of the text with LF line ends, in hex: the same for a checkout with CR LF. */
  readonly sha256: string;
}

/** What `load` returns; `text` is there for code frames, and empty when the bytes are not text. */
export type Loaded =
  | { readonly ok: true; readonly source: SpecSource }
  | { readonly ok: false; readonly text: string; readonly diagnostics: readonly Diagnostic[] };

/**
 * Reads the bytes of a spec as strict YAML: 1.2 core, UTF-8, one document, bounded in size, depth and width, without
 * anchors, tags, directives and everything that readers take for different values. Never throws; all errors at once.
 */
export function load(path: string, bytes: Uint8Array): Loaded {
  const read = readText(bytes);
  if (!read.ok) return read;
  const text = read.text;
  try {
    const parsed = parseYaml(text, new Lines(text));
    if (parsed.root === undefined) return { ok: false, text, diagnostics: parsed.diagnostics };
    const sha256 = createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');
    return { ok: true, source: { path: path.replaceAll('\\', '/'), text, root: parsed.root, sha256 } };
  } catch {
    return { ok: false, text, diagnostics: [yaml.library()] };
  }
}
