import { columnsOf, type ColumnReader, type Tabled } from '../model/columns.js';
import type { CsvModel, ResourceModel } from '../model/connector-model.js';
import type { RecordsModel, RecordType } from '../types/model.js';
import type { JsonValue } from '../shape.js';
import { xmlElements } from '../model/xml.js';
import { asRead } from './as-read.js';
import { guessedElements } from './guessed-elements.js';
import { parseCsv, writeCsv } from './csv.js';
import { isList, valueAt, withValue } from './places.js';
import { parseXml } from './xml.js';
import { parseExact, stringifyExact } from './exact.js';
import { parseJson } from '../json.js';

/** Bodies that are lists of rows: their text, and the rows in it as the emitted code makes them. */

type Reader = Pick<ResourceModel, 'format'> & Tabled;

/** The value in a document, whose records have what their fields say; undefined when it is none. */
export function valueOfDocument(
  text: string,
  model: Pick<ResourceModel, 'format' | 'selector' | 'paginator' | 'changeFeed'>,
  type: RecordType,
  records: Pick<RecordsModel, 'types'>,
): JsonValue | undefined {
  const found = parseXml(text.replace(/^\ufeff/, ''), xmlElements(model, type, records));
  const rows = found === undefined ? undefined : valueAt(found, model.selector);
  return found === undefined || !isList(rows)
    ? found
    : withValue(
        found,
        model.selector,
        rows.map((row) => asRead(row, type, records.types)),
      );
}

/** The rows of a text; undefined when it is not of the format. `type`: what fields of tables are; without it, text. */
export function rowsOfText(text: string, { format, ...tabled }: Reader, type?: RecordType): readonly JsonValue[] | undefined {
  const plain = text.replace(/^\ufeff/, '');
  if (format.kind === 'csv') return rowsOfTable(plain, format, type === undefined ? [] : columnsOf(tabled, type));
  try {
    return plain
      .split('\n')
      .slice(format.kind === 'jsonl' ? format.skipLines : 0)
      .filter((line) => line.trim() !== '')
      .map(parseExact);
  } catch {
    return undefined;
  }
}

/** The text of rows. Columns of tables are those that the spec says, then those of the fields, then those of the rows. */
export function textOfRows(
  rows: readonly JsonValue[],
  { format, ...tabled }: Reader,
  type?: RecordType,
  known: readonly string[] = [],
): string {
  if (format.kind !== 'csv') {
    const above = format.kind === 'jsonl' ? Array.from({ length: format.skipLines }, (_, index) => ({ line: index + 1 })) : [];
    return [...above, ...rows].map((row) => `${stringifyExact(row)}\n`).join('');
  }
  const declared = type === undefined ? [] : columnsOf(tabled, type).map(({ name }) => name);
  const names = format.columns ?? [...new Set([...known, ...declared, ...rows.flatMap((row) => (isObject(row) ? Object.keys(row) : []))])];
  const fields = rows.map((row) => names.map((name) => (isObject(row) && Object.hasOwn(row, name) ? fieldOf(row[name]) : '')));
  const before = Array.from({ length: format.skipLines }, (_, index) => [`Report, line ${index + 1}`]);
  const after = Array.from({ length: format.summaryRows }, () => names.map((_, index) => (index === 0 ? 'Total' : '')));
  return writeCsv([...before, ...(format.columns === null ? [names] : []), ...fields, ...after], format);
}

/** Rows of tables and records of documents, all text, with the types of the fields; others as they are. */
export function typedRows(
  rows: readonly JsonValue[],
  { name: resource, format, parent, forEach, changes }: ResourceModel,
  records: RecordsModel,
): readonly JsonValue[] {
  const type = records.resources.find((each) => each.resource === resource.raw)?.type;
  if (format.kind === 'xml' && type !== undefined) return rows.map((row) => asRead(row, type, records.types));
  if (format.kind !== 'csv' || type === undefined) return rows;
  const readers = new Map(columnsOf({ parent, forEach, changes }, type).map(({ name, reader }) => [name, reader]));
  return rows.map((row) => (isObject(row) ? fromEntries(Object.entries(row), (name, text) => valueOf(text, readers.get(name))) : row));
}

