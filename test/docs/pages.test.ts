import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { tapwright } from '../support/command-line.js';
import { filesBelow, repository } from '../support/generator-sources.js';
import { sandbox } from '../support/sandbox.js';
import { diagnosticsOf } from '../support/spec-diagnostics.js';
import { blocksOf } from './markdown.js';

/** What the pages type is typed, the files that they write are written, and what they link to is there. */

const pages = filesBelow(join(repository, 'docs'), '.md').filter((path) => !path.includes('/dist/'));
const textOf = (page: string): string => readFileSync(join(repository, 'docs', page), 'utf8');
const followed = pages.filter(
  (page) => /^(?:how-to|reference)\//.test(page) && blocksOf(textOf(page)).some(({ language }) => language === 'sh'),
);

test('every page is linked from the page of contents', () => {
  const linked = Array.from(textOf('README.md').matchAll(/\]\(([^)#]+\.md)/g), ([, path = '']) => path);
  expect(pages.filter((page) => page !== 'README.md' && !linked.includes(page))).toEqual([]);
});

test.each(pages)('the links of %s lead somewhere', (page) => {
  const links = Array.from(textOf(page).matchAll(/\]\((?!https?:)([^)]*)\)/g), ([, link = '']) => link);
  const broken = links.filter((link) => {
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? join(repository, 'docs', page) : join(repository, 'docs', dirname(page), path);
    if (!existsSync(target)) return true;
    return anchor !== undefined && target.endsWith('.md') && !anchorsOf(readFileSync(target, 'utf8')).includes(anchor);
  });
  expect(broken).toEqual([]);
});

test.each(pages)('the commands in the text of %s have these options', async (page) => {
  const lines = Array.from(textOf(page).matchAll(/npx tapwright ([a-z]+)([^`\n|]*)/g), ([, name = '', rest = '']) => [name, rest] as const);
  for (const [name, rest] of lines) {
    if (name === 'command') continue;
    const { stdout, exitCode } = await tapwright(sandbox(), [name, '--help']);
    expect(exitCode).toBe(0);
    for (const [flag] of rest.matchAll(/(?<=\s)--[a-z-]+/g)) expect(stdout).toContain(flag);
  }
});

test('the program of README compiles against the package', async () => {
  const folder = sandbox();
  const [{ text } = { text: '' }] = blocksOf(readFileSync(join(repository, 'README.md'), 'utf8')).filter(
    ({ language }) => language === 'ts',
  );
  const beside = [
    "import type { Event, EventsState } from '@acme/analytics-connector';",
    'declare let state: EventsState | undefined;',
    'declare function store(events: readonly Event[]): Promise<void>;',
  ];
  writeFileSync(join(folder, 'main.ts'), [...beside, text].join('\n'));
  await compile(['main.ts'], folder, { '@acme/analytics-connector': [join(repository, 'generated/analytics/src/index.ts')] });
});

/** Blocks that no page of commands has: what holds each of them. */
const HELD: Readonly<Record<string, string>> = {
  'README.md': 'test/docs/readme.test.ts: the specs of README make packages',
  'docs/destinations.md': 'test/sync/s3.test.ts: names of its objects',
  'docs/records.md': 'below, as the part of a resource in how-to/exports.md',
  'docs/tutorial.md': 'test/tools/tutorial/tutorial.test.ts',
  'docs/how-to/hooks.md': 'test/reading/hooks/how-to.test.ts',
  'docs/reference/commands.md': 'test/docs/reference.test.ts',
};

test('every block of every page is typed, written or held by another test', () => {
  const free = pages.filter((page) => blocksOf(textOf(page)).length > 0 && !followed.includes(page)).map((page) => `docs/${page}`);
  expect([...free, 'README.md'].sort()).toEqual(Object.keys(HELD).sort());
  // of pages that are followed: what is said to commands, and programs for the libraries of others, which `npm run test:temporal` has
  const others = followed.flatMap((page) =>
    blocksOf(textOf(page))
      .filter(({ language, info }) => language !== 'sh' && info === '')
      .map(({ language }) => `${page} ${language}`),
  );
  expect(others).toEqual(
    [
      'how-to/exports.md yaml',
      'reference/expressions.md text',
      ...['yaml', 'text', 'js', 'js'].map((each) => `how-to/many-machines.md ${each}`),
    ].sort(byPage),
  );
});

const byPage = (a: string, b: string): number => pages.indexOf(a.split(' ')[0] ?? '') - pages.indexOf(b.split(' ')[0] ?? '');

/** Parts of a resource that pages show without the spec around them. */
const parts = ['records.md', 'how-to/exports.md'].flatMap((page) =>
  blocksOf(textOf(page))
    .filter(({ language, info }) => language === 'yaml' && info === '')
    .map(({ line, text }) => [`${page}:${line}`, text] as const),
);

test.each(parts)('the part of a resource at %s is right', async (_, text) => {
  const { endpoint, ...own } = parse(text) as Readonly<Record<string, unknown>>;
  const spec = {
    name: 'parts',
    ...(text.includes('config.shop') && { config: { shop: { type: 'string' } } }),
    client: { base_url: 'https://api.example.com' },
    records: { bank_transfer: { fields: { iban: 'string' } } },
    resources: [
      {
        name: 'things',
        fields: { id: 'integer' },
        ...own,
        endpoint: { data_selector: 'data', paginator: 'single_page', ...Object(endpoint) },
      },
    ],
  };
  expect((await diagnosticsOf(JSON.stringify(spec))).map(({ message }) => message)).toEqual([]);
});

describe.each(followed)('%s', (page) => {
  test('works as it says', async () => {
    const folder = sandbox();
    const sources: string[] = [];
    for (const { language, info, text } of blocksOf(textOf(page))) {
      if (language === 'sh') {
        for (const line of text.trim().split('\n')) await typed(line, folder);
      } else if (info !== '') {
        mkdirSync(dirname(join(folder, info)), { recursive: true });
        writeFileSync(join(folder, info), text);
        if (language === 'ts') sources.push(info);
      }
    }
    if (sources.length === 0) return;
    const packages = readdirSync(join(folder, 'generated'));
    const paths = Object.fromEntries(packages.map((name) => [`${name}-connector`, [`./generated/${name}/src/index.ts`]]));
    await compile(sources, folder, paths);
  });
});

/** Runs the built command line, as `npx` would. A warning is as bad as an error: pages show what is right. */
async function typed(line: string, cwd: string): Promise<void> {
  const [program, name, ...argv] = line.split(' ');
  expect([program, name]).toEqual(['npx', 'tapwright']);
  const { stderr } = await promisify(execFile)(process.execPath, [join(repository, 'dist/bin.js'), ...argv], { cwd });
  expect(stderr).not.toMatch(/warning\[/);
}

/** Compiles programs of a page; `paths`: the sources of the packages that they import. */
async function compile(files: readonly string[], folder: string, paths: Readonly<Record<string, readonly string[]>>): Promise<void> {
  const compilerOptions = {
    target: 'es2023',
    module: 'nodenext',
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    types: ['node'],
    typeRoots: [join(repository, 'node_modules/@types')],
    paths,
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  try {
    await promisify(execFile)(process.execPath, [join(repository, 'node_modules/typescript/bin/tsc'), '-p', folder]);
  } catch (error) {
    throw new Error((error as { readonly stdout?: string }).stdout ?? String(error));
  }
}

function anchorsOf(page: string): readonly string[] {
  const titles = Array.from(page.matchAll(/^#+ (.*)$/gm), ([, title = '']) => title);
  return titles.map((title) =>
    title
      .toLowerCase()
      .replaceAll(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  );
}
