import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { filesFrom } from '../support/generate.js';
import { importPackage } from '../support/import-package.js';
import { serve } from '../support/loopback.js';
import { diagnosticsOf } from '../support/spec-diagnostics.js';

/** What becomes of a record before it is checked: `add`, `rename`, `drop`, `flatten`, `key_case`, keys with a path. */

interface Client {
  readonly [resource: string]: { all(): Promise<readonly object[]> };
}

/** The records of the last resource of a spec, of a server that answers `text` at `/things`, and `{"items": [{"id": 1}]}` elsewhere. */
async function read(resource: string, text: string, options: object = {}, more = ''): Promise<readonly object[]> {
  const { origin } = await serve(({ url }) => (url.pathname === '/things' ? { text } : { text: '[{ "n": 1 }]' }));
  const spec = `name: one\nconfig: { shop: { type: string, default: main }, tag: { type: integer, optional: true } }\nclient: { base_url: "${origin}" }\nresources:\n- { name: things, endpoint: { path: things, paginator: single_page }, ${resource} }\n${more}`;
  const exported = await importPackage(await filesFrom('one.yaml', spec));
  const Made = exported['OneClient'] as new (options: object) => Client;
  const name = /name: (\w+),[^]*$/.exec(more)?.[1] ?? 'things';
  return (await new Made({ sleep: async () => undefined, ...options })[name]?.all()) ?? [];
}

