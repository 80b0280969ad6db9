import { expect, test } from 'vitest';
import { languageSchemaText } from '../../generator/spec/validate.js';
import { diagnosticsOf } from '../support/spec-diagnostics.js';

/** Keys of the top that begin with `x-`: places for anchors, which nothing reads. */

const spec = (top: string, more = ''): string => `name: one
${top}
client: { base_url: "https://api.example.com" }
resources:
  - <<: *common
    name: things
    ${more}
    endpoint: { data_selector: items, paginator: single_page }
    fields: { id: integer }
`;

test.each([
  ['a place for what several resources share', spec('x-common: &common { write_disposition: replace }'), []],
  ['what is in it is checked where it is used', spec('x-common: &common { write_dispositoin: replace }'), ['spec/unknown-key']],
  ['others are unknown', spec('common: &common { write_disposition: replace }'), ['spec/unknown-key']],
  ['so are those further in', spec('x-common: &common { write_disposition: replace }', 'x-more: 1'), ['spec/unknown-key']],
])('%s', async (_, text, codes) => {
  const errors = (await diagnosticsOf(text)).filter(({ severity }) => severity === 'error');
  expect(errors.map(({ code }) => code)).toEqual(codes);
});

test('editors are told', () => {
  expect(JSON.parse(languageSchemaText())).toMatchObject({ patternProperties: { '^x-': {} }, additionalProperties: false });
});
