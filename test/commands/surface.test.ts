import { Project, ts } from 'ts-morph';
import { beforeAll, describe, expect, test } from 'vitest';
import { emitPackage } from '../../generator/emit/index.js';
import { gatherFixtures } from '../../generator/recordings/gather.js';
import { buildModel } from '../../generator/model/build.js';
import { load } from '../../generator/spec/load.js';
import { validate } from '../../generator/spec/validate.js';
import { compareSurfaces } from '../../generator/surface/compare.js';
import { changelogEntry, highest, nextVersion, withEntry } from '../../generator/surface/level.js';
import { webTypes } from '../../generator/output/web-types.js';
import type { VirtualFile } from '../../generator/virtual-file.js';

const base = `name: shop
config:
  region: { type: string, optional: true }
  account: string
client:
  base_url: https://shop.example
  auth: { type: bearer }
resources:
  - name: orders
    endpoint: { path: /orders, paginator: { type: offset, limit: 10 }, params: { region: "{config.region}", account: "{config.account}" } }
    primary_key: id
    fields:
      id: integer
      note: string
      sum: { type: number, nullable: false }
      status: { type: string, nullable: false, enum: [open, paid] }
      kind: { type: string, nullable: false, enum: [gift, plain], open: true }
      buyer: { type: object, nullable: false, fields: { name: { type: string, nullable: false } } }
      lines: { type: array, nullable: false, items: { type: object, nullable: false, fields: { sku: { type: string, nullable: false } } } }
      coupon: { type: string, optional: true, nullable: false }
      code: { type: union, nullable: false, variants: [string, integer] }
  - name: items
    endpoint: { path: /items, paginator: single_page }
    fields: { id: integer }
`;

async function packageOf(spec: string): Promise<readonly VirtualFile[]> {
  const loaded = load('specs/shop.yaml', Buffer.from(spec));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
  const { document, reading } = validate(loaded.source);
  const model = document === undefined ? undefined : buildModel(document, 'specs/shop.yaml', reading);
  const gathered = model === undefined ? undefined : gatherFixtures(model, new Map());
  if (model === undefined || gathered?.ok !== true) throw new Error(JSON.stringify(reading.diagnostics));
  return emitPackage(model, gathered.fixtures);
}

let web: string | undefined;

/** What the compiler says of somebody's code beside a package. */
function compile(files: readonly VirtualFile[], ...consumers: readonly string[]): readonly string[] {
  const project = new Project({
    useInMemoryFileSystem: true,
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      lib: ['lib.es2022.d.ts'],
      strict: true,
      exactOptionalPropertyTypes: true,
      types: [],
      skipLibCheck: true,
    },
  });
  for (const { path, text } of files) if (/^src\/.*\.ts$/.test(path)) project.createSourceFile(`/shop/${path}`, text);
  web ??= webTypes(project.getModuleResolutionHost().readFile('/node_modules/typescript/lib/lib.dom.d.ts') ?? '');
  project.createSourceFile('/web.d.ts', web);
  const imports = "import * as shop from './shop/src/index.js';\nimport type { Order } from './shop/src/index.js';\n";
  return consumers.flatMap((consumer, index) => {
    const source = project.createSourceFile(`/consumer${index}.ts`, `${imports}${consumer}\nexport {};\n`);
    return [...project.getProgram().getSyntacticDiagnostics(source), ...project.getProgram().getSemanticDiagnostics(source)].map((each) =>
      String(each.getMessageText()),
    );
  });
}

/** Edits of the spec: a text and what takes its place. */
type Edit = readonly [find: string, replace: string];

