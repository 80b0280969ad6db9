import { entry, mapping, type DraftEntry } from '../../draft/draft.js';
import { selectorOf } from '../../detect/body.js';
import type { JsonValue } from '../../shape.js';
import type { Expression } from '../jinja/ast.js';
import { isNothing, placeOf, valueOf, type Place } from '../jinja/fold.js';
import { textAt, type JsonObject } from '../values.js';
import { conditionOf, onlyExpression, type Condition } from './conditions.js';
import { limitFixed, made, place, sent, type Limit, type Option, type PaginatorDraft } from './paging-parts.js';
import type { Scope } from './scope.js';

/** A paginator by cursors, or by links. */
export function cursorDraft(
  strategy: JsonObject,
  isPath: boolean,
  token: Option | undefined,
  limit: Limit,
  scope: Scope,
  selectorPath: readonly string[],
): PaginatorDraft {
  const value = textAt(strategy, 'cursor_value') ?? '';
  const stop = textAt(strategy, 'stop_condition');
  const quoted = `cursor_value: ${value}${stop === undefined ? '' : `\nstop_condition: ${stop}`}`;
  const stub = (reason: string): PaginatorDraft => {
    const kept = token === undefined || !['request_parameter', 'body_json'].includes(token.into) ? undefined : token;
    return made(
      mapping(entry('type', 'cursor'), ...(kept === undefined ? [entry('cursor_param', 'page')] : place('cursor', kept)), ...limit.words),
      { ...sent(kept ?? { into: 'request_parameter', name: 'page' }, limit), hooks: [{ hook: 'next', quoted }] },
      `LOOK: ${reason}: the hook next says where the next page is`,
    );
  };
  const expression = onlyExpression(value);
  if (expression === undefined) return stub('the cursor is put together');
  const counted = countedDraft(expression, stop, token, limit);
  if (counted !== undefined) return counted;
  const found = cursorPlace(expression, scope, selectorPath);
  if (found === undefined) return stub('the cursor is computed');
  const ends = stop === undefined ? { words: [] } : endsOf(stop, found, scope, limit, selectorPath);
  if (ends === undefined) return stub('the end is computed');
  const headers = found.root === 'headers';
  if (headers && fold(found.path[0]) === 'link' && found.path.length >= 2) {
    if (!isPath && token !== undefined) return stub('the link of the header is sent as a parameter');
    if (ends.words.length > 0) return stub('the link of the header has another end');
    return made(mapping(entry('type', 'header_link'), found.path[1] !== 'next' && entry('links_next_key', String(found.path[1]))), {
      fixed: limitFixed(limit),
      differs: [],
    });
  }
  if (isPath) {
    if (headers)
      return made(mapping(entry('type', 'header_link'), entry('links_header', String(found.path[0]))), { fixed: limitFixed(limit) });
    if (found.root !== 'response') return stub('the next URL is made of records');
    return made(mapping(entry('type', 'json_link'), entry('next_url_path', pathText(found.path)), ...ends.words), {
      fixed: limitFixed(limit),
    });
  }
  if (token === undefined) return stub('the token is sent in a template');
  if (headers) {
    if (token.into !== 'request_parameter' || ends.words.length > 0) return stub('the token of a header is sent in another way');
    return made(mapping(entry('type', 'header_cursor'), entry('cursor_key', String(found.path[0])), entry('cursor_param', token.name)), {
      ...sent(token, limit),
      fixed: limitFixed(limit),
    });
  }
  if (!['request_parameter', 'body_json'].includes(token.into)) return stub(`the token goes into the ${token.into}`);
  const path = found.root === 'response' ? pathText(found.path) : `last.${found.path.join('.')}`;
  const isEndless = found.root !== 'response' && ends.words.length === 0;
  return made(
    mapping(
      entry('type', 'cursor'),
      entry('cursor_path', path),
      ...place('cursor', token),
      ...limit.words,
      ...ends.words,
      isEndless && entry('stop_after_empty_page', true),
    ),
    sent(token, limit),
  );
}

