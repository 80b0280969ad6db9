import type { Diagnostic, Span } from './diagnostics/diagnostic.js';
import { spec } from './diagnostics/messages/spec.js';
import { closest } from './diagnostics/words.js';
import { attempt, GappyMap, withGaps } from './gap.js';
import { holdsPlaceholder } from './placeholder.js';

/**
 * Shapes: one definition that validates a part of a spec with located errors, types it, and describes it to editors as
 * JSON Schema. A paginator, an auth scheme or a field type brings its own.
 */

/** A node of a spec, with its place in the text. Made by `spec/load`; free of the YAML library. */
export type SpecNode = MapNode | ListNode | ScalarNode;

export interface MapNode {
  readonly kind: 'map';
  readonly span: Span;
  readonly entries: readonly SpecEntry[];
}

export interface SpecEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: SpecNode;
}

export interface ListNode {
  readonly kind: 'list';
  readonly span: Span;
  readonly items: readonly SpecNode[];
}

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly span: Span;
  readonly value: string | number | boolean | null;
  /** As written, without quotes: `1e400`, `010`. */
  readonly source: string;
}

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

export type JsonSchema = { readonly [keyword: string]: unknown };

/** The nodes that values were read from, and what was wrong with them. */
export class Reading {
  readonly diagnostics: Diagnostic[] = [];
  readonly #facts = new Set<string>();
  readonly #nodes = new WeakMap<object, SpecNode>();

