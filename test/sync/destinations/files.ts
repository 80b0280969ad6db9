import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openFiles, openParquet } from '../../../generated/github-issues/src/sync/index.ts';
import { sandbox } from '../../support/sandbox.js';
import { query } from '../support/duckdb.js';
import { Digits, parseDigits } from '../support/exact.js';
import { duckdbText } from './duckdb.js';
import type { Harness, Place, TextColumn } from '../support/harness.js';

function everyFile(folder: string): unknown {
  return readdirSync(folder)
    .sort()
    .map((name) => [name, readFileSync(join(folder, name)).toString('base64')]);
}

function harness(
  name: string,
  format: 'jsonl' | 'parquet',
  open: typeof openFiles,
  rows: (folder: string) => Place['rows'],
  texts: (folder: string) => Place['texts'],
): Harness {
  return {
    name,
    hasSchemas: false,
    async place() {
      const folder = sandbox();
      return {
        to: `${folder}/`,
        format,
        open: (options) => open(`${folder}/`, options),
        makeForeign: async (table) => writeFileSync(join(folder, `${table}.${format}`), 'MINE'),
        snapshot: async () => everyFile(folder),
        texts: texts(folder),
        rows: rows(folder),
      };
    },
    async stop() {},
  };
}

const linesOf = (folder: string, table: string): readonly string[] =>
  readFileSync(join(folder, `${table}.jsonl`), 'utf8')
    .split('\n')
    .slice(0, -1);

const jsonLines = harness(
  'JSON Lines',
  'jsonl',
  openFiles,
  (folder) => async (table, columns) => rowsIn(linesOf(folder, table), columns),
  (folder) => async (table, columns) => textsIn(linesOf(folder, table), columns),
);

/** What lines have, as the harnesses of other destinations say it. */
export function rowsIn(lines: readonly string[], columns: readonly string[]): readonly Readonly<Record<string, unknown>>[] {
  const records = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  return records.map((record) => Object.fromEntries(columns.map((column) => [column, record[column] ?? null])));
}

export function textsIn(lines: readonly string[], columns: readonly TextColumn[]): readonly Readonly<Record<string, unknown>>[] {
  return lines.map((line) => {
    const record = parseDigits(line) as Readonly<Record<string, unknown>>;
    return Object.fromEntries(columns.map(({ name, kind }) => [name, textOf(record[name], kind)]));
  });
}

/** A value of a line: JSON as JSON, numbers by their digits, bytes in hexadecimal. */
function textOf(value: unknown, kind: TextColumn['kind']): unknown {
  if (value === null || value === undefined) return null;
  if (kind === 'json') return jsonOf(value);
  if (kind === 'binary') return Buffer.from(String(value), 'base64').toString('hex');
  return value instanceof Digits ? value.text : value;
}

function jsonOf(value: unknown): string {
  if (value instanceof Digits) return value.text;
  if (Array.isArray(value)) return `[${value.map(jsonOf).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, each]) => `${JSON.stringify(key)}:${jsonOf(each)}`)
    .join(',')}}`;
}

const fileOf = (folder: string, table: string): string => `'${join(folder, `${table}.parquet`).replaceAll("'", "''")}'`;

const parquet = harness(
  'Parquet',
  'parquet',
  openParquet,
  (folder) => (table, columns) =>
    query(':memory:', `SELECT ${columns.map((column) => `"${column}"`).join(', ')} FROM ${fileOf(folder, table)} ORDER BY 1`),
  (folder) => (table, columns) =>
    query(':memory:', `SELECT ${columns.map(duckdbText).join(', ')} FROM ${fileOf(folder, table)} ORDER BY id`),
);

export const harnesses = [jsonLines, parquet];
