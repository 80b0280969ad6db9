/**
 * Gaps: what stands for a part of a spec that was refused, so that the rest can still be checked. A check that reads a
 * gap is given up: it would only report what follows from the mistake that has been reported.
 */

class Gap extends Error {}

function giveUp(): never {
  throw new Gap();
}

/** A value that nobody can look into. */
export function gap<T extends object>(): T {
  return new Proxy({}, { get: giveUp, has: giveUp, ownKeys: giveUp, getOwnPropertyDescriptor: giveUp, getPrototypeOf: giveUp }) as T;
}

/** What `make` returns; where it meets a gap, `instead`. */
export function orElse<T, Instead = T>(make: () => T, instead: () => Instead): T | Instead {
  try {
    return make();
  } catch (error) {
    if (error instanceof Gap) return instead();
    throw error;
  }
}

/** Says what can be said: nothing, where that would need a gap. */
export function withoutGaps(check: () => void): void {
  orElse(check, () => undefined);
}

/** The object with members that nobody can look at. They are enumerable: a copy would hide that something is missing. */
export function withGaps<T extends object>(object: object, keys: Iterable<string>): T {
  for (const key of keys) Object.defineProperty(object, key, { get: giveUp, enumerable: true });
  return object as T;
}

/** A map whose keys are all known, and some of whose values are not. */
export class GappyMap<T> extends Map<string, T> {
  readonly #names: readonly string[];
  readonly #refused: ReadonlySet<string>;

  constructor(values: ReadonlyMap<string, T>, names: readonly string[], refused: ReadonlySet<string>) {
    super();
    for (const [name, value] of values) super.set(name, value);
    this.#names = names;
    this.#refused = refused;
  }

  override get(key: string): T | undefined {
    return this.#refused.has(key) ? giveUp() : super.get(key);
  }

  override has(key: string): boolean {
    return this.#names.includes(key);
  }

  override keys(): MapIterator<string> {
    return new Set(this.#names).keys();
  }

  override entries(): MapIterator<[string, T]> {
    return giveUp();
  }

  override values(): MapIterator<T> {
    return giveUp();
  }

  override forEach(): void {
    giveUp();
  }

  override [Symbol.iterator](): MapIterator<[string, T]> {
    return giveUp();
  }

  override get size(): number {
    return this.#names.length;
  }
}
