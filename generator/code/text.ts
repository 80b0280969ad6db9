/** How text is written so that it stays text, wherever it stands: between quotes, in a comment, on a page. */

/** Whether a name can be declared in strict, modern TypeScript. */
export function isIdentifier(name: string): boolean {
  return IDENTIFIER_NAME.test(name) && !RESERVED_WORDS.has(name);
}

export const IDENTIFIER_NAME = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/** Words that cannot be declared in strict mode, and the few that can but mislead. */
const RESERVED_WORDS: ReadonlySet<string> = new Set(
  (
    'abstract any arguments as asserts async await bigint boolean break case catch class const continue debugger declare ' +
    'default delete do else enum eval export extends false finally for from function get global if implements import in ' +
    'infer instanceof interface is keyof let module namespace never new null number object of package private protected ' +
    'public readonly require return set static string super switch symbol this throw true try type typeof undefined ' +
    'unique unknown using var void while with yield NaN Infinity'
  ).split(' '),
);

/** A number with its thousands apart: `60,000`. Whole ones by hand: to load the rules of a language takes longer than most of a run. */
export function thousands(value: number): string {
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) return value.toLocaleString('en-US', { maximumFractionDigits: 20 });
  const digits = String(Math.abs(value));
  const groups = [digits.slice(0, digits.length % 3)];
  for (let at = digits.length % 3; at < digits.length; at += 3) groups.push(digits.slice(at, at + 3));
  return `${value < 0 ? '-' : ''}${groups.filter((group) => group !== '').join(',')}`;
}

/** Single quotes, as prettier would: double ones only where they save escapes. */
export function quote(value: string): string {
  if (PLAIN.test(value)) return `'${value}'`;
  const body = JSON.stringify(value)
    .slice(1, -1)
    .replace(HIDDEN, escapeSign)
    .replace(/[\ud800-\udfff]/g, (sign, at: number, whole: string) =>
      isPaired(whole, at) ? sign : `\\u${sign.charCodeAt(0).toString(16)}`,
    );
  const singles = value.split("'").length - 1;
  const doubles = value.split('"').length - 1;
  if (singles > doubles) return `"${body}"`;
  return `'${body.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** Text that stands between quotes as it is. */
const PLAIN = /^[\w \-./:,;()[\]{}<>=+*?!@#%&|~^]*$/;

/** Text for a Markdown page, with no sign that means anything there. */
export function markdownWords(text: string): string {
  return text.replace(/[\\`*_{}[\]()<>#|!&~]/g, (sign) => (sign === '<' ? '&lt;' : sign === '&' ? '&amp;' : `\\${sign}`));
}

/** Text for the inside of a template literal. */
export function templateText(text: string): string {
  return JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replace(/[`$]/g, '\\$&').replace(HIDDEN, escapeSign);
}

/** Characters that a reader does not see, or that move others. */
export const HIDDEN = /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** `\u200b`. */
export function escapeSign(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function isPaired(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  const other = unit < 0xdc00 ? text.charCodeAt(at + 1) : text.charCodeAt(at - 1);
  return unit < 0xdc00 ? other >= 0xdc00 && other <= 0xdfff : other >= 0xd800 && other <= 0xdbff;
}

/** Text for the inside of a comment: nothing in it ends the comment, or begins a tag. */
export function docText(text: string): string {
  return visible(text)
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) =>
      line
        .replaceAll('*/', '*\\/')
        .replace(/^(\s*)@/, '$1\\@')
        .replaceAll('{@', '{\\@')
        .trimEnd(),
    )
    .join('\n')
    .trim();
}

/** Without the characters that hide or reorder what a reader sees. */
export function visible(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '');
}

/** Without the indentation that all lines of a template share, and without its first and last line where they are blank. */
export function dedent(raws: readonly string[]): readonly string[] {
  if (raws[0]?.startsWith('\n') !== true) return raws;
  const margins = raws.flatMap((raw, index) => {
    const lines = raw.split('\n').slice(1);
    return lines
      .filter((line, at) => line.trim() !== '' || (at === lines.length - 1 && index < raws.length - 1))
      .map((line) => /^ */.exec(line)?.[0].length ?? 0);
  });
  const margin = Math.min(...margins);
  return raws.map((raw, index) => {
    const text = raw.replaceAll(new RegExp(`\n {0,${margin}}`, 'g'), '\n');
    const opened = index === 0 ? text.slice(1) : text;
    return index === raws.length - 1 ? opened.replace(/\n *$/, '') : opened;
  });
}

/** Indents all lines but the first, and those that are blank. */
export function indentFurtherLines(text: string, indent: string): string {
  return text
    .split('\n')
    .map((line, index) => (index === 0 || line === '' ? line : indent + line))
    .join('\n');
}
