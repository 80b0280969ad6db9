// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { PartsError } from '../errors.ts';

/** One of several things that are read, and its pages: the first of them is on its way. */
export interface Opened<Item, Page> {
  readonly item: Item;
  readonly pages: AsyncGenerator<Page, void, undefined>;
}

/**
 * Opens up to `most` items at once, and gives them in their order. Errors come when it is their turn, with the `state()` of then.
 * What is on its way when the read ends is given up.
 */
export async function* inOrder<Item, Page>(
  most: number,
  signal: AbortSignal | undefined,
  state: () => unknown,
  itemsUntil: (signal: AbortSignal) => AsyncGenerator<Item, void, undefined> | Generator<Item, void, undefined>,
  open: (item: Item, signal: AbortSignal) => AsyncGenerator<Page, void, undefined>,
): AsyncGenerator<Opened<Item, Page>, void, undefined> {
  const controller = new AbortController();
  const abort = (): void => controller.abort(signal?.reason);
  signal?.addEventListener('abort', abort);
  if (signal?.aborted) abort();
  const items = itemsUntil(controller.signal);
  const next = async (): Promise<Opened<Item, Page> | undefined> => {
    const found = await items.next();
    if (found.done) return undefined;
    return { item: found.value, pages: started(open(found.value, controller.signal), state) };
  };
  const queue: Promise<Opened<Item, Page> | undefined>[] = [];
  try {
    for (;;) {
      while (queue.length < most) queue.push(later(next()));
      const opened = await queue.shift();
      if (opened === undefined) return;
      yield opened;
    }
  } finally {
    signal?.removeEventListener('abort', abort);
    controller.abort();
    await Promise.resolve(items.return()).catch(() => {});
  }
}

/** The same pages, the first of which is asked for at once. */
function started<Page>(
  pages: AsyncGenerator<Page, void, undefined>,
  state: () => unknown,
): AsyncGenerator<Page, void, undefined> {
  const first = later(pages.next());
  return (async function* () {
    try {
      for (let page = await first; !page.done; page = await pages.next()) yield page.value;
    } catch (error) {
      if (error instanceof PartsError) error.state = state(); // not the state when it was asked for
      throw error;
    }
  })();
}

/** The same promise, whose failure is reported when somebody waits for it. */
function later<Result>(promise: Promise<Result>): Promise<Result> {
  promise.catch(() => {});
  return promise;
}