/** Rows of tables, all text, with the types that all texts of a column have: numbers, true and false, null where there is nothing. */
export function guessedRows(rows: readonly JsonValue[], { format }: Reader): readonly JsonValue[] {
  if (format.kind === 'xml') return guessedElements(rows);
  if (format.kind !== 'csv') return rows;
  const texts = (name: string): readonly string[] =>
    rows.flatMap((row) => (isObject(row) && typeof row[name] === 'string' && row[name] !== '' ? [row[name]] : []));
  const kinds = new Map(
    [...new Set(rows.flatMap((row) => (isObject(row) ? Object.keys(row) : [])))].map((name): [string, ColumnReader] => {
      const all = texts(name);
      const is = (pattern: RegExp): boolean => all.length > 0 && all.every((text) => pattern.test(text));
      const as = is(/^-?(0|[1-9]\d{0,14})(\.\d{1,9})?$/)
        ? 'number'
        : is(/^(true|false)$/i)
          ? 'boolean'
          : is(/^[[{].*[\]}]$/s)
            ? 'json'
            : 'text';
      return [name, { as, empty: 'null' }];
    }),
  );
  return rows.map((row) => (isObject(row) ? fromEntries(Object.entries(row), (name, text) => valueOf(text, kinds.get(name))) : row));
}

function fromEntries(
  entries: readonly (readonly [string, JsonValue])[],
  read: (name: string, text: string) => JsonValue | undefined,
): JsonValue {
  return Object.fromEntries(
    entries.flatMap(([name, text]) => {
      const value = typeof text === 'string' ? read(name, text) : text;
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

function rowsOfTable(text: string, format: CsvModel, columns: ReturnType<typeof columnsOf>): readonly JsonValue[] | undefined {
  const table = tableIn(text, format);
  const header = format.columns ?? table?.[0];
  if (table === undefined || header === undefined) return undefined;
  const readers = new Map(columns.map(({ name, reader }) => [name, reader]));
  return table.slice(format.columns === null ? 1 : 0).flatMap((row) => {
    if (row.length === 1 && row[0] === '' && header.length > 1) return [];
    const entries = row.flatMap((field, at) => {
      const value = valueOf(field, readers.get(header[at] ?? ''));
      return value === undefined ? [] : [[header[at] ?? '', value] as const];
    });
    return [Object.fromEntries(entries)];
  });
}

/** The rows of a table, its header among them, without the lines before and those that are no records. */
export function tableIn(text: string, format: CsvModel): readonly (readonly string[])[] | undefined {
  const rows = parseCsv(text, format)?.slice(format.skipLines);
  if (rows === undefined || format.summaryRows === 0) return rows;
  const last = rows.findLastIndex((row) => row.length > 1 || row[0] !== '');
  return rows.slice(0, Math.max(0, last + 1 - format.summaryRows));
}

function valueOf(text: string, reader: ColumnReader = { as: 'text', empty: 'text' }): JsonValue | undefined {
  if (text === '' && reader.empty !== 'text') return reader.empty === 'null' ? null : undefined;
  switch (reader.as) {
    case 'number':
      return /^[-+]?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(text) ? Number(text) : text;
    case 'boolean':
      return /^(true|1)$/i.test(text) ? true : /^(false|0)$/i.test(text) ? false : text;
    case 'json':
      try {
        return parseJson(text);
      } catch {
        return text;
      }
    case 'text':
      return text;
  }
}

function fieldOf(value: JsonValue | undefined): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' && !value.startsWith('\u0000') ? value : stringifyExact(value).replace(/^"([^"]*)"$/, '$1');
}

function isObject(value: JsonValue): value is { readonly [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
