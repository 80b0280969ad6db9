import { printable } from '../diagnostics/words.js';
import type { JsonValue } from '../shape.js';
import { yamlKey, yamlValue } from './yaml.js';

/** A spec that is being written: values in the order in which they are to stand, with comments. */
export type Draft = string | number | boolean | null | readonly Draft[] | DraftMap;

export interface DraftMap {
  readonly entries: readonly DraftEntry[];
  /** Each entry on a line of its own, however short they are. */
  readonly block?: boolean;
  /** Comments on lines of their own after the last entry. */
  readonly below?: readonly string[];
}

export interface DraftEntry {
  readonly key: string;
  readonly value: Draft;
  /** After the value, on its line. */
  readonly note?: string;
  /** Comments on lines of their own before it; an empty text is an empty line. */
  readonly above?: readonly string[];
}

export function entry(key: string, value: Draft, note?: string): DraftEntry {
  return note === undefined ? { key, value } : { key, value, note };
}

/** A mapping of these entries, without those that are not there. */
export function mapping(...entries: readonly (DraftEntry | undefined | false)[]): DraftMap {
  return { entries: entries.filter((each) => each !== undefined && each !== false) };
}

export function block(...entries: readonly (DraftEntry | undefined | false)[]): DraftMap {
  return { ...mapping(...entries), block: true };
}

export function isMapping(value: Draft | undefined): value is DraftMap {
  return typeof value === 'object' && value !== null && !isItems(value);
}

/** What a mapping has under a key; undefined for what is no mapping. */
export function valueIn(value: Draft | undefined, key: string): Draft | undefined {
  return isMapping(value) ? value.entries.find((each) => each.key === key)?.value : undefined;
}

/** JSON as it is. */
export function fromJson(value: JsonValue): Draft {
  if (typeof value !== 'object' || value === null) return value;
  if (isItems(value)) return value.map(fromJson);
  return { entries: Object.entries(value).map(([key, inner]) => ({ key, value: fromJson(inner) })) };
}

/** Longer values have a line for each of their entries. */
const WIDEST = 140;

/** The text of a draft, the same for the same draft. */
export function draftText(draft: DraftMap): string {
  return `${bodyLines(draft, 0).join('\n')}\n`;
}

function entryLines({ key, value, note, above = [] }: DraftEntry, depth: number): readonly string[] {
  const indent = ' '.repeat(depth);
  const comment = note === undefined ? '' : ` # ${printable(note)}`;
  const before = commentLines(above, indent);
  const flow = isNoted(value) ? undefined : flowText(value);
  const head = `${indent}${yamlKey(key)}:`;
  if (flow !== undefined && (isScalar(value) || head.length + flow.length < WIDEST)) return [...before, `${head} ${flow}${comment}`];
  return [...before, `${head}${comment}`, ...bodyLines(value, depth + 2)];
}

function bodyLines(value: Draft, depth: number): readonly string[] {
  const indent = ' '.repeat(depth);
  if (isScalar(value)) return [`${indent}${flowText(value)}`];
  if (isItems(value)) return value.flatMap((each) => itemLines(each, depth));
  return [...value.entries.flatMap((each) => entryLines(each, depth)), ...commentLines(value.below ?? [], indent)];
}

function commentLines(comments: readonly string[], indent: string): readonly string[] {
  return comments.map((each) => (each === '' ? '' : `${indent}# ${printable(each)}`));
}

/** An item of a list: its first line begins with the dash. */
function itemLines(item: Draft, depth: number): readonly string[] {
  const indent = ' '.repeat(depth);
  const flow = isNoted(item) ? undefined : flowText(item);
  if (flow !== undefined && (isScalar(item) || depth + flow.length < WIDEST)) return [`${indent}- ${flow}`];
  if (!isScalar(item) && isItems(item)) return [`${indent}-`, ...item.flatMap((each) => itemLines(each, depth + 2))];
  const [first, ...rest] = isScalar(item) ? [] : item.entries;
  if (first === undefined) return [`${indent}- {}`];
  const { above = [], ...bare } = first;
  const [line = '', ...lines] = entryLines(bare, depth + 2);
  const others = isScalar(item) ? item : { ...item, entries: rest };
  return [...commentLines(above, indent), `${indent}- ${line.trimStart()}`, ...lines, ...bodyLines(others, depth + 2)];
}

/** Whether it holds comments, or wants lines of its own. */
function isNoted(value: Draft): boolean {
  if (isScalar(value)) return false;
  if (isItems(value)) return value.some(isNoted);
  return (
    (value.block === true && value.entries.length > 0) ||
    value.below !== undefined ||
    value.entries.some((each) => each.note !== undefined || each.above !== undefined || isNoted(each.value))
  );
}

function flowText(value: Draft): string {
  if (typeof value === 'string') return yamlValue(value);
  if (isScalar(value)) return String(value);
  if (isItems(value)) return `[${value.map(flowText).join(', ')}]`;
  if (value.entries.length === 0) return '{}';
  return `{ ${value.entries.map((each) => `${yamlKey(each.key)}: ${flowText(each.value)}`).join(', ')} }`;
}

function isScalar(value: Draft): value is string | number | boolean | null {
  return typeof value !== 'object' || value === null;
}

function isItems<Item>(value: readonly Item[] | object): value is readonly Item[] {
  return Array.isArray(value);
}
