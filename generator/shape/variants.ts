import { spec } from '../diagnostics/messages/spec.js';
import { type Described, type Shape, type Shaped, said, words, wrong } from './contract.js';
import { named } from './named.js';
import { isNull } from './node.js';

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