describe('fields that are added', () => {
  test('are of the record, of what it is read with, and made', async () => {
    const add = `{
      run: info.run_id, gone: info.none, last: "tags[-1]", shop: { value: "{config.shop}" }, tag: { value: "{config.tag}" }, both: { value: "{config.shop}-{config.tag}" }, one: { value: 1 },
      key: { concatenate: [info.run_id, { value: "{config.shop}" }, info.none], separator: "/" }, low: { lower: name }, sum: { hash: name }, sums: { hash: [name, info.none] }, none: { hash: info.none },
      day: { date: at }, local: { date: local } }`;
    const body = [{ name: 'Ä-B', info: { run_id: 7 }, tags: ['a', 'b'], at: '2026-01-30T23:30:00-02:00', local: '2026-01-30 10:00:00' }];
    const [found] = await read(`add: ${add.replaceAll('\n', '')}, fields: { name: string }`, JSON.stringify(body), { tag: 5 });
    const sha = (text: string): string => createHash('sha256').update(text).digest('hex');
    expect(found).toMatchObject({
      ...{ name: 'Ä-B', run: 7, gone: null, last: 'b', shop: 'main', tag: 5, both: 'main-5', one: 1, key: '7/main/', low: 'ä-b' },
      ...{ sum: sha('Ä-B'), sums: sha('["Ä-B",null]'), none: null, day: '2026-01-31', local: '2026-01-30', info: { run_id: 7 } },
    });
    const [without] = await read(
      `add: { tag: { value: "{config.tag}" }, both: { value: "{config.tag}!" } }, fields: { name: string }`,
      '[{}]',
    );
    expect(without).toEqual({ name: null, tag: null, both: null });
  });

  test.each([0, 1, 3, 55, 56, 63, 64, 119, 120, 1000])('have the SHA-256 of a text of %i bytes', async (length) => {
    const name = 'x'.repeat(length);
    const [found] = await read('add: { sum: { hash: name } }, fields: { name: string }', JSON.stringify([{ name }]));
    expect(found).toMatchObject({ sum: createHash('sha256').update(name).digest('hex') });
  });

  test('take the place of those of the same name', async () => {
    const [found] = await read(
      'add: { name: info.name, at: { date: at } }, fields: { name: string, at: date }',
      '[{ "name": "a", "info": {}, "at": "2026-01-30T10:00:00Z" }]',
    );
    expect(found).toEqual({ name: null, at: '2026-01-30', info: {} });
  });

  test('are lists of what is in every item of a list', async () => {
    const fields =
      'id: integer, prices: { type: array, items: { type: decimal, nullable: true } }, items: { type: array, items: { fields: { sku: { type: string, nullable: false }, price: decimal, tags: { type: array, items: string } } } }, parts: { type: map, values: { fields: { n: integer } } }';
    const add =
      '{ skus: "items[*].sku", prices: "items[*].price", tags: "items[*].tags[*]", ns: "parts[*].n", first: "items[*].tags[0]", uids: "_attachments[*].uid", in: "pages[*].rows[*].x", last: "rows[*][-1]" }';
    const whole =
      '{ "id": 1, "items": [{ "sku": "a", "price": 0.12345678901234567890, "tags": ["x", "y"] }, { "sku": "b", "tags": [] }], "parts": { "p": { "n": 1 }, "q": {} }, "_attachments": [{ "uid": "u" }, {}, 7], "pages": [{ "rows": [{ "x": 1 }] }, {}, { "rows": [{}, { "x": [2] }] }], "rows": [[1, 2], []] }';
    const [found, none] = await read(`add: ${add}, fields: { ${fields} }`, `[${whole}, { "id": 2, "items": null, "_attachments": [] }]`);
    expect(found).toMatchObject({
      ...{ skus: ['a', 'b'], prices: ['0.12345678901234567890', null], tags: ['x', 'y'], ns: [1, null], first: ['x', null] },
      ...{ uids: ['u', null, null], in: [1, null, [2]], last: [2, null] },
    });
    expect(none).toMatchObject({ skus: null, prices: null, tags: null, ns: null, first: null, uids: [], in: null, last: null });
  });

  test('have the types of what is in the lists', async () => {
    const spec = `name: one\noutputs: [singer, sqlite]\nclient: { base_url: "https://x.example" }\nresources:\n- { name: things, endpoint: { path: things, data_selector: data, paginator: single_page }, write_disposition: replace,\n    add: { skus: "items[*].sku", all: "items[*].tags[*].id", ids: "others[*].id" }, fields: { items: { type: array, items: { fields: { sku: { type: string, nullable: false }, tags: { type: array, items: { fields: { id: integer } } } } } } } }\n`;
    const files = await filesFrom('one.yaml', spec);
    expect(files['src/records/thing.ts']).toContain('readonly skus: readonly string[] | null;');
    expect(files['src/records/thing.ts']).toContain('readonly all: readonly (number | null)[] | null;');
    expect(files['src/records/thing.ts']).toContain('readonly ids: readonly unknown[] | null;');
    const { properties } = JSON.parse(files['schemas/streams/things.json'] ?? '') as { properties: object };
    expect(properties).toMatchObject({ skus: { type: ['array', 'null'], items: { type: 'string' } } });
    expect(files['src/sync/tables/things.ts']).toContain("columns: ['items', 'skus', 'all', 'ids']");
  });

  test('are of the parent, of the values, and of the window', async () => {
    const child = `- { name: parts, endpoint: { path: "{resources.things.id}/parts", paginator: single_page }, add: { of: { value: "{resources.things.id}" }, deep: { value: "x{resources.things.info.a}" } }, fields: { n: integer } }`;
    expect(
      await read(
        'fields: { id: integer, info: { type: object, fields: { a: string } } }',
        '[{ "id": 3, "info": { "a": "b" } }]',
        {},
        child,
      ),
    ).toEqual([{ n: 1, of: 3, deep: 'xb' }]);
    const list = `- { name: parts, for_each: { region: [eu, us] }, endpoint: { path: "{for_each.region}", paginator: single_page }, add: { region: { value: "{for_each.region}" } }, fields: { n: integer } }`;
    expect(await read('fields: { id: integer }', '[]', {}, list)).toEqual([
      { n: 1, region: 'eu' },
      { n: 1, region: 'us' },
    ]);
    const window = `- { name: parts, endpoint: { path: parts, paginator: single_page, incremental: { cursor_path: n, start_param: since, initial_value: 1 } }, add: { since: { value: "{incremental.start_value}" } }, fields: { n: { type: integer, nullable: false } } }`;
    expect(await read('fields: { id: integer }', '[]', {}, window)).toEqual([{ n: 1, since: 1 }]);
  });

  test('keep the digits of numbers, wherever they are put', async () => {
    const digits = '0.12345678901234567890123';
    const text = `[{ "price": { "sum": ${digits}, "all": [${digits}] }, "Net Sum": ${digits}, "big": 90071992547409931234 }]`;
    const said =
      'add: { first: "price.all[0]", last: "price.all[-1]" }, rename: { "Net Sum": net }, flatten: [price], key_case: snake, fields: { sum: decimal, first: decimal, last: decimal, net: decimal, big: bigint, all: { type: array, items: decimal } }';
    expect(await read(said, text)).toEqual([
      { sum: digits, first: digits, last: digits, net: digits, big: 90071992547409931234n, all: [digits] },
    ]);
  });
});

test('fields are renamed, dropped and taken out of objects', async () => {
  const said =
    'rename: { crtd: created, info.deep: deep }, drop: [secret, info.token, "items[*].token"], flatten: [attributes, { path: billing, prefix: billing_ }], fields: { id: integer, deep: integer }';
  const body = {
    ...{ id: 1, crtd: 5, secret: 'x', info: { deep: 2, token: 'x', kept: 1 }, items: [{ token: 'x', n: 1 }] },
    ...{ attributes: { name: 'a' }, billing: { city: 'b' } },
  };
  expect(await read(said, JSON.stringify([body, { id: 2, attributes: null }]))).toEqual([
    { id: 1, created: 5, info: { kept: 1 }, items: [{ n: 1 }], name: 'a', billing_city: 'b', deep: 2 },
    { id: 2, created: null, deep: null },
  ]);
});

