import { placeOf } from '../jinja/fold.js';
import { knows } from '../language.js';
import { cannot } from '../refuse.js';
import { isObject, member, textAt, type JsonObject } from '../values.js';
import type { JsonValue } from '../../shape.js';
import { onlyExpression } from './conditions.js';
import { parametersOf } from './expand.js';
import { formatCall } from './formatted.js';
import { short, type Scope } from './scope.js';

/** Where an incremental read of a manifest begins and ends. */

export function boundsOf(
  value: JsonObject,
  scope: Scope,
  kind: 'instant' | 'date' | 'number',
  windows: boolean,
): {
  readonly start: string | number | undefined;
  readonly end: string | undefined;
  readonly note: string | undefined;
  readonly differs: readonly string[];
} {
  const start = boundOf(member(value, 'start_datetime'), scope, kind, windows);
  const said = member(value, 'end_datetime');
  const text = typeof said === 'string' ? said : (textAt(said, 'datetime') ?? '');
  const isNow = text === '' || /now_utc|today_utc|now\(\)/.test(text);
  const end = isNow ? undefined : boundOf(said, scope, kind, false);
  return { start: start?.value, end: typeof end?.value === 'string' ? end.value : undefined, note: start?.note, differs: [] };
}

/** A bound: an option, or a literal in the words of the cursor. */
function boundOf(
  value: JsonValue | undefined,
  scope: Scope,
  kind: 'instant' | 'date' | 'number',
  windows: boolean,
): { readonly value: string | number; readonly note?: string } | undefined {
  const text = typeof value === 'string' ? value : textAt(value, 'datetime');
  if (text === undefined || text === '') return undefined;
  const inner = isObject(value) ? scope.inside(parametersOf(value)) : scope;
  const constant = inner.constant(text);
  if (constant !== undefined) return literalBound(String(constant), kind);
  const expression = onlyExpression(text.replace(/(\}\})T00:00:00(?:\.0+)?Z?$/, '$1'));
  if (expression === undefined) return cannot(`a bound is put together: ${short(text)}`);
  const formatted = formatCall(expression)?.of ?? expression;
  const isNumber = kind === 'number' && !knows('instants for epochs');
  const type = kind === 'date' && !knows('dates for times') ? 'date' : isNumber ? 'integer' : 'datetime';
  const place = placeOf(formatted);
  if (place?.root === 'config') {
    if (windows) inner.options.require(place.path);
    return {
      value: inner.options.use(place.path, undefined, type),
      ...(isNumber ? { note: 'LOOK: a number here, as records have it; the source takes a time' } : {}),
    };
  }
  const otherwise = inner.withDefault(formatted);
  if (otherwise !== undefined) {
    const usual = literalBound(String(otherwise.value), kind);
    if (windows && usual === undefined) inner.options.require(otherwise.place.path);
    return { value: inner.options.use(otherwise.place.path, typeof usual?.value === 'string' ? usual.value : undefined, type) };
  }
  const fallback = configIn(formatted);
  if (fallback !== undefined && windows) inner.options.require(fallback);
  if (fallback !== undefined) return { value: inner.options.use(fallback, undefined, type), note: `LOOK: the source has ${short(text)}` };
  if (windows && /now_utc|today_utc|day_delta|duration/.test(text)) inner.options.require(['start_date']);
  if (/now_utc|today_utc|day_delta|duration/.test(text))
    return { value: inner.options.use(['start_date'], undefined, type), note: `LOOK: the source begins at ${short(text)}` };
  return cannot(`a bound is computed: ${short(text)}`);
}

/** The first option of an expression such as `config.x if … else …`, `max(config.x, …)`. */
function configIn(expression: ReturnType<typeof onlyExpression>): readonly (string | number)[] | undefined {
  if (expression === undefined) return undefined;
  const place = placeOf(expression);
  if (place !== undefined) return place.root === 'config' ? place.path : undefined;
  const parts =
    expression.kind === 'if'
      ? [expression.then, ...(expression.otherwise === undefined ? [] : [expression.otherwise])]
      : expression.kind === 'call'
        ? [...(expression.of.kind === 'member' ? [expression.of.of] : []), ...expression.args]
        : expression.kind === 'binary'
          ? [expression.left, expression.right]
          : expression.kind === 'filter' || expression.kind === 'member'
            ? [expression.of]
            : [];
  for (const part of parts) {
    const found = configIn(part);
    if (found !== undefined) return found;
  }
  return undefined;
}

function literalBound(text: string, kind: 'instant' | 'date' | 'number'): { readonly value: string | number } | undefined {
  if (kind === 'date') return { value: /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? text };
  if (kind === 'number' && /^\d+$/.test(text)) return { value: Number(text) };
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { value: `${text}T00:00:00Z` };
  const zoneless = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2}(?:\.\d+)?)$/.exec(text);
  return { value: zoneless === null ? text : `${zoneless[1] ?? ''}T${zoneless[2] ?? ''}Z` };
}

/** `P{{ config['days'] }}D` with the default that the option has. */
export function usualOf(text: string, scope: Scope): string | undefined {
  const [, before, inner, after] = /^(P(?:T)?)\{\{(.*)\}\}([A-Z])$/.exec(text) ?? [];
  if (inner === undefined) return undefined;
  const expression = onlyExpression(`{{${inner}}}`);
  if (expression === undefined) return undefined;
  const place = placeOf(expression);
  const usual = place?.root === 'config' ? scope.options.factsOf(place.path).default : scope.withDefault(expression)?.value;
  return typeof usual === 'number' || (typeof usual === 'string' && /^\d+$/.test(usual))
    ? `${before ?? 'P'}${usual}${after ?? 'D'}`
    : undefined;
}
