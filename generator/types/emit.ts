import { code, identifier, isIdentifier, join, jsdoc, json, literal, nothing, property, type Code } from '../code.js';
import type { VirtualFile } from '../virtual-file.js';
import type { RecordsContext } from './context.js';
import { fieldsOf, interfacesOf, referencesOf } from './walk.js';
import { anOf, emitDecoder } from './decoder.js';
import { emitChecks } from './emit-checks.js';
import { emitExactJson } from './emit-exact-json.js';
import { emitInstants } from './emit-instants.js';
import { emitJsonSchemas, jsonSchemaName } from './emit-json-schemas.js';
import { emitStandardSchema } from './emit-standard-schema.js';
import { emitTypeTests } from './emit-type-tests.js';
import { FileScope, type Helper } from './file-scope.js';
import { compileTypes, type CompiledTypes } from './compile-types.js';
import { emitInterface } from './interfaces.js';
import { recordSchema } from './json-schema.js';
import type { RecordsModel, RecordType, RecordVariants } from './model.js';

/** The files of the records: interfaces and decoders, what they share, the JSON Schema of each resource, tests of the types. */
export async function emitRecords(model: RecordsModel, context: RecordsContext): Promise<readonly VirtualFile[]> {
  const types = await compileTypes(model);
  const scopes = model.types.map(() => new FileScope());
  const sources = model.types.map((type, index): VirtualFile => {
    const scope = scopes[index] ?? new FileScope();
    return { path: `src/records/${type.file}.ts`, text: emitRecord(type, scope, types, context).text };
  });
  const schemas = model.resources.map((resource): VirtualFile => ({
    path: resource.schemaFile,
    text: json(recordSchema(resource.type, model.types)).text,
  }));
  const keepsDigits = model.types.some((type) => type.needsExactNumbers);
  const checks = emitChecks(scopes, context);
  const instants = emitInstants(model, context);
  return [
    ...sources,
    ...(checks === undefined ? [] : [{ path: 'src/internal/checks.ts', text: checks.text }]),
    ...(instants === undefined ? [] : [{ path: 'src/internal/instants.ts', text: instants.text }]),
    ...emitJsonSchemas(model, context),
    { path: 'src/internal/standard-schema.ts', text: emitStandardSchema(model, context).text },
    ...(context.readsJson || context.writesJson || keepsDigits
      ? [{ path: 'src/internal/exact-json.ts', text: emitExactJson(context, scopes, keepsDigits).text }]
      : []),
    ...schemas,
    { path: 'test/types.test.ts', text: emitTypeTests(model, context).text },
  ];
}

const EXACT: readonly Helper[] = ['exactBigint', 'exactDecimal', 'sizedDecimal'];

function emitRecord(type: RecordType, scope: FileScope, types: CompiledTypes, context: RecordsContext): Code {
  const errorClass = identifier(context.errorClass);
  const decoder = emitDecoder(type, scope, errorClass);
  const interfaces = type.declared
    ? [
        ...(type.variants === undefined ? [] : [emitUnion(type, type.variants)]),
        ...interfacesOf(type).map((object) => emitInterface(object, docOfInterface(object.typeName, type), types)),
      ]
    : [
        code`${jsdoc(type.description)}
export interface ${identifier(type.typeName)} {
  readonly [field: string]: unknown;
}`,
      ];
  const standard = code`/** {@link ${identifier(type.typeName)}} as a Standard Schema and Standard JSON Schema (https://standardschema.dev). Decodes a copy: its input stays as it is. */
export const ${identifier(type.schema)}: StandardSchema<${identifier(type.typeName)}> = /* @__PURE__ */ standardSchema(${identifier(strictName(type))}, ${literal(type.variable)}, ${jsonSchemaName(type)});`;
  const blocks = [
    ...interfaces,
    ...(scope.constants.length === 0 ? [] : [code`${scope.constants}`]),
    ...decoder,
    ...scope.functions,
    ...emitExtras(type),
    standard,
  ];
  return code`${context.header}

${imports(type, scope, errorClass)}

${join(blocks, '\n\n')}
`;
}

function docOfInterface(typeName: string, type: RecordType): Code {
  if (typeName === type.typeName) return jsdoc(type.description);
  return typeName === type.variants?.typeName ? code`/** The fields of every {@link ${identifier(type.typeName)}}. */` : nothing;
}

/** The type of a record that is one of several. */
function emitUnion(type: RecordType, { told }: RecordVariants): Code {
  return code`${jsdoc(type.description)}
export type ${identifier(type.typeName)} = ${join(
    told.variants.map(({ object }) => identifier(object.typeName)),
    ' | ',
  )};`;
}

/** The decoder that throws on every record that is not one. */
function strictName(type: RecordType): string {
  return type.mayDiscardRows ? `assert${type.typeName}` : type.decode;
}

function imports(type: RecordType, scope: FileScope, errorClass: Code): readonly Code[] {
  const shared = [...scope.patterns, ...[...scope.helpers].filter((helper) => !EXACT.includes(helper))].sort();
  const exact = [...scope.helpers].filter((helper) => EXACT.includes(helper)).sort();
  const records = referencesOf(fieldsOf(type)).filter((record) => record.typeName !== type.typeName);
  return [
    ...(shared.length === 0 ? [] : [code`import { ${names(shared)} } from '../internal/checks.ts';`]),
    code`import { ${errorClass}, type ReadPosition } from '../errors.ts';`,
    ...(exact.length === 0 ? [] : [code`import { ${names(exact)} } from '../internal/exact-json.ts';`]),
    code`import { ${jsonSchemaName(type)} } from ${literal(`../json-schemas/${type.file}.ts`)};`,
    code`import { standardSchema, type StandardSchema } from '../internal/standard-schema.ts';`,
    ...records.map(
      (record) =>
        code`import { ${identifier(`check${record.typeName}`)}, type ${identifier(record.typeName)} } from ${literal(`./${record.file}.ts`)};`,
    ),
  ];
}

/** A function that gives the undeclared fields, which the interface does not know, as unknown values. */
function emitExtras(type: RecordType): readonly Code[] {
  if (type.extras === undefined) return [];
  const taken = new Set(type.fields.map((field) => field.name));
  const declared = type.fields.map((field, index) => {
    if (isIdentifier(field.name) && field.name !== 'extra') return identifier(field.name);
    let unused = `_${index}`;
    while (taken.has(unused)) unused = `_${unused}`;
    return code`${patternKey(field.name)}: ${identifier(unused)}`;
  });
  return [
    code`/** What ${anOf(type)} has beyond its declared fields: it passes as it came. */
export function ${identifier(type.extras)}({ ${join([...declared, code`...extra`], ', ')} }: ${identifier(type.variants?.typeName ?? type.typeName)}): Readonly<Record<string, unknown>> {
  return extra;
}`,
  ];
}

/** A key in a destructuring pattern. esbuild 0.28 writes a key with both kinds of quotes as a template, which is no key; in brackets it may. */
function patternKey(name: string): Code {
  return name.includes("'") && name.includes('"') ? code`[${literal(name)}]` : property(name);
}

function names(all: readonly string[]): Code {
  return join(all.map(identifier), ', ');
}
