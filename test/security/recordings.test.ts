import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { repository } from '../support/generator-sources.js';
import { contentOf, put, sandbox } from '../support/sandbox.js';
import { tapwright } from '../commands/support.js';
import { mutations } from './mutations.js';
import { thorough } from './runtimes.js';

/** Files of a repository that a command reads, and that somebody else may have changed. In this process: a fault would be an exit 70. */

const RUNS = thorough ? 200 : 12;
const original = (path: string): string => readFileSync(join(repository, path), 'utf8');

const RECORDING = original('specs/github-issues/issues.json');
const SPEC = original('specs/github-issues.yaml');

/** The recording in small: what is changed is then more often something that matters. */
const SMALL = JSON.stringify(smaller(JSON.parse(RECORDING)));

function smaller(recording: unknown): unknown {
  const { exchanges, ...rest } = recording as {
    readonly exchanges: readonly { readonly response: { readonly body: readonly unknown[]; readonly headers: object } }[];
  };
  const [first, second] = exchanges;
  return {
    ...rest,
    exchanges: [first, second].map((each) => each && { ...each, response: { ...each.response, body: each.response.body.slice(0, 1) } }),
  };
}

async function neverAFault(folder: string, argv: readonly string[], what: string): Promise<void> {
  const before = performance.now();
  const { exitCode, stderr, stdout } = await tapwright(folder, argv, { GITHUB_ISSUES_TOKEN: 'a-token-of-length' });
  expect(exitCode, `${argv.join(' ')} with ${JSON.stringify(what.slice(0, 300))}: ${stderr.slice(0, 1_000)}`).toBeOneOf([0, 1, 2, 3, 4, 5]);
  expect(performance.now() - before, what.slice(0, 300)).toBeLessThan(30_000);
  expect(stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  expect(stderr.length + stdout.length, `${argv.join(' ')} says a lot`).toBeLessThan(400_000);
}

describe('a recording with something changed', () => {
  test.each(['check', 'infer', 'generate'])('is read or refused by %s', { timeout: 600_000 }, async (command) => {
    for (const changed of fc.sample(mutations(SMALL), { numRuns: RUNS, seed: 41 })) {
      const folder = sandbox();
      put(folder, { 'specs/github-issues.yaml': SPEC, 'specs/github-issues/issues.json': changed });
      const flags = command === 'infer' ? ['--dry-run'] : command === 'generate' ? ['--out', 'out'] : [];
      await neverAFault(folder, [command, 'specs/github-issues.yaml', ...flags], changed);
    }
  });

  test.each([
    ['control characters', '\u0000\u001b[2J\u0007'],
    ['marks that turn text around', '\u202egnp\u2066'],
    ['half a character', '\ud800'],
    ['names that objects have', '__proto__'],
    ['a thousand signs', 'k'.repeat(1_000)],
    ['quotes and comments', '*/ `${process.exit(1)}` " \' \\'],
  ])('has keys with %s', async (_, key) => {
    const recording = JSON.parse(SMALL) as { exchanges: { response: { body: Record<string, unknown>[] } }[] };
    for (const { response } of recording.exchanges)
      for (const record of response.body) Object.defineProperty(record, key, { value: { [key]: 1 }, enumerable: true });
    const folder = sandbox();
    put(folder, { 'specs/github-issues.yaml': SPEC, 'specs/github-issues/issues.json': JSON.stringify(recording) });
    for (const argv of [
      ['check', 'specs/github-issues.yaml'],
      ['infer', 'specs/github-issues.yaml'],
      ['check', 'specs/github-issues.yaml'],
      ['generate', '--out', 'out'],
    ])
      await neverAFault(folder, argv, key);
  });

  test('has records with lists inside each other', async () => {
    const deep = `${'['.repeat(6_000)}${']'.repeat(6_000)}`;
    const folder = sandbox();
    put(folder, {
      'specs/github-issues.yaml': SPEC,
      'specs/github-issues/issues.json': SMALL.replace('"node_id":', `"deep":${deep},"node_id":`),
    });
    for (const argv of [
      ['check', 'specs/github-issues.yaml'],
      ['infer', 'specs/github-issues.yaml', '--dry-run'],
      ['generate', '--out', 'out'],
    ])
      await neverAFault(folder, argv, 'deep');
  });
});

test('a lock of a package with something changed is read or refused, and nothing outside is touched', { timeout: 600_000 }, async () => {
  const folder = sandbox();
  put(folder, { 'specs/metrics.yaml': original('specs/metrics.yaml'), 'victim.txt': 'keep me' });
  expect(await tapwright(folder, ['generate', '--out', 'out'])).toMatchObject({ exitCode: 0 });
  const lock = readFileSync(join(folder, 'out/metrics/connector.lock.json'), 'utf8');
  const short = JSON.stringify({
    ...(JSON.parse(lock) as object),
    files: Object.fromEntries(Object.entries((JSON.parse(lock) as { files: object }).files).slice(0, 3)),
  });
  const forged = ['../../victim.txt', '/tmp/victim.txt', '..', ''].map((path) => lock.replace('"src/index.ts"', JSON.stringify(path)));
  for (const changed of [...forged, ...fc.sample(mutations(short), { numRuns: RUNS, seed: 43 })]) {
    put(folder, { 'out/metrics/connector.lock.json': changed });
    for (const argv of [
      ['generate', '--check', '--out', 'out'],
      ['generate', '--out', 'out', '--force'],
    ])
      await neverAFault(folder, argv, changed);
    expect(contentOf(folder)['victim.txt']).toBe('keep me');
  }
});

test.each([
  ['empty', ''],
  ['null', 'null'],
  ['half', '{"changes":['],
  ['of a file outside', '{"changes":[{"path":"../../victim.txt","before":null,"after":"AFTER"}],"folders":[]}'],
  ['of a folder outside', '{"changes":[],"folders":["../.."]}'],
  [
    'of a file of ours and one outside',
    '{"changes":[{"path":"src/index.ts","before":null,"after":"AFTER"},{"path":"../x","before":null,"after":"a"}],"folders":[]}',
  ],
  ['very deep', `{"changes":${'['.repeat(50_000)}${']'.repeat(50_000)},"folders":[]}`],
])('a journal of an unfinished write that is %s is refused, and nothing is touched', async (_, journal) => {
  const folder = sandbox();
  put(folder, { 'specs/metrics.yaml': original('specs/metrics.yaml'), 'victim.txt': 'keep me' });
  expect(await tapwright(folder, ['generate', '--out', 'out'])).toMatchObject({ exitCode: 0 });
  const index = JSON.parse(readFileSync(join(folder, 'out/metrics/connector.lock.json'), 'utf8')) as {
    readonly files: Readonly<Record<string, string>>;
  };
  put(folder, { 'out/.tapwright-metrics/journal.json': journal.replaceAll('AFTER', index.files['src/index.ts'] ?? '') });
  const before = contentOf(folder);
  const { exitCode } = await tapwright(folder, ['generate', '--out', 'out']);
  expect(exitCode).toBeOneOf([3, 5]);
  expect(contentOf(folder)).toEqual(before);
});
