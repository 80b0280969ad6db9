import { type Code, code, identifier, nothing } from '../code.js';
import type { EmitContext } from '../emit/context.js';
import type { TemplateValues } from '../emit/template.js';
import { destinationsUsed } from '../outputs.js';
import { typesIn } from '../records/walk.js';
import { usedHelpers } from './emit-table.js';
import { readsIncrementally, speaksProtocol } from './words.js';

/** The holes of `src/sync/table.ts`: what a table is depends on who is to be told about it. */
export function tableTypes(context: EmitContext): TemplateValues {
  const { outputs } = context.model;
  const sql = destinationsUsed(outputs).flatMap(({ name, table }) => (table === undefined ? [] : [{ name, ...table }]));
  return {
    incremental: readsIncrementally(context.model),
    streamSchema: speaksProtocol(outputs) ? code`${[...(readsIncrementally(context.model) ? [CURSOR] : []), STREAM_SCHEMA]}` : nothing,
    tableSql: code`${sql.map(({ name, typeName }) => code`readonly ${identifier(name)}: ${typeName};`)}`,
    sqlTypes: code`${sql.map(({ type }) => type)}`,
    ...stringifying(context),
    cellHelpers: code`${usedHelpers(context).flatMap((helper) => CELL_HELPERS[helper] ?? [])}`,
  };
}

/** How values become JSON. Streams are told that declared integers of any size are text; all others are the numbers they were. */
function stringifying({ model: { records } }: EmitContext): TemplateValues {
  const declared = records.types.some((type) => typesIn(type.fields).some(({ kind }) => kind === 'bigint'));
  if (declared)
    return {
      importStringify: nothing,
      stringify: code`JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? String(each) : each))`,
    };
  if (!records.types.some((type) => type.mayHoldBigints)) return { importStringify: nothing, stringify: code`JSON.stringify(value)` };
  return { importStringify: code`import { stringifyJson } from '../exact-json.ts';`, stringify: code`stringifyJson(value)` };
}

const CURSOR = code`
  /** Keys to the field that incremental reads go by; none when it is read in full. */
  readonly cursor: readonly string[];
`;

const STREAM_SCHEMA = code`
  /** Its JSON Schema for protocols, a file of this package. */
  readonly streamSchema: string;
`;

const CELL_HELPERS: Readonly<Record<string, Code>> = {
  digits: code`

    /** The digits of a whole number of any size. */
    export function digits(value: bigint | null | undefined): string | null {
      return value === null || value === undefined ? null : String(value);
    }
  `,
  instant: code`

    /** A time as RFC 2822 has it, in the way that databases read. */
    export function instant(text: string | null | undefined): string | null {
      return text === null || text === undefined ? null : new Date(text).toISOString();
    }
  `,
  keyText: code`

    /** A key of which only this is known: that it is there. */
    export function keyText(value: unknown): string | null {
      return typeof value === 'string' ? value : jsonText(value);
    }
  `,
};
