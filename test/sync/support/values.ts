import type { Table } from '../../../generated/github-issues/src/sync/index.ts';
import { canonicalJson, canonicalNumber, canonicalTime } from './exact.js';

type Kind = Table['kinds'][number];

/** A field with values at the edges of what its type can be. */
export interface ValueField {
  readonly name: string;
  /** As the spec declares it. */
  readonly declared: string;
  readonly kind: Kind;
  /** What the API sends, as JSON text, and what must come out of every destination, in one way of writing. */
  readonly values: readonly (readonly [sent: string, canonical: string])[];
}

const same = (...sent: readonly string[]): ValueField['values'] => sent.map((each) => [each, String(JSON.parse(each))]);
const texts = (...values: readonly string[]): ValueField['values'] => values.map((value) => [JSON.stringify(value), value]);
const numbers = (...digits: readonly string[]): ValueField['values'] => digits.map((each) => [each, canonicalNumber(each)]);
const json = (...values: readonly string[]): ValueField['values'] => values.map((value) => [value, canonicalJson(value)]);

/** Every type of the language. */
export const VALUE_FIELDS: readonly ValueField[] = [
  {
    name: 'text',
    declared: 'string',
    kind: 'text',
    values: texts(
      '',
      'a\tb\nc\rd\\e\\N "q" \'s\' $1 ${x} \\u0000',
      '💡é\u0001\u2028',
      'x'.repeat(100_000),
      "'); DROP TABLE things; --",
      ' ',
    ),
  },
  { name: 'chosen', declared: '{ enum: [free, pro] }', kind: 'text', values: texts('free', 'pro') },
  { name: 'whole', declared: 'integer', kind: 'integer', values: numbers('0', '-1', '9007199254740991', '-9007199254740991', '1e3') },
  {
    name: 'real',
    declared: 'number',
    kind: 'number',
    values: ['0.1', '5e-324', '1.7976931348623157e308', '-123456789.12345679', '1e21', '3'].map((each) => [
      each,
      canonicalNumber(String(Number(each))),
    ]),
  },
  { name: 'flag', declared: 'boolean', kind: 'boolean', values: same('true', 'false') },
  {
    name: 'big',
    declared: 'bigint',
    kind: 'bigint',
    values: numbers('1234567890123456788', '1234567890123456789', '-9007199254740993', '9'.repeat(38), `-${'9'.repeat(38)}`, '0'),
  },
  {
    name: 'loose',
    declared: 'decimal',
    kind: 'decimal',
    values: numbers('12345678901234567890.123456789', '-0.000000000000001', '1.10', '1e30', '0'),
  },
  {
    name: 'sized',
    declared: '{ type: decimal, precision: 20, scale: 4 }',
    kind: 'decimal',
    values: numbers('1234567890123456.7891', '-0.0001', '12.5', '1.2e3', '-9999999999999999.9999'),
  },
  {
    name: 'at',
    declared: 'datetime',
    kind: 'instant',
    values: [
      ['"2024-03-10T02:30:00+05:30"', '2024-03-09T21:00:00.000000Z'],
      ['"9999-12-31T23:59:59.9999999Z"', '9999-12-31T23:59:59.999999Z'],
      ['"2024-01-01T00:00:00.123456789Z"', '2024-01-01T00:00:00.123456Z'],
      ['"1969-12-31T23:59:59.9999999-0000"', '1969-12-31T23:59:59.999999Z'],
      ['"2016-12-31T23:59:60Z"', '2016-12-31T23:59:59.999999Z'],
      ['"1000-01-01T00:00:00Z"', '1000-01-01T00:00:00.000000Z'],
    ],
  },
  {
    name: 'mailed',
    declared: '{ type: datetime, format: rfc2822 }',
    kind: 'instant',
    values: [['"Sat, 10 Feb 2024 02:30:00 +0530"', '2024-02-09T21:00:00.000000Z']],
  },
  {
    name: 'seconds',
    declared: '{ type: datetime, format: epoch_s }',
    kind: 'instant',
    values: [
      ['0', '1970-01-01T00:00:00.000000Z'],
      ['1700000000.123456', '2023-11-14T22:13:20.123456Z'],
      ['-1.5', '1969-12-31T23:59:58.500000Z'],
      ['253402300799', '9999-12-31T23:59:59.000000Z'],
    ],
  },
  {
    name: 'milliseconds',
    declared: '{ type: datetime, format: epoch_ms }',
    kind: 'instant',
    values: [
      ['253402300799999', '9999-12-31T23:59:59.999000Z'],
      ['1700000000123.456', '2023-11-14T22:13:20.123456Z'],
      ['1700000000999.9997', '2023-11-14T22:13:20.999999Z'],
      ['-30610224000000', '1000-01-01T00:00:00.000000Z'],
    ],
  },
  {
    name: 'local',
    declared: '{ type: datetime, format: "%Y-%m-%d %H:%M:%S" }',
    kind: 'timestamp',
    values: [['"2024-02-29 23:59:59"', '2024-02-29T23:59:59.000000']],
  },
  {
    name: 'logged',
    declared: '{ type: datetime, format: "%d/%b/%Y:%H:%M:%S.%f %z" }',
    kind: 'instant',
    values: [['"10/Oct/2000:13:55:36.1234567 -0700"', '2000-10-10T20:55:36.123456Z']],
  },
  {
    name: 'fractional',
    declared: '{ type: datetime, format: ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M:%S.%f"] }',
    kind: 'timestamp',
    values: [
      ['"2024-02-29T23:59:59"', '2024-02-29T23:59:59.000000'],
      ['"2024-02-29T23:59:59.1234567"', '2024-02-29T23:59:59.123456'],
    ],
  },
  {
    name: 'either_way',
    declared: '{ type: datetime, format: [iso8601, microsoft_date, rfc2822] }',
    kind: 'instant',
    values: [
      ['"2024-03-10T02:30:00+05:30"', '2024-03-09T21:00:00.000000Z'],
      ['"/Date(1710018000250+0530)/"', '2024-03-09T21:00:00.250000Z'],
      ['"/Date(-1)/"', '1969-12-31T23:59:59.999000Z'],
      ['"Sat, 10 Feb 2024 02:30:00 +0530"', '2024-02-09T21:00:00.000000Z'],
    ],
  },
  { name: 'day', declared: 'date', kind: 'date', values: same('"1000-01-01"', '"9999-12-31"', '"2024-02-29"') },
  {
    name: 'short_day',
    declared: '{ type: date, format: "%d.%m.%y" }',
    kind: 'date',
    values: [
      ['"31.01.24"', '2024-01-31'],
      ['"01.12.69"', '1969-12-01'],
    ],
  },
  {
    name: 'clock',
    declared: 'time',
    kind: 'time',
    values: [
      ['"23:59:59.9999999"', '23:59:59.999999'],
      ['"00:00:00"', '00:00:00.000000'],
      ['"12:34:56.5"', '12:34:56.500000'],
    ],
  },
  {
    name: 'noon',
    declared: '{ type: time, format: "%I:%M %p" }',
    kind: 'time',
    values: [
      ['"12:30 AM"', '00:30:00.000000'],
      ['"01:05 PM"', '13:05:00.000000'],
    ],
  },
  {
    name: 'blob',
    declared: 'binary',
    kind: 'binary',
    values: [
      ['""', ''],
      ['"AAEC/w=="', '000102ff'],
      ['"_-8"', 'ffef'],
    ],
  },
  {
    name: 'anything',
    declared: 'json',
    kind: 'json',
    values: json(
      '"false"',
      '1e400',
      'false',
      '{"ref":1234567890123456789,"list":[9007199254740993,-1.5,"💡"]}',
      '"a\\\\u0000b"',
      '[]',
      '{}',
      '0.1',
    ),
  },
  {
    name: 'either',
    declared: '{ type: union, variants: [string, number, { type: array, items: string }] }',
    kind: 'json',
    values: json('"1"', '1', '["a"]'),
  },
];

