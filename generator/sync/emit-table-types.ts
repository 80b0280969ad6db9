import { code, identifier, nothing } from '../code.js';
import type { EmitContext } from '../emit/context.js';
import { hasTotals } from '../emit/reading/total.js';
import type { TemplateValues } from '../emit/template.js';
import { destinationsUsed } from '../outputs.js';
import { isHard, removesRows } from './table-parts.js';
import { backfillVariables, coordinates, readsIncrementally, speaksProtocol, splitsReads } from './words.js';

/** The holes of `src/sync/table.ts`: what a table is depends on who is to be told about it. */
export function tableTypes(context: EmitContext): TemplateValues {
  const { outputs } = context.model;
  const sql = destinationsUsed(outputs).flatMap(({ name, table }) => (table === undefined ? [] : [{ name, ...table }]));
  return {
    incremental: readsIncrementally(context.model),
    splits: splitsReads(context.model),
    totals: hasTotals(context.resources),
    backfill: backfillVariables(context.model).starts.length > 0,
    streamSchema: speaksProtocol(outputs) ? code`${[...(readsIncrementally(context.model) ? [CURSOR] : []), STREAM_SCHEMA]}` : nothing,
    tableSql: code`${sql.map(({ name, typeName }) => code`readonly ${identifier(name)}: ${typeName};`)}`,
    sqlTypes: code`${sql.map(({ type }) => type(removesRows(context.model)))}`,
    ...keepingValues(context),
  };
}

/** Holes of the files that write rows: whether there are tables of lists, and records that are gone. */
export function keepingValues(context: EmitContext): TemplateValues {
  const { model } = context;
  const nested = model.resources.some(({ lists }) => lists.length > 0) && destinationsUsed(model.outputs).length > 0;
  const lists = nested || mayHaveLists(context);
  return {
    nested,
    lists,
    keepsLists: lists && model.outputs.some((output) => output === 'files' || output === 's3'),
    coordinates: coordinates(model),
    deleted: model.resources.some(({ deletedWhen }) => deletedWhen !== null),
    hard: model.resources.some(isHard),
    conditional: model.resources.some(({ when }) => when !== null),
    removes: removesRows(model) && destinationsUsed(model.outputs).length > 0,
    shape: nested ? code`TableShape` : code`Table`,
  };
}

/** Whether another version of the spec may have made tables of lists that are columns now. */
function mayHaveLists({ model, resources }: EmitContext): boolean {
  if (destinationsUsed(model.outputs).length === 0) return false;
  return resources.some(
    ({ model: { primaryKey }, record }) =>
      primaryKey.length > 0 && record.type.declared && record.type.fields.some(({ type }) => type.kind === 'array'),
  );
}

/** The holes of `src/sync/json-text.ts`: where values may be `bigint`, the numbers that they were are written. */
export function jsonTextValues({ model: { records } }: EmitContext): TemplateValues {
  if (!records.types.some((type) => type.mayHoldBigints)) return { importStringify: nothing, stringify: code`JSON.stringify` };
  return { importStringify: code`import { stringifyJson } from '../internal/exact-json.ts';`, stringify: code`stringifyJson` };
}

const CURSOR = code`
  /** Keys to the field that incremental reads go by; none when it is read in full. */
  readonly cursor: readonly string[];
`;

const STREAM_SCHEMA = code`
  /** Its JSON Schema for protocols, a file of this package. */
  readonly streamSchema: string;
  /** What is not written as it is in their messages. */
  readonly messages?: Writing;
`;
