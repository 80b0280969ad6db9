import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fc } from '../support/property.js';
import { describe, expect, test } from 'vitest';
import { driftOf } from '../../generator/drift/compare.js';
import { infer, type Observed } from '../../generator/infer/infer.js';
import { buildModel } from '../../generator/model/build.js';
import type { ConnectorModel } from '../../generator/model/connector-model.js';
import type { FieldModel, RecordsModel } from '../../generator/types/model.js';
import type { JsonValue } from '../../generator/shape.js';
import { load } from '../../generator/spec/load.js';
import { validate } from '../../generator/spec/validate.js';
import { contentOf, put, sandbox } from '../support/sandbox.js';
import { tapwright } from './support.js';

const repository = join(import.meta.dirname, '../..');

const bare = (resource = '  - name: posts'): string => `name: blog # the name
client: { base_url: "https://api.example.com" }
resources:
${resource}
`;

function inferred(text: string, ...records: JsonValue[]): string {
  return inferAll(text, [{ resource: 'posts', records, primaryKey: [] }]);
}

function inferAll(text: string, observed: readonly Observed[]): string {
  const loaded = load('blog.yaml', Buffer.from(text));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
  return infer(loaded.source.text, loaded.source.root, observed).text;
}

function modelOf(text: string): ConnectorModel {
  const loaded = load('blog.yaml', Buffer.from(text));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
  const { document, reading } = validate(loaded.source);
  const model = document === undefined ? undefined : buildModel(document, 'blog.yaml', reading);
  if (model === undefined) throw new Error(`${JSON.stringify(reading.diagnostics)}\n${text}`);
  return model;
}

const times = (count: number, make: (index: number) => JsonValue): JsonValue[] => Array.from({ length: count }, (_, index) => make(index));

