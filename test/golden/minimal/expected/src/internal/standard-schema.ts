// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { MinimalRecordError, type ReadPosition } from '../errors.ts';
import { jsonSchemaConverter, type JsonSchema, type JsonSchemaConverter } from './json-schema.ts';

/** Version 1 of Standard Schema and of Standard JSON Schema: https://standardschema.dev. */
export interface StandardSchema<Output> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => StandardResult<Output>;
    readonly jsonSchema: JsonSchemaConverter;
    readonly types?: { readonly input: unknown; readonly output: Output } | undefined;
  };
}

export type StandardResult<Output> = StandardSuccess<Output> | StandardFailure;

export interface StandardSuccess<Output> {
  readonly value: Output;
  readonly issues?: undefined;
}

export interface StandardFailure {
  readonly issues: readonly StandardIssue[];
}

export interface StandardIssue {
  readonly message: string;
  /** The keys and indexes that lead to the value. */
  readonly path: readonly (string | number)[];
}

/** Makes a schema of a decoder. It decodes a copy, since decoders set absent fields to null in place. */
export function standardSchema<Output>(
  decode: (value: unknown, place: ReadPosition) => Output,
  resource: string,
  schema: JsonSchema,
): StandardSchema<Output> {
  return {
    '~standard': {
      version: 1,
      vendor: 'minimal-connector',
      validate(value) {
        try {
          return { value: decode(copyOf(value), { resource, page: 1, attempt: 0, record: 0, state: undefined }) };
        } catch (error) {
          if (!(error instanceof MinimalRecordError)) throw error;
          return { issues: [{ message: `expected ${error.expected}`, path: stepsOf(error.path) }] };
        }
      },
      jsonSchema: jsonSchemaConverter(schema),
    },
  };
}

function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, copyOf(each)]));
}

/** `plan.tiers[2]["+1"]` as `['plan', 'tiers', 2, '+1']`. */
function stepsOf(path: string): (string | number)[] {
  const steps = path.matchAll(/\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|[^.[]+/g);
  return Array.from(steps, ([name, index, quoted]) =>
    index !== undefined ? Number(index) : quoted !== undefined ? String(JSON.parse(quoted)) : name,
  );
}
