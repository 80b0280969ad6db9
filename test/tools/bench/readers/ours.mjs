// Arguments: base URL, the bundled connector, `fetch` to read through it; or the heap is looked at every `memory` pages, and reading ends after `seconds`.
const [baseUrl, connector, memory, seconds = Infinity] = process.argv.slice(2);
const { BenchClient } = await import(connector);
const options = { token: 'x', baseUrl, ...(memory === 'fetch' ? { fetch: (...request) => fetch(...request) } : {}) };
const started = performance.now();
const busy = process.cpuUsage();
let records = 0;
let pages = 0;
const heap = [];
for await (const page of new BenchClient(options).things1.pages()) {
  records += page.records.length;
  if (++pages % Number(memory) === 0) {
    globalThis.gc();
    heap.push(process.memoryUsage().heapUsed / 2 ** 20);
  }
  if (performance.now() - started > Number(seconds) * 1000) break;
}
console.log(JSON.stringify({ records, pages, ms: performance.now() - started, cpu: cpuSince(busy), heap }));

function cpuSince(before) {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
