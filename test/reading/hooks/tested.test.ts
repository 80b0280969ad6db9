import { expect, test } from 'vitest';
import { filesFrom } from '../../support/generate.js';

/** What the tests of a package show of its hooks, where only children have some. */

const SPEC = {
  name: 'family',
  client: { base_url: 'https://api.example.com' },
  resources: [
    {
      name: 'parents',
      primary_key: 'id',
      fields: { id: { type: 'integer', nullable: false } },
      endpoint: { path: '/a', paginator: 'single_page' },
    },
    { name: 'children', fields: { name: 'string' }, endpoint: { path: '/a/{resources.parents.id}/b', paginator: 'single_page' } },
  ],
};

test('the map of a child is called in a test of its own', async () => {
  const hooks = `export const children = {
  map: (record, { parent }) => ({ ...record, parent: parent.id }),
} satisfies import('../generated/family/src/hook-types.ts').ChildrenHooks;
`;
  const files = await filesFrom('family.yaml', JSON.stringify(SPEC), hooks);
  expect(files['test/hooks.test.ts']).toContain("test('map makes what is read of children'");
});
