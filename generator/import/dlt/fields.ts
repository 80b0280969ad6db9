import { entry, mapping, type DraftEntry } from '../../draft/draft.js';
import type { JsonValue } from '../../shape.js';
import { isList, isObject, member, textAt } from '../values.js';
import { markOf } from './marks.js';

/** dlt's types, as records have them in JSON: its `bigint` is any whole number. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['text', 'string'],
  ['bigint', 'integer'],
  ['double', 'number'],
  ['bool', 'boolean'],
  ['timestamp', 'datetime'],
  ['date', 'date'],
  ['time', 'time'],
  ['decimal', 'decimal'],
  ['wei', 'bigint'],
  ['binary', 'binary'],
  ['json', 'json'],
  ['complex', 'json'],
]);

export interface ColumnsDraft {
  readonly fields: readonly DraftEntry[];
  readonly primaryKey: readonly string[];
  readonly mergeKey: readonly string[];
  readonly differs: readonly string[];
}

/** `columns` as `fields`; hints for a destination are dropped. */
export function columnsDraft(value: JsonValue | undefined): ColumnsDraft {
  const none: ColumnsDraft = { fields: [], primaryKey: [], mergeKey: [], differs: [] };
  const mark = markOf(value);
  if (mark !== undefined) return { ...none, differs: ['columns are made by code: infer finds the fields'] };
  const columns = isList(value)
    ? value.flatMap((each) => (textAt(each, 'name') === undefined ? [] : [[textAt(each, 'name') ?? '', each] as const]))
    : isObject(value)
      ? Object.entries(value)
      : [];
  const keys = (hint: string): readonly string[] => columns.filter(([, each]) => member(each, hint) === true).map(([name]) => name);
  const dropped = columns.some(([, each]) => member(each, 'hard_delete') === true) ? ['hard_delete of a column is dropped'] : [];
  return {
    fields: columns.flatMap(([name, each]) => {
      const type = TYPES.get(textAt(each, 'data_type') ?? '');
      const isKey = member(each, 'primary_key') === true || member(each, 'merge_key') === true;
      if (type === undefined && !isKey) return [];
      const isNever = member(each, 'nullable') === false || isKey;
      return [entry(name, mapping(entry('type', type ?? 'json'), isNever && entry('nullable', false)))];
    }),
    primaryKey: keys('primary_key'),
    mergeKey: keys('merge_key'),
    differs: dropped,
  };
}
