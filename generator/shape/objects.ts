import type { Span } from '../diagnostics/diagnostic.js';
import { spec } from '../diagnostics/messages/spec.js';
import { orElse, withGaps } from '../gap.js';
import { type Described, type JsonSchema, type Shape, words, wrong } from './contract.js';
import type { Level } from './level.js';
import { whereItBelongs } from './misplaced.js';
import type { MapNode, SpecNode } from './node.js';
import type { Reading } from './reading.js';

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

/** A mapping with known keys; `where` names it in messages: "client". `extensions`: keys that begin with x- are passed over, as places for what is used elsewhere. */
export function object<const K extends Keys>(
  where: string,
  keys: K,
  about: Described & {
    readonly check?: (value: ObjectOf<K>, reading: Reading) => void;
    readonly missingAt?: (node: MapNode) => Span;
    readonly extensions?: true;
  },
): Shape<ObjectOf<K>> {
  const known = Object.keys(keys).filter((key) => keys[key]?.presence !== 'later');
  const requiredKeys = known.filter((key) => keys[key]?.presence === 'required');
  const properties = (): Record<string, JsonSchema> => {
    const schemas: Record<string, JsonSchema> = {};
    for (const key of known) {
      const entry = keys[key];
      if (entry !== undefined && entry.presence !== 'later') schemas[key] = entry.shape.schema;
    }
    return schemas;
  };
  return {
    expected: 'a mapping',
    get schema() {
      return {
        type: 'object',
        properties: properties(),
        ...(requiredKeys.length === 0 ? {} : { required: requiredKeys }),
        ...(about.extensions === true ? { patternProperties: { '^x-': {} } } : {}),
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
      const level: Level = { where, node, schemas: properties, current: '' };
      reading.within(level, (levels) => {
        for (const entry of node.entries) {
          level.current = entry.key;
          const own = Object.hasOwn(keys, entry.key) ? keys[entry.key] : undefined;
          if (own === undefined && about.extensions === true && entry.key.startsWith('x-')) continue;
          if (own === undefined) {
            const { meant, hint } = whereItBelongs(entry.key, levels);
            if (meant !== undefined) gaps.add(meant);
            reading.report(spec.unknownKey(entry.keySpan, entry.key, where, known, hint));
          } else if (own.presence === 'later') reading.report(spec.notSupportedYet(entry.keySpan, entry.key, own.instead));
          else {
            const value = readPart(own.shape, entry.value, reading);
            if (value === undefined) gaps.add(entry.key);
            else values.set(entry.key, value);
          }
        }
      });
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
export function readPart<T>(shape: Shape<T>, node: SpecNode, reading: Reading): T | undefined {
  return orElse(
    () => shape.read(node, reading),
    () => undefined,
  );
}
