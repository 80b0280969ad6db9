import { environmentName } from '../model/config.js';
import type { ConnectorModel, ResourceModel } from '../model/connector-model.js';
import type { RecordType } from '../records/model.js';
import type { Output } from '../outputs.js';

/** What the command is called once the package is installed: its name without the scope. */
export function commandName(model: ConnectorModel): string {
  return model.packageName.replace(/^@[^/]*\//, '');
}

/** Where `sync` writes when nobody says where; null when somebody has to. */
export function defaultDestination(model: ConnectorModel): string | null {
  return model.outputs.includes('duckdb') ? `${model.name.kebab}.duckdb` : null;
}

/** `ANALYTICS_TO` */
export function destinationVariable(model: ConnectorModel): string {
  return environmentName(model.name, 'to');
}

/** The outputs whose SQL the tables need: Parquet files are written by DuckDB. */
export function withSql(outputs: readonly Output[]): readonly Output[] {
  const needed = outputs.filter((output) => output === 'duckdb' || output === 'postgres' || output === 'sqlite');
  return outputs.includes('files') && !needed.includes('duckdb') ? ['duckdb', ...needed] : needed;
}

/** Whether other tools can run the package. */
export function speaksProtocol(outputs: readonly Output[]): boolean {
  return outputs.includes('singer') || outputs.includes('airbyte');
}

/** Where the schema of a resource lies that protocols announce. */
export function streamSchemaFile(resource: ResourceModel): string {
  return `schemas/streams/${resource.name.kebab}.json`;
}

/** Whether some resource is read from where the last read ended. */
export function readsIncrementally(model: ConnectorModel): boolean {
  return model.resources.some(({ incremental }) => incremental !== null);
}

/** Keys to the field that a resource is read by incrementally; none when it is read in full, or the field is not declared. */
export function cursorOf({ incremental }: ResourceModel, record: RecordType): readonly string[] {
  const path = incremental?.cursor.flatMap((step) => (step.kind === 'key' ? step.key : [])) ?? [];
  return path.length === incremental?.cursor.length && record.fields.some(({ name }) => name === path[0]) ? path : [];
}

/** The variables of the options that incremental reads begin at: what `--since` stands in for. */
export function sinceVariables(model: ConnectorModel): readonly string[] {
  const options = model.resources.flatMap(({ incremental }) =>
    incremental?.initial?.kind === 'option' ? [incremental.initial.option.raw] : [],
  );
  return model.config.filter((option) => options.includes(option.name.raw)).map((option) => option.env);
}
