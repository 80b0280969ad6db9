import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildModel } from '../../generator/model/build.js';
import type { Reading, SpecNode } from '../../generator/shape.js';
import { load, type SpecSource } from '../../generator/spec/load.js';
import { validate } from '../../generator/spec/validate.js';
import { specText } from '../support/generate.js';
import { repository } from '../support/generator-sources.js';

/** What is wrong with the shape of a spec, and what does not fit together, are told in one run; what only follows is not. */

const RICH = `name: acme
config:
  since: { type: date, optional: true }
  region: { type: string, default: eu }
client:
  base_url: https://api.example.com
  headers: { X-Region: "{config.region}" }
  auth: { type: api_key, name: key, location: query }
  paginator: { type: page_number, limit: 50, limit_param: size }
resource_defaults:
  primary_key: id
  write_disposition: merge
records:
  node:
    fields: { id: integer, children: { type: array, items: { record: node } } }
resources:
  - name: users
    endpoint:
      path: /users
      params: { tags: [a, b] }
      incremental: { cursor_path: day, start_param: from, initial_value: "{config.since}" }
      filter: { field: state, op: in, value: [open, shut] }
    fields:
      id: integer
      day: { type: date, nullable: false }
      state: { enum: [open, shut] }
      owner: { type: object, fields: { name: string, at: { type: datetime, format: epoch_s } } }
  - name: posts
    include_from_parent: [state]
    on_null_parent: skip
    endpoint:
      path: "/users/{resources.users.id}/posts"
      method: POST
      json: { text: "{resources.users.state}", page: {} }
      paginator: { type: cursor, cursor_body_path: page.after, cursor_path: last.id }
    fields: { id: integer, top: { record: node } }
  - name: rates
    primary_key: currency
    endpoint:
      data_selector: rates
      reshape: { map_to_rows: { key: currency, value: rate } }
      paginator: single_page
    fields: { currency: string, rate: number }
  - name: rows
    columns: { id: { data_type: bigint, primary_key: true, nullable: false }, name: { data_type: text } }
    endpoint: { paginator: { type: offset, limit: 10 }, data_selector: data }
  - name: things
    schema: { type: object, properties: { id: { type: integer }, at: { type: string, format: date-time } } }
    endpoint:
      incremental: { cursor_path: at, initial_value: "2024-01-01T00:00:00Z" }
      params: { from: "{incremental.start_value}" }
`;

describe('one mistake of shape is one error:', () => {
  const specs = readdirSync(join(repository, 'specs')).filter((name) => name.endsWith('.yaml'));
  const texts = [['a rich spec', RICH], ...specs.map((name) => [`specs/${name}`, specText(`specs/${name}`)])];
  test.each(texts)('%s', (_, text = '') => {
    expect(errorsOf(text)).toEqual([]);
    const broken = [...breaks(sourceOf(text).root)].map(
      ({ start, end, put }) => text.slice(0, start) + put + (text.slice(start, end).endsWith('\n') ? '\n' : '') + text.slice(end),
    );
    const misshapen = broken.filter((each) => errorsIn(validate(sourceOf(each)).reading).length > 0);
    expect(misshapen.length).toBeGreaterThan(40);
    const step = Math.ceil(misshapen.length / 120); // the specs say the same things over and over
    for (const each of misshapen.filter((_each, index) => index % step === 0))
      expect(errorsOf(each), each).toEqual(errorsIn(validate(sourceOf(each)).reading));
  });
});

describe('in one run come', () => {
  test.each([
    ['a wrong word and a field that is not there', ['type: page_number', 'type: pag_number'], ['primary_key: id', 'primary_key: uid']],
    ['a misspelt key and an option that is not there', ['start_param', 'start_parm'], ['config.region', 'config.regoin']],
    [
      'a wrong type of a field and a wrong format of another',
      ['day: { type: date', 'day: { type: dat'],
      ['format: epoch_s', 'format: "%Q"'],
    ],
    ['a nameless resource and a filter that fits nothing', ['name: rates', 'nme: rates'], ['value: [open, shut]', 'value: [open, never]']],
    ['a base_url and a selector', ['https://api.example.com', 'api'], ['cursor_path: last.id', 'cursor_path: last.uid']],
  ])('%s', (_, ...edits) => {
    for (const [from = ''] of edits) expect(RICH).toContain(from);
    const parts = edits.map(([from = '', to = '']) => RICH.replace(from, to));
    const both = edits.reduce((text, [from = '', to = '']) => text.replace(from, to), RICH);
    expect(codesOf(both)).toEqual(parts.flatMap(codesOf).sort());
  });
});

/** Every mapping with a key misspelt, and every value replaced by one of another kind. */
function* breaks(node: SpecNode): Generator<{ readonly start: number; readonly end: number; readonly put: string }> {
  if (node.kind === 'map') {
    for (const { key, keySpan, value } of node.entries) {
      if (key.length > 3) yield { ...keySpan, put: key.slice(0, -2) + key.slice(-1) };
      yield { ...value.span, put: value.kind === 'scalar' ? '{ odd: true }' : '-17' };
      if (value.kind === 'scalar' && typeof value.value === 'string') yield { ...value.span, put: 'zzzz' };
      yield* breaks(value);
    }
  }
  if (node.kind === 'list') {
    for (const item of node.items) {
      yield { ...item.span, put: item.kind === 'scalar' ? '[[]]' : '-17' };
      yield* breaks(item);
    }
  }
}

function sourceOf(text: string): SpecSource {
  const loaded = load('spec.yaml', Buffer.from(text));
  if (!loaded.ok) throw new Error(`${loaded.diagnostics[0]?.message ?? ''} in\n${text}`);
  return loaded.source;
}

function errorsOf(text: string): readonly string[] {
  const source = sourceOf(text);
  const { document, reading } = validate(source);
  if (document !== undefined) buildModel(document, source.path, reading);
  return errorsIn(reading);
}

function codesOf(text: string): readonly string[] {
  return errorsOf(text)
    .map((error) => error.split('@')[0] ?? '')
    .sort();
}

function errorsIn({ diagnostics }: Reading): readonly string[] {
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message, span }) => `${code}@${span?.start ?? 0} ${message}`);
}
