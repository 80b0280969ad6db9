import type { Asked, FromWorker, Questions, Replies, ToWorker } from './protocol.js';

/** The worker, as the page asks it. */
export class GeneratorClient {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, (reply: never) => void>();
  #last = 0;

  constructor(url: string) {
    this.#worker = new Worker(url, { type: 'module' });
    this.#worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      const resolve = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      resolve?.(data.reply as never);
    });
  }

  ask<Ask extends Asked>(ask: Ask, what: Questions[Ask]): Promise<Replies[Ask]> {
    const id = ++this.#last;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#worker.postMessage({ id, ask, what } as ToWorker);
    });
  }
}
