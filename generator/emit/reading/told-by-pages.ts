import { type Code, code, nothing } from '../../code.js';
import { helper } from '../../paginators/helpers.js';
import type { EmitContext } from '../context.js';
import type { HelperFile } from '../helper-file.js';
import { ANSWER_HEADERS, errorClass, READ_POSITION } from '../symbols.js';

/** Of `src/internal/pagination.ts`, what reads a page's word on the pages to come: totals, flags, cursors, parameters. */
export const TOLD_BY_PAGES: HelperFile['helpers'] = [
  [
    'wholeNumber',
    (context) => code`
      /** A count from a body: a whole number, or one written as text. */
      export function wholeNumber(value: unknown, path: string, place: ${READ_POSITION}): number {
        if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
        if (typeof value === 'string' && /^\\d{1,15}$/.test(value)) return Number(value);
        throw new ${errorClass(context, 'ResponseError')}(place, 'invalid_page', \`expected a whole number at "\${path}", \${${helper('gotInstead')}(value)}\`);
      }
    `,
  ],
  [
    'gotInstead',
    () => code`
      /** Says what an answer has instead of the value that was expected. */
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
        throw new ${errorClass(context, 'ResponseError')}(place, 'invalid_page', \`expected a whole number in the header "\${name}", \${got}\`);
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
        throw new ${errorClass(context, 'ResponseError')}(place, 'invalid_page', \`expected true or false at "\${path}", \${${helper('gotInstead')}(value)}\${value === undefined ? ' (has_more_absent: end says that this is the end)' : ''}\`);
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
        throw new ${errorClass(context, 'ResponseError')}(place, 'invalid_page', \`expected a text or a whole number at "\${path}", \${${helper('gotInstead')}(value)}\`);
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
        throw new ${errorClass(context, 'ResponseError')}(place, 'invalid_page', \`there is more, but no cursor at "\${path}"\`);
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
        throw new ${errorClass(context, 'ResponseError')}(place, 'invalid_page', \`expected an object of parameters at "\${path}", \${${helper('gotInstead')}(value)}\`);
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
];

const isCursor = code`typeof value === 'string' || (typeof value === 'number' && Number.isSafeInteger(value))`;

/** Where digits are kept, a cursor may be beyond 2^53. */
function bigCursor({ exactNumbers }: EmitContext): Code {
  return exactNumbers
    ? code`if (typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value))) return String(BigInt(value)); // beyond 2^53`
    : nothing;
}
