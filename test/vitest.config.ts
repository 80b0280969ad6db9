import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The suite of the generator and, with it, the tests of every committed package. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['test/**/*.test.ts', 'generated/*/test/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'test/golden/*/expected/**'],
    // Some tests compile, install or start processes, on machines that do other things as well.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // Opening the generator anew for each of two hundred files would be a third of the time. What a test changes outside of itself, it puts back.
    isolate: false,
    setupFiles: ['test/support/setup.ts'],
  },
});
