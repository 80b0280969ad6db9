import type { OneTimeFormat, TimeFormat } from './model.js';

/** The formats of a `datetime` that have a name. */
export const NAMED_TIME_FORMATS = ['iso8601', 'rfc2822', 'epoch_s', 'epoch_ms', 'microsoft_date'] as const;

const YEAR = String.raw`\d{4}`;
const MONTH = '(?:0[1-9]|1[0-2])';
const DAY = String.raw`(?:0[1-9]|[12]\d|3[01])`;
const HOUR = String.raw`(?:[01]\d|2[0-3])`;
const MINUTE = String.raw`[0-5]\d`;
const OFFSET = String.raw`(?:Z|[+-]${HOUR}:?${MINUTE})`;
const MONTH_NAME = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const WEEKDAY = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';

/** A day that exists: 30 days where there are 30, 29 in February of a leap year. */
const ISO_DATE =
  String.raw`(?:${YEAR}-(?:${MONTH}-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)` +
  String.raw`|(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)`;
/** With a leap second, which comes at the end of a day in UTC: where offsets are of half or quarter hours, in the middle of an hour. */
const ISO_TIME = String.raw`${HOUR}:(?:${MINUTE}:${MINUTE}|(?:[25]9|44):60)(?:\.\d+)?`;
const RFC_2822 = String.raw`(?:${WEEKDAY}, )?(?:0?[1-9]|[12]\d|3[01]) ${MONTH_NAME} ${YEAR} ${HOUR}:${MINUTE}(?::${MINUTE})? (?:[+-]\d{4}|GMT|UTC?)`;

/** Milliseconds since 1970, as .NET's JSON had them, and the offset of the zone that they were written in. */
const MICROSOFT_DATE = String.raw`/Date\(-?\d{1,15}(?:[+-]${HOUR}${MINUTE})?\)/`;

/** What each directive of a strftime pattern stands for. */
const DIRECTIVES: ReadonlyMap<string, string> = new Map([
  ['Y', YEAR],
  ['m', MONTH],
  ['d', DAY],
  ['H', HOUR],
  ['M', MINUTE],
  ['S', MINUTE],
  ['f', String.raw`\d{1,9}`],
  ['z', OFFSET],
  ['Z', '(?:UTC|GMT|Z)'],
  ['y', String.raw`\d\d`],
  ['j', String.raw`(?:00[1-9]|0[1-9]\d|[12]\d\d|3[0-5]\d|36[0-6])`],
  ['I', '(?:0[1-9]|1[0-2])'],
  ['p', '(?:AM|PM)'],
  ['b', MONTH_NAME],
  ['B', '(?:January|February|March|April|May|June|July|August|September|October|November|December)'],
  ['a', WEEKDAY],
  ['A', '(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)'],
  ['e', String.raw`(?:[ 0]?[1-9]|[12]\d|3[01])`],
  ['s', String.raw`-?\d{1,12}`],
  ['F', `${YEAR}-${MONTH}-${DAY}`],
  ['T', `${HOUR}:${MINUTE}:${MINUTE}`],
  ['%', '%'],
]);

/** The first directive of a strftime pattern that cannot be checked. */
export function unknownDirective(pattern: string): string | undefined {
  for (const [directive, letter = ''] of pattern.matchAll(/%(.?)/gsu)) if (!DIRECTIVES.has(letter)) return directive;
  return undefined;
}

/** The first directive of no fixed length that stands twice: several of them in a row would let a pattern run away. */
export function repeatedDirective(pattern: string): string | undefined {
  const seen = new Set<string>();
  for (const [directive, letter = ''] of pattern.matchAll(/%(.?)/gsu)) {
    if (!'fse'.includes(letter)) continue;
    if (seen.has(letter)) return directive;
    seen.add(letter);
  }
  return undefined;
}

/** The format that times are written in: of several, the first. */
export function writtenFormat(format: TimeFormat): OneTimeFormat;
export function writtenFormat(format: TimeFormat | null): OneTimeFormat | null;
export function writtenFormat(format: TimeFormat | null): OneTimeFormat | null {
  return format?.kind === 'several' ? (format.formats[0] ?? { kind: 'iso8601' }) : format;
}

