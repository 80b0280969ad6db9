import {
  dedent,
  docText,
  escapeSign,
  HIDDEN,
  IDENTIFIER_NAME,
  indentFurtherLines,
  isIdentifier,
  markdownWords,
  quote,
  templateText,
  thousands,
  visible,
} from './code/text.js';

export { isIdentifier, thousands } from './code/text.js';

/**
 * Source text that is safe to print.
 *
 * Everything that reaches an emitted file is a `Code` value, and only this module makes one: the text written by us, in
 * a `code` template, and the values of a spec, through `literal`, `property`, `member`, `identifier` or `jsdoc`. A plain
 * string cannot be interpolated, so a spec cannot become code.
 */
export class Code {
  readonly text: string;
  /** The code that it was put together from. */
  readonly parts: readonly Code[];
  /** What it is made of itself: the text of a template, or a name. Nothing for values of a spec. */
  readonly source: TemplateStringsArray | Exported | string | undefined;

  private constructor(text: string, parts: readonly Code[], source: Code['source']) {
    this.text = text;
    this.parts = parts;
    this.source = source;
  }

  /** For this module only: every caller below has made its text safe. */
  static trusted(text: string, parts: readonly Code[] = [], source?: Code['source']): Code {
    return new Code(text, parts, source);
  }
}

/** A name that a file of the package declares, and others import. */
export interface Exported {
  readonly name: string;
  /** From the root of the package: `src/internal/cursor.ts`. */
  readonly file: string;
  readonly kind: 'value' | 'type';
  /** What the importing file calls it, where that is another name. */
  readonly as?: string;
}

/** A name of another file: the file that it stands in imports it. */
export function use(exported: Exported): Code {
  return Code.trusted(identifier(exported.as ?? exported.name).text, [], exported);
}

/** What may stand in a `code` template: code, or a list of it, printed one below the other. */
export type CodePart = Code | readonly Code[];

/**
 * Source text with holes for other code. A hole that stands alone on its line keeps that line's indentation for every
 * line it fills; one that is filled with nothing takes its line away.
 */
export function code(texts: TemplateStringsArray, ...parts: readonly CodePart[]): Code {
  const written = writtenTexts(texts);
  const lines: string[] = []; // whole ones, and what follows the last of them:
  let line = '';
  const put = (text: string): void => {
    const end = text.lastIndexOf('\n') + 1;
    if (end > 0) lines.push(line + text.slice(0, end));
    line = end > 0 ? text.slice(end) : line + text;
  };
  written.forEach((given, index) => {
    const part = parts[index - 1];
    let text = given;
    if (part !== undefined) {
      const filling = isCode(part) ? part.text : part.map((each) => each.text).join('\n');
      const alone = line.trim() === '' && (text === '' ? index === written.length - 1 : text.startsWith('\n'));
      if (alone && filling === '') {
        line = '';
        if (text.startsWith('\n')) text = text.slice(1);
        else lines.push((lines.pop() ?? '').replace(/\n$/, ''));
      } else {
        put(alone ? indentFurtherLines(filling, line) : filling);
      }
    }
    put(text);
  });
  return Code.trusted(lines.join('') + line, parts.flat(), texts);
}

