/** A number with the digits that it was written with. */
export class Digits {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Reads JSON as it stands: every number as its digits. */
export function parseDigits(text: string): unknown {
  const marked = text.replace(/"(?:[^"\\]|\\.)*"(?:\s*:)?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g, (token) =>
    token.startsWith('"') ? (token.endsWith('"') ? `"s${token.slice(1)}` : token) : `"n${token}"`,
  );
  return JSON.parse(marked, (_, value: unknown) =>
    typeof value !== 'string' ? value : value.startsWith('n') ? new Digits(value.slice(1)) : value.slice(1),
  );
}

/** A value in one way of writing: keys in order, numbers by what they are worth. */
export function canonicalJson(text: string): string {
  const write = (value: unknown): string => {
    if (value instanceof Digits) return canonicalNumber(value.text);
    if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${write(each)}`).join(',')}}`;
  };
  return write(parseDigits(text));
}

/** `-12.5e3` → `-125e2`: a number by its digits without zeros at either end, and where the point is. */
export function canonicalNumber(text: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  const digits = (whole + fraction).replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return '0';
  return `${sign === '-' ? '-' : ''}${significant}e${Number(exponent) - fraction.length + (digits.length - significant.length)}`;
}

/** A time as databases print it, in UTC with microseconds: `2024-03-09T21:00:00.123456Z`. One without a zone stays without. */
export function canonicalTime(text: string): string {
  const [, date = '', time = '', fraction = '', zone = ''] =
    /^(\d{4,6}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.(\d+))?\s?(Z|[+-]\d\d(?::?\d\d)?)?$/.exec(text) ?? [];
  if (date === '') return `no time: ${text}`;
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone) ?? [];
  const offset = Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  const [year = '', month = '', day = ''] = date.split('-');
  const instant = new Date(Date.parse(`2000-${month}-${day}T${time}Z`));
  instant.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  const utc = new Date(instant.getTime() - offset)
    .toISOString()
    .replace(/^\+0*/, '')
    .replace(/\.000Z$/, '');
  return `${utc}.${fraction.padEnd(6, '0')}${zone === '' ? '' : 'Z'}`;
}
