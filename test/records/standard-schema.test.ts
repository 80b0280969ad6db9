import type { StandardSchemaV1 } from '@standard-schema/spec';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { emit, run } from '../support/records.js';
import { put, sandbox } from '../support/sandbox.js';

const SPEC = `
resources:
  events:
    description: Every tracked event.
    keys: [id]
    fields:
      id: { type: string, description: Its id. }
      note: string
      "odd name": { type: array, items: { fields: { "+1": { type: integer, nullable: false } } } }
      at: { type: datetime, unit: UTC, example: "2025-01-01T00:00:00Z", deprecated: true }
  rows: { schema_contract: discard_row, fields: { a: integer } }
`;

/** What a library that takes any Standard Schema does. */
async function consume(schema: StandardSchemaV1, input: unknown): Promise<unknown> {
  const result = await schema['~standard'].validate(input);
  return result.issues === undefined ? result.value : result.issues;
}

async function schemaOf(file: string, name: string): Promise<StandardSchemaV1> {
  const found = await (await run(SPEC)).export(file, name);
  if (!isSchema(found)) throw new Error(`${name} is no Standard Schema`);
  return found;
}

function isSchema(value: unknown): value is StandardSchemaV1 {
  return typeof value === 'object' && value !== null && '~standard' in value;
}

describe('Standard Schema', () => {
  test('has the version and vendor that the specification asks for', async () => {
    expect((await schemaOf('src/records/event', 'eventSchema'))['~standard']).toMatchObject({ version: 1, vendor: 'test-connector' });
  });

  test('gives the record, and leaves its input as it is', async () => {
    const schema = await schemaOf('src/records/event', 'eventSchema');
    const input = Object.freeze({ id: 'a', more: { deep: [1] } });
    expect(await consume(schema, input)).toEqual({ id: 'a', note: null, 'odd name': null, at: null, more: { deep: [1] } });
    expect(input).toEqual({ id: 'a', more: { deep: [1] } });
  });

  test('gives issues with the path as keys and indexes', async () => {
    const schema = await schemaOf('src/records/event', 'eventSchema');
    expect(await consume(schema, { id: 'a', 'odd name': [{ '+1': 1 }, { '+1': 'x' }] })).toEqual([
      { message: 'expected a safe integer', path: ['odd name', 1, '+1'] },
    ]);
    expect(await consume(schema, 'x')).toEqual([{ message: 'expected an object', path: [] }]);
  });

  test('of a record that the contract would drop says what is wrong with it', async () => {
    const schema = await schemaOf('src/records/row', 'rowSchema');
    expect(await consume(schema, { a: 'x' })).toEqual([{ message: 'expected a safe integer or null', path: ['a'] }]);
  });

  test('costs nothing where it is not used', async () => {
    const folder = sandbox();
    put(folder, Object.fromEntries((await emit(SPEC)).map((file) => [file.path, file.text])));
    put(folder, { 'use.ts': "export { decodeEvent } from './src/records/event.js';" });
    const bundle = await build({ entryPoints: [`${folder}/use.ts`], bundle: true, write: false, format: 'esm' });
    const text = bundle.outputFiles[0]?.text ?? '';
    expect(text).toContain('decodeEvent');
    expect(text).not.toMatch(/~standard|extraEventFields|instantOf/);
  });
});

describe('the JSON Schema in the package', () => {
  test('compiles in a strict validator, with titles, descriptions, examples and deprecations', async () => {
    const schema = (await run(SPEC)).schema('events');
    new Ajv2020({ strict: true, validateFormats: false }).compile(schema);
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'Event',
      description: 'Every tracked event.',
      required: ['id'],
      properties: {
        id: { type: 'string', description: 'Its id.' },
        at: { type: ['string', 'null'], format: 'date-time', description: 'In UTC.', examples: ['2025-01-01T00:00:00Z'], deprecated: true },
      },
    });
  });
});
