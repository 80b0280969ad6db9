// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

/** What must not leave: secrets are registered by value, and taken out of messages, URLs, bodies and states. */
export class Secrets {
  readonly #values = new Map<string, readonly string[]>();
  #made: readonly Form[] | undefined;

  /** Registers a secret; an empty one is none. `name` is what states call it. Of the values of one name, the last eight are remembered. */
  add(name: string, value: string): void {
    const known = this.#values.get(name) ?? [];
    if (value === '' || known[0] === value) return;
    this.#values.set(name, [value, ...known.filter((each) => each !== value)].slice(0, 8));
    this.#made = undefined;
  }

  /** `text` with `***` for each secret, in whatever mix of encodings it stands there, and only then cut to `limit` characters. */
  redact(text: string, limit: number = Infinity): string {
    const most = limit * 100; // what begins before that is looked for with all the signs that may belong to it
    const longest = Math.max(0, ...this.#forms.map((form) => form.text.length));
    let shown = '';
    let end = 0;
    for (const { form, from, to } of this.#find(text.slice(0, most + 12 * longest))) {
      if (from >= most) break;
      const edge = form.how.some((each) => BASE64.includes(each)) ? 1 : 0; // signs that have some bits of the secret
      shown += `${text.slice(end, Math.max(end, from - (isBase64(text[from - 1]) ? edge : 0)))}***`;
      end = to + (isBase64(text[to]) ? edge : 0);
    }
    return (shown + text.slice(end, Math.max(end, most))).slice(0, limit);
  }

  /** A copy of a state in which a placeholder stands for each secret: `***apiKey***`. The API had put it into a link, or a cursor. */
  hide<State>(state: State): State {
    return mapTexts(state, (text, isKey) => {
      const isLink = /^\/|:\/\//.test(text);
      let hidden = '';
      let end = 0;
      for (const { form, from, to } of this.#find(text)) {
        if (isKey && to - from < 8) continue; // a short one stands in the names of a state by chance: what is called next must be called next
        const how = [...form.how, ...wrapping(form.text, text.slice(from, to), isLink)];
        if (isLink && how.at(-1) === 'url') how.splice(-1, 1, 'link');
        hidden += `${text.slice(end, from).replaceAll('***', '***=***')}***${[form.name, ...how].join('.')}***`;
        end = to;
      }
      return hidden + text.slice(end).replaceAll('***', '***=***');
    });
  }

  /** A copy of such a state with the secrets as they are now. What this client has not got stays a placeholder. */
  fill<State>(state: State): State {
    return mapTexts(state, (text) =>
      text.replace(/\*\*\*([\w=]+)((?:\.\w+)*)\*\*\*/g, (placeholder, name: string, how: string) => {
        const [secret] = this.#values.get(name) ?? [];
        return name === '=' ? '***' : secret === undefined ? placeholder : encoded(secret, how.split('.').slice(1));
      }),
    );
  }

  get #forms(): readonly Form[] {
    this.#made ??= [...this.#values].flatMap(([name, values]) => values.flatMap((value) => formsOf(name, value)));
    return this.#made;
  }

  /** Where secrets stand, in order; what overlaps is one place. */
  #find(text: string): readonly Found[] {
    if (this.#forms.every((form) => form.text.length > text.length)) return [];
    const { signs, starts } = unescaped(text);
    const raw = fold(text);
    const found = this.#forms.flatMap((form) => [
      ...placesOf(form.raw, raw).map((from) => ({ form, from, to: from + form.raw.length })),
      ...placesOf(form.signs, signs).map((at) => ({ form, from: starts(at), to: starts(at + form.signs.length) })),
    ]);
    const places: Found[] = [];
    for (const each of found.sort((one, other) => one.from - other.from || other.to - one.to)) {
      const last = places.at(-1);
      if (last === undefined || each.from >= last.to) places.push(each);
      else if (each.to > last.to) places.splice(-1, 1, { ...last, to: each.to });
    }
    return places;
  }
}

/** A way to write a secret. */
interface Form {
  readonly name: string;
  /** The encoders it went through: `['url', 'base64_1']`. */
  readonly how: readonly string[];
  readonly text: string;
  /** The text folded. */
  readonly raw: string;
  /** The text unescaped. */
  readonly signs: string;
}

