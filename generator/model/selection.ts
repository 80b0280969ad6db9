import { spec as messages } from '../diagnostics/messages/spec.js';
import { list as words, shorten } from '../diagnostics/words.js';
import type { PaginatorModel } from '../paginators/index.js';
import type { FieldModel, RecordType, TypeModel } from '../types/model.js';
import { parseSelector, type Path } from '../selector.js';
import type { Reading } from '../shape.js';
import type { EndpointSpec, ResourceSpec } from '../spec/document.js';
import type { ComparisonSpec } from '../spec/selecting.js';
import type { Scope } from './scope.js';
import {
  isReference,
  reshapedFields,
  type ComparisonModel,
  type FilterModel,
  type Literal,
  type ReshapeModel,
  type SelectionModel,
} from './selection-model.js';

export function buildSelection(
  endpoint: EndpointSpec,
  path: Path,
  paginator: PaginatorModel,
  reading: Reading,
): SelectionModel | undefined {
  const reshape = buildReshape(endpoint, reading);
  if (reshape === undefined) return undefined;
  return {
    path,
    optional: endpoint.data_selector_optional ?? false,
    single:
      (endpoint.format ?? 'json') === 'json' &&
      (paginator.type === 'single_page' || endpoint.single_object === 'record') &&
      reshape === null &&
      !path.some((step) => step.kind === 'every'),
    reshape,
  };
}

/** null: the selector finds the records themselves; undefined: what was said cannot be. */
function buildReshape(endpoint: EndpointSpec, reading: Reading): ReshapeModel | null | undefined {
  const said = endpoint.reshape;
  if (said === undefined || said === null) return null;
  const kinds = (['map_to_rows', 'scalars_to_rows', 'zip_columns', 'lists_to_rows', 'flatten'] as const).filter(
    (key) => said[key] !== undefined,
  );
  if (kinds.length !== 1) {
    const what = kinds.length === 0 ? 'reshape says nothing' : `${shorten(kinds[0] ?? '')} and ${shorten(kinds[1] ?? '')} at once`;
    const hint = 'Give one of map_to_rows, scalars_to_rows, zip_columns, lists_to_rows and flatten.';
    reading.report(messages.pattern(reading.spanOf(said), 'spec/reshape', what, hint));
    return undefined;
  }
  if (said.include !== undefined && said.flatten === undefined) {
    reading.report(messages.pattern(reading.keySpanOf(said, 'include'), 'spec/reshape', 'include goes with flatten'));
    return undefined;
  }
  if (said.map_to_rows !== undefined) {
    const { map_to_rows: map } = said;
    return typeof map === 'string' ? { kind: 'map', key: map, value: null } : { kind: 'map', key: map.key, value: map.value };
  }
  if (said.scalars_to_rows !== undefined) return { kind: 'scalars', field: said.scalars_to_rows };
  if (said.zip_columns !== undefined) return { kind: 'zip', columns: [...new Set(said.zip_columns)] };
  if (said.lists_to_rows !== undefined) {
    const { lists_to_rows: columns } = said;
    return { kind: 'lists', columns: columns === 'header' ? null : [...new Set(columns)] };
  }
  const path = pathOf(said.flatten ?? '');
  const included = [...(isList(said.include) ? said.include.map((field) => [field, `['${field}']`] as const) : (said.include ?? []))];
  const froms = included.map(([as, from]) => ({ as, from: pathOf(from) }));
  const wild = [path, ...froms.map(({ from }) => from)].find((each) => each.length === 0 || each.some((step) => step.kind === 'every'));
  if (wild !== undefined) {
    reading.report(
      messages.pattern(reading.spanOf(said), 'spec/reshape', 'flatten and include name one place each', 'Leave out [*] and $.'),
    );
    return undefined;
  }
  return { kind: 'flatten', path, included: froms };
}

export function buildFilter(spec: ResourceSpec, scope: Scope, reading: Reading): FilterModel {
  const said = spec.endpoint?.filter ?? [];
  const conditions = isList(said) ? said : [said];
  return conditions.map((condition) =>
    ('any' in condition ? condition.any : [condition]).flatMap((each) => comparison(each, scope, reading)),
  );
}

function comparison(said: ComparisonSpec, scope: Scope, reading: Reading): readonly ComparisonModel[] {
  const { field, op = 'eq', value } = said;
  if (isList(value) !== (op === 'in')) {
    const message = op === 'in' ? 'op: in takes a list' : 'a list takes op: in';
    reading.report(messages.pattern(reading.spanOf(said, 'value'), 'spec/filter', message));
    return [];
  }
  if (typeof value !== 'string') return [{ field, op, value }];
  const [first, ...more] = scope.template(value, reading.spanOf(said, 'value'));
  if (first === undefined || typeof first === 'string') {
    if (more.length === 0) return [{ field, op, value }];
  } else if (first.kind === 'config' && more.length === 0) return [{ field, op, value: first }];
  reading.report(
    messages.pattern(reading.spanOf(said, 'value'), 'spec/filter', 'a filter compares with a literal or with one option: "{config.x}"'),
  );
  return [];
}

