// A static API: /v1/things_1?limit=100&offset=0. Arguments: records a page, pages, milliseconds per answer.
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';

const [file, size, pages, delay] = process.argv.slice(2);
const records = JSON.parse(readFileSync(file, 'utf8')).slice(0, Number(size));
// the ids differ from page to page: a client that watches for repeated pages has something to watch
const total = Number(size) * Number(pages);
const parts = JSON.stringify({ data: records.map((record, index) => ({ ...record, id: `rec_PAGE_${index}` })), total }).split('PAGE');

const server = createServer((request, response) => {
  const offset = Number(new URL(request.url, 'http://localhost').searchParams.get('offset') ?? 0);
  const body = offset >= total ? JSON.stringify({ data: [], total }) : parts.join(String(offset));
  const answer = () => response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }).end(body);
  if (Number(delay) > 0) setTimeout(answer, Number(delay));
  else answer();
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
