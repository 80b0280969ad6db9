import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** What is looked at in a browser of this machine, hence a run of its own: `npm run test:browser`. */
export default defineConfig({
  root: fileURLToPath(new URL('../../..', import.meta.url)),
  test: { include: ['test/**/*.browser.ts'], testTimeout: 120_000, hookTimeout: 300_000 },
});
