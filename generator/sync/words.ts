import { environmentName } from '../model/config.js';
import type { ConnectorModel, ResourceModel } from '../model/connector-model.js';
import type { RecordType } from '../types/model.js';
import { coordinatedDestinationsOf, destinationsOf, type Output, protocolsOf } from '../outputs.js';
import type { Destination } from './destinations/contract.js';
import type { Protocol } from './protocols/contract.js';

/** What the command is called once the package is installed: its name without the scope. */
export function commandName(model: ConnectorModel): string {
  return model.packageName.replace(/^@[^/]*\//, '');
}

/** Where `sync` writes when nobody says where; null when somebody has to. */
export function defaultDestination(model: ConnectorModel): string | null {
  const [fallback] = destinationsOf(model.outputs).flatMap((destination) => destination.fallback ?? []);
  return fallback === undefined ? null : fallback(model.name.kebab);
}

/** `ANALYTICS_TO` */
export function destinationVariable(model: ConnectorModel): string {
  return environmentName(model.name, 'to');
}

/** `ANALYTICS_COORDINATOR` */
export function coordinatorVariable(model: ConnectorModel): string {
  return environmentName(model.name, 'coordinator');
}

/** Whether other tools can run the package. */
export function speaksProtocol(outputs: readonly Output[]): boolean {
  return protocolsOf(outputs).length > 0;
}

/** Where a template of a destination lies. */
export function destinationTemplate({ name }: Destination, file: string): string {
  return `generator/sync/destinations/${name}/${file}`;
}

/** Where a template of a protocol lies. */
export function protocolTemplate({ name }: Protocol, file: string): string {
  return `generator/sync/protocols/${name}/${file}`;
}

/** Where the schema of a resource lies that protocols announce. */
export function streamSchemaFile(resource: ResourceModel): string {
  return `schemas/streams/${resource.name.kebab}.json`;
}

/** Whether some resource is read from where the last read ended. */
export function readsIncrementally(model: ConnectorModel): boolean {
  return model.resources.some(goesOn);
}

/** Whether the next read of a resource begins where the last one ended. */
export function goesOn({ incremental, changeFeed }: ResourceModel): boolean {
  return incremental !== null || changeFeed !== null;
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

/** Whether a stretch of a resource can be read by itself, and written over what is there: both its bounds are options, and rows have keys. */
export function isBackfillable({ incremental, writeDisposition, primaryKey }: ResourceModel): boolean {
  return (
    writeDisposition === 'merge' && primaryKey.length > 0 && incremental?.initial?.kind === 'option' && incremental.end?.kind === 'option'
  );
}

/** The variables of the options that `--backfill` stands in for: where reads begin, and where they end. */
export function backfillVariables(model: ConnectorModel): { readonly starts: readonly string[]; readonly ends: readonly string[] } {
  const bounds = model.resources.filter(isBackfillable).map(({ incremental }) => incremental);
  const variables = (bound: 'initial' | 'end'): readonly string[] => {
    const names = bounds.flatMap((incremental) => {
      const value = incremental?.[bound];
      return value?.kind === 'option' ? [value.option.raw] : [];
    });
    return model.config.filter((option) => names.includes(option.name.raw)).map((option) => option.env);
  };
  return { starts: variables('initial'), ends: variables('end') };
}

/** Whether the package has anything of units of split reads. */
export function splitsReads(model: ConnectorModel): boolean {
  return model.outputs.includes('temporal') || model.resources.some(({ splits }) => splits !== null);
}

/** Whether a database can keep units whose rows go elsewhere. */
export function coordinates(model: ConnectorModel): boolean {
  return splitsReads(model) && coordinatedDestinationsOf(model.outputs).length > 0;
}

/** The options of its command line that are about them. */
export function splitOptions(model: ConnectorModel): readonly string[] {
  if (!splitsReads(model)) return [];
  return ['format', 'units', 'split', 'run', 'finish', 'abandon', ...(coordinates(model) ? ['coordinator'] : [])];
}

/** Whether many processes can keep one rate limit together: where there is one, and a database for it. */
export function sharesLimits(model: ConnectorModel): boolean {
  return model.rateLimit !== null && model.outputs.includes('postgres');
}
