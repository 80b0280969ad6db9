#!/usr/bin/env node
// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import process from 'node:process';
import { parseArgs } from 'node:util';
import { exitCodeOf, readEnvironment } from '../sync/cli.ts';
import { openClient } from '../sync/client.ts';
import { loadDriver, SyncError } from '../sync/destination.ts';
import { openDestination } from '../sync/open-destination.ts';
import { messageOf, tell } from '../sync/output.ts';
import { placeOf } from '../sync/run-unit.ts';

const HELP = `Usage: shop-connector-worker [options]

Reads units of split reads for workflows of Temporal, until it is told to end.

Options:
  --to DESTINATION     Where units are written to: postgres://host/database.
  --address HOST:PORT  Where Temporal is. Default: localhost:7233.
  --namespace NAME     Default: default.
  --task-queue NAME    Default: shop.
  --at-once N          Units that this process reads at once. Default: 4.
  --schema NAME        The schema of a database to write to; it is made if it is not there.
  --prefix TEXT        What the names of all tables begin with.
  --unstorable WORD    What becomes of signs that the destination cannot hold: refuse (the default), or replace.
  --env FILE           Read environment variables from this file too.

Environment:
  SHOP_STORES         The option \`stores\`.
  SHOP_BASE_URL       Where the API is.
  SHOP_TO             What --to says, where it holds a password.
  TEMPORAL_ADDRESS    What --address says.
  TEMPORAL_NAMESPACE  What --namespace says.

Exit codes: 0 told to end, 2 usage or settings, 3 no destination, or no Temporal.
`;

const OPTIONS = {
  address: { type: 'string' },
  namespace: { type: 'string' },
  'task-queue': { type: 'string' },
  'at-once': { type: 'string' },
  to: { type: 'string' },
  schema: { type: 'string' },
  prefix: { type: 'string' },
  unstorable: { type: 'string' },
  env: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

try {
  await main();
} catch (error) {
  tell(`error: ${messageOf(error)}`);
  process.exitCode = error instanceof Error && error.name === 'TransportError' ? 3 : exitCodeOf(error); // nobody is where Temporal should be
}

async function main(): Promise<void> {
  const options = parse();
  if (options.help === true) return void process.stdout.write(HELP);
  const env = {
    ...(options.env === undefined ? {} : await readEnvironment(options.env)),
    ...Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== '')),
  };
  const { to } = placeOf(options, env);
  const client = openClient(env);
  const open = (): ReturnType<typeof openDestination> => openDestination(to, options);
  await (await open()).close(); // what is wrong with it is told before anything waits for work
  for (const name of ['activity', 'worker', 'workflow'])
    await loadDriver(`@temporalio/${name}`, 'A worker of Temporal');
  const { createShopActivities, runShopWorker } = await import('./index.ts');
  await runShopWorker({
    activities: createShopActivities({ client, destination: open }),
    address: options.address ?? env['TEMPORAL_ADDRESS'],
    namespace: options.namespace ?? env['TEMPORAL_NAMESPACE'],
    taskQueue: options['task-queue'],
    atOnce: options['at-once'] === undefined ? undefined : countOf(options['at-once']),
  });
}

function parse() {
  try {
    return parseArgs({ options: OPTIONS }).values;
  } catch (error) {
    throw new SyncError('usage', messageOf(error));
  }
}

function countOf(text: string): number {
  const count = Number(text);
  if (Number.isSafeInteger(count) && count > 0) return count;
  throw new SyncError('usage', `--at-once ${text}: expected a whole number of at least 1`);
}
