import { basename, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { authSchemes } from '../../../generator/auth/index.js';
import type { Mutant } from '../../../generator/mutant.js';
import { paginators } from '../../../generator/paginators/index.js';
import type { VirtualFile } from '../../../generator/virtual-file.js';
import { filesFrom, specText } from '../../support/generate.js';
import { written } from '../../support/example-spec.js';
import { filesOf } from '../../support/packages.js';
import { runVitest, withPackages, writeFiles, type TestFileResult } from '../../support/vitest-run.js';
import { commonMutants } from './common-mutants.js';

/**
 * Makes each mistake in a copy of an emitted package and runs the tests that were emitted with it: they must fail. All
 * copies are run by one vitest process, each with the test files that are about the edited file.
 */

const SPECS = [
  ...['analytics', 'github-issues', 'directory'].map((name) => `specs/${name}.yaml`),
  'test/package/mutation/paged.yaml',
  'test/package/mutation/counting.yaml',
  'test/package/mutation/selecting.yaml',
  'test/package/mutation/answering.yaml',
  'test/package/mutation/formats.yaml',
  'test/package/mutation/partitions.yaml',
  'test/package/mutation/jobs.yaml',
  'test/package/mutation/delegating.yaml',
  'test/golden/splits/spec.yaml',
];

function makePackages(specs: readonly (readonly [path: string, text: string])[]): Promise<readonly (readonly VirtualFile[])[]> {
  return Promise.all(specs.map(async ([path, text]) => filesOf(await filesFrom(path, text))));
}

/** A spec for each auth scheme; the first reads every paginator. What they say is what the strategies give as examples. */
function exampleSpecs(): readonly (readonly [path: string, text: string])[] {
  return authSchemes.map((scheme, index) => {
    const name = `example-${scheme.type.replaceAll('_', '-')}`;
    const read = index === 0 ? paginators : paginators.slice(0, 1);
    const resources = read.map(({ type, example }) => ({
      name: `by_${type}`,
      primary_key: 'id',
      endpoint: { path: `/${type}`, data_selector: 'data', paginator: example },
      fields: { id: 'integer' },
    }));
    return [`specs/${name}.yaml`, written({ name, client: { base_url: 'https://api.example.com', auth: scheme.example }, resources })];
  });
}

/** What `src/internal/http.ts` has where requests differ by the resource: such a file is tested with all of them. */
const DIFFERENT = 'interface RequestOverrides';

interface NamedFiles {
  readonly name: string;
  readonly files: readonly VirtualFile[];
}

interface Verdict {
  readonly name: string;
  readonly results: readonly TestFileResult[];
}

let verdicts: readonly Verdict[] = [];
let unedited: readonly TestFileResult[] = [];
let absent: readonly Mutant[] = [];

beforeAll(async () => {
  const committed = await makePackages(SPECS.map((path) => [path, specText(path)]));
  const examples = await makePackages(exampleSpecs());
  const all = [...committed, ...examples];
  const strategies = [...paginators, ...authSchemes].flatMap((each) => each.mutants);
  const mutants = [
    ...strategies.flatMap((mutant) => mutate(mutant, [...examples, ...committed])),
    ...commonMutants.flatMap((mutant) => mutate(mutant, all)),
    ...committed.slice(0, 2).flatMap(uncheckedFields),
  ];
  if (!all.flat().some(({ text }) => text.includes(DIFFERENT))) throw new Error(`no package has ${DIFFERENT}`);
  absent = [...strategies, ...commonMutants].filter((mutant) => mutate(mutant, all).length === 0);
  await withPackages(async (folder) => {
    await Promise.all(all.map((files, index) => writeFiles(join(folder, `original${index}`), files)));
    await Promise.all(mutants.map(({ files }, index) => writeFiles(join(folder, `mutant${index}`), files)));
    const results = await runVitest(folder, ['--testTimeout=3000'], { untilFailure: true });
    const of = (name: string): readonly TestFileResult[] => results.filter((result) => result.name.startsWith(join(folder, name, '/')));
    verdicts = mutants.map(({ name }, index) => ({ name, results: of(`mutant${index}`) }));
    unedited = all.flatMap((_, index) => of(`original${index}`));
  });
}, 600_000); // a minute on two free cores, several where other suites run beside it

test('the tests pass where nothing is wrong', () => {
  expect(unedited.length).toBeGreaterThan(SPECS.length);
  expect(failures(unedited)).toEqual([]);
});

test('every mutant is a mistake that some package can have', () => {
  expect(absent.map(({ name, file, find }) => `${name}: ${file} has no ${find}`)).toEqual([]);
});

test('every mutant is a program', () => {
  const broken = verdicts.filter(
    ({ results }) => results.length === 0 || results.some(({ assertionResults }) => assertionResults.length === 0),
  );
  expect(broken.map(({ name, results }) => `${name}: ${results.map(({ message }) => message).join()}`)).toEqual([]);
});

test('the tests of the packages notice at least 95 % of the mistakes', () => {
  const survivors = verdicts.filter(({ results }) => failures(results).length === 0).map(({ name }) => name);
  console.log(
    `${verdicts.length - survivors.length} of ${verdicts.length} mutants killed${survivors.map((name) => `\n  survived: ${name}`).join('')}`,
  );
  expect(survivors.length, `survived:\n${survivors.join('\n')}`).toBeLessThanOrEqual(verdicts.length * 0.05);
});

function failures(results: readonly TestFileResult[]): readonly string[] {
  return results.flatMap(({ name, assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed').map(({ title }) => `${basename(name)}: ${title}`),
  );
}

/** The first package that has the text, with the text edited, and the tests that are about it. */
function mutate({ name, file, find, replace }: Mutant, packages: readonly (readonly VirtualFile[])[]): readonly NamedFiles[] {
  const folder = file === 'resource' ? 'src/resources/' : file === 'record' ? 'src/records/' : file;
  for (const files of inOrder(file, packages)) {
    const edited = files.find(({ path, text }) => path.startsWith(folder) && text.includes(find));
    if (edited !== undefined)
      return [
        {
          name,
          files: withEdit(
            files,
            edited,
            edited.text.replace(find, () => replace),
          ),
        },
      ];
  }
  return [];
}

/** The packages, first those that look at most of a file that is nearly the same in all. */
function inOrder(file: string, packages: readonly (readonly VirtualFile[])[]): readonly (readonly VirtualFile[])[] {
  const firstWith = (all: readonly (readonly VirtualFile[])[], has: (each: VirtualFile) => boolean): readonly (readonly VirtualFile[])[] =>
    all.toSorted((one, other) => Number(other.some(has)) - Number(one.some(has)));
  // what moves bytes: one that reads rows
  if (file.startsWith('src/internal/transport/')) return firstWith(packages.toReversed(), ({ path }) => path === 'src/internal/csv.ts');
  // what keeps secrets: one that takes them out of states, too
  if (file === 'src/internal/redact.ts') return firstWith(packages, ({ path, text }) => path === file && text.includes('hide<State>'));
  return packages;
}

/** For every check of a record decoder, the package without that check. */
function uncheckedFields(files: readonly VirtualFile[]): readonly NamedFiles[] {
  return files
    .filter(({ path }) => path.startsWith('src/records/'))
    .flatMap((file) =>
      [...file.text.matchAll(/throw new \w+RecordError\(\s*place,\s*([^;]*?)\s*\);/g)].map((match) => ({
        name: `${file.path}: no error for ${match[1]}`,
        files: withEdit(files, file, file.text.slice(0, match.index) + file.text.slice(match.index).replace('throw new', 'void new')),
      })),
    );
}

/** The files of a package with one edited; of its tests, those that are about it. */
function withEdit(files: readonly VirtualFile[], edited: VirtualFile, text: string): readonly VirtualFile[] {
  const resources = files.filter(({ path }) => path.startsWith('src/resources/'));
  const all = ['pagination', 'state', 'path', 'select', 'splits', 'job'].map((name) => `src/internal/${name}.ts`).includes(edited.path);
  const shape = ['src/internal/csv.ts', 'src/internal/json-lines.ts', 'src/internal/xml.ts'].includes(edited.path)
    ? [basename(edited.path)]
    : [];
  const differs = files.some(
    ({ path, text }) =>
      path === 'src/internal/http.ts' &&
      (path === edited.path || edited.path.startsWith('src/internal/transport/')) &&
      text.includes(DIFFERENT),
  ); // by the resource
  const own = resources.filter((resource) => resource === edited || resource.text.includes(`/${basename(edited.path, '.ts')}.ts'`));
  const tested = (own.length > 0 ? own : resources).slice(0, all || differs ? undefined : 1).map(({ path }) => basename(path));
  const shared =
    edited === resources[0] || (!all && !/^src\/re(source|cord)s\//.test(edited.path))
      ? ['http.ts', 'token.ts', 'auth.ts', 'rate-limit.ts', 'deadline.ts']
      : [];
  const types = edited.path.startsWith('src/records/') ? ['types.ts'] : []; // what only others hold is shown there
  const tests = [...tested, ...types, ...shape, ...shared].map((name) => `test/${name.replace(/\.ts$/, '.test.ts')}`);
  return files
    .filter(({ path }) => !path.endsWith('.test.ts') || tests.includes(path))
    .map((file) => (file === edited ? { path: file.path, text } : file));
}
