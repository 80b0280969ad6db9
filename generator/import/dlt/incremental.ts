import { block, entry, mapping, type DraftEntry, type DraftMap } from '../../draft/draft.js';
import { textTimeForm } from '../../detect/times.js';
import type { JsonValue } from '../../shape.js';
import { isObject, member, numberAt, textAt, type JsonObject } from '../values.js';
import { cannot } from '../refuse.js';
import type { Context } from './context.js';
import { markOf } from './marks.js';
import { selector } from './text.js';

/** An incremental block, and what its cursor is as a field. */
export interface IncrementalDraft {
  readonly entry: DraftEntry;
  readonly words: DraftMap;
  readonly cursor: string;
  readonly field: DraftEntry;
  readonly differs: readonly string[];
}

/** `endpoint.incremental`, or a parameter `{type: incremental}` of the name `param`. */
export function incrementalDraft(value: JsonValue | undefined, context: Context, param?: string): IncrementalDraft | undefined {
  if (!isObject(value)) return undefined;
  const mark = markOf(value);
  if (mark?.kind === 'code') return cannot(`the incremental block is made by code: ${mark.source.slice(0, 80)}`);
  const cursor = selector(textAt(value, 'cursor_path') ?? '');
  if (!/^[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*$/.test(cursor))
    cannot(`the cursor ${textAt(value, 'cursor_path') ?? ''} is not one field of a record`);
  const initial = boundOf(member(value, 'initial_value'), context);
  const end = boundOf(member(value, 'end_value'), context);
  const converted = formatOf(member(value, 'convert'));
  const order = textAt(value, 'row_order');
  const func = functionOf(member(value, 'last_value_func'));
  const start = textAt(value, 'start_param') ?? param;
  const words = block(
    entry('cursor_path', cursor),
    initial !== undefined && { ...entry('initial_value', initial.value), ...(initial.note === undefined ? {} : { note: initial.note }) },
    end !== undefined && entry('end_value', end.value),
    start !== undefined && entry('start_param', start),
    textAt(value, 'end_param') !== undefined && entry('end_param', textAt(value, 'end_param') ?? ''),
    converted !== undefined && converted,
    numberAt(value, 'lag') !== undefined && numberAt(value, 'lag') !== 0 && entry('lag', numberAt(value, 'lag') ?? 0),
    word(value, 'range_start', 'closed'),
    word(value, 'range_end', 'open'),
    order !== undefined && entry('row_order', order),
    word(value, 'on_cursor_value_missing', 'raise'),
    func !== undefined && entry('last_value_func', func),
  );
  return {
    entry: entry('incremental', words),
    words,
    cursor,
    field: cursorField(initial?.value),
    differs:
      member(value, 'convert') === undefined || converted?.note === undefined ? [] : ['convert is code: see the format of incremental'],
  };
}

function boundOf(value: JsonValue | undefined, context: Context): { readonly value: string | number; readonly note?: string } | undefined {
  const mark = markOf(value);
  if (mark?.kind === 'config') return { value: context.option(mark.name) };
  if (mark?.kind === 'code')
    return { value: context.option('start_date'), note: `LOOK: made by code: ${mark.source.replace(/\s+/g, ' ').slice(0, 80)}` };
  return typeof value === 'string' || typeof value === 'number' ? { value } : undefined;
}

/** What a function that converts bounds makes of them, as far as its source shows it. */
function formatOf(value: JsonValue | undefined): DraftEntry | undefined {
  const mark = markOf(value);
  if (mark === undefined || mark.kind !== 'code') return undefined;
  const { source } = mark;
  const pattern = /strftime\(\s*["']([^"']+)["']/.exec(source)?.[1];
  if (pattern !== undefined) return entry('format', pattern, 'why: as the function convert writes them');
  if (/(?:\* ?1000|float_timestamp|timestamp_ms)/.test(source))
    return entry('format', 'epoch_ms', 'LOOK: the function convert seems to make milliseconds');
  if (/timestamp/.test(source)) return entry('format', 'epoch_s', 'why: the function convert makes seconds since 1970');
  if (/\.date\(\)|to_date_string/.test(source)) return entry('format', '%Y-%m-%d', 'why: the function convert makes dates');
  return entry('format', 'iso8601', `LOOK: the function convert is code: ${source.replace(/\s+/g, ' ').slice(0, 80)}`);
}

function functionOf(value: JsonValue | undefined): string | undefined {
  const name = typeof value === 'string' ? value : markOf(value)?.name;
  return name !== undefined && /(?:^|\.)min$/.test(name) ? 'min' : undefined;
}

function word(value: JsonObject, key: string, usual: string): DraftEntry | undefined {
  const said = textAt(value, key);
  return said === undefined || said === usual ? undefined : entry(key, said);
}

/** The cursor as a field, in the form that its first value has. */
function cursorField(initial: string | number | undefined): DraftEntry {
  const fact = (facts: DraftMap, note: string): DraftEntry => entry('cursor', facts, note);
  const never = entry('nullable', false);
  if (typeof initial === 'number')
    return fact(mapping(entry('type', Number.isInteger(initial) ? 'integer' : 'number'), never), 'why: as initial_value is');
  const form = initial === undefined ? undefined : textTimeForm([initial]);
  if (form !== undefined)
    return fact(
      mapping(entry('type', form.type), form.format !== undefined && entry('format', form.format), never),
      'why: in the form of initial_value; a record in another one is an error',
    );
  if (initial !== undefined && !initial.startsWith('{'))
    return fact(mapping(entry('type', /^\d+$/.test(initial) ? 'integer' : 'string'), never), 'LOOK: guessed from initial_value');
  return fact(mapping(entry('type', 'datetime'), never), 'LOOK: nothing says how it is written');
}
