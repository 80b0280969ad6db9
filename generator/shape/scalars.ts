import type { Diagnostic, Span } from '../diagnostics/diagnostic.js';
import { spec } from '../diagnostics/messages/spec.js';
import { holdsPlaceholder } from '../placeholder.js';
import { type Check, type Described, type Filling, type JsonSchema, type Shape, said, words, wrong } from './contract.js';
import { type JsonValue, type ScalarNode, toJson } from './node.js';
import type { Reading } from './reading.js';

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
