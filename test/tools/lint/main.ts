import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fresh, installed } from '../bench/scratch.js';
import { ALLOWED, type Tool } from './allowed.js';

// `npm run lint:generated`: what linters that others use say of the committed packages, by their recommended or strict presets.

/** Pinned: a new version finds new things. typescript-eslint reads with a compiler that has an API. */
const TOOLS = [
  'eslint@10.15.0',
  'typescript-eslint@8.74.0',
  'typescript@5.9.3',
  '@biomejs/biome@2.6.8',
  'oxlint@1.94.0',
  '@microsoft/api-extractor@7.60.1',
];

interface Finding {
  readonly tool: Tool;
  readonly rule: string;
  /** `analytics/src/client.ts:12`. */
  readonly at: string;
}

const tools = installed('linters', TOOLS);
const folder = fresh('lint');
const packages = readdirSync('generated').sort();
for (const name of packages) {
  cpSync(join('generated', name), join(folder, name), { recursive: true, filter: (path) => !/[\\/](?:node_modules|dist)$/.test(path) });
}
for (const [link, target] of [
  ['node_modules', resolve('node_modules')],
  ['tools', join(tools, 'node_modules')],
] as const) {
  symlinkSync(target, join(folder, link), 'dir');
}

const findings = [...eslint(), ...biome(), ...oxlint(), ...packages.flatMap(apiExtractor)];
report(findings);

/** typescript-eslint's strict and stylistic presets, with types. */
function eslint(): readonly Finding[] {
  const compilerOptions = {
    ...{ target: 'es2022', lib: ['es2022', 'dom', 'dom.iterable'], module: 'nodenext', types: ['node'], noEmit: true, skipLibCheck: true },
    ...{ strict: true, noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true, noPropertyAccessFromIndexSignature: true },
    ...{ allowImportingTsExtensions: true, verbatimModuleSyntax: true },
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*/src', '*/test'] }));
  const config = join(folder, 'eslint.config.mjs');
  writeFileSync(
    config,
    `import tseslint from ${JSON.stringify(join(tools, 'node_modules/typescript-eslint/dist/index.js'))};
export default tseslint.config(
  { ignores: ['node_modules/**', 'tools/**', '**/*.js', '**/*.mjs'] },
  {
    files: ['*/src/**/*.ts', '*/test/**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { project: ['./tsconfig.json'], tsconfigRootDir: import.meta.dirname } },
  },
);
`,
  );
  const said = run(process.execPath, [join(tools, 'node_modules/eslint/bin/eslint.js'), '-f', 'json', ...packages]);
  const files = JSON.parse(said) as readonly {
    readonly filePath: string;
    readonly messages: readonly { readonly ruleId: string | null; readonly line: number; readonly message: string }[];
  }[];
  return files.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, line, message }) => ({
      tool: 'typescript-eslint' as const,
      rule: ruleId?.replace('@typescript-eslint/', '') ?? message,
      at: `${filePath.slice(folder.length + 1)}:${line}`,
    })),
  );
}

function biome(): readonly Finding[] {
  const said = run(process.execPath, [
    join(tools, 'node_modules/@biomejs/biome/bin/biome'),
    'lint',
    '--max-diagnostics=5000',
    '--reporter=json',
    ...sources(),
  ]);
  const { diagnostics } = JSON.parse(said) as {
    readonly diagnostics: readonly {
      readonly category: string;
      readonly location: { readonly path: string; readonly start?: { readonly line: number } };
    }[];
  };
  return diagnostics.map(({ category, location }) => ({
    tool: 'biome' as const,
    rule: category.replace('lint/', ''),
    at: `${location.path}:${location.start?.line ?? 1}`,
  }));
}

function oxlint(): readonly Finding[] {
  const said = run(process.execPath, [join(tools, 'node_modules/oxlint/bin/oxlint'), '-f', 'json', ...sources()]);
  const { diagnostics } = JSON.parse(said) as {
    readonly diagnostics: readonly {
      readonly code: string;
      readonly filename: string;
      readonly labels?: readonly { readonly span: { readonly line: number } }[];
    }[];
  };
  return diagnostics.map(({ code, filename, labels = [] }) => ({
    tool: 'oxlint' as const,
    rule: code,
    at: `${filename}:${labels[0]?.span.line ?? 1}`,
  }));
}

/** Names that the types of a package's entry point have, and that it does not export. */
function apiExtractor(name: string): readonly Finding[] {
  const projectFolder = join(folder, name);
  execFileSync(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', projectFolder], { stdio: 'inherit' });
  const none = { default: { logLevel: 'none' } };
  const config = {
    projectFolder,
    mainEntryPointFilePath: join(projectFolder, 'dist/index.d.ts'),
    compiler: { tsconfigFilePath: join(projectFolder, 'tsconfig.json') },
    ...{ apiReport: { enabled: false }, docModel: { enabled: false }, dtsRollup: { enabled: false }, tsdocMetadata: { enabled: false } },
    messages: {
      extractorMessageReporting: { ...none, 'ae-forgotten-export': { logLevel: 'warning' } },
      ...{ tsdocMessageReporting: none, compilerMessageReporting: none },
    },
  };
  writeFileSync(join(projectFolder, 'api-extractor.json'), JSON.stringify(config));
  const said = run(
    process.execPath,
    [join(tools, 'node_modules/@microsoft/api-extractor/bin/api-extractor'), 'run', '--local'],
    projectFolder,
  );
  return Array.from(
    said.matchAll(/(src\/\S+?):(\d+):\d+ - \(ae-forgotten-export\) The symbol "(\w+)"/g),
    ([, path = '', line = '', symbol = '']) => ({
      tool: 'api-extractor' as const,
      rule: `ae-forgotten-export ${symbol}`,
      at: `${name}/${path}:${line}`,
    }),
  );
}

function sources(): readonly string[] {
  return packages.flatMap((name) => [`${name}/src`, `${name}/test`]);
}

/** What a linter says: one that finds something ends with 1. */
function run(program: string, args: readonly string[], cwd = folder): string {
  const { stdout, stderr, error } = spawnSync(program, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (error !== undefined) throw error;
  if (stdout === '') throw new Error(`${args[0] ?? program} said nothing:\n${stderr}`);
  return stdout.startsWith('[') || stdout.startsWith('{') ? stdout : stdout + stderr;
}

function report(all: readonly Finding[]): void {
  for (const tool of Object.keys(ALLOWED) as Tool[]) {
    const found = all.filter((each) => each.tool === tool);
    const rules = [...new Set(found.map(({ rule }) => rule))].sort();
    const strange = found.filter(({ rule }) => !(rule in ALLOWED[tool]));
    const needless = Object.keys(ALLOWED[tool]).filter((rule) => !rules.includes(rule));
    console.log(`${tool}: ${found.length} of ${rules.length} rules, ${strange.length} that are not listed`);
    for (const { rule, at } of strange) console.log(`  ${at}: ${rule}`);
    for (const rule of needless) console.log(`  ${rule} is listed and found nowhere`);
    if (strange.length + needless.length > 0) process.exitCode = 1;
  }
}
