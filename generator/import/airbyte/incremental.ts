import { entry, mapping, type DraftEntry, type DraftMap } from '../../draft/draft.js';
import { placeOf } from '../jinja/fold.js';
import { knows } from '../language.js';
import { cannot } from '../refuse.js';
import { member, objectAt, textAt, textsAt, type JsonObject } from '../values.js';
import { secondsOf } from './token-auth.js';
import { onlyExpression } from './conditions.js';
import { parametersOf } from './expand.js';
import { short, type Scope } from './scope.js';
import { formatOf, isDay, isIso } from './times.js';
import { boundsOf, usualOf } from './bounds.js';

/** An incremental block, and its cursor as a field. */
export interface IncrementalDraft {
  readonly words: readonly DraftEntry[];
  readonly cursor: string;
  /** Facts of the cursor's field. */
  readonly field: DraftMap;
  readonly note: string | undefined;
  /** Places of the JSON body that bounds go to, with their placeholders. */
  readonly body: readonly (readonly [path: string, placeholder: string])[];
  readonly headers: readonly DraftEntry[];
  readonly interval: { readonly start: string; readonly end: string };
  readonly differs: readonly string[];
  readonly canEnd: boolean;
}

export function intervalOf(value: JsonObject | undefined): { readonly start: string; readonly end: string } {
  return { start: textAt(value, 'partition_field_start') ?? 'start_time', end: textAt(value, 'partition_field_end') ?? 'end_time' };
}

