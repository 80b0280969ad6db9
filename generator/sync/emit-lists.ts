import { type Code, code, identifier, jsdoc, literal, member, nothing } from '../code.js';
import type { EmitContext, EmittedResource } from '../emit/context.js';
import type { ListModel } from '../model/connector-model.js';
import { itemFields } from '../model/lists.js';
import { nameOf } from '../names.js';
import type { FieldModel, RecordsModel, RecordType, ValueModel } from '../types/model.js';
import type { VirtualFile } from '../virtual-file.js';
import { ColumnNames, columnOf, columnsOf, columnsOfFields } from './columns.js';
import type { Column } from './destinations/column.js';
import { helperImports, helpersIn, kindOf, recordType, sqlOf, writeModeOf } from './table-parts.js';
import { fieldsOfList } from './times.js';

/** What the constant with the tables of a resource's lists is called: `ordersLists`. */
export function listsName({ model }: EmittedResource): Code {
  return identifier(`${model.name.camel}Lists`);
}

/** `src/sync/tables/orders--lists.ts`: the tables of lists in the records of a resource, and the functions that it uses. */
export function emitLists(
  context: EmitContext,
  resource: EmittedResource,
): readonly { readonly file: VirtualFile; readonly helpers: readonly string[] }[] {
  const { model, record } = resource;
  if (model.lists.length === 0) return [];
  const constants: Code[] = [];
  const keys = columnsOf(model, record.type, context.model).columns.filter((column) => column.isKey);
  const tables = model.lists.map((list, index) => tableOf(context, resource, list, index, keys, constants));
  const helpers = helpersIn([...tables.flatMap(({ columns }) => columns.map(({ cell }) => cell)), ...constants], context.model);
  const { imported } = recordType(resource);
  const text = code`
    ${context.header}

    ${imported}
    ${helperImports(context, helpers, constants.length > 0, ['NestedTable', 'Row'])}

    ${jsdoc(code`The tables of lists in records of ${literal(model.name.raw)}: a row for each item.`)}
    export const ${listsName(resource)}: readonly NestedTable[] = [
      ${tables.map(({ table }) => table)}
    ];

    ${constants}

    ${tables.flatMap(({ rows }, index) => (index === 0 ? [rows] : [nothing, rows]))}
  `;
  return [{ file: { path: `src/sync/tables/${model.name.kebab}--lists.ts`, text: `${text.text}\n` }, helpers }];
}

interface ListTable {
  readonly columns: readonly Column[];
  /** The table: an object. */
  readonly table: Code;
  /** The function that makes its rows of a record. */
  readonly rows: Code;
}

function tableOf(
  context: EmitContext,
  resource: EmittedResource,
  { table: name, path }: ListModel,
  at: number,
  keys: readonly Column[],
  constants: Code[],
): ListTable {
  const { model, record } = resource;
  const { records } = context.model;
  const mode = writeModeOf(model);
  const names = new ColumnNames();
  const variable = identifier(record.type.variable);
  const item = identifier(free('item', record.type.variable));
  const own = keys.map((key): Column => ({ ...key, name: names.claim(`_${model.name.raw}_${key.name}`) }));
  const indexes = path.map((field, depth): Column => {
    const isLast = depth === path.length - 1;
    const cell = identifier(free(isLast ? 'index' : `at${depth + 1}`, record.type.variable));
    return { name: names.claim(isLast ? '_index' : `_${field}_index`), isKey: true, type: { kind: 'integer' }, cell };
  });
  const steps = stepsTo(path, record.type, records);
  const last = steps.at(-1);
  const tables = listsWithin(model.lists, path);
  const fields = last?.fields?.filter((field) => !tables.includes(field.name));
  const options = { model: context.model, mayBeDropped: record.type.mayDiscardValues, prefix: `list${at + 1}` };
  const values =
    fields === undefined
      ? fieldsOfList(record.type, path, records).map((value) =>
          columnOf(value, names.claim('value'), item, `list${at + 1}Writing`, constants, options),
        )
      : columnsOfFields(fields, item, names, constants, options);
  const columns = [...own, ...indexes, ...values];
  const position = [...own, ...indexes].map(({ cell }) => cell);
  const row = (cells: readonly Code[]): Code => code`[
    ${[...position, ...cells].map((cell) => code`${cell},`)}
  ]`;
  const mayBeNull = fields !== undefined && (last?.items.nullable === true || record.type.mayDiscardValues);
  const made = mayBeNull
    ? code`${item} === null ? ${row(values.map(() => literal(null)))} : ${row(values.map(({ cell }) => cell))}`
    : row(values.map(({ cell }) => cell));
  const rowsOf = identifier(`rowsOf${functionName(path)}${at + 1}`);
  const { type } = recordType(resource);
  const parentKeys = own.map((column) => column.name);
  const removal = mode === 'append' ? undefined : { keys, isOwn: false, names: parentKeys };
  return {
    columns,
    table: code`{
      name: ${literal(name)},
      of: ${literal(model.name.raw)},
      key: ${literal(mode === 'append' ? [] : [...own, ...indexes].map((column) => column.name))},
      columns: ${literal(columns.map((column) => column.name))},
      kinds: ${literal(columns.map((column) => kindOf(column.type)))},
      ${apartOf(model.lists, path)}
      rowsOf: (record) => ${rowsOf}(record as ${type}),
      ${sqlOf(context, columns, mode !== 'append', removal)}
    },`,
    rows: code`
      function ${rowsOf}(${variable}: ${type}): readonly Row[] {
        return ${nested(steps, 0, variable, (depth) => identifier(free(depth === path.length - 1 ? 'item' : `outer${depth + 1}`, record.type.variable)), indexes, made)};
      }
    `,
  };
}

