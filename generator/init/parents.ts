import { isObject, type JsonObject } from '../detect/body.js';
import { nameOf, singular } from '../names.js';

/** A resource, as far as others may be its children. */
export interface Candidate {
  readonly name: string;
  /** Its path within the API, as asked for. */
  readonly path: string;
  readonly records: readonly JsonObject[];
}

/** The record of another resource whose field stands in a path or a parameter. */
export interface Parent {
  readonly resource: string;
  readonly field: string;
  readonly type: 'string' | 'integer';
  /** The value that was asked for. */
  readonly value: string;
}

/**
 * The parent whose record a path is about: `/projects/3/tasks` is about a record of `/projects` that has a 3. The part that
 * is its value is the one right after the parent's own path: `part`, counted from 0.
 */
export function parentInPath(
  path: string,
  others: readonly Candidate[],
): (Parent & { readonly path: string; readonly part: number }) | undefined {
  const parts = path.split('/');
  for (let at = parts.length - 1; at > 0; at--) {
    const value = decoded(parts[at] ?? '');
    const before = parts.slice(0, at).join('/');
    const found = others
      .filter((each) => each.path.replace(/\/$/, '') === before)
      .map((each) => parentWith(each, value))
      .find((each) => each !== undefined);
    if (found !== undefined)
      return {
        ...found,
        part: at,
        path: [...parts.slice(0, at), `{resources.${found.resource}.${found.field}}`, ...parts.slice(at + 1)].join('/'),
      };
  }
  return undefined;
}

/** The parent that a parameter names: `?project_id=3` beside a resource `projects` that has a 3. */
export function parentInParam(name: string, value: string, others: readonly Candidate[]): Parent | undefined {
  const thing = /^(.+?)_?(?:id|Id|ID|key|uuid)$/.exec(name)?.[1];
  if (thing === undefined || value === '') return undefined;
  const found = others.find((each) => nameOf(singular(each.name)).kebab === nameOf(thing).kebab);
  return found === undefined ? undefined : parentWith(found, value);
}

/** The field of that value: ids first; only one whose values are plain in all records. */
function parentWith({ name, records }: Candidate, value: string): Parent | undefined {
  const names = Object.keys(records[0] ?? {}).sort((a, b) => rankOf(a) - rankOf(b));
  const field = names.find(
    (each) =>
      /^[A-Za-z_][A-Za-z0-9_-]*$/.test(each) &&
      records.some((record) => String(record[each]) === value && !isObject(record[each])) &&
      records.every((record) => typeof record[each] === 'string' || Number.isSafeInteger(record[each])),
  );
  if (field === undefined || value === '') return undefined;
  const isText = records.some((record) => typeof record[field] === 'string');
  return { resource: name, field, type: isText ? 'string' : 'integer', value };
}

/** The part of a path that looks like an id, where one does. */
export function idIn(parts: readonly string[]): number | undefined {
  const at = parts.findIndex((part) => /^(?:\d+|[\da-f]{8}-[\da-f-]{27}|[\da-f]{24,40})$/i.test(part));
  return at === -1 ? undefined : at;
}

function rankOf(name: string): number {
  return /^(?:_?id|ID|uuid|guid|slug|key)$/i.test(name) ? 0 : /(?:_id|Id|ID)$/.test(name) ? 2 : 1;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
