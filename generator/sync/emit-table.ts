import { type Code, code, identifier, join, jsdoc, literal, nothing } from '../code.js';
import type { EmitContext, EmittedResource } from '../emit/context.js';
import { isResumable } from '../emit/reading/kinds.js';
import { destinationsUsed } from '../outputs.js';
import type { VirtualFile } from '../virtual-file.js';
import { columnsOf } from './columns.js';
import type { Column, ColumnType } from './destinations/column.js';
import { CELL_HELPERS, emitCells } from './emit-cells.js';
import { emitTimes } from './emit-times.js';
import { timeReaders } from './times.js';
import { digitsOf, messageOf, writingOfFields } from './writing.js';
import { cursorOf, isBackfillable, readsIncrementally, speaksProtocol, streamSchemaFile } from './words.js';

/**
 * `src/sync/tables/*.ts`: one for each resource; `src/sync/tables.ts`, the list of them; and the files with the functions that
 * their cells are made by.
 */
export function emitTables(context: EmitContext): readonly VirtualFile[] {
  const parts = context.resources.map((resource) => tableParts(context, resource));
  return [
    { path: 'src/sync/tables.ts', text: `${list(context).text}\n` },
    ...context.resources.map((resource, index) => emitTable(context, resource, parts[index] ?? tableParts(context, resource))),
    ...emitCells(
      context,
      parts.flatMap(({ helpers }) => helpers),
    ),
    ...emitTimes(
      context,
      parts.flatMap(({ helpers }) => helpers),
    ),
  ];
}

/** What a table is made of. */
interface TableParts {
  readonly columns: readonly Column[];
  /** Constants of its file: how nested values are written in JSON. */
  readonly constants: readonly Code[];
  /** The same for a whole record. */
  readonly writing: Code | undefined;
  /** The same in messages of protocols. */
  readonly messages: Code | undefined;
  /** The functions that it uses. */
  readonly helpers: readonly string[];
}

function tableParts({ model: { records, outputs } }: EmitContext, { model, record }: EmittedResource): TableParts {
  const { columns, constants } = columnsOf(model, record.type, records);
  const writing = writingOfFields(record.type.fields, records, digitsOf);
  const messages = speaksProtocol(outputs) ? writingOfFields(record.type.fields, records, messageOf(timeReaders(records))) : undefined;
  const texts = [
    ...columns.map(({ cell }) => cell.text),
    ...constants.map(({ text }) => text),
    writing?.text ?? '',
    messages?.text ?? '',
  ].join('\n');
  const words = namesIn(texts);
  const known = [...CELL_HELPERS.map(({ name }) => name), 'jsonText', ...timeReaders(records).map(({ name }) => name), 'utc'];
  return { columns, constants, writing, messages, helpers: known.filter((name) => words.has(name)) };
}

/** The names that code refers to: not its members, keys and texts, since columns may have the name of a function. */
function namesIn(text: string): ReadonlySet<string> {
  let code = '';
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (quote !== '' && sign === '\\') at++;
    else if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === "'" || sign === '"') quote = sign;
    else code += sign;
  }
  const found = Array.from(code.matchAll(/\w+/g), (match) => ({
    name: match[0],
    before: code[match.index - 1],
    after: code[match.index + match[0].length],
  }));
  return new Set(found.filter(({ before, after }) => before !== '.' && after !== ':').map(({ name }) => name));
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

function emitTable(
  context: EmitContext,
  resource: EmittedResource,
  { columns, constants, writing, messages, helpers }: TableParts,
): VirtualFile {
  const { model, record, names } = resource;
  const keys = columns.filter((column) => column.isKey);
  const mode = model.writeDisposition === 'merge' && keys.length === 0 ? 'append' : model.writeDisposition;
  const variable = identifier(record.type.variable);
  const { typeName } = record.type;
  const type = identifier(TABLE_TYPES.has(typeName) ? `${typeName}Record` : typeName);
  const imported = TABLE_TYPES.has(typeName) ? code`${identifier(typeName)} as ${type}` : type;
  const text = code`
    ${context.header}

    import type { ${context.prefix}Client } from '../../client.ts';
    import type { ${imported} } from ${literal(`../../records/${record.type.file}.ts`)};
    import type { ${names.state} } from ${literal(`../../resources/${model.name.kebab}.ts`)};
    ${imports(context, helpers, constants.length > 0)}

    ${jsdoc(code`The table ${literal(model.name.raw)}.`, model.description)}
    export const ${tableName(resource)}: Table = {
      name: ${literal(model.name.raw)},
      description: ${literal(model.description)},
      mode: ${literal(mode)},
      key: ${literal(mode === 'append' ? [] : keys.map((column) => column.name))},
      incremental: ${literal(model.incremental !== null)},
      ${mode === 'merge' && isBackfillable(model) ? code`backfills: true,` : nothing}
      selected: ${literal(model.selected)},
      columns: ${literal(columns.map((column) => column.name))},
      kinds: ${literal(columns.map(({ type }) => kindOf(type)))},
      ${writing === undefined ? nothing : code`writing: ${writing},`}
      ${messages === undefined ? nothing : code`messages: ${messages},`}
      ${readsIncrementally(context.model) ? startOf(resource) : nothing}
      ${speaksProtocol(context.model.outputs) ? streamOf(context, resource) : nothing}
      ${sqlOf(context, columns, mode !== 'append' && keys.length > 0)}
      pages,
    };

    ${constants}

    async function* pages(client: ${context.prefix}Client, options: ReadOptions): AsyncGenerator<RowPage, void, undefined> {
      const state = options.state as ${names.state} | undefined; // as it was saved; \`pages\` checks it
      for await (const { records, state: after, ...notes } of client.${names.property}.pages({ state, signal: options.signal${isResumable(resource) ? code`, forgotten: options.forgotten` : nothing} })) {
        yield { records, rows: records.map(rowOf), state: after, complete: after.next === null, notes };
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

/** Imports of the functions that cells use, and of the types of tables. */
function imports({ model }: EmitContext, helpers: readonly string[], writes: boolean): readonly Code[] {
  const times = [...timeReaders(model.records).map(({ name }) => name), 'utc'];
  const cells = helpers.filter((name) => name !== 'jsonText' && !times.includes(name));
  const json = [...(helpers.includes('jsonText') ? [code`jsonText`] : []), ...(writes ? [code`type Writing`] : [])];
  const used = helpers.filter((name) => times.includes(name));
  return [
    ...(cells.length > 0 ? [code`import { ${join(cells.map(identifier), ', ')} } from '../cells.ts';`] : []),
    ...(json.length > 0 ? [code`import { ${join(json, ', ')} } from '../json-text.ts';`] : []),
    code`import type { ReadOptions, Row, RowPage, Table } from '../table.ts';`,
    ...(used.length > 0 ? [code`import { ${join(used.map(identifier), ', ')} } from '../times.ts';`] : []),
  ];
}

/** What the emitted type `ColumnKind` calls it. */
function kindOf({ kind }: ColumnType): string {
  if (kind === 'list' || kind === 'map' || kind === 'struct') return 'json';
  return kind === 'epoch' ? 'number' : kind;
}

/** The statements of each database. */
function sqlOf({ model }: EmitContext, columns: readonly Column[], merges: boolean): readonly Code[] {
  return destinationsUsed(model.outputs).flatMap(({ name, table }) =>
    table === undefined ? [] : [code`${identifier(name)}: ${table.emit(columns, merges)},`],
  );
}
