import { describe, expect, test } from 'vitest';
import { run } from '../support/records.js';

async function reader(field: string, name: string): Promise<(value: unknown) => unknown> {
  const emitted = await run(`resources: { events: { fields: { at: ${field} } } }`);
  const read = await emitted.export('src/internal/instants', name);
  if (typeof read !== 'function') throw new Error(`no ${name}`);
  return (value) => Reflect.apply(read, undefined, [value]);
}

describe('ISO 8601', () => {
  test('keeps microseconds and offsets', async () => {
    const instantOf = await reader('datetime', 'instantOf');
    expect(instantOf('2025-07-01T09:30:00.123456789+05:30')).toEqual({
      epochMilliseconds: Date.UTC(2025, 6, 1, 4, 0, 0, 123),
      epochNanoseconds: BigInt(Date.UTC(2025, 6, 1, 4)) * 1_000_000n + 123_456_789n,
      offsetMinutes: 330,
    });
    expect(instantOf('1969-12-31T23:59:59.999999Z')).toEqual({ epochMilliseconds: -1, epochNanoseconds: -1000n, offsetMinutes: 0 });
    expect(instantOf('2025-07-01T00:00:00-0800')).toMatchObject({ epochMilliseconds: Date.UTC(2025, 6, 1, 8), offsetMinutes: -480 });
  });

  test('refuses what is no instant', async () => {
    const instantOf = await reader('datetime', 'instantOf');
    for (const text of ['', '2025-07-01', '2025-07-01T09:30:00', 'x']) expect(() => instantOf(text), text).toThrow(RangeError);
  });
});

test('RFC 2822', async () => {
  const instantOf = await reader('{ type: datetime, format: rfc2822 }', 'instantOfRfc2822');
  expect(instantOf('Tue, 01 Jul 2025 09:30:00 +0200')).toMatchObject({
    epochMilliseconds: Date.UTC(2025, 6, 1, 7, 30),
    offsetMinutes: 120,
  });
  expect(instantOf('1 Jul 2025 09:30 GMT')).toMatchObject({ epochMilliseconds: Date.UTC(2025, 6, 1, 9, 30) });
  expect(() => instantOf('tomorrow')).toThrow(RangeError);
});

test('milliseconds as .NET had them', async () => {
  const instantOf = await reader('{ type: datetime, format: microsoft_date }', 'instantOfMicrosoftDate');
  expect(instantOf('/Date(1198908717056-0700)/')).toEqual({
    epochMilliseconds: 1_198_908_717_056,
    epochNanoseconds: 1_198_908_717_056_000_000n,
    offsetMinutes: -420,
  });
  expect(instantOf('/Date(1198908717000)/')).toMatchObject({ epochMilliseconds: 1_198_908_717_000, offsetMinutes: 0 });
  expect(instantOf('/Date(-1)/')).toMatchObject({ epochMilliseconds: -1, epochNanoseconds: -1_000_000n });
  for (const text of ['Date(1)', '/Date(1.5)/', '/Date()/', '2025-07-01']) expect(() => instantOf(text), text).toThrow(RangeError);
});

test('several formats: each value has one of them', async () => {
  const instantOf = await reader('{ type: datetime, format: ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M:%S.%f", iso8601] }', 'instantOfEventAt');
  const at = (fraction: number): unknown => expect.objectContaining({ epochMilliseconds: Date.UTC(2025, 6, 1, 9, 30, 15) + fraction });
  expect(instantOf('2025-07-01T09:30:15')).toEqual(at(0));
  expect(instantOf('2025-07-01T09:30:15.25')).toEqual(at(250));
  expect(instantOf('2025-07-01T10:30:15+01:00')).toEqual(at(0));
  for (const text of ['', '2025-07-01', '2025-07-01T09:30']) expect(() => instantOf(text), text).toThrow(RangeError);
});

test('epochs', async () => {
  const seconds = await reader('{ type: datetime, format: epoch_s }', 'instantOfEpochSeconds');
  expect(seconds(1_700_000_000.25)).toMatchObject({ epochMilliseconds: 1_700_000_000_250, epochNanoseconds: 1_700_000_000_250_000_000n });
  expect(seconds(-1)).toMatchObject({ epochMilliseconds: -1000 });
  const milliseconds = await reader('{ type: datetime, format: epoch_ms }', 'instantOfEpochMilliseconds');
  expect(milliseconds(1_700_000_000_025)).toMatchObject({ epochMilliseconds: 1_700_000_000_025 });
  expect(milliseconds(-1)).toMatchObject({ epochMilliseconds: -1, epochNanoseconds: -1_000_000n });
});

test.each([
  ['%Y-%m-%d %H:%M:%S', '2025-07-01 09:30:15', Date.UTC(2025, 6, 1, 9, 30, 15), 0],
  ['%d/%b/%y %I:%M %p', '01/Jul/25 09:30 PM', Date.UTC(2025, 6, 1, 21, 30), 0],
  ['%F %T.%f %z', '2025-07-01 09:30:15.250 -0100', Date.UTC(2025, 6, 1, 10, 30, 15, 250), -60],
  ['%Y%j', '2025182', Date.UTC(2025, 6, 1), 0],
  ['%s', '1700000000', 1_700_000_000_000, 0],
])('pattern %s', async (pattern, text, epochMilliseconds, offsetMinutes) => {
  const instantOf = await reader(`{ type: datetime, format: "${pattern}" }`, 'instantOfEventAt');
  expect(instantOf(text)).toMatchObject({ epochMilliseconds, offsetMinutes });
  expect(() => instantOf('x')).toThrow(RangeError);
});

test('a package without a datetime has no such file', async () => {
  const emitted = await run('resources: { events: { fields: { day: date, hour: time } } }');
  expect(emitted.files.map((file) => file.path)).not.toContain('src/internal/instants.ts');
});
