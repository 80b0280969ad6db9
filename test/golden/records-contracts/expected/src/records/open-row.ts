// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { isObject } from '../internal/checks.ts';
import { ContractsRecordError, type ReadPosition } from '../errors.ts';
import { openRowJsonSchema } from '../json-schemas/open-row.ts';
import { standardSchema, type StandardSchema } from '../internal/standard-schema.ts';

export interface OpenRow {
  readonly id: string;
}

/**
 * Returns `openRow` as an {@link OpenRow}: checked.
 *
 * @throws {@link ContractsRecordError} that names the field.
 */
export function decodeOpenRow(openRow: unknown, place: ReadPosition): OpenRow {
  if (!isObject<keyof OpenRow>(openRow)) throw new ContractsRecordError(place, '', 'an object', openRow);
  if (typeof openRow.id !== 'string') throw new ContractsRecordError(place, 'id', 'a string', openRow.id);
  return openRow as OpenRow; // every field was checked above
}

/** What an {@link OpenRow} has beyond its declared fields: it passes as it came. */
export function extraOpenRowFields({ id, ...extra }: OpenRow): Readonly<Record<string, unknown>> {
  return extra;
}

/** {@link OpenRow} as a Standard Schema and Standard JSON Schema (https://standardschema.dev). Decodes a copy: its input stays as it is. */
export const openRowSchema: StandardSchema<OpenRow> = /* @__PURE__ */ standardSchema(
  decodeOpenRow,
  'openRow',
  openRowJsonSchema,
);
