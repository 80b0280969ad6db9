import { describe, expect, test } from 'vitest';
import { filesFrom } from '../support/generate.js';
import { importPackage } from '../support/import-package.js';
import { diagnosticsOf } from '../support/spec-diagnostics.js';

/** Records that are one of several, and records that are one for several resources. */

interface Read {
  all(): Promise<readonly object[]>;
}
interface Client {
  readonly payments: Read;
  readonly owners: Read;
  readonly people: Read;
  readonly refunds: Read;
  readonly fees: Read;
}

const SPEC = `
name: bank
outputs: [singer, sqlite]
client: { base_url: "https://bank.example" }
resource_defaults: { write_disposition: replace }
records:
  person: { fields: { born: { type: date, nullable: false }, name: string } }
  movement:
    fields: { id: integer, kind: string }
    discriminator: kind
    variants: { in: { fields: { from: { type: string, nullable: false } } }, out: { record: person } }
resources:
  - name: payments
    primary_key: id
    endpoint: { data_selector: data, paginator: single_page }
    fields: { id: string, method: string }
    discriminator: method
    variants:
      card: { fields: { last4: { type: string, nullable: false }, amount: decimal, risk: { type: integer, optional: true } } }
      transfer: { fields: { iban: string, amount: integer, risk: string } }
  - name: owners
    endpoint: { data_selector: data, paginator: single_page }
    fields: { id: integer }
    variants: [{ record: person }, { type_name: Company, fields: { company: { type: string, nullable: false } } }]
  - name: people
    record: person
    endpoint: { data_selector: data, paginator: single_page }
  - name: refunds
    primary_key: id
    record: movement
    endpoint: { data_selector: data, paginator: single_page }
  - name: fees
    primary_key: id
    record: movement
    endpoint: { data_selector: data, paginator: single_page }
  - name: staff
    record: person
    endpoint: { data_selector: data, paginator: single_page }
`;

const files = await filesFrom('bank.yaml', SPEC);
const { BankClient } = (await importPackage(files)) as { BankClient: new (options: object) => Client };

function read(resource: keyof Client, data: readonly unknown[]): Promise<readonly object[]> {
  return new BankClient({ fetch: () => Promise.resolve(Response.json({ data })) })[resource].all();
}

describe('a row that is one of several', () => {
  test('is checked as the one that its discriminator says', async () => {
    expect(
      await read('payments', [
        { id: 'a', method: 'card', last4: '4242', amount: '1.50', iban: 7 },
        { id: 'b', method: 'transfer', amount: 3, risk: 'low' },
      ]),
    ).toEqual([
      { id: 'a', method: 'card', last4: '4242', amount: '1.50', iban: 7 }, // iban is not declared of a card
      { id: 'b', method: 'transfer', iban: null, amount: 3, risk: 'low' },
    ]);
  });

  test.each([
    [{ id: 'a', method: 'cash' }, 'method: expected "card" | "transfer"'],
    [{ id: 'a' }, 'method: expected "card" | "transfer"'],
    [{ id: 'a', method: 'card', iban: 'x' }, 'last4: expected a string'],
    [{ id: 'a', method: 'transfer', amount: '3' }, 'amount: expected a safe integer or null'],
    [{ id: 7, method: 'transfer' }, 'id: expected a string'],
    [7, 'expected an object'],
  ])('is refused as no other: %j', async (record, message) => {
    await expect(read('payments', [record])).rejects.toThrow(message);
  });

  test('is told by a field that only it has', async () => {
    const owners = [
      { id: 1, born: '2000-01-01', name: 'Ada' },
      { id: 2, company: 'Acme', born: undefined },
    ];
    expect(await read('owners', owners)).toEqual([
      { id: 1, born: '2000-01-01', name: 'Ada' },
      { id: 2, company: 'Acme' },
    ]);
    await expect(read('owners', [{ id: 3 }])).rejects.toThrow('expected an object with "born" or "company"');
    await expect(read('owners', [{ id: 3, born: null, company: 'Acme' }])).rejects.toThrow('born: expected an ISO 8601 date');
  });

  test('is one type, of interfaces that narrow', () => {
    const payment = files['src/records/payment.ts'];
    expect(payment).toContain('export type Payment = PaymentCard | PaymentTransfer;');
    expect(payment).toContain("readonly method: 'card';");
    expect(files['src/records/owner.ts']).toContain('export type Owner = OwnerPerson | Company;');
    expect(files['src/index.ts']).toMatch(/type Payment,\s+type PaymentCard,\s+type PaymentTransfer,\s+type PaymentFields/);
  });

  test('has a column for each field of all', () => {
    const table = files['src/sync/tables/payments.ts'] ?? '';
    expect(table).toContain("columns: ['id', 'method', 'last4', 'amount', 'risk', 'iban']");
    expect(table).toContain("kinds: ['text', 'text', 'text', 'json', 'json', 'text']"); // what two of them have differently is JSON
    expect(table).toContain('payment.last4 ?? null');
    const { properties } = JSON.parse(files['schemas/streams/payments.json'] ?? '') as { properties: Record<string, { type: unknown }> };
    expect(Object.keys(properties)).toEqual(['id', 'method', 'last4', 'amount', 'risk', 'iban']);
    expect(properties['last4']?.type).toEqual(['string', 'null']);
  });

  test('is one of several in JSON Schema', () => {
    const schema = JSON.parse(files['schemas/payments.json'] ?? '') as { type: string; anyOf: { properties: object; required: unknown }[] };
    expect(schema.type).toBe('object');
    expect(schema.anyOf.map(({ required }) => required)).toEqual([
      ['id', 'method', 'last4'],
      ['id', 'method'],
    ]);
  });
});