interface Found {
  readonly form: Form;
  readonly from: number;
  readonly to: number;
}

/** What a secret is looked for as: as it is, in hex, in Base64, and in Base64 once more. Short ones stand everywhere by chance. */
function formsOf(name: string, value: string): readonly Form[] {
  const once = [[], ['json'], ['url']].flatMap((inside) => BASE64.map((alignment) => [...inside, alignment]));
  const twice = once.flatMap((inside) =>
    BASE64.flatMap((alignment) => [
      [...inside, alignment],
      [...inside, 'safe', alignment],
    ]),
  );
  const forms = new Map<string, Form>();
  for (const how of [[], ['hex'], ...once, ...twice]) {
    const text = encoded(value, how);
    if (forms.has(text) || text.length < 4 * how.filter((each) => each.startsWith('base64')).length) continue;
    forms.set(text, { name, how, text, raw: fold(text), signs: unescaped(text).signs.replace(/\\$/, '') });
  }
  return [...forms.values()];
}

const ENCODERS: Readonly<Record<string, (text: string) => string>> = {
  url: encodeURIComponent,
  link: encodeURIComponent,
  json: (text) => JSON.stringify(text).slice(1, -1),
  hex: (text) => Array.from(new TextEncoder().encode(text), (byte) => byte.toString(16).padStart(2, '0')).join(''),
  base64_0: (text) => base64At(text, 0),
  base64_1: (text) => base64At(text, 1),
  base64_2: (text) => base64At(text, 2),
  safe: (text) => text.replaceAll('+', '-').replaceAll('/', '_'),
};
const BASE64 = ['base64_0', 'base64_1', 'base64_2'];

/** The encoders that made `found` of `text`, as far as they can be told: what is peeled off layer by layer is put on again. */
function wrapping(text: string, found: string, isLink: boolean): readonly string[] {
  if (found === text) return isLink && encodeURIComponent(text) === text ? ['url'] : []; // the next secret may need it
  if (found === encoded(text, ['safe'])) return ['safe'];
  for (const [encoder, peel] of Object.entries(PEELERS)) {
    const inner = peel(found);
    if (inner.length < found.length) return [...wrapping(text, inner, false), encoder];
  }
  return [];
}

const PEELERS: Readonly<Record<string, (text: string) => string>> = {
  url: (text) => tried(decodeURIComponent, text),
  json: (text) => tried((inner) => String(JSON.parse(`"${inner}"`)), text),
};

function tried(change: (text: string) => string, text: string): string {
  try {
    return change(text);
  } catch {
    return text;
  }
}

function encoded(text: string, how: readonly string[]): string {
  return how.reduce((written, encoder) => ENCODERS[encoder]?.(written) ?? written, text);
}

/** The signs of a text in Base64 that stand for nothing else, when so many bytes stand before it. */
function base64At(text: string, before: number): string {
  const { length } = new TextEncoder().encode(text);
  return base64('\0'.repeat(before) + text).slice(Math.ceil((before * 8) / 6), Math.floor(((before + length) * 8) / 6));
}

function isBase64(sign: string | undefined): boolean {
  return sign !== undefined && /[\w+/-]/.test(sign);
}

/** A copy of a value with its texts changed; what is deeper than any state stays as it is. */
function mapTexts<Value>(value: Value, change: (text: string, isKey: boolean) => string): Value {
  const map = (inner: unknown, depth: number): unknown => {
    if (typeof inner === 'string') return change(inner, false);
    if (inner === null || typeof inner !== 'object' || depth > 32) return inner;
    if (Array.isArray(inner)) return inner.map((each) => map(each, depth + 1));
    return Object.fromEntries(Object.entries(inner).map(([key, each]) => [change(key, true), map(each, depth + 1)]));
  };
  return map(value, 0) as Value;
}

/** UTF-8 in Base64. */
export function base64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
}

function placesOf(form: string, text: string): readonly number[] {
  const places: number[] = [];
  if (form === '') return places;
  for (let at = text.indexOf(form); at !== -1; at = text.indexOf(form, at + form.length)) places.push(at);
  return places;
}

/** A text of the same length, in which signs are alike that servers write for one another: cases, twins of Base64, a space and its plus. */
function fold(text: string): string {
  return text
    .replaceAll('İ', 'i')
    .toLowerCase()
    .replace(/[ _\n\r\t-]/g, (sign) => TWINS[sign] ?? sign);
}

