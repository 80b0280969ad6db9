import type { Span } from '../diagnostics/diagnostic.js';
import { records as messages } from '../diagnostics/messages/records.js';
import { shorten } from '../diagnostics/words.js';
import type { FieldsSpec } from './field.js';
import type { FieldFacts, FieldSpec } from './field-facts.js';
import type { EnumType, FieldModel, ObjectType, RecordVariants, TypeModel, Variant } from './model.js';
import { resolveFields, type Scope } from './resolve.js';
import { tellsOf, toldByModel } from './tells.js';
import { isEpoch } from './time-format.js';
import { isInterfaceName, nestedTypeName } from './type-names.js';

/** What a record is one of, as a spec has it. */
export interface VariantsInput {
  readonly variants: readonly FieldSpec[] | ReadonlyMap<string, FieldSpec>;
  readonly discriminator: string | undefined;
  /** Where `variants` stands. */
  readonly span: Span;
  /** The fields of shared records, by name. */
  readonly records: ReadonlyMap<string, FieldsSpec>;
  readonly keys: ReadonlySet<string>;
}

/** The variants of a record and the fields of all of them. `common`: those that each has; `owner`: the name of the record's type. */
export function resolveRecordVariants(
  input: VariantsInput,
  common: readonly FieldModel[],
  owner: string,
  scope: Scope,
): { readonly variants: RecordVariants; readonly fields: readonly FieldModel[] } {
  const { variants, discriminator, span } = input;
  const { reading } = scope;
  const isMapping = variants instanceof Map;
  const entries: readonly (readonly [string, FieldSpec, Span])[] = isMapping
    ? [...variants].map(([word, each]) => [word, each, reading.keySpanOf(variants, word)])
    : [...variants].map((each, index) => [String(index + 1), each as FieldSpec, reading.spanOf(variants, index)]);
  if (isMapping && discriminator === undefined)
    reading.report(messages.value(span, 'words need the field that has them', 'Say discriminator: type, or write a list of variants.'));
  if (!isMapping && discriminator !== undefined)
    reading.report(messages.value(span, 'a discriminator needs a mapping of its words to variants'));
  const tag = discriminator === undefined ? undefined : common.find(({ name }) => name === discriminator);
  if (tag !== undefined && tag.type.kind !== 'string' && tag.type.kind !== 'enum')
    reading.report(messages.value(span, `the discriminator ${shorten(tag.name)} is not text`, 'Declare it as string.'));
  const all = entries.map(([word, each, place], index): Variant => {
    const object = variantObject(word, each, place, index, { input, common, owner, scope });
    return discriminator === undefined ? { word, object } : { word, object: withTag(object, discriminator, word, tag) };
  });
  const typeName = `${owner}Fields`;
  scope.types.claim(typeName, 'the fields of all variants', span);
  const told =
    discriminator === undefined
      ? { kind: 'told_by_fields' as const, variants: toldByFields(all, common, entries, scope) }
      : { kind: 'variants' as const, discriminator, variants: all };
  return { variants: { typeName, told }, fields: fieldsOfAll(all.map(({ object }) => object)) };
}

interface Within {
  readonly input: VariantsInput;
  readonly common: readonly FieldModel[];
  readonly owner: string;
  readonly scope: Scope;
}

function variantObject(word: string, spec: FieldSpec, span: Span, index: number, within: Within): ObjectType {
  const { input, common, owner, scope } = within;
  const facts: FieldFacts = typeof spec === 'string' ? {} : spec;
  const shared = facts.record === undefined ? undefined : input.records.get(facts.record);
  if (facts.record !== undefined && shared === undefined)
    scope.reading.report(messages.unknownRecord(scope.reading.spanOf(facts, 'record'), facts.record, [...input.records.keys()]));
  const fields = facts.fields ?? shared;
  if (fields === undefined && facts.record === undefined)
    scope.reading.report(messages.value(span, `the variant ${shorten(word)} needs "fields"`, 'Or the name of a shared record: record.'));
  const isWord = input.variants instanceof Map;
  const name = isWord ? word : (facts.record ?? `variant_${word}`);
  const typeName = facts.type_name ?? nestedTypeName(owner, name, index, false);
  if (!isInterfaceName(typeName)) scope.reading.report(messages.typeName(span, typeName));
  scope.types.claim(typeName, `the variant ${shorten(word)}`, span);
  const own = fields === undefined ? [] : resolveFields(fields, typeName, scope, { keys: input.keys });
  const known = new Set(common.map((field) => field.name));
  const twice = own.find((field) => known.has(field.name));
  if (twice !== undefined && facts.fields !== undefined)
    scope.reading.report(
      messages.value(
        scope.reading.keySpanOf(facts.fields, twice.name),
        `all variants have ${shorten(twice.name)} already`,
        'Leave it out here.',
      ),
    );
  return { kind: 'object', typeName, fields: [...common, ...own.filter((field) => !known.has(field.name))] };
}

