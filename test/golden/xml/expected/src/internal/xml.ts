// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { LibraryResponseError, type ReadPosition } from '../errors.ts';
import type { Format } from './http.ts';

/** What elements are whose number or content does not tell, by their places in the document: `feed.entry`. */
export interface Elements {
  /** Those that are lists, however often they come. */
  readonly lists: readonly string[];
  /** Those that are objects, even where they hold text alone: it is their `#text`. */
  readonly objects?: readonly string[];
  /** Those that are text: what attributes they have is passed over. */
  readonly texts?: readonly string[];
}

/**
 * Bodies that are XML documents. An element is its text, or an object: of its attributes (`@name`), of the elements in it, and of the
 * text among them (`#text`). Document types, and with them all entities but those of XML itself, are refused.
 */
export function xml({ lists, objects = [], texts = [] }: Elements): Format {
  const inside = new Map<string, string[]>();
  for (const path of lists) {
    const end = path.lastIndexOf('.');
    const parent = path.slice(0, Math.max(end, 0));
    inside.set(parent, [...(inside.get(parent) ?? []), path.slice(end + 1)]);
  }
  const places = { lists: new Set(lists), objects: new Set(objects), texts: new Set(texts), inside };
  return {
    code: 'not_xml',
    types: /^(?!.*xhtml).*(?:xml|octet-stream|gzip)/i,
    parse: (text, place) => new Reader(text, place, places).read(),
  };
}

interface Places {
  readonly lists: ReadonlySet<string>;
  readonly objects: ReadonlySet<string>;
  readonly texts: ReadonlySet<string>;
  /** The lists in an element, by its place. */
  readonly inside: ReadonlyMap<string, readonly string[]>;
}

interface Element {
  readonly name: string;
  readonly path: string;
  readonly members: Record<string, unknown>;
  /** Whether there are elements in it. */
  holds: boolean;
  text: string;
}

class Reader {
  readonly #text: string;
  readonly #place: ReadPosition;
  readonly #places: Places;
  readonly #open: Element[] = [{ name: '', path: '', members: {}, holds: false, text: '' }];
  #at = 0;

  constructor(text: string, place: ReadPosition, places: Places) {
    this.#text = text;
    this.#place = place;
    this.#places = places;
  }

