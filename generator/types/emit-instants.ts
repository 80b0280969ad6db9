import { code, docWords, identifier, join, literal, nothing, regex, type Code } from '../code.js';
import { nameOf } from '../names.js';
import type { RecordsContext } from './context.js';
import type { FieldModel, RecordsModel, TimeFormat, TypeModel } from './model.js';
import { formatKey, instantPattern, readFormats, timePattern } from './time-format.js';
import { interfacesOf } from './walk.js';

/** A function of `src/internal/instants.ts`: one for each format that a `datetime` of the connector has. */
export interface InstantReader {
  /** `instantOf` for ISO 8601, `instantOfEventCreated` for a pattern that `created` of events is the first to have. */
  readonly name: string;
  readonly format: TimeFormat;
}

/** Which readers the records need; none where no record has a `datetime`. */
export function instantReaders(model: RecordsModel): readonly InstantReader[] {
  const readers = new Map<string, InstantReader>();
  const taken = new Set<string>();
  for (const type of model.types) {
    for (const { name, format } of interfacesOf(type).flatMap(timesOf)) {
      for (const each of format.kind === 'several' ? [format, ...format.formats] : [format]) {
        const key = formatKey(each);
        if (readers.has(key)) continue;
        let reader = NAMES[each.kind] ?? `instantOf${name}`;
        for (let count = 2; taken.has(reader); count++) reader = `instantOf${name}${count}`;
        taken.add(reader);
        readers.set(key, { name: reader, format: each });
      }
    }
  }
  return [...readers.values()];
}

const NAMES: Readonly<Partial<Record<TimeFormat['kind'], string>>> = {
  iso8601: 'instantOf',
  rfc2822: 'instantOfRfc2822',
  epoch_s: 'instantOfEpochSeconds',
  epoch_ms: 'instantOfEpochMilliseconds',
  microsoft_date: 'instantOfMicrosoftDate',
};

interface NamedFormat {
  /** `EventCreated`, for `created` of `Event`. */
  readonly name: string;
  readonly format: TimeFormat;
}

/** The formats of the times in the fields of one interface. */
function timesOf({ typeName, fields }: { readonly typeName: string; readonly fields: readonly FieldModel[] }): readonly NamedFormat[] {
  return fields.flatMap((field, index) => {
    const name = `${typeName}${nameOf(field.name).pascal || `Field${index + 1}`}`;
    return formatsIn(field.type).map((format) => ({ name, format }));
  });
}

/** The formats of a type itself, or of its items; nested objects speak for themselves. */
function formatsIn(type: TypeModel): readonly TimeFormat[] {
  switch (type.kind) {
    case 'time':
      return type.of === 'datetime' ? [type.format] : [];
    case 'array':
      return formatsIn(type.items.type);
    case 'map':
      return formatsIn(type.values.type);
    case 'union':
      return type.members.flatMap(formatsIn);
    default:
      return [];
  }
}

/** `src/internal/instants.ts`: from the times of the records, which stay as they are written, to points in time. */
export function emitInstants(model: RecordsModel, { header }: RecordsContext): Code | undefined {
  const readers = instantReaders(model);
  if (readers.length === 0) return undefined;
  const functions = readers.map((reader) => emitReader(reader, readers));
  const texts = join(functions, '\n\n').text;
  return code`${header}

/** A point in time, with what a \`Date\` has no room for. */
export interface Instant {
  readonly epochMilliseconds: number;
  /** Every digit that was written, up to nanoseconds. */
  readonly epochNanoseconds: bigint;
  /** The offset from UTC that it was written with; 0 where none was. */
  readonly offsetMinutes: number;
}

${join([...functions, INSTANT, ...(texts.includes('offsetOf(') ? [OFFSET_OF] : [])], '\n\n')}
`;
}

const INSTANT = code`function instant(localMilliseconds: number, fraction: string, offsetMinutes: number): Instant {
  if (Number.isNaN(localMilliseconds)) throw new RangeError('not a time in the declared format');
  const utc = localMilliseconds - offsetMinutes * 60_000;
  return {
    epochMilliseconds: utc + Number(fraction.slice(0, 3).padEnd(3, '0')),
    epochNanoseconds: BigInt(utc) * 1_000_000n + BigInt(fraction.slice(0, 9).padEnd(9, '0')),
    offsetMinutes,
  };
}`;

/** In minutes: `+05:30` is 330. */
const OFFSET_OF = code`function offsetOf(zone: string): number {
  const [, sign = '', hours, minutes] = /^([+-])(\\d\\d):?(\\d\\d)$/.exec(zone) ?? [];
  return hours === undefined ? 0 : Number(\`\${sign}1\`) * (Number(hours) * 60 + Number(minutes)) + 0;
}`;

