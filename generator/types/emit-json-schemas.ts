import { code, docWords, identifier, literal, nothing, type Code, type LiteralValue } from '../code.js';
import type { VirtualFile } from '../virtual-file.js';
import type { RecordsContext } from './context.js';
import { markedSchema, type WireSchema } from './json-schema.js';
import type { RecordsModel, RecordType } from './model.js';
import { fieldsOf, referencesOf } from './walk.js';

/** `src/json-schemas/event.ts` for each record, and `src/internal/json-schema.ts`, which says them in the words of other drafts. */
export function emitJsonSchemas(model: RecordsModel, { header }: RecordsContext): readonly VirtualFile[] {
  const schemas = model.types.map((type): VirtualFile => ({
    path: `src/json-schemas/${type.file}.ts`,
    text: schemaFile(type, model, header).text,
  }));
  return [{ path: 'src/internal/json-schema.ts', text: converter(model, header).text }, ...schemas];
}

/** `eventJsonSchema` */
export function jsonSchemaName(type: RecordType): Code {
  return identifier(`${type.variable}JsonSchema`);
}

function schemaFile(type: RecordType, model: RecordsModel, header: Code): Code {
  return code`${header}

import type { JsonSchema } from '../internal/json-schema.ts';

/** What the API sends for ${docWords(type.typeName)}, in draft 2020-12. */
export const ${jsonSchemaName(type)}: JsonSchema = ${literal(asLiteral(markedSchema(type, model.types)))};
`;
}

function asLiteral(schema: WireSchema): LiteralValue {
  const copy: LiteralValue = JSON.parse(JSON.stringify(schema));
  return copy;
}

function converter(model: RecordsModel, header: Code): Code {
  const refers = model.types.some((type) => referencesOf(fieldsOf(type)).length > 0);
  const exact = model.types.some((type) => type.needsExactNumbers);
  return code`${header}

/** A JSON Schema (draft 2020-12) of what the API sends; \`optional\` names the fields that a record may lack.${exact ? code` \`exact\`: of numbers that are kept as they were written.` : nothing} */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** What Standard JSON Schema (https://standardschema.dev/json-schema) asks for. */
export interface JsonSchemaConverter {
  /** What the API sends. */
  readonly input: (options: JsonSchemaOptions) => Record<string, unknown>;
  /** What is read: a field that was absent is null.${exact ? code` Throws where there is a bigint, which JSON has not.` : nothing} */
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
  return without(schema, 'optional'${exact ? code`, 'exact'` : nothing});
}

/** As the decoder hands it over: it sets what is absent to null, unless it is optional. */
function asRead(schema: Schema): Schema {
${exact ? EXACT : nothing}  const { properties, optional = [] } = schema;
  if (properties === undefined) return withoutMarks(schema);
  const required = Object.keys(properties as object).filter((name) => !(optional as readonly string[]).includes(name));
  return withoutMarks({ ...schema, required });
}

function inTarget(schema: Schema, target: JsonSchemaOptions['target']): Schema {
  switch (target) {
    case 'draft-2020-12':
      return schema;
    case 'draft-07': {
${refers ? DRAFT_07_DEFINITIONS : DRAFT_07}
    }
    case 'openapi-3.0':
      return changed(${refers ? code`inlined(schema, schema, [])` : code`schema`}, inOpenApi);
    default:
      throw new Error(\`no JSON Schema for \${target}\`);
  }
}

${refers ? INLINED : nothing}/** OpenAPI 3.0 has no null, one example, and bounds that are excluded by a word of their own. */
function inOpenApi(schema: Schema): Schema {
  if (schema['type'] === 'null') return schema; // which the schema around it makes \`nullable\` of
  const { examples, type, anyOf, exclusiveMinimum, exclusiveMaximum, ...rest } = without(schema, '$schema', 'not'); // \`not\` is of null alone
  const types = [type].flat();
  const choices = (anyOf as readonly Schema[] | undefined)?.filter((each) => each['type'] !== 'null');
  const isNullable =
    types.includes('null') || (choices !== undefined && choices.length < (anyOf as readonly unknown[]).length) || [rest['enum']].flat().includes(null);
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
`;
}

const EXACT = code`  if (schema['exact'] === 'bigint') throw new Error('JSON Schema has no bigint');
  if (schema['exact'] === 'decimal') {
    return { ...(schema['anyOf'] as readonly Schema[])[1], ...without(withoutMarks(schema), 'anyOf') };
  }
`;

const DRAFT_07 = code`      return { ...schema, $schema: 'http://json-schema.org/draft-07/schema#' };`;

const DRAFT_07_DEFINITIONS = code`      const { $defs, ...rest } = changed(schema, inDraft07);
      return { ...rest, $schema: 'http://json-schema.org/draft-07/schema#', ...($defs === undefined ? {} : { definitions: $defs }) };`;

const INLINED = code`/** In draft 07, nothing beside a \`$ref\` counts. */
function inDraft07(schema: Schema): Schema {
  const { $ref, ...rest } = schema;
  if (typeof $ref !== 'string') return schema;
  const reference = { $ref: $ref.replace('#/$defs/', '#/definitions/') };
  return Object.keys(rest).length === 0 ? reference : { allOf: [reference], ...rest };
}

/** Without \`$defs\`: each reference is what it refers to. \`path\`: the references that are being replaced. */
function inlined(schema: Schema, root: Schema, path: readonly string[]): Schema {
  return changed(without(schema, '$defs'), (each) => {
    const { $ref, ...rest } = each;
    if (typeof $ref !== 'string') return each;
    if (path.includes($ref)) throw new Error(\`a schema of OpenAPI 3.0 cannot refer to itself, as \${$ref} does\`);
    const definitions = root['$defs'] as Readonly<Record<string, Schema>>;
    return { ...inlined(definitions[$ref.replace('#/$defs/', '')] ?? {}, root, [...path, $ref]), ...rest };
  });
}

`;
