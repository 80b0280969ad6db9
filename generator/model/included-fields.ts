import { spec as messages } from '../diagnostics/messages/spec.js';
import { shorten } from '../diagnostics/words.js';
import { nameOf } from '../names.js';
import type { FieldsSpec } from '../types/field.js';
import type { FieldSpec } from '../types/field-facts.js';
import type { Reading } from '../shape.js';
import type { ResourceSpec, SpecDocument } from '../spec/document.js';
import { fieldsFromValues } from './for-each.js';
import { keysOf } from './keys.js';
import type { ResourceDraft } from './resource.js';
import { includedAs, ownerOf } from './parents.js';

/** Records with fields of what they are read for. */

/** The fields of a resource, with those that it includes from its parent. */
export function fieldsWithIncluded(
  spec: ResourceSpec,
  draft: ResourceDraft | undefined,
  document: SpecDocument,
  reading: Reading,
): FieldsSpec | undefined {
  const { fields: own, include_from_parent: included } = spec;
  const fields = own === undefined || spec.for_each === undefined ? own : withValues(own, spec, reading);
  if (fields === undefined || included === undefined) return fields;
  const parent = document.resources.find((each) => each.name === draft?.scope.parents[0]?.reference.resource.raw);
  if (parent === undefined) return fields;
  const all = new Map(fields);
  const isResource = (name: string): boolean => document.resources.some((each) => each.name === name);
  included.forEach((each, index) => {
    const { field, as } = includedAs(parent.name, each, isResource);
    const said = factsOf(parent, field, document);
    if (parent.fields !== undefined && said === undefined) {
      reading.report(
        messages.pattern(reading.spanOf(included, index), 'spec/unknown-field', `${shorten(parent.name)} has no field ${shorten(each)}`),
      );
    } else if (all.has(as)) {
      reading.report(messages.pattern(reading.spanOf(included, index), 'spec/duplicate-name', `${shorten(as)} is a field already`));
    } else {
      const facts = said === undefined ? { type: 'json' as const } : typeof said === 'string' ? { type: said } : said;
      const { of = parent.name, field: named } = ownerOf(each, isResource);
      all.set(as, { description: `\`${named}\` of the ${nameOf(of).camel} record it was read for.`, ...facts });
    }
  });
  return reading.rememberAs(all, fields);
}

/** What is declared of a field: by the resource itself, by the lists it is read for, or by a parent that it includes it from. */
function factsOf(resource: ResourceSpec, field: string, document: SpecDocument): FieldSpec | undefined {
  const own = resource.fields?.get(field) ?? fieldsFromValues(resource).get(field)?.facts;
  const isKey = [...keysOf(resource, 'primary_key'), ...keysOf(resource, 'merge_key')].includes(field);
  if (own !== undefined && isKey) return { ...(typeof own === 'string' ? { type: own } : own), nullable: false };
  if (own !== undefined) return own;
  for (const included of resource.include_from_parent ?? []) {
    const { of, field: named } = ownerOf(included, (name) => document.resources.some((each) => each.name === name));
    const owner = document.resources.find(
      (each) => each !== resource && (of ?? each.name) === each.name && `_${each.name}_${named}` === field,
    );
    if (owner !== undefined) return factsOf(owner, named, document);
  }
  return undefined;
}

function withValues(fields: FieldsSpec, spec: ResourceSpec, reading: Reading): FieldsSpec {
  const all = new Map(fields);
  for (const [as, { index, facts }] of fieldsFromValues(spec)) {
    if (all.has(as))
      reading.report(
        messages.pattern(reading.spanOf(spec.include_for_each ?? spec, index), 'spec/duplicate-name', `${shorten(as)} is a field already`),
      );
    else all.set(as, facts);
  }
  return reading.rememberAs(all, fields);
}
