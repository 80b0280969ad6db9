import { entry, fromJson, mapping, type DraftEntry, type DraftMap } from '../../draft/draft.js';
import { selectorOf } from '../../detect/body.js';
import { isList, isObject, listAt, member, numberAt, textAt, type JsonObject } from '../values.js';
import { conditionOf, onlyExpression } from './conditions.js';
import { parametersOf } from './expand.js';
import { short, type Scope } from './scope.js';

/** What answers mean, and how long to wait. */
export interface AnswersDraft {
  readonly actions: DraftEntry | undefined;
  readonly retry: DraftEntry | undefined;
  readonly reset: DraftMap | undefined;
  readonly differs: readonly string[];
}

/** Statuses that are tried again by themselves. */
const RETRIED = [408, 429, 500, 502, 503, 504];

export function answersDraft(value: JsonObject | undefined, outer: Scope): AnswersDraft {
  const actions: DraftMap[] = [];
  const differs: string[] = [];
  const retry = new Map<string, number>();
  let reset: DraftMap | undefined;
  const visit = (handler: JsonObject, scope: Scope): void => {
    const inner = scope.inside(parametersOf(handler));
    const type = textAt(handler, 'type');
    if (type === 'CompositeErrorHandler') {
      for (const each of listAt(handler, 'error_handlers')) if (isObject(each)) visit(each, inner);
      return;
    }
    if (type !== 'DefaultErrorHandler') {
      differs.push(`its error handler is code: ${textAt(handler, 'class_name') ?? String(type)}`);
      return;
    }
    for (const each of listAt(handler, 'response_filters'))
      if (isObject(each)) actions.push(...actionOf(each, inner.inside(parametersOf(each)), differs));
    const most = member(handler, 'max_retries');
    if (typeof most === 'number') retry.set('max_retries', Math.max(0, Math.min(20, most)));
    for (const each of listAt(handler, 'backoff_strategies')) if (isObject(each)) reset = waitOf(each, retry, differs) ?? reset;
  };
  if (value !== undefined) visit(value, outer);
  const seen = new Map(actions.map((each) => [JSON.stringify(each), each]));
  const words = [...retry].map(([key, number]) => entry(key, number));
  return {
    actions: seen.size === 0 ? undefined : entry('response_actions', [...seen.values()]),
    retry: words.length === 0 ? undefined : entry('retry', { entries: words }),
    reset,
    differs: [...new Set(differs)],
  };
}

function actionOf(filter: JsonObject, scope: Scope, differs: string[]): readonly DraftMap[] {
  const action = textAt(filter, 'action') ?? 'FAIL';
  const word = ACTIONS.get(action);
  if (word === undefined) {
    differs.push(`answers that are ${action} at the source are errors here`);
    return [];
  }
  const said = member(filter, 'http_codes');
  const codes = [
    ...new Set(
      (isList(said) ? said : said === undefined ? [] : [said])
        .map(Number)
        .filter((each) => Number.isInteger(each) && each >= 200 && each <= 599),
    ),
  ];
  const message = textAt(filter, 'error_message');
  const plain = message === undefined ? undefined : scope.constant(message);
  const told = typeof plain === 'string' && plain !== '' ? [entry('message', plain.replace(/\s+/g, ' ').trim().slice(0, 200))] : [];
  const part = textAt(filter, 'error_message_contains');
  // a status in words is one: records may have these digits
  if (part !== undefined && /^[45]\d\d$/.test(part.trim()) && codes.length === 0) codes.push(Number(part));
  const contains = part !== undefined && codes.includes(Number(part)) ? undefined : part;
  const predicate = textAt(filter, 'predicate');
  const status = codes.length === 0 ? [] : [entry('status_code', codes.length === 1 ? (codes[0] ?? 0) : codes)];
  if (predicate !== undefined && predicate !== '') {
    const expression = onlyExpression(predicate);
    const condition = expression === undefined ? undefined : conditionOf(expression);
    if (
      condition?.kind === 'something' &&
      condition.place.root === 'response' &&
      condition.place.path.every((key) => typeof key === 'string')
    )
      return [mapping(...status, entry('body_path', selectorOf(condition.place.path.map(String))), entry('action', word), ...told)];
    const text =
      condition?.kind === 'compare' && typeof condition.value === 'string' && ['==', 'in'].includes(condition.operator)
        ? condition.value
        : textIn(predicate);
    if (text !== undefined && codes.length > 0) return [mapping(...status, entry('content', text), entry('action', word), ...told)];
    if (text !== undefined && word !== 'fail') return [mapping(entry('content', text), entry('action', word), ...told)];
    differs.push(`what an answer means by a predicate is left out: ${short(predicate)}`);
    return [];
  }
  if (contains !== undefined && contains !== '')
    return [mapping(...status, entry('content', String(scope.constant(contains) ?? contains)), entry('action', word), ...told)];
  if (codes.length === 0) return [];
  // what is done anyway needs no words
  const left =
    word === 'retry' || word === 'rate_limited'
      ? codes.filter((each) => !RETRIED.includes(each) || (word === 'rate_limited' && each !== 429))
      : word === 'fail' && told.length === 0
        ? codes.filter((each) => RETRIED.includes(each))
        : codes;
  if (left.length === 0) return [];
  return [mapping(entry('status_code', left.length === 1 ? (left[0] ?? 0) : fromJson(left)), entry('action', word), ...told)];
}

