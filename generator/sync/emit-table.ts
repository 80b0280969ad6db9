import { type Code, code, identifier, join, jsdoc, literal, nothing, property } from '../code.js';
import type { EmitContext, EmittedResource } from '../emit/context.js';
import { isResumable } from '../emit/reading/kinds.js';
import { isConditional, offeredBy } from '../emit/reading/offered.js';
import { totalName } from '../emit/reading/total.js';
import { isSplit, splitKind } from '../emit/reading/split-kinds.js';
import { emitCondition } from '../emit/reading/references.js';
import type { ConfigOption, DeletedWhenModel } from '../model/connector-model.js';
import { conditionsOf } from '../model/offered.js';
import { destinationsUsed } from '../outputs.js';
import type { RecordType } from '../types/model.js';
import type { VirtualFile } from '../virtual-file.js';
import { columnsOf, isDeleted } from './columns.js';
import type { Column } from './destinations/column.js';
import { emitCells } from './emit-cells.js';
import { apartOf, emitLists, listsName } from './emit-lists.js';
import { emitTimes } from './emit-times.js';
import { helperImports, helpersIn, isHard, kindOf, recordType, sqlOf, writeModeOf } from './table-parts.js';
import { timeReaders } from './times.js';
import { digitsOf, messageOf, writingOfFields } from './writing.js';
import { cursorOf, goesOn, isBackfillable, readsIncrementally, speaksProtocol, streamSchemaFile } from './words.js';

/**
 * `src/sync/tables/*.ts`: one for each resource; `src/sync/tables.ts`, the list of them; and the files with the functions that
 * their cells are made by.
 */
