import { type Code, code, literal, nothing, property, template } from '../../code.js';
import { bodyTextOf, type RecordedResponse } from '../../recordings/format.js';
import { rowsOfText, valueOfDocument } from '../../recordings/rows.js';
import { keptIn, rowsIn, unevenBodies } from '../../recordings/selected.js';
import type { Filling } from '../../recordings/wrong-values.js';
import type { HookName } from '../../model/hooks-model.js';
import { paginatorOf } from '../../model/paginator.js';
import type { FieldModel, RecordType, Variant } from '../../types/model.js';
import { accessPath, type Path } from '../../selector.js';
import type { JsonValue } from '../../shape.js';
import { emitHookCall, isHooked } from '../hooks/predicates.js';
import { BODY_OF } from './helpers.js';
import { repeatEnds } from '../reading/loop.js';
import { isPlain } from '../reading/selection.js';
import type { TestedResource } from './plan.js';

/** The records of a recording: what the tests of a resource expect to read, and the places where they edit it. */

/** Whether a hook takes part when the recording is replayed: none does where it was made up. */
export function hooksOnRecording({ hooks, recording }: Pick<TestedResource, 'hooks' | 'recording'>, name: HookName): boolean {
  return recording.fixture.synthesised !== true && isHooked({ hooks }, name);
}

/** The import of a resource's hooks, where the expected records are what they find. */
export function importHooks(resource: TestedResource): Code {
  if (!hooksOnRecording(resource, 'select')) return nothing;
  return code`import { ${property(resource.model.name.camel)} as hooks } from '../src/hooks.ts';`;
}

/** The records of every page: looked up in the recording, or written out where that takes more than a lookup. */
export function expectedRecords(resource: TestedResource, answers: Code): Code {
  const { recording, model, record } = resource;
  if (hooksOnRecording(resource, 'select')) {
    const told = code`{ options: {}, resource: ${literal(model.name.raw)}, page: 1, url: new URL('https://api.example.com/'), headers: new Headers() } as never`;
    return code`${answers}.map((answer) => [...${emitHookCall(resource, 'select', code`${BODY_OF}(answer)`, told)}])`;
  }
  const { exchanges, config = {} } = recording.fixture;
  const own = exchanges.filter((exchange) => exchange.resource === undefined).map(({ response }) => jsonTextOf(resource, response));
  if (
    model.format.kind === 'json' &&
    model.filter.length === 0 &&
    model.changes === null &&
    !readsAgain(resource) &&
    (isPlain(model.selection) || (model.selection.single && exchanges.every(hasList)))
  ) {
    return code`${answers}.map((answer) => ${accessPath(code`${BODY_OF}(answer)`, model.selector)})`;
  }
  const digits = /([:[,]\s*)(-?\d{16,})(?=\s*[,}\]])/g;
  const bodies = own.map(
    (text) => JSON.parse((record.type.needsExactNumbers ? text.replace(digits, '$1"$2"') : text) || 'null') as JsonValue,
  );
  const pages = bodies.map((body) => keptIn(body, model, config) ?? []);
  const { newRows } = paginatorOf(model.paginator.type);
  return literal(pages.map((rows, index) => newRows?.(model.paginator, rows, pages[index - 1] ?? []) ?? rows));

  function hasList({ response }: { readonly response: RecordedResponse }): boolean {
    return isList(valueIn(bodyOf(resource, response), model.selector));
  }
}

/** Whether some rows of a page may be those of the page before. */
function readsAgain({ loop }: TestedResource): boolean {
  return loop.overlaps || repeatEnds({ loop });
}

/** Whether a page of the resource itself has records. */
export function hasRecords(resource: TestedResource): boolean {
  return resource.recording.fixture.exchanges.some((each) => each.resource === undefined && recordsIn(resource, each.response).length > 0);
}

/** The records of the first recorded page, as the API sends them. */
export function firstRecords(resource: TestedResource): readonly JsonValue[] {
  return recordsIn({ ...resource, model: { ...resource.model, changes: null } }, resource.recording.fixture.exchanges[0]?.response);
}

/** A type without the fields that the API does not send. */
export function sentType({ model, record: { type } }: Pick<TestedResource, 'model' | 'record'>): RecordType {
  const { changes } = model;
  return changes === null
    ? type
    : withoutFields(
        type,
        changes.added.map(({ name }) => name),
      );
}

function withoutFields(type: RecordType, names: readonly string[]): RecordType {
  const sent = (fields: readonly FieldModel[]): readonly FieldModel[] => fields.filter((field) => !names.includes(field.name));
  const { variants } = type;
  if (variants === undefined) return { ...type, fields: sent(type.fields) };
  const inside = <V extends Variant>(variant: V): V => ({ ...variant, object: { ...variant.object, fields: sent(variant.object.fields) } });
  const { told } = variants;
  const all =
    told.kind === 'variants' ? { ...told, variants: told.variants.map(inside) } : { ...told, variants: told.variants.map(inside) };
  return { ...type, fields: sent(type.fields), variants: { ...variants, told: all } };
}

