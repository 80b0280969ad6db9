import type { JsonObject } from '../values.js';
import { Names } from '../names.js';

/** What the streams of one manifest know of each other. */
export class Registry {
  readonly #names = new Names();
  /** Fields that children put into their requests, or get, by the resource. */
  readonly #needed = new Map<string, Set<string>>();
  /** Streams that stand only inside of another, as its parents. */
  readonly inner = new Map<string, JsonObject>();
  readonly #own: ReadonlySet<string>;

  constructor(names: readonly string[]) {
    this.#own = new Set(names);
    for (const name of names) this.#names.of(name);
  }

  nameOf(stream: string): string {
    return this.#names.of(stream);
  }

  /** The resource of a stream that is another one's parent. */
  parent(stream: JsonObject, name: string): string {
    if (!this.#own.has(name) && !this.inner.has(name)) this.inner.set(name, stream);
    return this.#names.of(name);
  }

  need(resource: string, field: string): void {
    this.#needed.set(resource, (this.#needed.get(resource) ?? new Set()).add(field));
  }

  neededOf(resource: string): readonly string[] {
    return [...(this.#needed.get(resource) ?? [])];
  }
}
