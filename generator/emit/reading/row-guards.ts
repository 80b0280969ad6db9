import { code } from '../../code.js';
import { helper } from '../../paginators/helpers.js';
import type { HelperFile } from '../helper-file.js';
import { errorClass, READ_POSITION, valueFrom } from '../symbols.js';

/** Of `src/internal/pagination.ts`, what notices that a page lacks rows: the API caps its pages, or rows moved between two of them. */
export const ROW_GUARDS: HelperFile['helpers'] = [
  [
    'ShortPages',
    (context) => code`
      /**
       * Where pages advance by what was asked for, an API that caps its pages would lose the rest of each: pages that are all as short
       * are that. Rows that the API leaves out of its pages make some of them longer than others.
       */
      export class ShortPages {
        readonly #limit: number;
        #size: number | undefined;
        #pages = 0;
        #isEven = true;

        constructor(limit: number) {
          this.#limit = limit;
        }

        check(records: number, isLast: boolean, place: ${READ_POSITION}): void {
          if (!this.#isEven) return;
          const fits = records === this.#size || (this.#size === undefined && records > 0 && records < this.#limit);
          if (fits) this.#pages++;
          this.#size ??= records;
          this.#isEven = fits || isLast;
          if (this.#pages > 2 || (this.#pages === 2 && isLast && 2 * (this.#size ?? 0) <= this.#limit)) {
            throw new ${errorClass(context, 'PaginationError')}(place, 'capped_pages', \`every page has \${this.#size} records, though \${this.#limit} were asked for: the API caps its pages. Set limit: \${this.#size}\`);
          }
        }
      }
    `,
  ],
  [
    'Overlap',
    (context) => code`
      /** The last rows of a page, with which the next page has to begin: they moved if it does not. */
      export class Overlap {
        readonly #rows: number;
        #tail: readonly string[];

        constructor(rows: number, tail: readonly string[] = []) {
          this.#rows = rows;
          this.#tail = tail;
        }

        /** How many rows are read again. */
        get size(): number {
          return this.#tail.length;
        }

        /** Marks of the rows that the next page begins with. */
        get tail(): readonly string[] {
          return this.#tail;
        }

        /** The rows of a page that the one before did not have; all are as they came, before anything is taken out of them. */
        newRows(rows: readonly unknown[], place: ${READ_POSITION}): readonly unknown[] {
          const marks = rows.map((row) => ${valueFrom('internal/digest', 'digest')}(${helper('pageKey')}(row)));
          if (this.#tail.some((mark, index) => mark !== marks[index])) {
            throw new ${errorClass(context, 'PaginationError')}(place, 'rows_moved', 'the page does not begin with the last rows of the one before: rows came or went meanwhile');
          }
          const fresh = rows.slice(this.#tail.length);
          const tail = [...this.#tail, ...marks.slice(this.#tail.length)].slice(-this.#rows);
          this.#tail = fresh.length === 0 ? [] : tail; // nothing new: either the end, or the API's pages are no longer than the overlap
          return fresh;
        }
      }
    `,
  ],
];
