// The least that reads every page: no checks, no retries, no types.
const [base] = process.argv.slice(2);
const started = performance.now();
const busy = process.cpuUsage();
let records = 0;
for (let offset = 0; ;) {
  const response = await fetch(`${base}/v1/things_1?limit=100&offset=${offset}`, { headers: { authorization: 'Bearer x' } });
  const { data } = JSON.parse(await response.text());
  if (data.length === 0) break;
  records += data.length;
  offset += data.length;
}
console.log(JSON.stringify({ records, ms: performance.now() - started, cpu: cpuSince(busy) }));

function cpuSince(before) {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
