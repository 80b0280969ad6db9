import { fc } from '../support/property.js';
import { describe, expect, test } from 'vitest';
import { describeFields } from '../../generator/types/describe.js';
import type { RecordType } from '../../generator/types/model.js';
import { sampleRecord } from '../../generator/types/sample.js';
import { build, complaints, emitModel, place, runFiles } from '../support/records.js';
import { fieldLists } from '../support/record-values.js';

function typesOf(yaml: string): readonly [RecordType, ...RecordType[]] {
  const built = build(yaml);
  const [first, ...rest] = built.model?.types ?? [];
  if (first === undefined) throw new Error(complaints(built).join('\n'));
  return [first, ...rest];
}

describe('describeFields', () => {
  test('gives a row for each field, the fields of nested objects below it', () => {
    const [type] = typesOf(`
resources:
  issues:
    fields:
      id: { type: integer, nullable: false, description: Unique id }
      plan: { enum: [free, pro], open: true }
      took: { type: number, unit: seconds, minimum: 0, optional: true, deprecated: use spent. }
      labels: { type: array, nullable: false, items: { fields: { name: string } } }
      at: { type: datetime, nullable: false, description: When. }
      rates: { type: map, values: { type: array, items: { type: number, nullable: true } } }
`);
    expect(describeFields(type)).toEqual([
      { name: 'id', type: 'number', description: 'Unique id.' },
      { name: 'plan', type: "'free' | 'pro' | (string & {}) | null", description: '' },
      { name: 'took?', type: 'number | null', description: 'In seconds. At least 0. Deprecated: use spent.' },
      { name: 'labels', type: 'readonly IssueLabel[]', description: '' },
      { name: 'labels[].name', type: 'string | null', description: '' },
      { name: 'at', type: 'string', description: 'When. An ISO 8601 instant.' },
      { name: 'rates', type: '{ readonly [key: string]: readonly (number | null)[] } | null', description: '' },
    ]);
  });
});

describe('sampleRecord', () => {
  test('conforms, whatever the fields', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fieldLists(), fc.integer(), async (spec, seed) => {
        const built = build(spec);
        fc.pre(built.model !== undefined);
        if (built.model === undefined) return;
        const [type] = typesOf(spec);
        const emitted = await runFiles(await emitModel(built.model));
        const decode = await emitted.decoder(type.file, type.decode);
        const parse = await emitted.parse();
        const random = numbers(seed);
        for (let index = 0; index < 20; index++) {
          const text = JSON.stringify(sampleRecord(type, random, index, built.model.types));
          expect(() => decode(parse(text), place()), `${text}\n${spec}`).not.toThrow();
        }
      }),
      { numRuns: 30 },
    );
  });

  test('is the same for the same numbers, and differs from record to record', () => {
    const types = typesOf(
      'resources: { events: { keys: [id], fields: { id: string, at: { type: datetime, nullable: false }, name: string, n: integer } } }',
    );
    const series = (seed: number): unknown[] => {
      const random = numbers(seed);
      return Array.from({ length: 30 }, (_, index) => sampleRecord(types[0], random, index, types));
    };
    expect(series(1)).toEqual(series(1));
    const records = series(1).map((record) => new Map(Object.entries(Object(record))));
    expect(new Set(records.map((record) => record.get('id'))).size).toBe(30);
    expect(records.some((record) => record.get('name') === null)).toBe(true);
    const times = records.map((record) => String(record.get('at')));
    expect(times).toEqual([...times].sort());
  });
});

function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
