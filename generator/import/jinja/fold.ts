import type { JsonValue } from '../../shape.js';
import { isList, isObject } from '../values.js';
import type { Expression } from './ast.js';

/** A place under a name: `config['start_date']` is config and start_date. */
export interface Place {
  readonly root: string;
  readonly path: readonly (string | number)[];
}

/**
 * The place that an expression looks up, however it is spelt: `a.b`, `a['b']`, `a.get('b')`, `a.get('b', {}).get('c')`, with
 * parentheses and filters that change nothing. undefined: it is more than a look-up.
 */
export function placeOf(expression: Expression): Place | undefined {
  switch (expression.kind) {
    case 'name':
      return { root: expression.name, path: [] };
    case 'member': {
      const outer = placeOf(orNothing(expression.of));
      const key = constantOf(expression.key);
      return outer === undefined || (typeof key !== 'string' && typeof key !== 'number')
        ? undefined
        : { ...outer, path: [...outer.path, key] };
    }
    case 'call': {
      const { of, args } = expression;
      if (of.kind !== 'member' || constantOf(of.key) !== 'get' || args.length < 1 || args.length > 2) return undefined;
      const [key, otherwise] = args;
      if (otherwise !== undefined && !isNothing(otherwise)) return undefined;
      const outer = placeOf(orNothing(of.of));
      const name = key === undefined ? undefined : constantOf(key);
      return outer === undefined || typeof name !== 'string' ? undefined : { ...outer, path: [...outer.path, name] };
    }
    case 'filter':
      return ['string', 'trim', 'int', 'safe'].includes(expression.name) && expression.args.length === 0
        ? placeOf(expression.of)
        : undefined;
    default:
      return undefined;
  }
}

/** `(a.b or {})`, of which something is looked up: the same as of `a.b`. */
function orNothing(expression: Expression): Expression {
  return expression.kind === 'binary' && expression.operator === 'or' && isNothing(expression.right) ? expression.left : expression;
}

/** `{}`, `[]`, `''`, none: what stands for nothing. */
export function isNothing(expression: Expression): boolean {
  if (expression.kind === 'dict') return expression.entries.length === 0;
  if (expression.kind === 'list') return expression.items.length === 0;
  return expression.kind === 'literal' && (expression.value === null || expression.value === '' || expression.value === false);
}

/** The value of an expression that depends on nothing; undefined for any other. */
export function constantOf(expression: Expression): JsonValue | undefined {
  return valueOf(expression, () => undefined);
}

/** What `valueOf` looks names up with; undefined: it is not known. */
export type Lookup = (place: Place) => JsonValue | undefined;

/** The value of an expression where every name in it is known, as Jinja and Python would have it; undefined for any other. */
export function valueOf(expression: Expression, lookup: Lookup): JsonValue | undefined {
  const place = expression.kind === 'literal' ? undefined : placeOf(expression);
  if (place !== undefined) return lookup(place);
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'not': {
      const value = valueOf(expression.of, lookup);
      return value === undefined ? undefined : !isTrue(value);
    }
    case 'negative': {
      const value = valueOf(expression.of, lookup);
      return typeof value === 'number' ? -value : undefined;
    }
    case 'if': {
      const test = valueOf(expression.test, lookup);
      if (test === undefined) return undefined;
      const chosen = isTrue(test) ? expression.then : expression.otherwise;
      return chosen === undefined ? '' : valueOf(chosen, lookup);
    }
    case 'list': {
      const items = expression.items.map((each) => valueOf(each, lookup));
      return items.some((each) => each === undefined) ? undefined : items.filter((each) => each !== undefined);
    }
    case 'dict': {
      const entries = expression.entries.map(([key, value]) => [valueOf(key, lookup), valueOf(value, lookup)] as const);
      if (entries.some(([key, value]) => typeof key !== 'string' || value === undefined)) return undefined;
      return Object.fromEntries(entries.map(([key, value]) => [String(key), value ?? null]));
    }
    case 'member': {
      const [of, key] = [valueOf(expression.of, lookup), valueOf(expression.key, lookup)];
      if (isList(of) && typeof key === 'number') return of.at(key) ?? null;
      return isObject(of) && typeof key === 'string' && Object.hasOwn(of, key) ? of[key] : undefined;
    }
    case 'binary':
      return binary(expression, lookup);
    case 'test': {
      const value = valueOf(expression.of, lookup);
      if (value === undefined) return undefined;
      if (expression.name === 'defined') return value !== null;
      if (expression.name === 'none') return value === null;
      return expression.name === 'string' ? typeof value === 'string' : undefined;
    }
    case 'filter':
      return filtered(expression, lookup);
    case 'call':
      return called(expression, lookup);
    default:
      return undefined;
  }
}