/** A resource with all of them. */
export function valueSpec(outputs: string): string {
  const fields = VALUE_FIELDS.map(({ name, declared }) => `      ${name}: ${declared}`).join('\n');
  return `
name: values
outputs: ${outputs}
client:
  base_url: https://api.example.com
  auth: { type: bearer }
resources:
  - name: things
    primary_key: id
    write_disposition: merge
    endpoint: { path: /things, data_selector: data, paginator: single_page }
    fields:
      id: integer
${fields}
`;
}

/** Fewer values: those that every platform can take. Others have no room for the rest, or fail on them. */
export const PLATFORM_FIELDS: readonly ValueField[] = VALUE_FIELDS.map((field) => ({
  ...field,
  values: field.values.filter(
    ([sent]) =>
      sent.length < 1000 &&
      !(field.kind === 'json' && sent.startsWith('"')) &&
      !/^"'\)|^(5e-324|1\.79.*|-123456789\.12345679|1e21|1e400|"a.tb.*)$/.test(sent),
  ),
}));

const countOf = (fields: readonly ValueField[]): number => Math.max(...fields.map(({ values }) => values.length));

/** The answer of the API: a record for each edge, null where a field has fewer. */
export function valueAnswer(fields = VALUE_FIELDS): string {
  const records = Array.from({ length: countOf(fields) }, (_, index) => {
    const members = fields.map(({ name, values }) => `"${name}":${values[index]?.[0] ?? 'null'}`);
    return `{"id":${index + 1},${members.join(',')}}`;
  });
  return `{"data":[${records.join(',')}]}`;
}

/** What the rows have to be, by the fields: in one way of writing. */
export function valueRows(fields = VALUE_FIELDS): readonly Readonly<Record<string, string | null>>[] {
  return Array.from({ length: countOf(fields) }, (_, index) =>
    Object.fromEntries(fields.map(({ name, values }) => [name, values[index]?.[1] ?? null])),
  );
}

/** A value, as a program printed it, in that way of writing. */
export function canonical(value: unknown, kind: Kind): string | null {
  if (value === null || value === undefined) return null;
  const text = String(value);
  switch (kind) {
    case 'integer':
    case 'number':
    case 'bigint':
    case 'decimal':
      return canonicalNumber(text);
    case 'boolean':
      return ['true', 't', '1', 'True'].includes(text)
        ? 'true'
        : ['false', 'f', '0', 'False'].includes(text)
          ? 'false'
          : `no boolean: ${text}`;
    case 'instant':
    case 'timestamp':
      return canonicalTime(text);
    case 'time': {
      const [clock = '', fraction = ''] = text.split('.');
      return `${clock}.${fraction.padEnd(6, '0')}`;
    }
    case 'binary':
      return text.toLowerCase();
    case 'json':
      return canonicalJson(text);
    case 'date':
    case 'text':
      return text;
  }
}