/** A change, where it is told, and code that compiled before: it breaks when, and only when, the change is major. */
const CASES: readonly (readonly [rule: string, edit: Edit, level: 'patch' | 'minor' | 'major', place: string, consumer: string])[] = [
  [
    'a field that comes',
    ['      sum:', '      tax: number\n      sum:'],
    'minor',
    'Order.tax',
    'export const f = (order: Order): number => order.sum;',
  ],
  [
    'a field that goes',
    ['      note: string\n', ''],
    'major',
    'Order.note',
    'export const f = (order: Order): string | null => order.note;',
  ],
  [
    'a field that may now be null',
    ['sum: { type: number, nullable: false }', 'sum: number'],
    'major',
    'Order.sum',
    'export const f = (order: Order): number => order.sum;',
  ],
  [
    'a field that is no longer null',
    ['note: string', 'note: { type: string, nullable: false }'],
    'minor',
    'Order.note',
    'export const f = (order: Order): string | null => (order.note === null ? null : order.note);',
  ],
  [
    'a field that may now be missing',
    ['sum: { type: number, nullable: false }', 'sum: { type: number, nullable: false, optional: true }'],
    'major',
    'Order.sum',
    'export const f = (order: Order): number => order.sum;',
  ],
  [
    'a field that is no longer missing',
    ['optional: true, nullable: false }\n      code', 'nullable: false }\n      code'],
    'minor',
    'Order.coupon',
    "export const f = (order: Order): string => order.coupon ?? '';",
  ],
  [
    'a field of another type',
    ['sum: { type: number,', 'sum: { type: string,'],
    'major',
    'Order.sum',
    'export const f = (order: Order): number => order.sum;',
  ],
  [
    'integers among numbers',
    ['sum: { type: number,', 'sum: { type: integer,'],
    'patch',
    'src/',
    'export const f = (order: Order): number => order.sum;',
  ],
  [
    'a value more in a closed enum',
    ['enum: [open, paid]', 'enum: [open, paid, lost]'],
    'major',
    'Order.status',
    "export const f = (order: Order): 'open' | 'paid' => order.status;",
  ],
  [
    'a value less in a closed enum',
    ['enum: [open, paid]', 'enum: [open]'],
    'major',
    'Order.status',
    "export const f = (order: Order): boolean => order.status === 'paid';",
  ],
  [
    'an enum in place of any text',
    ['note: string', 'note: { type: string, enum: [a, b] }'],
    'major',
    'Order.note',
    "export const f = (order: Order): boolean => order.note === 'c';",
  ],
  [
    'an enum that opens',
    ['enum: [open, paid]', 'enum: [open, paid], open: true'],
    'major',
    'Order.status',
    "export const f = (order: Order): 'open' | 'paid' => order.status;",
  ],
  [
    'a word more in an open enum',
    ['enum: [gift, plain]', 'enum: [gift, plain, bulk]'],
    'minor',
    'Order.kind',
    "export const f = (order: Order): string => (order.kind === 'gift' ? 'x' : order.kind);",
  ],
  [
    'a word less in an open enum',
    ['enum: [gift, plain]', 'enum: [gift]'],
    'minor',
    'Order.kind',
    "export const f = (order: Order): boolean => order.kind === 'plain';",
  ],
  [
    'a type less in a union',
    ['variants: [string, integer]', 'variants: [string, boolean]'],
    'major',
    'Order.code',
    'export const f = (order: Order): string | number => order.code;',
  ],
  [
    'a field less in a nested object',
    ['fields: { name: { type: string, nullable: false } }', 'fields: { age: integer }'],
    'major',
    'OrderBuyer.name',
    'export const f = (order: Order): string => order.buyer.name;',
  ],
  [
    'a nested object that may be null',
    ['buyer: { type: object, nullable: false,', 'buyer: { type: object,'],
    'major',
    'Order.buyer',
    'export const f = (order: Order): string => order.buyer.name;',
  ],
  [
    'a field more in the items of a list',
    ['fields: { sku:', 'fields: { count: integer, sku:'],
    'minor',
    'OrderLine.count',
    'export const f = (order: Order): readonly string[] => order.lines.map((line) => line.sku);',
  ],
  [
    'a null in the items of a list',
    ['fields: { sku: { type: string, nullable: false } }', 'fields: { sku: string }'],
    'major',
    'OrderLine.sku',
    'export const f = (order: Order): readonly string[] => order.lines.map((line) => line.sku);',
  ],
  [
    'a resource that comes',
    ['  - name: items', '  - { name: shops, endpoint: { paginator: single_page } }\n  - name: items'],
    'minor',
    'ShopClient.shops',
    'export const f = (client: shop.ShopClient): shop.ItemsResource => client.items;',
  ],
  [
    'a resource that goes',
    ['  - name: items\n    endpoint: { path: /items, paginator: single_page }\n    fields: { id: integer }\n', ''],
    'major',
    'ShopClient.items',
    'export const f = (client: shop.ShopClient) => client.items.list();',
  ],
  [
    'a record with another name',
    ['    primary_key: id\n', '    primary_key: id\n    record: sale\n'],
    'major',
    'Order',
    'export const f = (order: shop.Order): number => order.sum;',
  ],
  [
    'an option that must be passed',
    ['  account: string', '  account: string\n  shop_id: string'],
    'major',
    'ShopClientOptions.shopId',
    "export const f = () => new shop.ShopClient({ token: 't', account: 'a' });",
  ],
  [
    'an option that may be passed',
    ['  account: string', '  account: string\n  shop_id: { type: string, optional: true }'],
    'minor',
    'ShopClientOptions.shopId',
    "export const f = () => new shop.ShopClient({ token: 't', account: 'a' });",
  ],
  [
    'an option that must now be passed',
    ['region: { type: string, optional: true }', 'region: string'],
    'major',
    'ShopClientOptions.region',
    "export const f = () => new shop.ShopClient({ token: 't', account: 'a' });",
  ],
  [
    'an option that may now be left out',
    ['  account: string', '  account: { type: string, optional: true }'],
    'minor',
    'ShopClientOptions.account',
    "export const f = () => new shop.ShopClient({ token: 't', account: 'a' });",
  ],
  [
    'an option of another type',
    ['  account: string', '  account: integer'],
    'major',
    'ShopClientOptions.account',
    "export const f = () => new shop.ShopClient({ token: 't', account: 'a' });",
  ],
  [
    'an option that goes',
    ['  region: { type: string, optional: true }\n', ''],
    'major',
    'ShopClientOptions.region',
    "export const f = () => new shop.ShopClient({ token: 't', account: 'a', region: 'eu' });",
  ],
  [
    'another credential',
    ['type: bearer', 'type: api_key, name: X-Key'],
    'major',
    'ShopClientOptions.token',
    "export const f = () => new shop.ShopClient({ token: 't', account: 'a' });",
  ],
  [
    'another way of paging, whose states are others',
    ['type: offset, limit: 10', 'type: page_number, limit: 10'],
    'major',
    'OrdersState.next',
    'export const f = (state: shop.OrdersState): number => state.next?.offset ?? 0;',
  ],
  [
    'another number of retries',
    ['  auth:', '  retry: { max_retries: 5 }\n  auth:'],
    'patch',
    'src/',
    "export const f = () => new shop.ShopClient({ token: 't', account: 'a' });",
  ],
];

