import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { VirtualFile } from '../../../generator/virtual-file.js';
import { filesFrom, specText } from '../../support/generate.js';
import { filesOf } from '../../support/packages.js';
import { sandbox } from '../../support/sandbox.js';
import { runVitest, withPackages, writeFiles, type TestFileResult } from '../../support/vitest-run.js';
import { buildSpec, runCommand } from '../support/built-package.js';
import { mutants } from './mutants.js';

const SPEC = 'test/golden/temporal/spec.yaml';

let files: Readonly<Record<string, string>>;
beforeAll(async () => void (files = await filesFrom(SPEC, specText(SPEC))));

test('without temporal among its outputs a package has not a line of it', async () => {
  for (const outputs of ['[postgres]', 'all']) {
    const plain = await filesFrom('specs/shop.yaml', specText(SPEC).replace('[postgres, temporal]', outputs));
    const traces = Object.entries(plain).filter(([path, text]) => /temporal|-worker/i.test(`${path} ${text}`));
    expect(traces.map(([path]) => path)).toEqual([]);
  }
});

test('beside destinations of one process, it needs one that many share', async () => {
  const beside = (outputs: string): Promise<Record<string, string>> =>
    filesFrom('specs/shop.yaml', specText(SPEC).replace('[postgres, temporal]', outputs));
  expect(Object.keys(await beside('[clickhouse, mysql, temporal]'))).toContain('src/temporal/workflow.ts');
  await expect(beside('[clickhouse, temporal]')).rejects.toThrow(/none of the other outputs is a destination that they share/);
});

describe('the tests of a package', () => {
  let results: readonly TestFileResult[] = [];
  const of = (name: string): readonly TestFileResult[] => results.filter((result) => result.name.includes(`/${name}/`));

  beforeAll(async () => {
    // what opens the whole SDK takes seconds, and once in a process is enough; what puts something in its place has one of its own
    for (const [part, options] of [
      [['replay', 'workflow'], ['--isolate=true']],
      [['activities'], []],
    ] as const) {
      await withPackages(async (folder) => {
        const tested = (all: readonly VirtualFile[], names: readonly string[]): readonly VirtualFile[] =>
          all.filter(({ path }) => !path.endsWith('.test.ts') || names.some((name) => path === `test/temporal/${name}.test.ts`));
        await writeFiles(join(folder, 'original'), tested(filesOf(files), part));
        for (const [index, { file, find, replace, noticedBy }] of mutants.entries()) {
          if (!part.some((name) => name === noticedBy)) continue;
          const edited = filesOf(files).map(({ path, text }) => ({ path, text: path === file ? text.replace(find, () => replace) : text }));
          await writeFiles(join(folder, `mutant${index}`), tested(edited, [noticedBy]));
        }
        results = [...results, ...(await runVitest(folder, options, { bundled: false }))];
      });
    }
  }, 600_000);

  test('pass', () => {
    expect(
      of('original')
        .map(({ name }) => name.replace(/.*\//, ''))
        .sort(),
    ).toEqual(['activities.test.ts', 'replay.test.ts', 'workflow.test.ts']);
    expect(of('original').flatMap(({ assertionResults }) => assertionResults.filter(({ status }) => status !== 'passed'))).toEqual([]);
  });

  test.each(mutants.map((mutant, index) => ({ ...mutant, index })))('notice when $name', ({ file, find, index }) => {
    expect(files[file]).toContain(find);
    const all = of(`mutant${index}`).flatMap(({ assertionResults }) => assertionResults);
    expect(all.length).toBeGreaterThan(0); // it is a program
    expect(all.some(({ status }) => status === 'failed')).toBe(true);
  });
});

test('the worker says what is wrong before it waits for work', async () => {
  const bin = join(await buildSpec(specText(SPEC)), '../../../worker.js');
  const cwd = sandbox();
  const worker = (args: readonly string[], env: Readonly<Record<string, string>> = {}) => runCommand(bin, args, { cwd, env });
  const env = { SHOP_STORES: 'a,b' };
  expect(await worker(['--help'])).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('--task-queue') as string });
  expect(await worker(['--nothing'], env)).toMatchObject({ exitCode: 2 });
  expect(await worker([], env)).toMatchObject({ exitCode: 2, stderr: 'error: say where to: sync --to …\n' });
  expect(await worker(['--to', 'shop.duckdb'], env)).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('a destination that many share: postgres://host/database') as string,
  });
  expect(await worker(['--to', 'postgres://127.0.0.1:9/shop'])).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('SHOP_STORES') as string,
  });
  expect(await worker(['--to', 'postgres://127.0.0.1:9/shop'], env)).toMatchObject({ exitCode: 3 });
});
