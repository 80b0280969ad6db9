// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { SyncError } from './destination.ts';
import { isObject, parseJsonText } from './json-file.ts';
import { flush, openToAppend } from './own-file.ts';
import type { Table } from './table.ts';

/** Lines that are written at once. */
const CHUNK = 1000;

/**
 * Copies lines of a file to another: of those with the same key the last. Reads twice, and keeps keys in memory, not
 * lines.
 *
 * @param bytes how much of the file counts
 * @returns how many bytes were written, which are on the disk
 */
export async function compacted(from: string, bytes: number, to: string, table: Table): Promise<number> {
  const last = new Map<string, number>();
  let number = 0;
  for await (const line of linesOf(from, bytes)) last.set(keyOf(line, table, ++number), number);
  const kept = new Set(last.values());
  last.clear();
  const file = await openToAppend(to);
  let written = 0;
  let chunk: string[] = [];
  const write = async (): Promise<void> => {
    const text = new TextEncoder().encode(chunk.join(''));
    chunk = [];
    await file.appendFile(text);
    written += text.length;
  };
  try {
    number = 0;
    for await (const line of linesOf(from, bytes)) {
      if (!kept.has(++number)) continue;
      chunk.push(`${line}\n`);
      if (chunk.length >= CHUNK) await write();
    }
    await write();
    await flush(file.fd);
    return written;
  } finally {
    await file.close();
  }
}

async function* linesOf(path: string, bytes: number): AsyncGenerator<string, void, undefined> {
  if (bytes === 0) return;
  yield* createInterface({ input: createReadStream(path, { end: bytes - 1 }), crlfDelay: Infinity });
}

/** A line of ours is a record: digits that a number would lose are text in its key. */
function keyOf(line: string, table: Table, number: number): string {
  const record = parseJsonText(line, `${table.name}, line ${number}`, 'destination');
  if (!isObject(record)) throw new SyncError('destination', `${table.name}, line ${number}: this is no record`);
  const missing = table.key.find((column) => !Object.hasOwn(record, column));
  if (missing !== undefined)
    throw new SyncError(
      'destination',
      `${table.name}, line ${number}: there is no ${missing}, by which lines are told apart`,
    );
  return JSON.stringify(table.key.map((column) => record[column]));
}
