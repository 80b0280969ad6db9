import { shorten } from '../diagnostics/words.js';
import { spec as messages } from '../diagnostics/messages/spec.js';
import { type FieldsSpec } from '../types/field.js';
import { impliedType, type FieldSpec } from '../types/field-facts.js';
import { parseSelector, type Path } from '../selector.js';
import type { Reading } from '../shape.js';
import type { AddedSpec } from '../spec/changes.js';
import type { ResourceSpec, SpecDocument } from '../spec/document.js';
import type { AddedField, AddedValue, AsSent, ChangesModel } from './changes-model.js';
import { keyFieldsOf, type KeyField } from './keys.js';
import type { Scope } from './scope.js';

/** What becomes of the records of a resource; null: nothing. `scope`: what placeholders in it may name. */
export function buildChanges(spec: ResourceSpec, document: SpecDocument, scope: Scope): ChangesModel | null {
  const { add, rename, drop, flatten, key_case: keyCase } = spec;
  const renamed = [...(rename ?? [])].map(([from, name]): AddedField & { readonly path: Path } => {
    const path = renamedPath(from);
    return { name, path, value: { kind: 'path', path }, isNew: true };
  });
  const keys = placedKeys(spec).map(({ name, path }): AddedField => ({ name, value: { kind: 'path', path }, isNew: false }));
  const added = [
    ...[...(add ?? [])].map(([name, said]): AddedField => ({ name, value: addedValue(said, scope), isNew: false })),
    ...keys,
    ...renamed.map(({ name, value, isNew }) => ({ name, value, isNew })),
  ];
  const dropped = (drop ?? []).map(pathOf);
  const flattened = (flatten ?? []).map((each) =>
    typeof each === 'string' ? { path: pathOf(each), prefix: '' } : { path: pathOf(each.path), prefix: each.prefix ?? '' },
  );
  if (added.length + dropped.length + flattened.length === 0 && keyCase === undefined) return null;
  return {
    added,
    taken: [...renamed.map(({ path }) => path), ...dropped],
    flattened,
    keyCase: keyCase ?? null,
    asSent: keyCase === 'snake' ? asSent(spec.fields ?? spec.schema?.fields ?? new Map(), document, new Set()) : {},
  };
}

/** The fields of keys that stand deeper in the record, and are not added already. */
export function placedKeys(spec: ResourceSpec): readonly (KeyField & { readonly path: Path })[] {
  const all = [...keyFieldsOf(spec, 'primary_key'), ...keyFieldsOf(spec, 'merge_key')];
  const placed = all.flatMap(({ name, path }) => (path === null ? [] : [{ name, path }]));
  return placed.filter(({ name }, index) => placed.findIndex((each) => each.name === name) === index && spec.add?.has(name) !== true);
}

function addedValue(said: AddedSpec, scope: Scope): AddedValue {
  if (typeof said === 'string') return { kind: 'path', path: pathOf(said) };
  if (said.concatenate !== undefined) {
    const parts = said.concatenate.map((part): AddedValue =>
      typeof part === 'string' ? { kind: 'path', path: pathOf(part) } : fixedValue(part.value, part, scope),
    );
    return { kind: 'concatenate', parts, separator: said.separator ?? '' };
  }
  if (said.lower !== undefined) return { kind: 'lower', path: pathOf(said.lower) };
  if (said.date !== undefined) return { kind: 'date', path: pathOf(said.date) };
  if (said.hash !== undefined) return { kind: 'hash', paths: typeof said.hash === 'string' ? [pathOf(said.hash)] : said.hash.map(pathOf) };
  return fixedValue(said.value ?? null, said, scope);
}

function fixedValue(value: string | number | boolean | null, owner: object, scope: Scope): AddedValue {
  if (typeof value !== 'string') return { kind: 'literal', value };
  const template = scope.template(value, scope.reading.spanOf(owner, 'value'));
  const [only = '', ...more] = template;
  return more.length === 0 && typeof only === 'string' ? { kind: 'literal', value: only } : { kind: 'template', template };
}