/** `formats`: how templates of the request write bounds. `isNamed`: whether one of them has the start, or the end. */
export function incrementalDraft(
  value: JsonObject,
  outer: Scope,
  isNamed: { readonly start: boolean; readonly end: boolean },
): IncrementalDraft {
  const type = textAt(value, 'type');
  if (type === 'IncrementingCountCursor') return countDraft(value, outer, isNamed);
  if (type !== 'DatetimeBasedCursor') return cannot(`the cursor is code: ${textAt(value, 'class_name') ?? String(type)}`);
  const scope = outer.inside(parametersOf(value));
  const cursor = scope.say(textAt(value, 'cursor_field') ?? '');
  if (!/^[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*$/.test(cursor)) cannot(`the cursor ${cursor} is not one field`);
  const sent = textAt(value, 'datetime_format') ?? '%Y-%m-%dT%H:%M:%S.%f%z';
  const formats = [
    ...new Set([...textsAt(value, 'cursor_datetime_formats'), ...(textsAt(value, 'cursor_datetime_formats').length === 0 ? [sent] : [])]),
  ];
  const field = fieldFacts(formats);
  const [start, end] = [optionOf(objectAt(value, 'start_time_option'), scope), optionOf(objectAt(value, 'end_time_option'), scope)];
  const step = stepOf(value, scope);
  const bounds = boundsOf(value, scope, field.kind, step !== undefined);
  const isFeed = member(value, 'is_data_feed') === true;
  const isClientSide = member(value, 'is_client_side_incremental') === true;
  const written = [...scope.boundFormats];
  if (written.length > 1) cannot('bounds are written in several ways');
  const format = written[0] ?? sent;
  const isSent = start !== undefined || isNamed.start;
  const isEndSent = end !== undefined || isNamed.end;
  const lag = lagOf(value, scope, field.kind);
  const windows = isSent && isEndSent && !isFeed && !isClientSide && step !== undefined;
  const differs: string[] = [...bounds.differs, ...lag.differs];
  if (!isSent && !isFeed && !isClientSide)
    differs.push('nothing of its cursor is sent: all is read, and what is old is left out here; the engine hands it over again');
  const needsStep = isSent && isEndSent && !windows && bounds.end === undefined && !isFeed && !isClientSide;
  const sendsFormat = isSent && formatOf(format) !== field.format;
  const words = [
    entry('cursor_path', cursor),
    ...(bounds.start === undefined ? [] : [entry('initial_value', bounds.start, bounds.note)]),
    ...(bounds.end === undefined ? [] : [entry('end_value', bounds.end)]),
    ...(start?.into === 'request_parameter' ? [entry('start_param', start.name)] : []),
    ...(end?.into === 'request_parameter' && (windows || needsStep || bounds.end !== undefined) ? [entry('end_param', end.name)] : []),
    ...(sendsFormat ? [entry('format', formatOf(format))] : []),
    ...(windows && step !== undefined
      ? [entry('step', step)]
      : needsStep
        ? [entry('step', 'P100Y', 'why: one window to now, for the API is told an end')]
        : []),
    ...(lag.value === undefined ? [] : [entry('lag', lag.value)]),
    ...(isFeed ? [entry('row_order', 'desc', 'why: is_data_feed')] : []),
    ...(isClientSide || (!isSent && !isFeed)
      ? [entry('client_side', true, isClientSide ? undefined : 'why: nothing tells the API where to begin')]
      : []),
    ...(field.nullable ? [entry('on_cursor_value_missing', 'include')] : []),
  ];
  return {
    words,
    cursor,
    field: field.facts,
    note: field.note,
    body: [start, end].flatMap((each, index) =>
      each?.into === 'body_json' ? [[each.name, index === 0 ? '{incremental.start_value}' : '{incremental.end_value}'] as const] : [],
    ),
    headers: [start, end].flatMap((each, index) =>
      each?.into === 'header' ? [entry(each.name, index === 0 ? '{incremental.start_value}' : '{incremental.end_value}')] : [],
    ),
    interval: intervalOf(value),
    differs,
    canEnd: windows || needsStep || bounds.end !== undefined,
  };
}

interface Option {
  readonly into: string;
  readonly name: string;
}

function optionOf(value: JsonObject | undefined, scope: Scope): Option | undefined {
  if (value === undefined) return undefined;
  const into = textAt(value, 'inject_into') ?? 'request_parameter';
  const path = textsAt(value, 'field_path');
  if (!['request_parameter', 'body_json', 'header'].includes(into)) cannot(`a bound goes into the ${into}`);
  return { into, name: scope.say(path.length > 0 ? path.join('.') : textsAt(value, 'field_name').join('.')) };
}

function fieldFacts(formats: readonly string[]): {
  readonly kind: 'instant' | 'date' | 'number';
  readonly format: string;
  readonly facts: DraftMap;
  readonly note: string | undefined;
  readonly nullable: boolean;
} {
  const never = entry('nullable', false);
  if (formats.every(isDay))
    return { kind: 'date', format: '%Y-%m-%d', facts: mapping(entry('type', 'date'), never), note: undefined, nullable: false };
  if (formats.every(isIso))
    return { kind: 'instant', format: 'iso8601', facts: mapping(entry('type', 'datetime'), never), note: undefined, nullable: false };
  const named = [...new Set(formats.map((each) => (isIso(each) ? 'iso8601' : formatOf(each))))];
  const [only] = named;
  const isEpoch = (each: string): boolean => each === 'epoch_s' || each === 'epoch_ms';
  if (named.length === 1 && only !== undefined) {
    const facts = mapping(entry('type', 'datetime'), entry('format', only), never);
    return { kind: isEpoch(only) ? 'number' : 'instant', format: only, facts, note: undefined, nullable: false };
  }
  if (!knows('several formats of a time')) {
    const first = named.includes('iso8601') ? 'iso8601' : (named.find((each) => !isEpoch(each)) ?? named[0] ?? 'iso8601');
    const others = formats.filter((each) => (isIso(each) ? 'iso8601' : formatOf(each)) !== first);
    const facts = mapping(entry('type', 'datetime'), first !== 'iso8601' && entry('format', first), never);
    return {
      kind: isEpoch(first) ? 'number' : 'instant',
      format: first,
      facts,
      note: `LOOK: the source reads ${others.join(' and ')} too`,
      nullable: false,
    };
  }
  const texts = named.filter((each) => !isEpoch(each));
  const [text, ...more] = texts;
  if (text !== undefined && texts.length < named.length) {
    const others = named.filter(isEpoch).join(' and ');
    const format = more.length > 0 ? [entry('format', texts)] : text === 'iso8601' ? [] : [entry('format', text)];
    const facts = mapping(entry('type', 'datetime'), ...format, never);
    return { kind: 'instant', format: text, facts, note: `LOOK: the source reads ${others} too`, nullable: false };
  }
  // what is written first is what the bounds are written in, where nothing else is said
  return {
    kind: named.every(isEpoch) ? 'number' : 'instant',
    format: named[0] ?? 'iso8601',
    facts: mapping(entry('type', 'datetime'), entry('format', named), never),
    note: undefined,
    nullable: false,
  };
}

/** How long windows are, where the source has windows. */
function stepOf(value: JsonObject, scope: Scope): string | undefined {
  const said = textAt(value, 'step');
  if (said === undefined) return undefined;
  const constant = scope.constant(said);
  if (typeof constant === 'string' && /^P/.test(constant)) return constant;
  const expression = onlyExpression(said);
  const place = expression === undefined ? undefined : placeOf(expression);
  const usual = place?.root === 'config' ? scope.options.factsOf(place.path).default : undefined;
  const otherwise = (expression === undefined ? undefined : scope.withDefault(expression)?.value) ?? usual;
  if (typeof otherwise === 'string' && /^P/.test(otherwise)) return otherwise;
  const told = usualOf(said, scope);
  if (told !== undefined) return told;
  const days = /^P\{\{(.*)\}\}D$/
    .exec(said)?.[1]
    ?.match(/\b\d+\b/g)
    ?.at(-1);
  return days === undefined ? 'P30D' : `P${days}D`;
}

function lagOf(
  value: JsonObject,
  scope: Scope,
  kind: 'instant' | 'date' | 'number',
): { readonly value: number | undefined; readonly differs: readonly string[] } {
  const said = textAt(value, 'lookback_window');
  if (said === undefined || said === '') return { value: undefined, differs: [] };
  const constant = scope.constant(said);
  const expression = onlyExpression(said);
  const otherwise = constant ?? (expression === undefined ? undefined : scope.withDefault(expression)?.value) ?? usualOf(said, scope);
  const seconds = typeof otherwise === 'string' ? secondsOf(otherwise) : undefined;
  if (seconds === undefined) return { value: undefined, differs: [`its lookback_window is computed, and left out: ${short(said)}`] };
  return {
    value: seconds === 0 ? undefined : kind === 'date' ? Math.ceil(seconds / 86_400) : seconds,
    differs: constant === undefined ? [`its lookback_window is fixed at ${String(otherwise)}`] : [],
  };
}

function countDraft(value: JsonObject, outer: Scope, isNamed: { readonly start: boolean }): IncrementalDraft {
  const scope = outer.inside(parametersOf(value));
  const cursor = scope.say(textAt(value, 'cursor_field') ?? '');
  const start = optionOf(objectAt(value, 'start_value_option'), scope);
  const said = member(value, 'start_value');
  const first = typeof said === 'number' ? said : typeof said === 'string' ? Number(scope.constant(said) ?? 0) : 0;
  return {
    words: [
      entry('cursor_path', cursor),
      entry('initial_value', Number.isFinite(first) ? first : 0),
      ...(start?.into === 'request_parameter' ? [entry('start_param', start.name)] : isNamed.start ? [] : [entry('client_side', true)]),
    ],
    cursor,
    field: mapping(entry('type', 'integer'), entry('nullable', false)),
    note: undefined,
    body: [],
    headers: [],
    interval: intervalOf(value),
    differs: [],
    canEnd: false,
  };
}
