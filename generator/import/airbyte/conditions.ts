import type { JsonValue } from '../../shape.js';
import type { Expression } from '../jinja/ast.js';
import { constantOf, isNothing, placeOf, type Place } from '../jinja/fold.js';
import { parseTemplate } from '../jinja/parse.js';

/** What a condition asks, as far as a spec can ask it. */
export type Condition =
  /** There is nothing at a place: null, missing, empty or false. */
  | { readonly kind: 'nothing'; readonly place: Place }
  | { readonly kind: 'something'; readonly place: Place }
  | { readonly kind: 'compare'; readonly place: Place; readonly operator: string; readonly value: JsonValue }
  | { readonly kind: 'compare places'; readonly left: Place; readonly operator: string; readonly right: Place }
  | { readonly kind: 'always'; readonly value: boolean }
  | { readonly kind: 'or' | 'and'; readonly of: readonly Condition[] };

/** The one expression of a template such as `{{ not response.next }}`; undefined for any other. */
export function onlyExpression(text: string): Expression | undefined {
  const template = parseTemplate(text.trim());
  const [only, ...more] = 'reason' in template ? [] : template.filter((part) => typeof part !== 'string' || part.trim() !== '');
  return typeof only === 'object' && more.length === 0 ? only : undefined;
}

/** What an expression asks; undefined where it is more than that. */
export function conditionOf(expression: Expression): Condition | undefined {
  const constant = constantOf(expression);
  if (typeof constant === 'boolean') return { kind: 'always', value: constant };
  switch (expression.kind) {
    case 'not': {
      const inner = conditionOf(expression.of);
      return inner === undefined ? undefined : opposite(inner);
    }
    case 'binary':
      return binary(expression.operator, expression.left, expression.right);
    case 'test': {
      const place = placeOf(expression.of);
      if (place === undefined) return undefined;
      if (expression.name === 'none') return { kind: 'nothing', place };
      if (expression.name === 'defined') return { kind: 'something', place };
      if (expression.name === 'false') return { kind: 'compare', place, operator: '==', value: false };
      return expression.name === 'true' ? { kind: 'compare', place, operator: '==', value: true } : undefined;
    }
    case 'filter':
      return expression.name === 'length' || expression.name === 'bool' ? conditionOf(expression.of) : simple(expression);
    case 'if': {
      // `x if x else y`: whether there is x
      const [test, otherwise] = [conditionOf(expression.test), expression.otherwise];
      const then = constantOf(expression.then);
      const last = otherwise === undefined ? false : constantOf(otherwise);
      if (test !== undefined && then === true && last === false) return test;
      return test !== undefined && then === false && last === true ? opposite(test) : undefined;
    }
    default:
      return simple(expression);
  }
}

function simple(expression: Expression): Condition | undefined {
  const place = placeOf(expression);
  return place === undefined ? undefined : { kind: 'something', place };
}

function binary(operator: string, left: Expression, right: Expression): Condition | undefined {
  if (operator === 'or' || operator === 'and') {
    // `a or {}` is a look-up that may find nothing
    if (operator === 'or' && isNothing(right)) return conditionOf(left);
    const [a, b] = [conditionOf(left), conditionOf(right)];
    return a === undefined || b === undefined ? undefined : { kind: operator, of: [a, b] };
  }
  if (operator === 'in' || operator === 'not in') {
    const key = constantOf(left);
    const outer = placeOf(right);
    if (typeof key === 'string' && outer !== undefined && ['response', 'headers'].includes(outer.root))
      return { kind: operator === 'in' ? 'something' : 'nothing', place: { ...outer, path: [...outer.path, key] } };
    const list = constantOf(right);
    const place = placeOf(left);
    return place !== undefined && Array.isArray(list) ? { kind: 'compare', place, operator, value: list } : undefined;
  }
  const counted = lengthOf(left);
  const value = constantOf(right);
  if (counted !== undefined && typeof value === 'number') return countCondition(counted, operator, value);
  const [place, other] = [placeOf(left), placeOf(right)];
  if (place !== undefined && value !== undefined) {
    if (value === null || value === '')
      return operator === '==' || operator === 'is' ? { kind: 'nothing', place } : { kind: 'something', place };
    return { kind: 'compare', place, operator, value };
  }
  const first = constantOf(left);
  if (other !== undefined && first !== undefined)
    return { kind: 'compare', place: other, operator: FLIPPED.get(operator) ?? operator, value: first };
  return place !== undefined && other !== undefined ? { kind: 'compare places', left: place, operator, right: other } : undefined;
}

const FLIPPED: ReadonlyMap<string, string> = new Map([
  ['<', '>'],
  ['<=', '>='],
  ['>', '<'],
  ['>=', '<='],
]);

/** `x | length`, `len(x)` */
function lengthOf(expression: Expression): Place | undefined {
  if (expression.kind === 'filter' && ['length', 'count'].includes(expression.name)) return placeOf(expression.of);
  const [only] = expression.kind === 'call' && expression.of.kind === 'name' && expression.of.name === 'len' ? expression.args : [];
  return only === undefined ? undefined : placeOf(only);
}

function countCondition(place: Place, operator: string, value: number): Condition | undefined {
  if ((operator === '==' && value === 0) || (operator === '<' && value === 1) || (operator === '<=' && value === 0))
    return { kind: 'nothing', place };
  if ((operator === '!=' && value === 0) || (operator === '>' && value === 0) || (operator === '>=' && value === 1))
    return { kind: 'something', place };
  return undefined;
}

function opposite(condition: Condition): Condition | undefined {
  switch (condition.kind) {
    case 'nothing':
      return { ...condition, kind: 'something' };
    case 'something':
      return { ...condition, kind: 'nothing' };
    case 'always':
      return { ...condition, value: !condition.value };
    case 'or':
    case 'and': {
      const inner = condition.of.map(opposite);
      return inner.some((each) => each === undefined)
        ? undefined
        : { kind: condition.kind === 'or' ? 'and' : 'or', of: inner.filter((each) => each !== undefined) };
    }
    default: {
      const operator = OPPOSITE.get(condition.operator);
      return operator === undefined ? undefined : { ...condition, operator };
    }
  }
}

const OPPOSITE: ReadonlyMap<string, string> = new Map([
  ['==', '!='],
  ['!=', '=='],
  ['is', '!='],
  ['<', '>='],
  ['>=', '<'],
  ['>', '<='],
  ['<=', '>'],
  ['in', 'not in'],
  ['not in', 'in'],
]);
