/** Lets what waits have its turn, an interruption above all, which it throws. */
export type Pause = () => Promise<void>;

/** What is called between pieces of work that take long. Without a signal nothing waits. */
export function pauseFor(signal: AbortSignal | undefined): Pause {
  if (signal === undefined) return async () => undefined;
  return async () => {
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
  };
}
