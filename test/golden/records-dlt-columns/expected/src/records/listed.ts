// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { isObject } from '../internal/checks.ts';
import { ColumnsRecordError, type ReadPosition } from '../errors.ts';
import { exactBigint } from '../internal/exact-json.ts';
import { listedJsonSchema } from '../json-schemas/listed.ts';
import { standardSchema, type StandardSchema } from '../internal/standard-schema.ts';

export interface Listed {
  readonly id: bigint;
  /** Anything. */
  readonly note: string | null;
  readonly seen: boolean | null;
}

/**
 * Returns `listed` as a {@link Listed}: checked, and with null in the nullable fields that it leaves out.
 *
 * @throws {@link ColumnsRecordError} that names the field.
 */
export function decodeListed(listed: unknown, place: ReadPosition): Listed {
  if (!isObject<keyof Listed>(listed)) throw new ColumnsRecordError(place, '', 'an object', listed);
  const exactId = exactBigint(listed, 'id');
  if (exactId === undefined) throw new ColumnsRecordError(place, 'id', 'an integer', listed.id);
  listed.id = exactId;
  listed.note ??= null;
  if (listed.note !== null && typeof listed.note !== 'string') {
    throw new ColumnsRecordError(place, 'note', 'a string or null', listed.note);
  }
  listed.seen ??= null;
  if (listed.seen !== null && typeof listed.seen !== 'boolean') {
    throw new ColumnsRecordError(place, 'seen', 'true or false or null', listed.seen);
  }
  return listed as Listed; // every field was checked above
}

/** What a {@link Listed} has beyond its declared fields: it passes as it came. */
export function extraListedFields({ id, note, seen, ...extra }: Listed): Readonly<Record<string, unknown>> {
  return extra;
}

/** {@link Listed} as a Standard Schema and Standard JSON Schema (https://standardschema.dev). Decodes a copy: its input stays as it is. */
export const listedSchema: StandardSchema<Listed> = /* @__PURE__ */ standardSchema(
  decodeListed,
  'listed',
  listedJsonSchema,
);
