import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

// generator/diagnostics/place.ts
var Lines = class {
  #text;
  #starts;
  constructor(text) {
    const starts = [0];
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    this.#text = text;
    this.#starts = starts;
  }
  /** The place of an offset; one beyond the text is taken for its end. */
  at(offset) {
    const inside = Math.max(0, Math.min(offset, this.#text.length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= inside) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: inside - (this.#starts[low] ?? 0) + 1 };
  }
  /** The offset at which a line begins. */
  startOf(line) {
    return this.#starts[line - 1] ?? this.#text.length;
  }
  /** A line without its end; empty when there is no such line. */
  line(line) {
    const start = this.#starts[line - 1];
    if (start === void 0) return "";
    const next = this.#starts[line];
    return this.#text.slice(start, next === void 0 ? void 0 : next - 1).replace(/\r$/, "");
  }
};

export {
  Lines
};
