import { writtenBound } from '../../incremental/bounds.js';
import type { IncrementalModel } from '../../incremental/model.js';
import type { ConnectorModel, ResourceModel } from '../../model/connector-model.js';
import { instantPattern } from '../../types/time-format.js';
import type { TimeFormat } from '../../types/model.js';
import type { JsonObject } from '../values.js';
import type { SavedStates, SavedStream } from './saved.js';

/** A stream of a state, and where its resource goes on. */
export interface Continued {
  readonly stream: string;
  readonly resource?: string;
  /** Where it goes on: a value, or for how many parents. */
  readonly from?: string;
  /** Why it begins anew. */
  readonly reason?: string;
}

export interface StateFile {
  /** The file that `sync --state` takes; absent: nothing of the state can be used. */
  readonly text?: string;
  readonly streams: readonly Continued[];
  /** Whether the caller's options say which source it is of: `state adopt` makes it theirs. */
  readonly isToAdopt: boolean;
}

/** What another tool has read, as read by the connector that was made of it: no request, no row. */
export function stateFile(
  { tool, streams }: SavedStates,
  model: ConnectorModel,
  resourceOf: (stream: string) => string | undefined,
): StateFile {
  const resources: Record<string, object> = {};
  const continued = streams.map((saved): Continued => {
    const { stream } = saved;
    const name = resourceOf(stream) ?? stream;
    const resource = model.resources.find((each) => each.name.raw === name);
    if (resource === undefined) return { stream, reason: 'there is no resource for it' };
    const { incremental } = resource;
    if (incremental === null) return { stream, resource: name, reason: 'it is always read as a whole' };
    const made = cursorsOf(saved, resource, incremental);
    if ('reason' in made) return { stream, resource: name, reason: made.reason };
    resources[name] = {
      version: 1,
      mode: resource.writeDisposition,
      complete: true,
      state: {
        v: 1,
        resource: name,
        shape: `state of ${tool}`,
        origin: new URL(model.baseUrl).origin,
        ...made.state,
        next: null,
      },
    };
    return { stream, resource: name, from: made.from };
  });
  const used = Object.keys(resources);
  return {
    streams: continued,
    isToAdopt:
      model.baseUrlTemplate !== null ||
      model.resources.some(
        ({ name, path }) => used.includes(name.raw) && path.some((part) => typeof part !== 'string' && part.kind === 'config'),
      ),
    ...(used.length === 0 ? {} : { text: `${JSON.stringify({ version: 1, connector: model.name.raw, resources }, null, 2)}\n` }),
  };
}

type Made = { readonly state: object; readonly from: string } | { readonly reason: string };

function cursorsOf(saved: SavedStream, { parent, forEach }: ResourceModel, incremental: IncrementalModel): Made {
  const cursor = (value: string | number): object | undefined => {
    const start = cursorValue(value, incremental);
    return start === undefined ? undefined : { start, read: [], latest: null, readLatest: [] };
  };
  const unreadable = (value: string | number): Made => ({ reason: `${JSON.stringify(value)} is no value of its cursor` });
  if (parent === null && forEach === null) {
    if (saved.value === undefined) return { reason: 'the state does not say how far it has come' };
    const made = cursor(saved.value);
    return made === undefined ? unreadable(saved.value) : { state: { cursor: made }, from: String(saved.value) };
  }
  const cursors: Record<string, object> = {};
  for (const { partition, value } of saved.parts) {
    const key = keyOf(partition, parent?.fields.length ?? 0, forEach?.lists.map(({ name }) => name.raw) ?? []);
    if (key === undefined) return { reason: `${JSON.stringify(partition).slice(0, 80)} is none of what it is read for` };
    const made = cursor(value);
    if (made === undefined) return unreadable(value);
    cursors[key] = made;
  }
  const count = Object.keys(cursors).length;
  if (count === 0) return { reason: 'the state does not say how far it has come for each of what it is read for' };
  return { state: { cursors }, from: `${count} of what it is read for` };
}

/** What states call a parent, or a combination of values. */
function keyOf({ parent_slice: _, ...partition }: JsonObject, parentFields: number, lists: readonly string[]): string | undefined {
  const values = Object.values(partition);
  const [only, ...more] = values;
  if (only === undefined || only === null || values.some((each) => typeof each === 'object')) return undefined;
  if (more.length === 0 && (parentFields === 1 || lists.length === 1)) return String(only);
  const named = lists.map((name) => partition[name]);
  return parentFields > 0 || named.some((each) => each === undefined) ? undefined : JSON.stringify(named);
}

/** A value of a state as records have it. */
function cursorValue(
  value: string | number,
  { kind, recordFormat, requestFormat, timezone }: IncrementalModel,
): string | number | undefined {
  if (kind === 'number') return value === '' || !Number.isFinite(Number(value)) ? undefined : Number(value);
  const iso = isoOf(value, [requestFormat, recordFormat]);
  return iso === undefined ? undefined : writtenBound(iso, kind, recordFormat, timezone);
}

/** A time in ISO 8601: as it is where it is one, of seconds or milliseconds since 1970, or written in one of the formats. */
function isoOf(value: string | number, said: readonly (TimeFormat | null)[]): string | undefined {
  const formats = said.flatMap((each) => (each === null ? [] : each.kind === 'several' ? each.formats : [each]));
  const text = String(value).trim();
  if (/^\d{4}-\d\d-\d\d(?:$|[T ])/.test(text)) return text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2');
  if (/^-?\d+(?:\.\d+)?$/.test(text)) {
    const isMilliseconds = formats.some((each) => each.kind === 'epoch_ms') || Math.abs(Number(text)) >= 100_000_000_000;
    return isoAt(Number(text) * (isMilliseconds ? 1 : 1000));
  }
  for (const format of formats) {
    if (format.kind === 'rfc2822') return isoAt(Date.parse(text));
    const found = format.kind === 'strftime' ? new RegExp(instantPattern(format.pattern).pattern, 'u').exec(text)?.groups : undefined;
    const { year, month, day, hour = '00', minute = '00', second = '00', zone = '' } = found ?? {};
    if (year !== undefined && month !== undefined && day !== undefined) return `${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`;
  }
  return undefined;
}

function isoAt(milliseconds: number): string | undefined {
  return Number.isFinite(milliseconds) && Math.abs(milliseconds) < 8_640_000_000_000_000 ? new Date(milliseconds).toISOString() : undefined;
}
