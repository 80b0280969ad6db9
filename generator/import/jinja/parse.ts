import type { JsonValue } from '../../shape.js';
import type { Expression, Template, Unread } from './ast.js';

/**
 * Reads a template. Names that `{% set … %}` gives stand for what they were given; other statements are code. As Jinja does, it leaves a line
 * break at the end out: a block of YAML has one.
 */
export function parseTemplate(source: string): Template | Unread {
  const text = source.replace(/\r?\n$/, '');
  const parts: (string | Expression)[] = [];
  const given = new Map<string, Expression>();
  let at = 0;
  while (at < text.length) {
    const open = text.slice(at).search(/\{\{|\{%|\{#/);
    if (open === -1) break;
    if (open > 0) parts.push(text.slice(at, at + open));
    at += open;
    const set = /^\{%-?\s*set\s+([A-Za-z_]\w*)\s*=/.exec(text.slice(at, at + 200));
    if (set !== null && given.size < MOST_NAMES) {
      const expression = new ExpressionReader(text, at + set[0].length, given).whole('%}');
      if ('reason' in expression) return expression;
      given.set(set[1] ?? '', expression.value);
      at = expression.end;
      while (/\s/.test(text[at] ?? '')) at++;
      continue;
    }
    if (text.startsWith('{%', at)) return { reason: 'a statement of Jinja' };
    if (text.startsWith('{#', at)) {
      const end = text.indexOf('#}', at);
      if (end === -1) return { reason: 'a comment that does not end' };
      at = end + 2;
      continue;
    }
    const reader = new ExpressionReader(text, at + 2 + (text[at + 2] === '-' ? 1 : 0), given);
    const expression = reader.whole();
    if ('reason' in expression) return expression;
    parts.push(expression.value);
    at = expression.end;
  }
  if (at < text.length) parts.push(text.slice(at));
  return parts;
}

/** Each may be used twice in the next one: so many are read in no time. */
const MOST_NAMES = 10;

class Failure extends Error {}

/** What binds how tight: the operators of one row bind alike. */
const BINARY: readonly (readonly string[])[] = [
  ['or'],
  ['and'],
  ['==', '!=', '<=', '>=', '<', '>', 'in', 'not in', 'is'],
  ['~'],
  ['+', '-'],
  ['*', '//', '/', '%'],
];

/** A parser by recursive descent. The file is longer than others, since the levels of a grammar call each other. */
class ExpressionReader {
  readonly #text: string;
  readonly #given: ReadonlyMap<string, Expression>;
  #at: number;
  #depth = 0;

  constructor(text: string, start: number, given: ReadonlyMap<string, Expression>) {
    this.#text = text;
    this.#given = given;
    this.#at = start;
  }

  whole(end: '}}' | '%}' = '}}'): { readonly value: Expression; readonly end: number } | Unread {
    try {
      const value = this.#conditional();
      this.#blank();
      const close = (end === '}}' ? /^-?\}\}/ : /^-?%\}/).exec(this.#text.slice(this.#at, this.#at + 3));
      if (close === null) throw new Failure(`unexpected "${this.#text.slice(this.#at, this.#at + 12)}"`);
      return { value, end: this.#at + close[0].length };
    } catch (error) {
      if (error instanceof Failure) return { reason: error.message };
      throw error;
    }
  }

  #conditional(): Expression {
    if (++this.#depth > 200) throw new Failure('it is nested too deep');
    const then = this.#binary(0);
    let value = then;
    if (this.#word('if')) {
      const test = this.#binary(0);
      value = { kind: 'if', test, then, otherwise: this.#word('else') ? this.#conditional() : undefined };
    }
    this.#depth--;
    return value;
  }

  #binary(level: number): Expression {
    const operators = BINARY[level];
    if (operators === undefined) return this.#unary();
    let left = level === 2 ? this.#not(level) : this.#binary(level + 1);
    for (;;) {
      const operator = this.#operator(operators);
      if (operator === undefined) return left;
      if (operator === 'is') left = this.#test(left);
      else left = { kind: 'binary', operator, left, right: this.#binary(level + 1) };
    }
  }

  /** `not` stands before a comparison. */
  #not(level: number): Expression {
    if (!this.#word('not')) return this.#binary(level + 1);
    const negated = this.#not(level);
    const operators = BINARY[level] ?? [];
    const operator = this.#operator(operators);
    if (operator === undefined) return { kind: 'not', of: negated };
    const whole: Expression =
      operator === 'is' ? this.#test(negated) : { kind: 'binary', operator, left: negated, right: this.#binary(level + 1) };
    return { kind: 'not', of: whole };
  }

  /** `is defined`, `is not none`, `is divisibleby(3)` */
  #test(of: Expression): Expression {
    const isNegated = this.#word('not');
    const name = this.#name();
    const args = this.#peek() === '(' ? this.#arguments().args : [];
    const test: Expression = { kind: 'test', name: name.toLowerCase(), of, args };
    return isNegated ? { kind: 'not', of: test } : test;
  }

  #operator(operators: readonly string[]): string | undefined {
    this.#blank();
    for (const operator of operators) {
      if (/^[a-z]/.test(operator)) {
        const words = operator.split(' ');
        const before = this.#at;
        if (words.every((word) => this.#word(word))) return operator;
        this.#at = before;
        continue;
      }
      const longer =
        operator.length === 1 &&
        /[<>=!*/]/.test(operator) &&
        /[=/]/.test(this.#text[this.#at + 1] ?? '') &&
        this.#text[this.#at] === operator &&
        operator !== '*';
      if (
        this.#text.startsWith(operator, this.#at) &&
        !longer &&
        !(operator === '%' && this.#text[this.#at + 1] === '}') &&
        !(operator === '-' && /^-\}\}/.test(this.#text.slice(this.#at, this.#at + 3)))
      ) {
        this.#at += operator.length;
        return operator;
      }
    }
    return undefined;
  }

  #unary(): Expression {
    this.#blank();
    if (this.#peek() === '-') {
      this.#at++;
      return { kind: 'negative', of: this.#unary() };
    }
    if (this.#peek() === '+') this.#at++;
    return this.#postfix(this.#primary());
  }

  #postfix(start: Expression): Expression {
    let value = start;
    for (;;) {
      this.#blank();
      const sign = this.#peek();
      if (sign === '.') {
        this.#at++;
        const digits = /^\d+/.exec(this.#text.slice(this.#at, this.#at + 20));
        if (digits !== null) this.#at += digits[0].length;
        value = { kind: 'member', of: value, key: { kind: 'literal', value: digits === null ? this.#name() : Number(digits[0]) } };
      } else if (sign === '[') value = this.#subscript(value);
      else if (sign === '(') value = { kind: 'call', of: value, ...this.#arguments() };
      else if (sign === '|') {
        this.#at++;
        this.#blank();
        const name = this.#name();
        this.#blank();
        value = { kind: 'filter', name, of: value, args: this.#peek() === '(' ? this.#arguments().args : [] };
      } else return value;
    }
  }

  #subscript(of: Expression): Expression {
    this.#at++;
    this.#blank();
    const from = this.#peek() === ':' ? undefined : this.#conditional();
    this.#blank();
    if (this.#peek() !== ':') {
      this.#expect(']');
      return { kind: 'member', of, key: from ?? { kind: 'literal', value: null } };
    }
    this.#at++;
    this.#blank();
    const to = this.#peek() === ']' ? undefined : this.#conditional();
    this.#expect(']');
    return { kind: 'slice', of, from, to };
  }

  #arguments(): { readonly args: readonly Expression[]; readonly named: readonly (readonly [string, Expression])[] } {
    this.#expect('(');
    const args: Expression[] = [];
    const named: (readonly [string, Expression])[] = [];
    for (this.#blank(); this.#peek() !== ')'; this.#blank()) {
      const name = /^([A-Za-z_]\w*)\s*=(?!=)/.exec(this.#text.slice(this.#at, this.#at + 100));
      if (name !== null) {
        this.#at += name[0].length;
        named.push([name[1] ?? '', this.#conditional()]);
      } else args.push(this.#conditional());
      this.#blank();
      if (this.#peek() === ',') this.#at++;
      else if (this.#peek() !== ')') throw new Failure('expected ")"');
    }
    this.#at++;
    return { args, named };
  }

  #primary(): Expression {
    this.#blank();
    const sign = this.#peek();
    if (sign === '"' || sign === "'") return { kind: 'literal', value: this.#texts() };
    if (sign === '(') return this.#parenthesis();
    if (sign === '[') return { kind: 'list', items: this.#items('[', ']') };
    if (sign === '{') return this.#dict();
    const number = /^(?:\d[\d_]*)(?:\.\d+)?(?:[eE][+-]?\d+)?/.exec(this.#text.slice(this.#at, this.#at + 40));
    if (number !== null) {
      this.#at += number[0].length;
      return { kind: 'literal', value: Number(number[0].replaceAll('_', '')) };
    }
    const name = this.#name();
    const constant = CONSTANTS.get(name);
    if (constant !== undefined || /^none$/i.test(name)) return { kind: 'literal', value: constant ?? null };
    return this.#given.get(name) ?? { kind: 'name', name };
  }

  #parenthesis(): Expression {
    const start = this.#at;
    const items = this.#items('(', ')');
    const [only] = items;
    if (items.length === 1 && only !== undefined && !/,\s*\)$/.test(this.#text.slice(start, this.#at))) return only;
    return { kind: 'list', items };
  }

  #items(open: string, close: string): readonly Expression[] {
    this.#expect(open);
    const items: Expression[] = [];
    for (this.#blank(); this.#peek() !== close; this.#blank()) {
      items.push(this.#conditional());
      this.#blank();
      if (this.#peek() === ',') this.#at++;
      else if (this.#peek() !== close) throw new Failure(`expected "${close}"`);
    }
    this.#at++;
    return items;
  }

  #dict(): Expression {
    this.#expect('{');
    const entries: (readonly [Expression, Expression])[] = [];
    for (this.#blank(); this.#peek() !== '}'; this.#blank()) {
      const key = this.#conditional();
      this.#expect(':');
      entries.push([key, this.#conditional()]);
      this.#blank();
      if (this.#peek() === ',') this.#at++;
      else if (this.#peek() !== '}') throw new Failure('expected "}"');
    }
    this.#at++;
    return { kind: 'dict', entries };
  }

  /** Texts beside each other are one. */
  #texts(): JsonValue {
    let joined = '';
    for (;;) {
      const quote = this.#peek();
      if (quote !== '"' && quote !== "'") return joined;
      let at = this.#at + 1;
      while (at < this.#text.length && this.#text[at] !== quote) at += this.#text[at] === '\\' ? 2 : 1;
      if (at >= this.#text.length) throw new Failure('a text does not end');
      joined += this.#text
        .slice(this.#at + 1, at)
        .replace(/\\(.)/gs, (_, sign: string) => (sign === 'n' ? '\n' : sign === 't' ? '\t' : sign));
      this.#at = at + 1;
      this.#blank();
    }
  }

  #name(): string {
    this.#blank();
    const name = /^[A-Za-z_]\w*/.exec(this.#text.slice(this.#at, this.#at + 200))?.[0];
    if (name === undefined) throw new Failure(`unexpected "${this.#text.slice(this.#at, this.#at + 12)}"`);
    this.#at += name.length;
    return name;
  }

  #word(word: string): boolean {
    this.#blank();
    if (!this.#text.startsWith(word, this.#at) || /\w/.test(this.#text[this.#at + word.length] ?? '')) return false;
    this.#at += word.length;
    return true;
  }

  #expect(sign: string): void {
    this.#blank();
    if (this.#text[this.#at] !== sign) throw new Failure(`expected "${sign}"`);
    this.#at++;
  }

  #peek(): string {
    return this.#text[this.#at] ?? '';
  }

  #blank(): void {
    while (/\s/.test(this.#text[this.#at] ?? '')) this.#at++;
  }
}

const CONSTANTS: ReadonlyMap<string, JsonValue> = new Map<string, JsonValue>([
  ['true', true],
  ['True', true],
  ['false', false],
  ['False', false],
]);
