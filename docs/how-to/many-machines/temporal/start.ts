import { Client, Connection } from '@temporalio/client';
import { syncShop } from './workflow.js';

const connection = await Connection.connect({ address: process.env['TEMPORAL_ADDRESS'] ?? '127.0.0.1:7233' });
const client = new Client({ connection });
const handle = await client.workflow.start(syncShop, { taskQueue: 'shop', workflowId: 'shop', args: [{ run: process.env['SHOP_RUN'] }] });
console.log(JSON.stringify(await handle.result()));
await connection.close();