test('a record that is one of several is one for several resources', async () => {
  for (const resource of ['refunds', 'fees'] as const) {
    expect(await read(resource, [{ id: 1, kind: 'in', from: 'b' }])).toEqual([{ id: 1, kind: 'in', from: 'b' }]);
    await expect(read(resource, [{ id: 1, kind: 'in' }])).rejects.toMatchObject({ code: 'invalid_record', path: 'from' });
    await expect(read(resource, [{ id: 1, kind: 'other' }])).rejects.toMatchObject({ code: 'invalid_record', path: 'kind' });
  }
  expect(files['src/records/movement.ts']).toContain('export type Movement = MovementIn | MovementOut;');
  expect(files['src/resources/fees.ts']).toContain("from '../records/movement.ts'");
});

test('a record is one for several resources', async () => {
  expect(await read('people', [{ born: '2000-01-01' }])).toEqual([{ born: '2000-01-01', name: null }]);
  expect(Object.keys(files).filter((path) => path.startsWith('src/records/'))).toEqual([
    'src/records/payment.ts',
    'src/records/owner.ts',
    'src/records/person.ts',
    'src/records/movement.ts',
  ]);
  for (const resource of ['people', 'staff']) expect(files[`src/resources/${resource}.ts`]).toContain('decodePerson');
});

test.each([
  ['{ fields: { id: string }, discriminator: kind }', 'record: it', 'a discriminator tells variants apart, and there are none'],
  [
    '{ variants: [{ fields: { a: string } }, { fields: { b: string } }] }',
    'record: it',
    'variants stand beside the fields that each of them has',
  ],
  [
    '{ fields: { id: string }, variants: [{ fields: { a: { type: string, nullable: false } } }, { fields: { b: string } }] }',
    'fields: { id: string, it: { record: it } }',
    '"it" is a record that is one of several, which only a resource can be',
  ],
])('a shared record %s for %s is refused', async (record, said, message) => {
  const spec = `name: one\nclient: { base_url: "https://x.example" }\nrecords: { it: ${record} }\nresources:\n- { name: things, write_disposition: append, endpoint: { data_selector: data, paginator: single_page }, ${said} }\n`;
  const found = (await diagnosticsOf(spec)).filter(({ severity }) => severity === 'error');
  expect(found.map((each) => each.message)).toEqual([expect.stringContaining(message)]);
});

describe('variants that cannot be', () => {
  const one = (more: string): string =>
    `name: one\nclient: { base_url: "https://x.example" }\nresources:\n- { name: things, primary_key: id, endpoint: { data_selector: data, paginator: single_page }, write_disposition: merge,\n    ${more} }\n`;
  test.each([
    ['fields: { id: string }, discriminator: kind', 'a discriminator tells variants apart, and there are none'],
    ['discriminator: kind, variants: { a: { fields: { b: string } } }', 'variants stand beside the fields that each of them has'],
    ['fields: { id: string }, variants: { a: { fields: { b: string } } }', 'words need the field that has them'],
    [
      'fields: { id: string }, discriminator: k, variants: [{ fields: { b: string } }, { fields: { c: string } }]',
      'a discriminator needs a mapping',
    ],
    ['fields: { id: string }, variants: [{ fields: { b: string } }, { fields: { c: string } }]', 'nothing tells the variant apart'],
    ['fields: { id: string }, discriminator: k, variants: { a: string }', 'the variant "a" needs "fields"'],
    ['fields: { id: string }, discriminator: k, variants: { a: { record: none } }', '"none" is not a shared record'],
    ['fields: { id: string }, discriminator: k, variants: { a: { fields: { id: string } } }', 'all variants have "id" already'],
    [
      'fields: { id: string, k: integer }, discriminator: k, variants: { a: { fields: { b: string } } }',
      'the discriminator "k" is not text',
    ],
    [
      'fields: { x: string }, discriminator: k, variants: { a: { fields: { id: string } }, b: { fields: { c: string } } }',
      '"id" is not a field of each variant',
    ],
    [
      'fields: { id: string }, discriminator: k, key_case: snake, variants: { a: { fields: { c: string } } }',
      'names of variants are as the API sends them',
    ],
  ])('%s', async (more, message) => {
    const [first] = (await diagnosticsOf(one(more))).filter(({ severity }) => severity === 'error');
    expect(first?.message).toContain(message);
  });
});
