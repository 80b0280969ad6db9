import { Ajv2020 } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import { fc } from '../support/property.js';
import { expect, test } from 'vitest';
import type { FieldModel, RecordsModel, RecordType, TypeModel, ValueModel } from '../../generator/types/model.js';
import { build, complaints, emitModel, place, runFiles } from '../support/records.js';
import { anyJson, conformingObject, fieldLists, type Json } from '../support/record-values.js';

/** What the decoder should make of a conforming value: absent nullable fields null, exact numbers exact. */
function decoded(value: Json, at: ValueModel, model: RecordsModel): unknown {
  if (value === null) return null;
  const { type } = at;
  switch (type.kind) {
    case 'bigint':
      return BigInt(String(value));
    case 'decimal':
      return String(value);
    case 'array':
      return isList(value) ? value.map((each) => decoded(each, type.items, model)) : value;
    case 'map':
      return isObject(value)
        ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, decoded(each, type.values, model)]))
        : value;
    case 'object':
      return isObject(value) ? decodedObject(value, type.fields, model) : value;
    case 'record':
      return isObject(value) ? decodedObject(value, recordOf(type, model).fields, model) : value;
    case 'variants': {
      const variant = isObject(value) ? type.variants.find((each) => each.word === value[type.discriminator]) : undefined;
      return isObject(value) && variant !== undefined ? decodedObject(value, variant.object.fields, model) : value;
    }
    case 'union': {
      const member = type.members.find((each, index) => {
        const tell = type.tells?.[index];
        if (!isObject(value)) return isList(value) && each.kind === 'array';
        return (each.kind === 'object' || each.kind === 'record') && (tell === undefined || Object.hasOwn(value, tell));
      });
      return member === undefined ? value : decoded(value, { ...at, type: member }, model);
    }
    default:
      return value;
  }
}

function decodedObject(value: { readonly [key: string]: Json }, fields: readonly FieldModel[], model: RecordsModel): unknown {
  const extra = Object.entries(value).filter(([key]) => !fields.some((field) => field.name === key));
  const known = fields.flatMap((field): readonly [string, unknown][] => {
    if (Object.hasOwn(value, field.name)) return [[field.name, decoded(value[field.name] ?? null, field, model)]];
    return field.optional || !field.nullable ? [] : [[field.name, null]];
  });
  return Object.fromEntries([...extra, ...known]);
}

/** Ways to spoil one place of a conforming value, each with the path at which it must be noticed. */
function corruptions(
  value: Json,
  at: ValueModel,
  model: RecordsModel,
  path: string,
): readonly { readonly path: string; readonly value: Json }[] {
  const wrong = wrongFor(at);
  const here = wrong === undefined ? [] : [{ path, value: wrong }];
  return [...here, ...inside(value, at.type, model, path)];
}

function inside(
  value: Json,
  type: TypeModel,
  model: RecordsModel,
  path: string,
): readonly { readonly path: string; readonly value: Json }[] {
  if (type.kind === 'array' && isList(value)) {
    return value.flatMap((each, index) =>
      corruptions(each, type.items, model, `${path}[${index}]`).map((spoilt) => ({
        ...spoilt,
        value: value.map((old, i) => (i === index ? spoilt.value : old)),
      })),
    );
  }
  if (!isObject(value)) return [];
  if (type.kind === 'map') {
    return Object.entries(value).flatMap(([key, each]) =>
      corruptions(each, type.values, model, `${path}[${JSON.stringify(key)}]`).map((spoilt) => ({
        ...spoilt,
        value: replaced(value, key, spoilt.value),
      })),
    );
  }
  const fields =
    type.kind === 'object'
      ? type.fields
      : type.kind === 'record'
        ? recordOf(type, model).fields
        : type.kind === 'variants'
          ? type.variants.find((each) => each.word === value[type.discriminator])?.object.fields
          : undefined;
  return fields === undefined ? [] : spoiltObjects(value, fields, model, path);
}

function spoiltObjects(
  value: { readonly [key: string]: Json },
  fields: readonly FieldModel[],
  model: RecordsModel,
  path: string,
): readonly { readonly path: string; readonly value: Json }[] {
  return fields.flatMap((field) => {
    const step = /^[A-Za-z_$][\w$]*$/.test(field.name) ? `.${field.name}` : `[${JSON.stringify(field.name)}]`;
    const at = path === '' && step.startsWith('.') ? step.slice(1) : path + step;
    const missing =
      field.nullable || field.optional
        ? []
        : [{ path: at, value: Object.fromEntries(Object.entries(value).filter(([key]) => key !== field.name)) }];
    if (!Object.hasOwn(value, field.name)) return [];
    const spoilt = corruptions(value[field.name] ?? null, field, model, at).map((each) => ({
      ...each,
      value: replaced(value, field.name, each.value),
    }));
    return [...missing, ...spoilt];
  });
}

