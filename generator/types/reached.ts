import type { RecordType } from './model.js';
import { fieldsOf, referencesOf, typesIn } from './walk.js';

/** Fills in what depends on the records that a record refers to, however far: whether one of them holds big numbers, or drops values. */
export function withReached(types: readonly RecordType[]): readonly RecordType[] {
  const byName = new Map(types.map((type) => [type.typeName, type]));
  const reached = new Map(types.map((type) => [type, reachable(type, byName)]));
  const referred = new Set(types.flatMap((type) => referencesOf(fieldsOf(type)).map((record) => record.typeName)));
  return types.map((type) => {
    const all = [type, ...(reached.get(type) ?? [])];
    return {
      ...type,
      shared: referred.has(type.typeName),
      needsExactNumbers: all.some((each) => typesIn(fieldsOf(each)).some((part) => part.kind === 'bigint' || part.kind === 'decimal')),
      mayHoldBigints: all.some(
        (each) =>
          each.contract.columns === 'evolve' || typesIn(fieldsOf(each)).some((part) => part.kind === 'bigint' || part.kind === 'json'),
      ),
      mayDiscardValues: all.some((each) => each.contract.columns === 'discard_value' || each.contract.dataType === 'discard_value'),
    };
  });
}

function reachable(type: RecordType, byName: ReadonlyMap<string, RecordType>): readonly RecordType[] {
  const found = new Set<RecordType>();
  const visit = (each: RecordType): void => {
    for (const { typeName } of referencesOf(fieldsOf(each))) {
      const next = byName.get(typeName);
      if (next === undefined || found.has(next)) continue;
      found.add(next);
      visit(next);
    }
  };
  visit(type);
  return [...found];
}