function emitReader({ name, format }: InstantReader, readers: readonly InstantReader[]): Code {
  const reader = identifier(name);
  switch (format.kind) {
    case 'iso8601':
      return code`/** The instant that an ISO 8601 text names; a leap second is the last microsecond before it. Throws a \`RangeError\` for other text. */
export function ${reader}(text: string): Instant {
  const ordinary = text.replace(/:60(?:\\.\\d+)?/, ':59.999999');
  const [, seconds = '', fraction = '', zone = ''] = /^(.{19})(?:\\.(\\d+))?(Z|[+-]\\d\\d:?\\d\\d)$/.exec(ordinary) ?? [];
  return instant(Date.parse(\`\${seconds}Z\`), fraction, offsetOf(zone));
}`;
    case 'rfc2822':
      return code`/** The instant that an RFC 2822 text names. Throws a \`RangeError\` for other text. */
export function ${reader}(text: string): Instant {
  const [, time = '', zone = ''] = /^(.*) ([+-]\\d{4}|[A-Z]+)$/.exec(text) ?? [];
  return instant(Date.parse(\`\${time} GMT\`), '', offsetOf(zone));
}`;
    case 'epoch_s':
      return code`/** The instant that is so many seconds after 1970. */
export function ${reader}(seconds: number): Instant {
  const whole = Math.floor(seconds);
  return instant(whole * 1000, String(Math.round((seconds - whole) * 1e6)).padStart(6, '0'), 0);
}`;
    case 'epoch_ms':
      return code`/** The instant that is so many milliseconds after 1970. */
export function ${reader}(milliseconds: number): Instant {
  const whole = Math.floor(milliseconds / 1000);
  return instant(whole * 1000, String(Math.floor(milliseconds) - whole * 1000).padStart(3, '0'), 0);
}`;
    case 'microsoft_date':
      return code`/** The instant that a text like \`/Date(1767225600000+0100)/\` names: milliseconds since 1970, whatever the offset. Throws a \`RangeError\` for other text. */
export function ${reader}(text: string): Instant {
  const [, milliseconds = '?', zone = ''] = ${regex(String.raw`^/Date\((-?\d{1,15})([+-]\d{4})?\)/$`)}.exec(text) ?? [];
  const whole = Math.floor(Number(milliseconds) / 1000);
  return instant((whole + offsetOf(zone) * 60) * 1000, String(Number(milliseconds) - whole * 1000).padStart(3, '0'), offsetOf(zone));
}`;
    case 'several':
      return emitSeveralReader(reader, format, readers);
    case 'strftime':
      return emitPatternReader(reader, format.pattern);
  }
}

/** Reads a text in the first format that it has; the last one says what is wrong with others. */
function emitSeveralReader(reader: Code, format: TimeFormat, readers: readonly InstantReader[]): Code {
  const formats = readFormats(format).map((each) => ({
    pattern: timePattern('datetime', each) ?? '',
    name: identifier(readers.find((other) => formatKey(other.format) === formatKey(each))?.name ?? ''),
  }));
  const last = formats.at(-1)?.name ?? nothing;
  return code`/** The instant that a text in one of several formats names. Throws a \`RangeError\` for other text. */
export function ${reader}(text: string): Instant {
  ${formats.slice(0, -1).map(({ pattern, name }) => code`if (${regex(pattern)}.test(text)) return ${name}(text);`)}
  return ${last}(text);
}`;
}

/** Reads the parts of a text by name; parts that the pattern leaves out are those of midnight, 1 January 1970, in UTC. */
function emitPatternReader(reader: Code, pattern: string): Code {
  const { pattern: groups, parts } = instantPattern(pattern);
  const has = (part: string): boolean => parts.has(part);
  const year = has('year')
    ? code`Number(year)`
    : has('shortYear')
      ? code`Number(shortYear) + (Number(shortYear) < 69 ? 2000 : 1900)`
      : code`1970`;
  const month = has('month') ? code`Number(month) - 1` : has('monthName') ? code`MONTHS.indexOf(monthName.slice(0, 3))` : code`0`;
  const day = has('dayOfYear') ? code`Number(dayOfYear)` : has('day') ? code`Number(day)` : code`1`;
  const hour = has('hour')
    ? code`Number(hour)`
    : has('hour12')
      ? code`(Number(hour12) % 12)${has('half') ? code` + (half === 'PM' ? 12 : 0)` : nothing}`
      : code`0`;
  const minute = has('minute') ? code`Number(minute)` : code`0`;
  const second = has('second') ? code`Number(second)` : code`0`;
  const local = has('epoch') ? code`Number(epoch) * 1000` : code`Date.UTC(${join([year, month, day, hour, minute, second], ', ')})`;
  const names = [...parts].map((part) => code`${identifier(part)} = ${literal(part === 'fraction' || part === 'zone' ? '' : '?')}`); // '?' is no number
  const months =
    !has('epoch') && !has('month') && has('monthName')
      ? [code`const MONTHS = ${literal(['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'])};`]
      : [];
  return code`/** The instant that a text like ${docWords(`\`${pattern}\``)} names${has('zone') ? nothing : code`, which is in UTC`}. Throws a \`RangeError\` for other text. */
export function ${reader}(text: string): Instant {
  const { ${join(names, ', ')} } = ${regex(groups)}.exec(text)?.groups ?? {};
  ${months}
  return instant(${local}, ${has('fraction') ? code`fraction` : literal('')}, ${has('zone') ? code`offsetOf(zone)` : code`0`});
}`;
}
