import { type Code, code, join, literal, member, nothing, property } from '../../code.js';
import { keepsSecrets } from '../../model/secrets.js';
import type { ReshapeModel, SelectionModel } from '../../model/selection-model.js';
import { accessPath, showPath, type Path } from '../../selector.js';
import type { VirtualFile } from '../../virtual-file.js';
import { exportsIn } from '../../code/names.js';
import type { EmitContext, EmittedResource } from '../context.js';
import { valueFrom } from '../symbols.js';
import { renderTemplate } from '../template.js';

/** What `src/internal/select.ts` has for those who need it. */
export type SelectHelper = 'headed' | 'listAt' | 'named' | 'objectAt' | 'recordsAt' | 'valuesAt' | 'withDigits' | 'withFields' | 'zipped';

function select(name: SelectHelper): Code {
  return valueFrom('internal/select', name);
}

/** Whether the selector finds the list of records itself, and nothing else is said. */
export function isPlain({ path, optional, single, reshape }: SelectionModel): boolean {
  return !optional && !single && reshape === null && path.every((step) => step.kind !== 'every');
}

/** The helpers that an emitted expression calls. */
function selectHelpers(selection: SelectionModel, exact: boolean): readonly SelectHelper[] {
  if (isPlain(selection)) return [];
  const called = exportsIn(emitRows(selection, exact)).filter(({ file }) => file === 'src/internal/select.ts');
  return SELECT_HELPERS.filter((helper) => called.some(({ name }) => name === helper));
}

const SELECT_HELPERS: readonly SelectHelper[] = [
  'headed',
  'named',
  'listAt',
  'objectAt',
  'recordsAt',
  'valuesAt',
  'withDigits',
  'withFields',
  'zipped',
];

/** The rows as an expression over `body`, `place` and `found`: what is not there is an error, unless the spec calls it optional. */
export function emitRows({ path, optional, reshape, single }: SelectionModel, exact: boolean): Code {
  const first = path.findIndex((step) => step.kind === 'every');
  const start = first === -1 ? path : path.slice(0, first);
  const found = optional ? code`found` : accessPath(code`body`, start);
  const rows =
    first === -1 ? rowsAt(start, found, reshape, single, exact) : rowsOfMatches(matches(code`body`, path, optional, found), reshape, exact);
  return optional ? code`found === undefined || found === null ? [] : ${rows}` : rows;
}

/** The statement before, that takes what may not be there out of the body. */
export function emitFound({ path, optional }: SelectionModel): Code {
  if (!optional) return nothing;
  const first = path.findIndex((step) => step.kind === 'every');
  return code`const found = ${accessPath(code`body`, first === -1 ? path : path.slice(0, first))};`;
}

/** Rows of the one value that the selector finds. */
function rowsAt(path: Path, found: Code, reshape: ReshapeModel | null, single: boolean, exact: boolean): Code {
  const at = code`${found}, body, ${keysOf(path)}, place`;
  switch (reshape?.kind) {
    case 'map':
      return mapRows(code`${select('objectAt')}(${at})`, reshape, exact);
    case 'zip':
      return code`${select('zipped')}(${select('objectAt')}(${at}), ${literal(reshape.columns)}, place)`;
    default:
      return listRows(single ? code`${select('recordsAt')}(${at})` : code`${select('listAt')}(${at})`, reshape, exact);
  }
}

/** Rows of a list of matches. */
function rowsOfMatches(matched: Code, reshape: ReshapeModel | null, exact: boolean): Code {
  const object = code`${select('objectAt')}(match, match, [], place)`;
  if (reshape?.kind === 'map') return code`${matched}.flatMap((match) => ${mapRows(object, reshape, exact)})`;
  if (reshape?.kind === 'zip')
    return code`${matched}.flatMap((match) => ${select('zipped')}(${object}, ${literal(reshape.columns)}, place))`;
  return listRows(matched, reshape, exact);
}

function mapRows(object: Code, { key, value }: Extract<ReshapeModel, { kind: 'map' }>, exact: boolean): Code {
  if (value !== null && exact)
    return code`[${object}].flatMap((from) => Object.entries(from).map(([key, value]) => ${select('withDigits')}({ ${property(key)}: key, ${property(value)}: value }, ${literal(value)}, from, key)))`;
  if (value !== null) return code`Object.entries(${object}).map(([key, value]) => ({ ${property(key)}: key, ${property(value)}: value }))`;
  return code`Object.entries(${object}).map(([key, row]) => ${select('withFields')}(row, { ${property(key)}: key }))`;
}

function listRows(list: Code, reshape: ReshapeModel | null, exact: boolean): Code {
  if (reshape?.kind === 'scalars' && exact)
    return code`${list}.map((value, index, from) => ${select('withDigits')}({ ${property(reshape.field)}: value }, ${literal(reshape.field)}, from, String(index)))`;
  if (reshape?.kind === 'scalars') return code`${list}.map((value) => ({ ${property(reshape.field)}: value }))`;
  if (reshape?.kind === 'lists')
    return reshape.columns === null
      ? code`${select('headed')}(${list}, place)`
      : code`${list}.map((row, index) => ${select('named')}(row, index, ${literal(reshape.columns)}, place))`;
  if (reshape?.kind !== 'flatten') return list;
  const inner = code`${select('listAt')}(${accessPath(code`outer`, reshape.path)}, outer, ${keysOf(reshape.path)}, place)`;
  const included = reshape.included.map(({ as, from }) => code`${property(as)}: ${accessPath(code`outer`, from)}`);
  if (included.length === 0) return code`${list}.flatMap((outer) => ${inner})`;
  return code`${list}.flatMap((outer) => ${inner}.map((row) => ${select('withFields')}(row, { ${join(included, ', ')} })))`;
}