describe('diff', () => {
  let before: readonly VirtualFile[];
  beforeAll(async () => {
    before = await packageOf(base);
  });

  test.each(CASES)('%s: %j is %s at %s', async (_, [find, replace], level, place, consumer) => {
    let spec = base.replace(find, replace);
    expect(spec).not.toBe(base);
    if (find.includes('region:') && replace === '') spec = spec.replace('region: "{config.region}", ', '');
    if (replace.includes('shop_id')) spec = spec.replace('params: {', 'params: { shop: "{config.shop_id}",');
    const after = await packageOf(spec);
    const changes = await compareSurfaces(before, after);
    expect(changes.filter((change) => change.level === 'major' && level !== 'major')).toEqual([]);
    expect(highest(changes)).toBe(level);
    expect(changes.filter((change) => change.level === level).map((change) => change.place)).toContainEqual(expect.stringContaining(place));
    expect(compile(after, consumer).length > 0).toBe(level === 'major');
  });

  test('judges code that compiled before', () => {
    expect(compile(before, ...CASES.map(([, , , , consumer]) => `{\n${consumer.replace('export ', '')}\n}`))).toEqual([]);
  });

  test('says nothing of what is the same', async () => {
    expect(await compareSurfaces(before, await packageOf(base))).toEqual([]);
  });

  test.each([
    ['1.4.2', 'major', '2.0.0'],
    ['1.4.2', 'minor', '1.5.0'],
    ['1.4.2', 'patch', '1.4.3'],
    ['0.4.2', 'major', '0.5.0'],
    ['0.4.2', 'minor', '0.4.3'],
  ] as const)('makes of %s, for a %s change, %s', (version, level, next) => expect(nextVersion(version, level)).toBe(next));

  test('puts an entry before the others, once', () => {
    const entry = changelogEntry('2.0.0', [{ level: 'major', place: 'Order.sum', what: 'number → string' }]);
    const once = withEntry('# Changelog\n\nAll of it.\n\n## 1.0.0\n\n- First.\n', '2.0.0', entry);
    expect(once).toBe(
      '# Changelog\n\nAll of it.\n\n## 2.0.0\n\n### Breaking changes\n\n- `Order.sum`: number → string\n\n## 1.0.0\n\n- First.\n',
    );
    expect(withEntry(once, '2.0.0', entry)).toBe(once);
    expect(withEntry('', '2.0.0', entry)).toMatch(/^# Changelog\n\n## 2\.0\.0\n/);
  });
});
