import type { Span } from '../diagnostics/diagnostic.js';

/** A hooks file as it was written. */
export interface HooksSource {
  /** As it was found, with forward slashes: messages begin with it. */
  readonly path: string;
  /** With LF line ends and without a byte order mark. */
  readonly text: string;
}

/** A part of a text that has other words in the copy. */
export interface Edit extends Span {
  readonly text: string;
}

/** The copy of a hooks file that goes into the package, and how places in it lead back. */
export class Copy {
  readonly text: string;
  readonly #header: number;
  readonly #edits: readonly Edit[];

  /** `edits` are sorted and do not overlap; `header` ends with a line end. */
  constructor(source: string, header: string, edits: readonly Edit[]) {
    let text = header;
    let at = 0;
    for (const edit of edits) {
      text += source.slice(at, edit.start) + edit.text;
      at = edit.end;
    }
    this.text = `${(text + source.slice(at)).trimEnd()}\n`;
    this.#header = header.length;
    this.#edits = edits;
  }

  /** The offset in the source of a line and a column, both from 1, of the copy. */
  originOf(line: number, column: number): number {
    const start = this.text.split('\n', line - 1).reduce((sum, each) => sum + each.length + 1, 0);
    let offset = Math.max(0, start + column - 1 - this.#header);
    for (const edit of this.#edits) {
      if (offset < edit.start) break;
      const end = edit.start + edit.text.length;
      offset = offset < end ? edit.start : offset + edit.end - end;
    }
    return offset;
  }
}
