import { code, identifier, literal, nothing, type Code } from '../code.js';
import type { RecordsContext } from './context.js';
import type { RecordsModel } from './model.js';

/** `src/internal/standard-schema.ts`: the interface, and what makes a schema object of a decoder. */
export function emitStandardSchema(model: RecordsModel, { header, errorClass, vendor }: RecordsContext): Code {
  const rows = model.types.some((type) => type.mayDiscardRows) ? code`, discardedRows: 0` : nothing;
  const values = model.types.some((type) => type.mayDiscardValues) ? code`, discardedValues: 0` : nothing;
  return code`${header}

import { ${identifier(errorClass)}, type ReadPosition } from '../errors.ts';
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
export function standardSchema<Output>(decode: (value: unknown, place: ReadPosition) => Output, resource: string, schema: JsonSchema): StandardSchema<Output> {
  return {
    '~standard': {
      version: 1,
      vendor: ${literal(vendor)},
      validate(value) {
        try {
          return { value: decode(copyOf(value), { resource, page: 1, attempt: 0, record: 0${rows}${values}, state: undefined }) };
        } catch (error) {
          if (!(error instanceof ${identifier(errorClass)})) throw error;
          return { issues: [{ message: \`expected \${error.expected}\`, path: stepsOf(error.path) }] };
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

/** \`plan.tiers[2]["+1"]\` as \`['plan', 'tiers', 2, '+1']\`. */
function stepsOf(path: string): (string | number)[] {
  const steps = path.matchAll(/\\[(\\d+)\\]|\\[("(?:[^"\\\\]|\\\\.)*")\\]|[^.[]+/g);
  return Array.from(steps, ([name, index, quoted]) => (index !== undefined ? Number(index) : quoted !== undefined ? String(JSON.parse(quoted)) : name));
}
`;
}
