import type { JsonValue } from './shape.js';

/** Nothing that we read has more lists and objects inside each other. */
const MOST_LEVELS = 200;

/**
 * `JSON.parse` for what others wrote: with or without a byte order mark. What is so deep that looking through it could exhaust the stack is
 * a `SyntaxError` like what is no JSON.
 */
export function parseJson(text: string): JsonValue {
  const value: JsonValue = JSON.parse(text.replace(/^\ufeff/, ''));
  const open: (readonly [value: JsonValue, level: number])[] = [[value, 0]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [inside, level] = next;
    if (typeof inside !== 'object' || inside === null) continue;
    if (level === MOST_LEVELS) throw new SyntaxError(`lists and objects are inside each other more than ${MOST_LEVELS} deep`);
    for (const inner of Object.values(inside)) if (typeof inner === 'object') open.push([inner, level + 1]);
  }
  return value;
}
