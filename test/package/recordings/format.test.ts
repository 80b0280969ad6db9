import { expect, test } from 'vitest';
import { bodyTextOf, fixtureText, parseFixture, type Fixture } from '../../../generator/recordings/format.js';

const recording: Fixture = {
  version: 1,
  resource: 'events',
  synthesised: true,
  exchanges: [
    {
      request: { method: 'GET', url: 'https://api.example.com/v1/events', headers: { accept: 'application/json' } },
      response: { status: 200, headers: { 'content-type': 'application/json' }, body: { data: [] } },
    },
  ],
};

function refusal(change: (text: string) => string): readonly string[] {
  const parsed = parseFixture(change(fixtureText(recording)), 'events.json', 'events');
  return parsed.ok ? [] : parsed.diagnostics.map(({ code, message }) => `${code}: ${message}`);
}

test('what is written is read again, whatever its line ends and byte order mark', () => {
  const text = fixtureText(recording);
  expect(parseFixture(text, 'events.json', 'events')).toEqual({ ok: true, fixture: recording });
  expect(parseFixture(`\ufeff${text.replaceAll('\n', '\r\n')}`, 'events.json', 'events')).toEqual({ ok: true, fixture: recording });
});

test.each([
  ['what is not JSON', (text: string) => text.slice(1), 'fixtures/not-json: events.json is not JSON'],
  [
    'a later version',
    (text: string) => text.replace('"version": 1', '"version": 99'),
    'fixtures/version: events.json is not a recording of version 1',
  ],
  [
    'another resource',
    (text: string) => text.replace('"events"', '"users"'),
    'fixtures/resource: events.json is not a recording of "events"',
  ],
  [
    'an unknown key',
    (text: string) => text.replace('"synthesised"', '"synthesized"'),
    'fixtures/invalid: events.json at synthesized: expected no such key',
  ],
  [
    'no exchange',
    (text: string) => text.replace(/"exchanges": \[[^]*\]/, '"exchanges": []'),
    'fixtures/invalid: events.json at exchanges: expected a list of at least one exchange',
  ],
  [
    'a relative URL',
    (text: string) => text.replace('https://api.example.com', ''),
    'fixtures/invalid: events.json at exchanges[0].request.url: expected an absolute URL',
  ],
  [
    'an upper-case header',
    (text: string) => text.replace('"accept"', '"Accept"'),
    'fixtures/invalid: events.json at exchanges[0].request.headers: expected texts by lower-case name',
  ],
  [
    'a status that is none',
    (text: string) => text.replace('200', '"200"'),
    'fixtures/invalid: events.json at exchanges[0].response.status: expected a status from 200 to 599',
  ],
  [
    'two bodies',
    (text: string) => text.replace('"body"', '"bodyText": "", "body"'),
    'fixtures/invalid: events.json at exchanges[0].response: expected either "body" or "bodyText"',
  ],
])('refuses %s', (_, change, message) => {
  expect(refusal(change)).toEqual([message]);
});

test('a body is sent as JSON, as its exact text, or not at all', () => {
  expect(bodyTextOf({ status: 200, headers: {}, body: { id: 1 } })).toBe('{"id":1}');
  expect(bodyTextOf({ status: 200, headers: {}, bodyText: '{"id": 9007199254740993}' })).toBe('{"id": 9007199254740993}');
  expect(bodyTextOf({ status: 204, headers: {} })).toBe('');
});
