import type { Span } from '../diagnostics/diagnostic.js';

/** A node of a spec, with its place in the text. Made by `spec/load`; free of the YAML library. */
export type SpecNode = MapNode | ListNode | ScalarNode;

export interface MapNode {
  readonly kind: 'map';
  readonly span: Span;
  readonly entries: readonly SpecEntry[];
}

export interface SpecEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: SpecNode;
}

export interface ListNode {
  readonly kind: 'list';
  readonly span: Span;
  readonly items: readonly SpecNode[];
}

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly span: Span;
  readonly value: string | number | boolean | null;
  /** As written, without quotes: `1e400`, `010`. */
  readonly source: string;
}

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** What a node is, in words for messages. The value of a text is not shown: it may be a secret. */
export function kindOf(node: SpecNode): string {
  if (node.kind === 'map') return 'a mapping';
  if (node.kind === 'list') return 'a list';
  if (node.value === null) return 'nothing';
  return typeof node.value === 'string' ? 'text' : typeof node.value === 'number' ? 'a number' : String(node.value);
}

export function toJson(node: SpecNode): JsonValue {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(toJson);
  const object: { [key: string]: JsonValue } = Object.create(null) as { [key: string]: JsonValue };
  for (const entry of node.entries) object[entry.key] = toJson(entry.value);
  return object;
}

export function isNull(node: SpecNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}