/** Names of the lists at a path that are tables. */
function listsWithin(lists: readonly ListModel[], path: readonly string[]): readonly string[] {
  return lists.flatMap((list) =>
    list.path.length === path.length + 1 && path.every((step, at) => list.path[at] === step) ? list.path.slice(-1) : [],
  );
}

/** The member that names lists which are tables, and no columns. */
export function apartOf(lists: readonly ListModel[], path: readonly string[] = []): Code {
  const names = listsWithin(lists, path);
  return names.length === 0 ? nothing : code`apart: ${literal(names)},`;
}

/** A list on the way to the one that is a table. */
interface ListStep {
  readonly field: FieldModel;
  /** Whether it may be null or missing. */
  readonly mayLack: boolean;
  readonly items: ValueModel;
  /** Of items that are objects. */
  readonly fields: readonly FieldModel[] | undefined;
}

function stepsTo(path: readonly string[], type: RecordType, records: RecordsModel): readonly ListStep[] {
  const steps: ListStep[] = [];
  let fields: readonly FieldModel[] = type.fields;
  let within: readonly string[] = [type.typeName];
  for (const name of path) {
    const field = fields.find((each) => each.name === name);
    if (field?.type.kind !== 'array') throw new Error(`no list: ${path.join('.')}`);
    const inside = itemFields(field.type.items.type, records, within);
    const mayLack = field.nullable || field.optional || type.mayDiscardValues;
    steps.push({ field, mayLack, items: field.type.items, fields: inside?.fields });
    fields = inside?.fields ?? [];
    within = inside?.within ?? within;
  }
  return steps;
}

/** The rows of a list: those of each item of the list around it, and so on. */
function nested(
  steps: readonly ListStep[],
  depth: number,
  value: Code,
  itemAt: (depth: number) => Code,
  indexes: readonly Column[],
  row: Code,
): Code {
  const step = steps[depth];
  if (step === undefined) return row;
  const list = member(value, step.field.name);
  const present = step.mayLack ? code`(${list} ?? [])` : list;
  const index = indexes[depth]?.cell ?? nothing;
  if (depth === steps.length - 1) return code`${present}.map((${itemAt(depth)}, ${index}) => ${row})`;
  const inner = nested(steps, depth + 1, itemAt(depth), itemAt, indexes, row);
  const guarded = step.items.nullable ? code`${itemAt(depth)} === null ? [] : ${inner}` : inner;
  return code`${present}.flatMap((${itemAt(depth)}, ${index}) => ${guarded})`;
}

/** A name that is not that of the record. */
function free(wish: string, taken: string): string {
  return wish === taken ? `${wish}Here` : wish;
}

function functionName(path: readonly string[]): string {
  const { pascal } = nameOf(path.join('_'));
  return /^[A-Z]\w*$/.test(pascal) ? pascal : 'List';
}