  report(diagnostic: Diagnostic): void {
    const fact = JSON.stringify([diagnostic.code, diagnostic.message, diagnostic.span?.start]);
    if (!this.#facts.has(fact)) this.diagnostics.push(diagnostic); // defaults are read once for every resource
    this.#facts.add(fact);
  }

  /** What is said several times of one place in `within`, which several readers share, is said once; `more` tells how often. */
  foldWithin(within: Span, more: (others: number) => string = () => ''): void {
    const isShared = ({ span }: Diagnostic): boolean => span !== undefined && span.start >= within.start && span.end <= within.end;
    const all = this.diagnostics.splice(0);
    all.forEach((each, index) => {
      const isSame = ({ code, span }: Diagnostic): boolean =>
        isShared(each) && code === each.code && span?.start === each.span?.start && span?.end === each.span?.end;
      if (all.findIndex(isSame) < index && isShared(each)) return;
      const others = all.filter(isSame).length - 1;
      this.diagnostics.push(others < 1 ? each : { ...each, message: `${each.message}${more(others)}` });
    });
  }

  /** Remembers where `value` came from. */
  remember<T extends object>(value: T, node: SpecNode): T {
    this.#nodes.set(value, node);
    return value;
  }

  /** The place of a value read from a mapping or a list, or of the whole when it has no such key. */
  spanOf(value: object, key?: string | number): Span {
    const node = this.#nodes.get(value);
    if (node === undefined) return { start: 0, end: 0 };
    if (node.kind === 'map') return node.entries.find((entry) => entry.key === key)?.value.span ?? node.span;
    if (node.kind === 'list' && typeof key === 'number') return node.items[key]?.span ?? node.span;
    return node.span;
  }

  /** The place of a value two levels down, or of the nearest place above it. */
  spanWithin(value: object, key: string, inner: string): Span {
    const node = this.#nodes.get(value);
    const entry = node?.kind === 'map' ? node.entries.find((each) => each.key === key) : undefined;
    const found = entry?.value.kind === 'map' ? entry.value.entries.find((each) => each.key === inner) : undefined;
    return found?.value.span ?? entry?.value.span ?? this.spanOf(value);
  }

  /** Lets a value have the places of the one it was made from. */
  rememberAs<T extends object>(value: T, like: object): T {
    const node = this.#nodes.get(like);
    return node === undefined ? value : this.remember(value, node);
  }

  /** The place of a key of a mapping. */
  keySpanOf(value: object, key: string): Span {
    const node = this.#nodes.get(value);
    const entry = node?.kind === 'map' ? node.entries.find((each) => each.key === key) : undefined;
    return entry?.keySpan ?? this.spanOf(value);
  }
}

export interface Shape<T> {
  /** How messages name what is wanted: "a whole number". */
  readonly expected: string;
  /** What editors are told. `$ref`s point to shapes made with `named`. */
  readonly schema: JsonSchema;
  /** Whether a node is of the kind this shape reads, whatever is wrong inside it. */
  accepts(node: SpecNode): boolean;
  /** The typed value, with gaps for what was refused in it, or `undefined` after having reported why not. */
  read(node: SpecNode, reading: Reading): T | undefined;
}

/** The type a shape reads. */
export type Shaped<S> = S extends Shape<infer T> ? T : never;

export interface Described {
  readonly description: string;
  /** Shown by editors as an example. */
  readonly examples?: readonly JsonValue[];
  /** What leaving the key out means, for editors and the reference; it is applied in `model/build`. */
  readonly default?: JsonValue;
}

/** A rule beyond the type: reports and returns false, or returns true. */
export type Check<T> = (value: T, span: Span, reading: Reading) => boolean;

/** What placeholders in a text are: filled in, or a part of what people read. Anywhere else they would be sent as they stand, and are refused. */
export interface Filling {
  readonly placeholders?: 'filled' | 'prose';
}

export function text(
  about: Described & Filling & { readonly check?: Check<string>; readonly pattern?: string; readonly allowEmpty?: boolean },
): Shape<string> {
  return scalarShape(
    'text',
    { type: 'string', ...words(about), ...(about.pattern === undefined ? {} : { pattern: about.pattern }) },
    (node, reading) => {
      if (typeof node.value !== 'string') return wrong(node, 'text', reading, node.value === null ? undefined : 'Quote it.');
      if (node.value === '' && about.allowEmpty !== true) return said(reading, spec.empty(node.span, 'expected text, got an empty one'));
      if (!isFilled(node.value, about)) return said(reading, notFilled(node.span));
      return about.check === undefined || about.check(node.value, node.span, reading) ? node.value : undefined;
    },
  );
}

export function integer(about: Described & { readonly min?: number; readonly max?: number }): Shape<number> {
  return numeric('a whole number', 'integer', about);
}

export function decimalNumber(about: Described & { readonly min?: number; readonly max?: number }): Shape<number> {
  return numeric('a number', 'number', about);
}

export function boolean(about: Described): Shape<boolean> {
  return scalarShape('true or false', { type: 'boolean', ...words(about) }, (node, reading) =>
    typeof node.value === 'boolean' ? node.value : wrong(node, 'true or false', reading),
  );
}

/** One of some words. `what` completes "… is not" in messages: "a write disposition". */
export function choice<const Word extends string>(what: string, known: readonly Word[], about: Described): Shape<Word> {
  return scalarShape(what, { enum: known, ...words(about) }, (node, reading) => {
    const match = known.find((each) => each === node.value);
    if (match !== undefined) return match;
    if (typeof node.value !== 'string') return wrong(node, what, reading);
    return said(reading, spec.enum(node.span, node.value, what, known));
  });
}

/** The word that tells a variant of `tagged` apart. */
export function literalWord<const Word extends string>(word: Word): Shape<Word> {
  return choice(`"${word}"`, [word], { description: `Always \`${word}\`.` });
}

/** Any value, as data. */
export function anything(about: Described): Shape<JsonValue> {
  return {
    expected: 'a value',
    schema: words(about),
    accepts: () => true,
    read: (node) => toJson(node),
  };
}

/** A mapping of anything, as data. */
export function anyMapping(about: Described): Shape<{ readonly [key: string]: JsonValue }> {
  return {
    expected: 'a mapping',
    schema: { type: 'object', ...words(about) },
    accepts: (node) => node.kind === 'map',
    read(node, reading) {
      if (node.kind !== 'map') return wrong(node, 'a mapping', reading);
      return reading.remember(Object.fromEntries(node.entries.map((entry) => [entry.key, toJson(entry.value)])), node);
    },
  };
}

/** Any text, number, boolean or null, as data. */
export function scalar(about: Described & Filling): Shape<string | number | boolean | null> {
  return scalarShape(
    'a text, number, true, false or null',
    { type: ['string', 'number', 'boolean', 'null'], ...words(about) },
    (node, reading) => (typeof node.value !== 'string' || isFilled(node.value, about) ? node.value : said(reading, notFilled(node.span))),
  );
}

function isFilled(value: string, { placeholders }: Filling): boolean {
  return placeholders !== undefined || !holdsPlaceholder(value);
}

function notFilled(span: Span): Diagnostic {
  return spec.pattern(
    span,
    'spec/placeholder',
    'a placeholder is not filled in here, but sent as it stands',
    'Placeholders belong into base_url, path, params, headers, json, data, filter, bounds and token requests. Write the value itself.',
  );
}

const LEAVE_OUT = 'Leave the key out where there are none.';

export function list<T>(item: Shape<T>, about: Described & { readonly min?: number }): Shape<readonly T[]> {
  return {
    expected: 'a list',
    schema: { type: 'array', items: item.schema, ...(about.min === undefined ? {} : { minItems: about.min }), ...words(about) },
    accepts: (node) => node.kind === 'list',
    read(node, reading) {
      if (node.kind !== 'list') return wrong(node, 'a list', reading);
      if (node.items.length < (about.min ?? 0))
        return said(reading, spec.empty(node.span, `at least ${about.min} of these ${about.min === 1 ? 'is' : 'are'} needed`, LEAVE_OUT));
      const values = node.items.map((each) => readPart(item, each, reading)).filter((value) => value !== undefined);
      return values.length === node.items.length ? reading.remember(values, node) : undefined;
    },
  };
}

/** A mapping from names of the user's choice to values. A Map, so that no name can reach a prototype. */
export function mapOf<T>(
  value: Shape<T>,
  about: Described & { readonly key?: Check<string>; readonly min?: number },
): Shape<ReadonlyMap<string, T>> {
  return {
    expected: 'a mapping',
    schema: {
      type: 'object',
      additionalProperties: value.schema,
      ...(about.min === undefined ? {} : { minProperties: about.min }),
      ...words(about),
    },
    accepts: (node) => node.kind === 'map',
    read(node, reading) {
      if (node.kind !== 'map') return wrong(node, 'a mapping', reading);
      if (node.entries.length < (about.min ?? 0))
        return said(reading, spec.empty(node.span, `at least ${about.min} entry is needed`, LEAVE_OUT));
      const values = new Map<string, T>();
      const refused = new Set<string>();
      for (const entry of node.entries) {
        const fits = about.key === undefined || about.key(entry.key, entry.keySpan, reading);
        const read = readPart(value, entry.value, reading);
        if (fits && read !== undefined) values.set(entry.key, read);
        else refused.add(entry.key);
      }
      const names = node.entries.map(({ key }) => key);
      return reading.remember(refused.size === 0 ? values : new GappyMap(values, names, refused), node);
    },
  };
}

export interface Required<T> {
  readonly shape: Shape<T>;
  readonly presence: 'required';
}
export interface Optional<T> {
  readonly shape: Shape<T>;
  readonly presence: 'optional';
}
export interface Later {
  readonly presence: 'later';
  readonly instead: string;
}

export function required<T>(shape: Shape<T>): Required<T> {
  return { shape, presence: 'required' };
}
export function optional<T>(shape: Shape<T>): Optional<T> {
  return { shape, presence: 'optional' };
}
/** A key people know from dlt that this version refuses by name; `instead` says what to do. */
export function later(instead: string): Later {
  return { presence: 'later', instead };
}

export type Keys = { readonly [key: string]: Required<unknown> | Optional<unknown> | Later };

type RequiredKey<K extends Keys> = { [P in keyof K]: K[P] extends Required<unknown> ? P : never }[keyof K];
type OptionalKey<K extends Keys> = { [P in keyof K]: K[P] extends Optional<unknown> ? P : never }[keyof K];
type ReadAs<E> = E extends { readonly shape: Shape<infer T> } ? T : never;
export type ObjectOf<K extends Keys> = { readonly [P in RequiredKey<K>]: ReadAs<K[P]> } & {
  readonly [P in OptionalKey<K>]?: ReadAs<K[P]>;
};

/** A mapping with known keys; `where` names it in messages: "client". */
export function object<const K extends Keys>(
  where: string,
  keys: K,
  about: Described & { readonly check?: (value: ObjectOf<K>, reading: Reading) => void; readonly missingAt?: (node: MapNode) => Span },
): Shape<ObjectOf<K>> {
  const known = Object.keys(keys).filter((key) => keys[key]?.presence !== 'later');
  const requiredKeys = known.filter((key) => keys[key]?.presence === 'required');
  return {
    expected: 'a mapping',
    get schema() {
      const properties: Record<string, JsonSchema> = {};
      for (const key of known) {
        const entry = keys[key];
        if (entry !== undefined && entry.presence !== 'later') properties[key] = entry.shape.schema;
      }
      return {
        type: 'object',
        properties,
        ...(requiredKeys.length === 0 ? {} : { required: requiredKeys }),
        additionalProperties: false,
        ...words(about),
      };
    },
    accepts: (node) => node.kind === 'map',
    read(node, reading) {
      if (node.kind !== 'map') return wrong(node, 'a mapping', reading);
      const before = reading.diagnostics.length;
      const values = new Map<string, unknown>();
      const gaps = new Set<string>(); // with what keys that are misspelt were meant to be: a default in its place would mislead
      for (const entry of node.entries) {
        const own = Object.hasOwn(keys, entry.key) ? keys[entry.key] : undefined;
        if (own === undefined) {
          const meant = closest(entry.key, known);
          if (meant !== undefined) gaps.add(meant);
          reading.report(spec.unknownKey(entry.keySpan, entry.key, where, known));
        } else if (own.presence === 'later') reading.report(spec.notSupportedYet(entry.keySpan, entry.key, own.instead));
        else {
          const value = readPart(own.shape, entry.value, reading);
          if (value === undefined) gaps.add(entry.key);
          else values.set(entry.key, value);
        }
      }
      for (const key of requiredKeys) {
        if (values.has(key) || gaps.has(key)) continue;
        reading.report(spec.missingKey(about.missingAt?.(node) ?? node.span, key, where));
        gaps.add(key);
      }
      const read = reading.remember(withGaps<ObjectOf<K>>(Object.fromEntries(values), gaps), node);
      if (reading.diagnostics.length === before) about.check?.(read, reading);
      return read;
    },
  };
}

/** One part of a whole; undefined when it was refused, or when a rule about it looked at a part that was. */
function readPart<T>(shape: Shape<T>, node: SpecNode, reading: Reading): T | undefined {
  return attempt(
    () => shape.read(node, reading),
    () => undefined,
  );
}

/** One of several mappings, told apart by the word under `tag`. A bare word stands for a mapping with only that. */
export function tagged<V extends { readonly [word: string]: Shape<unknown> }>(
  tag: string,
  what: string,
  variants: V,
  about: Described,
): Shape<Shaped<V[keyof V]>> {
  const known = Object.keys(variants);
  return {
    expected: what,
    get schema() {
      return { oneOf: [{ enum: known }, ...known.map((word) => variants[word]?.schema)], ...words(about) };
    },
    accepts: (node) => node.kind === 'map' || (node.kind === 'scalar' && typeof node.value === 'string'),
    read(node, reading) {
      const named = node.kind === 'map' ? node.entries.find((entry) => entry.key === tag)?.value : node;
      if (named === undefined) return said(reading, spec.missingKey(node.span, tag, what, known));
      if (named.kind !== 'scalar' || typeof named.value !== 'string') return wrong(named, what, reading);
      const variant = Object.hasOwn(variants, named.value) ? variants[named.value] : undefined;
      if (variant === undefined) return said(reading, spec.enum(named.span, named.value, what, known));
      const entries = [{ key: tag, keySpan: named.span, value: named }];
      return variant.read(node.kind === 'map' ? node : { kind: 'map', span: node.span, entries }, reading) as
        Shaped<V[keyof V]> | undefined;
    },
  };
}

/** The first of several shapes that reads this kind of node. */
export function oneOf<const S extends readonly Shape<unknown>[]>(expected: string, shapes: S, about: Described): Shape<Shaped<S[number]>> {
  return {
    expected,
    get schema() {
      return { anyOf: shapes.map((shape) => shape.schema), ...words(about) };
    },
    accepts: (node) => shapes.some((shape) => shape.accepts(node)),
    read(node, reading) {
      const shape = shapes.find((each) => each.accepts(node));
      if (shape === undefined) return wrong(node, expected, reading);
      return shape.read(node, reading) as Shaped<S[number]> | undefined;
    },
  };
}

/** The shape, or an explicit null: "none of it", where leaving the key out would mean a default. */
export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return {
    expected: `${shape.expected} or null`,
    get schema() {
      return { anyOf: [shape.schema, { type: 'null' }] };
    },
    accepts: (node) => shape.accepts(node) || isNull(node),
    read: (node, reading) => (isNull(node) ? null : shape.read(node, reading)),
  };
}

