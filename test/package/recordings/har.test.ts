import { describe, expect, test } from 'vitest';
import { parseFixture } from '../../../generator/recordings/format.js';
import { harText, parseHar } from '../../../generator/recordings/har.js';
import { specText } from '../../support/generate.js';

const CREATOR = { name: 'tapwright', version: '0.0.0' };

describe('a recording as a HAR file', () => {
  test('has the exchanges of the recording, in order', () => {
    const parsed = parseFixture(specText('specs/github-issues/issues.json'), 'issues.json', 'issues');
    if (!parsed.ok) throw new Error('the committed recording cannot be read');
    const { exchanges } = parsed.fixture;
    const har = parseHar(harText([parsed.fixture], CREATOR));
    if (!har.ok) throw new Error(har.at);
    expect(har.entries.map(({ method, url, status }) => ({ method, url, status }))).toEqual(
      exchanges.map(({ request, response }) => ({ method: request.method, url: request.url, status: response.status })),
    );
    expect(har.entries.map(({ text }) => JSON.parse(text))).toEqual(exchanges.map(({ response }) => response.body));
  });
});

test.each([
  ['', 'the file'],
  ['{}', 'log.entries'],
  ['{"log":{"entries":[{}]}}', 'log.entries[0].request'],
  ['{"log":{"entries":[{"request":{"method":"GET","url":"https://a.example/"}}]}}', 'log.entries[0].response.status'],
])('%j is no HAR file, and it is said where', (text, at) => {
  expect(parseHar(text)).toEqual({ ok: false, at });
});

test('answers that never came, or came from the cache, are left out', () => {
  const entry = (status: number) => ({
    request: { method: 'GET', url: 'https://a.example/' },
    response: { status, headers: [], content: { text: '[]' } },
  });
  const har = parseHar(JSON.stringify({ log: { entries: [entry(0), entry(304), entry(200)] } }));
  expect(har).toMatchObject({ ok: true, entries: [{ status: 200, text: '[]' }] });
});
