import type { JsonValue } from '../shape.js';

export type JsonObject = { readonly [key: string]: JsonValue };

/** A value inside a body: the keys that lead to it. */
export interface Member {
  readonly path: readonly string[];
  readonly name: string;
  readonly value: JsonValue;
}

/** So deep a body is searched for what is no record, and so many members are looked at. */
const DEEPEST = 5;
const MOST_MEMBERS = 5000;

/** The members of the objects of a body, the outermost first; lists are members, what is in them is not. */
export function membersOf(body: JsonValue): readonly Member[] {
  const found: Member[] = [];
  let level: { readonly path: readonly string[]; readonly value: JsonObject }[] = isObject(body) ? [{ path: [], value: body }] : [];
  for (let depth = 0; depth < DEEPEST && found.length < MOST_MEMBERS; depth++) {
    const deeper: typeof level = [];
    for (const { path, value } of level)
      for (const [name, inner] of Object.entries(value)) {
        const place = [...path, name];
        found.push({ path: place, name, value: inner });
        if (isObject(inner)) deeper.push({ path: place, value: inner });
      }
    level = deeper;
  }
  return found.slice(0, MOST_MEMBERS);
}

/** What stands at a path of keys. */
export function valueAt(body: JsonValue | undefined, path: readonly string[]): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>((value, key) => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined), body);
}

/** A path of keys as a selector: `data.items`, `['@odata.nextLink']`, `$` for none. */
export function selectorOf(path: readonly string[], rest = ''): string {
  if (path.length === 0) return rest === '' ? '$' : rest.replace(/^\./, '');
  if (path.every((key) => /^[A-Za-z_][A-Za-z0-9_-]*$/.test(key)) && !RESERVED.test(path[0] ?? '')) return `${path.join('.')}${rest}`;
  const steps = path.map((key) => `['${key.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}']`).join('');
  return `${path.length === 1 && rest === '' ? '' : '$'}${steps}${rest}`;
}

/** `last.id` means the last record. */
const RESERVED = /^last$/;

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !isList(value);
}

export function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}
