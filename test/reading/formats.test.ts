import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { filesFrom, specText } from '../support/generate.js';
import { importPackage } from '../support/import-package.js';
import { diagnosticsOf } from '../support/spec-diagnostics.js';
import { answer, head, send, sendAndClose, sendAndReset, status } from '../transport/acts.js';
import { play, type Act } from '../transport/server.js';

/** Tables, lines and gzip files from a real server, whole and cut off anywhere. */

interface Page {
  readonly records: readonly unknown[];
}
let FormatsClient: new (options: object) => Readonly<Record<string, { pages(): AsyncIterable<Page> } | undefined>>;

beforeAll(async () => {
  const path = 'test/package/mutation/formats.yaml';
  FormatsClient = (await importPackage(await filesFrom(path, specText(path))))['FormatsClient'] as typeof FormatsClient;
});

async function read(name: string, ...acts: readonly Act[]) {
  const server = await play(...acts);
  const client = new FormatsClient({ token: 'canary-t0ken', baseUrl: server.url, sleep: async () => undefined, random: () => 0 });
  const records: unknown[] = [];
  try {
    for await (const page of client[name]?.pages() ?? []) records.push(...page.records);
    return { records, requests: server.requests };
  } catch (error) {
    return { records, requests: server.requests, error };
  }
}

const csv = (text: string | Buffer, headers: Readonly<Record<string, string>> = {}): Act =>
  send(answer(200, text, { 'content-type': 'text/csv', ...headers }));
const lines = (text: string | Buffer): Act => send(answer(200, text, { 'content-type': 'application/x-ndjson' }));
const file = (bytes: Buffer): Act => send(answer(200, bytes, { 'content-type': 'application/gzip' }));
/** As servers send whose answers end with the connection: nothing but the text tells whether it is whole. */
const unmeasured = (type: string, bytes: string | Buffer): Act =>
  sendAndClose(Buffer.concat([Buffer.from(head(200, { 'content-type': type })), Buffer.from(bytes)]));

const HEADER = 'id,note,word,amount,paid,made_at,tags\n';
const TABLE = `\ufeff${HEADER.replace('\n', '\r\n')}1,"two\r\nlines, and ""more""",w,12.50,TRUE,2026-03-01T00:00:00Z,"{""a"":1}"\r\n2,,,,,,\r\n`;
const ROWS = [
  {
    ...{ id: 1, note: 'two\r\nlines, and "more"', word: 'w', amount: '12.50', paid: true, made_at: '2026-03-01T00:00:00Z' },
    tags: { a: 1 },
  },
  { id: 2, note: null, word: '', amount: null, paid: null, made_at: null, tags: null },
];
const NO_MORE = csv(HEADER);

