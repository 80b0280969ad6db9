import { resolve } from 'node:path';
import { buildPlayground } from './build.js';
import { serveFolder } from './serve.js';

// `npm run playground`: builds it into docs/playground/dist, and serves it on loopback until it is stopped. `-- --build`: builds it only.

const folder = resolve('docs/playground/dist');
await buildPlayground(folder);
if (process.argv.includes('--build')) console.log(`The playground is in ${folder}: serve it from anywhere.`);
else {
  const { url } = await serveFolder(folder, Number(process.env['PORT'] ?? 0));
  console.log(`The playground is at ${url} (Ctrl+C stops it).`);
}
