import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository } from '../support/generator-sources.js';
import { specText } from '../support/generate.js';
import { diagnosticsOf } from '../support/spec-diagnostics.js';

/** Warnings: a package is made all the same. */

const users = (endpoint: string, rest = '', config = ''): string =>
  `name: acme\n${config}client: { base_url: https://acme.example }\nresources:\n  - name: users\n    endpoint: ${endpoint}\n    fields: { id: integer }\n${rest}`;
const other = (endpoint: string): string => `  - name: others\n    endpoint: ${endpoint}\n    fields: { id: integer }\n`;
const PAGED = 'paginator: { type: offset, limit: 100 }';

async function warnings(text: string): Promise<readonly string[]> {
  const said = await diagnosticsOf(text);
  expect(said.filter(({ severity }) => severity !== 'warning')).toEqual([]);
  return said.map(({ code, at }) => `${code}@${at}`);
}

describe('warns', () => {
  test.each([
    [
      'of a page size that ends the paging and is never sent',
      users('{ paginator: { type: offset, limit: 100, limit_param: null, stop_after_short_page: true } }'),
      'lint/page-size-not-sent@5:51',
    ],
    ['of small pages', users('{ paginator: { type: page_number, limit: 5, limit_param: size } }'), 'lint/small-pages@5:56'],
    ['of one request twice', users(`{ path: /a, ${PAGED} }`, other(`{ path: /a, ${PAGED} }`)), 'lint/same-request@7:11'],
    [
      'of options that nothing uses',
      users(`{ ${PAGED} }`, '', 'config: { since: date, until: date }\n'),
      'lint/unused-config@2:11,lint/unused-config@2:24',
    ],
    ['of a paginator that nobody names', users('{ path: /a, data_selector: $ }'), 'lint/no-paginator@4:11'],
    ['of an envelope that would be a record', users('{ path: /a, paginator: single_page }'), 'lint/no-selector@4:11'],
    [
      'of rows that are there twice after the second sync',
      users(`{ ${PAGED} }`, '    primary_key: id\n', 'outputs: [duckdb]\n'),
      'lint/doubled-rows@5:11',
    ],
  ])('%s', async (_, text, expected) => {
    expect((await warnings(text)).join()).toBe(expected);
  });
});

test.each([
  ['a package that writes no tables', users(`{ ${PAGED} }`, '    primary_key: id\n')],
  [
    'rows that somebody wants appended',
    users(`{ ${PAGED} }`, '    primary_key: id\n    write_disposition: append\n', 'outputs: [duckdb]\n'),
  ],
  ['rows without a key', users(`{ ${PAGED} }`, '', 'outputs: [duckdb]\n')],
])('says nothing of doubled rows of %s', async (_, text) => {
  expect(await warnings(text)).toEqual([]);
});

describe('refuses, since it cannot be meant,', () => {
  test.each([
    ['a key that is no field', users(`{ ${PAGED} }`).replace('fields: {', 'primary_key: uid\n    fields: {'), 'spec/unknown-field@6:18'],
    [
      'a key that may be null',
      users(`{ ${PAGED} }`).replace('fields: { id: integer }', 'primary_key: id\n    fields: { id: { type: integer, nullable: true } }'),
      'spec/key-nullable@7:46',
    ],
    [
      'a cursor that is no field',
      users(`{ ${PAGED}, incremental: { cursor_path: at, start_param: since, initial_value: 1 } }`),
      'spec/unknown-field@5:86',
    ],
    [
      'a cursor that the API is never told',
      users(`{ ${PAGED}, incremental: { cursor_path: id, initial_value: 1 } }`),
      'spec/unsent-cursor@5:71',
    ],
    [
      'an end that nothing sets',
      users(
        `{ ${PAGED}, params: { a: '{incremental.start_value}', b: '{incremental.end_value}' }, incremental: { cursor_path: id, initial_value: 1 } }`,
      ),
      'spec/end-without-value@5:145',
    ],
  ])('%s', async (_, text, expected) => {
    expect((await diagnosticsOf(text)).map(({ code, at }) => `${code}@${at}`).join()).toBe(expected);
  });
});

describe('says nothing', () => {
  test.each([
    ['of a size that is not sent and ends nothing', users('{ paginator: { type: offset, limit: 100, limit_param: null } }')],
    ['of a size of ten', users('{ paginator: { type: offset, limit: 10 } }')],
    [
      'of one path with other parameters',
      users(`{ path: /a, params: { kind: x }, ${PAGED} }`, other(`{ path: /a, params: { kind: y }, ${PAGED} }`)),
    ],
    [
      'of one request from which other records are taken',
      users(`{ path: /a, data_selector: a, ${PAGED} }`, other(`{ path: /a, data_selector: b, ${PAGED} }`)),
    ],
    ['of an option in a parameter', users(`{ params: { since: "{config.since}" }, ${PAGED} }`, '', 'config: { since: date }\n')],
    ['of an option in a filter', users(`{ filter: { field: id, value: "{config.id}" }, ${PAGED} }`, '', 'config: { id: integer }\n')],
    [
      'of an option in a header of all requests',
      users(`{ ${PAGED} }`, '', 'config: { tenant: string }\n').replace('example }', 'example, headers: { X-Tenant: "{config.tenant}" } }'),
    ],
  ])('%s', async (_, text) => {
    expect(await warnings(text)).toEqual([]);
  });

  test.each(readdirSync(join(repository, 'specs')).filter((name) => name.endsWith('.yaml')))('about specs/%s', async (name) => {
    expect(await warnings(specText(`specs/${name}`))).toEqual([]);
  });
});