describe('CSV', () => {
  test('fields have the types of the spec; empty ones are null where they may be', async () => {
    const { records, error, requests } = await read('orders', csv(TABLE), NO_MORE);
    expect(error).toBeUndefined();
    expect(records).toEqual(ROWS);
    expect(requests[0]?.headers['accept']).toBe('text/csv, */*;q=0.1');
  });

  test('columns come in any order, and others pass as text', async () => {
    const { records } = await read('orders', csv('new,tags,made_at,paid,amount,word,note,id\n7,,,0,,w,,3\n'), NO_MORE);
    expect(records).toEqual([{ id: 3, note: null, word: 'w', amount: null, paid: false, made_at: null, tags: null, new: '7' }]);
  });

  test('cut off after any byte, it is noticed, or ends with a row', async () => {
    const whole = Buffer.from(TABLE);
    const ends = [...TABLE.matchAll(/\r\n/g)].map(({ index }) => Buffer.byteLength(TABLE.slice(0, index + 2)));
    for (let size = 0; size < whole.length; size++) {
      const isWhole = ends.includes(size) && size !== ends[1]; // as far as can be told without a length; one line end is in quotes
      const next = isWhole ? [NO_MORE] : [csv(TABLE), NO_MORE];
      const { records, error, requests } = await read('orders', unmeasured('text/csv', whole.subarray(0, size)), ...next);
      if (isWhole) expect([size, error, records]).toEqual([size, undefined, ROWS.slice(0, size === ends[0] ? 0 : 1)]);
      else expect([size, error, records, requests.length]).toEqual([size, undefined, ROWS, 3]);
    }
  });

  test('shorter than its announced length, it is noticed wherever it is cut', async () => {
    const cut = sendAndClose(answer(200, TABLE, { 'content-type': 'text/csv' }).subarray(0, -9));
    expect(await read('orders', cut, csv(TABLE), NO_MORE)).toMatchObject({ records: ROWS });
  });

  test.each<readonly [string, Act, string]>([
    ['an error in JSON', status(200, {}, '{"error":"no"}'), 'not_csv'],
    ['a web page', status(200, { 'content-type': 'text/html; charset=utf-8' }, '<h1>Sign in</h1>'), 'not_csv'],
    ['a text that is no table', status(200, { 'content-type': 'text/plain' }, 'try again later\n'), 'no_records'],
    ['a renamed column', csv(HEADER.replace('paid', 'Paid')), 'no_records'],
    ['a column that comes twice', csv(HEADER.replace('paid', 'note')), 'invalid_row'],
    ['a short row in the middle', csv(`${HEADER}1\n2,,,,,,\n`), 'invalid_row'],
    ['a long row', csv(`${HEADER}1,,,,,,,8\n`), 'invalid_row'],
    ['a number that is none', csv(`${HEADER}one,,,,,,\n`), 'invalid_record'],
    ['an empty field that may not be null', csv(`${HEADER},,,,,,\n`), 'invalid_record'],
    ['a date that is none', csv(`${HEADER}1,,,,,soon,\n`), 'invalid_record'],
  ])('%s is refused at once', async (_, act, code) => {
    expect(await read('orders', act)).toMatchObject({ records: [], error: { code, attempts: 1, resource: 'orders', page: 1 } });
  });

  test('no content is no rows', async () => {
    expect(await read('orders', send(head(204)))).toMatchObject({ records: [] });
  });

  test('a status that is an error is one, whatever its body', async () => {
    expect(await read('orders', status(403))).toMatchObject({ error: { code: 'http_status', status: 403 } });
  });
});

describe('JSON Lines', () => {
  const LINES = '{"id":"a","at":null,"total":1.10}\n{"id":"b","at":null,"total":9007199254740993}\n';

  test('each line is a record, with every digit', async () => {
    const { records, requests } = await read('events', lines(LINES));
    expect(records).toEqual([
      { id: 'a', at: null, total: '1.10' },
      { id: 'b', at: null, total: '9007199254740993' },
    ]);
    expect(requests[0]?.headers['accept']).toBe('application/x-ndjson, */*;q=0.1');
  });

  test('cut off after any byte, it is noticed, or ends with a line', async () => {
    const first = LINES.indexOf('\n');
    for (let size = 0; size < LINES.length; size++) {
      const { records, error, requests } = await read('events', unmeasured('application/jsonl', LINES.slice(0, size)), lines(LINES));
      expect(error).toBeUndefined();
      const asIfWhole = size === 0 || size === first || size === first + 1 || size === LINES.length - 1;
      expect([size, requests.length]).toEqual([size, asIfWhole ? 1 : 2]);
      if (!asIfWhole) expect(records).toHaveLength(2);
    }
  });

  test('a damaged line in the middle is refused at once', async () => {
    expect(await read('events', lines('{"id":\n{"id":"b"}\n'))).toMatchObject({ error: { code: 'invalid_row', attempts: 1 } });
  });

  test('an error in JSON that takes the place of the lines is no record', async () => {
    expect(await read('events', status(200, {}, '{"error":"no"}'))).toMatchObject({ error: { code: 'invalid_record' } });
  });
});

