import { expect, test } from 'vitest';
import { parseExact } from '../../generator/recordings/exact.js';
import { Secrets } from '../../generator/recordings/secrets.js';
import { StandIns } from '../../generator/recordings/stand-ins.js';
import { suspectSecrets } from '../../generator/recordings/secret-patterns.js';
import type { Fixture } from '../../generator/recordings/format.js';
import { asciiCanary, encodings, leaksIn } from './canary.js';

const RECORDED = asciiCanary();

/** Texts that held a recorder for minutes, where a pattern began anew at every sign. Bounds are a hundred times what a slow machine takes. */
const LONG: Readonly<Record<string, string>> = {
  'a picture in Base64': 'iVBORw0KGgoAAAANSUhEUgAA/+9/'.repeat(10_000),
  'half an address': `${'a.b-'.repeat(50_000)}@`,
  'numbers without an end': '+1234567890'.repeat(20_000),
  'groups of a phone number': '+1 (2) (3) '.repeat(20_000),
  colons: 'ab:'.repeat(70_000),
  'half a token': 'eyJabcdefgh-'.repeat(20_000),
  'half a URL with a password': 'a://b:c'.repeat(30_000),
  backslashes: '\\'.repeat(200_000),
};

test.each(Object.entries(LONG))('%s is looked through in time', (_, text) => {
  const before = performance.now();
  const standIns = new StandIns();
  standIns.learn([{ picture: text, email: text, ip: text }], 'users');
  standIns.apply([{ picture: text }]);
  const secrets = new Secrets(['a-secret-of-length']);
  secrets.redact(text);
  parseExact(JSON.stringify({ text }));
  const fixture = {
    exchanges: [{ request: { url: 'https://api.example.com/', headers: {} }, response: { headers: {}, body: { api_key: text } } }],
  };
  suspectSecrets(fixture as unknown as Fixture);
  expect(performance.now() - before).toBeLessThan(5_000);
});

test.each(Object.entries(encodings(RECORDED)))('a recorder finds a secret as %s', (name, form) => {
  const secrets = new Secrets([RECORDED]);
  for (const [before, after] of [
    ['', ''],
    ['key=', '&page=2'],
    ['{"key":"', '"}'],
    ['as key ', ' it is'],
  ]) {
    const shown = secrets.redact(`${before ?? ''}${form}${after ?? ''}`);
    expect(leaksIn(shown, RECORDED, ['raw', name])).toEqual([]);
    expect(secrets.found(`${before ?? ''}${form}${after ?? ''}`)).toBe(true);
  }
});

test('personal data is found as before', () => {
  const standIns = new StandIns();
  const body = [
    { text: 'write to jo.e+x@mail.example.org or +49 (30) 1234-5678, (212) 555-0100, 93.184.216.34 and 2a00:1450::8a', at: 'v1.2.3.4' },
  ];
  standIns.learn(body, 'notes');
  expect(JSON.stringify(standIns.apply(body))).toBe(
    '[{"text":"write to person1@example.com or +15550000001, +15550000002, 192.0.2.1 and 2001:db8::2","at":"v1.2.3.4"}]',
  );
});
