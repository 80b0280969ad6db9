import type { JsonValue } from '../../shape.js';
import { isList, isObject, listAt, member, objectAt, textAt, type JsonObject } from '../values.js';

/** How far another tool has read a stream. */
export interface SavedStream {
  readonly stream: string;
  /** The value of its cursor, for the stream as a whole; absent: the state has none. */
  readonly value?: string | number;
  /** For each of the parents, or of the values, that it is read for. */
  readonly parts: readonly { readonly partition: JsonObject; readonly value: string | number }[];
}

export interface SavedStates {
  /** Whose state it is: "Airbyte". */
  readonly tool: string;
  readonly streams: readonly SavedStream[];
}

/**
 * Reads a state of dlt (`state.json` of a pipeline), of Airbyte (a list of stream states, a STATE message, or the object that old
 * versions keep) or of Singer (`bookmarks`); or lines of such messages, of which the last of a stream counts. undefined: it is none.
 */
export function savedStates(text: string): SavedStates | undefined {
  const whole = parsed(text);
  const values = whole === undefined ? text.split('\n').flatMap((line) => parsed(line) ?? []) : [whole];
  const found = values.flatMap((each) => statesIn(each) ?? []);
  const [first] = found;
  if (first === undefined) return undefined;
  const last = new Map(found.flatMap(({ streams }) => streams).map((each) => [each.stream, each]));
  return { tool: first.tool, streams: [...last.values()] };
}

function statesIn(value: JsonValue): SavedStates | undefined {
  if (isList(value)) {
    const all = value.flatMap((each) => statesIn(each) ?? []);
    return all.length === 0 ? undefined : { tool: 'Airbyte', streams: all.flatMap(({ streams }) => streams) };
  }
  if (!isObject(value)) return undefined;
  if (isList(value['streamState'])) return statesIn(value['streamState']);
  const sources = objectAt(value, 'sources');
  if (sources !== undefined) return { tool: 'dlt', streams: Object.values(sources).flatMap(ofDlt) };
  const inner = objectAt(value, 'value');
  const bookmarks = objectAt(value, 'bookmarks') ?? objectAt(inner, 'bookmarks');
  if (bookmarks !== undefined) return { tool: 'Singer', streams: Object.entries(bookmarks).flatMap(ofSinger) };
  if (objectAt(value, 'resources') !== undefined) return { tool: 'dlt', streams: ofDlt(value) };
  return ofAirbyte(value);
}

/** `{ resources: { orders: { incremental: { updated_at: { last_value } } } } }` */
function ofDlt(source: JsonValue): readonly SavedStream[] {
  return Object.entries(objectAt(source, 'resources') ?? {}).flatMap(([stream, resource]): readonly SavedStream[] => {
    const [cursor] = Object.values(objectAt(resource, 'incremental') ?? {});
    const value = scalar(member(cursor, 'last_value'));
    return cursor === undefined ? [] : [{ stream, parts: [], ...(value === undefined ? {} : { value }) }];
  });
}

/** `{ replication_key: updated_at, replication_key_value: … }`, or the field itself as a key. */
function ofSinger([stream, bookmark]: readonly [string, JsonValue]): readonly SavedStream[] {
  const named = member(bookmark, 'replication_key_value');
  const value = scalar(named === undefined || named === null ? valueIn(bookmark) : named);
  return [{ stream, parts: [], ...(value === undefined ? {} : { value }) }];
}

function ofAirbyte(value: JsonObject): SavedStates | undefined {
  const message = objectAt(value, 'state') ?? value;
  const type = textAt(message, 'type') ?? textAt(message, 'state_type');
  const streams = (found: readonly SavedStream[]): SavedStates => ({ tool: 'Airbyte', streams: found });
  const global = objectAt(message, 'global');
  if (global !== undefined)
    return streams([...listAt(global, 'stream_states'), ...listAt(global, 'streamStates')].flatMap((each) => streamState(each) ?? []));
  const stream = objectAt(message, 'stream') ?? (textAt(message, 'streamName') === undefined ? message : undefined);
  const one = streamState(stream ?? null);
  if (one !== undefined) return streams([one]);
  if (type !== undefined && type !== 'LEGACY') return undefined;
  const legacy = objectAt(message, 'data') ?? value;
  const old = Object.entries(legacy).flatMap(([name, each]) => (isObject(each) ? [cursorsIn(name, each)] : []));
  return old.some(({ value: at, parts }) => at !== undefined || parts.length > 0) ? streams(old) : undefined;
}

/** `{ stream_descriptor: { name }, stream_state: { … } }`, as protocol and API spell it. */
function streamState(value: JsonValue): SavedStream | undefined {
  const descriptor = objectAt(value, 'stream_descriptor') ?? objectAt(value, 'streamDescriptor');
  const name = textAt(descriptor, 'name');
  return name === undefined ? undefined : cursorsIn(name, objectAt(value, 'stream_state') ?? objectAt(value, 'streamState') ?? {});
}

/** `{ updated_at: … }`, or `{ states: [{ partition, cursor }], state: { updated_at: … } }` for each partition. */
function cursorsIn(stream: string, state: JsonObject): SavedStream {
  const parts = listAt(state, 'states').flatMap((each) => {
    const value = scalar(valueIn(objectAt(each, 'cursor') ?? {}));
    return value === undefined ? [] : [{ partition: objectAt(each, 'partition') ?? {}, value }];
  });
  const isParted = isList(state['states']) || isObject(state['state']);
  const value = scalar(valueIn(isParted ? (objectAt(state, 'state') ?? {}) : state));
  return { stream, parts, ...(value === undefined ? {} : { value }) };
}

/** The one value of an object that has but one that a cursor can have. */
function valueIn(state: JsonValue): JsonValue | undefined {
  if (!isObject(state)) return undefined;
  const values = Object.entries(state).flatMap(([key, each]) => (key.startsWith('__') || scalar(each) === undefined ? [] : [each]));
  return values.length === 1 ? values[0] : undefined;
}

function scalar(value: JsonValue | undefined): string | number | undefined {
  return (typeof value === 'string' && value !== '') || typeof value === 'number' ? value : undefined;
}

function parsed(text: string): JsonValue | undefined {
  try {
    const value: JsonValue = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