test('names are written in another case, and the keys of maps are not', async () => {
  const said =
    'key_case: snake, fields: { created_at: integer, http_url: string, owner: { type: object, fields: { first_name: string, tags_by_id: { type: map, values: integer } } }, raw: json }';
  const body = {
    createdAt: 1,
    HTTPUrl: 'a',
    Owner: { 'First Name': 'b', tagsById: { aB: 1 } },
    raw: { aB: 1 },
    _id: 3,
    moreOf: [{ itIs: 1 }],
    '***': 1,
  };
  expect(await read(said, JSON.stringify([body]))).toEqual([
    {
      created_at: 1,
      http_url: 'a',
      owner: { first_name: 'b', tags_by_id: { aB: 1 } },
      raw: { aB: 1 },
      _id: 3,
      more_of: [{ it_is: 1 }],
      '***': 1,
    },
  ]);
  expect(await read('key_case: lower, fields: { createdat: integer }', '[{ "createdAt": 1, "In": { "As": 1 } }]')).toEqual([
    { createdat: 1, in: { As: 1 } },
  ]);
});

test.each([
  ['rename: { a: b }, fields: { c: string }', '[{ "a": 1, "b": 2 }]', 'at b: expected no field of that name: another one gets it'],
  ['flatten: [a], fields: { c: string }', '[{ "a": { "b": 1 }, "b": 2 }]', 'at b: expected no field of that name: another one gets it'],
  ['flatten: [a], fields: { c: string }', '[{ "a": 5 }]', 'at a: expected an object or null, got number 5'],
  ['key_case: snake, fields: { a_b: integer }', '[{ "aB": 1, "a_b": 2 }]', 'at a_b: expected one field of that name'],
  [
    'add: { day: { date: at } }, fields: { c: string }',
    '[{ "at": "soon" }]',
    'at at: expected an ISO 8601 instant or null, got string "soon"',
  ],
  ['primary_key: info.id, fields: { c: string }', '[{ "info": {} }]', 'at info_id: expected'],
])('%s refuses %s', async (said, text, message) => {
  await expect(read(said, text)).rejects.toThrow(message);
});

test('nothing of a record reaches a prototype', async () => {
  const text = '[{ "a": { "__proto__": { "x": 1 }, "constructor": 1 } }]';
  for (const said of ['flatten: [a]', 'key_case: snake', 'rename: { a: b }']) {
    const [found = {}] = await read(`${said}, fields: { c: string }`, text);
    expect(Object.getPrototypeOf(found)).toBe(Object.prototype);
    expect('x' in found).toBe(false);
  }
});

describe('a key with a path', () => {
  test('is a field of what stands there', async () => {
    const said =
      'primary_key: [info.run_id, kind], write_disposition: merge, fields: { kind: { type: string, nullable: false }, info: { type: object, fields: { run_id: integer } } }';
    expect(await read(said, '[{ "kind": "a", "info": { "run_id": 7 } }]')).toEqual([{ kind: 'a', info: { run_id: 7 }, info_run_id: 7 }]);
    expect(await read('primary_key: metadata.uid', '[{ "metadata": { "uid": "a" } }]')).toEqual([
      { metadata: { uid: 'a' }, metadata_uid: 'a' },
    ]);
  });

  test('is the field of that very name where one is declared', async () => {
    expect(await read('primary_key: a.b, fields: { a.b: string }', '[{ "a.b": "x" }]')).toEqual([{ 'a.b': 'x' }]);
  });

  test('is a column of tables and streams, and of the JSON Schema', async () => {
    const spec =
      'name: one\noutputs: [duckdb, singer]\nclient: { base_url: "https://a.example" }\nresources: [{ name: things, primary_key: info.run_id, write_disposition: merge, endpoint: { paginator: single_page }, add: { shop: { value: main } }, fields: { info: { type: object, fields: { run_id: integer } } } }]\n';
    const files = await filesFrom('one.yaml', spec);
    const text = (path: string): string => files[path] ?? '';
    const schema = JSON.parse(text('schemas/things.json')) as { readonly properties: object; readonly required: readonly string[] };
    expect(schema.properties).toMatchObject({ info_run_id: { type: 'integer' }, shop: { type: 'string' } });
    expect(schema.required).toEqual(expect.arrayContaining(['info_run_id', 'shop']));
    expect(text('src/sync/tables/things.ts')).toContain('(\"info\", \"shop\", \"info_run_id\")');
    expect(text('src/sync/tables/things.ts')).toContain('thing.shop, thing.info_run_id');
  });
});

