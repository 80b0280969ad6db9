import { records } from '../diagnostics/messages/records.js';
import { shorten } from '../diagnostics/words.js';
import { gap, orElse, withGaps, withoutGaps } from '../gap.js';
import type { JsonValue, Reading } from '../shape.js';
import type { FieldsSpec } from './field.js';
import { impliedType, type FieldFacts, type FieldSpec } from './field-facts.js';
import type { FieldDoc, FieldModel, ObjectType, RecordReference, Scalar, TypeModel, ValueModel } from './model.js';
import { castTypeOf } from './cast.js';
import { isObjectSpec, reportTwins, tellsIn } from './union-members.js';
import { isInterfaceName, nestedTypeName, type TypeRegistry } from './type-names.js';
import { resolveTimeFormat, resolveStringFormat } from './resolve-formats.js';
import { resolveWord, decimalSize } from './resolve-word.js';

/** What the fields of one record are resolved in. */
export interface Scope {
  readonly reading: Reading;
  readonly types: TypeRegistry;
  /** The shared records, by the name the spec gives them. */
  readonly shared: ReadonlyMap<string, RecordReference>;
  /** Their fields, by the names of their types, as far as they are known. */
  readonly sharedFields?: ReadonlyMap<string, FieldsSpec>;
  /** Those that are one of several, which fields cannot hold. */
  readonly several?: ReadonlySet<string>;
  /** Whether fields that do not say so are cast. */
  readonly cast?: boolean;
  /** Whether values are texts of a document: those of other types are cast, and an empty one is null where it may be. */
  readonly isDocument?: boolean;
}

/** What holds for all fields of an object. */
export interface Bearing {
  /** The fields that identify a record: never null nor missing. */
  readonly keys?: ReadonlySet<string>;
  /** Whether the object stands in a field that is never shown. */
  readonly sensitive?: boolean;
}

/** The fields of a record, or of an object in it, whose interface is `owner`. */
export function resolveFields(fields: FieldsSpec, owner: string, scope: Scope, bearing: Bearing = {}): readonly FieldModel[] {
  return [...fields.keys()].map((name, position) =>
    orElse(
      () => resolveField(fields, name, position, owner, scope, bearing),
      () => withGaps<FieldModel>({ name }, ['type', 'nullable', 'optional', 'sensitive', 'doc']),
    ),
  );
}

function resolveField(fields: FieldsSpec, name: string, position: number, owner: string, scope: Scope, bearing: Bearing): FieldModel {
  const spec = fields.get(name) ?? 'json';
  const value = resolveValue(
    spec,
    { owner, name, position, many: false, place: fields, sensitive: bearing.sensitive === true },
    scope,
    true,
  );
  const facts = typeof spec === 'string' ? undefined : spec;
  const isKey = bearing.keys?.has(name) === true;
  const { emptyAsNull: _, ...never } = value;
  return {
    ...(isKey ? never : value),
    name,
    nullable: value.nullable && !isKey,
    optional: facts?.optional === true && !isKey,
    doc: docOf(facts),
    ...(facts?.nested === undefined ? {} : { nested: facts.nested }),
  };
}

/** Reports key fields that are said to be null or missing at times. */
export function checkKeys(
  fields: FieldsSpec,
  keys: ReadonlySet<string>,
  words: readonly ('nullable' | 'optional' | 'empty_as_null' | 'null_texts')[],
  reading: Reading,
): void {
  for (const key of keys) {
    withoutGaps(() => {
      const facts = fields.get(key);
      if (facts === undefined || typeof facts === 'string') return;
      for (const word of words)
        if (facts[word] !== undefined && facts[word] !== false) reading.report(records.keyNullable(reading.spanOf(facts, word), key, word));
    });
  }
}

/** Where a value stands: for the name of its interface, and for messages. */
interface Position {
  readonly owner: string;
  readonly name: string;
  readonly position: number;
  /** Whether it is one of many. */
  readonly many: boolean;
  /** The mapping or list it is an entry of. */
  readonly place: object;
  /** Whether what it stands in is never shown. */
  readonly sensitive: boolean;
}

