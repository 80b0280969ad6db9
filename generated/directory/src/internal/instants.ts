// Code generated from specs/directory.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/directory.yaml

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
