import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { answersText, parseAnswers } from '../../../docs/playground/src/answers.js';
import { make } from '../../../docs/playground/src/generation.js';
import { fromFragment, toFragment } from '../../../docs/playground/src/share.js';
import { trace } from '../../../docs/playground/src/trace.js';

const goldens = readdirSync('test/golden', { withFileTypes: true }).filter((entry) => entry.isDirectory());
const specs = ['specs', ...goldens.map(({ name }) => join('test/golden', name))].flatMap((folder) => {
  const names = readdirSync(folder);
  const withHooks = names.some((name) => name.endsWith('.hooks.ts')); // of which the playground knows nothing
  return withHooks ? [] : names.filter((name) => name.endsWith('.yaml')).map((name) => join(folder, name));
});

describe('every spec of the repository', () => {
  test('is made, and each of its resources is read from the answers that are made up for it', async () => {
    const told: string[] = [];
    let read = 0;
    for (const path of specs) {
      const { made, problems } = await make(readFileSync(path, 'utf8'));
      expect([path, made === undefined]).toEqual([path, problems.some(({ severity }) => severity === 'error')]);
      for (const { property, gzip, answers } of made?.resources ?? []) {
        if (made === undefined) continue;
        const events = await trace({ files: made.files, client: made.client, property, gzip, answers: parseAnswers(answers) });
        const end = events.at(-1);
        if (end?.kind === 'end' && end.why === 'read') read += 1;
        else told.push(`${path} ${property}: ${JSON.stringify(end)}`);
      }
    }
    expect(told).toEqual([]);
    expect(read).toBeGreaterThan(70);
  });
});

test('a spec that is refused says where', async () => {
  const { made, problems } = await make(
    'name: acme\nclient: { base_url: https://api.example.com, pagniator: single_page }\nresources: [{ name: users }]\n',
  );
  expect(made).toBeUndefined();
  expect(problems).toMatchObject([
    {
      from: 56,
      to: 65,
      line: 2,
      column: 46,
      severity: 'error',
      code: 'spec/unknown-key',
      hint: expect.stringContaining('paginator') as string,
    },
  ]);
});

test('answers are read as they are written, and as curl prints them', () => {
  const answers = [
    { status: 200, headers: { 'content-type': 'application/json' }, body: [{ id: 1 }] },
    { status: 429, headers: { 'content-type': 'text/plain', 'retry-after': '2' }, bodyText: 'slow\n\ndown' },
    { status: 204, headers: {} },
  ];
  expect(parseAnswers(answersText(answers))).toEqual([
    { url: undefined, status: 200, headers: { 'content-type': 'application/json' }, body: '[\n  {\n    "id": 1\n  }\n]' },
    { url: undefined, status: 429, headers: { 'content-type': 'text/plain', 'retry-after': '2' }, body: 'slow\n\ndown' },
    { url: undefined, status: 204, headers: { 'content-type': 'application/json' }, body: '' },
  ]);
  expect(parseAnswers('HTTP/2 200 \r\nLink: <x>; rel="next"\r\n\r\n[]')).toEqual([
    { url: undefined, status: 200, headers: { 'content-type': 'application/json', link: '<x>; rel="next"' }, body: '[]' },
  ]);
  expect(parseAnswers(answersText([{ url: 'https://a.example/x?page=2', status: 200, headers: {}, body: 1 }]))).toMatchObject([
    { url: 'https://a.example/x?page=2', body: '1' },
  ]);
  expect(parseAnswers(' \n')).toEqual([]);
});

test.each(['', 'name: a\n', 'ü😀\u2028 "x"', 'x'.repeat(100_000)])('a spec goes into an address and comes back: %#', (text) => {
  expect(fromFragment(toFragment(text))).toBe(text);
});

test.each(['', '#', '#spec=', '#spec=%', '#spec=abc', '#other'])('an address without a spec has none: %s', (fragment) => {
  expect(fromFragment(fragment)).toBeUndefined();
});
