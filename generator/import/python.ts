import type { JsonValue } from '../shape.js';
import type { Pointer } from './pointer.js';

export type ParsedPython =
  | { readonly ok: true; readonly value: JsonValue; readonly offsetOf: (pointer: Pointer) => number | undefined }
  | { readonly ok: false; readonly reason: string; readonly offset: number };

type JsonObject = { readonly [key: string]: JsonValue };

/** What a literal has in place of a value that only running the program tells: its source. */
export const CODE = '$code';
/** The name of a secret, in place of its value. */
export const SECRET = '$secret';
/** The name of a value that the user configures. */
export const CONFIG = '$config';

/**
 * The configuration in a Python file: the first dict literal with `client` and `resources`. Constants that the module sets to
 * a literal stand for their values; whatever else is no literal becomes a mark with its source.
 */
export function parsePython(text: string): ParsedPython {
  const constants = new Map<string, JsonValue>();
  for (const match of text.matchAll(/^([A-Za-z_]\w*)[ \t]*(?::[^=\n\r\u2028\u2029]+)?=[ \t]*(?=["'[{(\d\-TFN])/gm)) {
    const reader = new Reader(text, match.index + match[0].length, constants);
    const value = reader.whole();
    if (value !== undefined && !hasCode(value)) constants.set(match[1] ?? '', value);
  }
  let furthest = { reason: 'it has no dict with "client" and "resources" in it', offset: 0 };
  for (const match of text.matchAll(/\{/g)) {
    const reader = new Reader(text, match.index, constants);
    const value = reader.whole();
    if (value === undefined) {
      if (
        reader.failed !== undefined &&
        reader.failed.offset > furthest.offset &&
        /["']client["']/.test(text.slice(match.index, match.index + 400))
      )
        furthest = reader.failed;
      continue;
    }
    if (isObject(value) && Object.hasOwn(value, 'client') && Object.hasOwn(value, 'resources'))
      return { ok: true, value, offsetOf: (pointer) => reader.offsetOf(pointer) };
  }
  return { ok: false, ...furthest };
}

function hasCode(value: JsonValue): boolean {
  return JSON.stringify(value).includes(`"${CODE}"`);
}

class Failure extends Error {}

/** Reads one Python expression as a literal, with the places of its parts. */
class Reader {
  failed: { readonly reason: string; readonly offset: number } | undefined;
  readonly #text: string;
  readonly #constants: ReadonlyMap<string, JsonValue>;
  readonly #places = new Map<string, number>();
  #at: number;
  #depth = 0;

  constructor(text: string, start: number, constants: ReadonlyMap<string, JsonValue>) {
    this.#text = text;
    this.#at = start;
    this.#constants = constants;
  }

  whole(): JsonValue | undefined {
    try {
      return this.#value([]);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.failed = { reason: error.message, offset: this.#at };
      return undefined;
    }
  }

  offsetOf(pointer: Pointer): number | undefined {
    for (let length = pointer.length; length >= 0; length--) {
      const found = this.#places.get(JSON.stringify(pointer.slice(0, length)));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #value(pointer: Pointer): JsonValue {
    this.#blank();
    if (++this.#depth > 100) throw new Failure('it is nested too deep');
    this.#places.set(JSON.stringify(pointer), this.#at);
    const start = this.#at;
    const value = this.#operand(pointer);
    this.#blank();
    this.#depth--;
    if (value !== undefined && this.#isEnd()) return value;
    this.#at = start;
    return this.#code();
  }

  /** A literal; undefined for what is none. */
  #operand(pointer: Pointer): JsonValue | undefined {
    const sign = this.#text[this.#at] ?? '';
    if (sign === '{') return this.#dict(pointer);
    if (sign === '[') return this.#list(pointer, ']');
    if (sign === '(') return this.#parenthesis(pointer);
    const quote = /^([rRbBuU]{0,2})("""|'''|"|')/.exec(this.#text.slice(this.#at, this.#at + 5));
    if (quote !== null) return this.#texts();
    const number = /^-?(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?/.exec(this.#text.slice(this.#at, this.#at + 50));
    if (number !== null) {
      this.#at += number[0].length;
      return Number(number[0].replaceAll('_', ''));
    }
    const word = /^[A-Za-z_]\w*/.exec(this.#text.slice(this.#at, this.#at + 200))?.[0];
    if (word === undefined) return undefined;
    const known = WORDS.get(word) ?? this.#constants.get(word);
    if (known === undefined && word !== 'None') return undefined;
    this.#at += word.length;
    return known ?? null;
  }

  #dict(pointer: Pointer): JsonValue {
    this.#at++;
    const members: [string, JsonValue][] = [];
    for (;;) {
      this.#blank();
      if (this.#text[this.#at] === '}') break;
      if (this.#text.startsWith('**', this.#at)) {
        this.#at += 2;
        const inner = this.#value([...pointer, '**']);
        if (!isObject(inner) || Object.hasOwn(inner, CODE)) throw new Failure('what "**" spreads is not known');
        members.push(...Object.entries(inner));
      } else {
        const key = this.#value([...pointer, '']);
        if (typeof key !== 'string' && typeof key !== 'number') throw new Failure('a key is no text');
        this.#blank();
        if (this.#text[this.#at] !== ':') throw new Failure('expected ":"');
        this.#at++;
        members.push([String(key), this.#value([...pointer, String(key)])]);
      }
      this.#blank();
      if (this.#text[this.#at] === ',') this.#at++;
      else if (this.#text[this.#at] !== '}') throw new Failure('expected "," or "}"');
    }
    this.#at++;
    return Object.fromEntries(members);
  }

  #list(pointer: Pointer, end: string): JsonValue {
    this.#at++;
    const items: JsonValue[] = [];
    for (;;) {
      this.#blank();
      if (this.#text[this.#at] === end) break;
      items.push(this.#value([...pointer, items.length]));
      this.#blank();
      if (this.#text[this.#at] === ',') this.#at++;
      else if (this.#text[this.#at] !== end) throw new Failure(`expected "," or "${end}"`);
    }
    this.#at++;
    return items;
  }

  /** A value in parentheses, or a tuple. */
  #parenthesis(pointer: Pointer): JsonValue {
    const start = this.#at;
    const items = this.#list(pointer, ')');
    const isTuple = /,\s*\)$/.test(this.#text.slice(start, this.#at)) || (Array.isArray(items) && items.length !== 1);
    return isTuple || !Array.isArray(items) ? items : (items[0] ?? null);
  }

  /** Texts that stand beside each other are one. */
  #texts(): JsonValue {
    let joined = '';
    for (;;) {
      const found = /^([rRbBuU]{0,2})("""|'''|"|')/.exec(this.#text.slice(this.#at, this.#at + 5));
      if (found === null) return joined;
      const [head, prefix = '', quote = ''] = found;
      const end = this.#endOfText(this.#at + head.length, quote);
      const raw = this.#text.slice(this.#at + head.length, end);
      joined += /r/i.test(prefix) ? raw : unescaped(raw);
      this.#at = end + quote.length;
      this.#blank();
    }
  }

  #endOfText(start: number, quote: string): number {
    let at = start;
    while (at < this.#text.length && !this.#text.startsWith(quote, at)) {
      if (quote.length === 1 && this.#text[at] === '\n') throw new Failure('a text does not end on its line');
      at += this.#text[at] === '\\' ? 2 : 1;
    }
    if (at >= this.#text.length) throw new Failure('a text does not end');
    return at;
  }

  /** Whatever is no literal, up to the comma or bracket after it. */
  #code(): JsonValue {
    const start = this.#at;
    const open: string[] = [];
    while (this.#at < this.#text.length) {
      const sign = this.#text[this.#at] ?? '';
      const quote = /^("""|'''|"|')/.exec(this.#text.slice(this.#at, this.#at + 3))?.[0];
      if (quote !== undefined) {
        this.#at = this.#endOfText(this.#at + quote.length, quote) + quote.length;
        continue;
      }
      if (open.length === 0 && /[,}\])]/.test(sign)) break;
      if (open.length === 0 && sign === ':' && !/\blambda\b/.test(afterColon(this.#text.slice(start, this.#at)))) break;
      if (/[([{]/.test(sign)) open.push(sign);
      if (/[)\]}]/.test(sign)) open.pop();
      if (sign === '#') this.#comment();
      else this.#at++;
    }
    const source = this.#text.slice(start, this.#at).trim();
    if (source === '') throw new Failure('a value is missing');
    return markOf(source);
  }

  #isEnd(): boolean {
    return this.#at >= this.#text.length || /[,}\]):\n]/.test(this.#text[this.#at] ?? '') || this.#depth === 0;
  }

  #blank(): void {
    while (this.#at < this.#text.length) {
      const sign = this.#text[this.#at] ?? '';
      if (sign === '#') this.#comment();
      else if (/\s|\\/.test(sign)) this.#at++;
      else return;
    }
  }

  #comment(): void {
    const end = this.#text.indexOf('\n', this.#at);
    this.#at = end === -1 ? this.#text.length : end + 1;
  }
}

const WORDS: ReadonlyMap<string, JsonValue> = new Map<string, JsonValue>([
  ['True', true],
  ['False', false],
]);

/** What code says that can be known: the name of a secret, or of an option. */
function markOf(source: string): JsonObject {
  const secret = /^dlt\.secrets(?:\[["']([^"']+)["']\]|\.get\(["']([^"']+)["'].*\)|\.value)$/s.exec(source);
  if (secret !== null) return { [SECRET]: lastPart(secret[1] ?? secret[2] ?? 'token') };
  const config = /^dlt\.config(?:\[["']([^"']+)["']\]|\.get\(["']([^"']+)["'].*\)|\.value)$/s.exec(source);
  if (config !== null) return { [CONFIG]: lastPart(config[1] ?? config[2] ?? 'value') };
  const env = /^os\.(?:getenv\(|environ(?:\.get\(|\[))["'](\w+)["'].*[)\]]$/s.exec(source);
  if (env !== null) return { [/key|token|secret|password/i.test(env[1] ?? '') ? SECRET : CONFIG]: (env[1] ?? '').toLowerCase() };
  if (/^[A-Za-z_]\w*$/.test(source) && /(?:token|key|secret|password)$/i.test(source)) return { [SECRET]: source.toLowerCase() };
  return { [CODE]: source };
}

function lastPart(name: string): string {
  return name.split('.').at(-1) ?? name;
}

function unescaped(text: string): string {
  return text.replace(/\\(\n|x[\da-fA-F]{2}|u[\da-fA-F]{4}|.)/gs, (_, sign: string) => {
    if (sign === '\n') return '';
    if (/^[xu]../.test(sign)) return String.fromCharCode(Number.parseInt(sign.slice(1), 16));
    return SIGNS.get(sign) ?? (/["'\\]/.test(sign) ? sign : `\\${sign}`);
  });
}

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
]);

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function afterColon(text: string): string {
  return text.slice(text.lastIndexOf(':') + 1);
}
