import type { XmlElements } from '../model/xml.js';
import type { JsonValue } from '../shape.js';
import { exactDigits } from './exact.js';

/** Documents as text: what the emitted `src/internal/xml.ts` reads. */

interface Element {
  readonly name: string;
  readonly path: string;
  readonly members: Record<string, JsonValue | JsonValue[]>;
  holds: boolean;
  text: string;
}

const START = /<([^\s/>=<"'&?!][^\s/>=<"'&]*)/y;
const CLOSE = /<\/([^\s/>=<"'&?!][^\s/>=<"'&]*)\s*>/y;
const NAME = /\s+([^\s/>=<"'&]+)/y;
const VALUE = /\s*=\s*("[^"]*"|'[^']*')/y;
const END = /\s*(\/?)>/y;

const CDATA = '<![CDATA[';
const PASSED = [
  ['<!--', '-->'],
  ['<?', '?>'],
  [CDATA, ']]>'],
] as const;

function matched(pattern: RegExp, text: string, at: number): readonly (string | undefined)[] {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? [];
}

/** What a document holds; undefined where it is none that is read. */
export function parseXml(text: string, elements: XmlElements): JsonValue | undefined {
  const places = { lists: new Set(elements.lists), objects: new Set(elements.objects), texts: new Set(elements.texts) };
  const open: Element[] = [{ name: '', path: '', members: {}, holds: false, text: '' }];
  let at = 0;
  const put = ({ name, path, members, holds, text: said }: Element): void => {
    const parent = open.at(-1);
    if (parent === undefined) return;
    for (const list of elements.lists)
      if (list.slice(0, list.lastIndexOf('.')) === path && list.includes('.') && !Object.hasOwn(members, list.slice(path.length + 1)))
        members[list.slice(path.length + 1)] = [];
    const isText = !places.objects.has(path) && !holds && (Object.keys(members).length === 0 || places.texts.has(path));
    const words = said.trim();
    if (!isText && words !== '') members['#text'] = words;
    const value = members['@xsi:nil'] === 'true' ? null : isText ? words : members;
    const there = Object.hasOwn(parent.members, name) ? parent.members[name] : undefined;
    parent.holds = true;
    if (Array.isArray(there)) (there as JsonValue[]).push(value);
    else parent.members[name] = places.lists.has(path) ? [value] : there === undefined ? value : [there, value];
  };
  while (at < text.length) {
    const element = open.at(-1);
    const next = text.indexOf('<', at);
    const words = decoded(text.slice(at, next === -1 ? text.length : next));
    if (element === undefined || words === undefined) return undefined;
    element.text += words;
    if (next === -1) break;
    const passed = PASSED.find(([start]) => text.startsWith(start, next));
    if (passed !== undefined) {
      const [start, end] = passed;
      const found = text.indexOf(end, next + start.length);
      if (found === -1) return undefined;
      if (start === CDATA) element.text += text.slice(next + start.length, found);
      at = found + end.length;
      continue;
    }
    const [tag, name] = matched(START, text, next);
    const [closing, closed] = matched(CLOSE, text, next);
    if ((tag ?? closing) === undefined || name === '__proto__') return undefined;
    at = next + (tag ?? closing ?? '').length;
    if (closed !== undefined) {
      if (open.length === 1 || closed !== element.name) return undefined;
      open.pop();
      put(element);
    }
    if (name === undefined) continue;
    const made: Element = { name, path: element.path === '' ? name : `${element.path}.${name}`, members: {}, holds: false, text: '' };
    for (;;) {
      const [named, key = ''] = matched(NAME, text, at);
      if (named === undefined) break;
      const [rest = '', quoted = ''] = matched(VALUE, text, at + named.length);
      const value = decoded(quoted.slice(1, -1));
      if (value === undefined || rest === '') return undefined;
      if (key !== 'xmlns' && !key.startsWith('xmlns:')) made.members[`@${key}`] = value;
      at += named.length + rest.length;
    }
    const [end, empty] = matched(END, text, at);
    if (end === undefined) return undefined;
    at += end.length;
    if (empty === '/') put(made);
    else open.push(made);
  }
  const [document, ...more] = open;
  return document === undefined || more.length > 0 || Object.keys(document.members).length !== 1 ? undefined : document.members;
}

function decoded(text: string): string | undefined {
  let known = true;
  const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
  const all = text.replace(/&(?:(#x[\da-f]{1,6}|#\d{1,7}|[a-z][a-z\d]{0,40});)?/gi, (_reference, name: string | undefined) => {
    const point = name?.startsWith('#x') === true ? Number.parseInt(name.slice(2), 16) : Number(name?.slice(1));
    const sign = name === undefined ? undefined : (signs[name] ?? (point <= 0x10ffff ? String.fromCodePoint(point) : undefined));
    known &&= sign !== undefined;
    return sign ?? '';
  });
  return known ? all : undefined;
}

/** A document of what is in it: one element. What is null is left out. */
export function writeXml(document: JsonValue): string {
  const [[name, value] = ['document', '']] = isObject(document) ? Object.entries(document) : [];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(name, value)}\n`;
}

function element(name: string, value: JsonValue): string {
  if (value === null) return '';
  if (Array.isArray(value))
    return (value as readonly JsonValue[]).map((each) => (each === null ? `<${name} xsi:nil="true"/>` : element(name, each))).join('');
  if (!isObject(value)) return `<${name}>${escaped(textOf(value))}</${name}>`;
  const entries = Object.entries(value);
  const attributes = entries.flatMap(([key, each]) =>
    key.startsWith('@') && each !== null ? [` ${key.slice(1)}="${escaped(textOf(each))}"`] : [],
  );
  const words = value['#text'] === undefined || value['#text'] === null ? '' : escaped(textOf(value['#text']));
  const inside = entries.filter(([key]) => !/^[@#]/.test(key)).map(([key, each]) => element(key, each));
  return `<${name}${attributes.join('')}>${words}${inside.join('')}</${name}>`;
}

function textOf(value: JsonValue): string {
  return exactDigits(value) ?? (typeof value === 'string' ? value : JSON.stringify(value));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function isObject(value: JsonValue): value is { readonly [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
