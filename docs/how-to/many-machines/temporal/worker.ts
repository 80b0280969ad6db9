import { fileURLToPath } from 'node:url';
import { NativeConnection, Worker } from '@temporalio/worker';
import * as activities from './activities.js';

const connection = await NativeConnection.connect({ address: process.env['TEMPORAL_ADDRESS'] ?? '127.0.0.1:7233' });
const worker = await Worker.create({
  connection,
  taskQueue: 'shop',
  workflowsPath: fileURLToPath(new URL('./workflow.js', import.meta.url)),
  activities,
  maxConcurrentActivityTaskExecutions: 4, // units that this machine reads at once
});
await worker.run(); // until SIGTERM, which lets what runs come to its end
