import { availableParallelism, loadavg } from 'node:os';
import { findRuntimes, type Runtime } from '../tools/runtimes/runtimes.js';

/** Whether everything is tried, as `npm run test:hostile` does: all runtimes, many files. */
export const thorough: boolean = process.env['TAPWRIGHT_TEST_HOSTILE'] === '1';

/** What the programs are run with: this Node.js, or all the runtimes that npm has. */
export function runtimes(): readonly Runtime[] {
  const here: Runtime = { name: 'this Node.js', version: process.versions.node, command: [process.execPath] };
  return thorough ? [here, ...findRuntimes().runtimes] : [here];
}

/** The oldest Node.js that is promised, and the one that most have; this one where not everything is tried. */
export function nodes(): readonly Runtime[] {
  const found = runtimes();
  const named = found.filter(({ name }) => /^Node (?:20|24)$/.test(name));
  if (thorough && named.length < 2) throw new Error('npm run test:hostile installs Node.js 20 and 24 from npm, and could not');
  return thorough ? named : found;
}

/** How much longer things take here than on a quiet machine: by what it has to do more than it has processors for. */
export function slowness(): number {
  return Math.max(1, (loadavg()[0] ?? 0) / availableParallelism());
}