/** `response.startAt + response.maxResults`, up to `response.total`: an offset that is told back. */
function countedDraft(
  expression: Expression,
  stop: string | undefined,
  token: Option | undefined,
  limit: Limit,
): PaginatorDraft | undefined {
  if (expression.kind !== 'binary' || expression.operator !== '+' || token === undefined) return undefined;
  const [start, size] = [placeOf(expression.left), placeOf(expression.right)];
  if (start?.root !== 'response' || size?.root !== 'response' || size.path.length === 0 || !limit.isSent) return undefined;
  const total = totalOf(onlyExpression(stop ?? ''), JSON.stringify(start));
  if (total === undefined || !['request_parameter', 'body_json'].includes(token.into)) return undefined;
  return made(
    mapping(
      entry('type', 'offset'),
      ...limit.words,
      ...place('offset', token),
      entry('advance', 'limit'),
      entry('total_path', pathText(total.path)),
    ),
    sent(token, limit),
  );
}

/** Of `… or response.startAt + response.maxResults >= response.total`: where the total stands. */
function totalOf(stop: Expression | undefined, start: string): Place | undefined {
  if (stop?.kind !== 'binary') return undefined;
  if (stop.operator === 'or') return totalOf(stop.left, start) ?? totalOf(stop.right, start);
  const isEnd = stop.operator === '>=' && stop.left.kind === 'binary' && stop.left.operator === '+';
  if (!isEnd || JSON.stringify(placeOf(stop.left.left)) !== start) return undefined;
  const total = placeOf(stop.right);
  return total?.root === 'response' && total.path.length > 0 ? total : undefined;
}

/** The place in a body, a header or the last record that a cursor is read from. */
function cursorPlace(expression: Expression, scope: Scope, selectorPath: readonly string[]): Place | undefined {
  const bare = unwrapped(expression, scope);
  const place = placeOf(bare);
  if (place === undefined) return undefined;
  const { length } = selectorPath;
  const isLast = place.root === 'response' && place.path[length] === -1 && selectorPath.every((key, index) => place.path[index] === key);
  if (isLast) return { root: 'last record', path: place.path.slice(length + 1) };
  if (place.root === 'response' || place.root === 'headers') return place.path.length > 0 ? place : undefined;
  if (place.root === 'last_record') return { root: 'last record', path: place.path };
  if (place.root === 'last_records' && place.path[0] === -1) return { root: 'last record', path: place.path.slice(1) };
  return undefined;
}

/** Without what stands for nothing where there is none: `x or none`, `x if x else ''`. */
function unwrapped(expression: Expression, scope: Scope): Expression {
  if (expression.kind === 'binary' && expression.operator === 'or' && isNothing(expression.right)) return unwrapped(expression.left, scope);
  // what is written as JSON is read as such before it is sent: the text itself
  if (expression.kind === 'filter' && expression.name === 'tojson') return unwrapped(expression.of, scope);
  if (
    expression.kind === 'filter' &&
    ['default', 'd'].includes(expression.name) &&
    expression.args[0] !== undefined &&
    isNothing(expression.args[0])
  )
    return unwrapped(expression.of, scope);
  if (expression.kind === 'if' && (expression.otherwise === undefined || isNothing(expression.otherwise))) {
    const test = conditionOf(expression.test);
    const then = placeOf(unwrapped(expression.then, scope));
    const isSame =
      test !== undefined &&
      then !== undefined &&
      (test.kind === 'something' || test.kind === 'and') &&
      placesOf(test).some((each) => isPrefix(each, then));
    if (isSame) return unwrapped(expression.then, scope);
  }
  const constant = valueOf(expression, scope.lookup);
  return constant === undefined ? expression : { kind: 'literal', value: constant };
}

function placesOf(condition: Condition): readonly Place[] {
  if (condition.kind === 'or' || condition.kind === 'and') return condition.of.flatMap(placesOf);
  return 'place' in condition ? [condition.place] : [];
}

/** When a read ends, beside the end of its cursors; undefined: it is more than a paginator can say. */
function endsOf(
  text: string,
  cursor: Place,
  scope: Scope,
  limit: Limit,
  selectorPath: readonly string[],
): { readonly words: readonly DraftEntry[] } | undefined {
  const expression = onlyExpression(text);
  if (expression === undefined) {
    const constant = scope.constant(text);
    return constant === false || constant === '' || constant === 'False' ? { words: [] } : undefined;
  }
  const condition = conditionOf(folded(expression, scope));
  return condition === undefined ? undefined : wordsOf(condition, cursor, limit, selectorPath);
}

