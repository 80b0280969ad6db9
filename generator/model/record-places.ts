import { closest, shorten } from '../diagnostics/words.js';
import type { FieldsSpec } from '../types/field.js';
import { impliedType, type FieldFacts, type FieldSpec } from '../types/field-facts.js';
import type { Path } from '../selector.js';
import type { ResourceSpec, SpecDocument } from '../spec/document.js';
import { addedFieldNames } from './changes.js';
import { keyInCase, type ChangesModel } from './changes-model.js';

type Found =
  | { readonly kind: 'declared'; readonly field: FieldSpec; readonly mayLack: boolean }
  | { readonly kind: 'undeclared' }
  | { readonly kind: 'impossible'; readonly message: string; readonly hint?: string };

/** Places in a record as the API sends it, as far as its fields tell. */
export class Places {
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
