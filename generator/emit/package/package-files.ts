import { type Code, code, docWords, json, literal } from '../../code.js';
import type { ConnectorModel } from '../../model/connector-model.js';
import { destinationsOf, protocolsOf } from '../../outputs.js';
import type { VirtualFile } from '../../virtual-file.js';
import type { EmitContext } from '../context.js';
import { renderTemplate } from '../template.js';
import { transportImports } from '../transport/transport.js';

/** `package.json`, `jsr.json`, `tsconfig.json` and `LICENSE`. */
export function emitPackageFiles(context: EmitContext): readonly VirtualFile[] {
  return [
    { path: 'package.json', text: json(manifest(context)).text },
    { path: 'tsconfig.json', text: json(tsconfig(context)).text },
    ...(context.model.publish.includes('jsr') ? [{ path: 'jsr.json', text: json(jsr(context)).text }] : []),
    ...(context.model.outputs.length === 0
      ? []
      : Object.values(bins(context.model)).map((path) => ({ path, text: `${bin(context, path).text}\n` }))),
    ...(context.model.license === 'MIT'
      ? [
          {
            path: 'LICENSE',
            text: renderTemplate('LICENSE.hbs', {
              holder: docWords(context.model.author ?? `the authors of ${context.model.packageName}`),
            }),
          },
        ]
      : []),
  ];
}

function tsconfig({ model }: EmitContext): object {
  const { isolatedDeclarations: _, ...inferring } = TSCONFIG.compilerOptions; // what hooks return need not be written
  const own = model.hooks === null ? TSCONFIG : { ...TSCONFIG, compilerOptions: inferring };
  return model.outputs.length > 0 ? { ...own, exclude: ['src/sync'] } : own;
}

/** What JSR has of a package: the library, whose sources are its exports. Programs need what only npm has. */
function jsr({ model }: EmitContext): object {
  return {
    name: model.packageName,
    version: model.version,
    license: model.license,
    exports: './src/index.ts',
    imports: { '#transport': './src/internal/transport/fetch.ts' },
    publish: {
      include: ['src/**/*.ts', 'README.md', 'LICENSE', 'api.md', 'CHANGELOG.md'],
      ...(model.outputs.length > 0 ? { exclude: ['src/sync'] } : {}),
    },
  };
}

/** What installers link as commands: files that are there before the package is built, for most link no other. */
const BIN = 'bin.js';

/** The command, and a program for each protocol: `tap-…`, `source-…`. */
function bins({ packageName, name, outputs }: ConnectorModel): Readonly<Record<string, string>> {
  return {
    [packageName.replace(/^@[^/]*\//, '')]: BIN,
    ...Object.fromEntries(protocolsOf(outputs).map(({ bin: { word } }) => [`${word}-${name.kebab}`, `${word}.js`])),
  };
}

function bin({ header }: EmitContext, file: string): Code {
  return code`
    #!/usr/bin/env node
    ${header}

    import ${literal(`./dist/sync/${file}`)};
  `;
}

/** A fixed set of keys: nothing of a spec can add a script or a dependency. */
function manifest({ model }: EmitContext): object {
  const runs = model.outputs.length > 0;
  const drivers = destinationsOf(model.outputs).flatMap((destination) => destination.drivers);
  const peers = new Map(drivers.map(({ name, range }) => [name, range]));
  return {
    name: model.packageName,
    version: model.version,
    ...(model.publish.includes('npm') ? {} : { private: true }),
    description: model.description,
    license: model.license,
    ...(model.author === null ? {} : { author: model.author }),
    ...(model.repository === null ? {} : { repository: { type: 'git', url: model.repository } }),
    type: 'module',
    sideEffects: false,
    engines: { node: '>=20.19' },
    ...(runs ? { bin: bins(model) } : {}),
    exports: {
      '.': { types: './dist/index.d.ts', default: './dist/index.js' },
      ...(runs ? { './sync': { types: './dist/sync/index.d.ts', default: './dist/sync/index.js' } } : {}),
      './schemas/*.json': './schemas/*.json',
      './package.json': './package.json',
    },
    imports: transportImports('./dist', 'js'),
    main: './dist/index.js',
    types: './dist/index.d.ts',
    files: [
      ...(runs ? Object.values(bins(model)) : []),
      'dist/**/*.js',
      'dist/**/*.d.ts',
      'dist/**/*.map',
      'schemas/**/*.json',
      'src/**/*.ts',
      'api.md',
      ...protocolsOf(model.outputs).flatMap(({ folders }) => folders.map((folder) => `${folder}/**/*.yml`)),
      'CHANGELOG.md',
    ], // by kind: what strays in stays here
    publishConfig: { access: 'public', provenance: true },
    scripts: { build: runs ? 'tsc -p . && tsc -p src/sync' : 'tsc -p .', test: 'vitest run', prepack: 'npm run build' },
    ...(peers.size === 0
      ? {}
      : {
          peerDependencies: Object.fromEntries([...peers].sort()),
          peerDependenciesMeta: Object.fromEntries([...peers.keys()].sort().map((name) => [name, { optional: true }])),
        }),
    devDependencies: { '@types/node': '^20.19.0', typescript: '^7.0.2', vitest: '^4.1.0' },
  };
}

const TSCONFIG = {
  compilerOptions: {
    target: 'es2022',
    lib: ['es2022', 'dom', 'dom.iterable'],
    module: 'nodenext',
    types: ['node'],
    rootDir: 'src',
    outDir: 'dist',
    declaration: true,
    sourceMap: true,
    declarationMap: true,
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noPropertyAccessFromIndexSignature: true,
    noImplicitOverride: true,
    rewriteRelativeImportExtensions: true,
    verbatimModuleSyntax: true,
    erasableSyntaxOnly: true,
    isolatedDeclarations: true,
    useDefineForClassFields: false,
  },
  include: ['src'],
};