  read(): unknown {
    while (this.#at < this.#text.length) {
      const [element] = this.#open.slice(-1);
      if (element === undefined) break;
      const next = this.#text.indexOf('<', this.#at);
      element.text += this.#decoded(this.#at, next === -1 ? this.#text.length : next);
      if (next === -1) break;
      this.#at = next;
      if (this.#skips('<!--', '-->') || this.#skips('<?', '?>')) continue;
      const start = this.#at + '<![CDATA['.length;
      if (this.#skips('<![CDATA[', ']]>')) element.text += this.#text.slice(start, this.#at - 3);
      else if (this.#text.startsWith('<!', this.#at))
        throw this.#refusal('not_xml', 'a document type, which is refused');
      else if (this.#text.startsWith('</', this.#at)) this.#close(element);
      else this.#start();
    }
    const [document, ...more] = this.#open;
    if (document === undefined || more.length > 0)
      throw this.#refusal('malformed_body', `the document ends inside <${more.at(-1)?.name ?? ''}>`);
    if (document.text.trim() !== '' || Object.keys(document.members).length !== 1)
      throw this.#refusal('malformed_body', 'not one element');
    return document.members;
  }

  /** Passes over what begins and ends so, if it is next. */
  #skips(start: string, end: string): boolean {
    if (!this.#text.startsWith(start, this.#at)) return false;
    const close = this.#text.indexOf(end, this.#at + start.length);
    if (close === -1) throw this.#refusal('malformed_body', `${start} has no end`);
    this.#at = close + end.length;
    return true;
  }

  #start(): void {
    const { lists } = this.#places;
    this.#at++;
    const name = this.#name();
    const parent = this.#open.at(-1);
    const outer = parent?.path ?? '';
    const element: Element = {
      name,
      path: outer === '' ? name : `${outer}.${name}`,
      members: {},
      holds: false,
      text: '',
    };
    if (this.#open.length === 1 && Object.keys(parent?.members ?? {}).length > 0 && !lists.has(name))
      throw this.#refusal('malformed_body', 'more than one element');
    for (;;) {
      const spaces = this.#spaces();
      if (this.#text.startsWith('/>', this.#at)) {
        this.#at += 2;
        this.#put(element);
        return;
      }
      if (this.#text[this.#at] === '>') {
        this.#at++;
        this.#open.push(element);
        return;
      }
      if (spaces === 0) throw this.#refusal('malformed_body', `<${name}> is not well-formed`);
      this.#attribute(element);
    }
  }

  #attribute({ name: owner, members }: Element): void {
    const name = this.#name();
    this.#spaces();
    const sign = this.#text[this.#at++];
    this.#spaces();
    const quote = this.#text[this.#at++];
    const end = quote === '"' || quote === "'" ? this.#text.indexOf(quote, this.#at) : -1;
    if (sign !== '=' || end === -1 || Object.hasOwn(members, `@${name}`))
      throw this.#refusal('malformed_body', `${name} of <${owner}> is not well-formed`);
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) members[`@${name}`] = this.#decoded(this.#at, end);
    this.#at = end + 1;
  }

  #close(element: Element): void {
    this.#at += 2;
    const name = this.#name();
    this.#spaces();
    if (this.#open.length === 1 || name !== element.name || this.#text[this.#at++] !== '>')
      throw this.#refusal('malformed_body', `</${name}> closes nothing`);
    this.#open.pop();
    this.#put(element);
  }

  /** Gives an element that has ended to the one around it. */
  #put({ name, path, members, holds, text }: Element): void {
    const { lists, objects, texts, inside } = this.#places;
    const [parent] = this.#open.slice(-1);
    if (parent === undefined) return;
    for (const list of inside.get(path) ?? []) if (!Object.hasOwn(members, list)) members[list] = [];
    const isText = !objects.has(path) && !holds && (Object.keys(members).length === 0 || texts.has(path));
    const words = text.trim();
    if (!isText && words !== '') members['#text'] = words;
    const value = members['@xsi:nil'] === 'true' ? null : isText ? words : members;
    const there = Object.hasOwn(parent.members, name) ? parent.members[name] : undefined;
    parent.holds = true;
    if (Array.isArray(there)) there.push(value);
    else parent.members[name] = lists.has(path) ? [value] : there === undefined ? value : [there, value];
  }

  #name(): string {
    const [name = ''] = this.#matched(NAME);
    if (name === '') throw this.#refusal('malformed_body', 'a name is missing');
    if (name === '__proto__') throw this.#refusal('not_xml', 'an element that is called __proto__');
    this.#at += name.length;
    return name;
  }

  /** Passes over white space, and says how much there was. */
  #spaces(): number {
    const [spaces = ''] = this.#matched(SPACES);
    this.#at += spaces.length;
    return spaces.length;
  }

  #matched(pattern: RegExp): readonly string[] {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#text) ?? [];
  }

  /** A part of the text, with what its references stand for. */
  #decoded(start: number, end: number): string {
    const text = this.#text.slice(start, end);
    if (!text.includes('&')) return text;
    return text.replace(REFERENCE, (reference, name: string | undefined) => {
      if (name === undefined) throw this.#refusal('malformed_body', 'an & that begins no reference');
      const known = SIGNS.get(name);
      if (known !== undefined) return known;
      const point = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      if (!name.startsWith('#') || !(point <= 0x10ffff))
        throw this.#refusal('not_xml', `${reference}, which is refused`);
      return String.fromCodePoint(point);
    });
  }

  #refusal(code: 'not_xml' | 'malformed_body', what: string): LibraryResponseError {
    const line = this.#text.slice(0, this.#at).split('\n').length;
    return new LibraryResponseError(this.#place, code, `line ${line}: ${what}`);
  }
}

const NAME = /[^\s/>=<"'&]*/y;
const SPACES = /\s*/y;
const REFERENCE = /&(?:(#x[\da-f]{1,6}|#\d{1,7}|[a-z][a-z\d]{0,40});)?/gi;
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);
