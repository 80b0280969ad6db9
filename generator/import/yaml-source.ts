import { isAlias, isCollection, isScalar, parseDocument } from 'yaml';
import type { JsonValue } from '../shape.js';
import type { Pointer } from './pointer.js';

export type ParsedYaml =
  | { readonly ok: true; readonly value: JsonValue; readonly offsetOf: (pointer: Pointer) => number | undefined }
  | { readonly ok: false; readonly reason: string; readonly offset: number };

/** So often may an alias be written out: far more than anybody needs, too seldom to fill the memory. */
const MOST_ALIASES = 10_000;

/** YAML as other tools write it: with anchors, aliases and merge keys, dates as texts. */
export function parseYamlSource(text: string): ParsedYaml {
  const document = parseDocument(text, {
    merge: true,
    uniqueKeys: false,
    logLevel: 'silent',
    schema: 'core',
    version: '1.2',
    prettyErrors: false,
  });
  const [error] = document.errors;
  if (error !== undefined) return { ok: false, reason: error.message.split('\n')[0] ?? 'it is no YAML', offset: error.pos[0] };
  try {
    const value: JsonValue = document.toJS({ maxAliasCount: MOST_ALIASES });
    if (typeof value !== 'object' || value === null) return { ok: false, reason: 'it is neither JSON nor a YAML mapping', offset: 0 };
    return { ok: true, value, offsetOf: (pointer) => offsetOf(document.contents, pointer) };
  } catch {
    return { ok: false, reason: 'its aliases would be written out more often than 10,000 times', offset: 0 };
  }

  function offsetOf(start: unknown, pointer: Pointer): number | undefined {
    let node: unknown = start;
    let offset: number | undefined;
    for (const key of [undefined, ...pointer]) {
      if (key !== undefined) node = isCollection(node) ? node.get(key, true) : undefined;
      if (isAlias(node)) node = node.resolve(document);
      if (!isCollection(node) && !isScalar(node)) return offset;
      offset = node.range?.[0] ?? offset;
    }
    return offset;
  }
}
