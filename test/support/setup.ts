import { afterAll } from 'vitest';
import { compileWaiting } from './compile-later.js';

/** Around every test file: what it had made is compiled at its end. */
afterAll(compileWaiting, 120_000);