/** Parameters are known. */
function folded(expression: Expression, scope: Scope): Expression {
  const value = valueOf(expression, scope.lookup);
  if (value !== undefined) return { kind: 'literal', value };
  if (expression.kind === 'binary') return { ...expression, left: folded(expression.left, scope), right: folded(expression.right, scope) };
  return expression.kind === 'not' ? { ...expression, of: folded(expression.of, scope) } : expression;
}

function wordsOf(
  condition: Condition,
  cursor: Place,
  limit: Limit,
  selectorPath: readonly string[],
): { readonly words: readonly DraftEntry[] } | undefined {
  const none = { words: [] };
  switch (condition.kind) {
    case 'always':
      return condition.value ? undefined : none;
    case 'or': {
      const all = condition.of.map((each) => wordsOf(each, cursor, limit, selectorPath));
      if (all.some((each) => each === undefined)) return undefined;
      const words = all.flatMap((each) => each?.words ?? []);
      return new Set(words.map(({ key }) => key)).size === words.length ? { words } : undefined;
    }
    case 'and': {
      // all of them have to hold: the ones that the end of the cursor brings add nothing
      const all = condition.of.map((each) => wordsOf(each, cursor, limit, selectorPath));
      const strict = all.filter((each) => each === undefined || each.words.length > 0);
      return strict.length === 0 ? none : undefined;
    }
    case 'nothing': {
      const { root, path } = condition.place;
      if (root === 'response' && cursor.root === 'response' && isPrefix(condition.place, cursor)) return none;
      if (root === 'headers' && cursor.root === 'headers' && fold(path[0]) === fold(cursor.path[0])) return none;
      if (
        root === 'last_records' ||
        root === 'last_page_size' ||
        (root === 'response' && path.join('.') === selectorPath.join('.')) ||
        root === 'last_record'
      )
        return { words: [entry('stop_after_empty_page', true)] };
      if (root === 'response' && path.length > 0)
        return { words: [entry('has_more_path', pathText(path)), entry('has_more_absent', 'end')] };
      return undefined;
    }
    case 'something':
      return undefined;
    case 'compare': {
      const {
        place: { root, path },
        operator,
        value,
      } = condition;
      if (root === 'response' && value === false && ['==', 'is'].includes(operator))
        return { words: [entry('has_more_path', pathText(path)), entry('has_more_absent', 'end')] };
      if (root === 'response' && value === true && ['!=', 'is not'].includes(operator))
        return { words: [entry('has_more_path', pathText(path)), entry('has_more_absent', 'end')] };
      if (root === 'last_page_size' && operator === '==' && value === 0) return { words: [entry('stop_after_empty_page', true)] };
      if (root === 'last_page_size' && operator === '<' && typeof value === 'number') return shortPage(limit, value);
      return undefined;
    }
    default:
      return undefined;
  }
}

/** A page with fewer records than that is the last, where that is how many were asked for. */
function shortPage(limit: Limit, size: number): { readonly words: readonly DraftEntry[] } | undefined {
  const asked = limit.words.find(({ key }) => key === 'limit')?.value;
  if (asked === size) return { words: [entry('stop_after_short_page', true)] };
  return size === 1 ? { words: [entry('stop_after_empty_page', true)] } : undefined;
}

function isPrefix(outer: Place, inner: Place): boolean {
  return outer.root === inner.root && outer.path.length <= inner.path.length && outer.path.every((key, index) => key === inner.path[index]);
}

/** Keys and indexes as a selector. */
function pathText(path: readonly (string | number)[]): string {
  if (path.every((key) => typeof key === 'string')) return selectorOf(path);
  const steps = path.map((key) => (typeof key === 'number' ? `[${key}]` : /^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `['${key}']`)).join('');
  return steps.startsWith('.') ? steps.slice(1) : `$${steps}`;
}

function fold(key: JsonValue | undefined): string {
  return String(key).toLowerCase();
}
