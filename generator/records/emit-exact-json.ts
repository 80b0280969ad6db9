import { code, join, regex, type Code } from '../code.js';
import type { RecordsContext } from './context.js';
import type { FileScope } from './file-scope.js';
import { DECIMAL_DIGITS, INTEGER_DIGITS } from './patterns.js';

/**
 * `src/exact-json.ts`: reads JSON without losing digits. Numbers are what `JSON.parse` makes of them; the digits of
 * those that it would change are kept aside, for the `bigint` and `decimal` fields to fetch.
 */
export function emitExactJson({ header }: RecordsContext, scopes: readonly FileScope[]): Code {
  const readers = [
    ...(scopes.some((scope) => scope.helpers.has('exactBigint')) ? [BIGINT] : []),
    ...(scopes.some((scope) => scope.helpers.has('exactDecimal') || scope.helpers.has('sizedDecimal')) ? [DECIMAL] : []),
    ...(scopes.some((scope) => scope.helpers.has('sizedDecimal')) ? [SIZED] : []),
  ];
  return code`${header}

/** The digits of the numbers that a double cannot hold as they were written, by the object and key they stand at. */
const digits = new WeakMap<object, Map<string, string>>();

/** A string, with the colon after it if it is a key; or a number, likewise. */
const TOKEN = /"[^"\\\\]*(?:\\\\.[^"\\\\]*)*"(\\s*:)?|-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?(\\s*:)?/g;

/** \`JSON.parse\`, but the fields that need every digit find them. Costs a scan of the text; a second one where digits would be lost. */
export function parseExactJson(text: string): unknown {
  let lossy = false;
  // Numbers that would change become strings that begin with #n; strings that begin with #, or could, begin with #s.
  const marked = text.replace(TOKEN, (token, key?: string, numberKey?: string) => {
    if (key !== undefined || numberKey !== undefined) return token;
    if (token.startsWith('"')) return /^"[#\\\\]/.test(token) ? \`"#s\${token.slice(1)}\` : token;
    if (Math.abs(Number(token)) <= Number.MAX_SAFE_INTEGER && String(Number(token)) === token) return token;
    lossy = true;
    return \`"#n\${token}"\`;
  });
  return lossy ? JSON.parse(marked, unmark) : JSON.parse(text);
}

function unmark(this: object, key: string, value: unknown): unknown {
  if (typeof value !== 'string' || !value.startsWith('#')) return value;
  if (value.startsWith('#s')) return value.slice(2);
  const written = digits.get(this) ?? new Map<string, string>();
  digits.set(this, written.set(key, value.slice(2)));
  return Number(value.slice(2));
}

${join(readers, '\n\n')}
`;
}

const BIGINT = code`/** The integer at \`object[key]\`, sent as a number or as text; nothing if it is none, or its digits are lost. */
export function exactBigint(object: object, key: string | number): bigint | undefined {
  const value: unknown = Reflect.get(object, key);
  if (Number.isSafeInteger(value)) return BigInt(Number(value));
  if (typeof value === 'string') return ${regex(INTEGER_DIGITS)}.test(value) ? BigInt(value) : undefined;
  const written = /^(-?\\d+)(?:\\.(\\d*?)0*)?(?:[eE]\\+?(\\d{1,3}))?$/.exec(digits.get(object)?.get(String(key)) ?? '');
  if (written === null) return undefined;
  const [, whole = '', fraction = '', exponent = '0'] = written;
  return fraction.length > Number(exponent) ? undefined : BigInt(whole + fraction.padEnd(Number(exponent), '0'));
}`;

const DECIMAL = code`/** The digits of the number at \`object[key]\`, sent as a number or as text; nothing if it is none, or its digits are lost. */
export function exactDecimal(object: object, key: string | number): string | undefined {
  const value: unknown = Reflect.get(object, key);
  const safe = typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER;
  const text = typeof value !== 'number' ? value : (digits.get(object)?.get(String(key)) ?? (safe ? String(value) : undefined));
  return typeof text === 'string' && ${regex(DECIMAL_DIGITS)}.test(text) ? text : undefined;
}`;

const SIZED = code`/**
 * The digits of the number at \`object[key]\`; nothing if it is none, or has more than \`scale\` digits after the point, or more than
 * \`precision\` with all those after the point. Zeros at either end do not count.
 */
export function sizedDecimal(object: object, key: string | number, precision: number, scale: number): string | undefined {
  const text = exactDecimal(object, key);
  const [, whole = '', fraction = '', exponent = '0'] = /^-?(\\d+)(?:\\.(\\d+))?(?:[eE]([+-]?\\d+))?$/.exec(text ?? '') ?? [];
  const digits = (whole + fraction).replace(/0+$/, '');
  const point = whole.length + Number(exponent);
  const zeros = digits.search(/[1-9]|$/);
  const fits = digits.length - point <= scale && (zeros >= point || point - zeros <= precision - scale);
  return fits || digits === '' ? text : undefined;
}`;
