import { isList, isObject, listAt, member, objectAt, textAt, textsAt, type JsonObject } from '../../../../generator/import/values.js';
import type { JsonValue } from '../../../../generator/shape.js';

/** A value that a JSON Schema allows, another for each number. */
export function valueOf(schema: JsonValue | undefined, name: string, number: number, isNullable: (name: string) => boolean): JsonValue {
  const fixed = member(schema, 'const');
  if (fixed !== undefined) return fixed;
  const enumerated = listAt(schema, 'enum').filter((each) => each !== null);
  if (enumerated.length > 0) return enumerated[number % enumerated.length] ?? null;
  const choice = ['oneOf', 'anyOf'].flatMap((each) => listAt(schema, each)).find((each) => !textsAt(each, 'type').includes('null'));
  if (choice !== undefined) return valueOf(choice, name, number, isNullable);
  const types = textsAt(schema, 'type');
  if (types.includes('null') && number % 3 === 2 && isNullable(name)) return null;
  const [type = isObject(member(schema, 'properties')) ? 'object' : 'string'] = types.filter((each) => each !== 'null');
  switch (type) {
    case 'integer':
    case 'number':
      return number;
    case 'boolean':
      return number % 2 === 0;
    case 'array': {
      const items = member(schema, 'items');
      return [valueOf(isList(items) ? items[0] : items, name, number, isNullable)];
    }
    case 'object':
      return recordOf(schema, number, isNullable);
    default:
      return textFor(schema, name, number);
  }
}

function textFor(schema: JsonValue | undefined, name: string, number: number): string {
  const format = textAt(schema, 'format');
  const time = new Date(Date.UTC(2026, 0, 1) + number * 3_600_000).toISOString();
  if (format === 'date-time') return time.replace('.000Z', 'Z');
  if (format === 'date') return time.slice(0, 10);
  if (format === 'time') return time.slice(11, 19);
  if (format === 'email') return `someone${number}@example.com`;
  if (format === 'uri' || format === 'url') return `https://example.com/${number}`;
  if (format === 'uuid') return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  return `${name} ${number}`;
}

/** A record of all that a schema declares. */
export function recordOf(schema: JsonValue | undefined, number: number, isNullable: (name: string) => boolean): JsonObject {
  return Object.fromEntries(
    Object.entries(objectAt(schema, 'properties') ?? {}).map(([key, inner]) => [key, valueOf(inner, key, number, isNullable)]),
  );
}

/** A time as a format of `strftime` writes it. */
export function written(at: number, format: string): string {
  const iso = new Date(at).toISOString();
  const parts: Readonly<Record<string, string>> = {
    '%Y': iso.slice(0, 4),
    '%m': iso.slice(5, 7),
    '%d': iso.slice(8, 10),
    '%H': iso.slice(11, 13),
    '%M': iso.slice(14, 16),
    '%S': iso.slice(17, 19),
    '%f': `${iso.slice(20, 23)}000`,
    '%_ms': iso.slice(20, 23),
    '%z': '+0000',
    '%Z': 'UTC',
    '%ms': String(at),
    '%s': String(Math.floor(at / 1000)),
    '%s_as_float': `${Math.floor(at / 1000)}.0`,
    '%epoch_microseconds': `${at}000`,
  };
  return format.replace(/%(?:_ms|ms|s_as_float|epoch_microseconds|[YmdHMSfzZs])/g, (word) => parts[word] ?? word);
}

/** What a text in a format stands for; undefined for one that it does not. */
export function timeOf(text: string, format: string): number | undefined {
  if (/^%(?:s|ms|s_as_float|epoch_microseconds)$/.test(format)) {
    const number = Number(text);
    if (Number.isNaN(number)) return undefined;
    return format === '%ms' ? number : format === '%epoch_microseconds' ? number / 1000 : number * 1000;
  }
  const found = /(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d):?(\d\d)?(?:\.(\d{1,3})\d*)?)?/.exec(text);
  const day = /^(\d\d)[-/.](\d\d)[-/.](\d{4})/.exec(text);
  if (found !== null) {
    const [, year, month, date, hour = '0', minute = '0', second = '0', rest = '0'] = found;
    return Date.UTC(
      Number(year),
      Number(month) - 1,
      Number(date),
      Number(hour),
      Number(minute),
      Number(second),
      Number(rest.padEnd(3, '0')),
    );
  }
  if (day === null) return undefined;
  const [, a, b, year] = day;
  const isMonthFirst = format.startsWith('%m');
  return Date.UTC(Number(year), Number(isMonthFirst ? a : b) - 1, Number(isMonthFirst ? b : a));
}
