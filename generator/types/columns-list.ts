import { spec } from '../diagnostics/messages/spec.js';
import { shorten } from '../diagnostics/words.js';
import { kindOf, type ListNode, type MapNode, type Reading, type SpecEntry, type SpecNode } from '../shape.js';

/** dlt's list form of `columns`, `[{ name: id, data_type: bigint }]`, as the mapping it stands for; undefined where it stands for none. */
export function columnsByName(list: ListNode, reading?: Reading): MapNode | undefined {
  const entries = list.items.map((item) => columnOf(item, reading));
  const named = entries.filter((entry) => entry !== undefined);
  const twice = named.find(({ key }, index) => named.findIndex((each) => each.key === key) < index);
  if (twice !== undefined) reading?.report(spec.pattern(twice.keySpan, 'spec/duplicate-name', `${shorten(twice.key)} is listed twice`));
  return twice === undefined && named.length === list.items.length ? { kind: 'map', span: list.span, entries: named } : undefined;
}

function columnOf(item: SpecNode, reading: Reading | undefined): SpecEntry | undefined {
  if (item.kind !== 'map') {
    reading?.report(spec.type(item.span, 'a column with its name', kindOf(item)));
    return undefined;
  }
  const name = item.entries.find(({ key }) => key === 'name');
  if (name === undefined) {
    reading?.report(spec.missingKey(item.span, 'name', 'a column of a list'));
    return undefined;
  }
  if (name.value.kind !== 'scalar' || typeof name.value.value !== 'string' || name.value.value === '') {
    reading?.report(spec.type(name.value.span, 'text', kindOf(name.value)));
    return undefined;
  }
  const value = { ...item, entries: item.entries.filter((entry) => entry !== name) };
  return { key: name.value.value, keySpan: name.value.span, value };
}
