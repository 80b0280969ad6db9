import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { placeInYaml } from '../../../docs/playground/src/place-in-yaml.js';
import { type Schema, suggestionsAt } from '../../../docs/playground/src/schema.js';

const schema: Schema = JSON.parse(readFileSync(new URL('../../../generator/spec/tapwright.schema.json', import.meta.url), 'utf8'));

/** What is suggested at the sign `|`. */
function suggested(text: string): readonly string[] {
  const offset = text.indexOf('|');
  const place = placeInYaml(text.replace('|', ''), offset);
  return place === undefined ? [] : suggestionsAt(schema, place).map(({ label }) => label);
}

const HEAD = 'name: acme\nclient:\n  base_url: https://api.example.com\n';

describe('completion suggests', () => {
  test.each<[what: string, text: string, some: readonly string[], none: readonly string[]]>([
    ['keys of a spec', 'na|', ['name', 'client', 'resources', 'outputs'], ['base_url']],
    ['keys that are not there yet', `${HEAD}|`, ['resources', 'config'], ['name', 'client']],
    ['keys of a map', 'client:\n  b|', ['base_url', 'headers', 'auth', 'paginator'], ['resources']],
    ['keys beside those that follow', 'client:\n  |\n  base_url: x\nresources: []', ['headers'], ['base_url', 'resources']],
    ['words of a value', 'client:\n  paginator: |', ['single_page', '{ type: offset }', '{ type: cursor }'], ['base_url']],
    ['types in a flow map', 'client:\n  auth: { type: | }', ['api_key', 'bearer', 'http_basic'], ['offset']],
    [
      'keys of the variant that the type says',
      'client:\n  paginator: { type: offset, | }',
      ['limit', 'total_path'],
      ['cursor_path', 'type'],
    ],
    ['the same in block style', 'client:\n  paginator:\n    type: cursor\n    |', ['cursor_path', 'cursor_param'], ['base_page', 'type']],
    ['keys of a resource', 'resources:\n  - name: events\n    |', ['endpoint', 'primary_key', 'fields'], ['name', 'client']],
    ['keys on the line of a dash', 'resources:\n  - |', ['name', 'endpoint'], ['client']],
    ['keys in a list at the column of its key', 'resources:\n- name: events\n  |', ['endpoint'], ['client']],
    [
      'keys of the second of two',
      'resources:\n  - name: a\n    primary_key: id\n  - name: b\n    |',
      ['primary_key', 'endpoint'],
      ['name'],
    ],
    [
      'keys deeper down',
      'resources:\n  - name: a\n    endpoint:\n      path: /a\n      incremental:\n        |',
      ['cursor_path', 'start_param'],
      ['path'],
    ],
    ['keys below the key of a dash', 'resources:\n  - endpoint:\n      |', ['path', 'incremental'], ['name']],
    ['types of a field', 'resources:\n  - name: a\n    fields:\n      id: |', ['string', 'integer', 'datetime'], []],
    ['words of a list', 'outputs: [duckdb, |]', ['postgres', 'sqlite'], ['name']],
    ['true and false', 'resources:\n  - name: a\n    selected: |', ['true', 'false'], []],
    ['what an example has', 'client:\n  base_url: |', ["'https://api.example.com'"], []],
  ])('%s', (_, text, some, none) => {
    const found = suggested(text);
    expect(found).toEqual(expect.arrayContaining([...some]));
    expect(found.filter((label) => none.includes(label))).toEqual([]);
  });

  test.each(['# na|', 'name: acme # cl|', 'description: "na|'])('nothing in %j', (text) => {
    expect(suggested(text)).toEqual([]);
  });

  test('nowhere throws, however a spec is cut off', () => {
    const text = readFileSync(new URL('../../../specs/analytics.yaml', import.meta.url), 'utf8');
    for (let offset = 0; offset < text.length; offset += 7) {
      const place = placeInYaml(text.slice(0, offset), offset);
      if (place !== undefined) suggestionsAt(schema, place);
    }
  });
});
