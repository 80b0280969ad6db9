import { fc } from './property.js';
import type { FieldModel, RecordsModel, TimeType, TypeModel, ValueModel } from '../../generator/types/model.js';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A spec of one resource, as JSON, with random fields of every type. */
export function fieldLists(): fc.Arbitrary<string> {
  const { field } = fc.letrec<{ field: string; fields: string }>((tie) => ({
    fields: fc
      .uniqueArray(fc.tuple(fieldNames(), tie('field')), { minLength: 1, maxLength: 5, selector: ([name]) => name })
      .map((entries) => mapping(entries)),
    field: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      flagged(
        fc
          .constantFrom(
            'string',
            'integer',
            'number',
            'boolean',
            'datetime',
            'date',
            'time',
            'decimal',
            'bigint',
            'binary',
            'json',
            'object',
            'array',
          )
          .map(typed),
      ),
      flagged(fc.constantFrom('uuid', 'uri', 'email', 'ip', 'ipv4', 'ipv6').map((format) => ['type: string', `format: ${format}`])),
      flagged(
        fc
          .constantFrom('rfc2822', 'epoch_s', 'epoch_ms', '"%Y-%m-%d %H:%M:%S"', '"%d/%b/%Y %T.%f %z"')
          .map((format) => ['type: datetime', `format: ${format}`]),
      ),
      flagged(fc.constantFrom('integer', 'number').map((type) => [`type: ${type}`, 'minimum: -5', 'maximum: 100'])),
      flagged(
        fc.tuple(enums(), fc.boolean()).map(([values, open]) => [`enum: ${JSON.stringify(values)}`, ...(open ? ['open: true'] : [])]),
      ),
      flagged(tie('field').map((items) => ['type: array', `items: ${items}`])),
      flagged(tie('field').map((values) => ['type: map', `values: ${values}`])),
      flagged(tie('fields').map((fields) => ['type: object', `fields: ${fields}`])),
      flagged(fc.constant(['record: node'])),
      flagged(
        fc
          .constantFrom(
            '[string, number]',
            '[boolean, {type: array, items: integer}]',
            '[{fields: {a: string}}, integer, {enum: [x, y]}]',
            '[string, {fields: {told_by: {type: string, nullable: false}, b: integer}}, {record: node}]',
            '[{fields: {told_by: {type: integer, nullable: false}}}, {fields: {b: string}}]',
          )
          .map((variants) => ['type: union', `variants: ${variants}`]),
      ),
      flagged(
        fc
          .tuple(tie('fields'), tie('fields'))
          .map(([a, b]) => ['type: union', 'discriminator: kind', `variants: { first: { fields: ${a} }, second: { fields: ${b} } }`]),
      ),
    ),
  }));
  return fc
    .tuple(
      fc.uniqueArray(fc.tuple(fieldNames(), field), { minLength: 1, maxLength: 8, selector: ([name]) => name }),
      fc.constantFrom('evolve', 'freeze'),
    )
    .map(([entries, contract]) => `resources: { events: { schema_contract: ${contract}, fields: ${mapping(entries)} } }\n${NODE}`);
}

const NODE =
  'records: { node: { fields: { name: { type: string, nullable: false }, next: { record: node }, all: { type: array, items: { record: node } } } } }\n';

function mapping(entries: readonly (readonly [string, string])[]): string {
  return `{ ${entries.map(([name, text]) => `${JSON.stringify(name)}: ${text}`).join(', ')} }`;
}

function typed(type: string): string[] {
  return [`type: ${type}`];
}

function flagged(facts: fc.Arbitrary<string[]>): fc.Arbitrary<string> {
  return fc
    .tuple(facts, fc.constantFrom('', 'nullable: true', 'nullable: false'), fc.constantFrom('', '', 'optional: true'))
    .map(([all, ...flags]) => `{ ${[...all, ...flags.filter((flag) => flag !== '')].join(', ')} }`);
}

function enums(): fc.Arbitrary<(string | number)[]> {
  return fc.oneof(
    fc.uniqueArray(fc.constantFrom('free', 'pro', "it's", 'a"b', '${x}', '*/', '', 'null', '🎈', '\\'), { minLength: 1, maxLength: 10 }),
    fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 10 }),
  );
}

/** Names that are easy to get wrong, and plain ones. */
function fieldNames(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom(...HOSTILE_NAMES),
    fc.constantFrom('name', 'count', 'labels', 'user', 'created_at'),
    fc.string({ minLength: 1, maxLength: 6 }),
  );
}

export const HOSTILE_NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'then',
  'class',
  'default',
  'await',
  'let',
  'undefined',
  'NaN',
  'event',
  'place',
  'prefix',
  'path',
  'value',
  'key',
  'index',
  'extra',
  'error',
  'isObject',
  'undeclared',
  'label',
  'ownKey',
  'decodeEvent',
  'checkNode',
  'node',
  '1st',
  '0',
  '42',
  '+1',
  '-1',
  'a-b',
  'a_b',
  'a b',
  'a.b',
  'a[0]',
  "it's",
  'say "hi"',
  `both " and '`,
  '`tick`',
  '${x}',
  '*/',
  '//',
  '\\',
  '🎈',
  'café',
  '日本',
  '$',
  '_',
  '<script>',
] as const;