/** Whether the fields of a filter and a reshape are fields, and compare with what they are compared with. */
export function checkSelection(
  spec: ResourceSpec,
  selection: SelectionModel,
  filter: FilterModel,
  type: RecordType | undefined,
  config: readonly {
    readonly name: { readonly raw: string };
    readonly type: string;
    readonly optional: boolean;
    readonly default: unknown;
  }[],
  reading: Reading,
): void {
  const endpoint = spec.endpoint;
  if (type === undefined || endpoint === undefined) return;
  const { reshape } = selection;
  if (endpoint.reshape !== undefined && endpoint.reshape !== null && type.declared) {
    for (const name of reshapedFields(reshape)) {
      const field = type.fields.find((each) => each.name === name);
      if (field === undefined) unknownField(spec, name, reading.spanOf(endpoint, 'reshape'), reading);
      else if (reshape?.kind === 'map' && name === reshape.key && field.type.kind !== 'string' && field.type.kind !== 'enum') {
        const message = `${shorten(name)} holds the key of an entry, which is text`;
        reading.report(messages.pattern(reading.spanOf(endpoint, 'reshape'), 'spec/reshape', message));
      }
    }
  }
  for (const { field: name, op, value } of filter.flat()) {
    const field = type.fields.find((each) => each.name === name);
    const span = reading.spanOf(endpoint, 'filter');
    if (field === undefined) {
      unknownField(spec, name, span, reading);
      continue;
    }
    const kinds = comparableKinds(field);
    const option = isReference(value) ? config.find((each) => each.name.raw === value.config.raw) : undefined;
    const given =
      option === undefined
        ? (isList(value) ? value : isReference(value) ? [] : [value]).map((each) => kindOfLiteral(each))
        : [kindOfOption(option.type)];
    const ordered = op !== 'eq' && op !== 'ne' && op !== 'in';
    const bad = given.find((kind) => !kinds.includes(kind) || (ordered && (isInstant(field) || (kind !== 'number' && kind !== 'string'))));
    if (bad !== undefined) {
      const than = ordered ? `${op} ` : '';
      const what = `${shorten(name)} is not compared with ${than}${bad === 'null' ? 'null' : `a ${bad}`}`;
      reading.report(messages.pattern(span, 'spec/filter', what, kinds.length === 0 ? 'Only texts, numbers and booleans are.' : undefined));
    } else if (field.type.kind === 'enum' && !field.type.open && option === undefined && !isReference(value)) {
      const { values } = field.type;
      const never = (isList(value) ? value : [value]).find((each) => each !== null && !values.includes(each));
      if (never !== undefined)
        reading.report(
          messages.pattern(
            span,
            'spec/filter',
            `${shorten(name)} is never ${shorten(String(never))}`,
            `Known: ${words(values.map(String))}.`,
          ),
        );
    } else if (option !== undefined && option.optional && option.default === null) {
      const message = `the option ${shorten(option.name.raw)} may be left out, and then nothing is left to compare with`;
      reading.report(messages.pattern(span, 'spec/filter', message, 'Give it a default.'));
    }
  }
}

function unknownField(spec: ResourceSpec, name: string, span: { readonly start: number; readonly end: number }, reading: Reading): void {
  const message = `${shorten(spec.name)} has no field ${shorten(name)}`;
  reading.report(messages.pattern(span, 'spec/unknown-field', message, 'Declare it under fields.'));
}

/** The JSON types that a field compares with. */
function comparableKinds({ type, nullable, optional }: FieldModel): readonly string[] {
  const kinds = kindsOfType(type);
  return (nullable || optional) && kinds.length > 0 ? [...kinds, 'null'] : kinds;
}

function kindsOfType(type: TypeModel): readonly string[] {
  if (type.kind === 'enum') return [...new Set(type.values.map((value) => typeof value))];
  if (type.kind === 'time') return type.format.kind === 'epoch_s' || type.format.kind === 'epoch_ms' ? [] : ['string'];
  return type.kind === 'string' || type.kind === 'number' || type.kind === 'boolean' ? [type.kind] : [];
}

/** Texts of instants have no order: offsets differ. */
function isInstant({ type }: FieldModel): boolean {
  return type.kind === 'time' && type.of !== 'date';
}

function kindOfLiteral(value: Literal): string {
  return value === null ? 'null' : typeof value;
}

function kindOfOption(type: string): string {
  return type === 'integer' || type === 'number' ? 'number' : type === 'boolean' ? 'boolean' : 'string';
}

function pathOf(selector: string): Path {
  const parsed = parseSelector(selector);
  return parsed.ok ? parsed.path : [];
}

function isList<T>(value: T | readonly T[] | undefined | object): value is readonly T[] {
  return Array.isArray(value);
}