/** A shape that stands in the published schema by name; it may refer to itself. */
export function named<T>(name: string, make: () => Shape<T>): Shape<T> {
  let made: Shape<T> | undefined;
  const shape = (): Shape<T> => (made ??= make());
  definitions.set(name, () => shape().schema);
  return {
    get expected() {
      return shape().expected;
    },
    schema: { $ref: `#/$defs/${name}` },
    accepts: (node) => shape().accepts(node),
    read: (node, reading) => shape().read(node, reading),
  };
}

/** The published JSON Schema of a shape, with every named shape it reaches. */
export function publishedSchema<T>(shape: Shape<T>): JsonSchema {
  const defs: Record<string, JsonSchema> = {};
  const collect = (schema: unknown): void => {
    for (const [, name = ''] of JSON.stringify(schema).matchAll(/"#\/\$defs\/([^"]+)"/g)) {
      const definition = definitions.get(name);
      if (definition === undefined || Object.hasOwn(defs, name)) continue;
      defs[name] = definition();
      collect(defs[name]);
    }
  };
  collect(shape.schema);
  const sorted = Object.fromEntries(Object.entries(defs).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...shape.schema, $defs: sorted };
}

/** What a node is, in words for messages. The value of a text is not shown: it may be a secret. */
export function kindOf(node: SpecNode): string {
  if (node.kind === 'map') return 'a mapping';
  if (node.kind === 'list') return 'a list';
  if (node.value === null) return 'nothing';
  return typeof node.value === 'string' ? 'text' : typeof node.value === 'number' ? 'a number' : String(node.value);
}