export function recordsIn(resource: TestedResource, response: RecordedResponse | undefined): readonly JsonValue[] {
  const { model, recording } = resource;
  if (!canBeEdited(resource) || model.changes !== null)
    return keptIn(bodyOf(resource, response), model, recording.fixture.config ?? {}) ?? [];
  const found = valueIn(bodyOf(resource, response), model.selector);
  return isList(found) ? found : [];
}

function valueIn(body: JsonValue | undefined, path: Path): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>((value, step) => childOf(value, step.kind === 'key' ? step.key : 0), body);
}

export function withFillings(records: readonly JsonValue[], filled: readonly Filling[]): readonly JsonValue[] {
  return filled.reduce(
    (all, { index, path, value }) =>
      all.map((record, at) => (at === index && typeof record === 'object' ? { ...record, [path]: value } : record)),
    records,
  );
}

function bodyOf(
  resource: Pick<TestedResource, 'model' | 'record' | 'types'>,
  response: RecordedResponse | undefined,
): JsonValue | undefined {
  return response === undefined ? undefined : (JSON.parse(jsonTextOf(resource, response) || 'null') as JsonValue);
}

/** The text of a body as JSON; rows are a list. */
function jsonTextOf({ model, record, types }: Pick<TestedResource, 'model' | 'record' | 'types'>, response: RecordedResponse): string {
  const text = bodyTextOf(response);
  if (model.format.kind === 'json' || text === '') return text;
  if (model.format.kind === 'csv') return JSON.stringify(rowsOfText(text, model, record.type) ?? []);
  if (model.format.kind === 'xml') return JSON.stringify(valueOfDocument(text, model, record.type, { types }) ?? null);
  return `[${text
    .split('\n')
    .slice(model.format.kind === 'jsonl' ? model.format.skipLines : 0)
    .filter((line) => line.trim() !== '')
    .join()}]`;
}

export function childOf(value: JsonValue | undefined, key: string | number): JsonValue | undefined {
  if (isList(value)) return typeof key === 'number' ? value[key] : undefined;
  if (typeof value !== 'object' || value === null || typeof key === 'number' || !Object.hasOwn(value, key)) return undefined;
  return value[key];
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** Bodies that lack the records, in each way the selector can miss them. */
export function notPages({ model }: TestedResource): readonly JsonValue[] {
  const key = model.selector.at(-1);
  if (!isPlain(model.selection)) {
    const name = model.selector.find((step) => step.kind === 'key')?.key ?? 'data';
    const bodies = [{}, null, 'records', 7, [], { [name]: {} }, { [name]: 'records' }, { [name]: [7] }, ...unevenBodies(model.selection)];
    return bodies.filter((body) => rowsIn(body, model.selection) === undefined);
  }
  if (key?.kind !== 'key' || model.selector.length > 1) return [{}, null, 'records', 7];
  return [{}, { [key.key]: null }, { [key.key]: {} }, { [key.key]: 'records' }, [], null];
}

/** Where a place of a record is in a body, in the notation of `edited`: `data.${index}.${path}`. */
export function placeOf(resource: TestedResource): Code {
  return template([placeOfRecord(resource), code`index`, '.', code`path`]);
}

export function placeOfRecord({ model }: TestedResource): string {
  return model.selector.map((step) => (step.kind === 'key' ? `${step.key}.` : '0.')).join('');
}

/** Whether a field that a record lacks reads as null, and can be named in a place. */
export function isReadAsNull({ name, nullable, optional, ofSome }: FieldModel): boolean {
  return ofSome !== true && nullable && !optional && /^[A-Za-z_$][\w$]*$/.test(name);
}

/** Whether what is checked of a record stands in it as the API sends it, aside from fields that are made of what it does not declare. */
function keepsFields({ model: { changes }, record: { type } }: Pick<TestedResource, 'model' | 'record'>): boolean {
  if (changes === null) return true;
  const isDeclared = (path: Path | undefined): boolean =>
    path?.[0]?.kind === 'key' && type.fields.some(({ name }) => name === firstKey(path));
  return (
    changes.taken.length + changes.flattened.length === 0 &&
    changes.keyCase === null &&
    changes.added.every(
      ({ value }) => value.kind === 'literal' || value.kind === 'template' || (value.kind === 'path' && !isDeclared(value.path)),
    )
  );
}

function firstKey([first]: Path): string {
  return first?.kind === 'key' ? first.key : '';
}

/** Whether that notation can name the place. */
export function canBeEdited(resource: Pick<TestedResource, 'model' | 'hooks' | 'recording' | 'record'>): boolean {
  const { model } = resource;
  if (hooksOnRecording(resource, 'select')) return false;
  if ((!isPlain(model.selection) && !model.selection.single) || model.filter.length > 0 || !keepsFields(resource)) return false;
  return model.selector.every((step) => step.kind === 'key' && !/[.[\]]/.test(step.key) && step.key !== '');
}
