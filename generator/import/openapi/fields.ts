import { block, entry, fromJson, mapping, type Draft, type DraftEntry, type DraftMap } from '../../draft/draft.js';
import type { JsonValue } from '../../shape.js';
import { nameOf } from '../../names.js';
import { Names } from '../names.js';
import { isObject } from '../values.js';
import { isArray, isObjectShape, type Schemas, type Shape } from './schema.js';

export interface FieldOptions {
  /** What the document calls required and not null is never null. */
  readonly strict: boolean;
}

/** Objects inline deeper than this are any JSON. */
const DEEPEST = 8;

/**
 * Records and fields of schemas. A shared schema that is used in two places, or contains itself, is a shared record; others stand
 * where they are used.
 */
export class Fields {
  /** Shared records, by name, in the order in which they were needed. */
  readonly records = new Map<string, DraftMap>();
  readonly #schemas: Schemas;
  readonly #options: FieldOptions;
  readonly #shared: ReadonlySet<string>;
  readonly #names = new Names();
  readonly #given = new Map<string, string>();

  /** `taken`: names of resources, whose records have theirs. */
  constructor(schemas: Schemas, options: FieldOptions, rows: readonly JsonValue[], taken: readonly string[]) {
    this.#schemas = schemas;
    this.#options = options;
    this.#shared = sharedIn(schemas, rows);
    for (const each of taken) this.#names.fresh(each);
  }

  /** The fields of a record of a list, written out: what it is called itself is a matter of the list. */
  row(schema: JsonValue): readonly DraftEntry[] {
    return this.#members(this.#schemas.of(schema), 1);
  }

