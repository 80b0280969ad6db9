// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

/** A JSON Schema (draft 2020-12) of what the API sends; `optional` names the fields that a record may lack. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** What Standard JSON Schema (https://standardschema.dev/json-schema) asks for. */
export interface JsonSchemaConverter {
  /** What the API sends. */
  readonly input: (options: JsonSchemaOptions) => Record<string, unknown>;
  /** What is read: a field that was absent is null. */
  readonly output: (options: JsonSchemaOptions) => Record<string, unknown>;
}

export interface JsonSchemaOptions {
  readonly target: 'draft-2020-12' | 'draft-07' | 'openapi-3.0' | (string & {});
  readonly libraryOptions?: Record<string, unknown> | undefined;
}

export function jsonSchemaConverter(schema: JsonSchema): JsonSchemaConverter {
  return {
    input: ({ target }) => inTarget(changed(schema, withoutMarks), target),
    output: ({ target }) => inTarget(changed(schema, asRead), target),
  };
}

type Schema = Record<string, unknown>;

/** A copy in which every schema of it is changed, the inner ones first. */
function changed(schema: JsonSchema, change: (schema: Schema) => Schema): Schema {
  const inner = (value: unknown): Schema => changed(value as JsonSchema, change);
  const copy: Schema = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (keyword === 'properties' || keyword === '$defs') {
      copy[keyword] = Object.fromEntries(Object.entries(value as object).map(([name, each]) => [name, inner(each)]));
    } else if (keyword === 'anyOf') copy[keyword] = (value as readonly unknown[]).map(inner);
    else copy[keyword] = typeof value === 'object' && SCHEMAS.has(keyword) ? inner(value) : value;
  }
  return change(copy);
}

const SCHEMAS: ReadonlySet<string> = new Set(['items', 'additionalProperties', 'not']);

function without(schema: Schema, ...keywords: readonly string[]): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => !keywords.includes(keyword)));
}

function withoutMarks(schema: Schema): Schema {
  return without(schema, 'optional');
}

/** As the decoder hands it over: it sets what is absent to null, unless it is optional. */
function asRead(schema: Schema): Schema {
  const { properties, optional = [] } = schema;
  if (properties === undefined) return withoutMarks(schema);
  const required = Object.keys(properties as object).filter((name) => !(optional as readonly string[]).includes(name));
  return withoutMarks({ ...schema, required });
}

function inTarget(schema: Schema, target: JsonSchemaOptions['target']): Schema {
  switch (target) {
    case 'draft-2020-12':
      return schema;
    case 'draft-07': {
      return { ...schema, $schema: 'http://json-schema.org/draft-07/schema#' };
    }
    case 'openapi-3.0':
      return changed(schema, inOpenApi);
    default:
      throw new Error(`no JSON Schema for ${target}`);
  }
}

/** OpenAPI 3.0 has no null, one example, and bounds that are excluded by a word of their own. */
function inOpenApi(schema: Schema): Schema {
  if (schema['type'] === 'null') return schema; // which the schema around it makes `nullable` of
  const { examples, type, anyOf, exclusiveMinimum, exclusiveMaximum, ...rest } = without(schema, '$schema', 'not'); // `not` is of null alone
  const types = [type].flat();
  const choices = (anyOf as readonly Schema[] | undefined)?.filter((each) => each['type'] !== 'null');
  const isNullable =
    types.includes('null') ||
    (choices !== undefined && choices.length < (anyOf as readonly unknown[]).length) ||
    [rest['enum']].flat().includes(null);
  const [only, ...more] = choices ?? [];
  return {
    ...(type === undefined ? {} : { type: types.find((each) => each !== 'null') }),
    ...(only === undefined ? {} : more.length === 0 ? only : { anyOf: choices }),
    ...rest,
    ...(isNullable ? { nullable: true } : {}),
    ...(Array.isArray(examples) ? { example: examples[0] } : {}),
    ...(exclusiveMinimum === undefined ? {} : { minimum: exclusiveMinimum, exclusiveMinimum: true }),
    ...(exclusiveMaximum === undefined ? {} : { maximum: exclusiveMaximum, exclusiveMaximum: true }),
  };
}
