// The least that reads every page through node:http, over one connection: no checks, no retries, no types.
import { Agent, get } from 'node:http';

const [base] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true });
const started = performance.now();
const busy = process.cpuUsage();
let records = 0;
for (let offset = 0; ;) {
  const { data } = JSON.parse(await text(`${base}/v1/things_1?limit=100&offset=${offset}`));
  if (data.length === 0) break;
  records += data.length;
  offset += data.length;
}
const { user, system } = process.cpuUsage(busy);
console.log(JSON.stringify({ records, ms: performance.now() - started, cpu: (user + system) / 1000 }));

function text(url) {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent, headers: { authorization: 'Bearer x' } }, (message) => {
      const parts = [];
      message.on('data', (part) => parts.push(part));
      message.on('error', reject);
      message.on('end', () => resolve(Buffer.concat(parts).toString()));
    });
    request.on('error', reject);
  });
}
