import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Secrets } from '../../generated/github-issues/src/internal/redact.ts';
import { canary, encodings, leaksIn } from './canary.js';

const known = (value: string, name = 'apiKey'): Secrets => {
  const secrets = new Secrets();
  secrets.add(name, value);
  return secrets;
};

describe('a secret', () => {
  const secret = canary();
  const secrets = known(secret);

  test.each(Object.entries(encodings(secret)))('is found as %s, wherever it stands', (_, form) => {
    for (const [before, after] of [
      ['', ''],
      ['key=', '&page=2'],
      ['{"key":"', '"}'],
      ['%7B%22key%22%3A%22', '%22%7D'],
      ['<a href="/?', '">'],
      [form, form],
    ] as const) {
      expect(leaksIn(secrets.redact(`${before}${form}${after}`), secret)).toEqual([]);
    }
  });

  test.each(Object.entries(encodings(secret)))('is taken out as %s before a text is cut, at every offset from the cut', (name, form) => {
    for (let offset = 0; offset <= form.length + 4; offset++) {
      const shown = secrets.redact(`${'.'.repeat(Math.max(0, 500 - offset))}${form} and on`, 500);
      expect(leaksIn(shown, secret, ['raw', name])).toEqual([]);
      expect(shown.length).toBeLessThanOrEqual(500);
    }
  });

  test('echoed many times, each longer than what is kept, leaves nothing', () => {
    const long = canary().repeat(20);
    expect(leaksIn(known(long).redact(`${encodings(long)['percent']} `.repeat(400), 500), long)).toEqual([]);
  });

  test('leaves what is none as it is', () => {
    const other = JSON.stringify({ id: 7, text: 'nothing to see: %41 &amp; \\u0041 *** é', link: 'https://api.example.com/?q=a%20b' });
    expect(secrets.redact(other)).toBe(other);
    expect(secrets.hide({ other: [other.replaceAll('*', '')] })).toEqual({ other: [other.replaceAll('*', '')] });
  });

  test('that is empty is none', () => {
    expect(known('').redact('abc')).toBe('abc');
  });
});

test('any secret is found in any of its encodings, one inside the other', () => {
  const secretOf = fc
    .string({ unit: 'grapheme', minLength: 10, maxLength: 30 })
    .filter((text) => !/\p{Surrogate}/u.test(text) && !/^[\s\\]|[\s\\%&]$/.test(text));
  const encoders = [
    encodeURIComponent,
    (text: string) => JSON.stringify(text).slice(1, -1),
    (text: string) => text.replace(/[^\w\s]/g, (sign) => `&#${sign.charCodeAt(0)};`),
    (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
  ];
  const layers = fc.array(fc.constantFrom(...encoders), { maxLength: 3 });
  fc.assert(
    fc.property(secretOf, layers, (secret, outer) => {
      const form = outer.reduce((text, encode) => encode(text), secret);
      expect(known(secret).redact(`"${form}"`)).toContain('***');
    }),
    { numRuns: 500 },
  );
});

describe('a state', () => {
  const secret = canary();
  const secrets = known(secret);

  test.each([
    'raw',
    'percent',
    'percent twice',
    'hex',
    'base64',
    'base64, one later',
    'base64, two later',
    'base64url',
    'base64 in base64',
  ])('has a placeholder for a secret that stands in it as %s, which is filled in again', (name) => {
    const form = encodings(secret)[name] ?? '';
    const state = { v: 1, next: { link: `/things?cursor=${form}&page=2`, [form]: ['***', '***apiKey***', 7, null, true] } };
    const kept = secrets.hide(state);
    expect(leaksIn(JSON.stringify(kept), secret)).toEqual([]);
    expect(secrets.fill(JSON.parse(JSON.stringify(kept)))).toEqual(state);
  });

  test('is filled with the secret as it is now, in the way that a link writes it', () => {
    const kept = known('old-secret-1').hide({ link: '/things?key=old-secret-1' });
    expect(known('new/secret+2').fill(kept)).toEqual({ link: '/things?key=new%2Fsecret%2B2' });
  });

  test.each(['next', 'at', 'RT', 'page'])('has its own names, where %s is the secret', (short) => {
    const state = { resource: 'x', next: { page: 2, start: null, cursor: `a-${short}-b` } };
    const kept = known(short).hide(state);
    expect(Object.keys(kept)).toEqual(['resource', 'next']);
    expect(Object.keys(kept.next)).toEqual(['page', 'start', 'cursor']);
    expect(kept.next.cursor).not.toContain(short);
    expect(known(short).fill(kept)).toEqual(state);
  });

  test('keeps what only looks like a placeholder', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('*', '**', '***', 'apiKey', '=', '.', 'hex', secret)), (parts) => {
        const text = parts.join('');
        expect(secrets.fill(secrets.hide(text))).toBe(text);
      }),
    );
  });

  test('that asks for a secret which is not there stays as it is', () => {
    expect(secrets.fill('***token***')).toBe('***token***');
  });

  test('is not walked without end', () => {
    const deep = JSON.parse(`${'[1,'.repeat(20_000)}1${']'.repeat(20_000)}`) as unknown;
    expect(secrets.fill(deep)).toBeDefined();
  });
});

test('of many values with one name the last eight are looked for', () => {
  const secrets = new Secrets();
  for (let turn = 0; turn < 100; turn++) secrets.add('token', `token-number-${turn}-x`);
  expect(secrets.redact('token-number-99-x token-number-92-x')).toBe('*** ***');
});

// Each of these held a process for a minute or more where patterns tried again: bounds are a hundred times what a slow machine takes.
test.each([
  ['backslashes', '\\'.repeat(200_000)],
  ['percent signs', '%'.repeat(200_000)],
  ['percent signs, encoded', '%25'.repeat(70_000)],
  ['a chain of escapes that end in each other', `${'%3'.repeat(100_000)}1`],
  ['ampersands', '&#x'.repeat(70_000)],
  ['half-written escapes', '\\u'.repeat(100_000)],
  ['stars', '*'.repeat(200_000)],
  ['placeholders without an end', '***a.b'.repeat(35_000)],
])('%s take no longer than other texts', (_, text) => {
  for (const secret of ['a\\b\\\\c\\\\\\d\\', '%3%3%3%31', canary()]) {
    const secrets = known(secret);
    const before = performance.now();
    secrets.redact(text);
    secrets.redact(text, 500);
    secrets.fill(secrets.hide(text));
    expect(performance.now() - before).toBeLessThan(5_000);
  }
});
