import { timePattern } from '../types/time-format.js';
import type { JsonValue } from '../shape.js';
import { isObject, type JsonObject } from './body.js';
import { look, sure, type Finding } from './exchange.js';

/** How a field writes times: a field type of a spec, and its `format` where it is not the default. */
export interface TimeForm {
  readonly type: 'datetime' | 'date';
  readonly format?: string;
}

/** A field that grows when records change. */
export interface CursorField {
  readonly path: readonly string[];
  readonly form: TimeForm;
}

const STRFTIME = [
  '%Y-%m-%d %H:%M:%S',
  '%Y-%m-%dT%H:%M:%S',
  '%Y-%m-%dT%H:%M:%S.%f',
  '%Y-%m-%d %H:%M:%S.%f',
  '%Y-%m-%d %H:%M:%S%z',
  '%Y-%m-%d %H:%M:%S.%f%z',
  '%Y-%m-%dT%H:%M%z',
  '%Y-%m-%dT%H:%M',
  '%Y-%m-%d %H:%M',
  '%Y/%m/%d %H:%M:%S',
  '%a %b %d %H:%M:%S %z %Y',
] as const;

const TEXT_FORMS: readonly { readonly form: TimeForm; readonly pattern: RegExp }[] = [
  { form: { type: 'datetime' }, pattern: patternOf('datetime', { kind: 'iso8601' }) },
  ...STRFTIME.map((pattern) => ({
    form: { type: 'datetime' as const, format: pattern },
    pattern: patternOf('datetime', { kind: 'strftime', pattern }),
  })),
  { form: { type: 'datetime', format: 'rfc2822' }, pattern: patternOf('datetime', { kind: 'rfc2822' }) },
  { form: { type: 'date' }, pattern: patternOf('date', { kind: 'iso8601' }) },
  ...['%Y%m%d', '%Y/%m/%d', '%d/%m/%Y', '%m/%d/%Y'].map((pattern) => ({
    form: { type: 'date' as const, format: pattern },
    pattern: patternOf('date', { kind: 'strftime', pattern }),
  })),
];

function patternOf(of: 'datetime' | 'date', format: Parameters<typeof timePattern>[1]): RegExp {
  return new RegExp(timePattern(of, format) ?? '(?!)');
}

/** The one way in which all of these texts write times; several that fit only together are none. */
export function textTimeForm(values: readonly string[], name = ''): TimeForm | undefined {
  if (values.length === 0) return undefined;
  const found = TEXT_FORMS.find(({ pattern }) => values.every((each) => pattern.test(each)))?.form;
  if (found?.format === '%Y%m%d') return TIME_NAMES.test(name) ? found : undefined; // eight digits are a number, mostly
  if (found?.format === undefined || !/^%[dm]\//.test(found.format)) return found;
  // days and months that could be either are no form
  return values.some((each) => Number(each.slice(0, 2)) > 12 || Number(each.slice(3, 5)) > 12) ? found : undefined;
}

const TIME_NAMES =
  /(?:^|_|[a-z](?=[A-Z]))(?:at|on|date|day|time|timestamp|ts|created|updated|modified|changed|edited|since|until|expires)$|(?:At|On|Date|Time|Timestamp|_ts)$|^(?:created|updated|modified|changed|timestamp|time|date)/;

/** Numbers in a field whose name speaks of time, in the range of seconds, or of milliseconds, of the last and next decades. */
export function epochForm(values: readonly number[], name: string): TimeForm | undefined {
  if (values.length === 0 || !TIME_NAMES.test(name)) return undefined;
  if (values.every((each) => each >= 4e8 && each < 4e9)) return { type: 'datetime', format: 'epoch_s' };
  return values.every((each) => Number.isInteger(each) && each >= 4e11 && each < 4e12)
    ? { type: 'datetime', format: 'epoch_ms' }
    : undefined;
}

const CURSOR_RANKS: readonly RegExp[] = [
  /^(?:last_?)?(?:updated|modified|changed|edited)(?:_?(?:at|on|date|time|timestamp|ts|when))?$|^(?:last_?(?:updated|modified|changed|edit)|date_?(?:updated|modified)|(?:update|modification|change)_?(?:time|date|ts|timestamp)|sys_updated_on|system_?modstamp)$/i,
  /^(?:created|inserted|added|occurred|received|published|started)(?:_?(?:at|on|date|time|timestamp|ts))?$|^(?:timestamp|ts|date_?created|creat(?:e|ion)_?(?:time|date|ts|timestamp)|event_?time|time|date)$/i,
];
/** Objects of a record that hold what is known about it. */
const ABOUT = ['meta', 'metadata', 'attributes', 'properties', 'fields', 'sys', 'info', 'audit'];

/** Fields that could be the cursor of incremental reads, the likeliest first: those that grow when a record changes. */
export function cursorFields(records: readonly JsonObject[]): readonly Finding<CursorField>[] {
  const places = [...new Set(records.flatMap((each) => Object.keys(each)))].map((name) => [name]);
  const inner = ABOUT.flatMap((outer) => {
    const first = records[0]?.[outer];
    return isObject(first) ? Object.keys(first).map((name) => [outer, name]) : [];
  });
  return [...places, ...inner]
    .flatMap((path) => {
      const name = path.at(-1) ?? '';
      const rank = CURSOR_RANKS.findIndex((pattern) => pattern.test(name));
      const form = rank === -1 ? undefined : formAt(records, path);
      return form === undefined ? [] : [{ rank: rank + (path.length - 1) / 2, path, form }];
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ rank, path, form }) => (rank === 0 ? sure : look)({ path, form }, `${formWords(form)} in ${records.length}/${records.length}`));
}

function formAt(records: readonly JsonObject[], path: readonly string[]): TimeForm | undefined {
  const values = records.map((each) =>
    path.reduce<JsonValue | undefined>((value, key) => (isObject(value) ? value[key] : undefined), each),
  );
  const texts = values.filter((each) => typeof each === 'string');
  if (texts.length === values.length) return textTimeForm(texts, path.at(-1));
  const numbers = values.filter((each) => typeof each === 'number');
  return numbers.length === values.length ? epochForm(numbers, path.at(-1) ?? '') : undefined;
}

/** What a form is called in comments. */
function formWords({ type, format }: TimeForm): string {
  if (format === undefined) return type === 'date' ? 'a date' : 'an instant';
  return format.startsWith('epoch') ? `${format === 'epoch_s' ? 'seconds' : 'milliseconds'} since 1970` : `a time like ${format}`;
}