/** The formats that times are read in. */
export function readFormats(format: TimeFormat): readonly OneTimeFormat[] {
  return format.kind === 'several' ? format.formats : [format];
}

/** What a format is, as a text: two of the same are one. */
export function formatKey(format: TimeFormat): string {
  return readFormats(format)
    .map((each) => (each.kind === 'strftime' ? each.pattern : each.kind))
    .join(' | ');
}

/** Whether a time in this format is a number. */
export function isEpoch(format: TimeFormat): boolean {
  return format.kind === 'epoch_s' || format.kind === 'epoch_ms';
}

/** The pattern, anchored, that a text of this format has; none for epochs, which are numbers. */
export function timePattern(of: 'datetime' | 'date' | 'time', format: TimeFormat): string | undefined {
  switch (format.kind) {
    case 'epoch_s':
    case 'epoch_ms':
      return undefined;
    case 'rfc2822':
      return `^${RFC_2822}$`;
    case 'microsoft_date':
      return `^${MICROSOFT_DATE}$`;
    case 'several':
      return `^(?:${format.formats.map((each) => timePattern(of, each)?.slice(1, -1) ?? '').join('|')})$`;
    case 'strftime':
      return `^${strftimePattern(format.pattern)}$`;
    case 'iso8601':
      if (of === 'date') return `^${ISO_DATE}$`;
      return of === 'time' ? `^${ISO_TIME}${OFFSET}?$` : `^${ISO_DATE}T${ISO_TIME}${OFFSET}$`;
  }
}

/** What the directives that make an instant are called where a text is taken apart. */
const PARTS: ReadonlyMap<string, string> = new Map([
  ['Y', 'year'],
  ['y', 'shortYear'],
  ['m', 'month'],
  ['b', 'monthName'],
  ['B', 'monthName'],
  ['d', 'day'],
  ['e', 'day'],
  ['j', 'dayOfYear'],
  ['H', 'hour'],
  ['I', 'hour12'],
  ['p', 'half'],
  ['M', 'minute'],
  ['S', 'second'],
  ['f', 'fraction'],
  ['z', 'zone'],
  ['s', 'epoch'],
]);

/** A strftime pattern with a named group for each part of a time that it has. A part that stands twice counts once. */
export function instantPattern(pattern: string): { readonly pattern: string; readonly parts: ReadonlySet<string> } {
  const parts = new Set<string>();
  const spelt = pattern.replaceAll('%F', '%Y-%m-%d').replaceAll('%T', '%H:%M:%S');
  const groups = spelt.replace(/%(.)|[^%]+/gsu, (text, letter: string | undefined) => {
    const piece = strftimePattern(text);
    const part = letter === undefined ? undefined : PARTS.get(letter);
    if (part === undefined || parts.has(part)) return piece;
    parts.add(part);
    return `(?<${part}>${piece})`;
  });
  return { pattern: `^${groups}$`, parts };
}

/** How messages and comments name the format: "an ISO 8601 instant". */
export function timeWords(of: 'datetime' | 'date' | 'time', format: TimeFormat): string {
  switch (format.kind) {
    case 'epoch_s':
      return 'seconds since 1970';
    case 'epoch_ms':
      return 'milliseconds since 1970';
    case 'rfc2822':
      return 'an RFC 2822 date and time';
    case 'microsoft_date':
      return 'a time like /Date(1767225600000+0100)/';
    case 'several':
      return format.formats.map((each) => timeWords(of, each)).join(' or ');
    case 'strftime':
      return `a ${of === 'datetime' ? 'date and time' : of} like ${format.pattern}`;
    case 'iso8601':
      return of === 'datetime' ? 'an ISO 8601 instant' : `an ISO 8601 ${of}`;
  }
}

function strftimePattern(pattern: string): string {
  return pattern.replace(/%(.)|[^%]+/gsu, (text, letter: string | undefined) =>
    letter === undefined ? text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&') : (DIRECTIVES.get(letter) ?? ''),
  );
}
