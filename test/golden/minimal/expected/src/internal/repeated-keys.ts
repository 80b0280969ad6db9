// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { markOf } from './digest.ts';

/** A key that comes again after at most so many others is noticed; after twice as many, none is. */
const REMEMBERED = 100_000;

/** Returns a function that says how many of these keys it was given before. It remembers the latest ones only, by 53 bits of each. */
export function repeatCounter(): (keys: readonly string[]) => number {
  let latest = new Marks();
  let before = new Marks(); // forgotten all at once: to lose the oldest one with each new one is slow
  return (keys) => {
    let count = 0;
    for (const key of keys) {
      const mark = markOf(key);
      if (latest.has(mark) || before.has(mark)) count++;
      else {
        if (latest.size === REMEMBERED) [latest, before] = [new Marks(), latest];
        latest.add(mark);
      }
    }
    return count;
  };
}

/** A set of numbers in the slots of one list; zeros are free. A Set of the keys costs twice as much, and keeps them all. */
class Marks {
  size = 0;
  #slots = new Float64Array(1024);

  has(mark: number): boolean {
    return this.#slots[this.#slotOf(mark)] === mark;
  }

  add(mark: number): void {
    if (++this.size * 2 > this.#slots.length) {
      const marks = this.#slots;
      this.#slots = new Float64Array(marks.length * 2);
      for (const each of marks) if (each !== 0) this.#slots[this.#slotOf(each)] = each;
    }
    this.#slots[this.#slotOf(mark)] = mark;
  }

  /** Where a number stands, or can be put: in the first free slot from where it belongs. */
  #slotOf(mark: number): number {
    const last = this.#slots.length - 1;
    let at = mark & last;
    while (this.#slots[at] !== mark && this.#slots[at] !== 0) at = (at + 1) & last;
    return at;
  }
}
