// Arguments: base URL, the bundled connector; with `memory`, the heap after each tenth of the pages.
const [baseUrl, connector, memory] = process.argv.slice(2);
const { BenchClient } = await import(connector);
const started = performance.now();
const busy = process.cpuUsage();
let records = 0;
let pages = 0;
const heap = [];
for await (const page of new BenchClient({ token: 'x', baseUrl }).things1.pages()) {
  records += page.records.length;
  if (memory !== undefined && ++pages % Number(memory) === 0) {
    globalThis.gc();
    heap.push(process.memoryUsage().heapUsed / 2 ** 20);
  }
}
console.log(JSON.stringify({ records, pages, ms: performance.now() - started, cpu: cpuSince(busy), heap }));

function cpuSince(before) {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