/** The text between the holes of a template as it is printed: worked out once for every place in our source. */
export function writtenTexts(texts: TemplateStringsArray): readonly string[] {
  let written = known.get(texts);
  if (written === undefined) {
    written = dedent(texts.raw).map((raw) => raw.replace(/\\([`$\\])/g, '$1'));
    known.set(texts, written);
  }
  return written;
}

const known = new WeakMap<TemplateStringsArray, readonly string[]>();

/** The given pieces with `separator` between them. */
export function join(parts: readonly Code[], separator: ', ' | ' | ' | ' & ' | '\n' | '\n\n' | ' ' | '' | ' && ' | ' || '): Code {
  return Code.trusted(parts.map((part) => part.text).join(separator), parts);
}

/** Whether some code is one line of at most so many characters. */
export function fitsOneLine({ text }: Code, most: number): boolean {
  return text.length <= most && !text.includes('\n');
}

/** No text at all. */
export const nothing: Code = Code.trusted('');

export type LiteralValue =
  string | number | boolean | bigint | null | undefined | readonly LiteralValue[] | { readonly [key: string]: LiteralValue };

/** A member of an object literal: `records`, or `records: kept` where its value has another name. */
export function entry(name: string, value: Code): Code {
  return value.text === name ? value : code`${property(name)}: ${value}`;
}

/** A value as a TypeScript literal: quoted, escaped, and never able to end its own quotes. */
export function literal(value: LiteralValue): Code {
  return Code.trusted(literalText(value));
}

/** A regular expression literal. Throws on a pattern that is not one; the engine itself escapes what would end it. */
export function regex(pattern: string, flags: '' | 'u' = ''): Code {
  return Code.trusted(`/${new RegExp(pattern, flags).source.replace(HIDDEN, escapeSign)}/${flags}`);
}

/** A template literal of text, which is escaped, and code, which is interpolated; a plain literal when there is no code. */
export function template(parts: readonly (string | Code)[]): Code {
  if (parts.every((part) => typeof part === 'string')) return literal(parts.join(''));
  const texts = parts.map((part) => (typeof part === 'string' ? templateText(part) : `\${${part.text}}`));
  return Code.trusted(`\`${texts.join('')}\``, codeIn(parts));
}

function codeIn(parts: readonly (string | Code)[]): readonly Code[] {
  return parts.filter(isCode);
}

/** A template literal of several lines, each of text, which is escaped, and code, which is interpolated. */
export function templateLines(lines: readonly (readonly (string | Code)[])[]): Code {
  const texts = lines.map((line) => line.map((part) => (typeof part === 'string' ? templateText(part) : `\${${part.text}}`)).join(''));
  return Code.trusted(`\`${texts.join('\n')}\``, lines.flatMap(codeIn));
}

/** A `//` comment: what would end the line is taken out. */
export function lineComment(text: string): Code {
  return Code.trusted(`// ${visible(text).replace(/[\r\n\u2028\u2029]+/g, ' ')}`);
}

/** A whole number with its thousands apart: `60_000`. */
export function count(value: number): Code {
  return Code.trusted(thousands(value).replaceAll(',', '_'));
}

/** The name of a variable, type, function or class. Throws on anything that is not an unreserved ASCII identifier. */
export function identifier(name: string): Code {
  if (!isIdentifier(name)) throw new Error(`not an identifier: ${JSON.stringify(name)}`);
  return Code.trusted(name, [], name);
}

/** A key in an object literal, an interface or a class: bare where it can be, quoted where it must be. */
export function property(name: string): Code {
  if (name === '__proto__') return Code.trusted("['__proto__']"); // a quoted one would set the prototype
  return Code.trusted(IDENTIFIER_NAME.test(name) ? name : quote(name));
}

/** `object.name` or `object['odd name']`. */
export function member(object: Code, name: string): Code {
  return Code.trusted(IDENTIFIER_NAME.test(name) ? `${object.text}.${name}` : `${object.text}[${quote(name)}]`, [object]);
}

/** `object?.name` or `object?.['odd name']`. */
export function optionalMember(object: Code, name: string): Code {
  return Code.trusted(IDENTIFIER_NAME.test(name) ? `${object.text}?.${name}` : `${object.text}?.[${quote(name)}]`, [object]);
}

/**
 * A doc comment of the given paragraphs and tags, or nothing when there is no text. Text that would end the comment, or
 * start a tag of its own, is defused; `{@link X}` of our own is written with `docLink`.
 */
export function jsdoc(...paragraphs: readonly (string | Code | undefined)[]): Code {
  const texts = paragraphs
    .map((paragraph) => (paragraph instanceof Code ? paragraph.text : docText(paragraph ?? '')))
    .filter((text) => text !== '');
  if (texts.length === 0) return nothing;
  const lines = texts.flatMap((text, index) => (index === 0 ? text.split('\n') : ['', ...text.split('\n')]));
  if (lines.length === 1) return Code.trusted(`/** ${lines[0]} */`);
  return Code.trusted(['/**', ...lines.map((line) => (line === '' ? ' *' : ` * ${line}`)), ' */'].join('\n'));
}

/** Text for the inside of a comment, with nothing in it that could leave the comment. */
export function docWords(text: string): Code {
  return Code.trusted(docText(text));
}

/** Text for a Markdown page: no HTML, no live link, no fence of its own; `code` stays code. */
export function markdown(text: string): Code {
  const spans = visible(text)
    .replace(/\s+/g, ' ')
    .trim()
    .split(/(`[^`]+`)/);
  return Code.trusted(spans.map((span) => (/^`[^`]+`$/.test(span) ? markdownCode(span.slice(1, -1)).text : markdownWords(span))).join(''));
}

/** A word on a command line, quoted where a shell would not take it as it is. */
export function shellWord(text: string): Code {
  return Code.trusted(
    /^[A-Za-z0-9@._/-]+$/.test(text)
      ? text
      : `'${visible(text)
          .replace(/[\r\n\u2028\u2029]+/g, ' ')
          .replaceAll("'", `'\\''`)}'`,
  );
}

/** Text for an inline Markdown code span, in a table or out of it. */
export function markdownCode(text: string): Code {
  const shown = visible(text).replace(/\s+/g, ' ').replaceAll('`', "'").replaceAll('|', '\\|');
  return Code.trusted(`\`${shown === '' ? ' ' : shown}\``);
}

/** A fenced block of a Markdown page: no line of the text ends it. */
export function fenced(language: 'mermaid', text: string): Code {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return Code.trusted(`${fence}${language}\n${visible(text).trimEnd()}\n${fence}`);
}

/** A JSON document: two spaces, one trailing newline. */
export function json(value: unknown): Code {
  return Code.trusted(`${JSON.stringify(value, null, 2)}\n`);
}

/** The same on one line: a value in JSON, or in YAML. */
export function jsonLine(value: unknown): Code {
  return Code.trusted(JSON.stringify(value));
}

function isCode(value: unknown): value is Code {
  return value instanceof Code;
}

function literalText(value: LiteralValue): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (value === null || typeof value !== 'object') return String(value);
  if (isList(value)) return `[${value.map(literalText).join(', ')}]`;
  const entries = Object.entries(value).map(([key, each]) => `${property(key).text}: ${literalText(each)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

function isList(value: object): value is readonly LiteralValue[] {
  return Array.isArray(value);
}
