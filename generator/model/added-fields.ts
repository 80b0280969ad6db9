import { spec as messages } from '../diagnostics/messages/spec.js';
import { closest, shorten } from '../diagnostics/words.js';
import { impliedType, type FieldFacts, type FieldSpec, type FieldsSpec } from '../types/field.js';
import { showPath, type Path } from '../selector.js';
import type { Reading } from '../shape.js';
import type { ResourceSpec, SpecDocument } from '../spec/document.js';
import { addedFieldNames, pathOf, placedKeys, renamedPath, singlePlaces } from './changes.js';
import { keyInCase, type AddedValue, type ChangesModel } from './changes-model.js';
import type { ConfigOption } from './connector-model.js';

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

type Found =
  | { readonly kind: 'declared'; readonly field: FieldSpec; readonly mayLack: boolean }
  | { readonly kind: 'undeclared' }
  | { readonly kind: 'impossible'; readonly message: string; readonly hint?: string };

/** Places in a record as the API sends it, as far as its fields tell. */
class Places {
  readonly #fields: FieldsSpec;
  readonly #made: ReadonlySet<string>;
  readonly #changes: ChangesModel;
  readonly #document: SpecDocument;

  constructor(fields: FieldsSpec, spec: ResourceSpec, changes: ChangesModel, document: SpecDocument) {
    this.#fields = fields;
    this.#made = new Set(addedFieldNames(spec));
    this.#changes = changes;
    this.#document = document;
  }

  /** What is declared at a place; a field that is made is not what the API sends under its name, but where it is made of itself. */
  at(path: Path): Found {
    const [first, ...rest] = path;
    if (first?.kind !== 'key') return { kind: 'undeclared' };
    const name = this.#cased(first.key, 0);
    const field = this.#made.has(name) ? undefined : this.#fields.get(name);
    return field === undefined ? { kind: 'undeclared' } : this.#inside(field, rest, [first.key], false);
  }

  #inside(field: FieldSpec, [step, ...rest]: Path, sofar: readonly string[], mayLack: boolean): Found {
    const facts: FieldFacts = typeof field === 'string' ? { type: field } : field;
    const lacks = mayLack || (facts.nullable ?? true) || facts.optional === true;
    if (step === undefined) return { kind: 'declared', field, mayLack };
    const type = impliedType(facts);
    const where = shorten(sofar.join('.'));
    if (type === 'json' || type === 'union' || type === undefined) return { kind: 'undeclared' };
    if (step.kind === 'every') return this.#inEach(facts, rest, sofar, lacks);
    if (step.kind === 'index') {
      if (type !== 'array') return { kind: 'impossible', message: `${where} is ${type}: nothing in it has a number` };
      return facts.items === undefined ? { kind: 'undeclared' } : this.#inside(facts.items, rest, [...sofar, `[${step.index}]`], true);
    }
    if (type === 'map')
      return facts.values === undefined ? { kind: 'undeclared' } : this.#inside(facts.values, rest, [...sofar, step.key], true);
    if (type !== 'object') return { kind: 'impossible', message: `${where} is ${type}: nothing is inside of it` };
    const fields = facts.fields ?? (facts.record === undefined ? undefined : this.#document.records?.get(facts.record)?.fields);
    if (fields === undefined) return { kind: 'undeclared' };
    const name = this.#cased(step.key, 1);
    const inner = fields.get(name);
    if (inner !== undefined) return this.#inside(inner, rest, [...sofar, step.key], lacks);
    const match = closest(name, [...fields.keys()]);
    return {
      kind: 'impossible',
      message: `${where} has no field ${shorten(step.key)}`,
      hint: match === undefined ? 'Declare it there, under fields.' : `Did you mean "${match}"?`,
    };
  }

  /** The list of what is at a place in every item; of lists in them, what is in all of those. */
  #inEach({ items, values, type }: FieldFacts, rest: Path, sofar: readonly string[], mayLack: boolean): Found {
    const inner = items ?? values;
    if (inner === undefined && type !== 'array' && type !== 'map' && type !== 'object')
      return { kind: 'impossible', message: `${shorten(sofar.join('.'))} is no list` };
    if (inner === undefined) return { kind: 'undeclared' };
    const each: FieldFacts = typeof inner === 'string' ? { type: inner, nullable: false } : { nullable: false, ...inner }; // as items are
    const found = this.#inside(each, rest, [...sofar, '[*]'], false);
    if (found.kind !== 'declared') return found;
    const facts: FieldFacts = typeof found.field === 'string' ? { type: found.field } : found.field;
    if (rest.some((step) => step.kind === 'every')) return { ...found, mayLack };
    const item: FieldFacts = { ...facts, nullable: found.mayLack || facts.optional === true || (facts.nullable ?? true) };
    return { kind: 'declared', field: { type: 'array', items: withoutOptional(item) }, mayLack };
  }

  #cased(key: string, depth: number): string {
    const { keyCase } = this.#changes;
    return keyCase === null || (keyCase === 'lower' && depth > 0) ? key : keyInCase(key, keyCase);
  }
}

