import { describe, expect, test } from 'vitest';
import { build, complaints, place, run, sourceOf } from '../support/records.js';
import { HOSTILE_NAMES } from '../support/record-values.js';

describe('names that meet', () => {
  const cases: readonly (readonly [what: string, yaml: string, expected: readonly string[]])[] = [
    [
      'two resources in one record',
      'resources:\n  event: { fields: { a: string } }\n  events: { fields: { a: string } }',
      [
        'spec/collision 2:3 the record of "event" and the record of "events" would both be Event',
        'spec/collision 3:3 the record of "events" and the record of "event" would both be Event',
      ],
    ],
    [
      'two files that differ in case',
      'resources:\n  EVENT: { fields: { a: string } }\n  a: { record: eVents, fields: { a: string } }\n  b: { record: evEnts, fields: { a: string } }',
      [
        'spec/collision 3:3 the record of "a" and the record of "b" would both be EvEnts',
        'spec/collision 4:3 the record of "b" and the record of "a" would both be EvEnts',
      ],
    ],
    [
      'a resource and a shared record',
      'resources:\n  users: { fields: { a: string } }\nrecords:\n  user: { fields: { a: string } }',
      [
        'spec/collision 2:3 the record of "users" and the shared record "user" would both be User',
        'spec/collision 4:3 the shared record "user" and the record of "users" would both be User',
      ],
    ],
    [
      'two nested objects',
      'resources:\n  events:\n    fields:\n      a-b: { fields: { x: string } }\n      a_b: { fields: { x: string } }',
      [
        'spec/collision 4:7 the object in "a-b" and the object in "a_b" would both be EventAB',
        'spec/collision 5:7 the object in "a_b" and the object in "a-b" would both be EventAB',
      ],
    ],
    [
      'a nested object and a resource',
      'resources:\n  events:\n    fields:\n      user: { fields: { x: string } }\n  event_users: { fields: { x: string } }',
      [
        'spec/collision 4:7 the object in "user" and the record of "event_users" would both be EventUser',
        'spec/collision 5:3 the record of "event_users" and the object in "user" would both be EventUser',
      ],
    ],
  ];
  test.each(cases)('%s: an error at both places', (_, yaml, expected) => {
    expect(complaints(build(yaml))).toEqual(expected);
  });

  test('type_name is the way out for nested objects', async () => {
    const yaml =
      'resources:\n  events:\n    fields:\n      a-b: { fields: { x: string } }\n      a_b: { type_name: EventOther, fields: { x: string } }';
    expect(await sourceOf(yaml, 'src/records/event.ts')).toContain('export interface EventOther {');
  });

  test.each(['Record', 'INSTANT', 'StandardSchema'])('a nested object cannot be called %s, which emitted files need', (name) => {
    expect(complaints(build(`resources: { events: { fields: { a: { type_name: ${name}, fields: { b: datetime } } } } }`))).toEqual([
      `spec/name 1:50 "${name}" cannot be the name of an interface`,
    ]);
  });

  test('fields that only look alike are different fields', async () => {
    const emitted = await run('resources: { events: { fields: { a-b: string, a_b: integer, A_B: boolean, a b: string } } }');
    const decode = await emitted.decoder('event', 'decodeEvent');
    expect(decode({ 'a-b': 'x', a_b: 1, A_B: true }, place())).toEqual({ 'a-b': 'x', a_b: 1, A_B: true, 'a b': null });
  });
});

describe('awkward field names', () => {
  test.each([...HOSTILE_NAMES, ''])('%j holds a value of its own', async (name) => {
    const emitted = await run(`resources: { events: { fields: { ${JSON.stringify(name)}: integer } } }`);
    const decode = await emitted.decoder('event', 'decodeEvent');
    const extras = await emitted.export('src/records/event', 'extraEventFields');
    const given: unknown = JSON.parse(`{ ${JSON.stringify(name)}: 5, "more": 1 }`);
    expect(decode(given, place())).toBe(given);
    expect(typeof extras === 'function' && Reflect.apply(extras, undefined, [given])).toEqual({ more: 1 });
    expect(() => decode(JSON.parse(`{ ${JSON.stringify(name)}: "x" }`), place())).toThrow('expected a safe integer or null');
    const absent = decode({}, place());
    expect(Object.entries(Object(absent))).toEqual([[name, null]]);
    expect(Object.getPrototypeOf(absent)).toBe(Object.prototype);
    expect(Object.prototype).not.toHaveProperty('more');
  });

  test.each(['constructor', '__proto__', 'toString'])('what every object inherits as %s is not taken for a value', async (name) => {
    const emitted = await run(`resources: { events: { fields: { ${name}: { type: object, nullable: false } } } }`);
    const decode = await emitted.decoder('event', 'decodeEvent');
    expect(() => decode({}, place())).toThrow(`at ${name}: expected an object`);
    const optional = await run(`resources: { events: { fields: { ${name}: { type: integer, nullable: false, optional: true } } } }`);
    const decodeOptional = await optional.decoder('event', 'decodeEvent');
    expect(Object.keys(Object(decodeOptional({}, place())))).toEqual([]);
  });

  test('properties stand in the order of the spec', async () => {
    const source = await sourceOf(
      'resources: { events: { fields: { z: string, "10": string, a: string, "9": string } } }',
      'src/records/event.ts',
    );
    expect([...source.matchAll(/^ {2}readonly (\S+):/gm)].map((match) => match[1])).toEqual(['z', "'10'", 'a', "'9'"]);
  });
});

test('helpers make room for fields that are named like their own variables', async () => {
  const emitted = await run(
    'resources: { events: { fields: { _1: integer, "a b": integer, extra: integer, arguments: integer, eval: integer } } }',
  );
  const extras = await emitted.export('src/records/event', 'extraEventFields');
  const given = { _1: 1, 'a b': 2, extra: 3, arguments: 4, eval: 5, more: 6 };
  expect(typeof extras === 'function' && Reflect.apply(extras, undefined, [given])).toEqual({ more: 6 });
});

describe('names of records', () => {
  test.each([
    ['records', 'RecordRecord'],
    ['errors', 'ErrorRecord'],
    ['dates', 'DateRecord'],
    ['packages', 'Package'],
    ['types', 'Type'],
    ['active_users', 'ActiveUser'],
    ['companies', 'Company'],
    ['status', 'Status'],
    ['standards', 'StandardRecord'],
    ['is_objects', 'IsObject'],
    ['own_keys', 'OwnKey'],
    ['places', 'Place'],
    ['undefineds', 'Undefined'],
  ])('%s hold a %s', async (resource, typeName) => {
    const emitted = await run(`resources: { ${resource}: { fields: { id: integer } } }`);
    const type = built(resource);
    expect(type.typeName).toBe(typeName);
    const decode = await emitted.decoder(type.file, type.decode);
    expect(decode({ id: 1 }, place())).toEqual({ id: 1 });
  });

  test('files that Windows cannot have get another name', () => {
    expect(built('aux').file).toBe('aux-record');
  });

  test('a name of another alphabet is refused', () => {
    expect(complaints(build('resources:\n  events: { record: Événement, fields: { a: string } }'))).toEqual([
      'spec/name 2:3 "Événement" cannot be the name of a record',
    ]);
  });
});

function built(resource: string): { typeName: string; file: string; decode: string } {
  const type = build(`resources: { ${resource}: { fields: { id: integer } } }`).model?.types[0];
  if (type === undefined) throw new Error('refused');
  return type;
}
