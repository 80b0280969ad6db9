// Code generated from specs/analytics.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/analytics.yaml

import { open } from 'node:fs/promises';
import { SyncError, type SyncErrorCode } from './destination.ts';

/** A state, a catalog, a configuration: none is larger, and none has more lists and objects inside each other. */
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_LEVELS = 100;

/** The JSON value in a file, which somebody else may have written; undefined when there is no file. */
export async function readJsonFile(path: string, code: SyncErrorCode): Promise<unknown> {
  const text = await readText(path, code);
  return text === undefined ? undefined : parseJsonText(text, path, code);
}

/** The value of a JSON text that somebody else may have written; what is odd about it is an error that says where. */
export function parseJsonText(text: string, where: string, code: SyncErrorCode): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new SyncError(code, `${where}: not JSON; nothing was read, nothing written`);
  }
  const open: { readonly value: unknown; readonly level: number }[] = [{ value, level: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue;
    if (next.level === MOST_LEVELS)
      throw new SyncError(code, `${where}: lists and objects inside each other are more than ${MOST_LEVELS} deep`);
    if (Object.hasOwn(next.value, '__proto__')) throw new SyncError(code, `${where}: nothing may be called __proto__`);
    for (const inner of Object.values(next.value))
      if (typeof inner === 'object') open.push({ value: inner, level: next.level + 1 });
  }
  return value;
}

/** Whether a value is an object, and no list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is a list of texts. */
export function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

/** The text of a file, or of a pipe, which somebody else may have written; undefined where there is none. */
export async function readText(path: string, code: SyncErrorCode): Promise<string | undefined> {
  const file = await open(path).catch((error: unknown) => {
    if ((error as { readonly code?: unknown }).code === 'ENOENT') return undefined;
    throw new SyncError(code, `${path}: cannot be read`);
  });
  if (file === undefined) return undefined;
  try {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of file.createReadStream({ autoClose: false }) as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > MOST_BYTES) throw new SyncError(code, `${path}: larger than ${MOST_BYTES / 1024 / 1024} MiB`);
      chunks.push(chunk);
    }
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch (error) {
    if (error instanceof SyncError) throw error;
    throw new SyncError(code, `${path}: ${error instanceof TypeError ? 'not UTF-8' : 'cannot be read'}`);
  } finally {
    await file.close();
  }
}
