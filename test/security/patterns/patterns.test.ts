import { readFileSync, writeFileSync } from 'node:fs';
import { check } from 'recheck';
import { afterAll, expect, test } from 'vitest';
import { timePattern } from '../../../generator/types/time-format.js';
import { foundPatterns, type FoundPattern } from './found.js';
import { MADE } from './made.js';

// No regular expression of ours can run away: each is linear on any input, as recheck proves or finds by search. What has been shown
// stands in proven.txt, so that a run looks at what is new: `npm run patterns:prove` notes that; with `-all`, all of them are shown anew.

const PROVEN = new URL('proven.txt', import.meta.url);
const notes = process.env['MODE']?.startsWith('patterns-prove') === true;
const anew = process.env['MODE'] === 'patterns-prove-all';
const proven = anew ? new Set<string>() : new Set(readFileSync(PROVEN, 'utf8').split('\n'));
const { patterns: found, made } = foundPatterns();
const patterns: readonly FoundPattern[] = [
  ...found,
  ...Object.entries(MADE).flatMap(([at, { patterns = [] }]) => patterns.map(({ source, flags }) => ({ source, flags, at }))),
];

/** The patterns of all times that a spec can name, two directives at a time: no more than neighbours can be taken for each other. */
function times(): readonly FoundPattern[] {
  const letters = [...'YmdHMSfzZyjIpbBaAesFT'];
  return letters
    .flatMap((one) => letters.map((other) => `%${one}%${other}`))
    .map((pattern) => ({ source: timePattern('datetime', { kind: 'strftime', pattern }) ?? '', flags: '', at: `the format ${pattern}` }));
}

const shown: string[] = [];

test('every regular expression is linear on any input', { timeout: 600_000 }, async () => {
  const failures: string[] = [];
  for (const { source, flags, at } of [...patterns, ...(notes ? times() : [])]) {
    const text = `/${source}/${flags}`;
    const { status } = proven.has(text) ? { status: 'safe' } : await check(source, flags.replace('d', ''), { timeout: 30_000 });
    if (status === 'safe') shown.push(text);
    else failures.push(`${at}: ${text} is ${status === 'vulnerable' ? 'not linear' : 'not shown to be linear'}`);
  }
  expect(failures).toEqual([]);
});

test('those that are made at run time are accounted for', () => {
  expect(made).toEqual(Object.keys(MADE).sort());
});

afterAll(() => {
  if (notes) writeFileSync(PROVEN, `${[...new Set(shown)].sort().join('\n')}\n`);
});
