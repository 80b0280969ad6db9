import type { TypeModel, ValueModel } from './model.js';
import { isEpoch } from './time-format.js';

/** A TypeScript type, read back from the text of json-schema-to-typescript. */
export type TypeText =
  | { readonly kind: 'literal'; readonly value: string | number | boolean }
  | { readonly kind: 'name'; readonly name: string }
  /** Any string, or number, beside the known ones of an open enum. */
  | { readonly kind: 'open'; readonly of: string }
  | { readonly kind: 'array'; readonly items: TypeText }
  | { readonly kind: 'map'; readonly values: TypeText }
  | { readonly kind: 'union'; readonly members: readonly TypeText[] };

/** The same, straight from the model: for tables, which need no compile. */
export function typeTextOf({ type, nullable }: ValueModel): TypeText {
  const text = plainTypeText(type);
  if (!nullable || type.kind === 'json') return text;
  return { kind: 'union', members: [...(text.kind === 'union' ? text.members : [text]), { kind: 'name', name: 'null' }] };
}

function plainTypeText(type: TypeModel): TypeText {
  switch (type.kind) {
    case 'string':
    case 'decimal':
      return { kind: 'name', name: 'string' };
    case 'number':
    case 'boolean':
    case 'bigint':
      return { kind: 'name', name: type.kind };
    case 'time':
      return { kind: 'name', name: isEpoch(type.format) ? 'number' : 'string' };
    case 'json':
      return { kind: 'name', name: 'unknown' };
    case 'enum': {
      const values = type.values.map((value): TypeText => ({ kind: 'literal', value }));
      return union(type.open ? [...values, { kind: 'open', of: typeof type.values[0] }] : values);
    }
    case 'object':
      return { kind: 'name', name: type.typeName };
    case 'record':
      return { kind: 'name', name: type.record.typeName };
    case 'array':
      return { kind: 'array', items: typeTextOf(type.items) };
    case 'map':
      return { kind: 'map', values: typeTextOf(type.values) };
    case 'union':
      return union(type.members.map(plainTypeText));
    case 'variants':
      return union(type.variants.map((variant) => plainTypeText(variant.object)));
  }
}

function union(members: readonly TypeText[]): TypeText {
  const flat = members.flatMap((member) => (member.kind === 'union' ? member.members : [member]));
  return flat.length === 1 && flat[0] !== undefined ? flat[0] : { kind: 'union', members: flat };
}

/** The type with its blanks filled: `word3` is the fourth of the words, `Shape3` the interface with the fourth of the names. */
export function filled(type: TypeText, words: readonly string[], names: readonly string[]): TypeText {
  switch (type.kind) {
    case 'literal':
      return typeof type.value === 'string' ? { ...type, value: blank(/^word(\d+)$/, type.value, words) } : type;
    case 'name':
      return { ...type, name: blank(/^Shape(\d+)$/, type.name, names) };
    case 'array':
      return { ...type, items: filled(type.items, words, names) };
    case 'map':
      return { ...type, values: filled(type.values, words, names) };
    case 'union':
      return { ...type, members: type.members.map((member) => filled(member, words, names)) };
    case 'open':
      return type;
  }
}

function blank(pattern: RegExp, text: string, texts: readonly string[]): string {
  const index = pattern.exec(text)?.[1];
  return index === undefined ? text : (texts[Number(index)] ?? text);
}

/** The types of the properties of each interface, in order. */
export function parseDeclarations(text: string): ReadonlyMap<string, readonly TypeText[]> {
  const tokens = new Tokens(text);
  const declarations = new Map<string, readonly TypeText[]>();
  while (!tokens.atEnd) {
    tokens.expect('export');
    tokens.expect('interface');
    const name = tokens.take();
    tokens.expect('{');
    const types: TypeText[] = [];
    while (!tokens.skip('}')) {
      tokens.take();
      tokens.expect(':');
      types.push(parseUnion(tokens));
    }
    declarations.set(name, types);
  }
  return declarations;
}

function parseUnion(tokens: Tokens): TypeText {
  const members = [parseArray(tokens)];
  while (tokens.skip('|')) members.push(parseArray(tokens));
  return union(members);
}

function parseArray(tokens: Tokens): TypeText {
  let type = parsePrimary(tokens);
  while (tokens.skip('[')) {
    tokens.expect(']');
    type = { kind: 'array', items: type };
  }
  return type;
}

function parsePrimary(tokens: Tokens): TypeText {
  const token = tokens.take();
  if (token === '(') {
    const inner = parseUnion(tokens);
    if (tokens.skip('&')) {
      tokens.expect('{');
      tokens.expect('}');
      tokens.expect(')');
      if (inner.kind !== 'name') throw new Error('only names can be open');
      return { kind: 'open', of: inner.name };
    }
    tokens.expect(')');
    return inner;
  }
  if (token === '{') {
    for (const sign of ['[', 'k', ':', 'string', ']', ':']) tokens.expect(sign);
    const values = parseUnion(tokens);
    tokens.expect('}');
    return { kind: 'map', values };
  }
  if (token.startsWith('"')) return { kind: 'literal', value: String(JSON.parse(token)) };
  if (/^-?\d/.test(token)) return { kind: 'literal', value: Number(token) };
  if (token === 'true' || token === 'false') return { kind: 'literal', value: token === 'true' };
  return { kind: 'name', name: token };
}

class Tokens {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(text: string) {
    this.#tokens = Array.from(
      text.matchAll(/\/\*[^]*?\*\/|("(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|[\w$]+|[^\s\w])/g),
      (match) => match[1] ?? '',
    ).filter((token) => token !== '');
  }

  get atEnd(): boolean {
    return this.#at >= this.#tokens.length;
  }

  take(): string {
    const token = this.#tokens[this.#at++];
    if (token === undefined) throw new Error('json-schema-to-typescript wrote something that ends early');
    return token;
  }

  skip(token: string): boolean {
    if (this.#tokens[this.#at] !== token) return false;
    this.#at++;
    return true;
  }

  expect(token: string): void {
    const found = this.take();
    if (found !== token)
      throw new Error(`json-schema-to-typescript wrote ${JSON.stringify(found)} where ${JSON.stringify(token)} was expected`);
  }
}
