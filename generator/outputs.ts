import { choice, list, oneOf } from './shape.js';
import type { Destination } from './sync/destinations/contract.js';
import { destinations } from './sync/destinations/index.js';
import type { Protocol } from './sync/protocols/contract.js';
import { protocols } from './sync/protocols/index.js';
import type { Scheduler } from './sync/schedulers/contract.js';
import { schedulers } from './sync/schedulers/index.js';

/** `a, b and c` */
function listed(all: readonly { readonly name: string }[]): string {
  return all
    .map(({ name }) => name)
    .join(', ')
    .replace(/, ([^,]*)$/, ' and $1');
}

/** Where a package that can be run writes to, and by what. In the order they are listed. */
const EVERY = [...destinations.map(({ name }) => name), ...protocols.map(({ name }) => name)];
const OUTPUTS = [...EVERY, ...schedulers.map(({ name }) => name)];

export type Output = (typeof destinations)[number]['name'] | (typeof protocols)[number]['name'] | (typeof schedulers)[number]['name'];

/** `outputs`: makes the package a program too. */
export const outputsShape = oneOf(
  'all, or a list of outputs',
  [
    choice('all', ['all'], { description: 'Every destination and every protocol.' }),
    list(
      choice('an output', OUTPUTS, {
        description: `${listed(destinations)} are destinations of \`sync\` (files: JSON Lines, or Parquet); ${listed(protocols)} are protocols; ${listed(schedulers)} adds a workflow that reads units of split reads on many machines, into a database that they share.`,
      }),
      { description: 'These outputs only.', min: 1 },
    ),
  ],
  {
    description:
      'Makes the package a program too: `sync` writes what it reads to a destination, and other tools can run it by a protocol. Default: a library only.',
    examples: ['all', ['duckdb', 'singer']],
  },
);

/** The outputs that a spec asks for, in our order; none without the key. */
export function buildOutputs(said: 'all' | readonly Output[] | undefined): readonly Output[] {
  return said === 'all' ? EVERY : OUTPUTS.filter((output) => said?.includes(output) === true);
}

/** The destinations among them. */
export function destinationsOf(outputs: readonly Output[]): readonly Destination[] {
  return destinations.filter(({ name }) => outputs.includes(name));
}

/** The protocols among them. */
export function protocolsOf(outputs: readonly Output[]): readonly Protocol[] {
  return protocols.filter(({ name }) => outputs.includes(name));
}

/** The schedulers among them. */
export function schedulersOf(outputs: readonly Output[]): readonly Scheduler[] {
  return schedulers.filter(({ name }) => outputs.includes(name));
}

/** The destinations, and those that they are written with. */
export function destinationsUsed(outputs: readonly Output[]): readonly Destination[] {
  const named = destinationsOf(outputs);
  const used = new Set([...named.map(({ name }) => name as string), ...named.flatMap(({ writtenWith }) => writtenWith)]);
  return destinations.filter(({ name }) => used.has(name));
}

/** Those of them that many processes may write to at once. */
export function sharedDestinationsOf(outputs: readonly Output[]): readonly Destination[] {
  return destinationsOf(outputs).filter(({ sharedAt }) => sharedAt !== undefined);
}

/** Those that need a coordinator for that, if one of the others can be it. */
export function coordinatedDestinationsOf(outputs: readonly Output[]): readonly Destination[] {
  if (sharedDestinationsOf(outputs).length === 0) return [];
  return destinationsOf(outputs).filter(({ coordinatedAt }) => coordinatedAt !== undefined);
}
