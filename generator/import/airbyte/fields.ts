import { block, entry, isMapping, mapping, valueIn, type Draft, type DraftEntry, type DraftMap } from '../../draft/draft.js';
import type { JsonValue } from '../../shape.js';
import { fieldsOf, withField, type SchemaOptions } from '../json-schema.js';
import { knows } from '../language.js';
import { isList, isObject, member, textAt, type JsonObject } from '../values.js';
import type { ChangesDraft } from './changes.js';
import type { IncrementalDraft } from './incremental.js';
import type { Options } from './options.js';
import type { RecordsDraft } from './records.js';
import type { Registry } from './registry.js';

/** What all streams of a manifest share. */
export interface Shared {
  readonly options: Options;
  readonly registry: Registry;
  readonly schema: SchemaOptions;
  /** The JSON Schema of a file beside the manifest. */
  readonly schemaFile: (name: string) => JsonValue | undefined;
}

/** The fields of a stream's records: those of its schema, the key and the cursor never null. */
export function fieldEntries(
  stream: JsonObject,
  resource: string,
  key: readonly string[],
  changes: ChangesDraft,
  incremental: IncrementalDraft | undefined,
  records: RecordsDraft,
  { registry, schema, schemaFile }: Shared,
): readonly DraftEntry[] {
  const loaders = member(stream, 'schema_loader');
  const loader = isList(loaders) ? loaders.find(isObject) : isObject(loaders) ? loaders : undefined;
  const type = textAt(loader, 'type');
  const said =
    type === 'InlineSchemaLoader'
      ? member(loader, 'schema')
      : type === 'JsonFileSchemaLoader'
        ? schemaFile(textAt(stream, 'name') ?? '')
        : undefined;
  const needed = registry.neededOf(resource);
  const declared: readonly DraftEntry[] = withChanges(fieldsOf(said, schema) ?? [], changes, needed.length > 0).filter(
    ({ key: name }) => !changes.filled.includes(name),
  );
  let fields: readonly DraftEntry[] = records.casts && knows('a cast') ? declared.map(withCast) : declared;
  const declaresIt = (name: string): boolean => isScalar(declared, name.split('.'));
  const never = new Set([...key, ...needed.filter((name) => !key.includes(name) && !declaresIt(name))]);
  if (fields.length === 0 && never.size === 0 && incremental === undefined) return [];
  for (const name of never) if (!changes.filled.includes(name)) fields = withNever(fields, name.split('.'));
  if (incremental !== undefined) fields = withCursor(fields, incremental);
  for (const [name, type] of filtered(records))
    if (fields.length > 0 && !fields.some((each) => each.key === name)) fields = [...fields, entry(name, type)];
  if (changes.entries.length > 0) fields = withPlaces(fields, changes);
  if (changes.entries.length > 0)
    for (const name of changes.added)
      if (!fields.some((each) => each.key === name) && !changes.filled.includes(name)) fields = [...fields, entry(name, 'json')];
  return fields;
}

/**
 * The fields that the API sends, where a function adds some and drops others: those that it adds are none of them, unless other
 * resources count on the record's type, and those that it drops are.
 */
function withChanges(fields: readonly DraftEntry[], changes: ChangesDraft, isParent: boolean): readonly DraftEntry[] {
  if (changes.hooks.every(({ write }) => write === undefined)) return fields;
  const others = fields.filter(({ key }) => !changes.added.includes(key) || changes.moved.get(key)?.join('.') === key);
  const dropped = changes.dropped
    .filter((name) => !fields.some(({ key }) => key === name))
    .map((name) => entry(name, 'json', 'why: the function map drops it'));
  const added = isParent ? changes.added.map((name) => entry(name, 'json', 'why: the function map adds it')) : [];
  return [...others, ...dropped, ...added.filter(({ key }) => !others.some((each) => each.key === key))];
}