describe('infer', () => {
  test.each([
    ['integers, always there', times(6, (n) => ({ a: n })), 'a: { type: integer, nullable: false } # seen 6/6, never null'],
    ['too few to be sure', times(2, (n) => ({ a: n })), 'a: integer # seen 2/2, never null'],
    ['nulls among them', times(6, (n) => ({ a: n === 3 ? null : 0.5 })), 'a: number # seen 6/6, null in 1'],
    ['nothing but nulls', times(6, () => ({ a: null })), 'a: json # seen 6/6, always null'],
    [
      'missing in some',
      times(8, (n) => (n < 6 ? { a: true } : {})),
      'a: { type: boolean, optional: true, nullable: false } # seen 6/8, never null',
    ],
    [
      'instants',
      times(6, () => ({ updated_at: '2026-01-02T03:04:05Z' })),
      'updated_at: { type: datetime, nullable: false } # seen 6/6, never null, could be a cursor',
    ],
    [
      'instants of another form',
      times(6, () => ({ a: '2026-01-02 03:04:05' })),
      'a: { type: datetime, format: "%Y-%m-%d %H:%M:%S", nullable: false } # seen 6/6, never null',
    ],
    [
      'instants as PocketBase writes them',
      times(6, (n) => ({ updated: `2026-11-27 17:18:2${n}.816Z` })),
      'updated: { type: datetime, format: "%Y-%m-%d %H:%M:%S.%f%z", nullable: false } # seen 6/6, never null, could be a cursor',
    ],
    [
      'instants without a zone, some with fractions',
      times(6, (n) => ({ a: n === 1 ? '2026-01-02T03:04:05' : '2026-01-02T03:04:05.120' })),
      'a: { type: string, nullable: false } # seen 6/6, never null',
    ],
    [
      'seconds since 1970',
      times(6, (n) => ({ created_at: 1_767_312_000 + n })),
      'created_at: { type: datetime, format: epoch_s, nullable: false } # seen 6/6, never null, could be a cursor',
    ],
    [
      'numbers that are no times, in spite of their size',
      times(6, (n) => ({ size: 1_767_312_000 + n })),
      'size: { type: integer, nullable: false } # seen 6/6, never null',
    ],
    [
      'days and months that could be either',
      times(6, () => ({ day: '03/04/2026' })),
      'day: { type: string, nullable: false } # seen 6/6, never null',
    ],
    [
      "PHP's empty lists",
      times(6, () => ({ meta: [] })),
      'meta: { type: json, nullable: false } # seen 6/6, never null, always an empty list: PHP writes an empty object so',
    ],
    [
      "PHP's empty lists among objects",
      times(6, (n) => ({ meta: n === 0 ? [] : { a: n } })),
      'meta: { type: json, nullable: false } # seen 6/6, never null, in 1 an empty list: PHP writes an empty object so',
    ],
    ['dates', times(6, () => ({ a: '2026-01-02' })), 'a: { type: date, nullable: false } # seen 6/6, never null'],
    [
      'UUIDs',
      times(6, () => ({ a: '6f0c1c8e-8c1b-4d53-9f0e-0c8e8c1b4d53' })),
      'a: { type: string, format: uuid, nullable: false } # seen 6/6, never null',
    ],
    [
      'words again and again',
      times(16, (n) => ({ status: n % 2 === 0 ? 'open' : 'closed' })),
      'status: { type: string, enum: [closed, open], open: true, nullable: false } # seen 16/16, never null',
    ],
    [
      'words, too few',
      times(6, (n) => ({ status: n % 2 === 0 ? 'open' : 'closed' })),
      'status: { type: string, nullable: false } # seen 6/6, never null',
    ],
    [
      'texts or numbers',
      times(6, (n) => ({ a: n % 2 === 0 ? 'x' : n })),
      'a: { type: union, variants: [number, string], nullable: false } # seen 6/6, never null',
    ],
    ['lists of texts', times(6, () => ({ a: ['x'] })), 'a: { type: array, items: string, nullable: false } # seen 6/6, never null'],
    [
      'keys that are data',
      times(6, (n) => ({ a: { [`2026-01-0${n + 1}`]: n } })),
      'a: { type: map, values: integer, nullable: false } # seen 6/6, never null',
    ],
    [
      'a name that YAML takes for something else',
      times(6, () => ({ on: 1 })),
      '"on": { type: integer, nullable: false } # seen 6/6, never null',
    ],
  ])('takes %s for what they are', (_, records, line) => {
    expect(inferred(bare(), ...records)).toBe(`${bare().trimEnd()}\n    fields:\n      ${line}\n`);
  });

  test('finds the key', () => {
    expect(inferred(bare(), { id: 1 }, { id: 2 })).toContain('    primary_key: id # unique in 2/2\n    fields:\n      id: integer');
    expect(inferred(bare(), { id: 1 }, { id: 1 })).not.toContain('primary_key');
  });

  test('gives objects that are the same in two places a record of their own', () => {
    const person = { id: 1, name: 'Ada', age: 36 };
    const text = inferred(bare(), ...times(6, () => ({ author: person, editors: [person] })));
    expect(text).toContain('author: { record: author, nullable: false }');
    expect(text).toContain('editors: { type: array, items: { record: author }, nullable: false }');
    expect(text).toContain(
      'records:\n  author: # the same in posts.author, posts.editors\n    fields:\n      id: { type: integer, nullable: false } # seen 12/12, never null',
    );
    expect(modelOf(text).records.types.map(({ typeName }) => typeName)).toEqual(['Post', 'Author']);
  });

  test('touches nothing but what it adds', () => {
    const spec = `${bare('').trimEnd()}
  - name: posts   # every post
    fields:
      id: { type: integer,   nullable: true }    # decided
      meta:    { type: object, fields: { a: string } }
      author: { record: person }

      # comments stay where they are
      tags:
        type: array
        items:
          type: object
          fields:
            name: string   # a tag
  # after the resource
records:
  person: { fields: { id: integer } }
# the end`;
    const record = { id: 1, meta: { a: 'x', b: 2 }, author: { id: 1, 'full name': 'Ada' }, tags: [{ name: 'x', hot: true }], title: 'T' };
    expect(inferred(spec, ...times(2, () => record))).toBe(
      spec
        .replace('{ a: string }', '{ a: string, b: integer }')
        .replace(
          'name: string   # a tag',
          'name: string   # a tag\n            hot: boolean # seen 2/2, never null\n      title: string # seen 2/2, never null',
        )
        .replace('{ id: integer } }\n#', '{ id: integer, "full name": string } }\n#'),
    );
  });

  test.each(['  - posts', '  - { name: posts }', '  - name: posts\r', '  - name: posts\n    endpoint: { path: /p }'])(
    'writes into a spec that says %j',
    (resource) => {
      const text = inferred(bare(resource), ...times(6, (n) => ({ id: n, 'odd key': 'x' })));
      expect(modelOf(text).records.types[0]?.fields.map(({ name }) => name)).toEqual(['id', 'odd key']);
      expect(inferred(text, ...times(6, (n) => ({ id: n, 'odd key': 'x' })))).toBe(text);
    },
  );

  test.each([[{ id: { '\u2028': 0 } }], [{ id: { '\u2028': 0, '2026-01-01': 1 } }], [{ id: [{ '\t': { '': null } }] }]])(
    'makes a map of what has no key that a field can have: %j',
    (record) => {
      const text = inferred(bare(), record);
      expect(text).toContain('map');
      expect(driftOf(modelOf(text).records, 'posts', [record])).toEqual([]);
    },
  );

  test('makes of any records a spec that they fit, and adds nothing the second time', () => {
    const key = fc.oneof(
      fc.constantFrom('id', 'name', 'user', 'true', '', '__proto__', 'a b', '#x', '- y', 'é', '"', "it's: x"),
      fc.string({ maxLength: 6, unit: 'grapheme' }),
    );
    const { value } = fc.letrec<{ value: JsonValue }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        fc.oneof(
          fc.constant(null),
          fc.boolean(),
          fc.integer(),
          fc.double({ noNaN: true, noDefaultInfinity: true }),
          fc.string(),
          fc.constantFrom('2026-01-01', '2026-01-01T00:00:00Z'),
        ),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(key, tie('value'), { maxKeys: 5 }),
      ),
    }));
    fc.assert(
      fc.property(fc.array(fc.dictionary(key, value, { minKeys: 1, maxKeys: 5 }), { minLength: 1, maxLength: 8 }), (records) => {
        const plain = JSON.parse(JSON.stringify(records)) as JsonValue[];
        const text = inferred(bare(), ...plain);
        const model = modelOf(text);
        expect(driftOf(model.records, 'posts', plain)).toEqual([]);
        expect(inferred(text, ...plain)).toBe(text);
      }),
      { numRuns: 60 },
    );
  });
});