function withoutOptional({ optional: _, description: _description, ...facts }: FieldFacts): FieldFacts {
  return facts;
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

/** Where undeclared fields are refused, what a field is made of must be declared, or gone. */
function checkFrozen(fields: FieldsSpec, spec: ResourceSpec, changes: ChangesModel, document: SpecDocument, reading: Reading): void {
  const contract = spec.schema_contract ?? document.schema_contract;
  const columns = typeof contract === 'object' ? contract.columns : contract;
  if (columns !== 'freeze' && columns !== 'discard_row') return;
  const gone = [...changes.taken, ...changes.flattened.map(({ path }) => path)].flatMap(([step, ...rest]) =>
    step?.kind === 'key' && rest.length === 0 ? [step.key] : [],
  );
  for (const { path, key, report } of singlePlaces(spec, reading)) {
    const [first] = path;
    if (key !== 'add' || first?.kind !== 'key' || gone.includes(first.key)) continue;
    const name = changes.keyCase === null ? first.key : keyInCase(first.key, changes.keyCase);
    if (fields.has(name)) continue;
    const what = `${shorten(name)} is not declared, and with schema_contract: ${columns} no record passes that has it`;
    report('spec/add-place', what, `Say drop: [${first.key}], or declare it.`);
  }
}

/** Declared are the fields after all changes: one that is dropped, or has another name then, is none of them. */
function checkGone(fields: FieldsSpec, spec: ResourceSpec, changes: ChangesModel, places: Places, reading: Reading): void {
  const made = new Set(changes.added.map(({ name }) => name));
  (spec.drop ?? []).forEach((said, index) => {
    const path = pathOf(said);
    const [first] = path;
    if (first?.kind !== 'key' || (path.length === 1 && made.has(first.key))) return;
    const found = places.at(path);
    const isDeclared = found.kind === 'declared' || (path.length === 1 && fields.has(first.key));
    if (isDeclared)
      refuseGone(reading.spanOf(spec.drop ?? spec, index), said, 'is dropped', 'Leave it out under fields, or do not drop it.', reading);
  });
  for (const [from, name] of spec.rename ?? []) {
    const path = renamedPath(from);
    const [first] = path;
    if (first?.kind !== 'key' || (path.length === 1 && made.has(first.key)) || places.at(path).kind !== 'declared') continue;
    refuseGone(
      reading.spanOf(spec.rename ?? spec, from),
      from,
      `is renamed to ${shorten(name)}`,
      `Declare ${shorten(name)} in its place.`,
      reading,
    );
  }
  (spec.flatten ?? []).forEach((said, index) => {
    const path = pathOf(typeof said === 'string' ? said : said.path);
    const [first] = path;
    if (first?.kind !== 'key' || (path.length === 1 && made.has(first.key)) || places.at(path).kind !== 'declared') return;
    const hint = 'Declare its members among the fields of the record.';
    refuseGone(reading.spanOf(spec.flatten ?? spec, index), showPath(path), 'is flattened', hint, reading);
  });
}

function refuseGone(
  span: { readonly start: number; readonly end: number },
  name: string,
  why: string,
  hint: string,
  reading: Reading,
): void {
  reading.report(messages.pattern(span, 'spec/gone-field', `${shorten(name)} ${why}, and a field that is declared`, hint));
}

/** A field whose name could not come of the case. */
function checkCase(fields: FieldsSpec, spec: ResourceSpec, { keyCase, added, asSent }: ChangesModel, reading: Reading): void {
  if (keyCase === null) return;
  const own = new Set([...added.map(({ name }) => name), ...(spec.fields === undefined ? [] : includedNames(fields, spec))]);
  const visit = (within: FieldsSpec, skipped: ReadonlySet<string>, kept: ChangesModel['asSent'] | true): void => {
    for (const [name, field] of within) {
      const inCase = keyInCase(name, keyCase);
      if (!skipped.has(name) && inCase !== name) {
        reading.report(
          messages.pattern(
            reading.keySpanOf(within, name),
            'spec/key-case',
            `with key_case: ${keyCase} no field is called ${shorten(name)}`,
            `Call it ${inCase}.`,
          ),
        );
      }
      const inside = kept === true ? true : kept[name];
      if (keyCase === 'lower' || inside === true || typeof field === 'string') continue;
      const inner = field.items !== undefined && typeof field.items !== 'string' ? field.items.fields : field.fields;
      if (inner !== undefined) visit(inner, new Set(), inside ?? {});
    }
  };
  visit(fields, own, asSent);
}

/** Fields of parents and lists, which are not the API's. */
function includedNames(fields: FieldsSpec, spec: ResourceSpec): readonly string[] {
  return [...fields.keys()].filter((name) => spec.fields?.has(name) !== true);
}
