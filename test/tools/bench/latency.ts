import { resolve } from 'node:path';
import { specOf } from './inputs.js';
import { bundledConnector } from './connector.js';
import { read, serve } from './read.js';
import { judge, type Result } from './result.js';
import { summarise, takeTurns } from './stats.js';

const PAGES = 40;
const DELAY = 50;
const ROUNDS = 5;
const AT_ONCE = 4;
const FLOOR = 'fetch + JSON.parse';
const AHEAD = `tapwright, concurrency: ${AT_ONCE}`;

/** The time of a read whose server takes 50 ms to answer: what waiting costs, and what asking for pages side by side saves. */
export async function benchLatency(): Promise<Result> {
  const connector = await bundledConnector();
  const ahead = await bundledConnector('ahead', specOf(1, { concurrency: AT_ONCE }));
  const one = await serve({ size: 100, pages: PAGES, delay: DELAY });
  const several = await serve({ size: 100, pages: PAGES * AT_ONCE, delay: DELAY });
  const ours = resolve('test/tools/bench/readers/ours.mjs');
  const turns = await takeTurns(
    {
      [FLOOR]: () => read(['node', resolve('test/tools/bench/readers/floor.mjs'), one.url]),
      tapwright: () => read(['node', ours, one.url, connector]),
      [AHEAD]: () => read(['node', ours, several.url, ahead]),
    },
    ROUNDS,
  );
  one.stop();
  several.stop();
  const times = new Map([...turns].map(([name, readings]) => [name, summarise(readings.map(({ ms }) => ms))]));
  // one after the other, an empty page ends the read; side by side, the first answer has to come before it is known how many there are
  const least = new Map([...times.keys()].map((name) => [name, name === AHEAD ? PAGES * DELAY : (PAGES + 1) * DELAY]));
  const ratioOf = (name: string): number => (times.get(name)?.median ?? NaN) / (least.get(name) ?? NaN);
  const found = (name: string) => ({ found: `${ratioOf(name).toFixed(2)} ×`, met: ratioOf(name) <= 1.3 });
  return {
    name: 'latency',
    title: `Reading ${PAGES} pages one after the other and ${PAGES * AT_ONCE} pages ${AT_ONCE} at once, ${DELAY} ms per answer`,
    rows: [...times].map(([name, ms]) => ({ reader: name, 'time, ms': ms, 'of the answers': `${ratioOf(name).toFixed(2)} ×` })),
    aims: [
      judge(
        { what: 'one page at a time, against the sum of the answers', aim: 'at most 1.3 ×', ...found('tapwright') },
        `The hand-written loop takes ${ratioOf(FLOOR).toFixed(2)} × on the same machine: the rest is starting, connecting and reading the bodies.`,
      ),
      judge(
        { what: `${AT_ONCE} pages in flight, against pages / ${AT_ONCE} × ${DELAY} ms`, aim: 'at most 1.3 ×', ...found(AHEAD) },
        `Of it, ${(1 / PAGES).toFixed(2)} × is the first answer, which says how many pages there are; the hand-written loop takes ${ratioOf(FLOOR).toFixed(2)} × of its own sum.`,
      ),
    ],
    versions: {},
  };
}
