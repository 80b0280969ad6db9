import type { ListNode, MapNode, ScalarNode, SpecNode } from '../shape.js';
import { isMapping, type Draft, type DraftMap } from './draft.js';

/** A draft as what reading its text makes of it. Its places are no offsets: they only tell what is inside of what. */
export function draftTree(draft: DraftMap): MapNode {
  let place = 0;
  const nodeOf = (value: Draft): SpecNode => {
    if (isMapping(value)) return mapOf(value);
    const start = place++;
    if (typeof value !== 'object' || value === null) return scalarOf(value, start);
    const items = value.map(nodeOf);
    return { kind: 'list', span: { start, end: place++ }, items } satisfies ListNode;
  };
  const mapOf = ({ entries }: DraftMap): MapNode => {
    const start = place++;
    const made = entries.map(({ key, value }) => {
      const keySpan = { start: place++, end: place++ };
      return { key, keySpan, value: nodeOf(value) };
    });
    return { kind: 'map', span: { start, end: place++ }, entries: made };
  };
  const scalarOf = (value: string | number | boolean | null, start: number): ScalarNode => {
    return { kind: 'scalar', span: { start, end: place++ }, value, source: value === null ? '' : String(value) };
  };
  return mapOf(draft);
}

/** Whether two trees say the same, wherever it stands. */
export function isSameTree(a: SpecNode, b: SpecNode): boolean {
  if (a.kind === 'scalar') return b.kind === 'scalar' && a.value === b.value;
  if (a.kind === 'list')
    return b.kind === 'list' && a.items.length === b.items.length && a.items.every((item, index) => isSame(item, b.items[index]));
  return (
    b.kind === 'map' &&
    a.entries.length === b.entries.length &&
    a.entries.every(({ key, value }, index) => key === b.entries[index]?.key && isSame(value, b.entries[index].value))
  );
}

function isSame(a: SpecNode, b: SpecNode | undefined): boolean {
  return b !== undefined && isSameTree(a, b);
}
