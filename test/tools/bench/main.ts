import { benchDecode } from './decode.js';
import { benchDestinations } from './destinations.js';
import { benchGenerate } from './generate.js';
import { benchLatency } from './latency.js';
import { benchRead } from './read.js';
import { writePage } from './page.js';
import { printResult, type Result, saveResult } from './result.js';
import { benchSize } from './size.js';
import { benchSync } from './sync.js';

const BENCHES: Readonly<Record<string, () => Promise<Result>>> = {
  generate: benchGenerate,
  read: benchRead,
  sync: benchSync,
  destinations: benchDestinations,
  latency: benchLatency,
  decode: benchDecode,
  size: benchSize,
};

// `npm run bench` measures everything and writes all results and docs/benchmarks.md from them; names measure only those.
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in BENCHES) && name !== 'page');
if (unknown.length > 0) {
  console.error(`no benchmark is called ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}, and page`);
  process.exitCode = 2;
} else {
  const started = performance.now();
  for (const [name, run] of Object.entries(BENCHES)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    const result = await run();
    saveResult(result);
    console.log(printResult(result));
  }
  if (asked.length === 0 || asked.includes('page')) writePage();
  console.log(`${((performance.now() - started) / 60_000).toFixed(1)} minutes`);
}
