import type { Diagnostic, Span } from '../diagnostics/diagnostic.js';
import { spec } from '../diagnostics/messages/spec.js';
import { type JsonValue, type SpecNode, kindOf } from './node.js';
import type { Reading } from './reading.js';

export type JsonSchema = { readonly [keyword: string]: unknown };

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

export function wrong(node: SpecNode, expected: string, reading: Reading, hint?: string): undefined {
  return said(reading, spec.type(node.span, expected, kindOf(node), hint));
}

export function said(reading: Reading, diagnostic: Diagnostic): undefined {
  reading.report(diagnostic);
  return undefined;
}

export function words(about: Described): JsonSchema {
  return {
    description: about.description,
    ...(about.default === undefined ? {} : { default: about.default }),
    ...(about.examples === undefined ? {} : { examples: about.examples }),
  };
}