export function emitTables(context: EmitContext): readonly VirtualFile[] {
  const parts = context.resources.map((resource) => tableParts(context, resource));
  const lists =
    destinationsUsed(context.model.outputs).length === 0 ? [] : context.resources.flatMap((resource) => emitLists(context, resource));
  const helpers = [...parts, ...lists].flatMap((each) => each.helpers);
  return [
    { path: 'src/sync/tables.ts', text: `${list(context).text}\n` },
    ...context.resources.map((resource, index) => emitTable(context, resource, parts[index] ?? tableParts(context, resource))),
    ...lists.map(({ file }) => file),
    ...emitCells(context, helpers),
    ...emitTimes(context, helpers),
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

function tableParts({ model: connector }: EmitContext, { model, record }: EmittedResource): TableParts {
  const { columns, constants } = columnsOf(model, record.type, connector);
  const { records, outputs } = connector;
  const writing = writingOfFields(record.type.fields, records, digitsOf);
  const messages = speaksProtocol(outputs) ? writingOfFields(record.type.fields, records, messageOf(timeReaders(connector))) : undefined;
  const made = [...columns.map(({ cell }) => cell), ...constants, writing ?? nothing, messages ?? nothing];
  return { columns, constants, writing, messages, helpers: helpersIn(made, connector) };
}

/** What the variable of a table is called: `issuesTable`. */
function tableName({ model }: EmittedResource): Code {
  return identifier(`${model.name.camel}Table`);
}

function list({ header, model, resources }: EmitContext): Code {
  const conditional = resources.filter(isConditional);
  return code`
    ${header}

    ${
      conditional.length === 0
        ? nothing
        : code`
      import { SettingReader, type SettingSource } from './setting-reader.ts';
      import { settings } from './settings.ts';
    `
    }
    import type { Table } from './table.ts';
    ${resources.map((resource) => code`import { ${tableName(resource)} } from ${literal(`./tables/${resource.model.name.kebab}.ts`)};`)}

    /** What can be synced, in the order of the spec. */
    export const tables: readonly Table[] = [${join(resources.map(tableName), ', ')}];
    ${conditional.length === 0 ? nothing : tablesUnder(conditional, model)}
  `;
}

/** The function that says which tables there are under the options of a user. */
function tablesUnder(conditional: readonly EmittedResource[], { config, resources }: EmitContext['model']): Code {
  const conditions = conditional.map((resource) => ({ resource, all: conditionsOf(resource.model, resources) }));
  const named = new Set(conditions.flatMap(({ all }) => all.map(({ option }) => option.raw)));
  const used = config.filter(({ name }) => named.has(name.raw));
  return code`

    /** What can be read with these settings: some of it is there under an option alone. */
    export function tablesUnder(source: SettingSource): readonly Table[] {
      const read = new SettingReader(settings, source);
      const options = { ${join(
        used.map((option) => code`${property(option.name.camel)}: ${readOption(option)}`),
        ', ',
      )} };
      read.check();
      const absent = new Set<Table>([${join(
        conditions.map(
          ({ resource, all }) =>
            code`...(${join(
              all.map((condition) => emitCondition(condition, code`options`)),
              ' && ',
            )} ? [] : [${tableName(resource)}])`,
        ),
        ', ',
      )}]);
      return tables.filter((table) => !absent.has(table));
    }
  `;
}

/** An option as it stands among the settings, or its default. */
function readOption({ name, type, default: value }: ConfigOption): Code {
  const reader =
    type === 'boolean' ? code`optionalBoolean` : type === 'integer' || type === 'number' ? code`optionalNumber` : code`optionalText`;
  return code`read.${reader}(${literal(name.raw)})${value === null ? nothing : code` ?? ${literal(value)}`}`;
}

function emitTable(
  context: EmitContext,
  resource: EmittedResource,
  { columns, constants, writing, messages, helpers }: TableParts,
): VirtualFile {
  const { model, record, names } = resource;
  const keys = columns.filter((column) => column.isKey);
  const mode = writeModeOf(model);
  const hasLists = model.lists.length > 0 && destinationsUsed(context.model.outputs).length > 0;
  const removal =
    mode === 'append' || !(hasLists || isHard(model))
      ? undefined
      : { keys, isOwn: true, names: isHard(model) ? keys.map(({ name }) => name) : undefined };
  const variable = identifier(record.type.variable);
  const total = totalName(resource);
  const { type, imported } = recordType(resource);
  const text = code`
    ${context.header}

    import type { ${context.prefix}Client } from '../../client.ts';
    ${imported}
    import type { ${isSplit(resource) ? code`${names.split}, ` : nothing}${names.state} } from ${literal(`../../resources/${model.name.kebab}.ts`)};
    ${helperImports(context, helpers, constants.length > 0, ['ReadOptions', 'Row', 'RowPage', 'Table'])}
    ${hasLists ? code`import { ${listsName(resource)} } from ${literal(`./${model.name.kebab}--lists.ts`)};` : nothing}

    ${jsdoc(code`The table ${literal(model.name.raw)}.`, model.description)}
    export const ${tableName(resource)}: Table = {
      name: ${literal(model.name.raw)},
      description: ${literal(model.description)},
      mode: ${literal(mode)},
      key: ${literal(mode === 'append' ? [] : keys.map((column) => column.name))},
      incremental: ${literal(goesOn(model))},
      ${mode === 'merge' && isBackfillable(model) ? code`backfills: true,` : nothing}
      selected: ${literal(model.selected)},
      ${isConditional(resource) ? code`offered: (client) => ${offeredBy(code`client`, resource)},` : nothing}
      columns: ${literal(columns.map((column) => column.name))},
      kinds: ${literal(columns.map(({ type }) => kindOf(type)))},
      ${hasLists ? apartOf(model.lists) : nothing}
      ${writing === undefined ? nothing : code`writing: ${writing},`}
      ${messages === undefined ? nothing : code`messages: ${messages},`}
      ${readsIncrementally(context.model) ? startOf(resource) : nothing}
      ${speaksProtocol(context.model.outputs) ? streamOf(context, resource) : nothing}
      ${model.deletedWhen === null ? nothing : code`deleted: { rows: ${literal(model.deletedWhen.mode)}, when: (record) => isGone(record as ${type}) },`}
      ${hasLists ? code`lists: ${listsName(resource)},` : nothing}
      ${sqlOf(context, columns, mode !== 'append' && keys.length > 0, removal)}
      ${isSplit(resource) ? splitsOf(resource) : nothing}
      pages,
    };

    ${constants}

    async function* pages(client: ${context.prefix}Client, options: ReadOptions): AsyncGenerator<RowPage, void, undefined> {
      const state = options.state as ${names.state} | undefined; // as it was saved; \`pages\` checks it
      for await (const { records, state: after, ${total === undefined ? nothing : code`${identifier(total)}, `}...notes } of client.${names.property}.pages({ state, signal: options.signal${isResumable(resource) ? code`, forgotten: options.forgotten` : nothing}${isSplit(resource) ? code`, split: options.split as ${names.split} | undefined` : nothing} })) {
        yield { records, rows: records.map(rowOf), state: after, complete: after.next === null, notes${total === undefined ? nothing : code`, total: { count: ${identifier(total)}, of: ${literal(total === 'total' ? 'records' : 'pages')} }`} };
      }
    }

    function rowOf(${variable}: ${type}): Row {
      return [
        ${columns.map((column) => code`${column.cell},`)}
      ];
    }

    ${model.deletedWhen === null ? nothing : isGone(variable, type, record.type, model.deletedWhen)}
  `;
  return { path: `src/sync/tables/${model.name.kebab}.ts`, text: `${text.text}\n` };
}

function isGone(record: Code, type: Code, of: RecordType, deletedWhen: DeletedWhenModel): Code {
  return code`
    /** Whether a record says that it is gone. */
    function isGone(${record}: ${type}): boolean {
      return ${isDeleted(record, of, deletedWhen)};
    }
  `;
}

/** The member that makes units of its reads. */
function splitsOf(resource: EmittedResource): Code {
  const { names } = resource;
  const kind = splitKind(resource);
  const asks = kind === 'parents' || kind === 'pages';
  const given = kind === 'window' ? code`, state` : asks ? code`, signal` : nothing;
  const passed = kind === 'window' ? code`, state: state as ${names.state} | undefined` : asks ? code`, signal` : nothing;
  return code`splits: (client, { units${given} }) => client.${names.property}.splits({ units${passed} }),`;
}

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
