import type { FieldModel, RecordsModel, RecordType, TypeModel, ValueModel } from '../types/model.js';
import { fieldsOf, typesIn } from '../types/walk.js';
import { spec as messages } from '../diagnostics/messages/spec.js';
import { shorten } from '../diagnostics/words.js';
import type { Reading } from '../shape.js';
import type { ResourceSpec } from '../spec/document.js';
import type { ResourceModel } from './connector-model.js';
import { placesRead } from './places-read.js';

/** What elements of a document are, where that does not show: places are paths with dots. */
export interface XmlElements {
  readonly lists: readonly string[];
  readonly objects: readonly string[];
  readonly texts: readonly string[];
}

/** Where the elements are that are records, as keys. */
export function rowKeys({ selector }: Pick<ResourceModel, 'selector'>): readonly string[] {
  return selector.flatMap((step) => (step.kind === 'key' ? [step.key] : []));
}

/** What the elements of a resource are: its records a list, in them what its fields say, and beside them what its paging reads. */
export function xmlElements(
  { format, selector, paginator, changeFeed }: Pick<ResourceModel, 'format' | 'selector' | 'paginator' | 'changeFeed'>,
  type: RecordType,
  { types }: Pick<RecordsModel, 'types'>,
): XmlElements {
  const rows = rowKeys({ selector }).join('.');
  const found = { lists: new Set([rows]), objects: new Set<string>(), texts: new Set<string>() };
  const value = ({ type: inner }: Pick<ValueModel, 'type'>, path: string, within: readonly string[]): void => {
    if (isText(inner)) found.texts.add(path);
    if (inner.kind === 'object' || inner.kind === 'record' || inner.kind === 'map' || inner.kind === 'variants') found.objects.add(path);
    if (inner.kind === 'object') fields(inner.fields, path, within);
    if (inner.kind === 'variants') for (const { object } of inner.variants) fields(object.fields, path, within);
    if (inner.kind === 'array') {
      found.lists.add(path);
      value(inner.items, path, within);
    }
    if (inner.kind !== 'record' || within.includes(inner.record.typeName)) return;
    const record = types.find(({ typeName }) => typeName === inner.record.typeName);
    if (record !== undefined) fields(fieldsOf(record), path, [...within, record.typeName]);
  };
  const fields = (all: readonly FieldModel[], path: string, within: readonly string[]): void => {
    for (const field of all) if (!/^[@#]/.test(field.name)) value(field, `${path}.${field.name}`, within);
  };
  if (type.declared) found.objects.add(rows);
  fields(fieldsOf(type), rows, [type.typeName]);
  if (format.kind === 'xml') for (const path of format.lists) found.lists.add(path);
  for (const path of placesRead({ paginator, changeFeed })) {
    path.forEach((step, index) => {
      if (typeof step === 'number') found.lists.add(path.slice(0, index).filter(isKey).join('.'));
    });
    const keys = path.filter(isKey);
    if (/^[@#]/.test(keys.at(-1) ?? '')) found.objects.add(keys.slice(0, -1).join('.'));
    else found.texts.add(keys.join('.'));
  }
  const lists = new Set(found.lists);
  return {
    lists: [...lists],
    objects: [...found.objects],
    texts: [...found.texts].filter((path) => !found.objects.has(path)),
  };
}

/** Fields of a document are elements, attributes or text. */
export function checkElements(spec: ResourceSpec, type: RecordType | undefined, reading: Reading): void {
  const span = reading.spanOf(spec, spec.fields === undefined ? 'name' : 'fields');
  const refuse = (message: string, hint: string): void => reading.report(messages.pattern(span, 'spec/xml', message, hint));
  const made = new Set([...(spec.add?.keys() ?? []), ...(spec.rename?.values() ?? [])]);
  for (const { name } of type?.fields ?? [])
    if (!made.has(name) && !/^(?:#text|@?[^\s/>=<"'&?!@#][^\s/>=<"'&]*)$/.test(name))
      refuse(`${shorten(name)} cannot be the name of an element`, 'Elements are names, attributes "@name", the text among them "#text".');
  for (const each of typesIn(type === undefined ? [] : fieldsOf(type))) {
    if (each.kind === 'union' && !each.members.some(({ kind }) => kind === 'string'))
      refuse('values of documents are texts, and one is of a union without text', 'Declare the one type that it has, or string.');
    if (each.kind === 'array' && each.items.type.kind === 'array')
      refuse('elements have no lists of lists', 'Declare the elements that are around the inner ones.');
  }
}

function isKey(step: string | number): step is string {
  return typeof step === 'string';
}

/** Whether values of a type are what an element holds that has no others in it. */
function isText(type: TypeModel): boolean {
  return ['string', 'number', 'boolean', 'time', 'decimal', 'bigint', 'enum'].includes(type.kind);
}
