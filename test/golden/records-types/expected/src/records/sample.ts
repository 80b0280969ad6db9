// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { BASE64, DATE, INSTANT, TIME, isObject } from '../internal/checks.ts';
import { TypesRecordError, type ReadPosition } from '../errors.ts';
import { exactBigint, exactDecimal, sizedDecimal } from '../internal/exact-json.ts';
import { sampleJsonSchema } from '../json-schemas/sample.ts';
import { standardSchema, type StandardSchema } from '../internal/standard-schema.ts';

export interface Sample {
  readonly id: bigint;
  /** Some words. */
  readonly text: string;
  /** From 0 to 10. */
  readonly count: number | null;
  readonly share?: number | null;
  readonly flag?: boolean;
  /** An ISO 8601 instant. */
  readonly at: string | null;
  /** An ISO 8601 instant or a date and time like %Y-%m-%d %H:%M:%S or a time like /Date(1767225600000+0100)/. */
  readonly edited: string | null;
  /** An ISO 8601 date. */
  readonly day: string | null;
  /** An ISO 8601 date. */
  readonly until: string | null;
  /** An ISO 8601 time. */
  readonly clock: string | null;
  /** A decimal number, with the digits it was sent with. */
  readonly price: string | null;
  /** A decimal number of at most 12 digits, 2 of them after the point, with the digits it was sent with. */
  readonly total: string | null;
  /** Base64. */
  readonly blob: string | null;
  readonly anything: unknown;
  readonly level: 'low' | 'high' | null;
  readonly plan: 'free' | 'pro' | (string & {}) | null;
  readonly code: 1 | 2 | 3;
}

const EDITED_FORMAT =
  /^(?:(?:\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)|(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\d|2[0-3]):(?:[0-5]\d:[0-5]\d|(?:[25]9|44):60)(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)|\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]) (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d|\/Date\(-?\d{1,15}(?:[+-](?:[01]\d|2[0-3])[0-5]\d)?\)\/)$/;

/**
 * Returns `sample` as a {@link Sample}: checked, and with null in the nullable fields that it leaves out.
 *
 * @throws {@link TypesRecordError} that names the field.
 */
export function decodeSample(sample: unknown, place: ReadPosition): Sample {
  if (!isObject<keyof Sample>(sample)) throw new TypesRecordError(place, '', 'an object', sample);
  const exactId = exactBigint(sample, 'id');
  if (exactId === undefined) throw new TypesRecordError(place, 'id', 'an integer', sample.id);
  sample.id = exactId;
  if (typeof sample.text !== 'string') throw new TypesRecordError(place, 'text', 'a string', sample.text);
  sample.count ??= null;
  if (
    sample.count !== null &&
    (typeof sample.count !== 'number' || !Number.isSafeInteger(sample.count) || sample.count < 0 || sample.count > 10)
  ) {
    throw new TypesRecordError(place, 'count', 'a safe integer from 0 to 10 or null', sample.count);
  }
  if (sample.share !== undefined && sample.share !== null && !Number.isFinite(sample.share)) {
    throw new TypesRecordError(place, 'share', 'a number or null', sample.share);
  }
  if (sample.flag !== undefined && typeof sample.flag !== 'boolean') {
    throw new TypesRecordError(place, 'flag', 'true or false', sample.flag);
  }
  sample.at ??= null;
  if (sample.at !== null && (typeof sample.at !== 'string' || !INSTANT.test(sample.at))) {
    throw new TypesRecordError(place, 'at', 'an ISO 8601 instant or null', sample.at);
  }
  sample.edited ??= null;
  if (sample.edited !== null && (typeof sample.edited !== 'string' || !EDITED_FORMAT.test(sample.edited))) {
    throw new TypesRecordError(
      place,
      'edited',
      'an ISO 8601 instant or a date and time like %Y-%m-%d %H:%M:%S or a time like /Date(1767225600000+0100)/ or null',
      sample.edited,
    );
  }
  sample.day ??= null;
  if (sample.day !== null && (typeof sample.day !== 'string' || !DATE.test(sample.day))) {
    throw new TypesRecordError(place, 'day', 'an ISO 8601 date or null', sample.day);
  }
  if (sample.until === '') sample.until = null;
  sample.until ??= null;
  if (sample.until !== null && (typeof sample.until !== 'string' || !DATE.test(sample.until))) {
    throw new TypesRecordError(place, 'until', 'an ISO 8601 date or null', sample.until);
  }
  sample.clock ??= null;
  if (sample.clock !== null && (typeof sample.clock !== 'string' || !TIME.test(sample.clock))) {
    throw new TypesRecordError(place, 'clock', 'an ISO 8601 time or null', sample.clock);
  }
  sample.price ??= null;
  if (sample.price !== null) {
    const exactPrice = exactDecimal(sample, 'price');
    if (exactPrice === undefined) {
      throw new TypesRecordError(place, 'price', 'a decimal number or null', sample.price);
    }
    sample.price = exactPrice;
  }
  sample.total ??= null;
  if (sample.total !== null) {
    const exactTotal = sizedDecimal(sample, 'total', 12, 2);
    if (exactTotal === undefined) {
      throw new TypesRecordError(
        place,
        'total',
        'a decimal number of at most 12 digits, 2 of them after the point or null',
        sample.total,
      );
    }
    sample.total = exactTotal;
  }
  sample.blob ??= null;
  if (sample.blob !== null && (typeof sample.blob !== 'string' || !BASE64.test(sample.blob))) {
    throw new TypesRecordError(place, 'blob', 'base64 text or null', sample.blob);
  }
  sample.anything ??= null;
  sample.level ??= null;
  if (sample.level !== null && sample.level !== 'low' && sample.level !== 'high') {
    throw new TypesRecordError(place, 'level', '"low" | "high" | null', sample.level);
  }
  sample.plan ??= null;
  if (sample.plan !== null && typeof sample.plan !== 'string') {
    throw new TypesRecordError(place, 'plan', 'a string or null', sample.plan);
  }
  if (sample.code !== 1 && sample.code !== 2 && sample.code !== 3) {
    throw new TypesRecordError(place, 'code', '1 | 2 | 3', sample.code);
  }
  return sample as Sample; // every field was checked above
}

/** What a {@link Sample} has beyond its declared fields: it passes as it came. */
export function extraSampleFields({
  id,
  text,
  count,
  share,
  flag,
  at,
  edited,
  day,
  until,
  clock,
  price,
  total,
  blob,
  anything,
  level,
  plan,
  code,
  ...extra
}: Sample): Readonly<Record<string, unknown>> {
  return extra;
}

/** {@link Sample} as a Standard Schema and Standard JSON Schema (https://standardschema.dev). Decodes a copy: its input stays as it is. */
export const sampleSchema: StandardSchema<Sample> = /* @__PURE__ */ standardSchema(
  decodeSample,
  'sample',
  sampleJsonSchema,
);
