import zlib from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { play } from './server.js';
import { oneResource, read, type Resource } from '../support/one-resource.js';
import { answer } from './acts.js';
import { isKnown } from '../tools/runtimes/odd.js';
import { ANSWERS, ROWS, TABLE, type Verdict } from './answers.js';

/** Every odd answer over a real connection, read by the transport of `node:http`: what may not happen is that rows are lost in silence. */

let makeResource: (options?: object) => Resource;

beforeAll(async () => {
  const fields = { id: 'integer', name: 'string' };
  makeResource = await oneResource(
    'http://api.example',
    { path: '/table', format: 'csv', data_selector: null, paginator: { type: 'single_page' } },
    {},
    { fields },
  );
});

const whole = answer(200, TABLE, { 'content-type': 'text/csv' });
/** The runtime that these tests run on may be too old for it. */
const readable = (name: string): boolean => !name.startsWith('zstd') || 'zstdDecompress' in zlib;

test.each(Object.entries(ANSWERS))('%s', async (name, { send, verdict }) => {
  const server = await play(send, (socket) => void socket.write(whole));
  const { ids, error } = await read(makeResource({ baseUrl: server.url, timeoutMs: verdict === 'late' ? 150 : 20_000 }));
  const found = { rows: ids.length, requests: server.requests.length, error: Reflect.get(Object(error), 'code') as unknown };
  expect(found).toEqual(expected(readable(name) ? verdict : 'refused', found.error));
});

/** The same through a `fetch` of the caller: what it hides is named in the documentation, and no read may stay open. */
test.each(Object.entries(ANSWERS))('through fetch: %s', async (name, { send, verdict }) => {
  const server = await play(send, (socket) => void socket.write(whole));
  const given: typeof fetch = (...request) => fetch(...request);
  const timeoutMs = verdict === 'late' ? 150 : 5000;
  const { ids, error } = await read(makeResource({ baseUrl: server.url, fetch: given, timeoutMs }));
  const where = `Node ${process.versions.node.split('.')[0]}, a fetch of the caller`;
  if (error === undefined && !isKnown(where, name)) expect(ids).toHaveLength(ROWS);
  if (error !== undefined) expect(Reflect.get(Object(error), 'code')).toMatch(/^[a-z_0-9]+$/);
});

function expected(verdict: Verdict, code: unknown): object {
  if (verdict === 'refused') return { rows: 0, requests: 1, error: code ?? 'a code' };
  if (verdict === 'lost') return { rows: 26, requests: 1, error: undefined };
  return { rows: ROWS, requests: verdict === 'whole' ? 1 : 2, error: undefined };
}