/** A value that is certainly not of the type; none where anything goes. */
function wrongFor({ type }: ValueModel): Json | undefined {
  switch (type.kind) {
    case 'json':
      return undefined;
    case 'string':
    case 'enum':
      return type.kind === 'enum' && typeof type.values[0] === 'number' ? 'x' : 12345.5;
    case 'time':
      return 'not a time';
    case 'array':
    case 'number':
    case 'decimal':
    case 'bigint':
      return 'x y';
    case 'boolean':
      return 0;
    case 'object':
    case 'map':
    case 'record':
    case 'variants':
      return ['x'];
    case 'union':
      return type.members.some((member) => member.kind === 'boolean') ? 'neither' : true;
  }
}

function recordOf(type: Extract<TypeModel, { kind: 'record' }>, model: RecordsModel): RecordType {
  const record = model.types.find((each) => each.typeName === type.record.typeName);
  if (record === undefined) throw new Error('no such record');
  return record;
}

function replaced(value: { readonly [key: string]: Json }, key: string, by: Json): Json {
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, name === key ? by : each]));
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Paths of records that are referred to have no bracket after a dot: `user.["+1"]` is the one exception. */
function plain(path: string): string {
  return path.replaceAll('.[', '[');
}

/** The model of a random field list; lists that are refused for a collision are not the subject here. */
function modelOf(spec: string): RecordsModel {
  const built = build(spec);
  fc.pre(built.model !== undefined || !complaints(built).every((each) => /^(spec\/collision|spec\/name|yaml\/)/.test(each)));
  if (built.model === undefined) throw new Error(`${complaints(built).join('\n')}\n${spec}`);
  return built.model;
}

test('conforming values decode to equal ones, and each corruption is caught at its path', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fieldLists(), fc.infiniteStream(fc.nat()), async (spec, seeds) => {
      const model = modelOf(spec);
      const type = model.types[0];
      if (type === undefined) throw new Error('no record');
      const emitted = await runFiles(await emitModel(model));
      const decode = await emitted.decoder(type.file, type.decode);
      const parse = await emitted.parse();
      const values = fc.sample(conformingObject(type.fields, model), { numRuns: 20, seed: seeds.next().value ?? 0 });
      for (const value of values) {
        const text = JSON.stringify(value);
        const expected = isObject(value) ? decodedObject(value, type.fields, model) : value;
        expect(decode(parse(text), place()), `${text}\n${spec}`).toEqual(expected);
        for (const spoilt of spoiltObjects(isObject(value) ? value : {}, type.fields, model, '')) {
          let caught: unknown;
          try {
            decode(parse(JSON.stringify(spoilt.value)), place());
          } catch (error) {
            caught = Reflect.get(Object(error), 'path') ?? error;
          }
          expect(typeof caught === 'string' ? plain(caught) : caught, `${JSON.stringify(spoilt.value)}\n${spec}`).toBe(plain(spoilt.path));
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('decoder and ajv agree on at least 10,000 values', { timeout: 120_000 }, async () => {
  let compared = 0;
  let accepted = 0;
  await fc.assert(
    fc.asyncProperty(fieldLists(), fc.nat(), async (spec, seed) => {
      const model = modelOf(spec);
      const type = model.types[0];
      if (type === undefined) throw new Error('no record');
      fc.pre(!spec.includes('"__proto__"')); // ajv skips properties of that name
      const emitted = await runFiles(await emitModel(model));
      const decode = await emitted.decoder(type.file, type.decode);
      const parse = await emitted.parse();
      const ajv = new Ajv2020({ strict: true, ownProperties: true });
      ajvFormats.default(ajv);
      const validate = ajv.compile(emitted.schema('events'));
      const good = conformingObject(type.fields, model);
      const values = fc.sample(
        fc.oneof(
          good,
          fc.tuple(good, anyJson(), fc.nat()).map(([value, other, at]) => somewhere(value, other, at)),
          anyJson(),
        ),
        { numRuns: 220, seed },
      );
      for (const value of values) {
        const text = JSON.stringify(value);
        let fits = true;
        try {
          decode(parse(text), place());
        } catch (error) {
          if (!(error instanceof Error) || Reflect.get(error, 'path') === undefined) throw error;
          fits = false;
        }
        const verdict = validate(JSON.parse(text));
        expect(fits, `${text}\n${spec}\n${JSON.stringify(validate.errors)}`).toBe(verdict);
        compared++;
        if (fits) accepted++;
      }
    }),
    { numRuns: 60 },
  );
  expect(compared).toBeGreaterThanOrEqual(10_000);
  expect(accepted).toBeGreaterThan(compared / 10);
  expect(accepted).toBeLessThan((compared * 9) / 10);
});

/** The value with something else at one of its places. */
function somewhere(value: Json, other: Json, at: number): Json {
  if (!isObject(value)) return other;
  const keys = Object.keys(value);
  const key = keys[at % (keys.length + 1)];
  if (key === undefined) return Object.fromEntries([...Object.entries(value), ['undeclared', other]]);
  const inner = value[key] ?? null;
  return replaced(value, key, isObject(inner) && at % 3 > 0 ? somewhere(inner, other, Math.floor(at / 7)) : other);
}
