import type { ConnectorModel, ResourceModel } from '../model/connector-model.js';
import type { RecordType } from '../types/model.js';
import { sampleRecord } from '../types/sample.js';
import type { JsonValue } from '../shape.js';
import { changed, unchanged } from './changed.js';
import { isObject, valueAt } from './places.js';
import type { Config } from './sample-config.js';

/** The records of a recording that is made up, such that other resources can be read for them. */

/** A record with all that it has after it was read. */
export function asChildrenSee(record: JsonValue, { changes }: ResourceModel, config: Config, included: Config): JsonValue {
  const seen = changed(unchanged(record, changes) ?? record, changes, config);
  return isObject(record) ? { ...record, ...(isObject(seen) ? seen : {}), ...included } : record;
}

/**
 * A record of which other resources can be read: where a child needs a value, there is one, and another than those `taken`: a
 * read that goes on later cannot know that it had a parent before, or that a key has come.
 */
export function sampleFor(
  connector: ConnectorModel,
  resource: ResourceModel,
  type: RecordType,
  random: () => number,
  index: number,
  taken: Set<string>,
): JsonValue {
  const children = connector.resources.filter((each) => each.parent?.resource.raw === resource.name.raw);
  for (let tries = 0; ; tries++) {
    const record = sampleRecord(type, random, index, connector.records.types);
    const own = resource.primaryKey.map((field) => valueAt(record, [{ kind: 'key', key: field }]));
    const keys = [
      ...children.map(({ name, parent }) => JSON.stringify([name.raw, ...keyOf(record, parent)])),
      ...(own.length === 0 ? [] : [JSON.stringify(['', ...own])]),
    ];
    const fails =
      children.some(({ parent }) => parent?.onNull === 'fail' && keyOf(record, parent).includes(null)) ||
      lacksCursor(record, resource) ||
      unchanged(record, resource.changes) === undefined;
    if (tries < 50 && (fails || keys.some((key) => taken.has(key)))) continue;
    const whole = keys.some((key) => taken.has(key)) ? withOwnKey(record, resource, type, index) : record;
    for (const key of keys) taken.add(key);
    return whole;
  }
}

/** The record with a key that no other has, where there are fewer values to choose from than records: codes of currencies. */
function withOwnKey(record: JsonValue, { primaryKey }: ResourceModel, { fields }: RecordType, index: number): JsonValue {
  const key = fields.find(({ name, type }) => primaryKey.includes(name) && type.kind === 'string');
  return key === undefined || !isObject(record) ? record : { ...record, [key.name]: `${String(record[key.name])}_${index + 1}` };
}

/** Whether the next page is asked for by a field of the last record that this one has not. */
function lacksCursor(record: JsonValue, { paginator }: ResourceModel): boolean {
  if (paginator.type !== 'cursor' || paginator.from !== 'last record') return false;
  const path = paginator.path.flatMap((step) => (step.kind === 'where' ? [] : [step]));
  return !['string', 'number'].includes(typeof valueAt(record, path));
}

function keyOf(record: JsonValue, parent: ResourceModel['parent']): readonly JsonValue[] {
  return (parent?.fields ?? []).map(({ path }) => valueAt(record, path));
}

export function recordOf(connector: ConnectorModel, resource: ResourceModel): RecordType {
  const type = connector.records.resources.find((each) => each.resource === resource.name.raw)?.type;
  if (type === undefined) throw new Error(`no record for ${resource.name.raw}`);
  return type;
}

export function without(record: JsonValue, names: ReadonlySet<string | undefined>): JsonValue {
  return names.size === 0 || !isObject(record) ? record : Object.fromEntries(Object.entries(record).filter(([name]) => !names.has(name)));
}
