import { records as messages } from '../diagnostics/messages/records.js';
import type { Span } from '../diagnostics/diagnostic.js';
import { shorten } from '../diagnostics/words.js';
import { gap, orElse } from '../gap.js';
import type { Reading } from '../shape.js';
import { resolveColumns } from './columns.js';
import type { FieldsSpec, RecordSpec, SharedRecordsSpec } from './field.js';
import type { SchemaContractSpec } from './contract-shape.js';
import type { Contract, FieldModel, RecordsModel, RecordType } from './model.js';
import { checkKeys, resolveFields, type Scope } from './resolve.js';
import { checkEndless } from './endless.js';
import { spreadSensitive } from './sensitive.js';
import { withReached } from './reached.js';
import type { RecordsInput, ResourceInput } from './records-input.js';
import { resolveRecordVariants } from './variants.js';
import { namesOfRecord, recordNameOf, TypeRegistry, type TypeNames } from './type-names.js';

/** Resolves the records of a connector; what is wrong is reported. */
export function buildRecords(input: RecordsInput, reading: Reading): RecordsModel {
  const registry = new TypeRegistry(reading);
  for (const { name, what, span } of input.taken ?? []) registry.claim(name, what, span);
  const sharedNames = orElse(
    () => new Map([...(input.records?.keys() ?? [])].map((name) => [name, namesOfRecord(name)])),
    gap<Map<string, TypeNames>>,
  );
  const several = orElse(
    () => new Set([...(input.records ?? [])].flatMap(([name, { variants }]) => (variants === undefined ? [] : [name]))),
    () => new Set<string>(),
  );
  const sharedFields = orElse(
    () => new Map([...fieldsByRecord(input.records)].map(([name, fields]) => [namesOfRecord(name).typeName, fields])),
    () => new Map<string, FieldsSpec>(),
  );
  const scope: Scope = { reading, types: registry, shared: sharedNames, sharedFields, several };

  const named = orElse(
    () => [...sharedNames.keys()],
    () => [],
  );
  for (const name of named) {
    const span = input.records === undefined ? { start: 0, end: 0 } : reading.keySpanOf(input.records, name);
    if (!isRecordName(name)) reading.report(messages.recordName(span, name));
    else registry.claim(namesOfRecord(name).typeName, `the shared record ${shorten(name)}`, span);
  }
  const shared = named.map((name) => orElse(() => sharedRecord(name, input, scope), gap<RecordType>));
  const sharedByName = new Map(named.map((name, index) => [name, shared[index]]));

  const own: RecordType[] = [];
  const resources = input.resources.map((resource) => ({
    resource: orElse(
      () => resource.name.raw,
      () => '',
    ),
    type: orElse(
      () => {
        const reused = isDescribed(resource) ? undefined : sharedByName.get(resource.record ?? '');
        const type = reused ?? ownRecord(resource, scope, input.records);
        if (reused === undefined) own.push(type, ...recordsInSchema(resource, scope));
        return type;
      },
      gap<RecordType>,
    ),
    schemaFile: orElse(
      () => `schemas/${resource.name.kebab}.json`,
      () => '',
    ),
  }));

  const all = [...own, ...shared];
  return orElse(
    () => {
      checkEndless(all, (type, field) => placeOf(type, field, input, reading), reading);
      const finished = withReached(spreadSensitive(all));
      const byName = new Map(finished.map((type) => [type.typeName, type]));
      return { types: finished, resources: resources.map((each) => ({ ...each, type: byName.get(each.type.typeName) ?? each.type })) };
    },
    () => ({ types: all, resources }),
  );
}

/** Where a field of a shared record stands, or the schema that it is in: only those can hold themselves. */
function placeOf({ typeName }: RecordType, field: string, { records, resources }: RecordsInput, reading: Reading): Span {
  for (const { schema, ...resource } of resources) {
    const own = [...(schema === undefined ? [] : sharedInSchema({ schema, ...resource }).values())];
    if (schema !== undefined && own.some((each) => each.typeName === typeName)) return reading.spanOf(schema);
  }
  const name = [...(records?.keys() ?? [])].find((each) => namesOfRecord(each).typeName === typeName);
  const fields = name === undefined ? undefined : records?.get(name)?.fields;
  return fields === undefined ? { start: 0, end: 0 } : reading.keySpanOf(fields, field);
}

