import type { Aim, Result } from './result.js';
import { bundledConnector, read, serve } from './read.js';
import { summarise, takeTurns } from './stats.js';
import { resolve } from 'node:path';

const PAGES = 40;
const DELAY = 50;
const ROUNDS = 3;

/** The time of a read whose server takes 50 ms to answer: what waiting costs, and whether pages are asked for side by side. */
export async function benchLatency(): Promise<Result> {
  const connector = await bundledConnector();
  const server = await serve({ size: 100, pages: PAGES, delay: DELAY });
  const turns = await takeTurns(
    {
      'fetch + JSON.parse': () => read(['node', resolve('test/bench/readers/floor.mjs'), server.url]),
      tapwright: () => read(['node', resolve('test/bench/readers/ours.mjs'), server.url, connector]),
    },
    ROUNDS,
  );
  server.stop();
  const least = (PAGES + 1) * DELAY; // and the empty page that ends the read
  const times = new Map([...turns].map(([name, readings]) => [name, summarise(readings.map(({ ms }) => ms))]));
  const ratio = (times.get('tapwright')?.median ?? NaN) / least;
  const aim: Aim = {
    what: 'one page at a time, against the sum of the answers',
    aim: 'at most 1.3 ×',
    found: `${ratio.toFixed(2)} ×`,
    met: ratio <= 1.3,
  };
  const ahead: Aim = {
    what: 'several pages in flight',
    aim: 'within 1.3 × of pages / concurrency × 50 ms',
    found: 'not built',
    met: false,
    why: 'Pages are read one after the other; there is no `concurrency` yet.',
  };
  return {
    name: 'latency',
    title: `Reading ${PAGES} pages, ${DELAY} ms per answer`,
    rows: [...times].map(([name, ms]) => ({ reader: name, 'time, ms': ms, 'of the answers': `${(ms.median / least).toFixed(2)} ×` })),
    aims: [aim, ahead],
    versions: {},
  };
}
