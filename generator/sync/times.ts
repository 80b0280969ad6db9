import { nameOf } from '../names.js';
import { itemFields } from '../model/lists.js';
import type { ConnectorModel } from '../model/connector-model.js';
import type { FieldModel, RecordType, RecordsModel, TimeFormat, TimeType } from '../types/model.js';
import { formatKey, instantPattern, readFormats } from '../types/time-format.js';

/** A function of `src/sync/times.ts`: from a time as it was sent to one that databases read. */
export interface TimeReader {
  /** `instant`, or `timeOfPostModified` for a pattern that `modified` of posts is the first to have. */
  readonly name: string;
  readonly type: TimeType;
}

/** Which readers the tables of the resources need. */
export function timeReaders({ records, resources }: Pick<ConnectorModel, 'records' | 'resources'>): readonly TimeReader[] {
  const readers = new Map<string, TimeReader>();
  const taken = new Set(Object.values(NAMES));
  records.resources.forEach(({ type }, index) => {
    const inLists = (resources[index]?.lists ?? []).flatMap(({ path }) => fieldsOfList(type, path, records));
    [...type.fields, ...inLists].forEach((field, position) => {
      if (field.type.kind !== 'time') return;
      if (field.type.format.kind === 'several' && timeKind(field.type) === 'text') return; // as they were sent
      for (const each of partsToRead(field.type)) {
        const key = keyOf(each);
        if (readers.has(key)) continue;
        const wish = NAMES[key] ?? `timeOf${type.typeName}${nameOf(field.name).pascal || `Field${position + 1}`}`;
        let name = wish;
        for (let count = 2; NAMES[key] === undefined && taken.has(name); count++) name = `${wish}${count}`;
        taken.add(name);
        readers.set(key, { name, type: each });
      }
    });
  });
  return [...readers.values()];
}

/** A type, and that of each of its formats: what has a reader. Dates in ISO 8601 are read as they are. */
function partsToRead({ format, ...type }: TimeType): readonly TimeType[] {
  const several = format.kind === 'several' ? [format, ...format.formats] : [format];
  return several.map((each) => ({ ...type, format: each })).filter((each) => each.of !== 'date' || each.format.kind !== 'iso8601');
}

/** What a table of a list has a column for: the fields of its items, or the items themselves. */
export function fieldsOfList(type: RecordType, path: readonly string[], records: RecordsModel): readonly FieldModel[] {
  const [first = '', ...more] = path;
  let within: readonly string[] = [type.typeName];
  let list = type.fields.find(({ name }) => name === first);
  for (const name of [...more, undefined]) {
    if (list?.type.kind !== 'array') return [];
    const items = itemFields(list.type.items.type, records, within);
    if (name === undefined) return items?.fields ?? [{ ...list.type.items, name: 'value', optional: false, doc: NO_DOC }];
    within = items?.within ?? within;
    list = items?.fields.find((field) => field.name === name);
  }
  return [];
}

const NO_DOC = { description: undefined, unit: undefined, examples: [], deprecated: false };

/** The reader for times of that type; undefined: databases read them as they are. */
export function readerOf(type: TimeType, readers: readonly TimeReader[]): TimeReader | undefined {
  return readers.find((reader) => keyOf(reader.type) === keyOf(type));
}

/** What a strftime pattern says of a time. */
function partsOf(pattern: string): { readonly hasDate: boolean; readonly hasTime: boolean; readonly hasZone: boolean } {
  const { parts } = instantPattern(pattern);
  const has = (...names: readonly string[]): boolean => names.some((name) => parts.has(name));
  return {
    hasDate: has('epoch') || (has('year', 'shortYear') && (has('dayOfYear') || (has('month', 'monthName') && has('day')))),
    hasTime: has('hour') || (has('hour12') && has('half')),
    hasZone: has('zone', 'epoch') || /%Z/.test(pattern),
  };
}

function keyOf({ of, format }: TimeType): string {
  return format.kind === 'strftime' || format.kind === 'iso8601' || format.kind === 'several' ? `${of} ${formatKey(format)}` : format.kind;
}

const NAMES: Readonly<Record<string, string>> = {
  'datetime iso8601': 'instant',
  'time iso8601': 'timeOfDay',
  rfc2822: 'instantOfRfc2822',
  epoch_s: 'instantOfSeconds',
  epoch_ms: 'instantOfMilliseconds',
  microsoft_date: 'instantOfMicrosoftDate',
} satisfies Partial<Record<TimeFormat['kind'] | `${TimeType['of']} iso8601`, string>>;

/** What a time is in messages of protocols: an instant in UTC, a date, or as it was sent. */
export function writtenTime({ of, format }: TimeType, isNested: boolean): 'instant' | 'date' | 'sent' {
  if (of === 'time') return 'sent';
  if (format.kind === 'several') {
    const [first = 'sent', ...others] = format.formats.map((each) => writtenTime({ kind: 'time', of, format: each }, isNested));
    return others.every((each) => each === first) ? first : 'sent';
  }
  if (format.kind === 'iso8601') return of === 'date' ? 'date' : 'instant';
  if (isNested) return 'sent';
  if (format.kind !== 'strftime') return 'instant';
  const { hasDate, hasZone } = partsOf(format.pattern);
  if (!hasDate) return 'sent';
  return of === 'date' ? 'date' : hasZone ? 'instant' : 'sent';
}

/** What databases make of a time: text where its pattern leaves out what a date or a time of day consists of, or its formats differ in that. */
export function timeKind({ of, format }: TimeType): 'instant' | 'timestamp' | 'date' | 'time' | 'text' {
  const [first = 'text', ...others] = readFormats(format).map((each) => {
    if (each.kind !== 'strftime') return of === 'datetime' ? 'instant' : of;
    const parts = partsOf(each.pattern);
    if (of === 'time') return parts.hasTime ? 'time' : 'text';
    if (!parts.hasDate) return 'text';
    return of === 'date' ? 'date' : parts.hasZone ? 'instant' : 'timestamp';
  });
  return others.every((each) => each === first) ? first : 'text';
}