/** Values of a type, as JSON. */
function conforming(value: ValueModel, model: RecordsModel, depth = 0): fc.Arbitrary<Json> {
  const plain = conformingType(value.type, model, depth);
  if (value.type.kind === 'json') return value.nullable ? plain : plain.filter((each) => each !== null);
  return value.nullable
    ? depth > 3 && value.type.kind === 'record'
      ? fc.constant(null)
      : fc.option(plain, { freq: 3, nil: null })
    : plain;
}

/** Objects with the fields; optional and nullable ones are left out at times. */
export function conformingObject(fields: readonly FieldModel[], model: RecordsModel, depth = 0): fc.Arbitrary<Json> {
  const entries = fields.map((field) => {
    const present = conforming(field, model, depth).map((value): readonly [string, Json][] => [[field.name, value]]);
    return field.optional || field.nullable
      ? fc.oneof({ weight: 3, arbitrary: present }, { weight: 1, arbitrary: fc.constant([]) })
      : present;
  });
  return fc.tuple(...entries).map((all): Json => Object.fromEntries(all.flat()));
}

function conformingType(type: TypeModel, model: RecordsModel, depth: number): fc.Arbitrary<Json> {
  switch (type.kind) {
    case 'string':
      return texts(type.format);
    case 'number': {
      const { minimum: min, maximum: max } = type;
      if (type.integer) return fc.maxSafeInteger().map((each) => Math.min(Math.max(each, min ?? each), max ?? each));
      return fc
        .double({ noNaN: true, noDefaultInfinity: true, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) })
        .map(jsonNumber);
    }
    case 'boolean':
      return fc.boolean();
    case 'time':
      return times(type);
    case 'decimal':
      return fc.oneof(
        fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }).map(jsonNumber),
        fc.constantFrom('1.10', '-0.5', '12345678901234567890.123', '1e-7'),
      );
    case 'bigint':
      return fc.oneof(fc.maxSafeInteger(), fc.bigInt().map(String));
    case 'json':
      return anyJson();
    case 'enum': {
      const known = fc.constantFrom(...type.values);
      return type.open ? fc.oneof(known, typeof type.values[0] === 'string' ? fc.string() : fc.integer()) : known;
    }
    case 'object':
      return conformingObject(type.fields, model, depth);
    case 'array':
      return fc.array(conforming(type.items, model, depth + 1), { maxLength: depth > 3 ? 0 : 3 });
    case 'map':
      return fc
        .array(fc.tuple(fieldNames(), conforming(type.values, model, depth + 1)), { maxLength: 3 })
        .map((entries): Json => Object.fromEntries(entries));
    case 'union':
      return fc.oneof(...type.members.map((member) => conformingType(member, model, depth)));
    case 'variants':
      return fc.oneof(...type.variants.map((variant) => conformingObject(variant.object.fields, model, depth)));
    case 'record': {
      const record = model.types.find((each) => each.typeName === type.record.typeName);
      if (record === undefined) throw new Error(`no record ${type.record.typeName}`);
      return depth > 3 ? fc.constant({ name: 'leaf' }) : conformingObject(record.fields, model, depth + 1);
    }
  }
}

function texts(format: string | undefined): fc.Arbitrary<Json> {
  switch (format) {
    case 'uuid':
      return fc.uuid();
    case 'uri':
      return fc.webUrl({ withFragments: true, withQueryParameters: true });
    case 'email':
      return fc.emailAddress();
    case 'ip':
      return fc.oneof(fc.ipV4(), fc.ipV6());
    case 'ipv4':
      return fc.ipV4();
    case 'ipv6':
      return fc.ipV6();
    case 'base64':
      return fc.base64String();
    default:
      return fc.string({ unit: 'binary' });
  }
}

function times(type: TimeType): fc.Arbitrary<Json> {
  const dates = fc.date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true });
  const zone = fc.constantFrom('Z', '+05:30', '-0800');
  const iso = dates.map((date) => date.toISOString());
  switch (type.format.kind) {
    case 'epoch_s':
    case 'epoch_ms':
      return dates.map((date) => date.getTime());
    case 'rfc2822':
      return dates.map((date) => date.toUTCString().replace('GMT', '+0000'));
    case 'strftime':
      return iso.map((text) =>
        type.format.kind === 'strftime' && type.format.pattern.startsWith('%Y')
          ? text.slice(0, 19).replace('T', ' ')
          : `${text.slice(8, 10)}/Jul/${text.slice(0, 4)} ${text.slice(11, 19)}.${text.slice(20, 23)} +0200`,
      );
    case 'microsoft_date':
      return fc.tuple(dates, fc.constantFrom('', '+0530', '-0800')).map(([date, offset]) => `/Date(${date.getTime()}${offset})/`);
    case 'several':
      return fc.oneof(...type.format.formats.map((format) => times({ ...type, format })));
    case 'iso8601':
      if (type.of === 'date') return iso.map((text) => text.slice(0, 10));
      if (type.of === 'time') return iso.map((text) => text.slice(11, 23));
      return fc
        .tuple(iso, zone, fc.constantFrom('', '.5', '.123456789'))
        .map(([text, offset, fraction]) => text.slice(0, 19) + fraction + offset);
  }
}

export function anyJson(): fc.Arbitrary<Json> {
  return fc.jsonValue({ maxDepth: 2 }).map((value): Json => JSON.parse(JSON.stringify(value)));
}

/** -0 is not a JSON number that survives. */
function jsonNumber(value: number): number {
  return value === 0 ? 0 : value;
}
