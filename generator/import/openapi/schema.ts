import type { JsonValue } from '../../shape.js';
import { isObject, listAt, member, objectAt, textAt, textsAt, type JsonObject } from '../values.js';
import type { OpenApi } from './document.js';

/** A schema, with its references followed and its parts put together, one level of it. */
export interface Shape {
  /** JSON's types, without null. */
  readonly types: readonly string[];
  readonly nullable: boolean;
  readonly properties: ReadonlyMap<string, JsonValue>;
  readonly required: ReadonlySet<string>;
  readonly items: JsonValue | undefined;
  readonly additional: JsonValue | undefined;
  /** What it can be, where it is one of several things. */
  readonly variants: readonly JsonValue[];
  readonly discriminator: { readonly name: string; readonly mapping: ReadonlyMap<string, string> } | undefined;
  readonly enum: readonly JsonValue[];
  readonly const: JsonValue | undefined;
  readonly format: string;
  readonly description: string;
  /** The name of the schema, where it is a shared one. */
  readonly ref: string | undefined;
  readonly value: JsonObject;
}

/** Schemas of one document, each looked at once. */
export class Schemas {
  readonly #document: OpenApi;
  readonly #shapes = new WeakMap<object, Shape>();

  constructor(document: OpenApi) {
    this.#document = document;
  }

  /** The shape of a schema; `true` and what is none are anything. */
  of(schema: JsonValue | undefined): Shape {
    const target = this.#document.object(schema);
    if (target === undefined) return ANY;
    const known = this.#shapes.get(target.value);
    if (known !== undefined && known.ref === target.ref) return known;
    const made = this.#made(target.value, target.ref, 0);
    this.#shapes.set(target.value, made);
    return made;
  }

  #made(value: JsonObject, ref: string | undefined, depth: number): Shape {
    const types = textsAt(value, 'type');
    const all = depth > 20 ? [] : listAt(value, 'allOf').flatMap((each) => this.#part(each, depth + 1));
    const alternatives = [...listAt(value, 'oneOf'), ...listAt(value, 'anyOf')];
    const isNull = (each: JsonValue): boolean =>
      isObject(each) &&
      (textsAt(each, 'type').join() === 'null' || (listAt(each, 'enum').length > 0 && listAt(each, 'enum').every((one) => one === null)));
    const variants = alternatives.filter((each) => !isNull(each));
    const hasNull = variants.length < alternatives.length;
    const properties = new Map(all.flatMap((each) => [...each.properties]));
    for (const [name, inner] of Object.entries(objectAt(value, 'properties') ?? {})) properties.set(name, inner);
    const required = new Set([...all.flatMap((each) => [...each.required]), ...textsAt(value, 'required')]);
    const own: Shape = {
      types: [...new Set([...types.filter((each) => each !== 'null'), ...all.flatMap((each) => each.types)])],
      nullable:
        types.includes('null') ||
        member(value, 'nullable') === true ||
        member(value, 'x-nullable') === true ||
        hasNull ||
        listAt(value, 'enum').includes(null),
      properties,
      required,
      items:
        member(value, 'items') ?? (listAt(value, 'prefixItems').length > 0 ? true : all.find((each) => each.items !== undefined)?.items),
      additional: member(value, 'additionalProperties') ?? all.find((each) => each.additional !== undefined)?.additional,
      variants: [...variants, ...all.flatMap((each) => each.variants)],
      discriminator: discriminatorOf(value) ?? all.find((each) => each.discriminator !== undefined)?.discriminator,
      enum: listAt(value, 'enum').filter((each) => each !== null),
      const: member(value, 'const'),
      format: textAt(value, 'format') ?? all.find((each) => each.format !== '')?.format ?? '',
      description: textAt(value, 'description') ?? textAt(value, 'title') ?? '',
      ref,
      value,
    };
    const [only] = own.variants;
    // one alternative beside null is that one
    if (own.variants.length !== 1 || only === undefined || depth > 20) return withType(own);
    const inner = this.#part(only, depth + 1)[0];
    if (inner === undefined) return withType({ ...own, variants: [] });
    return withType({
      ...inner,
      nullable: own.nullable || inner.nullable,
      properties: new Map([...inner.properties, ...own.properties]),
      required: new Set([...inner.required, ...own.required]),
      description: own.description === '' ? inner.description : own.description,
      ref: own.ref ?? inner.ref,
      value: own.properties.size === 0 ? inner.value : own.value,
    });
  }

  #part(schema: JsonValue, depth: number): readonly Shape[] {
    const target = this.#document.object(schema);
    return target === undefined ? [] : [this.#made(target.value, target.ref, depth)];
  }

  /** A member, wherever among the alternatives of an object it is. */
  property(shape: Shape, name: string, depth = 0): JsonValue | undefined {
    const own = shape.properties.get(name);
    if (own !== undefined || depth > 5) return own;
    for (const variant of shape.variants) {
      const found = this.property(this.of(variant), name, depth + 1);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** All members, those of alternatives too. */
  properties(shape: Shape, depth = 0): ReadonlyMap<string, JsonValue> {
    if (shape.variants.length === 0 || depth > 5) return shape.properties;
    const found = new Map(shape.properties);
    for (const variant of shape.variants)
      for (const [name, value] of this.properties(this.of(variant), depth + 1)) if (!found.has(name)) found.set(name, value);
    return found;
  }
}

const ANY: Shape = {
  types: [],
  nullable: true,
  properties: new Map(),
  required: new Set(),
  items: undefined,
  additional: undefined,
  variants: [],
  discriminator: undefined,
  enum: [],
  const: undefined,
  format: '',
  description: '',
  ref: undefined,
  value: {},
};

function discriminatorOf(value: JsonObject): Shape['discriminator'] {
  const said = member(value, 'discriminator');
  if (typeof said === 'string') return { name: said, mapping: new Map() };
  const name = textAt(said, 'propertyName');
  if (name === undefined) return undefined;
  return { name, mapping: new Map(Object.entries(objectAt(said, 'mapping') ?? {}).map(([key, ref]) => [key, String(ref)])) };
}

/** A schema without a type may have members of one. */
function withType(shape: Shape): Shape {
  if (shape.types.length > 0) return shape;
  if (shape.properties.size > 0 || (shape.additional !== undefined && isObject(shape.additional))) return { ...shape, types: ['object'] };
  if (shape.items !== undefined) return { ...shape, types: ['array'] };
  const values = shape.const === undefined ? shape.enum : [shape.const];
  const kinds = [...new Set(values.map((each) => typeof each))];
  if (kinds.length === 1 && kinds[0] !== undefined && ['string', 'number', 'boolean'].includes(kinds[0]))
    return { ...shape, types: [kinds[0]] };
  return shape;
}

export function isArray(shape: Shape): boolean {
  return shape.types.includes('array') || (shape.types.length === 0 && shape.items !== undefined);
}

export function isObjectShape(shape: Shape): boolean {
  return shape.types.includes('object') || shape.properties.size > 0;
}
