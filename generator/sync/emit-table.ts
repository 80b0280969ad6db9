import { type Code, code, identifier, join, jsdoc, literal, nothing } from '../code.js';
import type { EmitContext, EmittedResource } from '../emit/context.js';
import { hasNotes } from '../emit/reading/cursor.js';
import { destinationsUsed } from '../outputs.js';
import type { VirtualFile } from '../virtual-file.js';
import { columnsOf } from './columns.js';
import type { Column } from './destinations/column.js';
import { cursorOf, readsIncrementally, speaksProtocol, streamSchemaFile } from './words.js';

/** `src/sync/tables/*.ts`: one for each resource; and `src/sync/tables.ts`, the list of them. */
export function emitTables(context: EmitContext): readonly VirtualFile[] {
  return [
    { path: 'src/sync/tables.ts', text: `${list(context).text}\n` },
    ...context.resources.map((resource) => emitTable(context, resource)),
  ];
}

/** What the variable of a table is called: `issuesTable`. */
function tableName({ model }: EmittedResource): Code {
  return identifier(`${model.name.camel}Table`);
}

function list({ header, resources }: EmitContext): Code {
  return code`
    ${header}

    import type { Table } from './table.ts';
    ${resources.map((resource) => code`import { ${tableName(resource)} } from ${literal(`./tables/${resource.model.name.kebab}.ts`)};`)}

    /** What can be synced, in the order of the spec. */
    export const tables: readonly Table[] = [${join(resources.map(tableName), ', ')}];
  `;
}

function emitTable(context: EmitContext, resource: EmittedResource): VirtualFile {
  const { model, record, names } = resource;
  const columns = columnsOf(model, record.type, context.model.records);
  const keys = columns.filter((column) => column.isKey);
  const mode = model.writeDisposition === 'merge' && keys.length === 0 ? 'append' : model.writeDisposition;
  const variable = identifier(record.type.variable);
  const { typeName } = record.type;
  const type = identifier(TABLE_TYPES.has(typeName) ? `${typeName}Record` : typeName);
  const imported = TABLE_TYPES.has(typeName) ? code`${identifier(typeName)} as ${type}` : type;
  const notes = !readsIncrementally(context.model) ? nothing : hasNotes(resource) ? code`, notes: page.notes ?? []` : code`, notes: []`;
  const text = code`
    ${context.header}

    import type { ${context.prefix}Client } from '../../client.ts';
    import type { ${imported} } from ${literal(`../../records/${record.type.file}.ts`)};
    import type { ${names.state} } from ${literal(`../../resources/${model.name.kebab}.ts`)};
    import { ${helpers(columns)}type ReadOptions, type Row, type RowPage, type Table } from '../table.ts';

    ${jsdoc(code`The table ${literal(model.name.raw)}.`, model.description)}
    export const ${tableName(resource)}: Table = {
      name: ${literal(model.name.raw)},
      description: ${literal(model.description)},
      mode: ${literal(mode)},
      key: ${literal(mode === 'append' ? [] : keys.map((column) => column.name))},
      incremental: ${literal(model.incremental !== null)},
      selected: ${literal(model.selected)},
      columns: ${literal(columns.map((column) => column.name))},
      ${readsIncrementally(context.model) ? startOf(resource) : nothing}
      ${speaksProtocol(context.model.outputs) ? streamOf(context, resource) : nothing}
      ${sqlOf(context, columns, mode !== 'append' && keys.length > 0)}
      pages,
    };

    async function* pages(client: ${context.prefix}Client, options: ReadOptions): AsyncGenerator<RowPage, void, undefined> {
      const state = options.state as ${names.state} | undefined; // as it was saved; \`pages\` checks it
      for await (const page of client.${names.property}.pages({ state, signal: options.signal })) {
        yield { records: page.records, rows: page.records.map(rowOf), state: page.state, complete: page.state.next === null${notes} };
      }
    }

    function rowOf(${variable}: ${type}): Row {
      return [
        ${columns.map((column) => code`${column.cell},`)}
      ];
    }
  `;
  return { path: `src/sync/tables/${model.name.kebab}.ts`, text: `${text.text}\n` };
}

/** What the files of tables import beside the record. */
const TABLE_TYPES: ReadonlySet<string> = new Set(['ReadOptions', 'Row', 'RowPage', 'Table']);

function streamOf(context: EmitContext, { model, record }: EmittedResource): Code {
  return code`
    ${readsIncrementally(context.model) ? code`cursor: ${literal(cursorOf(model, record.type))},` : nothing}
    streamSchema: ${literal(streamSchemaFile(model))},
  `;
}

/** Where a saved state begins to read. */
function startOf(resource: EmittedResource): Code {
  const { model, names } = resource;
  if (model.incremental === null || resource.parent !== undefined || model.forEach !== null) return code`startOf: () => null,`;
  return code`startOf: (state) => (state as Partial<${names.state}>).cursor?.start ?? null,`;
}

/** The functions that cells use, for the import. */
function helpers(columns: readonly Column[]): Code {
  const used = HELPERS.filter((helper) => columns.some(({ cell }) => cell.text.startsWith(`${helper}(`)));
  return used.length === 0 ? nothing : code`${join(used.map(identifier), ', ')}, `;
}

const HELPERS = ['digits', 'instant', 'jsonText', 'keyText'] as const;

/** The statements of each database. */
function sqlOf({ model }: EmitContext, columns: readonly Column[], merges: boolean): readonly Code[] {
  return destinationsUsed(model.outputs).flatMap(({ name, table }) =>
    table === undefined ? [] : [code`${identifier(name)}: ${table.emit(columns, merges)},`],
  );
}

/** The helpers that the tables of a connector use. */
export function usedHelpers(context: EmitContext): readonly (typeof HELPERS)[number][] {
  const cells = context.resources.flatMap(({ model, record }) =>
    columnsOf(model, record.type, context.model.records).map(({ cell }) => cell.text),
  );
  return HELPERS.filter((helper) => cells.some((cell) => cell.startsWith(`${helper}(`)));
}
