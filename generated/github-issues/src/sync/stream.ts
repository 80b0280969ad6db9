// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import { readFile } from 'node:fs/promises';
import { GithubIssuesError } from '../index.ts';
import { SyncError, type SavedState } from './destination.ts';
import { isObject, readJsonFile } from './json-file.ts';
import { rewritten } from './json-text.ts';
import { fromConfig, fromEnvironment, type SettingSource } from './setting-reader.ts';
import type { Table } from './table.ts';

/** JSON Schema of a stream. */
export interface StreamSchema {
  readonly properties: Readonly<Record<string, object>>;
}

/** After this many records, and at the end of each stream, comes a state. */
export const STATE_EVERY = 10_000;

/** The schema of a table, from the files of this package. */
export async function streamSchema(table: Table): Promise<StreamSchema> {
  const text = await readFile(new URL(`../../${table.streamSchema}`, import.meta.url), 'utf8');
  return JSON.parse(text) as StreamSchema; // it is ours
}

/** Fields that somebody wants of a stream. */
export interface Selection {
  /** The schema, without the others. */
  readonly schema: StreamSchema;
  /** A record as it goes into a message: without the others, at any depth. */
  message(record: object): unknown;
}

/**
 * What is left of a stream when only some fields are wanted. `keep` is asked for each field, and for those in it, by the path
 * that Singer calls a breadcrumb: `properties, user, properties, email`.
 */
export function selectionOf(table: Table, schema: StreamSchema, keep: (path: readonly string[]) => boolean): Selection {
  const narrowed = narrowedSchema(schema, keep, []) as StreamSchema; // it was one
  const isDeclared = Object.keys(schema.properties).length > 0;
  return {
    schema: narrowed,
    message(record) {
      const declared = Object.entries(record).filter(([field]) => Object.hasOwn(schema.properties, field));
      const selected = isDeclared ? without(Object.fromEntries(declared), schema, narrowed) : record;
      return table.messages === undefined ? selected : rewritten(selected, table.messages);
    },
  };
}

/** A part of a schema. */
interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
}

function narrowedSchema(
  node: SchemaNode,
  keep: (path: readonly string[]) => boolean,
  path: readonly string[],
): SchemaNode {
  const { properties, items } = node;
  const kept = Object.entries(properties ?? {}).flatMap(([name, each]): [string, SchemaNode][] => {
    const own = [...path, 'properties', name];
    return keep(own) ? [[name, narrowedSchema(each, keep, own)]] : [];
  });
  return {
    ...node,
    ...(properties === undefined ? {} : { properties: Object.fromEntries(kept) }),
    ...(items === undefined ? {} : { items: narrowedSchema(items, keep, [...path, 'items']) }),
  };
}

/** A value without what a schema has and another one, which was narrowed, has not. */
function without(value: unknown, whole: SchemaNode, narrowed: SchemaNode): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const { items } = whole;
    return items === undefined ? value : value.map((item) => without(item, items, narrowed.items ?? {}));
  }
  const { properties = {} } = whole;
  const entries = Object.entries(value).flatMap(([key, each]): [string, unknown][] => {
    const inside = Object.hasOwn(properties, key) ? properties[key] : undefined;
    const kept =
      narrowed.properties !== undefined && Object.hasOwn(narrowed.properties, key)
        ? narrowed.properties[key]
        : undefined;
    if (inside === undefined) return [[key, each]];
    return kept === undefined ? [] : [[key, without(each, inside, kept)]];
  });
  return Object.fromEntries(entries);
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
