// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

/** A point in time, with what a `Date` has no room for. */
export interface Instant {
  readonly epochMilliseconds: number;
  /** Every digit that was written, up to nanoseconds. */
  readonly epochNanoseconds: bigint;
  /** The offset from UTC that it was written with; 0 where none was. */
  readonly offsetMinutes: number;
}

/** The instant that an ISO 8601 text names; a leap second is the last microsecond before it. Throws a `RangeError` for other text. */
export function instantOf(text: string): Instant {
  const ordinary = text.replace(/:60(?:\.\d+)?/, ':59.999999');
  const [, seconds = '', fraction = '', zone = ''] = /^(.{19})(?:\.(\d+))?(Z|[+-]\d\d:?\d\d)$/.exec(ordinary) ?? [];
  return instant(Date.parse(`${seconds}Z`), fraction, offsetOf(zone));
}

/** The instant that a text in one of several formats names. Throws a `RangeError` for other text. */
export function instantOfSampleEdited(text: string): Instant {
  if (
    /^(?:\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)|(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\d|2[0-3]):(?:[0-5]\d:[0-5]\d|(?:[25]9|44):60)(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)$/.test(
      text,
    )
  )
    return instantOf(text);
  if (/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]) (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(text))
    return instantOfSampleEdited2(text);
  return instantOfMicrosoftDate(text);
}

/** The instant that a text like `%Y-%m-%d %H:%M:%S` names, which is in UTC. Throws a `RangeError` for other text. */
export function instantOfSampleEdited2(text: string): Instant {
  const {
    year = '?',
    month = '?',
    day = '?',
    hour = '?',
    minute = '?',
    second = '?',
  } = /^(?<year>\d{4})-(?<month>(?:0[1-9]|1[0-2]))-(?<day>(?:0[1-9]|[12]\d|3[01])) (?<hour>(?:[01]\d|2[0-3])):(?<minute>[0-5]\d):(?<second>[0-5]\d)$/.exec(
    text,
  )?.groups ?? {};
  return instant(
    Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)),
    '',
    0,
  );
}

/** The instant that a text like `/Date(1767225600000+0100)/` names: milliseconds since 1970, whatever the offset. Throws a `RangeError` for other text. */
export function instantOfMicrosoftDate(text: string): Instant {
  const [, milliseconds = '?', zone = ''] = /^\/Date\((-?\d{1,15})([+-]\d{4})?\)\/$/.exec(text) ?? [];
  const whole = Math.floor(Number(milliseconds) / 1000);
  return instant(
    (whole + offsetOf(zone) * 60) * 1000,
    String(Number(milliseconds) - whole * 1000).padStart(3, '0'),
    offsetOf(zone),
  );
}

function instant(localMilliseconds: number, fraction: string, offsetMinutes: number): Instant {
  if (Number.isNaN(localMilliseconds)) throw new RangeError('not a time in the declared format');
  const utc = localMilliseconds - offsetMinutes * 60_000;
  return {
    epochMilliseconds: utc + Number(fraction.slice(0, 3).padEnd(3, '0')),
    epochNanoseconds: BigInt(utc) * 1_000_000n + BigInt(fraction.slice(0, 9).padEnd(9, '0')),
    offsetMinutes,
  };
}

function offsetOf(zone: string): number {
  const [, sign = '', hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(zone) ?? [];
  return hours === undefined ? 0 : Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) + 0;
}
