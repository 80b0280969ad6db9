import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { Worker } from '@temporalio/worker';

// Whether the workflow is deterministic: what was recorded is what it does again. Run it after a change of workflow.ts.
const connection = await Connection.connect({ address: process.env['TEMPORAL_ADDRESS'] ?? '127.0.0.1:7233' });
const history = await new Client({ connection }).workflow.getHandle('shop').fetchHistory();
await Worker.runReplayHistory({ workflowsPath: fileURLToPath(new URL('./workflow.js', import.meta.url)) }, history);
console.log(`replayed ${history.events?.length ?? 0} events`);
await connection.close();
