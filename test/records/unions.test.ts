import { describe, expect, test } from 'vitest';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { filesFrom } from '../support/generate.js';
import { importPackage } from '../support/import-package.js';
import { diagnosticsOf } from '../support/spec-diagnostics.js';

/** Fields whose values are one of several objects, told apart by the fields that these have. */

const SPEC = `
name: bank
outputs: [singer, sqlite]
client: { base_url: "https://bank.example" }
records:
  person: { fields: { born: { type: date, nullable: false }, name: string } }
  node:
    fields:
      id: { type: string, nullable: false }
      of: { type: union, variants: [string, { record: node }, { record: person }, { fields: { leaf: { type: integer, nullable: false } } }] }
resources:
  - name: payments
    write_disposition: replace
    endpoint: { data_selector: data, paginator: single_page }
    fields:
      source:
        type: union
        variants:
          - fields: { last4: { type: string, nullable: false }, risk: { type: integer, optional: true }, iban: string }
          - fields: { iban: { type: string, nullable: false } }
          - { type_name: Cash, fields: { note: string } }
      parties: { type: array, items: { type: union, variants: [string, { record: person }, { fields: { company: { type: string, nullable: false } } }] } }
      tree: { record: node }
`;

const files = await filesFrom('bank.yaml', SPEC);
const { BankClient } = (await importPackage(files)) as {
  BankClient: new (options: object) => { readonly payments: { all(): Promise<readonly object[]> } };
};

async function read(record: object): Promise<object | undefined> {
  const fetch = () => Promise.resolve(Response.json({ data: [record] }));
  return (await new BankClient({ fetch }).payments.all())[0];
}

const NONE = { source: null, parties: null, tree: null };
const schema = new Ajv2020({ strict: false, formats: { date: true } }).compile(JSON.parse(files['schemas/payments.json'] ?? '') as object);

test.each([
  [{ source: { last4: '4242' } }, { source: { last4: '4242', iban: null } }],
  [{ source: { last4: '4242', iban: 'x', risk: null } }, { source: { last4: '4242', iban: 'x', risk: null } }],
  [{ source: { iban: 'x', more: 1 } }, { source: { iban: 'x', more: 1 } }],
  [{ source: {} }, { source: { note: null } }],
  [
    { parties: ['Ada', { born: '2000-01-01' }, { company: 'Acme' }] },
    { parties: ['Ada', { born: '2000-01-01', name: null }, { company: 'Acme' }] },
  ],
  [{ tree: { id: 'a', of: { id: 'b', of: { leaf: 1 } } } }, { tree: { id: 'a', of: { id: 'b', of: { leaf: 1 } } } }],
  [{ tree: { id: 'a', of: { born: '2000-01-01', name: 'Ada' } } }, { tree: { id: 'a', of: { born: '2000-01-01', name: 'Ada' } } }],
])('%j is read as the first whose field is there', async (sent, record) => {
  expect(schema(sent)).toBe(true);
  expect(await read(sent)).toEqual({ ...NONE, ...record });
});

test.each([
  [{ source: { last4: 7 } }, 'source.last4: expected a string'],
  [{ source: { last4: null, iban: 'x' } }, 'source.last4: expected a string'],
  [{ source: { iban: 7 } }, 'source.iban: expected a string'],
  [{ source: { note: 7 } }, 'source.note: expected a string or null'],
  [{ source: [] }, 'source: expected an object or null'],
  [{ parties: [{ name: 'Ada' }] }, 'parties[0]: expected a string or an object with "born" or "company"'],
  [{ parties: [7] }, 'parties[0]: expected a string or an object with "born" or "company"'],
  [{ parties: ['Ada', { born: 'soon' }] }, 'parties[1].born: expected an ISO 8601 date'],
  [{ tree: { id: 'a', of: { id: 'b', of: { leaf: '1' } } } }, 'tree.of.of.leaf: expected a safe integer'],
])('%j is refused as that one', async (sent, message) => {
  expect(schema(sent)).toBe(false);
  await expect(read(sent)).rejects.toThrow(message);
});

test('types, columns and the schemas of streams say so', () => {
  expect(files['src/records/payment.ts']).toContain('readonly source: PaymentSourceVariant1 | PaymentSourceVariant2 | Cash | null;');
  expect(files['src/records/payment.ts']).toContain('readonly parties: readonly (string | Person | PaymentPartyVariant3)[] | null;');
  expect(files['src/sync/tables/payments.ts']).toContain("kinds: ['json', 'json', 'json']");
  const { properties } = JSON.parse(files['schemas/streams/payments.json'] ?? '') as { properties: Record<string, { type: unknown }> };
  expect(properties['source']).toEqual({ type: ['object', 'null'] });
});

describe('what nothing tells apart is refused, and the hint helps', () => {
  const spec = (variants: string): string =>
    `name: one\nclient: { base_url: "https://x.example" }\nrecords: { person: { fields: { name: string } } }\nresources:\n- { name: things, primary_key: id, write_disposition: merge, endpoint: { data_selector: data, paginator: single_page },\n    fields: { id: string, it: ${variants} } }\n`;
  const errors = async (variants: string) => (await diagnosticsOf(spec(variants))).filter(({ severity }) => severity === 'error');
  const a = '{ fields: { a: { type: string, nullable: false } } }';
  const b = '{ fields: { b: string } }';
  test.each([
    [`[${b}, ${a}]`, b],
    [`[{ record: person }, ${a}]`, '{ record: person }'],
    [`[string, { fields: { a: { type: string, nullable: false } } }, { fields: { c: json } }, ${b}]`, '{ fields: { c: json } }'],
    [`[${a}, { fields: { a: { type: string, nullable: false }, b: { type: string, nullable: false } } }]`, a],
  ])('%s', async (variants, place) => {
    const text = spec(`{ type: union, variants: ${variants} }`);
    const [first, ...others] = await errors(`{ type: union, variants: ${variants} }`);
    expect(others).toEqual([]);
    expect(first).toMatchObject({ code: 'spec/union', message: 'nothing tells this object from those after it' });
    const before = text.slice(0, text.indexOf(place, text.indexOf('it:'))).split('\n');
    expect(first?.at).toBe(`${before.length}:${(before.at(-1)?.length ?? 0) + 1}`);
  });

  test.each([
    [`{ type: union, variants: [${a}, ${b}] }`], // listed last
    [`{ type: union, variants: [{ fields: { b: { type: string, nullable: false } } }, ${a}] }`], // nullable: false
    [`{ type: union, discriminator: kind, variants: { one: ${b}, other: ${a} } }`],
    [`{ type: union, variants: [{ fields: { a: { type: string, nullable: false }, b: { type: string, nullable: false } } }, ${a}] }`],
  ])('%s is taken', async (field) => {
    expect(await errors(field)).toEqual([]);
  });
});
