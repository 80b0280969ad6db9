import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import published from '../../generator/spec/tapwright.schema.json' with { type: 'json' };
import { repository } from '../support/generator-sources.js';
import { diagnosticsOf } from '../support/spec-diagnostics.js';

/** The table of dlt's keys in docs/dlt.md against the published schema, so that neither can say what is no longer so. */

const WORDS: Readonly<Record<string, string>> = {
  client: 'base_url headers auth paginator session',
  resource:
    'name endpoint include_from_parent processing_steps table_name write_disposition primary_key merge_key columns schema_contract max_table_nesting ' +
    'selected parallelized parent_table_name table_format file_format references nested_hints',
  endpoint: 'path method params json data headers auth paginator data_selector response_actions incremental',
  offset:
    'limit offset offset_param offset_body_path limit_param limit_body_path total_path maximum_offset stop_after_empty_page has_more_path',
  page_number: 'base_page page page_param page_body_path total_path maximum_page stop_after_empty_page has_more_path',
  cursor: 'cursor_path cursor_param cursor_body_path stop_after_empty_page has_more_path',
  json_link: 'next_url_path',
  header_link: 'links_next_key',
  header_cursor: 'cursor_key cursor_param',
  bearer: 'token',
  api_key: 'api_key name location',
  http_basic: 'username password',
  oauth2_client_credentials:
    'access_token_url client_id client_secret access_token_request_data default_token_expiration access_token session',
  incremental:
    'cursor_path initial_value end_value last_value_func primary_key row_order lag on_cursor_value_missing range_start range_end ' +
    'allow_external_schedulers start_param end_param convert',
  response_actions: 'status_code content action',
  columns:
    'name data_type nullable precision scale timezone description primary_key merge_key unique sort partition cluster hard_delete dedup_sort incremental',
  schema_contract: 'tables columns data_type',
};
/** Every key of dlt's `rest_api`: `client.base_url`, and words that stand for themselves. */
const DLT = [
  ...['client', 'resources', 'resource_defaults', 'single_page', 'auto', 'json_response'],
  ...Object.entries(WORDS).flatMap(([group, words]) => words.split(' ').map((word) => `${group}.${word}`)),
];

interface Row {
  readonly keys: readonly string[];
  readonly here: string;
}
const rows = rowsOf();

test('the table has every key of dlt’s, each once', () => {
  expect(rows.flatMap(({ keys }) => keys).sort()).toEqual([...DLT].sort());
});

describe('the published schema has', () => {
  const known = rows.flatMap(({ keys, here }) => (here === 'the same' ? keys : here === 'refused' ? [] : keysIn(here)));
  test.each(known)('%s', (key) => {
    expect(isPublished(key)).toBe(true);
  });
});

describe('is refused at its place:', () => {
  const refused = rows.flatMap(({ keys, here }) => (here === 'refused' ? keys : []));
  test.each(refused)('%s', async (key) => {
    expect(isPublished(key)).toBe(false);
    const text = specWith(key);
    const word = key.split('.').at(-1) ?? '';
    const line = text.split('\n').findIndex((each) => each.includes(`${word}: odd`) || each.includes(`type: ${word}`));
    const said = (await diagnosticsOf(text)).filter(({ severity }) => severity === 'error');
    expect(said.map(({ at }) => at.split(':')[0])).toContain(String(line + 1));
  });
});

/** The rows of the table. */
function rowsOf(): readonly Row[] {
  const table = readFileSync(join(repository, 'docs/dlt.md'), 'utf8').split('\n');
  return table
    .filter((line) => line.startsWith('| `'))
    .map((line) => {
      const [dlt = '', here = ''] = line.slice(2, -2).split(' | ');
      return { keys: keysIn(dlt), here };
    });
}

function keysIn(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, key = '']) => key);
}

type Schema = { readonly [keyword: string]: unknown };

function isPublished(key: string): boolean {
  const [group = '', word] = key.split('.');
  const root: Schema = published;
  if (word === undefined) return group in propertiesOf(root) || typesOf(at(root, 'resources', 'endpoint', 'paginator')).has(group);
  const places: Readonly<Record<string, readonly string[]>> = {
    client: ['client'],
    resource: ['resources'],
    endpoint: ['resources', 'endpoint'],
    incremental: ['resources', 'endpoint', 'incremental'],
    response_actions: ['resources', 'endpoint', 'response_actions'],
    columns: ['resources', 'columns'],
    schema_contract: ['resources', 'schema_contract'],
  };
  const place = places[group];
  if (place !== undefined) return word in propertiesOf(at(root, ...place));
  const types = new Map([...typesOf(at(root, 'client', 'auth')), ...typesOf(at(root, 'client', 'paginator'))]);
  return word in propertiesOf(types.get(group) ?? {});
}

function at(schema: Schema, ...path: readonly string[]): Schema {
  return path.reduce((found, key) => propertiesOf(found)[key] ?? {}, schema);
}

/** Every mapping that a schema allows, through its alternatives, its items and its references. */
function mappingsIn(schema: Schema): readonly Schema[] {
  const { $ref, properties, anyOf, oneOf, items } = schema;
  if (typeof $ref === 'string') return mappingsIn(definition($ref));
  const inner = [anyOf, oneOf, items].flat().filter(isSchema).flatMap(mappingsIn);
  return properties === undefined ? inner : [schema, ...inner];
}

function propertiesOf(schema: Schema): Readonly<Record<string, Schema>> {
  const all = mappingsIn(schema).map(({ properties }) => properties);
  return Object.assign({}, ...all.reverse()) as Record<string, Schema>;
}

/** The mappings that a word under `type` tells apart. */
function typesOf(schema: Schema): ReadonlyMap<string, Schema> {
  return new Map(
    mappingsIn(schema).flatMap((each) => {
      const words = propertiesOf(each)['type']?.['enum'];
      return Array.isArray(words) && typeof words[0] === 'string' ? [[words[0], each] as const] : [];
    }),
  );
}

function definition(ref: string): Schema {
  const defs: Readonly<Record<string, Schema>> = published.$defs;
  return defs[ref.split('/').at(-1) ?? ''] ?? {};
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null;
}

/** A spec with that key of dlt's in its place. */
function specWith(key: string): string {
  const [group = '', word] = key.split('.');
  const put = `${word ?? ''}: odd`;
  const head = 'name: acme\nclient:\n  base_url: https://api.example.com\n';
  const resource = `${head}resources:\n  - name: users\n    fields: { id: integer }\n`;
  switch (group) {
    case 'client':
      return `${head}  ${put}\nresources: [users]\n`;
    case 'resource':
      return `${resource}    ${put}\n`;
    case 'incremental':
      return `${resource}    endpoint:\n      incremental:\n        cursor_path: id\n        ${put}\n`;
    case 'columns':
      return `${head}resources:\n  - name: users\n    columns:\n      id:\n        ${put}\n`;
    case 'schema_contract':
      return `${resource}    schema_contract:\n      ${put}\n`;
    default:
      if (word === undefined) return `${resource}    endpoint:\n      paginator:\n        type: ${group}\n`;
      return `${head}  auth:\n    type: ${group}\n    ${put}\nresources: [users]\n`;
  }
}