/** Every match of a path with wildcards: `valuesAt(body?.groups, …).flatMap((match) => valuesAt(match?.users, …))`. */
function matches(root: Code, path: Path, optional: boolean, given?: Code): Code {
  const at = path.findIndex((step) => step.kind === 'every');
  const start = path.slice(0, at);
  const rest = path.slice(at + 1);
  const found = given ?? accessPath(root, start);
  const values = code`${select('valuesAt')}(${optional && given === undefined ? code`${found} ?? []` : found}, ${root}, ${keysOf(start)}, place)`;
  if (rest.length === 0) return values;
  if (rest.some((step) => step.kind === 'every')) return code`${values}.flatMap((match) => ${matches(code`match`, rest, optional)})`;
  const last = code`${values}.map((match) => ${accessPath(code`match`, rest)})`;
  return optional ? code`${last}.filter((match) => (match ?? null) !== null)` : last;
}

/** The steps of a path as the errors of `src/internal/select.ts` take them. */
function keysOf(path: Path): Code {
  return literal(path.map((step) => (step.kind === 'key' ? step.key : step.kind === 'index' ? step.index : '*')));
}

/** What the selector finds, for a doc comment. */
export function describeSelection({ path, optional, single, reshape }: SelectionModel): string {
  const at = path.length === 0 ? 'the body' : `\`${showPath(path)}\``;
  const none = optional ? '; none where there is nothing' : '';
  switch (reshape?.kind) {
    case 'map':
      return `The entries of ${at}, each with its key in \`${reshape.key}\`${none}.`;
    case 'scalars':
      return `The values of ${at}, each in \`${reshape.field}\`${none}.`;
    case 'zip':
      return `What stands at the same place in ${reshape.columns.map((column) => `\`${column}\``).join(', ')} of ${at}${none}.`;
    case 'lists':
      return `The lists of ${at} as records${reshape.columns === null ? ', named by the first' : ''}${none}.`;
    case 'flatten':
      return `What is in \`${showPath(reshape.path)}\` of each of ${at}${none}.`;
    default:
      return `${path.length === 0 ? 'The records: the body itself' : `The records at ${at}`}${single ? ', or the one that it is' : ''}${none}.`;
  }
}

/** Whether numbers with all their digits are put at other places where records are made. */
export function reshapesDigits({ resources }: EmitContext): boolean {
  return resources.some(
    ({ model, record, hooks }) =>
      record.type.needsExactNumbers &&
      model.selection.reshape !== null &&
      hooks.every(({ name }) => name !== 'select') &&
      selectHelpers(model.selection, true).some((each) => MOVING.includes(each)),
  );
}

const MOVING: readonly SelectHelper[] = ['headed', 'named', 'withDigits', 'withFields', 'zipped'];

/** `src/internal/select.ts`, where some resource needs it. */
export function emitSelect(context: EmitContext): readonly VirtualFile[] {
  const used = new Set(
    context.resources
      .filter(({ hooks }) => hooks.every(({ name }) => name !== 'select'))
      .flatMap(({ model, record }) => selectHelpers(model.selection, record.type.needsExactNumbers)),
  );
  if (used.size === 0) return [];
  const { header, prefix, model } = context;
  const flags = {
    ...Object.fromEntries(SELECT_HELPERS.map((helper) => [helper, used.has(helper)])),
    named: used.has('named') || used.has('headed'),
    usesNamed: used.has('named'),
    exact: reshapesDigits(context),
  };
  const values = { ...flags, isObject: used.has('objectAt') || used.has('recordsAt') || used.has('valuesAt') || used.has('withFields') };
  return [
    {
      path: 'src/internal/select.ts',
      text: renderTemplate('src/internal/select.ts.hbs', { header, prefix, secrets: keepsSecrets(model), ...values }),
    },
  ];
}

/** The condition of a filter over a record: `event.status === 'active' && (…)`. */
export function emitFilter({ model, record }: EmittedResource, variable: Code): Code {
  const all = model.filter.map((any) => {
    const conditions = any.map((each) => {
      const value = member(variable, each.field);
      const field = record.type.fields.find(({ name }) => name === each.field);
      const other =
        typeof each.value === 'object' && each.value !== null && 'kind' in each.value
          ? member(code`this.#options`, each.value.config.camel)
          : literal(each.value);
      if (each.op === 'in') return code`(${other} as readonly unknown[]).includes(${value})`;
      if (each.op === 'eq' || each.op === 'ne') return each.op === 'eq' ? code`${value} === ${other}` : code`${value} !== ${other}`;
      const sign = SIGNS[each.op];
      const there = field?.optional === true ? code`${value} !== undefined && ` : nothing;
      const notNull = field?.nullable === true ? code`${value} !== null && ` : nothing;
      const whole = code`${there}${notNull}${value} ${sign} ${other}`;
      return there === nothing && notNull === nothing ? whole : code`(${whole})`;
    });
    return conditions.length === 1 ? (conditions[0] ?? nothing) : code`(${join(conditions, ' || ')})`;
  });
  return join(all, ' && ');
}

const SIGNS = { lt: code`<`, le: code`<=`, gt: code`>`, ge: code`>=` } as const;