test('what cannot be is refused, with its place', async () => {
  const spec = (resource: string): string =>
    `name: one\nclient: { base_url: "https://a.example" }\nresources:\n- name: things\n  endpoint: { data_selector: data, paginator: single_page }\n  ${resource}\n`;
  const said = async (resource: string): Promise<string> =>
    (await diagnosticsOf(spec(resource))).map(({ code, message, at }) => `${at} ${code} ${message}`).join('\n');
  expect(await said('add: { x: name.first }\n  fields: { name: string }')).toBe(
    '6:13 spec/unknown-field "name" is string: nothing is inside of it',
  );
  expect(await said('add: { x: info.frist }\n  fields: { info: { type: object, fields: { first: string } } }')).toBe(
    '6:13 spec/unknown-field "info" has no field "frist"',
  );
  expect(await said('add: { x: { lower: "a[*].b" } }')).toBe('6:13 spec/add-place one value is wanted');
  expect(await said('add: { x: { lower: a, date: b } }')).toBe('6:13 spec/add lower and date at once');
  expect(await said('add: { x: {} }')).toBe('6:13 spec/add nothing says what is added');
  expect(await said('add: { x: { lower: a, separator: b } }')).toContain('spec/add separator goes with concatenate');
  expect(await said('add: { x: { value: "{resources.others.id}" } }')).toContain('spec/unknown-resource');
  expect(await said('add: { x: { value: "{config.shop}" } }')).toContain('spec/unknown-option');
  expect(await said('drop: [name]\n  fields: { name: string }')).toContain(
    '6:10 spec/gone-field "name" is dropped, and a field that is declared',
  );
  expect(await said('rename: { name: title }\n  fields: { name: string }')).toContain('6:19 spec/gone-field "name" is renamed to "title"');
  expect(await said('rename: { name: title }\n  add: { title: other }')).toContain('spec/duplicate-name "title" is added already');
  expect(await said('flatten: [info]\n  fields: { info: { type: object, fields: { a: string } } }')).toContain('spec/gone-field');
  expect(await said('drop: ["a[0]"]')).toContain('spec/add-place a field is dropped by its name');
  expect(await said('rename: { "a[0]": b }')).toContain('spec/add-place a field is taken by its name');
  expect(await said('key_case: snake\n  fields: { createdAt: string }')).toContain(
    '7:13 spec/key-case with key_case: snake no field is called "createdAt"',
  );
  expect(await said('add: { x: info.a }\n  schema_contract: freeze\n  fields: { b: string }')).toContain('no record passes that has it');
  expect(await said('add: { x: info.a }\n  drop: [info]\n  schema_contract: freeze\n  fields: { b: string }')).toBe('');
  expect(await said('add: { __proto__: a }')).toContain('no record can have a field "__proto__"');
  expect(await said('key_case: snake\n  add: { createdAt: made }\n  fields: { made_at: string }')).toBe('');
});

test('a parent that nothing asks for cannot be named', async () => {
  const spec = `name: one\nclient: { base_url: "https://a.example" }\nresources:\n- { name: users, endpoint: { paginator: single_page }, fields: { id: integer } }\n- name: things\n  endpoint: { paginator: single_page }\n  add: { of: { value: "{resources.users.id}" } }\n`;
  expect(await diagnosticsOf(spec)).toEqual([expect.objectContaining({ code: 'spec/no-parent', at: '7:23' })]);
});

test('what is made up has a name as the API sends it once, whatever case the fields have', async () => {
  const fields = { id: 'integer', made_by: 'string', run_id: 'string', info: { fields: { run_id: 'string', run_no: 'integer' } } };
  const spec = {
    name: 'one',
    client: { base_url: 'https://api.example.com' },
    resources: [
      {
        ...{ name: 'things', primary_key: 'id', write_disposition: 'merge', key_case: 'snake', fields },
        ...{ add: { run_id: 'info.run_id' }, endpoint: { data_selector: 'items', paginator: 'single_page' } },
      },
    ],
  };
  const files = await filesFrom('one.yaml', JSON.stringify(spec));
  const { exchanges } = JSON.parse(files['fixtures/things.json'] ?? '') as {
    readonly exchanges: readonly { readonly response: { readonly body: { readonly items: readonly Record<string, object>[] } } }[];
  };
  const [sent] = exchanges[0]?.response.body.items ?? [];
  expect(Object.keys(sent ?? {}).sort()).toEqual(['id', 'info', 'madeBy']);
  expect(Object.keys(sent?.['info'] ?? {}).sort()).toEqual(['runNo', 'run_id']);
});
