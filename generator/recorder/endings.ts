import type { JsonValue } from '../shape.js';
import { isList, isObject, type Answer } from './answers.js';

/**
 * Last pages for a read whose end only a `next` hook knows, likeliest first: the API's own last answer, changed to say that nothing
 * follows. Which of them ends the read, a replay tells.
 */
export function endings(answer: Answer): readonly Answer[] {
  const { body, headers } = answer;
  const content = Object.fromEntries(Object.entries(headers).filter(([name]) => name === 'content-type'));
  const variants = (given: JsonValue | undefined): readonly Answer[] =>
    NOTHING_FOLLOWS.map((words) => ({ ...answer, headers: content, body: given === undefined ? undefined : said(given, words, 0) }));
  return [{ ...answer, headers: content }, ...variants(body)];
}

/** The same, of a page without records. */
export function emptyEndings(answer: Answer): readonly Answer[] {
  const empty = { ...answer, body: answer.body === undefined ? undefined : emptied(answer.body, 0) };
  return [empty, ...endings(empty)];
}

/** How an answer can say that nothing follows: what stands in place of a link or a cursor, and of a total. */
interface Words {
  readonly next: JsonValue | undefined;
  readonly total: number | undefined;
}

const NOTHING_FOLLOWS: readonly Words[] = [
  { next: null, total: undefined },
  { next: undefined, total: undefined },
  { next: '', total: undefined },
  { next: null, total: 0 },
  { next: undefined, total: 0 },
];

const NEXT = /next|cursor|token|bookmark|continu|after|scroll|marker/i;
const MORE = /more|hasnext|truncated|remaining/i;
const LAST = /^(?:is_?)?(?:last|done|complete|completed|finished|end)(?:_?page)?$/i;
const TOTAL = /total|count|pages/i;
const DEEPEST = 8;

function said(value: JsonValue, words: Words, depth: number): JsonValue {
  if (!isObject(value) || depth > DEEPEST) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]): [string, JsonValue][] => {
      if (typeof inner === 'boolean') return [[key, LAST.test(key) ? true : MORE.test(key) || NEXT.test(key) ? false : inner]];
      if (isList(inner))
        return [[key, inner.filter((each) => !(isObject(each) && (each['rel'] === 'next' || each['relation'] === 'next')))]];
      if (typeof inner === 'number' && TOTAL.test(key) && words.total !== undefined) return [[key, words.total]];
      if (NEXT.test(key)) return words.next === undefined ? [] : [[key, words.next]];
      return [[key, said(inner, words, depth + 1)]];
    }),
  );
}

/** Without items of lists, and without members of objects that are maps of records. */
function emptied(value: JsonValue, depth: number): JsonValue {
  if (isList(value)) return [];
  if (!isObject(value) || depth > DEEPEST) return value;
  const inner = Object.values(value);
  if (depth > 0 && inner.length > 0 && inner.every(isObject)) return {};
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, emptied(each, depth + 1)]));
}
