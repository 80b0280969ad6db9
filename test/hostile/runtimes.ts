import { findRuntimes, type Runtime } from '../runtimes/runtimes.js';

/** Whether everything is tried, as `npm run test:hostile` does: all runtimes, many files. */
export const thorough: boolean = process.env['TAPWRIGHT_TEST_HOSTILE'] === '1';

/** What the programs are run with: this Node.js, or all the runtimes that npm has. */
export function runtimes(): readonly Runtime[] {
  const here: Runtime = { name: 'this Node.js', version: process.versions.node, command: [process.execPath] };
  return thorough ? [here, ...findRuntimes().runtimes] : [here];
}

/** Those of them that are Node.js. */
export function nodes(): readonly Runtime[] {
  return runtimes().filter(({ name }) => /Node/.test(name));
}
