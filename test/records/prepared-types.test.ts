import { expect, onTestFinished, test, vi } from 'vitest';
import { compileTypes, prepareTypes } from '../../generator/types/compile-types.js';
import { build } from '../support/records.js';

const SPEC = `
resources:
  orders:
    keys: [id]
    fields:
      id: integer
      note: string
      paid: { type: boolean, nullable: false }
      big: { type: bigint, optional: true }
      any: json
      at: datetime
      stamp: { type: datetime, format: epoch_s }
      amount: decimal
      state: { enum: [word1, word0, "it's"], nullable: false }
      plan: { enum: [free, pro], open: true }
      many: { enum: [a, b, c, d, e, f, g, h, i, j, k, l] }
      user: { fields: { login: string } }
      owner: { fields: { login: string } }
      lines: { type: array, items: { fields: { sku: string } } }
      tags: { type: array, items: string, nullable: false }
      holes: { type: array, items: { type: number, nullable: true } }
      labels: { type: map, values: string }
      free: { type: map, values: json }
`;

test('what the build prepares is what the library makes, with the words and names of the spec', async () => {
  const { model } = build(SPEC);
  if (model === undefined) throw new Error('refused');
  const prepared = await prepareTypes();
  const types = await compileTypes(model, prepared);
  expect(types).toEqual(await compileTypes(model, {}));
  expect(types.get('Order')?.[8]).toEqual({
    kind: 'union',
    members: ['word1', 'word0', "it's"].map((value) => ({ kind: 'literal', value })),
  });
});

test('what the build prepares is enough for most specs: the library is not loaded', async () => {
  const { model } = build(SPEC);
  if (model === undefined) throw new Error('refused');
  const prepared = await prepareTypes();
  vi.doMock('json-schema-to-typescript', () => ({ default: { compile: () => Promise.reject(new Error('the library was asked')) } }));
  onTestFinished(() => vi.doUnmock('json-schema-to-typescript'));
  expect((await compileTypes(model, prepared)).get('Order')).toHaveLength(18);
  await expect(compileTypes(model, {})).rejects.toThrow('the library was asked');
});