function sharedRecord(name: string, input: RecordsInput, scope: Scope): RecordType {
  const spec = input.records?.get(name) ?? {};
  const names = namesOfRecord(name);
  const readers = input.resources.filter((resource) => resource.record === name && !isDescribed(resource));
  const keys = new Set(readers.flatMap((resource) => resource.keys));
  const fields = spec.fields === undefined ? undefined : resolveFields(spec.fields, names.typeName, scope, { keys });
  if (spec.fields !== undefined) checkKeys(spec.fields, keys, ['nullable', 'optional', 'empty_as_null', 'null_texts'], scope.reading);
  const type = typeOf(names, spec.description, fields, contractOf(spec.schema_contract ?? readers[0]?.contract ?? input.contract), [
    ...keys,
  ]);
  const { variants: said, discriminator } = spec;
  if (said === undefined || fields === undefined) {
    checkWords(spec, input.records, name, scope.reading);
    return type;
  }
  const span = scope.reading.keySpanOf(spec, 'variants');
  return {
    ...type,
    ...resolveRecordVariants(
      { variants: said, discriminator, span, records: fieldsByRecord(input.records), keys },
      fields,
      names.typeName,
      scope,
    ),
  };
}

/** Of a shared record, keys that only go together. */
function checkWords(
  { variants, discriminator, ...spec }: RecordSpec,
  records: SharedRecordsSpec | undefined,
  name: string,
  reading: Reading,
): void {
  if (records === undefined || (variants === undefined && discriminator === undefined)) return;
  const given = records.get(name) ?? spec;
  if (variants === undefined)
    reading.report(
      messages.value(
        reading.keySpanOf(given, 'discriminator'),
        'a discriminator tells variants apart, and there are none',
        'Say variants, by its words.',
      ),
    );
  else
    reading.report(
      messages.value(
        reading.keySpanOf(given, 'variants'),
        'variants stand beside the fields that each of them has',
        'Declare those under fields: the key, at least.',
      ),
    );
}

/** The fields of shared records, by name. */
function fieldsByRecord(records: SharedRecordsSpec | undefined): ReadonlyMap<string, FieldsSpec> {
  return new Map(
    [...(records ?? [])].flatMap(([name, { fields, variants }]) =>
      fields === undefined || variants !== undefined ? [] : [[name, fields] as const],
    ),
  );
}

function isDescribed(resource: ResourceInput): boolean {
  return resource.fields !== undefined || resource.columns !== undefined || resource.schema !== undefined;
}

function ownRecord(resource: ResourceInput, scope: Scope, records: SharedRecordsSpec | undefined): RecordType {
  const raw = resource.record ?? recordNameOf(resource.name.raw);
  const names = namesOfRecord(raw);
  const span = resource.recordSpan ?? resource.nameSpan;
  if (!isRecordName(raw)) scope.reading.report(messages.recordName(span, raw));
  else scope.types.claim(names.typeName, `the record of ${shorten(resource.name.raw)}`, span);
  const given = (['fields', 'columns', 'schema'] as const).filter((key) => resource[key] !== undefined);
  const [first, second] = given;
  const doubled = second === undefined ? undefined : resource[second];
  if (first !== undefined && second !== undefined && doubled !== undefined) {
    scope.reading.report(messages.twoSources(scope.reading.spanOf(doubled), first, second));
  }
  const fields = declaredFields(resource, names.typeName, scope);
  const description = resource.description ?? resource.schema?.description;
  const type = typeOf(names, description, fields, contractOf(resource.contract), resource.keys);
  if (resource.variants === undefined || fields === undefined) return type;
  const { said, discriminator, span: place } = resource.variants;
  return {
    ...type,
    ...resolveRecordVariants(
      { variants: said, discriminator, span: place, records: fieldsByRecord(records), keys: new Set(resource.keys) },
      fields,
      names.typeName,
      {
        ...scope,
        ...readingOf(resource),
      },
    ),
  };
}