describe('tapwright infer', () => {
  function github(): string {
    const folder = sandbox();
    cpSync(join(repository, 'specs/github-issues'), join(folder, 'specs/github-issues'), { recursive: true });
    cpSync(join(repository, 'specs/github-issues.yaml'), join(folder, 'specs/github-issues.yaml'));
    return folder;
  }

  /** The committed spec without what was decided about its records. */
  function withoutFields(text: string): string {
    const start = text.indexOf('records:\n');
    const resources = text.slice(text.indexOf('resources:\n'));
    return (text.slice(0, start) + resources.slice(0, resources.indexOf('    fields:\n'))).replace(
      /^ {4}(primary_key|write_disposition).*\n/gm,
      '',
    );
  }

  test('gives the fields of github-issues back, as far as its recordings show them', async () => {
    const folder = github();
    const path = join(folder, 'specs/github-issues.yaml');
    const committed = readFileSync(path, 'utf8');
    writeFileSync(path, withoutFields(committed));
    expect(await tapwright(folder, ['infer', 'specs/github-issues.yaml'])).toMatchObject({
      exitCode: 0,
      stdout: 'specs/github-issues.yaml: 28 fields added\n',
    });
    const found = fieldsOf(modelOf(readFileSync(path, 'utf8')).records);
    const declared = fieldsOf(modelOf(committed).records);
    const contradictions = [...declared]
      .filter(([name, type]) => found.has(name) && !agree(type, found.get(name) ?? ''))
      .map(([name, type]) => `${name}: ${type}, but ${found.get(name)}`);
    expect(contradictions).toEqual([]);
    expect([...declared.keys()].filter((name) => !found.has(name))).toEqual(
      [
        // never there, always null or always empty in these recordings
        ...['assignee', 'assignees[]', 'milestone'].flatMap((place) => [...declared.keys()].filter((name) => name.startsWith(`${place}.`))),
        ...[...declared.keys()].filter((name) => name.startsWith('labels[].')),
        ...[...declared.keys()].filter((name) => name.startsWith('pull_request')),
      ].sort((a, b) => [...declared.keys()].indexOf(a) - [...declared.keys()].indexOf(b)),
    );
    expect(await tapwright(folder, ['check', 'specs/github-issues.yaml'])).toMatchObject({ exitCode: 0 });
  });

  test('leaves every decided line of github-issues as it is, and does the same twice', async () => {
    const folder = github();
    const before = readFileSync(join(folder, 'specs/github-issues.yaml'), 'utf8');
    const dry = await tapwright(folder, ['infer', 'specs/github-issues.yaml', '--dry-run']);
    expect(dry.stdout.split('\n').filter((line) => /^-(?!--)/.test(line))).toEqual([]);
    expect(readFileSync(join(folder, 'specs/github-issues.yaml'), 'utf8')).toBe(before);
    await tapwright(folder, ['infer', 'specs/github-issues.yaml']);
    const after = contentOf(folder);
    expect(await tapwright(folder, ['infer', 'specs/github-issues.yaml'])).toMatchObject({
      stdout: 'specs/github-issues.yaml: nothing to add\n',
    });
    expect(contentOf(folder)).toEqual(after);
    const lines = new Set((after['specs/github-issues.yaml'] ?? '').split('\n'));
    expect(before.split('\n').filter((line) => !lines.has(line))).toEqual([]);
  });

  test('says which recording is missing', async () => {
    const folder = sandbox();
    put(folder, { 'specs/blog.yaml': bare() });
    expect(await tapwright(folder, ['infer', 'specs/blog.yaml'])).toMatchObject({
      exitCode: 5,
      stderr: expect.stringContaining('error[fixtures/missing]') as string,
    });
  });
});

/** `user.login` → `string, never null` */
function fieldsOf(records: RecordsModel): ReadonlyMap<string, string> {
  const rows = new Map<string, string>();
  const visit = (fields: readonly FieldModel[], prefix: string): void => {
    for (const field of fields) {
      const { type } = field;
      rows.set(
        prefix + field.name,
        `${type.kind === 'record' ? 'object' : type.kind === 'enum' ? typeof type.values[0] : type.kind}${field.nullable ? '' : ', never null'}`,
      );
      const inner = type.kind === 'array' ? type.items.type : type;
      const below = `${prefix}${field.name}${type.kind === 'array' ? '[]' : ''}.`;
      if (inner.kind === 'object') visit(inner.fields, below);
      if (inner.kind === 'record') visit(records.types.find(({ typeName }) => typeName === inner.record.typeName)?.fields ?? [], below);
    }
  };
  visit(records.resources[0]?.type.fields ?? [], '');
  return rows;
}

/** The same type, or the recordings show no value; as sure as declared, or surer: people know of nulls that no recording has. */
function agree(declared: string, found: string): boolean {
  const [type, never] = declared.split(', ');
  const [seen, seenNever] = found.split(', ');
  return seen === 'json' || (type === seen && (never === undefined || seenNever === never));
}
