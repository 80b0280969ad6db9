import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { Exchange, Fixture } from '../generator/recordings/format.js';
import { filesFrom, specText } from './support/generate.js';
import { filesOf } from './support/packages.js';
import { runVitest, withPackages, writeFiles, type TestFileResult } from './support/vitest-run.js';

/** The tests that a package brings, run away from this repository; and beside it, packages whose recording is not what they ask for. */

const OTHER_RECORDINGS: Readonly<Record<string, (exchanges: readonly Exchange[]) => readonly Exchange[]>> = {
  'one exchange more': (exchanges) => [...exchanges, ...exchanges.slice(-1)],
  'one exchange less': (exchanges) => exchanges.slice(0, -1),
  'another order': (exchanges) => exchanges.toReversed(),
  'another URL': withFirst((request) => ({ ...request, url: `${request.url}&state=all` })),
  'another header': withFirst((request) => ({ ...request, headers: { accept: 'text/plain' } })),
  'another method': withFirst((request) => ({ ...request, method: 'POST' })),
};

let results: readonly TestFileResult[] = [];

beforeAll(async () => {
  const files = await filesFrom('specs/github-issues.yaml', specText('specs/github-issues.yaml'));
  const recording = JSON.parse(files['fixtures/issues.json'] ?? '') as Fixture;
  await withPackages(async (folder) => {
    await writeFiles(join(folder, 'as it is'), filesOf(files));
    for (const [name, change] of Object.entries(OTHER_RECORDINGS)) {
      const text = JSON.stringify({ ...recording, exchanges: change(recording.exchanges) });
      await writeFiles(join(folder, name), filesOf({ ...files, 'fixtures/issues.json': text }));
    }
    results = await runVitest(folder, ['--isolate=true'], { bundled: false }); // as its buyer runs them
  });
});

test('the tests of a package pass anywhere', () => {
  expect(
    resultsOf('as it is')
      .map(({ name }) => name.replace(/.*\//, ''))
      .sort(),
  ).toEqual(['http.test.ts', 'issues.test.ts', 'sync.test.ts', 'types.test.ts']);
  expect(failuresOf('as it is')).toEqual([]);
});

test.each(Object.keys(OTHER_RECORDINGS))('they fail when the recording has %s', (name) => {
  expect(failuresOf(name)).toContain('reads every recorded page in order, and asks for nothing else');
});

function withFirst(change: (request: Exchange['request']) => Exchange['request']) {
  return ([first, ...rest]: readonly Exchange[]): readonly Exchange[] =>
    first === undefined ? [] : [{ ...first, request: change(first.request) }, ...rest];
}

function resultsOf(name: string): readonly TestFileResult[] {
  return results.filter((result) => result.name.includes(`/${name}/`));
}

function failuresOf(name: string): readonly string[] {
  return resultsOf(name).flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status !== 'passed').map(({ title }) => title),
  );
}
