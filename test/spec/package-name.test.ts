import fc from 'fast-check';
import validate from 'validate-npm-package-name';
import { builtinModules } from 'node:module';
import { expect, test } from 'vitest';
import { checkPackageName } from '../../generator/checks.js';
import type { Reading } from '../../generator/shape.js';

const reading = { report: () => undefined } as unknown as Reading;
const isTaken = (name: string): boolean => checkPackageName(name, { start: 0, end: 0 }, reading);

test('a package that a spec may name is one that npm takes', () => {
  const signs = fc.constantFrom(..."ab1-._~()!*'@/ AÄ%\\".split(''));
  const names = fc.oneof(
    fc.array(signs, { maxLength: 12 }).map((parts) => parts.join('')),
    fc.array(signs, { maxLength: 6 }).map((parts) => `@acme/${parts.join('')}`),
    fc.constantFrom('node_modules', 'favicon.ico', 'a'.repeat(214), 'a'.repeat(215), ...builtinModules),
  );
  fc.assert(
    fc.property(names, (name) => {
      if (isTaken(name)) expect(validate(name), name).toMatchObject({ validForNewPackages: true });
    }),
    { numRuns: 1000 },
  );
});

test.each(['node_modules', 'favicon.ico', 'http', 'fs', 'stream', '..', '.a', '_a', 'A', 'a b', '@/a', '@a/', 'a/b'])(
  '%j is refused',
  (name) => {
    expect(isTaken(name)).toBe(false);
  },
);

test.each(['connector', '@acme/http', '@acme/node_modules', 'a.b_c-d', '0'])('%j is taken', (name) => {
  expect(isTaken(name)).toBe(true);
});
