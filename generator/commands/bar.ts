import type { Output } from './io.js';

const WIDTH = 20;

/** Shows how far a piece of work with a known end is: a bar that is drawn anew on a terminal, a line for each step elsewhere. */
export interface Bar {
  /** `done` of all steps are over; `what` was the last of them. */
  step(done: number, what: string): void;
  /** Takes the bar away, so that what follows begins a line. */
  end(): void;
}

/** `total`: how many steps there are at most. */
export function bar(output: Output, total: number): Bar {
  if (!output.color) return { step: (_, what) => output.write(`${what}\n`), end: () => undefined };
  return {
    step(done, what) {
      const full = Math.min(WIDTH, Math.round((WIDTH * done) / Math.max(1, total)));
      output.write(`\r\u001b[2K${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${what.slice(0, 79 - WIDTH - 1)}`);
    },
    end: () => output.write('\r\u001b[2K'),
  };
}