export function toJson(node: SpecNode): JsonValue {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(toJson);
  const object: { [key: string]: JsonValue } = Object.create(null) as { [key: string]: JsonValue };
  for (const entry of node.entries) object[entry.key] = toJson(entry.value);
  return object;
}

const definitions = new Map<string, () => JsonSchema>();

function numeric(
  expected: string,
  type: 'integer' | 'number',
  about: Described & { readonly min?: number; readonly max?: number },
): Shape<number> {
  const schema = {
    type,
    ...(about.min === undefined ? {} : { minimum: about.min }),
    ...(about.max === undefined ? {} : { maximum: about.max }),
    ...words(about),
  };
  return scalarShape(expected, schema, (node, reading) => {
    const value = node.value;
    if (typeof value !== 'number') return wrong(node, expected, reading);
    if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER)
      return said(reading, spec.number(node.span, 'number out of range'));
    if (type === 'integer' && !Number.isInteger(value))
      return said(reading, spec.number(node.span, `expected a whole number, got ${value}`));
    if (about.min !== undefined && value < about.min)
      return said(reading, spec.number(node.span, `must be at least ${about.min}, got ${value}`));
    if (about.max !== undefined && value > about.max)
      return said(reading, spec.number(node.span, `must be at most ${about.max}, got ${value}`));
    return value;
  });
}

function scalarShape<T>(expected: string, schema: JsonSchema, read: (node: ScalarNode, reading: Reading) => T | undefined): Shape<T> {
  const types = [schema['type']].flat();
  const fits = (value: ScalarNode['value']): boolean =>
    schema['enum'] !== undefined
      ? typeof value === 'string'
      : types.includes(value === null ? 'null' : typeof value) || (typeof value === 'number' && types.includes('integer'));
  return {
    expected,
    schema,
    accepts: (node) => node.kind === 'scalar' && fits(node.value),
    read: (node, reading) => (node.kind === 'scalar' ? read(node, reading) : wrong(node, expected, reading)),
  };
}

function isNull(node: SpecNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}

function wrong(node: SpecNode, expected: string, reading: Reading, hint?: string): undefined {
  return said(reading, spec.type(node.span, expected, kindOf(node), hint));
}

function said(reading: Reading, diagnostic: Diagnostic): undefined {
  reading.report(diagnostic);
  return undefined;
}

function words(about: Described): JsonSchema {
  return {
    description: about.description,
    ...(about.default === undefined ? {} : { default: about.default }),
    ...(about.examples === undefined ? {} : { examples: about.examples }),
  };
}
