// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { isObject, undeclaredKey } from '../internal/checks.ts';
import { ContractsRecordError, type ReadPosition } from '../errors.ts';
import { discardedRowJsonSchema } from '../json-schemas/discarded-row.ts';
import { standardSchema, type StandardSchema } from '../internal/standard-schema.ts';

export interface DiscardedRow {
  readonly id: string;
  readonly size: number | null;
}

const DISCARDED_ROW_FIELDS: ReadonlySet<string> = new Set(['id', 'size']);

/**
 * Returns `discardedRow` as a {@link DiscardedRow}.
 *
 * A record that is not one is dropped: `undefined` is returned, and `place.discardedRows` counts it.
 */
export function decodeDiscardedRow(discardedRow: unknown, place: ReadPosition): DiscardedRow | undefined {
  try {
    return assertDiscardedRow(discardedRow, place);
  } catch (error) {
    if (!(error instanceof ContractsRecordError)) throw error;
    place.discardedRows++;
    return undefined;
  }
}

function assertDiscardedRow(discardedRow: unknown, place: ReadPosition): DiscardedRow {
  if (!isObject<keyof DiscardedRow>(discardedRow)) throw new ContractsRecordError(place, '', 'an object', discardedRow);
  const undeclared2 = undeclaredKey(discardedRow, DISCARDED_ROW_FIELDS);
  if (undeclared2 !== undefined) {
    throw new ContractsRecordError(
      place,
      undeclared2,
      'a declared field',
      Reflect.get(discardedRow, undeclared2),
      true,
    );
  }
  if (typeof discardedRow.id !== 'string') {
    throw new ContractsRecordError(place, 'id', 'a string', discardedRow.id);
  }
  discardedRow.size ??= null;
  if (discardedRow.size !== null && !Number.isSafeInteger(discardedRow.size)) {
    throw new ContractsRecordError(place, 'size', 'a safe integer or null', discardedRow.size);
  }
  return discardedRow as DiscardedRow; // every field was checked above
}

/** {@link DiscardedRow} as a Standard Schema and Standard JSON Schema (https://standardschema.dev). Decodes a copy: its input stays as it is. */
export const discardedRowSchema: StandardSchema<DiscardedRow> = /* @__PURE__ */ standardSchema(
  assertDiscardedRow,
  'discardedRow',
  discardedRowJsonSchema,
);