function binary({ operator, left, right }: Expression & { readonly kind: 'binary' }, lookup: Lookup): JsonValue | undefined {
  const a = valueOf(left, lookup);
  if (a === undefined) return undefined;
  if (operator === 'and' && !isTrue(a)) return a;
  if (operator === 'or' && isTrue(a)) return a;
  const b = valueOf(right, lookup);
  if (b === undefined) return undefined;
  switch (operator) {
    case 'and':
    case 'or':
      return b;
    case '==':
      return JSON.stringify(a) === JSON.stringify(b);
    case '!=':
      return JSON.stringify(a) !== JSON.stringify(b);
    case 'in':
    case 'not in': {
      const has =
        typeof b === 'string'
          ? b.includes(String(a))
          : isList(b)
            ? b.some((each) => JSON.stringify(each) === JSON.stringify(a))
            : isObject(b) && Object.hasOwn(b, String(a));
      return operator === 'in' ? has : !has;
    }
    case '~':
      return `${textOf(a)}${textOf(b)}`;
    case '+':
      if (typeof a === 'string' && typeof b === 'string') return a + b;
      return typeof a === 'number' && typeof b === 'number' ? a + b : undefined;
    default:
      if (operator === '%' && typeof a === 'string') return formatted(a, isList(b) ? b : [b]);
      return typeof a === 'number' && typeof b === 'number' ? arithmetic(operator, a, b) : undefined;
  }
}

/** `'a=%s' % b` */
function formatted(text: string, values: readonly JsonValue[]): string | undefined {
  let index = 0;
  const made = text.replace(/%[sd]/g, () => textOf(values[index++] ?? ''));
  return index === values.length && !made.includes('%(') ? made : undefined;
}

function arithmetic(operator: string, a: number, b: number): JsonValue | undefined {
  switch (operator) {
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    case '//':
      return Math.floor(a / b);
    case '%':
      return a % b;
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
    default:
      return undefined;
  }
}

function filtered({ name, of, args }: Expression & { readonly kind: 'filter' }, lookup: Lookup): JsonValue | undefined {
  const value = valueOf(of, lookup);
  if (name === 'default' || name === 'd') {
    if (value === undefined) return undefined;
    if (value !== null && !(args.length > 1 && !isTrue(value))) return value;
    return args[0] === undefined ? '' : valueOf(args[0], lookup);
  }
  if (value === undefined) return undefined;
  if (name === 'lower' && typeof value === 'string') return value.toLowerCase();
  if (name === 'upper' && typeof value === 'string') return value.toUpperCase();
  if (name === 'trim' && typeof value === 'string') return value.trim();
  if (name === 'string') return textOf(value);
  if (name === 'int' && /^-?\d+$/.test(String(value))) return Number(value);
  if (name === 'length' && (typeof value === 'string' || isList(value))) return value.length;
  if (name === 'tojson') return JSON.stringify(value);
  if (name === 'join' && isList(value))
    return value.map(textOf).join(String(args[0] === undefined ? '' : (valueOf(args[0], lookup) ?? '')));
  return undefined;
}

function called({ of, args }: Expression & { readonly kind: 'call' }, lookup: Lookup): JsonValue | undefined {
  if (of.kind !== 'member') return undefined;
  const method = constantOf(of.key);
  const value = valueOf(of.of, lookup);
  if (method === 'get' && args.length === 2) {
    const place = placeOf({ kind: 'member', of: of.of, key: args[0] ?? { kind: 'literal', value: '' } });
    const found = place === undefined ? undefined : lookup(place);
    if (found === undefined) return undefined;
    return found ?? (args[1] === undefined ? null : valueOf(args[1], lookup));
  }
  const given = args.map((each) => valueOf(each, lookup));
  const [items] = given;
  if (method === 'join' && typeof value === 'string' && isList(items)) return items.map(textOf).join(value);
  if (typeof value !== 'string' || given.some((each) => each === undefined)) return undefined;
  const [first, second] = given;
  if (method === 'format') return formattedBraces(value, given);
  if (method === 'lower') return value.toLowerCase();
  if (method === 'upper') return value.toUpperCase();
  if (method === 'strip' && first === undefined) return value.trim();
  if (method === 'startswith') return value.startsWith(String(first));
  if (method === 'endswith') return value.endsWith(String(first));
  if (method === 'replace' && first !== undefined && second !== undefined) return value.replaceAll(String(first), String(second));
  if (method === 'split') return value.split(String(first));
  return undefined;
}

/** `'https://{}/'.format(x)` */
function formattedBraces(text: string, values: readonly (JsonValue | undefined)[]): string {
  let index = 0;
  return text.replace(/\{(\d*)\}/g, (_, at: string) => textOf(values[at === '' ? index++ : Number(at)] ?? ''));
}

/** Python's truth. */
function isTrue(value: JsonValue): boolean {
  if (isList(value)) return value.length > 0;
  if (isObject(value)) return Object.keys(value).length > 0;
  return value !== null && value !== false && value !== 0 && value !== '';
}

function textOf(value: JsonValue): string {
  if (typeof value === 'string') return value;
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'number' ? String(value) : JSON.stringify(value);
}