/** A name, or a place, that is renamed. */
export function renamedPath(from: string): Path {
  return /[.[]/.test(from) ? pathOf(from) : [{ kind: 'key', key: from }];
}

/** A place that was checked when it was read. */
export function pathOf(selector: string): Path {
  const parsed = parseSelector(selector);
  return parsed.ok ? parsed.path : [];
}

/** The fields whose keys are data: maps, any values, and objects with such in them. */
function asSent(fields: FieldsSpec, document: SpecDocument, within: ReadonlySet<string>): AsSent {
  return Object.fromEntries(
    [...fields].flatMap(([name, field]) => {
      const inside = asSentIn(field, document, within);
      return inside === undefined ? [] : [[name, inside] as const];
    }),
  );
}

function asSentIn(field: FieldSpec, document: SpecDocument, within: ReadonlySet<string>): true | AsSent | undefined {
  if (typeof field === 'string') return DATA.has(field) ? true : undefined;
  if (field.items !== undefined) return asSentIn(field.items, document, within);
  const shared = field.record === undefined || within.has(field.record) ? undefined : document.records?.get(field.record)?.fields;
  const fields = field.fields ?? shared;
  if (fields !== undefined) {
    const inside = asSent(fields, document, field.record === undefined ? within : new Set([...within, field.record]));
    return Object.keys(inside).length === 0 ? undefined : inside;
  }
  if (field.record !== undefined) return undefined;
  return DATA.has(impliedType(field) ?? 'json') ? true : undefined;
}

const DATA: ReadonlySet<string> = new Set(['json', 'map', 'object', 'array', 'union']);

/** Reports what the changes of a resource cannot be. */
export function checkChanges(spec: ResourceSpec, reading: Reading): void {
  const format = spec.endpoint?.format ?? 'json';
  if (format === 'csv') {
    for (const key of ['flatten', 'key_case'] as const) {
      if (spec[key] === undefined) continue;
      const hint = key === 'flatten' ? 'A column holds one value.' : 'Name the columns as you want them, with csv.columns, or use rename.';
      reading.report(messages.pattern(reading.keySpanOf(spec, key), 'spec/csv', `${key} is not for tables`, hint));
    }
  }
  const seen = new Set(spec.add?.keys());
  for (const [from, name] of spec.rename ?? []) {
    const span = reading.keySpanOf(spec.rename ?? spec, from);
    if (seen.has(name)) reading.report(messages.pattern(span, 'spec/duplicate-name', `${shorten(name)} is added already`));
    seen.add(name);
  }
  for (const { path, key, mayBeList, report } of singlePlaces(spec, reading)) {
    if (path.length === 0 || (mayBeList !== true && path.some((step) => step.kind === 'every')))
      report('spec/add-place', 'one value is wanted', 'Leave out [*] and $.');
    else if (key !== 'add' && path.some((step) => step.kind === 'index'))
      report(
        'spec/add-place',
        'a field is taken by its name',
        'Leave out the place in a list; add takes copies: add: { first: items[0] }.',
      );
  }
  (spec.drop ?? []).forEach((said, index) => {
    const path = pathOf(said);
    if (path.length === 0 || path.some((step) => step.kind === 'index') || path.at(-1)?.kind !== 'key')
      reading.report(
        messages.pattern(
          reading.spanOf(spec.drop ?? spec, index),
          'spec/add-place',
          'a field is dropped by its name',
          'Write internal, owner.token or items[*].token.',
        ),
      );
  });
}

type Report = (code: `spec/${string}`, message: string, hint?: string) => void;

interface SinglePlace {
  readonly path: Path;
  readonly key: 'add' | 'rename' | 'flatten';
  /** Whether it can be a place in every item of a list, whose values are a list. */
  readonly mayBeList?: true;
  readonly report: Report;
}

/** The places that changes take one value from. */
export function singlePlaces(spec: ResourceSpec, reading: Reading): readonly SinglePlace[] {
  const at = (owner: object, key: string | number): Report => {
    const span = reading.spanOf(owner, key);
    return (code, message, hint) => {
      reading.report(messages.pattern(span, code, message, hint));
    };
  };
  const added = [...(spec.add ?? [])].flatMap(([name, said]) => {
    if (typeof said === 'string')
      return [{ path: pathOf(said), key: 'add' as const, mayBeList: true as const, report: at(spec.add ?? spec, name) }];
    const texts = (['lower', 'date'] as const).flatMap((key) => said[key] ?? []);
    const listed = [...(said.concatenate ?? []), ...(said.hash === undefined ? [] : [said.hash].flat())].filter(
      (each) => typeof each === 'string',
    );
    return [...texts, ...listed].map((each) => ({ path: pathOf(each), key: 'add' as const, report: at(spec.add ?? spec, name) }));
  });
  const renamed = [...(spec.rename ?? [])].map(([from]) => ({
    path: renamedPath(from),
    key: 'rename' as const,
    report: at(spec.rename ?? spec, from),
  }));
  const flattened = (spec.flatten ?? []).map((each, index) => ({
    path: pathOf(typeof each === 'string' ? each : each.path),
    key: 'flatten' as const,
    report: at(spec.flatten ?? spec, index),
  }));
  return [...added, ...renamed, ...flattened];
}

/** The fields that are made, by their names. */
export function addedFieldNames(spec: ResourceSpec): readonly string[] {
  return [...(spec.add?.keys() ?? []), ...(spec.rename?.values() ?? []), ...placedKeys(spec).map(({ name }) => name)];
}
