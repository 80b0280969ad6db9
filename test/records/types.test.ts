import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { build, emit } from '../support/records.js';
import { code } from '../../generator/code.js';
import { recordExports } from '../../generator/types/public-names.js';
import { put, sandbox } from '../support/sandbox.js';

const SPEC = `
resources:
  orders:
    keys: [id]
    fields:
      id: integer
      note: string
      code: { type: string, nullable: false }
      hint: { type: string, optional: true }
      tag: { type: string, optional: true, nullable: false }
      state: { enum: [open, closed], nullable: false }
      plan: { enum: [free, pro], open: true, nullable: false }
      level: { enum: [1, 2], open: true }
      kind: { const: order, nullable: false }
      user: { nullable: false, fields: { login: { type: string, nullable: false }, "+1": integer } }
      lines: { type: array, nullable: false, items: { fields: { sku: { type: string, nullable: false }, amount: decimal } } }
      grid: { type: array, nullable: false, items: { type: array, items: { type: number, nullable: true } } }
      labels: { type: map, nullable: false, values: string }
      either: { type: union, nullable: false, variants: [string, { type: array, items: boolean }] }
      pay:
        type: union
        nullable: false
        discriminator: kind
        variants: { card: { fields: { last4: string } }, bank: { fields: { iban: { type: string, nullable: false } } } }
      big: { type: bigint, nullable: false }
      any: json
      free: { type: object, nullable: false }
      list: { type: array, nullable: false }
      at: { type: datetime, format: epoch_s, nullable: false }
      on: { type: datetime, format: "%Y-%m-%d %I:%M %p %z" }
      seen: datetime
      ip: { type: string, format: ip }
      __proto__: string
      constructor: string
      default: string
      parent: { record: node }
      many: { enum: [a, b, c, d, e, f, g, h, i, j] }
  things: {}
  rows: { schema_contract: discard_row, fields: { a: integer } }
  values: { schema_contract: discard_value, fields: { a: { fields: { b: bigint, c: { type: array, items: { type: decimal, nullable: true } } } }, o: { type: string, optional: true, nullable: false } } }
  mixed: { schema_contract: { columns: freeze, data_type: discard_row }, fields: { a: integer, n: { fields: { x: string } } } }
records:
  node: { fields: { next: { record: node }, all: { type: array, items: { record: node } } } }
`;

const TYPES = `
import type { Order, OrderLine, OrderPayBank, OrderPayCard } from './src/records/order.js';
import { extraOrderFields, orderSchema } from './src/records/order.js';
import type { Node } from './src/records/node.js';
import type { Thing } from './src/records/thing.js';
import type { StandardSchemaV1 } from '@standard-schema/spec';

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
declare function same<A, B>(equal: Equal<A, B>): void;

// nullability, and what may be missing
same<Order['id'], number>(true);
same<Order['note'], string | null>(true);
same<Order['code'], string>(true);
same<Pick<Order, 'hint'>, { readonly hint?: string | null }>(true);
same<Pick<Order, 'tag'>, { readonly tag?: string }>(true);

// enums
same<Order['state'], 'open' | 'closed'>(true);
same<Order['kind'], 'order'>(true);
same<Order['plan'], 'free' | 'pro' | (string & {})>(true);
same<Order['level'], 1 | 2 | (number & {}) | null>(true);
const plan: Order['plan'] = 'team';
// @ts-expect-error closed
const state: Order['state'] = 'paused';

// structure
same<Order['user']['+1'], number | null>(true);
same<Order['lines'], readonly OrderLine[]>(true);
same<OrderLine['amount'], string | null>(true);
same<Order['grid'], readonly (readonly (number | null)[])[]>(true);
same<Order['labels'], { readonly [key: string]: string }>(true);
same<Order['either'], string | readonly boolean[]>(true);
same<Order['big'], bigint>(true);
same<Order['any'], unknown>(true);
same<Order['free'], { readonly [key: string]: unknown }>(true);
same<Order['list'], readonly unknown[]>(true);
same<Order['at'], number>(true);
same<Order['__proto__'], string | null>(true);
same<Node['next'], Node | null>(true);
same<Thing['whatever'], unknown>(true);

// unions narrow by their discriminator
same<Order['pay'], OrderPayCard | OrderPayBank>(true);
export function account(pay: Order['pay']): string | null {
  return pay.kind === 'bank' ? pay.iban : pay.last4;
}

export function change(order: Order): unknown {
  // @ts-expect-error readonly
  order.id = 5;
  // @ts-expect-error readonly
  order.lines.push(order.lines[0]);
  // @ts-expect-error undeclared
  order.undeclared;
  return [extraOrderFields(order)['undeclared'], plan, state];
}

// the Standard Schema interface of the specification
const standard: StandardSchemaV1<unknown, Order> = orderSchema;
same<StandardSchemaV1.InferOutput<typeof orderSchema>, Order>(true);
export default standard;
`;

const OPTIONS = {
  target: 'es2022',
  lib: ['es2022'],
  types: [],
  module: 'nodenext',
  noEmit: true,
  allowImportingTsExtensions: true,
  declaration: true,
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
  isolatedDeclarations: true,
};

/** What the compiler says of the package, with `change` made to its records. */
async function compile(compiler: string, change: (text: string) => string): Promise<string> {
  const folder = sandbox();
  const { model } = build(SPEC);
  const files = await emit(SPEC);
  put(folder, Object.fromEntries(files.map((file) => [file.path, file.path.startsWith('src/records/') ? change(file.text) : file.text])));
  put(folder, {
    'package.json': '{ "type": "module" }',
    'src/index.ts': `${code`${model === undefined ? [] : recordExports(model)}`.text}\n`,
    'types.ts': TYPES.replace("'@standard-schema/spec'", `'${join(process.cwd(), 'node_modules/@standard-schema/spec/dist/index.js')}'`),
    'tsconfig.json': JSON.stringify({ compilerOptions: { ...OPTIONS, skipLibCheck: true }, include: ['src', 'test', 'types.ts'] }),
    'node_modules/vitest/package.json': '{ "name": "vitest", "type": "module", "types": "./index.d.ts" }',
    'node_modules/vitest/index.d.ts': `export * from '${join(process.cwd(), 'node_modules/expect-type/dist/index.js')}';
export declare function test(name: string, body: () => void): void;
export declare function expect(value: unknown): { toEqual(expected: unknown): void };
`,
  });
  const tsc = join(process.cwd(), 'node_modules', compiler, 'bin', 'tsc');
  return promisify(execFile)(process.execPath, [tsc, '-p', folder]).then(
    ({ stdout }) => stdout,
    (error: { stdout: string }) => error.stdout,
  );
}

test.each(['typescript-5.9', 'typescript-6.0', 'typescript'])('types say what arrives, under %s', { timeout: 60_000 }, async (compiler) => {
  expect(await compile(compiler, (text) => text)).toBe('');
});

test.each([
  ['null is lost', 'readonly note: string | null;', 'readonly note: string;'],
  ['a field can be missing', 'readonly hint?: string | null;', 'readonly hint: string | null;'],
  ['an enum is closed', "readonly plan: 'free' | 'pro' | (string & {});", "readonly plan: 'free' | 'pro';"],
  ['a field can be written', 'readonly code: string;', 'code: string;'],
  ['an array can be written', 'readonly list: readonly unknown[];', 'readonly list: unknown[];'],
])('the emitted type tests notice that %s', async (_, from, to) => {
  const output = await compile('typescript', (text) => text.replace(from, to));
  expect(output).toMatch(/test.types\.test\.ts.*error TS/);
});