/** `'no such' in response.message`: the text that is looked for. */
function textIn(predicate: string): string | undefined {
  return /^\{\{\s*(?:"([^"]{3,})"|'([^']{3,})')\s+in\s.*response/
    .exec(predicate)
    ?.slice(1)
    .find((each) => each !== undefined);
}

const ACTIONS: ReadonlyMap<string, string> = new Map([
  ['FAIL', 'fail'],
  ['IGNORE', 'ignore'],
  ['RETRY', 'retry'],
  ['RATE_LIMITED', 'rate_limited'],
]);

/** Waits: those that the API asks for are obeyed anyway. */
function waitOf(strategy: JsonObject, retry: Map<string, number>, differs: string[]): DraftMap | undefined {
  switch (textAt(strategy, 'type')) {
    case 'ConstantBackoffStrategy': {
      const seconds = Number(member(strategy, 'backoff_time_in_seconds'));
      if (Number.isFinite(seconds) && seconds > 0) {
        retry.set('backoff_factor', Math.min(3600, seconds));
        if (seconds > 30) retry.set('max_delay', Math.min(86_400, seconds));
      }
      return undefined;
    }
    case 'ExponentialBackoffStrategy': {
      const factor = Number(member(strategy, 'factor') ?? 5);
      if (Number.isFinite(factor) && factor > 0) retry.set('backoff_factor', Math.min(3600, factor));
      return undefined;
    }
    case 'WaitTimeFromHeader': {
      const header = textAt(strategy, 'header') ?? '';
      const most = numberAt(strategy, 'max_waiting_time_in_seconds');
      if (most !== undefined) retry.set('max_retry_after', most);
      return /^retry-after$/i.test(header) || member(strategy, 'regex') !== undefined
        ? undefined
        : mapping(entry('header', header), entry('format', 'seconds'));
    }
    case 'WaitUntilTimeFromHeader':
      return mapping(entry('header', textAt(strategy, 'header') ?? ''), entry('format', 'epoch_s'));
    default:
      differs.push(`its way to wait is code: ${textAt(strategy, 'class_name') ?? ''}`);
      return undefined;
  }
}

/** The most that is asked in a time. */
export function budgetDraft(value: JsonObject | undefined): DraftEntry | undefined {
  const rates = listAt(value, 'policies').flatMap((policy) => (listAt(policy, 'matchers').length > 1 ? [] : listAt(policy, 'rates')));
  for (const rate of rates) {
    const requests = numberAt(rate, 'limit');
    const seconds = secondsIn(textAt(rate, 'interval') ?? '');
    if (requests !== undefined && seconds !== undefined && requests >= 1 && requests <= 10_000)
      return entry('rate_limit', mapping(entry('requests', requests), entry('per', seconds)), 'why: api_budget');
  }
  return undefined;
}

function secondsIn(interval: string): number | undefined {
  const found = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(interval);
  if (found === null) return undefined;
  const [days, hours, minutes, seconds] = found.slice(1).map((each) => Number(each ?? 0));
  const all = (days ?? 0) * 86_400 + (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
  return all > 0 ? all : undefined;
}
