// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

/** A string, with the colon after it if it is a key; or a number, likewise. */
const TOKEN = /"[^"\\]*(?:\\[^][^"\\]*)*(?:"(\s*:)?|\\?$)|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(\s*:)?/g;

/**
 * `JSON.parse`, but for integers beyond 2^53 whose digits a number does not keep, and numbers beyond what it can be: they are
 * `bigint`. Texts without any, almost all, are read once, and their values looked at.
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
  return (
    !(Math.abs(value) < Infinity) ||
    (Math.abs(value) > Number.MAX_SAFE_INTEGER && !/[.eE]/.test(token) && String(value) !== token)
  );
}

/** The integer that a number is, in whatever notation; undefined for one that is none. */
function integerOf(token: string): bigint | undefined {
  const [, whole = '', digits = '', power = '0'] = /^(-?\d{1,1000})(?:\.(\d*))?(?:[eE]\+?(\d+))?$/.exec(token) ?? [];
  const fraction = digits.replace(/(?<!0)0+$/, '');
  const exponent = Number(power);
  return whole === '' || exponent > 999 || fraction.length > exponent
    ? undefined
    : BigInt(whole + fraction.padEnd(exponent, '0'));
}

function bigintOf(token: string): bigint {
  const value = integerOf(token);
  if (value === undefined) throw new SyntaxError('a number is beyond what can be read');
  return value;
}

/** `JSON.parse`, where `read` says what the marked numbers are. */
function parseMarked(
  text: string,
  isMarked: (token: string) => boolean,
  read: (object: object, key: string, token: string) => unknown,
): unknown {
  let some = false;
  // Marked numbers become strings that begin with #n; strings that begin with #, or could, begin with #s.
  const marked = text.replace(TOKEN, (token, key?: string, numberKey?: string) => {
    if (key !== undefined || numberKey !== undefined) return token;
    if (token.startsWith('"')) return /^"[#\\]/.test(token) ? `"#s${token.slice(1)}` : token;
    if (!isMarked(token)) return token;
    some = true;
    return `"#n${token}"`;
  });
  if (!some) return JSON.parse(text);
  return JSON.parse(marked, function (this: object, key: string, value: unknown) {
    if (typeof value !== 'string' || !value.startsWith('#')) return value;
    return value.startsWith('#s') ? value.slice(2) : read(this, key, value.slice(2));
  });
}
