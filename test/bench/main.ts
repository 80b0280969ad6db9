import { run as decode } from './decode.js';
import { benchGenerate } from './generate.js';
import { benchLatency } from './latency.js';
import { benchRead } from './read.js';
import { writeReadme } from './readme.js';
import { printResult, type Result, saveResult } from './result.js';
import { benchSize } from './size.js';

const BENCHES: Readonly<Record<string, () => Promise<Result>>> = {
  generate: benchGenerate,
  read: benchRead,
  latency: benchLatency,
  decode: async () => ({ name: 'decode', title: 'Checking records', rows: [], aims: [], versions: {}, notes: await decode() }),
  size: benchSize,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in BENCHES) && name !== 'readme');
if (unknown.length > 0) {
  console.error(`no benchmark is called ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}, and readme`);
  process.exitCode = 2;
} else {
  for (const [name, run] of Object.entries(BENCHES)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    const result = await run();
    saveResult(result);
    console.log(printResult(result));
  }
  if (asked.includes('readme')) writeReadme();
}
