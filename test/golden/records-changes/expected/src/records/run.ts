// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { DATE, INSTANT, isObject } from '../internal/checks.ts';
import { ShopRecordError, type ReadPosition } from '../errors.ts';
import { runJsonSchema } from '../json-schemas/run.ts';
import { standardSchema, type StandardSchema } from '../internal/standard-schema.ts';

export interface Run {
  readonly kind: string;
  /** An ISO 8601 instant. */
  readonly at: string;
  /** An ISO 8601 instant. */
  readonly created_at: string | null;
  readonly owner: RunOwner | null;
  /** What the record was read with. */
  readonly shop: string;
  /** What the record was read with. */
  readonly label: string | null;
  /** `info.run_id`, `kind` as one text. */
  readonly key: string;
  /** `owner.email` in lower case. */
  readonly mail: string | null;
  /** SHA-256 of `kind`, `owner.email`. */
  readonly print: string;
  /** The day of `at` in UTC. An ISO 8601 date. */
  readonly day: string | null;
  /** `steps[*].id` of what the API sends. */
  readonly step_ids: readonly unknown[] | null;
  /** `info.run_id` of what the API sends. */
  readonly info_run_id: string | number;
}

export interface RunOwner {
  readonly email: string;
}

/**
 * Returns `run` as a {@link Run}: checked, and with null in the nullable fields that it leaves out.
 *
 * @throws {@link ShopRecordError} that names the field.
 */
export function decodeRun(run: unknown, place: ReadPosition): Run {
  if (!isObject<keyof Run>(run)) throw new ShopRecordError(place, '', 'an object', run);
  if (typeof run.kind !== 'string') throw new ShopRecordError(place, 'kind', 'a string', run.kind);
  if (typeof run.at !== 'string' || !INSTANT.test(run.at)) {
    throw new ShopRecordError(place, 'at', 'an ISO 8601 instant', run.at);
  }
  run.created_at ??= null;
  if (run.created_at !== null && (typeof run.created_at !== 'string' || !INSTANT.test(run.created_at))) {
    throw new ShopRecordError(place, 'created_at', 'an ISO 8601 instant or null', run.created_at);
  }
  const owner = (run.owner ??= null);
  if (owner !== null) {
    if (!isObject<keyof RunOwner>(owner)) throw new ShopRecordError(place, 'owner', 'an object or null', owner);
    if (typeof owner.email !== 'string') throw new ShopRecordError(place, 'owner.email', 'a string', owner.email);
  }
  if (typeof run.shop !== 'string') throw new ShopRecordError(place, 'shop', 'a string', run.shop);
  run.label ??= null;
  if (run.label !== null && typeof run.label !== 'string') {
    throw new ShopRecordError(place, 'label', 'a string or null', run.label);
  }
  if (typeof run.key !== 'string') throw new ShopRecordError(place, 'key', 'a string', run.key);
  run.mail ??= null;
  if (run.mail !== null && typeof run.mail !== 'string') {
    throw new ShopRecordError(place, 'mail', 'a string or null', run.mail);
  }
  if (typeof run.print !== 'string') throw new ShopRecordError(place, 'print', 'a string', run.print);
  run.day ??= null;
  if (run.day !== null && (typeof run.day !== 'string' || !DATE.test(run.day))) {
    throw new ShopRecordError(place, 'day', 'an ISO 8601 date or null', run.day);
  }
  run.step_ids ??= null;
  if (run.step_ids !== null && !Array.isArray(run.step_ids)) {
    throw new ShopRecordError(place, 'step_ids', 'an array or null', run.step_ids);
  }
  if (typeof run.info_run_id !== 'string' && !Number.isSafeInteger(run.info_run_id)) {
    throw new ShopRecordError(place, 'info_run_id', 'a string or a safe integer', run.info_run_id);
  }
  return run as Run; // every field was checked above
}

/** What a {@link Run} has beyond its declared fields: it passes as it came. */
export function extraRunFields({
  kind,
  at,
  created_at,
  owner,
  shop,
  label,
  key,
  mail,
  print,
  day,
  step_ids,
  info_run_id,
  ...extra
}: Run): Readonly<Record<string, unknown>> {
  return extra;
}

/** {@link Run} as a Standard Schema and Standard JSON Schema (https://standardschema.dev). Decodes a copy: its input stays as it is. */
export const runSchema: StandardSchema<Run> = /* @__PURE__ */ standardSchema(decodeRun, 'run', runJsonSchema);
