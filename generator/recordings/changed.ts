import { keyInCase, type AddedValue, type AsSent, type ChangesModel } from '../model/changes-model.js';
import type { ValueTemplate } from '../model/connector-model.js';
import type { Path } from '../selector.js';
import type { JsonValue } from '../shape.js';
import { isList, isObject, valueAt, withValue } from './places.js';

/**
 * What the emitted code makes of a record before it checks it, and the other way round: what an API sends of which that comes.
 */

type Config = { readonly [option: string]: JsonValue };

/** The record as it is checked. What only a request knows, its parent or its values, is left out, and so are hashes. */
export function changed(record: JsonValue, changes: ChangesModel | null, config: Config): JsonValue {
  if (changes === null || !isObject(record)) return record;
  const added = changes.added.map(({ name, value }) => [name, valueOf(value, record, config)] as const);
  const rest = changes.taken.reduce<JsonValue>((sofar, path) => without(sofar, path), record);
  const lifted = changes.flattened.reduce<JsonValue>((sofar, { path, prefix }) => {
    const inner = valueAt(sofar, path);
    const members = isObject(inner) ? Object.entries(inner).map(([key, value]) => [prefix + key, value] as const) : [];
    const outside = without(sofar, path);
    return isObject(outside) ? { ...outside, ...Object.fromEntries(members) } : outside;
  }, rest);
  const named = inCase(lifted, changes);
  const replaced = new Set(changes.added.map(({ name }) => name));
  const own = isObject(named) ? Object.entries(named).filter(([name]) => !replaced.has(name)) : [];
  return Object.fromEntries([...own, ...added.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))]);
}

/** A record of which that comes; undefined where none can: a value has no place there. */
export function unchanged(record: JsonValue, changes: ChangesModel | null): JsonValue | undefined {
  if (changes === null || !isObject(record)) return record;
  const made = new Set(changes.added.map(({ name }) => name));
  const kept = Object.fromEntries(Object.entries(record).filter(([name]) => !made.has(name)));
  const spread = new Set<string>();
  const lifted = changes.flattened.reduce<JsonValue>((sofar, { path, prefix }, index) => {
    // members of several objects could be of any of them: those without a prefix are of the last
    const isLast = index === changes.flattened.length - 1;
    const mine = Object.entries(isObject(sofar) ? sofar : {}).filter(
      ([name], at) => !spread.has(name) && (prefix === '' ? isLast && at % 2 === 1 : name.startsWith(prefix)),
    );
    for (const [name] of mine) spread.add(name);
    const members = Object.fromEntries(mine.map(([name, value]) => [name.slice(prefix.length), value]));
    const outside = Object.fromEntries(
      Object.entries(isObject(sofar) ? sofar : {}).filter(([name]) => !mine.some(([each]) => each === name)),
    );
    return withValue(outside, path, members);
  }, kept);
  const outOfCase = changes.keyCase === 'snake' ? camelKeys(lifted, changes) : lifted;
  const filled = changes.taken.reduce<JsonValue>((sofar, path) => {
    const isSingle = path.every((step) => step.kind === 'key');
    return isSingle && isObject(path.length === 1 ? sofar : valueAt(sofar, path.slice(0, -1))) ? withValue(sofar, path, 'gone') : sofar;
  }, outOfCase);
  return changes.added.reduce<JsonValue | undefined>((sofar, { name, value }) => {
    if (sofar === undefined || value.kind !== 'path') return sofar;
    const given = Object.hasOwn(record, name) ? record[name] : undefined;
    const every = value.path.findIndex((step) => step.kind === 'every');
    if (every !== -1) return withEach(sofar, value.path, every, given);
    if (!hasRoom(sofar, value.path)) return given === null ? sofar : undefined;
    return given === undefined ? without(sofar, value.path) : withValue(sofar, value.path, given);
  }, filled);
}

/** The record with the items that have these values, unless it has items already. */
function withEach(record: JsonValue, path: Path, every: number, given: JsonValue | undefined): JsonValue | undefined {
  const [start, rest] = [path.slice(0, every), path.slice(every + 1)];
  if (isThere(record, start) || !isList(given)) return record;
  if (!hasRoom(record, start)) return undefined;
  const inner = rest.findIndex((step) => step.kind === 'every');
  const items = inner === -1 ? given.map((each) => withValue(undefined, rest, each)) : [withEach({}, rest, inner, given) ?? {}];
  return withValue(record, start, items);
}

function valuesAt(record: JsonValue, path: Path): JsonValue | undefined {
  const every = path.findIndex((step) => step.kind === 'every');
  if (every === -1) return [valueAt(record, path)];
  const list = valueAt(record, path.slice(0, every));
  if (typeof list !== 'object' || list === null) return undefined;
  const each: readonly JsonValue[] = isList(list) ? list : Object.values(list);
  return each.flatMap((item) => {
    const found = valuesAt(item, path.slice(every + 1));
    return isList(found) ? found : [];
  });
}

