// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { isObject, undeclaredKey } from '../internal/checks.ts';
import { ContractsRecordError, type ReadPosition } from '../errors.ts';
import { frozenRowJsonSchema } from '../json-schemas/frozen-row.ts';
import { standardSchema, type StandardSchema } from '../internal/standard-schema.ts';

export interface FrozenRow {
  readonly id: string;
}

const FROZEN_ROW_FIELDS: ReadonlySet<string> = new Set(['id']);

/**
 * Returns `frozenRow` as a {@link FrozenRow}: checked.
 *
 * @throws {@link ContractsRecordError} that names the field.
 */
export function decodeFrozenRow(frozenRow: unknown, place: ReadPosition): FrozenRow {
  if (!isObject<keyof FrozenRow>(frozenRow)) throw new ContractsRecordError(place, '', 'an object', frozenRow);
  const undeclared2 = undeclaredKey(frozenRow, FROZEN_ROW_FIELDS);
  if (undeclared2 !== undefined) {
    throw new ContractsRecordError(place, undeclared2, 'a declared field', Reflect.get(frozenRow, undeclared2), true);
  }
  if (typeof frozenRow.id !== 'string') throw new ContractsRecordError(place, 'id', 'a string', frozenRow.id);
  return frozenRow as FrozenRow; // every field was checked above
}

/** {@link FrozenRow} as a Standard Schema and Standard JSON Schema (https://standardschema.dev). Decodes a copy: its input stays as it is. */
export const frozenRowSchema: StandardSchema<FrozenRow> = /* @__PURE__ */ standardSchema(
  decodeFrozenRow,
  'frozenRow',
  frozenRowJsonSchema,
);
