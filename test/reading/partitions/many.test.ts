import { expect, test } from 'vitest';
import { filesFrom } from '../../support/generate.js';

const specOf = (parts: number): string => `name: acme
client: { base_url: "https://api.acme.test" }
resources:
  - name: things
    for_each: { part: [${Array.from({ length: parts }, (_, index) => `p${index}`).join(', ')}] }
    endpoint: { path: "/{for_each.part}/things", data_selector: items, paginator: single_page }
    primary_key: id
    fields: { id: integer }
`;

test('the test of a read with many parts goes on from a few of its states: from each there is the rest to read', async () => {
  const [few, many] = await Promise.all([10, 200].map((parts) => filesFrom('acme.yaml', specOf(parts))));
  expect(few?.['test/things.test.ts']).toContain("test('goes on from the state of every page, with what is left'");
  expect(many?.['test/things.test.ts']).toContain("test('goes on from the state of one page in 10, with what is left'");
  expect(many?.['test/things.test.ts']).toContain('if (page.state.next === null || index % 10 !== 0) continue;');
});