/** Whether a value can be put at a place, for what is on the way there is an object, a list, or nothing yet. */
function hasRoom(value: JsonValue | undefined, [step, ...rest]: Path): boolean {
  if (step === undefined || value === undefined) return true;
  if (step.kind === 'key') return isObject(value) && hasRoom(Object.hasOwn(value, step.key) ? value[step.key] : undefined, rest);
  return isList(value) && value.length > 0 && step.kind === 'index' && hasRoom(value.at(step.index), rest);
}

function valueOf(value: AddedValue, record: JsonValue, config: Config): JsonValue | undefined {
  const at = (path: Path): JsonValue => valueAt(record, path);
  switch (value.kind) {
    case 'path':
      if (value.path.some((step) => step.kind === 'every')) return valuesAt(record, value.path);
      return isThere(record, value.path) ? at(value.path) : undefined;
    case 'literal':
      return value.value;
    case 'template':
      return templateValue(value.template, config);
    case 'concatenate': {
      const parts = value.parts.map((part) => valueOf(part, record, config) ?? null);
      if (value.parts.some((part, index) => part.kind === 'template' && parts[index] === null)) return undefined;
      return parts
        .map((part) => (part === null ? '' : typeof part === 'object' ? JSON.stringify(part) : String(part)))
        .join(value.separator);
    }
    case 'lower': {
      const text = at(value.path);
      return typeof text === 'string' ? text.toLowerCase() : isThere(record, value.path) ? text : undefined;
    }
    case 'date': {
      const text = at(value.path);
      if (typeof text !== 'string') return isThere(record, value.path) ? text : undefined;
      return /^\d{4}-\d\d-\d\d(T[\d:.]+)?$/.test(text) ? text.slice(0, 10) : new Date(text.replace(' ', 'T')).toISOString().slice(0, 10);
    }
    case 'hash':
      return undefined; // only the package computes it
  }
}

/** What a template with nothing but options in it is; undefined where it needs more. */
function templateValue(template: ValueTemplate, config: Config): JsonValue | undefined {
  const parts = template.map((part) => (typeof part === 'string' ? part : part.kind === 'config' ? config[part.config.raw] : undefined));
  if (parts.includes(undefined)) return undefined;
  const [only, ...more] = parts;
  return more.length === 0 ? only : parts.map(String).join('');
}

function isThere(value: JsonValue | undefined, [step, ...rest]: Path): boolean {
  if (step === undefined) return value !== undefined;
  if (step.kind === 'key') return isObject(value) && Object.hasOwn(value, step.key) && isThere(value[step.key], rest);
  return isList(value) && step.kind === 'index' && isThere(value.at(step.index), rest);
}

function without(value: JsonValue, [step, ...rest]: Path): JsonValue {
  if (step?.kind === 'every') {
    if (isList(value)) return value.map((item) => without(item, rest));
    return isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, without(each, rest)])) : value;
  }
  if (step?.kind !== 'key' || !isObject(value) || !Object.hasOwn(value, step.key)) return value;
  const entries = Object.entries(value).filter(([key]) => key !== step.key || rest.length > 0);
  return Object.fromEntries(entries.map(([key, each]) => [key, key === step.key ? without(each, rest) : each]));
}

function inCase(value: JsonValue, { keyCase, asSent }: ChangesModel): JsonValue {
  if (keyCase === null || !isObject(value)) return value;
  if (keyCase === 'lower') return Object.fromEntries(Object.entries(value).map(([key, each]) => [key.toLowerCase(), each]));
  return withKeys(value, (key) => keyInCase(key, 'snake'), asSent);
}

/** Names that an API could send; those that the spec says as the API sends them stay. */
function camelKeys(value: JsonValue, { asSent, added, taken }: ChangesModel): JsonValue {
  const said = new Set(
    [...added.flatMap((each) => pathsIn(each.value)), ...taken].flat().flatMap((step) => (step.kind === 'key' ? [step.key] : [])),
  );
  return withKeys(
    value,
    (key) => {
      if (said.has(key)) return key;
      const camel = key.replace(/([a-z0-9])_([a-z])/g, (_, before: string, after: string) => before + after.toUpperCase());
      return keyInCase(camel, 'snake') === key ? camel : key;
    },
    asSent,
  );
}

/** The places of a record that a value is made of. */
function pathsIn(value: AddedValue): readonly Path[] {
  if (value.kind === 'concatenate') return value.parts.flatMap(pathsIn);
  if ('paths' in value) return value.paths;
  return 'path' in value ? [value.path] : [];
}

/** With other names at every depth; `asSent` goes by the names in snake_case. */
function withKeys(value: JsonValue, rename: (key: string) => string, asSent: AsSent): JsonValue {
  if (isList(value)) return value.map((item) => withKeys(item, rename, asSent));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      const name = keyInCase(key, 'snake');
      const inside = Object.hasOwn(asSent, name) ? asSent[name] : undefined;
      return [rename(key), inside === true ? each : withKeys(each, rename, inside ?? {})];
    }),
  );
}