function resolveValue(spec: FieldSpec, at: Position, scope: Scope, nullable: boolean): ValueModel {
  if (typeof spec === 'string') {
    const type = resolveWord(spec);
    const isNullable = nullable || type.kind === 'json';
    return {
      type,
      nullable: isNullable,
      sensitive: at.sensitive,
      ...(scope.isDocument === true && isNullable ? { emptyAsNull: true } : {}),
      ...castOf(type, undefined, scope),
    };
  }
  if (spec.nested !== undefined && at.many)
    scope.reading.report(records.fieldKey(scope.reading.keySpanOf(spec, 'nested'), 'nested', 'fields'));
  const sensitive = at.sensitive || spec.sensitive === true;
  const type = resolveFacts(spec, { ...at, sensitive }, scope);
  const said = spec.empty_as_null;
  const nullTexts = spec.null_texts ?? [];
  const isNullable = spec.nullable ?? (nullable || said === true || nullTexts.length > 0 || type.kind === 'json');
  const emptyAsNull = said ?? (scope.isDocument === true && isNullable);
  return {
    type,
    nullable: isNullable,
    sensitive,
    ...(emptyAsNull ? { emptyAsNull } : {}),
    ...(nullTexts.length > 0 ? { nullTexts } : {}),
    ...castOf(type, spec, scope),
  };
}

/** What values of other types are made. */
function castOf(type: TypeModel, facts: FieldFacts | undefined, scope: Scope): Pick<ValueModel, 'cast'> {
  if (!(facts?.cast ?? scope.cast ?? scope.isDocument ?? false)) return {};
  const cast = castTypeOf(type);
  if (cast === 'string' && facts?.cast === undefined && scope.cast === undefined) return {}; // it is text already
  if (cast === undefined && facts?.cast === true)
    scope.reading.report(records.fieldKey(scope.reading.keySpanOf(facts, 'cast'), 'cast', 'string, integer, number, boolean and epochs'));
  return cast === undefined ? {} : { cast };
}

function resolveFacts(facts: FieldFacts, at: Position, scope: Scope): TypeModel {
  const word = impliedType(facts);
  if (word === undefined) return gap<TypeModel>(); // reported where it was read
  const plain = resolveWord(word);
  if (facts.const !== undefined || facts.enum !== undefined) return resolveEnum(facts, plain, scope);
  if (facts.record !== undefined) return resolveReference(facts, facts.record, scope);
  if (facts.fields !== undefined) return resolveObject(facts, facts.fields, at, scope);
  if (facts.items !== undefined)
    return { kind: 'array', items: resolveValue(facts.items, { ...at, many: true, place: facts }, scope, false) };
  if (facts.values !== undefined)
    return { kind: 'map', values: resolveValue(facts.values, { ...at, many: true, place: facts }, scope, false) };
  if (facts.variants !== undefined) return resolveUnion(facts, facts.variants, at, scope);
  if (plain.kind === 'number') return { ...plain, minimum: facts.minimum, maximum: facts.maximum };
  if (plain.kind === 'decimal') return { ...plain, size: decimalSize(facts) };
  if (facts.format === undefined) return plain;
  if (plain.kind === 'time') return { ...plain, format: resolveTimeFormat(facts, facts.format, plain.of, scope.reading) };
  if (plain.kind === 'string' && typeof facts.format !== 'string') {
    scope.reading.report(records.severalFormats(scope.reading.spanOf(facts, 'format')));
    return plain;
  }
  if (plain.kind === 'string' && typeof facts.format === 'string')
    return { ...plain, format: resolveStringFormat(facts, facts.format, scope.reading) };
  return plain;
}

function resolveEnum(facts: FieldFacts, plain: TypeModel, { reading }: Scope): TypeModel {
  const fits = (value: JsonValue): value is string | number | boolean => {
    if (plain.kind === 'number') return typeof value === 'number' && (!plain.integer || Number.isInteger(value));
    return typeof value === plain.kind;
  };
  const span = (index: number) => (facts.enum === undefined ? reading.spanOf(facts, 'const') : reading.spanOf(facts.enum, index));
  const values: (string | number | boolean)[] = [];
  (facts.enum ?? [facts.const ?? null]).forEach((value, index) => {
    if (value === null) reading.report(records.value(span(index), 'null is not a value of its own', 'Say "nullable: true".'));
    else if (!fits(value)) reading.report(records.value(span(index), 'the value is not of the field’s type', 'Quote it if it is text.'));
    else if (values.includes(value)) reading.report(records.value(span(index), `${shorten(String(value))} is listed twice`));
    else values.push(value);
  });
  return { kind: 'enum', values, open: facts.open === true };
}