/** The object with the word in its discriminator. */
function withTag(object: ObjectType, discriminator: string, word: string, said: FieldModel | undefined): ObjectType {
  const at = object.fields.findIndex(({ name }) => name === discriminator);
  const own = object.fields[at] ?? said;
  const tag: FieldModel = {
    name: discriminator,
    type: { kind: 'enum', values: [word], open: false },
    nullable: false,
    optional: false,
    sensitive: own?.sensitive ?? false,
    doc: own?.doc ?? { description: undefined, unit: undefined, examples: [], deprecated: false },
  };
  return { ...object, fields: at === -1 ? [tag, ...object.fields] : object.fields.map((field, index) => (index === at ? tag : field)) };
}

/** Finds for each variant a field that it always has, and none after it has at all. */
function toldByFields(
  all: readonly Variant[],
  common: readonly FieldModel[],
  entries: readonly (readonly [string, FieldSpec, Span])[],
  { reading }: Scope,
): readonly (Variant & { readonly tell: string | undefined })[] {
  const shared = new Set(common.map(({ name }) => name));
  const tells = tellsOf(all.map(({ object }) => toldByModel(object.fields.filter(({ name }) => !shared.has(name)))));
  return all.map((variant, index) => {
    const tell = tells[index];
    if (tell === undefined && index < all.length - 1)
      reading.report(
        messages.value(
          entries[index]?.[2] ?? { start: 0, end: 0 },
          'nothing tells the variant apart',
          'Say nullable: false of a field that only it has, or name a discriminator.',
        ),
      );
    return { ...variant, tell };
  });
}

/** The fields of some objects, each once: of all that have it, the type that takes the values of each. */
function fieldsOfAll(objects: readonly ObjectType[]): readonly FieldModel[] {
  const byName = new Map<string, FieldModel[]>();
  for (const field of objects.flatMap(({ fields }) => fields)) byName.set(field.name, [...(byName.get(field.name) ?? []), field]);
  return [...byName.values()].map((found): FieldModel => {
    const [first, ...others] = found;
    if (first === undefined) throw new Error('a field without a variant that has it');
    const inAll = found.length === objects.length;
    const type = others.reduce<TypeModel>((sofar, { type: other }) => both(sofar, other), first.type);
    const nullable = type.kind === 'json' || found.some((each) => each.nullable) || !inAll;
    const optional = !inAll || found.some((each) => each.optional);
    const sensitive = found.some((each) => each.sensitive);
    const isSame = inAll && others.every((other) => other === first);
    const isTag = inAll && found.every((each) => each.type.kind === 'enum' && !each.nullable && !each.optional);
    return { ...first, type, nullable, optional, sensitive, ...(isSame || isTag ? {} : { ofSome: true as const }) };
  });
}

/** A type that takes the values of two. */
function both(one: TypeModel, other: TypeModel): TypeModel {
  if (one === other || JSON.stringify(one) === JSON.stringify(other)) return one;
  if (one.kind === 'enum' && other.kind === 'enum' && typeof one.values[0] === typeof other.values[0]) return bothEnums(one, other);
  if (one.kind === 'number' && other.kind === 'number')
    return { kind: 'number', integer: one.integer && other.integer, minimum: undefined, maximum: undefined };
  return isText(one) && isText(other) ? { kind: 'string', format: undefined } : { kind: 'json' };
}

function bothEnums(one: EnumType, other: EnumType): EnumType {
  return { kind: 'enum', values: [...new Set([...one.values, ...other.values])], open: one.open || other.open };
}

function isText(type: TypeModel): boolean {
  if (type.kind === 'enum') return typeof type.values[0] === 'string';
  if (type.kind === 'time') return !isEpoch(type.format);
  return type.kind === 'string' && type.format !== 'base64';
}