/** How the values of its fields are taken that do not say it themselves. */
function readingOf({ cast, isDocument }: ResourceInput): Pick<Scope, 'cast' | 'isDocument'> {
  return { ...(cast === undefined ? {} : { cast }), ...(isDocument === undefined ? {} : { isDocument }) };
}

/** What the records of a schema that contain themselves are called, by their pointers. */
function sharedInSchema({ name, record, schema }: ResourceInput): ReadonlyMap<string, TypeNames> {
  const raw = record ?? recordNameOf(name.raw);
  const inner = [...(schema?.circular.keys() ?? [])].map((pointer) => {
    const word = pointer.slice(pointer.lastIndexOf('/') + 1).replace(/[^A-Za-z0-9]+/g, '_');
    return [pointer, namesOfRecord(`${raw}_${word}`)] as const;
  });
  return new Map([['#', namesOfRecord(raw)], ...inner]);
}

/** The records of a schema that contain themselves, beside the one that is read. */
function recordsInSchema(resource: ResourceInput, scope: Scope): readonly RecordType[] {
  const shared = sharedInSchema(resource);
  return [...(resource.schema?.circular ?? [])].flatMap(([pointer, { description, fields }]) => {
    const names = shared.get(pointer);
    if (names === undefined) return [];
    scope.types.claim(names.typeName, `the record of ${shorten(pointer)}`, scope.reading.spanOf(fields));
    return [
      typeOf(
        names,
        description,
        resolveFields(fields, names.typeName, {
          ...scope,
          shared,
          ...readingOf(resource),
        }),
        contractOf(resource.contract),
        [],
      ),
    ];
  });
}

function declaredFields(resource: ResourceInput, owner: string, scope: Scope): readonly FieldModel[] | undefined {
  const keys = new Set(resource.keys);
  if (resource.columns !== undefined) return resolveColumns(resource.columns, keys, scope.reading);
  const fields = resource.fields ?? resource.schema?.fields;
  if (fields === undefined) return undefined;
  // In JSON Schema most properties are optional by default, so that says nothing about a key.
  checkKeys(
    fields,
    keys,
    resource.fields === undefined ? ['nullable'] : ['nullable', 'optional', 'empty_as_null', 'null_texts'],
    scope.reading,
  );
  const shared = resource.fields === undefined ? sharedInSchema(resource) : scope.shared;
  return resolveFields(fields, owner, { ...scope, shared, ...readingOf(resource) }, { keys });
}

const PASS: Contract = { columns: 'evolve', dataType: 'evolve' };

function typeOf(
  names: TypeNames,
  description: string | undefined,
  fields: readonly FieldModel[] | undefined,
  given: Contract,
  keys: readonly string[],
): RecordType {
  const contract = fields === undefined ? PASS : given; // nothing is declared, so nothing is undeclared
  return {
    ...names,
    extras: fields !== undefined && contract.columns === 'evolve' ? names.extras : undefined,
    description,
    fields: fields ?? [],
    variants: undefined,
    declared: fields !== undefined,
    keys: fields === undefined ? [...new Set(keys)] : [],
    contract,
    shared: false,
    needsExactNumbers: false,
    mayHoldBigints: true,
    mayDiscardRows: contract.columns === 'discard_row' || contract.dataType === 'discard_row',
    mayDiscardValues: false,
  };
}

function contractOf(spec: SchemaContractSpec | undefined): Contract {
  if (spec === undefined) return PASS;
  if (typeof spec === 'string') return { columns: spec, dataType: spec };
  return { columns: spec.columns ?? 'evolve', dataType: spec.data_type ?? 'evolve' };
}

function isRecordName(name: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_-]{0,127}$/.test(name);
}
