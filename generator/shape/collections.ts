import { spec } from '../diagnostics/messages/spec.js';
import { GappyMap } from '../gap.js';
import { type Check, type Described, type Shape, said, words, wrong } from './contract.js';
import { type JsonValue, toJson } from './node.js';
import { readPart } from './objects.js';

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

const LEAVE_OUT = 'Leave the key out where there are none.';

/** A list; `few` is what to do where it has less than `min` items and cannot be left out. */
export function list<T>(item: Shape<T>, about: Described & { readonly min?: number; readonly few?: string }): Shape<readonly T[]> {
  return {
    expected: 'a list',
    schema: { type: 'array', items: item.schema, ...(about.min === undefined ? {} : { minItems: about.min }), ...words(about) },
    accepts: (node) => node.kind === 'list',
    read(node, reading) {
      if (node.kind !== 'list') return wrong(node, 'a list', reading);
      if (node.items.length < (about.min ?? 0))
        return said(
          reading,
          spec.empty(node.span, `at least ${about.min} of these ${about.min === 1 ? 'is' : 'are'} needed`, about.few ?? LEAVE_OUT),
        );
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
