// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { AheadError, type ReadPosition } from '../errors.ts';

/** A page that is on its way. */
export interface Asked<Page> {
  readonly place: ReadPosition;
  readonly answer: Promise<Page>;
}

/**
 * Pages that are asked for before their turn, and taken in their order. Requests that turn out wrong are given up: when a
 * page begins elsewhere than expected and when the read ends.
 */
export class ReadAhead<Page> {
  readonly #signal: AbortSignal | undefined;
  readonly #ask: (page: number, position: number, signal: AbortSignal) => Asked<Page>;
  readonly #asked = new Map<number, Asked<Page>>();
  readonly #abort = (): void => this.#controller.abort(this.#signal?.reason);
  #controller = new AbortController();

  constructor(
    signal: AbortSignal | undefined,
    ask: (page: number, position: number, signal: AbortSignal) => Asked<Page>,
  ) {
    this.#signal = signal;
    this.#ask = ask;
  }

  /** The page at `position`, which is asked for now unless it was before. Its errors carry `state`. */
  async take(
    page: number,
    state: unknown,
    position: number = page,
  ): Promise<{ readonly place: ReadPosition; readonly answer: Page }> {
    this.#signal?.throwIfAborted();
    let asked = this.#asked.get(position);
    if (asked?.place.page !== page) {
      this.#giveUp();
      asked = this.start(page, position);
    }
    const { place, answer } = asked;
    place.state = state;
    try {
      return { place, answer: await answer };
    } catch (error) {
      if (error instanceof AheadError) error.state = state; // not the state when it was asked for
      throw error;
    } finally {
      this.#asked.delete(position);
      if (this.#asked.size === 0) this.end();
    }
  }

  /** Asks for a page whose turn comes later. */
  start(page: number, position: number = page): Asked<Page> {
    this.#signal?.addEventListener('abort', this.#abort);
    const asked = this.#ask(page, position, this.#controller.signal);
    asked.answer.catch(() => {}); // reported when it is taken
    this.#asked.set(position, asked);
    return asked;
  }

  /** Asks for pages from `position` on, every `step` up to `end`, until as many as `most` are on their way. */
  fill(most: number, page: number, position: number, step: number, end: number): void {
    if (!this.#asked.has(position)) this.#giveUp();
    for (; step > 0 && position < end && this.#asked.size < most; position += step, page++) {
      if (!this.#asked.has(position)) this.start(page, position);
    }
  }

  /** Gives up what is on its way. */
  end(): void {
    this.#signal?.removeEventListener('abort', this.#abort);
    this.#giveUp();
  }

  #giveUp(): void {
    if (this.#asked.size === 0) return;
    this.#asked.clear();
    this.#controller.abort();
    this.#controller = new AbortController();
  }
}
