import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Tests with clients in Python, from PyPI. They need the network once, hence a run of their own: `npm run test:interop`. */
export default defineConfig({
  root: fileURLToPath(new URL('../../..', import.meta.url)),
  test: { include: ['test/tools/interop/**/*.interop.ts'], testTimeout: 600_000, hookTimeout: 600_000 },
});
