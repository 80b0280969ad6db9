// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { INSTANT, isObject } from '../internal/checks.ts';
import { ColumnsRecordError, type ReadPosition } from '../errors.ts';
import { exactBigint, exactDecimal, sizedDecimal } from '../internal/exact-json.ts';
import { rowJsonSchema } from '../json-schemas/row.ts';
import { standardSchema, type StandardSchema } from '../internal/standard-schema.ts';

export interface Row {
  readonly region: string;
  readonly number: bigint;
  /** A decimal number, with the digits it was sent with. */
  readonly amount: string | null;
  /** A decimal number of at most 5 digits, 3 of them after the point, with the digits it was sent with. */
  readonly tax: string | null;
  /** An ISO 8601 instant. */
  readonly at: string;
  readonly extra: unknown;
  readonly seen: boolean | null;
}

/**
 * Returns `row` as a {@link Row}: checked, and with null in the nullable fields that it leaves out.
 *
 * @throws {@link ColumnsRecordError} that names the field.
 */
export function decodeRow(row: unknown, place: ReadPosition): Row {
  if (!isObject<keyof Row>(row)) throw new ColumnsRecordError(place, '', 'an object', row);
  if (typeof row.region !== 'string') throw new ColumnsRecordError(place, 'region', 'a string', row.region);
  const exactNumber = exactBigint(row, 'number');
  if (exactNumber === undefined) throw new ColumnsRecordError(place, 'number', 'an integer', row.number);
  row.number = exactNumber;
  row.amount ??= null;
  if (row.amount !== null) {
    const exactAmount = exactDecimal(row, 'amount');
    if (exactAmount === undefined) {
      throw new ColumnsRecordError(place, 'amount', 'a decimal number or null', row.amount);
    }
    row.amount = exactAmount;
  }
  row.tax ??= null;
  if (row.tax !== null) {
    const exactTax = sizedDecimal(row, 'tax', 5, 3);
    if (exactTax === undefined) {
      throw new ColumnsRecordError(
        place,
        'tax',
        'a decimal number of at most 5 digits, 3 of them after the point or null',
        row.tax,
      );
    }
    row.tax = exactTax;
  }
  if (typeof row.at !== 'string' || !INSTANT.test(row.at)) {
    throw new ColumnsRecordError(place, 'at', 'an ISO 8601 instant', row.at);
  }
  row.extra ??= null;
  row.seen ??= null;
  if (row.seen !== null && typeof row.seen !== 'boolean') {
    throw new ColumnsRecordError(place, 'seen', 'true or false or null', row.seen);
  }
  return row as Row; // every field was checked above
}

/** What a {@link Row} has beyond its declared fields: it passes as it came. */
export function extraRowFields({
  region,
  number: _1,
  amount,
  tax,
  at,
  extra: _5,
  seen,
  ...extra
}: Row): Readonly<Record<string, unknown>> {
  return extra;
}

/** {@link Row} as a Standard Schema and Standard JSON Schema (https://standardschema.dev). Decodes a copy: its input stays as it is. */
export const rowSchema: StandardSchema<Row> = /* @__PURE__ */ standardSchema(decodeRow, 'row', rowJsonSchema);
