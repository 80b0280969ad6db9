import { type Code, code, literal, nothing } from '../../code.js';
import { everyAuth, schemeOf } from '../../model/auth.js';
import { helper } from '../../paginators/helpers.js';
import type { VirtualFile } from '../../virtual-file.js';
import type { EmitContext } from '../context.js';
import { comparesRows } from './kinds.js';
import { LINKED_REQUEST } from './linked-request.js';
import { fillsSegments } from '../client/filled-url.js';
import type { HelperFile } from '../helper-file.js';
import { errorClass, READ_POSITION, typeFrom, valueFrom } from '../symbols.js';

const ANSWER_HEADERS = typeFrom('internal/transport/exchange', 'AnswerHeaders');

/** `src/internal/pagination.ts`: what page loops have in common, as far as the spec's loops call it. */
export const PAGINATION: HelperFile = {
  path: 'src/internal/pagination.ts',
  helpers: [
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
              throw new ${errorClass(context, 'PaginationError')}(place, 'capped_pages', \`: every page has \${this.#size} records, though \${this.#limit} were asked for: the API caps its pages. Set limit: \${this.#size}\`);
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

          /** The rows of a page that the one before did not have. */
          newRows<Row>(rows: readonly Row[], place: ${READ_POSITION}): readonly Row[] {
            const marks = rows.map((row) => ${valueFrom('internal/digest', 'digest')}(${helper('pageKey')}(row)));
            if (this.#tail.some((mark, index) => mark !== marks[index])) {
              throw new ${errorClass(context, 'PaginationError')}(place, 'rows_moved', ': the page does not begin with the last rows of the one before: rows came or went meanwhile');
            }
            const fresh = rows.slice(this.#tail.length);
            const tail = [...this.#tail, ...marks.slice(this.#tail.length)].slice(-this.#rows);
            this.#tail = fresh.length === 0 ? [] : tail; // nothing new: either the end, or the API's pages are no longer than the overlap
            return fresh;
          }
        }
      `,
    ],
    [
      'wholeNumber',
      (context) => code`
        /** A count from a body: a whole number, or one written as text. */
        export function wholeNumber(value: unknown, path: string, place: ${READ_POSITION}): number {
          if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
          if (typeof value === 'string' && /^\\d{1,15}$/.test(value)) return Number(value);
          throw new ${errorClass(context, 'ResponseError')}(place, 'invalid_page', \`: expected a whole number at "\${path}", \${${helper('gotInstead')}(value)}\`);
        }
      `,
    ],
    [
      'gotInstead',
      () => code`
        /** What there is in place of a value that has to be there. */
        export function gotInstead(value: unknown): string {
          return value === undefined ? 'but it is missing' : \`got \${value === null ? 'null' : Array.isArray(value) ? 'a list' : typeof value}\`;
        }
      `,
    ],
    [
      'totalIn',
      (context) => code`
        /** A count from a header: a whole number. */
        export function totalIn(headers: ${ANSWER_HEADERS}, name: string, place: ${READ_POSITION}): number {
          const value = headers.get(name);
          if (/^\\d{1,15}$/.test(value ?? '')) return Number(value);
          const got = value === null ? 'but it is missing' : 'got something else';
          throw new ${errorClass(context, 'ResponseError')}(place, 'invalid_page', \`: expected a whole number in the header "\${name}", \${got}\`);
        }
      `,
    ],
    [
      'flag',
      (context) => code`
        /** A yes or no from a body: true, false, or one of them as text. */
        export function flag(value: unknown, path: string, place: ${READ_POSITION}): boolean {
          if (typeof value === 'boolean') return value;
          if (value === 'true' || value === 'false') return value === 'true';
          throw new ${errorClass(context, 'ResponseError')}(place, 'invalid_page', \`: expected true or false at "\${path}", \${${helper('gotInstead')}(value)}\${value === undefined ? ' (has_more_absent: end says that this is the end)' : ''}\`);
        }
      `,
    ],
    [
      'cursorAt',
      (context) => code`
        /** The cursor of the next page from a body; null where there is none. 0 is a cursor. */
        export function cursorAt(value: unknown, path: string, place: ${READ_POSITION}): string | number | null {
          if (value === undefined || value === null || value === false || value === '') return null;
          if (${isCursor}) return value;
          ${bigCursor(context)}
          throw new ${errorClass(context, 'ResponseError')}(place, 'invalid_page', \`: expected a text or a whole number at "\${path}", \${${helper('gotInstead')}(value)}\`);
        }
      `,
    ],
    [
      'needCursor',
      (context) => code`
        /** The cursor of a page that has to be there: without it, the read would begin again or end too early. */
        export function needCursor(value: unknown, path: string, place: ${READ_POSITION}): string | number {
          if (value !== '' && (${isCursor})) return value;
          ${bigCursor(context)}
          throw new ${errorClass(context, 'ResponseError')}(place, 'invalid_page', \`: there is more, but no cursor at "\${path}"\`);
        }
      `,
    ],
    [
      'paramsAt',
      (context) => code`
        /** The query parameters of the next page from a body; null where there are none. */
        export function paramsAt(value: unknown, path: string, place: ${READ_POSITION}): { readonly [name: string]: string } | null {
          if (value === undefined || value === null || value === false || value === '') return null;
          const members = typeof value === 'object' && !Array.isArray(value) ? Object.entries(value) : [['', value]];
          const params = Object.fromEntries(members.map(([name, each]) => [name, typeof each === 'object' ? each : String(each)]));
          if (members.length === 0) return null;
          if (${helper('isParams')}(params)) return params;
          throw new ${errorClass(context, 'ResponseError')}(place, 'invalid_page', \`: expected an object of parameters at "\${path}", \${${helper('gotInstead')}(value)}\`);
        }
      `,
    ],
    [
      'isParams',
      () => code`
        /** Whether a value is query parameters, at least one. */
        export function isParams(value: unknown): value is { readonly [name: string]: string } {
          if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
          const members = Object.entries(value);
          return members.length > 0 && members.every(([name, each]) => name !== '' && typeof each === 'string');
        }
      `,
    ],
    [
      'linkAt',
      (context) => code`
        /** The page that a link in the body leads to; null where there is none. Links to another origin are refused. */
        export function linkAt(value: unknown, path: string, url: URL, place: ${READ_POSITION}): URL | null {
          if (value === undefined || value === null || value === false || value === '') return null;
          if (typeof value !== 'string') throw new ${errorClass(context, 'ResponseError')}(place, 'invalid_page', \`: expected a link at "\${path}", \${${helper('gotInstead')}(value)}\`);
          const next = ${helper('ownLink')}(value, url);
          if (next === undefined) throw new ${errorClass(context, 'PaginationError')}(place, 'refused_link', ': the next page is not at the same origin');
          return next;
        }
      `,
    ],
    [
      'needLink',
      (context) => code`
        /** The page that a link in the body leads to, which has to be there: without it, the read would end too early. */
        export function needLink(value: unknown, path: string, url: URL, place: ${READ_POSITION}): URL {
          const next = ${helper('linkAt')}(value, path, url, place);
          if (next !== null) return next;
          throw new ${errorClass(context, 'ResponseError')}(place, 'invalid_page', \`: there is more, but no link at "\${path}"\`);
        }
      `,
    ],
    [
      'linkIn',
      (context) => code`
        /** The page that a header leads to, which holds nothing but its URL; null where there is none. Links to another origin are refused. */
        export function linkIn(headers: ${ANSWER_HEADERS}, name: string, url: URL, place: ${READ_POSITION}): URL | null {
          const link = headers.get(name) ?? '';
          if (link === '') return null;
          const next = ${helper('ownLink')}(link, url);
          if (next === undefined) throw new ${errorClass(context, 'PaginationError')}(place, 'refused_link', ': the next page is not at the same origin');
          return next;
        }
      `,
    ],
    [
      'linkedPage',
      (context) => code`
        /** The page that a \`Link\` header names for a relation (RFC 8288), or null. Links to another origin are refused. */
        export function linkedPage(headers: ${ANSWER_HEADERS}, relation: string, url: URL, place: ${READ_POSITION}): URL | null {
          for (const [, target = '', params = ''] of (headers.get('link') ?? '').matchAll(/<([^<>]*)>((?:[^",<]|"(?:[^"\\\\]|\\\\.)*")*)/g)) {
            const [, quoted, bare] = /;\\s*rel\\s*=\\s*(?:"([^"]*)"|([^\\s;,"]+))/i.exec(params) ?? [];
            const relations = (quoted ?? bare ?? '').toLowerCase().split(/\\s+/);
            if (!relations.includes(relation) || /;\\s*results\\s*=\\s*"?false/i.test(params)) continue; // some APIs have a next page that is empty
            const next = ${helper('ownLink')}(target, url);
            if (next === undefined) throw new ${errorClass(context, 'PaginationError')}(place, 'refused_link', ': the next page is not at the same origin');
            return next;
          }
          return null;
        }
      `,
    ],
    ...LINKED_REQUEST,
    [
      'ownLink',
      ({ model }) => {
        const names = authParams(model).map((name) => name.toLowerCase());
        const named =
          names.length === 1 ? code`name.toLowerCase() === ${literal(names[0])}` : code`${literal(names)}.includes(name.toLowerCase())`;
        const echoed = code`
          for (const name of [...target.searchParams.keys()]) {
            if (${named}) target.searchParams.delete(name); // the API echoes the credential
          }
        `;
        return code`
          /** A link of the API as a URL; undefined when it leaves the origin of \`url\`: it would take the credential with it. */
          export function ownLink(link: string, url: URL): URL | undefined {
            const target = URL.canParse(link, url.href) ? new URL(link, url) : undefined;
            if (target?.origin !== url.origin || target.username !== '' || target.password !== '') return undefined;
            ${names.length === 0 ? nothing : echoed}
            return target;
          }
        `;
      },
    ],
  ],
};