/** The fields without those that are dropped, and with the places that others are made of, in objects whose fields are known. */
function withPlaces(fields: readonly DraftEntry[], changes: ChangesDraft): readonly DraftEntry[] {
  const visit = (within: readonly DraftEntry[], [name = '', ...rest]: readonly string[]): readonly DraftEntry[] => {
    const field = within.find(({ key }) => key === name);
    if (field === undefined) return rest.length === 0 ? [...within, entry(name, 'json')] : within;
    if (rest.length === 0 || !isMapping(field.value)) return within;
    const inner = valueIn(field.value, 'fields');
    if (!isMapping(inner)) return within;
    const filled = visit(inner.entries, rest);
    if (filled === inner.entries) return within;
    const entries = field.value.entries.map((each) => (each.key === 'fields' ? { ...each, value: { ...inner, entries: filled } } : each));
    return within.map((each) => (each === field ? { ...each, value: { ...(field.value as DraftMap), entries } } : each));
  };
  const isGone = (path: readonly string[]): boolean => changes.gone.some((each) => each.join('.') === path.join('.'));
  const kept = fields.filter(
    ({ key }) => changes.added.includes(key) || !changes.gone.some((path) => path.length === 1 && path[0] === key),
  );
  return [...changes.moved.values()].filter((path) => path.length > 1 && !isGone(path)).reduce(visit, kept);
}

/** Fields that a filter looks at, with the type of what they are compared with. */
function filtered({ filter }: RecordsDraft): readonly (readonly [string, string])[] {
  const visit = (value: Draft | undefined): readonly (readonly [string, string])[] => {
    if (Array.isArray(value)) return value.flatMap((each: Draft) => visit(each));
    if (!isMapping(value)) return [];
    const [field, compared] = [valueIn(value, 'field'), valueIn(value, 'value')];
    if (typeof field !== 'string') return value.entries.flatMap((each) => visit(each.value));
    return [
      [
        field,
        typeof compared === 'number'
          ? 'number'
          : typeof compared === 'boolean'
            ? 'boolean'
            : typeof compared === 'string'
              ? 'string'
              : 'json',
      ],
    ];
  };
  return visit(filter?.value);
}

function withCast(field: DraftEntry): DraftEntry {
  const { value } = field;
  if (typeof value === 'string')
    return ['string', 'integer', 'number', 'boolean'].includes(value)
      ? { ...field, value: mapping(entry('type', value), entry('cast', true)) }
      : field;
  if (!isMapping(value)) return field;
  const type = valueIn(value, 'type');
  return typeof type === 'string' && ['string', 'integer', 'number', 'boolean'].includes(type)
    ? { ...field, value: { ...value, entries: [...value.entries, entry('cast', true)] } }
    : field;
}

const NEVER = entry('nullable', false);
const ID = mapping(entry('type', 'union'), entry('variants', ['string', 'integer']), NEVER);

/** A field of the key, or one that children need: of a plain type, and never null. */
/** Whether a field is one that a request can name. */
function isScalar(fields: readonly DraftEntry[], [name = '', ...rest]: readonly string[]): boolean {
  const field = fields.find(({ key }) => key === name);
  if (rest.length > 0) return isScalar(membersOf(field?.value), rest);
  const type = typeof field?.value === 'string' ? field.value : valueIn(field?.value, 'type');
  return ['string', 'integer', 'number', 'date', 'datetime'].includes(String(type));
}

function withNever(fields: readonly DraftEntry[], [name = '', ...rest]: readonly string[]): readonly DraftEntry[] {
  const field = fields.find(({ key }) => key === name);
  if (rest.length > 0) {
    return withField(
      fields,
      name,
      block(entry('type', 'object'), NEVER, entry('fields', block(...withNever(membersOf(field?.value), rest)))),
    );
  }
  const type = typeof field?.value === 'string' ? field.value : valueIn(field?.value, 'type');
  if (typeof type === 'string' && ['string', 'integer', 'boolean', 'date', 'datetime'].includes(type))
    return withField(fields, name, mapping(entry('type', type), NEVER), 'why: of a key, never null');
  if (type === 'number') return withField(fields, name, mapping(entry('type', 'number'), NEVER), 'why: of a key, never null');
  return withField(fields, name, ID, 'why: of a key, never null');
}

function withCursor(fields: readonly DraftEntry[], { cursor, field, note }: IncrementalDraft): readonly DraftEntry[] {
  const visit = (within: readonly DraftEntry[], [name = '', ...rest]: readonly string[]): readonly DraftEntry[] => {
    if (rest.length === 0) return withField(within, name, field, note);
    const members = membersOf(within.find(({ key }) => key === name)?.value);
    return withField(within, name, block(entry('type', 'object'), NEVER, entry('fields', block(...visit(members, rest)))));
  };
  return visit(fields, cursor.split('.'));
}

function membersOf(value: Draft | undefined): readonly DraftEntry[] {
  const fields = valueIn(value, 'fields');
  return isMapping(fields) ? fields.entries : [];
}
