import { runAirbyte } from './airbyte/run.js';
import { runWheels } from './airbyte/wheels.js';
import { runCdk } from './cdk/run.js';
import { runDlt } from './dlt/run.js';
import { runInit } from './init/run.js';
import { runOpenApi } from './openapi/run.js';
import { tableOf, type Row } from './table.js';

// `npm run test:import`: imports what others have published, beside the programs that it was published for.
// Parts: dlt, airbyte, wheels (manifests of PyPI), cdk (beside Airbyte's own engine), openapi, init (against real servers); the others of this command line narrow them: `npm run test:import -- dlt cursor`

const [part, only] = process.argv.slice(2);
const PARTS: Readonly<Record<string, (only: string | undefined) => Promise<readonly Row[]>>> = {
  dlt: runDlt,
  airbyte: runAirbyte,
  wheels: runWheels,
  cdk: runCdk,
  openapi: runOpenApi,
  init: runInit,
};

const rows: Row[] = [];
for (const [name, run] of Object.entries(PARTS)) {
  if (part !== undefined && part !== name) continue;
  process.stdout.write(`${name}\n`);
  try {
    rows.push(...(await run(only)));
  } catch (error) {
    rows.push({ what: name, measured: `not run: ${error instanceof Error ? error.message.split('\n')[0]?.slice(0, 200) : String(error)}` });
  }
}
process.stdout.write(`\n${tableOf(rows)}`);