function resolveReference(facts: FieldFacts, name: string, { reading, shared, several }: Scope): TypeModel {
  const record = shared.get(name);
  if (several?.has(name) === true) {
    reading.report(records.severalInside(reading.spanOf(facts, 'record'), name));
    return { kind: 'json' };
  }
  if (record !== undefined) return { kind: 'record', record };
  reading.report(records.unknownRecord(reading.spanOf(facts, 'record'), name, [...shared.keys()]));
  return { kind: 'json' };
}

function resolveObject(facts: FieldFacts, fields: FieldsSpec, at: Position, scope: Scope): ObjectType {
  const typeName = facts.type_name ?? nestedTypeName(at.owner, at.name, at.position, at.many);
  if (!isInterfaceName(typeName)) {
    const span = facts.type_name === undefined ? scope.reading.keySpanOf(at.place, at.name) : scope.reading.spanOf(facts, 'type_name');
    scope.reading.report(records.typeName(span, typeName));
  }
  scope.types.claim(typeName, `the object in ${shorten(at.name)}`, scope.reading.keySpanOf(at.place, at.name));
  return { kind: 'object', typeName, fields: resolveFields(fields, typeName, scope, { sensitive: at.sensitive }) };
}

function resolveUnion(facts: FieldFacts, variants: NonNullable<FieldFacts['variants']>, at: Position, scope: Scope): TypeModel {
  const { reading } = scope;
  if (!isMapping(variants)) {
    if (facts.discriminator !== undefined)
      reading.report(records.value(reading.spanOf(facts, 'variants'), 'a discriminator needs a mapping of its words to objects'));
    const own = nestedTypeName(at.owner, at.name, at.position, at.many);
    const several = variants.filter(isObjectSpec).length > 1;
    const members = variants.map((each, position) => {
      const named = several && isObjectSpec(each) ? { owner: own, name: `variant_${position + 1}`, many: false } : {};
      return resolveValue(each, { ...at, position, place: variants, ...named }, scope, false).type;
    });
    reportTwins(members, variants, reading);
    return several
      ? { kind: 'union', members, tells: tellsIn(members, variants, scope.sharedFields, reading) }
      : { kind: 'union', members };
  }
  const discriminator = facts.discriminator;
  if (discriminator === undefined) {
    reading.report(records.fieldNeeds(reading.spanOf(facts), 'union', 'discriminator'));
    return { kind: 'json' };
  }
  return {
    kind: 'variants',
    discriminator,
    variants: [...variants].map(([word, each], position) => {
      const fields = typeof each === 'string' ? undefined : each.fields;
      if (fields === undefined)
        reading.report(records.value(reading.spanOf(variants, word), `the variant ${shorten(word)} needs "fields"`));
      const object = resolveObject(
        typeof each === 'string' ? {} : each,
        fields ?? new Map(),
        {
          owner: nestedTypeName(at.owner, at.name, at.position, at.many),
          name: word,
          position,
          many: false,
          place: variants,
          sensitive: at.sensitive,
        },
        scope,
      );
      const own = object.fields.find((field) => field.name === discriminator);
      const tag: FieldModel = {
        name: discriminator,
        type: { kind: 'enum', values: [word], open: false },
        nullable: false,
        optional: false,
        sensitive: at.sensitive,
        doc: own?.doc ?? docOf(undefined),
      };
      return { word, object: { ...object, fields: [tag, ...object.fields.filter((field) => field !== own)] } };
    }),
  };
}

function docOf(facts: FieldFacts | undefined): FieldDoc {
  const examples = [...(facts?.example === undefined ? [] : [facts.example]), ...(facts?.examples ?? [])].filter(isScalar);
  return { description: facts?.description, unit: facts?.unit, examples, deprecated: facts?.deprecated ?? false };
}

function isScalar(value: JsonValue): value is Scalar {
  return value === null || typeof value !== 'object';
}

function isMapping(variants: NonNullable<FieldFacts['variants']>): variants is ReadonlyMap<string, FieldSpec> {
  return variants instanceof Map;
}