describe('gzip files', () => {
  const packed = gzipSync('1\tAda\n2\t\n');
  const ROWS_IN_IT = [
    { id: 1, name: 'Ada' },
    { id: 2, name: null },
  ];

  test.each([
    ['dumps', packed, ROWS_IN_IT],
    ['logs', gzipSync('{"log":{"id":1}}\n{"log":{"id":2}}\n'), [{ id: 1 }, { id: 2 }]],
    ['things', gzipSync('{"data":[{"id":1}]}'), [{ id: 1 }]],
  ])('%s', async (name, bytes, records) => {
    for (const type of ['application/gzip', 'application/octet-stream', 'application/x-gzip'])
      expect(await read(name, send(answer(200, bytes, { 'content-type': type })))).toMatchObject({ records });
  });

  test('cut off after any byte, it is noticed', async () => {
    for (let size = 0; size < packed.length; size++) {
      const { records, requests, error } = await read('dumps', unmeasured('application/gzip', packed.subarray(0, size)), file(packed));
      expect([size, error, records, requests.length]).toEqual([size, undefined, ROWS_IN_IT, 2]);
    }
  });

  test('cut off again and again, it is an error after four attempts', async () => {
    const { error, requests } = await read('dumps', file(packed.subarray(0, -1)));
    expect(error).toMatchObject({ name: 'FormatsResponseError', code: 'malformed_body', attempts: 4 });
    expect(requests).toHaveLength(4);
  });

  test('a damaged file, and a connection that breaks in the middle of one, are told apart', async () => {
    const damaged = Buffer.from(packed);
    damaged[12] = 255 - (damaged[12] ?? 0);
    expect(await read('dumps', file(damaged))).toMatchObject({ error: { code: 'malformed_body', attempts: 4 } });
    const whole = answer(200, packed, { 'content-type': 'application/gzip' });
    expect(await read('dumps', sendAndReset(whole.subarray(0, -5)))).toMatchObject({ error: { code: 'network', attempts: 4 } });
  });

  test('a small file that unpacks to more than 64 MiB is refused while it is unpacked', async () => {
    const { error, requests } = await read('dumps', file(gzipSync(Buffer.alloc(300 * 1024 * 1024, 0x20))));
    expect(error).toMatchObject({ code: 'body_too_large', attempts: 1 });
    expect(requests).toHaveLength(1);
  });

  test('a web page is none', async () => {
    expect(await read('dumps', status(200, { 'content-type': 'text/html' }, '<h1>no</h1>'))).toMatchObject({ error: { code: 'not_csv' } });
    expect(await read('things', status(200, { 'content-type': 'text/html' }, '<h1>no</h1>'))).toMatchObject({
      error: { code: 'not_json' },
    });
  });
});

describe('specs that cannot be', () => {
  test.each([
    ['format: csv, data_selector: data', 'spec/format'],
    ['format: jsonl, data_selector: data', 'spec/format'],
    ['format: csv, reshape: { scalars_to_rows: id }', 'spec/format'],
    ['format: csv, paginator: { type: cursor, cursor_path: next }', 'spec/format'],
    ['format: jsonl, paginator: { type: json_link, next_url_path: next }', 'spec/format'],
    ['format: csv, paginator: { type: offset, limit: 10, total_path: total }', 'spec/format'],
    ['format: csv, csv: { delimiter: ";;" }', 'spec/csv'],
    ["format: csv, csv: { delimiter: ';', quote: ';' }", 'spec/csv'],
    ['format: csv, csv: { columns: [id, id] }', 'spec/csv'],
    ['format: csv, csv: { columns: [name] }', 'spec/csv'],
    ['csv: { delimiter: ";" }', 'spec/csv'],
    ['format: yaml', 'spec/enum'],
    ['compression: zip', 'spec/enum'],
  ])('%s', async (endpoint, code) => {
    const text = `name: acme\nclient: { base_url: https://acme.example }\nresources:\n  - name: users\n    endpoint: { ${endpoint} }\n    fields: { id: integer }\n`;
    expect((await diagnosticsOf(text)).filter(({ severity }) => severity === 'error')).toMatchObject([{ code }]);
  });

  test('the cursor of the last record is one', async () => {
    const text = `name: acme\nclient: { base_url: https://acme.example }\nresources:\n  - name: users\n    endpoint: { format: csv, paginator: { type: cursor, cursor_path: last.id, cursor_param: after } }\n    fields: { id: { type: string, nullable: false } }\n`;
    expect((await diagnosticsOf(text)).filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
