import { describe, expect, test } from 'vitest';
import { filesFrom } from '../../support/generate.js';
import { importPackage } from '../../support/import-package.js';
import { serve } from '../../support/loopback.js';

/** Fields that records get from their parent, or from what they are read for, where the API sends fields of that name. */

type Client = new (options: object) => Readonly<Record<string, { list(): AsyncIterable<unknown> }>>;

async function reading(children: object, row: object): Promise<unknown> {
  const spec = {
    name: 'one',
    client: { base_url: 'http://127.0.0.1:9' },
    resources: [
      {
        name: 'parents',
        primary_key: 'id',
        fields: { id: 'integer', name: 'string', 'a.b': 'string' },
        endpoint: { paginator: 'single_page', data_selector: '$' },
      },
      { name: 'children', ...children },
    ],
  };
  const { OneClient } = await importPackage(await filesFrom('one.yaml', JSON.stringify(spec)));
  const { origin } = await serve(({ url }) => ({
    body: url.pathname === '/parents' ? [{ id: 1, name: 'a', 'a.b': 'c' }] : [{ id: 7 }, { id: 8, ...row }],
  }));
  const records = [];
  for await (const record of new (OneClient as Client)({ baseUrl: origin, sleep: async () => undefined })['children']?.list() ?? [])
    records.push(record);
  return records;
}

const child = { endpoint: { path: '/c/{resources.parents.id}/x', paginator: 'single_page', data_selector: '$' } };
const each = {
  for_each: { region: ['eu'] },
  include_for_each: ['region'],
  endpoint: { path: '/c/{for_each.region}/x', paginator: 'single_page', data_selector: '$' },
};

describe('include_from_parent', () => {
  test.each([
    ['no fields', {}],
    ['other fields', { fields: { id: 'integer' } }],
    [
      'a contract that drops what is undeclared',
      { fields: { id: 'integer' }, schema_contract: { columns: 'discard_value', data_type: 'evolve' } },
    ],
  ])('overwrites nothing: %s', async (_, about) => {
    const resource = { ...child, include_from_parent: ['id', 'name'], ...about };
    expect(await reading(resource, {})).toMatchObject([
      { id: 7, _parents_id: 1, _parents_name: 'a' },
      { id: 8, _parents_id: 1 },
    ]);
    for (const value of [5, null, 1])
      await expect(reading(resource, { _parents_id: value })).rejects.toMatchObject({
        code: 'invalid_record',
        path: '_parents_id',
        index: 1,
        message: expect.stringContaining('expected no such field: it is taken from what the record is read for, got') as string,
      });
  });

  test('takes a field with a dot in its name for one of the parent, where no resource is called so', async () => {
    expect(await reading({ ...child, include_from_parent: ['a.b'] }, {})).toMatchObject([{ '_parents_a.b': 'c' }, { '_parents_a.b': 'c' }]);
  });

  test('nor do the values of for_each', async () => {
    expect(await reading(each, {})).toMatchObject([
      { id: 7, _region: 'eu' },
      { id: 8, _region: 'eu' },
    ]);
    await expect(reading(each, { _region: 'us' })).rejects.toMatchObject({ code: 'invalid_record', path: '_region', index: 1 });
  });
});
