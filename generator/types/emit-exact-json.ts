import { code, join, regex, type Code } from '../code.js';
import type { RecordsContext } from './context.js';
import type { FileScope } from './file-scope.js';
import { DECIMAL_DIGITS, INTEGER_DIGITS } from './patterns.js';

/**
 * `src/internal/exact-json.ts`: reads JSON without losing digits. Numbers are what `JSON.parse` makes of them, and `bigint` where that
 * would change them: integers beyond 2^53, and what overflows. `keepsDigits`: some record has `bigint` or `decimal` fields,
 * which fetch the digits of every number.
 */
export function emitExactJson(
  { header, writesJson, movesDigits }: RecordsContext,
  scopes: readonly FileScope[],
  keepsDigits: boolean,
): Code {
  const readers = [
    ...(scopes.some((scope) => scope.helpers.has('exactBigint')) ? [BIGINT] : []),
    ...(scopes.some((scope) => scope.helpers.has('exactDecimal') || scope.helpers.has('sizedDecimal')) ? [DECIMAL] : []),
    ...(scopes.some((scope) => scope.helpers.has('sizedDecimal')) ? [SIZED] : []),
  ];
  return code`${header}

/** A string, with the colon after it if it is a key; or a number, likewise. */
const TOKEN = /"[^"\\\\]*(?:\\\\[^][^"\\\\]*)*(?:"(\\s*:)?|\\\\?$)|-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?(\\s*:)?/g;

/**
 * \`JSON.parse\`, but for integers beyond 2^53 whose digits a number does not keep, and numbers beyond what it can be: they are
 * \`bigint\`. Texts without any, almost all, are read once, and their values looked at.
 */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  return holdsBig(value, 500) ? parseMarked(text, isBig, (_object, _key, token) => bigintOf(token)) : value;
}

/** Whether there is a number beyond 2^53, of which digits may be lost. What is more levels deep is refused anyway. */
function holdsBig(value: unknown, levels: number): boolean {
  if (typeof value === 'number') return !(Math.abs(value) <= Number.MAX_SAFE_INTEGER);
  if (typeof value !== 'object' || value === null || levels === 0) return false;
  if (Array.isArray(value)) {
    for (const item of value) if (holdsBig(item, levels - 1)) return true;
  } else for (const key in value) if (holdsBig(value[key as keyof typeof value], levels - 1)) return true;
  return false;
}

/** Whether a number would become another one: integers, and what is infinite. Other digits beyond the 17th are noise. */
export function isBig(token: string): boolean {
  const value = Number(token);
  return !(Math.abs(value) < Infinity) || (Math.abs(value) > Number.MAX_SAFE_INTEGER && !/[.eE]/.test(token) && String(value) !== token);
}

/** The integer that a number is, in whatever notation; undefined for one that is none. */
function integerOf(token: string): bigint | undefined {
  const [, whole = '', digits = '', power = '0'] = /^(-?\\d{1,1000})(?:\\.(\\d*))?(?:[eE]\\+?(\\d+))?$/.exec(token) ?? [];
  const fraction = digits.replace(/(?<!0)0+$/, '');
  const exponent = Number(power);
  return whole === '' || exponent > 999 || fraction.length > exponent ? undefined : BigInt(whole + fraction.padEnd(exponent, '0'));
}

function bigintOf(token: string): bigint {
  const value = integerOf(token);
  if (value === undefined) throw new SyntaxError('a number is beyond what can be read');
  return value;
}

/** \`JSON.parse\`, where \`read\` says what the marked numbers are. */
function parseMarked(text: string, isMarked: (token: string) => boolean, read: (object: object, key: string, token: string) => unknown): unknown {
  let some = false;
  // Marked numbers become strings that begin with #n; strings that begin with #, or could, begin with #s.
  const marked = text.replace(TOKEN, (token, key?: string, numberKey?: string) => {
    if (key !== undefined || numberKey !== undefined) return token;
    if (token.startsWith('"')) return /^"[#\\\\]/.test(token) ? \`"#s\${token.slice(1)}\` : token;
    if (!isMarked(token)) return token;
    some = true;
    return \`"#n\${token}"\`;
  });
  if (!some) return JSON.parse(text);
  return JSON.parse(marked, function (this: object, key: string, value: unknown) {
    if (typeof value !== 'string' || !value.startsWith('#')) return value;
    return value.startsWith('#s') ? value.slice(2) : read(this, key, value.slice(2));
  });
}

${join([...(writesJson ? [WRITING] : []), ...(keepsDigits ? [KEEPING] : []), ...(keepsDigits && movesDigits ? [MOVING] : []), ...readers], '\n\n')}
`;
}

const WRITING = code`/** \`JSON.stringify\`, but \`bigint\` becomes the number that it was. */
export function stringifyJson(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    const marked = JSON.stringify(value, (_key, each: unknown) =>
      typeof each === 'bigint' ? \`#n\${each}\` : typeof each === 'string' && each.startsWith('#') ? \`#s\${each}\` : each,
    );
    return marked.replace(TOKEN, (token, key?: string) => {
      if (key !== undefined || !token.startsWith('"#')) return token;
      return token.startsWith('"#n') ? token.slice(3, -1) : \`"\${token.slice(3)}\`;
    });
  }
}`;

const KEEPING = code`/** The digits of the numbers that a double cannot hold as they were written, by the object and key they stand at. */
const digits = new WeakMap<object, Map<string, string>>();

/** \`parseJson\`, but the fields that need every digit find them. Costs a scan of the text; a second one where digits would be lost. */
export function parseExactJson(text: string): unknown {
  const isMarked = (token: string): boolean => String(Number(token)) !== token || Math.abs(Number(token)) > Number.MAX_SAFE_INTEGER;
  return parseMarked(text, isMarked, (object, key, token) => {
    const written = digits.get(object) ?? new Map<string, string>();
    digits.set(object, written.set(key, token));
    return isBig(token) ? bigintOf(token) : Number(token);
  });
}`;

const MOVING = code`/** Lets a number that is put at another place keep the digits that it was written with. */
export function keepDigits(from: object, key: string, to: object, as: string): void {
  const token = digits.get(from)?.get(key);
  if (token !== undefined) digits.set(to, (digits.get(to) ?? new Map<string, string>()).set(as, token));
}`;

const BIGINT = code`/** The integer at \`object[key]\`, sent as a number or as text; nothing if it is none, or its digits are lost. */
export function exactBigint(object: object, key: string | number): bigint | undefined {
  const value: unknown = Reflect.get(object, key);
  if (typeof value === 'bigint') return value;
  if (Number.isSafeInteger(value)) return BigInt(Number(value));
  if (typeof value === 'string') return ${regex(INTEGER_DIGITS)}.test(value) ? BigInt(value) : undefined;
  return integerOf(digits.get(object)?.get(String(key)) ?? '');
}`;

const DECIMAL = code`/** The digits of the number at \`object[key]\`, sent as a number or as text; nothing if it is none, or its digits are lost. */
export function exactDecimal(object: object, key: string | number): string | undefined {
  const value: unknown = Reflect.get(object, key);
  const safe = typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER;
  const text = typeof value === 'string' ? value : (digits.get(object)?.get(String(key)) ?? (safe ? String(value) : undefined));
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
