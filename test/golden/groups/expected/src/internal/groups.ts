// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

/** The keys of a group, of what states call it; none where that is no group. */
export function keysIn(group: unknown): readonly string[] {
  try {
    const keys: unknown = JSON.parse(String(group));
    return Array.isArray(keys) ? keys.map(String) : [];
  } catch {
    return [];
  }
}

/** How far the read of a group has come: all in it are as far. */
export function cursorOf<Cursor>(
  cursors: Readonly<Record<string, Cursor>>,
  [first = '']: readonly string[],
): Cursor | undefined {
  return Object.hasOwn(cursors, first) ? cursors[first] : undefined;
}

/** Cursors, with that of each in a group. */
export function cursorsWith<Cursor>(
  cursors: Readonly<Record<string, Cursor>>,
  keys: readonly string[],
  cursor: Cursor,
): Readonly<Record<string, Cursor>> {
  return { ...cursors, ...Object.fromEntries(keys.map((key) => [key, cursor])) };
}

/** Whether one can be asked for with a group: where the read of it has come as far. Of others, records would be lost, or come twice. */
export function isAsFar(cursors: Readonly<Record<string, unknown>>, group: readonly string[], key: string): boolean {
  return group.length === 0 || JSON.stringify(cursorOf(cursors, group)) === JSON.stringify(cursorOf(cursors, [key]));
}
