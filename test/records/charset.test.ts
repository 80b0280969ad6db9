import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { serve } from '../support/loopback.js';
import { oneResource, read } from '../support/one-resource.js';
import { diagnosticsOf } from '../support/spec-diagnostics.js';

/** `charset`: how the texts of answers are written, in every format. */

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
const marked = (text: string): Buffer => Buffer.from(`\ufeff${text}`);

const answers = async (type: string, bytes: Uint8Array, endpoint: object): Promise<unknown> => {
  const { origin } = await serve(() => ({ headers: { 'content-type': type }, text: bytes }));
  const open = await oneResource(origin, { paginator: 'single_page', ...endpoint }, {}, { fields: { id: 'string' } });
  const { ids, error } = await read(open({ maxRetries: 0 }));
  return error instanceof Error && 'code' in error ? error.code : ids;
};

const JSON_TEXT = '{"items":[{"id":"Zoë"}]}';
const CSV = { format: 'csv', data_selector: '$' };
const LINES = { format: 'jsonl', data_selector: '$' };

test.each<[name: string, type: string, bytes: Uint8Array, endpoint: object, expected: unknown]>([
  ['JSON', 'application/json', latin1(JSON_TEXT), { charset: 'latin1' }, ['Zoë']],
  ['JSON:API', 'application/vnd.api+json', latin1(JSON_TEXT), { charset: 'latin1' }, ['Zoë']],
  ['CSV', 'text/csv', latin1('id\nZoë\n'), { ...CSV, charset: 'latin1' }, ['Zoë']],
  ['JSON Lines', 'application/x-ndjson', latin1('{"id":"Zoë"}\n'), { ...LINES, charset: 'latin1' }, ['Zoë']],
  ['a gzip file', 'application/gzip', gzipSync(latin1('id\nZoë\n')), { ...CSV, compression: 'gzip', charset: 'latin1' }, ['Zoë']],
  ['the name of the standard', 'text/csv', Buffer.from([0x69, 0x64, 10, 0x80, 10]), { ...CSV, charset: 'windows-1252' }, ['€']],
  ['two bytes a sign', 'text/csv', utf16('id\nZoë\n'), { ...CSV, charset: 'utf-16le' }, ['Zoë']],
  ['two bytes a sign, marked', 'text/csv', utf16('\ufeffid\nZoë\n'), { ...CSV, charset: 'utf-16le' }, ['Zoë']],
  ['signs of other scripts', 'text/csv', Buffer.from([0x69, 0x64, 10, 0x93, 0xfa, 10]), { ...CSV, charset: 'shift_jis' }, ['日']],
  ['another one in the content type', 'text/csv; charset=utf-8', latin1('id\nZoë\n'), { ...CSV, charset: 'latin1' }, ['Zoë']],
  ['a mark of UTF-8', 'text/csv; charset=latin1', marked('id\nZoë\n'), { ...CSV, charset: 'latin1' }, ['Zoë']],
  ['a mark of UTF-8 in JSON', 'application/json', marked(JSON_TEXT), { charset: 'latin1' }, ['Zoë']],
  ['UTF-8 by its name', 'text/csv', Buffer.from('id\nZoë\n'), { ...CSV, charset: 'UTF-8' }, ['Zoë']],
  ['a mark without a charset', 'text/csv', marked('id\nZoë\n'), CSV, ['Zoë']],
  ['no charset', 'text/csv; charset=latin1', latin1('id\nZoë\n'), CSV, 'not_utf8'],
  ['what is cut inside a sign', 'text/csv', utf16('id\nZoë\n').subarray(0, -1), { ...CSV, charset: 'utf-16le' }, 'malformed_body'],
])('%s', async (_name, type, bytes, endpoint, expected) => {
  expect(await answers(type, bytes, endpoint)).toEqual(expected);
});

test.each([
  ['UTF-8, as what stands before the API writes', Buffer.from('{"error":"Zoë"}')],
  ['UTF-8 with its mark', marked('{"error":"Zoë"}')],
  ['the encoding of the API', latin1('{"error":"Zoë"}')],
])('an error is read in %s', async (_, bytes) => {
  const { origin } = await serve(() => ({ status: 400, headers: { 'content-type': 'application/json' }, text: bytes }));
  const open = await oneResource(origin, { paginator: 'single_page', charset: 'latin1' }, {}, { fields: { id: 'string' } });
  const { error } = await read(open({ maxRetries: 0 }));
  expect(error).toMatchObject({ code: 'http_status', body: '{"error":"Zoë"}' });
});

test('a name of no encoding is refused', async () => {
  const spec =
    'name: one\nclient: { base_url: "https://a.example" }\nresources:\n- name: things\n  endpoint: { paginator: single_page, data_selector: a, charset: latin }\n';
  expect(await diagnosticsOf(spec)).toEqual([expect.objectContaining({ code: 'spec/charset', at: '5:66' })]);
});
