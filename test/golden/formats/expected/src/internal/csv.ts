// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { FormatsResponseError, type ReadPosition } from '../errors.ts';
import { isBig, parseJson } from './exact-json.ts';
import type { Format } from './http.ts';

/** What a text in a table stands for; a text that does not fit stays what it is, for the checks of records. */
export type ReadField = (text: string) => unknown;

export interface CsvOptions {
  /** The columns that a table must have, in any order. Others are text. */
  readonly columns: Readonly<Record<string, ReadField>>;
  /** Columns that it may lack. */
  readonly optional?: Readonly<Record<string, ReadField>>;
  /** The columns of a table without a header, in their order. Default: its first row says them. */
  readonly names?: readonly string[];
  /** Between two fields. Default: a comma. */
  readonly delimiter?: string;
  /** Around fields that hold delimiters or line ends; inside it is doubled. null: nothing is quoted. Default: `"`. */
  readonly quote?: string | null;
  /** Whether the last row may end without a line end: then a table that is cut off inside its last field is taken for a whole one. */
  readonly openEnd?: boolean;
}

/** Bodies that are tables, as RFC 4180 has them: each row becomes an object. */
export function csv(options: CsvOptions): Format {
  return {
    code: 'not_csv',
    types: /csv|tab-separated|excel|text\/plain|octet-stream|gzip/i,
    parse: (text, place) => readTable(text, place, options),
  };
}

function readTable(text: string, place: ReadPosition, options: CsvOptions): readonly object[] {
  const { columns, names, delimiter = ',', quote = '"', openEnd = false, optional = {} } = options;
  const { rows, ended } = rowsOf(text, delimiter, quote, place);
  if (!ended && !openEnd)
    throw new FormatsResponseError(place, 'malformed_body', 'the table is cut off: its last row has no end');
  const header = names ?? rows[0];
  if (header === undefined)
    throw new FormatsResponseError(place, 'malformed_body', 'the table is cut off: it has no header');
  if (new Set(header).size < header.length)
    throw new FormatsResponseError(place, 'invalid_row', 'the header names a column twice');
  const missing = Object.keys(columns).find((name) => !header.includes(name));
  if (missing !== undefined)
    throw new FormatsResponseError(place, 'no_records', `the table has no column ${JSON.stringify(missing)}`);
  const fields = header.map((name) => ({
    name,
    read: Object.hasOwn(columns, name) ? columns[name] : Object.hasOwn(optional, name) ? optional[name] : undefined,
  }));
  const records: object[] = [];
  for (let index = names === undefined ? 1 : 0; index < rows.length; index++) {
    const row = rows[index] ?? [];
    if (row.length === 1 && row[0] === '' && header.length > 1) continue; // an empty line
    if (row.length !== header.length) {
      const isCut = !ended && index === rows.length - 1;
      const words = `row ${index + 1} has ${row.length} fields, and there are ${header.length} columns`;
      throw new FormatsResponseError(place, isCut ? 'malformed_body' : 'invalid_row', words);
    }
    records.push(
      Object.fromEntries(
        fields
          .map(({ name, read }, at) => [name, read === undefined ? row[at] : read(row[at] ?? '')])
          .filter(([, value]) => value !== undefined),
      ),
    );
  }
  return records;
}

/** The fields of each row as text; `ended`: whether the last row has a line end. */
function rowsOf(
  text: string,
  delimiter: string,
  quote: string | null,
  place: ReadPosition,
): { rows: string[][]; ended: boolean } {
  const rows: string[][] = [];
  let row: string[] = [];
  let nextDelimiter = -1;
  let nextLine = -1;
  let at = 0;
  while (at < text.length) {
    let field = '';
    if (quote !== null && text[at] === quote) {
      for (let isOpen = true; isOpen;) {
        const end = text.indexOf(quote, at + 1);
        if (end === -1)
          throw new FormatsResponseError(
            place,
            'malformed_body',
            `the table is cut off: a quote is open in row ${rows.length + 1}`,
          );
        field += text.slice(at + 1, end);
        at = end + 1;
        isOpen = text[at] === quote; // doubled: it stands for itself
        if (isOpen) field += quote;
      }
    } else {
      if (nextDelimiter < at) nextDelimiter = placeOf(delimiter, text, at);
      if (nextLine < at) nextLine = placeOf('\n', text, at);
      const end = Math.min(nextDelimiter, nextLine);
      field = text.slice(at, text.startsWith('\r\n', end - 1) ? Math.max(at, end - 1) : end);
      at = end;
    }
    row.push(field);
    if (text.startsWith('\r\n', at)) at++;
    if (text[at] === '\n') {
      rows.push(row);
      row = [];
    } else if (at + 1 === text.length && text[at] === delimiter) row.push('');
    else if (at < text.length && text[at] !== delimiter && text.slice(at) !== '\r') {
      throw new FormatsResponseError(place, 'invalid_row', `row ${rows.length + 1} goes on after a closing quote`);
    }
    at++;
  }
  const ended = row.length === 0;
  if (!ended) rows.push(row);
  return { rows, ended };
}

function placeOf(sign: string, text: string, from: number): number {
  const at = text.indexOf(sign, from);
  return at === -1 ? text.length : at;
}

/** null for an empty field. */
export function orNull(read: ReadField): ReadField {
  return (text) => (text === '' ? null : read(text));
}

/** Nothing for an empty field: the record lacks it. */
export function orNone(read: ReadField): ReadField {
  return (text) => (text === '' ? undefined : read(text));
}

export function asText(text: string): unknown {
  return text;
}

/** A number as JSON writes it, with or without a plus and zeros before it; one whose digits a number does not keep stays text. */
export function asNumber(text: string): unknown {
  return /^[-+]?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(text) && !isBig(text) ? Number(text) : text;
}

/** `true`, `false`, `1` and `0`, in any case. */
export function asBoolean(text: string): unknown {
  if (/^(true|1)$/i.test(text)) return true;
  return /^(false|0)$/i.test(text) ? false : text;
}

/** The value of a field that holds JSON. */
export function asJson(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return text;
  }
}
