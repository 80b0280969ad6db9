import { relative } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';

/** fast-check, which says of a failure how to see it again. */
export { fc };

const { TAPWRIGHT_TEST_SEED: seed, TAPWRIGHT_TEST_PATH: path } = process.env;

fc.configureGlobal({
  ...(seed === undefined ? {} : { seed: Number(seed) }),
  ...(path === undefined ? {} : { path, endOnFailure: true }),
  reporter(details) {
    if (!details.failed) return;
    throw new Error(`${fc.defaultReportMessage(details)}\n\nAgain: ${rerun(details.seed, details.counterexamplePath)}`, {
      cause: details.errorInstance,
    });
  },
});

/** The command that runs one test with the inputs that it failed on. */
function rerun(failedSeed: number, failedPath: string | null): string {
  const { testPath = '', currentTestName = '' } = expect.getState();
  const name = currentTestName.split(' > ').at(-1) ?? '';
  const pattern = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll("'", `'\\''`);
  return `TAPWRIGHT_TEST_SEED=${failedSeed} TAPWRIGHT_TEST_PATH=${failedPath ?? ''} npm test -- ${relative(process.cwd(), testPath)} -t '${pattern}'`;
}
