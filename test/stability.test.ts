import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesFrom, specText } from './support/generate.js';
import { repository } from './support/generator-sources.js';
import { contentOf, sandbox } from './support/sandbox.js';

const ANALYTICS = 'specs/analytics.yaml';

/** A spec of one resource, and the same with small edits. */
const SHOP = `name: shop
client:
  base_url: https://api.example.com
resource_defaults:
  primary_key: id
  endpoint: { data_selector: data, paginator: { type: offset, limit: 100 } }
resources:
  - name: orders
    description: What somebody bought.
    fields:
      id: string
      total: number
  - name: customers
    description: Who buys.
    fields:
      id: string
      name: string
`;

describe('the same spec makes the same bytes', () => {
  /** Runs the built program on copies of the committed specs, and returns what it wrote. */
  function generateElsewhere(
    environment: Readonly<Record<string, string>>,
    edit: (folder: string) => void = () => undefined,
  ): Record<string, string> {
    const folder = sandbox();
    for (const name of ['analytics.yaml', 'analytics', 'github-issues.yaml', 'github-issues']) {
      cpSync(join(repository, 'specs', name), join(folder, 'specs', name), { recursive: true });
    }
    edit(folder);
    execFileSync(process.execPath, [join(repository, 'dist/bin.js'), 'generate'], { cwd: folder, env: { ...process.env, ...environment } });
    return contentOf(join(folder, 'generated'));
  }

  /** What is committed, without what installing and building add. */
  function committed(): Record<string, string> {
    const names = ['analytics', 'github-issues'];
    const files = names.flatMap((name) =>
      Object.entries(contentOf(join(repository, 'generated', name))).map(([path, text]) => [`${name}/${path}`, text]),
    );
    return Object.fromEntries(files.filter(([path]) => !/\/(node_modules|dist)\//.test(path ?? '')));
  }

  test('twice, in another folder, as committed', () => {
    expect(generateElsewhere({})).toEqual(committed());
  });

  test('in another time zone and language', () => {
    expect(generateElsewhere({ TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', FORCE_COLOR: '1' })).toEqual(
      committed(),
    );
  });

  test('from a checkout with CRLF', () => {
    const toCrlf = (folder: string): void => {
      for (const path of ['specs/analytics.yaml', 'specs/github-issues.yaml', 'specs/github-issues/issues.json']) {
        writeFileSync(join(folder, path), readFileSync(join(folder, path), 'utf8').replaceAll('\n', '\r\n'));
      }
    };
    expect(generateElsewhere({}, toCrlf)).toEqual(committed());
  });
});

describe('an edit of a spec changes what it is about', () => {
  /** What differs between two packages, and by how many lines in each file. */
  async function changes(
    before: string,
    after: string,
  ): Promise<{ added: string[]; removed: string[]; changed: string[]; lines: (path: string) => string[] }> {
    const [old, now] = [await filesFrom('specs/shop.yaml', before), await filesFrom('specs/shop.yaml', after)];
    const paths = (files: object): string[] => Object.keys(files).sort();
    return {
      added: paths(now).filter((path) => old[path] === undefined),
      removed: paths(old).filter((path) => now[path] === undefined),
      changed: paths(now).filter((path) => old[path] !== undefined && old[path] !== now[path]),
      lines: (path) => {
        const had = (old[path] ?? '').split('\n');
        return (now[path] ?? '').split('\n').filter((line) => !had.includes(line));
      },
    };
  }

  test('a field: its record, and what shows or plays that record', async () => {
    const { added, removed, changed } = await changes(
      SHOP,
      SHOP.replace('      total: number\n', '      total: number\n      note: string\n'),
    );
    expect({ added, removed, changed }).toEqual({
      added: [],
      removed: [],
      changed: [
        'README.md',
        'connector.lock.json',
        'fixtures/orders.json',
        'schemas/orders.json',
        'src/json-schemas/order.ts',
        'src/records/order.ts',
        'test/orders.test.ts',
        'test/types.test.ts',
      ],
    });
  });

  test('the description of a field: where people read it', async () => {
    const after = SHOP.replace('total: number', 'total: { type: number, description: What was paid. }');
    const { changed, lines } = await changes(SHOP, after);
    expect(changed).toEqual([
      'README.md',
      'connector.lock.json',
      'schemas/orders.json',
      'src/json-schemas/order.ts',
      'src/records/order.ts',
    ]);
    expect(lines('src/records/order.ts')).toEqual(['  /** What was paid. */']);
  });

  test('a comment: the lock', async () => {
    expect((await changes(SHOP, `${SHOP}# no more\n`)).changed).toEqual(['connector.lock.json']);
  });

  test('a resource: its own files, and where all resources are listed', async () => {
    const { added, removed, changed, lines } = await changes(
      SHOP,
      `${SHOP}  - name: invoices\n    description: What is owed.\n    fields: { id: string, due: string }\n`,
    );
    expect(added).toEqual([
      'fixtures/invoices.json',
      'schemas/invoices.json',
      'src/json-schemas/invoice.ts',
      'src/records/invoice.ts',
      'src/resources/invoices.ts',
      'test/invoices.test.ts',
    ]);
    expect(removed).toEqual([]);
    expect(changed).toEqual(['README.md', 'api.md', 'connector.lock.json', 'src/client.ts', 'src/index.ts', 'test/types.test.ts']);
    expect(lines('src/client.ts')).toEqual([
      "import { InvoicesResource } from './resources/invoices.ts';",
      '  /** What is owed. */',
      '  readonly invoices: InvoicesResource;',
      expect.stringMatching(/^ {4}this\.invoices = /),
    ]);
  });

  test('the page size of one resource: that resource, and what plays it', async () => {
    const after = SHOP.replace(
      '    description: What somebody bought.\n',
      '    description: What somebody bought.\n    endpoint: { paginator: { type: offset, limit: 50 } }\n',
    );
    const { changed } = await changes(SHOP, after);
    expect(changed).toEqual(['README.md', 'connector.lock.json', 'fixtures/orders.json', 'src/resources/orders.ts', 'test/orders.test.ts']);
  });

  test('a whole spec renamed: no file that only another connector has', async () => {
    const files = await filesFrom(ANALYTICS, specText(ANALYTICS).replace('name: analytics\n', 'name: insight\n'));
    expect(Object.entries(files).filter(([path, text]) => path.startsWith('src/') && /Analytics(Client|Error)/.test(text))).toEqual([]);
  });
});

test('generate --check shows a hand edit as a diff, says how to mend it, and changes nothing', () => {
  const folder = sandbox();
  cpSync(join(repository, ANALYTICS), join(folder, ANALYTICS));
  const run = (...argv: string[]) =>
    spawnSync(process.execPath, [join(repository, 'dist/bin.js'), 'generate', ...argv], { cwd: folder, encoding: 'utf8' });
  expect(run(ANALYTICS).status).toBe(0);
  expect(run('--check')).toMatchObject({ status: 0 });

  appendFileSync(join(folder, 'generated/analytics/src/client.ts'), '// mine\n');
  const before = contentOf(folder);
  const { status, stdout, stderr } = run(ANALYTICS, '--check');
  expect(status).toBe(1);
  expect(stdout).toMatch(/^--- a\/generated\/analytics\/src\/client\.ts\n\+\+\+ b\/generated\/analytics\/src\/client\.ts\n@@ /);
  expect(stdout).toContain('\n-// mine\n');
  expect(stderr).toContain('run: npx tapwright generate specs/analytics.yaml');
  expect(contentOf(folder)).toEqual(before);
});
