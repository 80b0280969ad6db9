import type { Pointer } from './pointer.js';

/**
 * Where the values of a JSON text begin. A text of many megabytes is scanned once for its upper levels, and further only
 * where somebody asks; nothing of it is copied.
 */
export class JsonPlaces {
  readonly #text: string;
  /** Offsets of the members of objects and lists, by the offset of their opening bracket. */
  readonly #members = new Map<number, ReadonlyMap<string | number, number>>();

  constructor(text: string) {
    this.#text = text;
  }

  /** The offset of a value, or of the nearest one above it that is there. */
  offsetOf(pointer: Pointer): number | undefined {
    let offset = this.#blank(0);
    for (const key of pointer) {
      const inner = this.#membersAt(offset).get(key);
      if (inner === undefined) return offset;
      offset = inner;
    }
    return offset;
  }

  #membersAt(start: number): ReadonlyMap<string | number, number> {
    const known = this.#members.get(start);
    if (known !== undefined) return known;
    const found = new Map<string | number, number>();
    const open = this.#text[start];
    if (open === '{' || open === '[') {
      let at = this.#blank(start + 1);
      for (let index = 0; at < this.#text.length && this.#text[at] !== '}' && this.#text[at] !== ']'; index++) {
        let key: string | number = index;
        if (open === '{') {
          const end = this.#skip(at);
          key = String(JSON.parse(this.#text.slice(at, end)));
          at = this.#blank(this.#blank(end) + 1);
        }
        found.set(key, at);
        at = this.#blank(this.#skip(at));
        if (this.#text[at] === ',') at = this.#blank(at + 1);
      }
    }
    this.#members.set(start, found);
    return found;
  }

  #blank(at: number): number {
    let next = at;
    while (next < this.#text.length && this.#text.charCodeAt(next) <= 32) next++;
    return next;
  }

  /** The offset after a value that begins here. */
  #skip(start: number): number {
    const text = this.#text;
    const first = text.charCodeAt(start);
    if (first === QUOTE) return this.#skipText(start);
    if (first !== OPEN_OBJECT && first !== OPEN_LIST) {
      let at = start;
      while (at < text.length && !ENDS.has(text.charCodeAt(at))) at++;
      return at;
    }
    let depth = 0;
    for (let at = start; at < text.length; at++) {
      const sign = text.charCodeAt(at);
      if (sign === QUOTE) at = this.#skipText(at) - 1;
      else if (sign === OPEN_OBJECT || sign === OPEN_LIST) depth++;
      else if (sign === CLOSE_OBJECT || sign === CLOSE_LIST) {
        depth--;
        if (depth === 0) return at + 1;
      }
    }
    return text.length;
  }

  #skipText(start: number): number {
    let end = this.#text.indexOf('"', start + 1);
    while (end !== -1) {
      let slashes = 0;
      while (this.#text.charCodeAt(end - 1 - slashes) === SLASH) slashes++;
      if (slashes % 2 === 0) return end + 1;
      end = this.#text.indexOf('"', end + 1);
    }
    return this.#text.length;
  }
}

const [QUOTE, SLASH, OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST] = [34, 92, 123, 125, 91, 93];
/** Comma, closing brackets and blanks. */
const ENDS: ReadonlySet<number> = new Set([44, 125, 93, 32, 10, 13, 9]);
