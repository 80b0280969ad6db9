/** Leaves out, one after the other, whatever a value can do without and still be of a kind. */
export async function minimise<T>(value: T, isOfKind: (smaller: T) => Promise<boolean>): Promise<T> {
  for (const smaller of smallerThan(value)) {
    if (await isOfKind(smaller as T)) return minimise(smaller as T, isOfKind);
  }
  return value;
}

/** The values that have one element, or one member, less somewhere. */
function* smallerThan(value: unknown): Generator<unknown> {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    for (const index of list.keys()) yield list.filter((_, other) => other !== index);
    for (const [index, each] of list.entries()) for (const smaller of smallerThan(each)) yield list.with(index, smaller);
    return;
  }
  for (const key of Object.keys(value)) {
    const { [key]: _, ...rest } = value as Readonly<Record<string, unknown>>;
    yield rest;
  }
  for (const [key, each] of Object.entries(value)) for (const smaller of smallerThan(each)) yield { ...value, [key]: smaller };
}
