import { records as messages } from '../diagnostics/messages/records.js';
import type { Span } from '../diagnostics/diagnostic.js';
import type { FieldModel, RecordType, TypeModel } from './model.js';
import type { Reading } from '../shape.js';

/** Refuses a record that always holds another of itself: none could ever be sent. `placeOf` tells where a field of a record stands. */
export function checkEndless(types: readonly RecordType[], placeOf: (type: RecordType, field: string) => Span, reading: Reading): void {
  const byName = new Map(types.map((type) => [type.typeName, type]));
  const reported = new Set<string>();
  for (const start of types) {
    for (const field of start.fields) {
      const chain = chainBack(start, needed(field), byName, []);
      if (chain === undefined || chain.some((name) => reported.has(name))) continue;
      for (const name of chain) reported.add(name);
      reading.report(messages.endless(placeOf(start, field.name), start.typeName, chain));
    }
  }
}

/** The records on a way back to `start`, itself last; undefined when there is none. */
function chainBack(
  start: RecordType,
  names: readonly string[],
  byName: ReadonlyMap<string, RecordType>,
  seen: readonly string[],
): readonly string[] | undefined {
  if (names.includes(start.typeName)) return [...seen, start.typeName];
  for (const name of names) {
    if (seen.includes(name)) continue;
    const inner = byName.get(name)?.fields.flatMap(needed) ?? [];
    const chain = chainBack(start, inner, byName, [...seen, name]);
    if (chain !== undefined) return chain;
  }
  return undefined;
}

/** The records that a field always holds. */
function needed(field: FieldModel): readonly string[] {
  return field.nullable || field.optional ? [] : neededBy(field.type);
}

function neededBy(type: TypeModel): readonly string[] {
  if (type.kind === 'record') return [type.record.typeName];
  if (type.kind === 'object') return type.fields.flatMap(needed);
  if (type.kind !== 'variants') return [];
  const [first = [], ...others] = type.variants.map(({ object }) => neededBy(object));
  return first.filter((name) => others.every((names) => names.includes(name)));
}
