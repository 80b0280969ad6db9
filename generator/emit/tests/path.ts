import type { Name } from '../../names.js';

/** Tests that a package may have beside those of its resources. */
const OTHERS: ReadonlySet<string> = new Set([
  'auth',
  'csv',
  'deadline',
  'filled-url',
  'hooks',
  'http',
  'json-lines',
  'rate-limit',
  'sync',
  'token',
  'types',
]);

/** Where the tests of a resource are: `test/events.test.ts`. */
export function testPathOf({ kebab }: Name): string {
  return OTHERS.has(kebab) ? `test/${kebab}.resource.test.ts` : `test/${kebab}.test.ts`;
}
