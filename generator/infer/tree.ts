import type { MapNode, SpecNode } from '../shape.js';

/** What stands under a key of a spec's tree, if it is of that kind. */

export function valueAt(node: SpecNode | undefined, key: string): SpecNode | undefined {
  return node?.kind === 'map' ? node.entries.find((entry) => entry.key === key)?.value : undefined;
}

export function mapAt(node: SpecNode | undefined, key: string): MapNode | undefined {
  const value = valueAt(node, key);
  return value?.kind === 'map' ? value : undefined;
}

export function textAt(node: SpecNode | undefined, key: string): string | undefined {
  const value = valueAt(node, key);
  return value?.kind === 'scalar' && typeof value.value === 'string' ? value.value : undefined;
}

export function hasKey(node: MapNode, key: string): boolean {
  return node.entries.some((entry) => entry.key === key);
}
