import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The playground in a browser of this machine, hence a run of its own: `npm run test:playground`. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: { include: ['test/playground/**/*.browser.ts'], testTimeout: 120_000, hookTimeout: 300_000 },
});
