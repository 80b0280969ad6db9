import type { FieldsSpec } from '../types/field.js';
import type { FieldFacts } from '../types/field-facts.js';
import { showPath } from '../selector.js';
import type { Reading } from '../shape.js';
import type { ResourceSpec, SpecDocument } from '../spec/document.js';
import { placedKeys, singlePlaces } from './changes.js';
import type { AddedValue, ChangesModel } from './changes-model.js';
import type { ConfigOption } from './connector-model.js';
import { Places } from './record-places.js';
import { checkFrozen, checkGone, checkCase } from './check-changes.js';

/**
 * The fields of a resource, with those that it adds and does not declare: of the type of what they are made of, where that is
 * known, or any value. What cannot be added, dropped or renamed is reported.
 */
export function fieldsWithChanges(
  fields: FieldsSpec,
  spec: ResourceSpec,
  changes: ChangesModel,
  document: SpecDocument,
  config: readonly ConfigOption[],
  reading: Reading,
): FieldsSpec {
  const places = new Places(fields, spec, changes, document);
  for (const { path, report } of singlePlaces(spec, reading)) {
    const found = places.at(path);
    const isDropped = changes.taken.some((each) => showPath(each) === showPath(path)); // then nothing declares it
    if (found.kind === 'impossible' && !isDropped) report('spec/unknown-field', found.message, found.hint);
  }
  checkFrozen(fields, spec, changes, document, reading);
  checkGone(fields, spec, changes, places, reading);
  checkCase(fields, spec, changes, reading);
  const all = new Map(fields);
  const keys = new Set(placedKeys(spec).map(({ name }) => name));
  for (const { name, value } of changes.added) {
    if (all.has(name)) continue;
    const facts = factsOf(value, places, spec, document, config);
    all.set(name, keys.has(name) ? keyFacts(facts, value) : facts);
  }
  return all.size === fields.size ? fields : reading.rememberAs(all, fields);
}

function keyFacts(facts: FieldFacts, value: AddedValue): FieldFacts {
  const { optional: _, ...rest } = facts;
  const known = rest.type === 'json' ? { ...rest, type: 'union' as const, variants: ['string', 'integer'] as const } : rest;
  return { ...known, description: rest.description ?? describe(value), nullable: false };
}

function factsOf(
  value: AddedValue,
  places: Places,
  spec: ResourceSpec,
  document: SpecDocument,
  config: readonly ConfigOption[],
): FieldFacts {
  const description = describe(value);
  switch (value.kind) {
    case 'path': {
      const found = places.at(value.path);
      const isList = value.path.some((step) => step.kind === 'every');
      if (found.kind !== 'declared') return isList ? { type: 'array', items: 'json', description } : { type: 'json', description };
      const facts: FieldFacts = typeof found.field === 'string' ? { type: found.field } : found.field;
      return { description, ...facts, ...(found.mayLack ? { nullable: true } : {}) };
    }
    case 'literal':
      if (value.value === null) return { type: 'json', description };
      return { type: wordOf(value.value), description, nullable: false };
    case 'template':
      return { description, ...templateFacts(value, spec, document, config) };
    case 'concatenate':
      return { type: 'string', description, nullable: false };
    case 'hash':
      return { type: 'string', description, nullable: value.paths.length === 1 };
    case 'lower':
      return { type: 'string', description };
    case 'date':
      return { type: 'date', description };
  }
}

function wordOf(value: string | number | boolean): 'string' | 'integer' | 'number' | 'boolean' {
  return typeof value === 'string' ? 'string' : typeof value === 'boolean' ? 'boolean' : Number.isSafeInteger(value) ? 'integer' : 'number';
}

/** Text is text; a placeholder that stands alone has the type of what it stands for. */
function templateFacts(
  { template }: Extract<AddedValue, { kind: 'template' }>,
  spec: ResourceSpec,
  document: SpecDocument,
  config: readonly ConfigOption[],
): FieldFacts {
  const mayLack = config.some(
    (option) =>
      option.optional &&
      option.default === null &&
      template.some((part) => typeof part !== 'string' && part.kind === 'config' && part.config.raw === option.name.raw),
  );
  const [only, ...more] = template;
  if (only === undefined || typeof only === 'string' || more.length > 0) return { type: 'string', nullable: mayLack };
  if (only.kind === 'config') {
    const type = config.find(({ name }) => name.raw === only.config.raw)?.type ?? 'string';
    return { type: type === 'integer' || type === 'number' || type === 'boolean' ? type : 'string', nullable: mayLack };
  }
  if (only.kind === 'each') {
    const values = spec.for_each?.get(only.list.raw);
    if (values === undefined || typeof values === 'string') return { type: 'string', nullable: false };
    const words = new Set(values.filter((each) => each !== null).map(wordOf));
    const [word] = words;
    return {
      type: words.size === 1 && word !== undefined ? word : words.has('string') || words.has('boolean') ? 'json' : 'number',
      nullable: false,
    };
  }
  if (only.kind === 'bound' || only.kind === 'job' || only.kind === 'expression' || only.kind === 'group') return { type: 'json' };
  const [step, ...rest] = only.field;
  const parent = document.resources.find((each) => each.name === only.resource.raw);
  const field = step?.kind === 'key' && rest.length === 0 ? parent?.fields?.get(step.key) : undefined;
  return field === undefined ? { type: 'json' } : typeof field === 'string' ? { type: field } : field;
}

function describe(value: AddedValue): string {
  switch (value.kind) {
    case 'path':
      return `\`${showPath(value.path)}\` of what the API sends.`;
    case 'lower':
      return `\`${showPath(value.path)}\` in lower case.`;
    case 'date':
      return `The day of \`${showPath(value.path)}\` in UTC.`;
    case 'hash':
      return `SHA-256 of ${value.paths.map((path) => `\`${showPath(path)}\``).join(', ')}.`;
    case 'concatenate':
      return `${value.parts.flatMap((part) => (part.kind === 'path' ? [`\`${showPath(part.path)}\``] : [])).join(', ')} as one text.`;
    case 'literal':
      return 'The same in every record.';
    case 'template':
      return 'What the record was read with.';
  }
}