const isCursor = code`typeof value === 'string' || (typeof value === 'number' && Number.isSafeInteger(value))`;

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
          throw new ${errorClass(context, 'PaginationError')}(place, 'empty_pages', \`: \${this.#empty} pages in a row have no ${alike ? code`new ` : nothing}records\${this.#hint}\`);
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
        throw new ${errorClass(context, 'PaginationError')}(place, 'no_progress', ': the API sent the same page again');
      }
    }

    const NONE_SEEN: ${helperType('PagesSeen')} = { last: '', kept: '', steps: 0, limit: 1, empty: 0 };
  `;
}

function helperType(name: 'PagesSeen'): Code {
  return typeFrom('internal/pagination', name);
}

/** Where digits are kept, a cursor may be beyond 2^53. */
function bigCursor({ exactNumbers }: EmitContext): Code {
  return exactNumbers
    ? code`if (typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value))) return String(BigInt(value)); // beyond 2^53`
    : nothing;
}

/** Query parameters that sign requests. */
function authParams(model: EmitContext['model']): readonly string[] {
  return [...new Set(everyAuth(model).flatMap((auth) => schemeOf(auth.type).queryParams(auth)))];
}

/** `src/internal/path.ts`, where some path has a value in it. */
export function emitPath(context: EmitContext): readonly VirtualFile[] {
  const { header, resources } = context;
  const paths = resources.flatMap(({ model: { path, job } }) => [
    path,
    ...(job === null ? [] : [job.poll.request, job.download.request, job.cleanup].map((each) => each?.path ?? [])),
  ]);
  if (paths.flat().every((part) => typeof part === 'string') && !fillsSegments(context)) return [];
  const text = code`
    ${header}

    type Value = string | number | bigint | boolean | null | undefined;

    /** A value as one segment of a path: it can neither add segments nor take any away. */
    export function pathSegment(value: Value, option: string): string {
      if (!isSegment(value)) throw new TypeError(\`\${option}: expected a text that can stand in a path\`);
      return encodeURIComponent(String(value ?? ''));
    }

    /** Whether a value can be a segment: no text is none, dots lead elsewhere, and half a character has no encoding. */
    export function isSegment(value: Value): boolean {
      return !/^\\.{0,2}$|\\p{Surrogate}/u.test(String(value ?? ''));
    }
  `;
  return [{ path: 'src/internal/path.ts', text: `${text.text}\n` }];
}

/** `src/internal/repeats.ts`, where parents that come twice are noticed. */
export function emitRepeats({ header, resources }: EmitContext): readonly VirtualFile[] {
  if (resources.every((resource) => resource.parent === undefined)) return [];
  const text = code`
    ${header}

    /** A key that comes again after at most so many others is noticed; after twice as many, none is. */
    const REMEMBERED = 100_000;

    /** Returns a function that says whether it was given a key before. It remembers the latest ones only. */
    export function repeats(): (key: string) => boolean {
      let latest = new Set<string>();
      let before = latest; // forgotten all at once: a set that loses its oldest key with each new one is slow
      return (key) => {
        if (latest.has(key) || before.has(key)) return true;
        if (latest.size === REMEMBERED) [latest, before] = [new Set(), latest];
        latest.add(key);
        return false;
      };
    }
  `;
  return [{ path: 'src/internal/repeats.ts', text: `${text.text}\n` }];
}