  #members(shape: Shape, depth: number): readonly DraftEntry[] {
    return [...this.#schemas.properties(shape)]
      .filter(([name, value]) => name !== '' && name !== '__proto__' && !(isObject(value) && value['writeOnly'] === true))
      .map(([name, value]) => entry(name, this.#field(value, depth, shape.required.has(name))));
  }

  #field(schema: JsonValue, depth: number, isRequired: boolean): Draft {
    const shape = this.#schemas.of(schema);
    const facts = this.#type(shape, depth);
    const isNever =
      this.#options.strict && isRequired && !shape.nullable && !facts.some(({ key, value }) => key === 'type' && value === 'json');
    const description = shape.description.replace(/\s+/g, ' ').trim().slice(0, 160);
    const all = [
      ...facts,
      ...(isNever ? [entry('nullable', false)] : []),
      ...(description === '' || facts.some(({ key }) => key === 'fields') ? [] : [entry('description', description)]),
    ];
    const [only] = all;
    return all.length === 1 && only?.key === 'type' ? only.value : mapping(...all);
  }

  #type(shape: Shape, depth: number): readonly DraftEntry[] {
    if (shape.variants.length > 1) return this.#union(shape, depth);
    const types = shape.types.map((each) => (each === 'number' && shape.format === 'int64' ? 'integer' : each));
    const [type, ...more] = types;
    if (more.length > 0) return unionOf(types);
    if (isObjectShape(shape)) return this.#object(shape, depth);
    if (isArray(shape))
      return depth > DEEPEST || shape.items === undefined
        ? [entry('type', 'array'), entry('items', 'json')]
        : [entry('type', 'array'), entry('items', this.#item(shape.items, depth))];
    switch (type) {
      case 'string':
        return textFacts(shape);
      case 'integer':
        return shape.format === 'unix-time' || shape.format === 'timestamp'
          ? [entry('type', 'datetime'), entry('format', 'epoch_s')]
          : [entry('type', 'integer')];
      case 'number':
        return [entry('type', 'number')];
      case 'boolean':
        return [entry('type', 'boolean')];
      default:
        return [entry('type', 'json')];
    }
  }

  #object(shape: Shape, depth: number): readonly DraftEntry[] {
    const { ref } = shape;
    if (shape.properties.size === 0) {
      const others = shape.additional;
      if (isObject(others) && Object.keys(others).length > 0 && depth <= DEEPEST)
        return [entry('type', 'map'), entry('values', this.#item(others, depth))];
      return [entry('type', 'map'), entry('values', 'json')];
    }
    if (ref !== undefined && this.#shared.has(ref)) return [entry('record', this.#record(ref, shape))];
    if (depth > DEEPEST) return [entry('type', 'json')];
    const members = this.#members(shape, depth + 1);
    return members.length === 0
      ? [entry('type', 'map'), entry('values', 'json')]
      : [entry('type', 'object'), entry('fields', block(...members))];
  }

  #record(ref: string, shape: Shape): string {
    const raw = ref.split('/').at(-1) ?? 'record';
    const safe = this.#given.get(ref) ?? this.#names.fresh(nameOf(raw).kebab.replaceAll('-', '_'), 'record');
    this.#given.set(ref, safe);
    if (!this.records.has(safe)) {
      this.records.set(safe, mapping()); // it may contain itself
      const members = this.#members(shape, 2);
      this.records.set(safe, block(entry('fields', block(...(members.length === 0 ? [entry('_', 'json')] : members)))));
    }
    return safe;
  }

  #item(schema: JsonValue, depth: number): Draft {
    const shape = this.#schemas.of(schema);
    const facts = this.#type(shape, depth);
    const isJson = facts.some(({ key, value }) => key === 'type' && value === 'json');
    const all = [...facts, ...(shape.nullable && !isJson && facts.length > 0 ? [entry('nullable', true)] : [])];
    const [only] = all;
    return all.length === 1 && only?.key === 'type' ? only.value : mapping(...all);
  }

  /** One of several things: objects told apart by a word, values that differ in JSON, or any JSON. */
  #union(shape: Shape, depth: number): readonly DraftEntry[] {
    const variants = shape.variants.map((each) => this.#schemas.of(each));
    const isExpandable =
      variants.length >= 2 &&
      variants.some((each) => each.types.join() === 'string' && each.properties.size === 0) &&
      variants.every((each) => each.types.join() === 'string' || isObjectShape(each)) &&
      variants.some(isObjectShape);
    if (isExpandable) return [entry('type', 'string')];
    if (variants.every(isObjectShape)) return this.#tagged(shape, variants, depth) ?? [entry('type', 'json')];
    const kinds = [
      ...new Set(
        variants.flatMap((each) =>
          isArray(each) || isObjectShape(each) || each.variants.length > 0 || each.types.length === 0 ? ['json'] : each.types,
        ),
      ),
    ];
    return kinds.includes('json') ? [entry('type', 'json')] : unionOf(kinds);
  }

  #tagged(shape: Shape, variants: readonly Shape[], depth: number): readonly DraftEntry[] | undefined {
    const name = shape.discriminator?.name;
    if (name === undefined || depth > DEEPEST - 2) return undefined;
    const words = variants.map((each) => {
      const property = each.properties.get(name);
      const own = property === undefined ? undefined : this.#schemas.of(property);
      const said = own?.const ?? (own?.enum.length === 1 ? own.enum[0] : undefined);
      const mapped = [...(shape.discriminator?.mapping ?? [])].find(
        ([, ref]) => each.ref !== undefined && (ref === each.ref || each.ref.endsWith(`/${ref}`)),
      )?.[0];
      return typeof said === 'string' ? said : mapped;
    });
    if (words.some((each) => each === undefined) || new Set(words).size < words.length) return undefined;
    const members = variants.map((each, index) => entry(words[index] ?? '', mapping(...this.#object(each, depth + 1))));
    return members.every(({ value }) => typeof value === 'object')
      ? [entry('type', 'union'), entry('discriminator', name), entry('variants', block(...members))]
      : undefined;
  }
}

function textFacts(shape: Shape): readonly DraftEntry[] {
  if (shape.format === 'date-time') return [entry('type', 'datetime')];
  if (shape.format === 'date') return [entry('type', 'date')];
  const values = [...new Set(shape.enum.filter((each) => typeof each === 'string' && each !== ''))];
  if (values.length > 1 && values.length <= 60) return [entry('type', 'string'), entry('enum', values.map(fromJson)), entry('open', true)];
  return [entry('type', 'string')];
}

function unionOf(types: readonly string[]): readonly DraftEntry[] {
  const plain = [...new Set(types.map((each) => (each === 'integer' && types.includes('number') ? 'number' : each)))];
  if (plain.some((each) => !['string', 'integer', 'number', 'boolean'].includes(each))) return [entry('type', 'json')];
  const [only] = plain;
  return plain.length === 1 && only !== undefined ? [entry('type', only)] : [entry('type', 'union'), entry('variants', plain)];
}

/** Shared schemas of objects that stand in two places below these rows, or inside of themselves. */
function sharedIn(schemas: Schemas, rows: readonly JsonValue[]): ReadonlySet<string> {
  const seen = new Map<string, number>();
  const shared = new Set<string>();
  const visit = (schema: JsonValue, within: readonly string[], isRow: boolean): void => {
    const shape = schemas.of(schema);
    const { ref } = shape;
    if (ref !== undefined && !isRow && isObjectShape(shape)) {
      if (within.includes(ref)) {
        shared.add(ref);
        return;
      }
      const count = (seen.get(ref) ?? 0) + 1;
      seen.set(ref, count);
      if (count > 1) {
        shared.add(ref);
        return;
      }
    }
    if (within.length > 60) return;
    const inner = ref === undefined ? within : [...within, ref];
    for (const value of shape.properties.values()) visit(value, inner, false);
    if (shape.items !== undefined) visit(shape.items, inner, false);
    if (isObject(shape.additional)) visit(shape.additional, inner, false);
    for (const variant of shape.variants) visit(variant, inner, false);
  };
  for (const row of rows) visit(row, [], true);
  return shared;
}
