import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The recipes of docs/how-to/many-machines.md, run for real. They need the network once: `npm run test:recipes`, `npm run test:temporal`. */
export default defineConfig({
  root: fileURLToPath(new URL('../../..', import.meta.url)),
  test: { include: ['test/tools/recipes/**/*.recipe.ts'], testTimeout: 1_800_000, hookTimeout: 900_000, maxWorkers: 1 },
});
