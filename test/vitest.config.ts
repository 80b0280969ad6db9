import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Tests that make no package and start no process, for `npm run test:fast`: an answer while one types. */
const FAST = [
  'test/architecture.test.ts',
  'test/commands/{detect,import}/*.test.ts',
  'test/package/recordings/{format,har,octokit}.test.ts',
  'test/commands/{bad-command-lines,bad-recordings,bar,drift,generate,graph,infer,remembered,scaffold}.test.ts',
  'test/commands/output/{check,lock,write}.test.ts',
  'test/spec/{dlt-keys,expression.property,frame,graphql-query,package-name,schema,selectors}.test.ts',
];

/** The suite of the generator and, with it, the tests of every committed package. */
export default defineConfig(({ mode }) => ({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: mode === 'fast' ? FAST : ['test/**/*.test.ts', 'generated/*/test/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'test/golden/*/expected/**'],
    // Some tests compile, install or start processes, on machines that do other things as well.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // Opening the generator anew for each of two hundred files would be a third of the time. What a test changes outside of itself, it puts back.
    isolate: false,
    setupFiles: ['test/support/setup.ts'],
  },
}));
