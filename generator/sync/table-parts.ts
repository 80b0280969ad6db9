import { type Code, code, identifier, join, literal } from '../code.js';
import { wordsIn } from '../code/names.js';
import type { EmitContext, EmittedResource } from '../emit/context.js';
import type { ResourceModel } from '../model/connector-model.js';
import { destinationsUsed } from '../outputs.js';
import type { Column, ColumnType } from './destinations/column.js';
import type { Removal } from './destinations/contract.js';
import { CELL_HELPERS } from './emit-cells.js';
import { type ColumnsContext } from './columns.js';
import { timeReaders } from './times.js';

/** How rows of a resource are written: without a key, they are only ever appended. */
export function writeModeOf({ writeDisposition, primaryKey }: ResourceModel): ResourceModel['writeDisposition'] {
  return writeDisposition === 'merge' && primaryKey.length === 0 ? 'append' : writeDisposition;
}

/** The functions that code calls. */
export function helpersIn(made: readonly Code[], model: ColumnsContext): readonly string[] {
  const words = wordsIn(join(made, '\n'));
  const known = [...CELL_HELPERS.map(({ name }) => name), 'jsonText', ...timeReaders(model).map(({ name }) => name), 'utc'];
  return known.filter((name) => words.has(name));
}

/** The type of a record, and how it is imported: some names are taken in files of tables. */
export function recordType({ record }: EmittedResource): { readonly type: Code; readonly imported: Code } {
  const { file, variants } = record.type;
  const typeName = variants?.typeName ?? record.type.typeName;
  const type = identifier(TABLE_TYPES.has(typeName) ? `${typeName}Record` : typeName);
  const name = TABLE_TYPES.has(typeName) ? code`${identifier(typeName)} as ${type}` : type;
  return { type, imported: code`import type { ${name} } from ${literal(`../../records/${file}.ts`)};` };
}

/** What the files of tables import beside the record. */
const TABLE_TYPES: ReadonlySet<string> = new Set(['NestedTable', 'ReadOptions', 'Row', 'RowPage', 'Table']);

/** Imports of the functions that cells use, and of the types of tables. */
export function helperImports(
  { model }: EmitContext,
  helpers: readonly string[],
  writes: boolean,
  tableTypes: readonly string[],
): readonly Code[] {
  const times = [...timeReaders(model).map(({ name }) => name), 'utc'];
  const cells = helpers.filter((name) => name !== 'jsonText' && !times.includes(name));
  const json = [...(helpers.includes('jsonText') ? [code`jsonText`] : []), ...(writes ? [code`type Writing`] : [])];
  const used = helpers.filter((name) => times.includes(name));
  return [
    ...(cells.length > 0 ? [code`import { ${join(cells.map(identifier), ', ')} } from '../cells.ts';`] : []),
    ...(json.length > 0 ? [code`import { ${join(json, ', ')} } from '../json-text.ts';`] : []),
    code`import type { ${join(tableTypes.map(identifier), ', ')} } from '../table.ts';`,
    ...(used.length > 0 ? [code`import { ${join(used.map(identifier), ', ')} } from '../times.ts';`] : []),
  ];
}

/** What the emitted type `ColumnKind` calls it. */
export function kindOf({ kind }: ColumnType): string {
  if (kind === 'list' || kind === 'map' || kind === 'struct') return 'json';
  return kind === 'epoch' ? 'number' : kind;
}

/** The statements of each database. */
export function sqlOf({ model }: EmitContext, columns: readonly Column[], merges: boolean, removal?: Removal): readonly Code[] {
  return destinationsUsed(model.outputs).flatMap(({ name, table }) =>
    table === undefined ? [] : [code`${identifier(name)}: ${table.emit(columns, merges, removal)},`],
  );
}

/** Whether some table of a package loses rows by the keys of their records: those that are gone, or those of lists. */
export function removesRows({ resources }: ColumnsContext): boolean {
  return resources.some((resource) => isHard(resource) || (resource.lists.length > 0 && writeModeOf(resource) !== 'append'));
}

/** Whether records that are gone lose their row. */
export function isHard({ deletedWhen }: ResourceModel): boolean {
  return deletedWhen?.mode === 'hard';
}
