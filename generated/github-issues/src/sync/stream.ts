// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import { readFile } from 'node:fs/promises';
import { GithubIssuesError } from '../index.ts';
import { SyncError, type SavedState } from './destination.ts';
import { isObject, readJsonFile } from './json-file.ts';
import { fromConfig, fromEnvironment, type SettingSource } from './setting-reader.ts';
import type { Table } from './table.ts';

/** JSON Schema of a stream. */
export interface StreamSchema {
  readonly properties: Readonly<Record<string, unknown>>;
}

/** After this many records, and at the end of each stream, comes a state. */
export const STATE_EVERY = 10_000;

/** The schema of a table, from the files of this package. */
export async function streamSchema(table: Table): Promise<StreamSchema> {
  const text = await readFile(new URL(`../../${table.streamSchema}`, import.meta.url), 'utf8');
  return JSON.parse(text) as StreamSchema; // it is ours
}

/** A schema with only the fields that `keep` wants. */
export function narrowed(schema: StreamSchema, keep: (field: string) => boolean): StreamSchema {
  return {
    ...schema,
    properties: Object.fromEntries(Object.entries(schema.properties).filter(([field]) => keep(field))),
  };
}

/** A record with only the fields of its schema; the whole record where fields are not declared. */
export function selectFields(record: object, { properties }: StreamSchema, isDeclared: boolean): object {
  return isDeclared
    ? Object.fromEntries(Object.entries(record).filter(([field]) => Object.hasOwn(properties, field)))
    : record;
}

/** Settings of a configuration file; what it leaves out comes from the environment. */
export async function readSettings(
  path: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Promise<SettingSource> {
  const environment = fromEnvironment(env);
  if (path === undefined || path === 'ENV') return environment;
  const config = fromConfig(await readObject(path, 'usage'));
  return { get: (setting) => config.get(setting) ?? environment.get(setting), nameOf: config.nameOf };
}

/** The JSON object in a file. */
export async function readObject(path: string, code: 'usage' | 'state'): Promise<Readonly<Record<string, unknown>>> {
  const value = await readJson(path, code);
  if (isObject(value)) return value;
  throw new SyncError(code, `${path}: expected a JSON object; nothing was read`);
}

/** The JSON value in a file. */
export async function readJson(path: string, code: 'usage' | 'state'): Promise<unknown> {
  const value = await readJsonFile(path, code);
  if (value === undefined) throw new SyncError(code, `${path}: cannot be read`);
  return value;
}

/** The streams of a catalog, each an object. */
export async function readStreams(path: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { streams } = await readObject(path, 'usage');
  if (!Array.isArray(streams) || !streams.every(isObject))
    throw new SyncError('usage', `${path}: the catalog has no streams`);
  return streams;
}

/** Where a read goes on: after an interrupted one, or, of an incremental one, where the last ended. */
export function resumeState(table: Table, saved: SavedState | undefined): unknown {
  return saved === undefined || (saved.complete && !table.incremental) ? undefined : saved.state;
}

/** Whether somebody else has to act: the API, or whoever wrote the configuration. */
export function isExpected(error: unknown): boolean {
  return error instanceof GithubIssuesError || error instanceof SyncError;
}
