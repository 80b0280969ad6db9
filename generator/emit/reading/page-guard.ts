import { type Code, code, nothing } from '../../code.js';
import type { EmitContext } from '../context.js';
import type { HelperFile } from '../helper-file.js';
import { errorClass, READ_POSITION, typeFrom, valueFrom } from '../symbols.js';
import { comparesRows } from './kinds.js';

/** Of `src/internal/pagination.ts`, what notices a page that comes again, and pages without records that do not end. */
export const PAGE_GUARD: HelperFile['helpers'] = [
  ['PagesSeen', pagesSeen],
  ['PageGuard', pageGuard],
  [
    'pageKey',
    () => code`
      /** What tells a page from others: the keys of its first and its last record, or all that it holds. */
      export function pageKey(...parts: readonly unknown[]): string {
        return JSON.stringify(parts, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
      }
    `,
  ],
];

/** What a state keeps of a guard. */
function pagesSeen(): Code {
  return code`
    /** What a state says of the pages that came: enough to notice one that comes again. */
    export interface PagesSeen {
      /** The page before. */
      readonly last: string;
      /** An earlier one, how many pages ago it came, and after how many another one is kept. */
      readonly kept: string;
      readonly steps: number;
      readonly limit: number;
      /** So many pages in a row had no records. */
      readonly empty: number;
    }
  `;
}

function pageGuard(context: EmitContext): Code {
  const loops = context.resources.map(({ loop }) => loop);
  const byRecords = loops.some(({ progress, position }) => position.length > 0 && progress.by === 'records');
  const endsFull = loops.some(({ progress }) => progress.by === 'records' && progress.endsFull);
  const ends = loops.some(({ progress }) => progress.by === 'records' && progress.repeatEnds);
  const alike = context.resources.some(comparesRows);
  const rows = alike ? code`, rows?: string` : nothing;
  return code`
    /**
     * Notices a page that comes a second time, however long the cycle (Brent's algorithm: constant memory), and too many pages in a
     * row without a record.
     */
    export class PageGuard {
      #last: string;
      #kept: string;
      #steps: number;
      #limit: number;
      #empty: number;
      ${alike ? code`#rows: string | undefined;` : nothing}
      readonly #most: number;
      readonly #hint: string;

      /** \`most\`: so many pages may be empty before another one is asked for; 0: any number. */
      constructor(seen: ${helperType('PagesSeen')} | undefined, most = 0, hint = '') {
        ({ last: this.#last, kept: this.#kept, steps: this.#steps, limit: this.#limit, empty: this.#empty } = seen ?? NONE_SEEN);
        this.#most = most;
        this.#hint = hint;
      }

      ${
        ends
          ? code`
        /** Whether a page is the one before, again. */
        isAgain(mark: string): boolean {
          return this.#last === ${valueFrom('internal/digest', 'digest')}(mark);
        }

      `
          : nothing
      }/** To be called before the page after this one is asked for: \`mark\` is what no page may have again.${alike ? code` One with the \`rows\` of the page before has no records.` : nothing} */
      after(mark: string | undefined, records: number, place: ${READ_POSITION}${rows}): ${helperType('PagesSeen')} {
        if (mark !== undefined) this.#follow(${valueFrom('internal/digest', 'digest')}(mark), place);
        ${
          alike
            ? code`
          const hasNew = records > 0 && (rows === undefined || rows !== this.#rows);
          if (records > 0) this.#rows = rows;
          this.#empty = hasNew ? 0 : this.#empty + 1;
        `
            : code`this.#empty = records === 0 ? this.#empty + 1 : 0;`
        }
        if (this.#most > 0 && this.#empty > this.#most) {
          throw new ${errorClass(context, 'PaginationError')}(place, 'empty_pages', \`\${this.#empty} pages in a row have no ${alike ? code`new ` : nothing}records\${this.#hint}\`);
        }
        return { last: this.#last, kept: this.#kept, steps: this.#steps, limit: this.#limit, empty: this.#empty };
      }
      ${
        byRecords
          ? code`

        /** The same where pages are told apart by their records: empty ones are not. */
        afterRecords(mark: string | undefined, records: number, place: ${READ_POSITION}): ${helperType('PagesSeen')} {
          return this.after(records === 0 ? undefined : mark, records, place);
        }
      `
          : nothing
      }

      ${
        endsFull
          ? code`
        /** The last page: its records must not have come before, and no position follows. */
        end(mark: string, records: number, place: ${READ_POSITION}): null {
          if (records > 0) this.#refuse(${valueFrom('internal/digest', 'digest')}(mark), place);
          return null;
        }

      `
          : nothing
      }#follow(mark: string, place: ${READ_POSITION}): void {
        this.#refuse(mark, place);
        this.#last = mark;
        if (++this.#steps < this.#limit) return;
        this.#kept = mark;
        this.#steps = 0;
        this.#limit *= 2;
      }

      #refuse(mark: string, place: ${READ_POSITION}): void {
        if (mark !== this.#last && mark !== this.#kept) return;
        throw new ${errorClass(context, 'PaginationError')}(place, 'no_progress', 'the API sent the same page again');
      }
    }

    const NONE_SEEN: ${helperType('PagesSeen')} = { last: '', kept: '', steps: 0, limit: 1, empty: 0 };
  `;
}

function helperType(name: 'PagesSeen'): Code {
  return typeFrom('internal/pagination', name);
}
