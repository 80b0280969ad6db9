import type { StandardJSONSchemaV1 } from '@standard-schema/spec';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { run } from '../support/records.js';

const SPEC = `
records:
  person: { description: Somebody., fields: { id: { type: integer, nullable: false }, boss: { record: person } } }
  tag: { fields: { name: { type: string, nullable: false, example: red } } }
resources:
  events:
    keys: [id]
    fields:
      id: string
      note: string
      hint: { type: string, optional: true }
      plan: { type: string, enum: [free, pro] }
      tags: { type: array, nullable: false, items: { record: tag, nullable: false } }
      first_tag: { record: tag, description: The first. }
      extra: { type: json, nullable: false }
      share: { type: number, minimum: 0 }
      price: { type: decimal, precision: 6, scale: 2 }
      at: { type: datetime, nullable: false }
      by: { type: array, items: { fields: { "+1": { type: integer, nullable: false } } } }
  people: { record: person }
  counts: { fields: { n: { type: bigint, nullable: false } } }
`;

async function schemaOf(name: string): Promise<StandardJSONSchemaV1['~standard']['jsonSchema']> {
  const schema = (await (await run(SPEC)).export(`src/records/${name}`, `${name}Schema`)) as StandardJSONSchemaV1;
  return schema['~standard'].jsonSchema;
}

const RECORD = { id: 'a', tags: [{ name: 'red' }], extra: 1, at: '2026-01-01T00:00:00Z' };
const READ = { ...RECORD, note: null, plan: null, first_tag: null, share: null, price: null, by: null };

describe('Standard JSON Schema', () => {
  test('has the input as it is in the package, without the marks that it is kept with', async () => {
    const { input } = await schemaOf('event');
    expect(input({ target: 'draft-2020-12' })).toEqual((await run(SPEC)).schema('events'));
  });

  test.each(['draft-2020-12', 'draft-07'] as const)(
    'is a schema in %s that says yes to what is sent, and to what is read',
    async (target) => {
      const ajv = target === 'draft-07' ? new Ajv({ validateFormats: false }) : new Ajv2020({ validateFormats: false });
      const { input, output } = await schemaOf('event');
      const [sent, read] = [
        ajv.compile(input({ target })),
        new (target === 'draft-07' ? Ajv : Ajv2020)({ validateFormats: false }).compile(output({ target })),
      ];
      expect([sent(RECORD), sent(READ), read(READ)]).toEqual([true, true, true]);
      expect(read(RECORD)).toBe(false); // what was absent is null once it is read
      for (const wrong of [
        { ...READ, id: 1 },
        { ...READ, tags: [{}] },
        { ...READ, extra: null },
        { ...READ, plan: 'gold' },
      ])
        expect([sent(wrong), read(wrong)]).toEqual([false, false]);
      expect([sent({ ...READ, price: 12.5 }), read({ ...READ, price: 12.5 }), read({ ...READ, price: '12.50' })]).toEqual([
        true,
        false,
        true,
      ]);
    },
  );

  test('is a schema of OpenAPI 3.0: nullable, without references, with one example', async () => {
    const schema = (await schemaOf('event')).output({ target: 'openapi-3.0' });
    expect(JSON.stringify(schema)).not.toMatch(/\$ref|\$defs|\$schema|"null"|"examples"|"optional"|"exact"/);
    expect(schema).toMatchObject({
      type: 'object',
      properties: {
        note: { type: 'string', nullable: true },
        plan: { enum: ['free', 'pro', null], nullable: true },
        tags: { type: 'array', items: { type: 'object', properties: { name: { type: 'string', example: 'red' } } } },
        first_tag: { type: 'object', nullable: true, description: 'The first.' },
        share: { type: 'number', nullable: true, minimum: 0 },
        by: { type: 'array', nullable: true, items: { type: 'object' } },
      },
    });
    const { input } = await schemaOf('event');
    expect(input({ target: 'openapi-3.0' })).toMatchObject({
      properties: {
        price: {
          anyOf: [{ type: 'number', minimum: -10000, exclusiveMinimum: true, maximum: 10000, exclusiveMaximum: true }, { type: 'string' }],
        },
      },
    });
  });

  test('refers to itself where the draft can, and says so where it cannot', async () => {
    const { input } = await schemaOf('person');
    expect(new Ajv({ validateFormats: false }).validate(input({ target: 'draft-07' }), { id: 1, boss: { id: 2, boss: null } })).toBe(true);
    expect(() => input({ target: 'openapi-3.0' })).toThrow(/cannot refer to itself, as #\/\$defs\/Person does/);
  });

  test('throws for a bigint that is read, and for a target that it does not know', async () => {
    const { input, output } = await schemaOf('count');
    expect(input({ target: 'draft-07' })).toMatchObject({ properties: { n: { anyOf: [{ type: 'integer' }, { type: 'string' }] } } });
    expect(() => output({ target: 'draft-07' })).toThrow(/no bigint/);
    expect(() => input({ target: 'draft-03' })).toThrow('no JSON Schema for draft-03');
  });
});
