import { choice, list, oneOf } from './shape.js';

/** Where a package that can be run writes to: four kinds of destination and two protocols. In the order they are listed. */
const OUTPUTS = ['duckdb', 'postgres', 'sqlite', 'files', 'singer', 'airbyte'] as const;

export type Output = (typeof OUTPUTS)[number];

/** `outputs`: makes the package a program too. */
export const outputsShape = oneOf(
  'all, or a list of outputs',
  [
    choice('all', ['all'], { description: 'Every output.' }),
    list(
      choice('an output', OUTPUTS, {
        description:
          'duckdb, postgres, sqlite and files (JSON Lines, Parquet) are destinations of `sync`; singer and airbyte are protocols.',
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
  return said === 'all' ? OUTPUTS : OUTPUTS.filter((output) => said?.includes(output) === true);
}