const TWINS: Readonly<Record<string, string>> = { ' ': '+', '-': '+', _: '/', '\n': 'n', '\r': 'r', '\t': 't' };

/**
 * A folded text with every escape undone, also one inside another: percent, JSON, JavaScript, HTML, UTF-8 by its bytes. `starts` says
 * where a sign began. Each sign is put once, and looked at with at most eleven before it: the time is in proportion to the text.
 */
function unescaped(text: string): { readonly signs: string; starts(at: number): number } {
  const folded = fold(text);
  if (!/[%&\\\u0080-\uffff]/.test(folded)) return { signs: folded, starts: (at) => at };
  const signs: string[] = [];
  const starts: number[] = [];
  const marks: number[] = []; // where an escape may have begun
  const cut = (length: number): void => {
    signs.length = length;
    starts.length = length;
    while ((marks.at(-1) ?? -1) >= length) marks.pop();
  };
  for (let at = 0; at < folded.length; at++) {
    let start = at;
    for (let rest = text[at] === 'U' ? 'U' : (folded[at] ?? ''); rest !== '';) {
      let sign = rest.charAt(0);
      rest = rest.slice(1);
      if (signs.at(-1) === '\\' && !/[ux]/i.test(sign)) {
        start = starts.at(-1) ?? start; // the backslash of an escaped sign
        cut(signs.length - 1);
      } else if (sign === 'U' && signs.at(-1) !== '\\') sign = 'u';
      if (sign >= '\x80' && sign <= '\xff') sign = byteSign(sign.charCodeAt(0));
      if (/[%&\\]/.test(sign)) marks.push(signs.length);
      signs.push(sign);
      starts.push(start);
      const begin = /[\udc80-\udcff]/.test(sign) ? Math.max(0, signs.length - 4) : (marks.at(-1) ?? 0);
      if (signs.length - begin > 12 || !/[\da-f;}\udc80-\udcbf]/.test(sign)) continue;
      const [spelling, meant] = escapeIn(signs.slice(begin).join(''));
      if (meant === '') continue;
      start = starts[signs.length - spelling.length] ?? start;
      cut(signs.length - spelling.length);
      rest = meant + rest;
    }
  }
  return { signs: fold(signs.join('')), starts: (at) => starts[at] ?? text.length };
}

/** The escape that these signs end with, and what it stands for; empty where they end with none. */
function escapeIn(signs: string): readonly [spelling: string, meant: string] {
  const [bytes] = UTF_8.exec(signs) ?? [];
  if (bytes !== undefined)
    return [bytes, fold(new TextDecoder().decode(Uint8Array.from(bytes, (sign) => sign.charCodeAt(0))))];
  const [spelling = '', byte, unit, hex, decimal, name] = ESCAPE.exec(signs) ?? [];
  if (byte !== undefined) {
    const code = parseInt(byte, 16);
    return [spelling, code < 128 ? fold(String.fromCharCode(code)) : byteSign(code)];
  }
  if (unit !== undefined) return [spelling, fold(String.fromCharCode(parseInt(unit, 16)))];
  const point = hex === undefined ? Number(decimal) : parseInt(hex, 16);
  const meant = name === undefined ? String.fromCodePoint(point <= 0x10ffff ? point : 0xfffd) : NAMED[name];
  return spelling === '' ? ['', ''] : [spelling, fold(meant ?? '')];
}

const ESCAPE =
  /^(?:(?:%|\\x)([\da-f]{2})|[%\\]u([\da-f]{4})|(?:\\U(?=[\da-f]{8}$)|\\u\{(?=[\da-f]+\}$)|&#x(?=[\da-f]+;$))([\da-f]{1,8})[};]?|&#(\d{1,8});|&(amp|lt|gt|quot|apos);)$/;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Bytes from 128 on are put as signs that no text has for itself, until they are a character in UTF-8. */
const UTF_8 = /(?:[\udcc2-\udcdf]|[\udce0-\udcef][\udc80-\udcbf]|[\udcf0-\udcf4][\udc80-\udcbf]{2})[\udc80-\udcbf]$/;

function byteSign(code: number): string {
  return String.fromCharCode(0xdc00 + code);
}
