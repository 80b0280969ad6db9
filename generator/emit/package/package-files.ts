import { type Code, code, docWords, json, literal } from '../../code.js';
import type { ConnectorModel } from '../../model/connector-model.js';
import { destinationsOf, protocolsOf, schedulersOf } from '../../outputs.js';
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
      : programs(context.model).map(({ path, runs }) => ({ path, text: `${bin(context, runs).text}\n` }))),
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
  const { isolatedDeclarations: _, ...inferring } = TSCONFIG.compilerOptions; // what the hook map returns need not be written
  const own = model.hooks?.resources.some((each) => each.inferred) !== true ? TSCONFIG : { ...TSCONFIG, compilerOptions: inferring };
  return model.outputs.length > 0 ? { ...own, exclude: programFolders(model) } : own;
}

/** Parts of `src` that are compiled by themselves: they need what the library does without. */
function programFolders({ outputs }: ConnectorModel): readonly string[] {
  return ['src/sync', ...schedulersOf(outputs).map(({ name }) => `src/${name}`)];
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
      ...(model.outputs.length > 0 ? { exclude: programFolders(model) } : {}),
    },
  };
}

/** A command: the file that installers link, for most link none that is not there before the package is built, and what that one runs. */
interface Program {
  readonly command: string;
  readonly path: string;
  readonly runs: string;
}

/** The command, a program for each protocol, `tap-…`, `source-…`, and one for each scheduler, `…-worker`. */
function programs({ packageName, name, outputs }: ConnectorModel): readonly Program[] {
  const command = packageName.replace(/^@[^/]*\//, '');
  return [
    { command, path: 'bin.js', runs: './dist/sync/bin.js' },
    ...protocolsOf(outputs).map(({ bin: { word } }) => ({
      command: `${word}-${name.kebab}`,
      path: `${word}.js`,
      runs: `./dist/sync/${word}.js`,
    })),
    ...schedulersOf(outputs).map(({ name: folder, bin: { word } }) => ({
      command: `${command}-${word}`,
      path: `${word}.js`,
      runs: `./dist/${folder}/bin.js`,
    })),
  ];
}

function bin({ header }: EmitContext, runs: string): Code {
  return code`
    #!/usr/bin/env node
    ${header}

    import ${literal(runs)};
  `;
}

/** A fixed set of keys: nothing of a spec can add a script or a dependency. */
function manifest({ model }: EmitContext): object {
  const runs = model.outputs.length > 0;
  const schedulers = schedulersOf(model.outputs);
  const drivers = [...destinationsOf(model.outputs), ...schedulers].flatMap((output) => output.drivers);
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
    ...(runs ? { bin: Object.fromEntries(programs(model).map(({ command, path }) => [command, path])) } : {}),
    exports: {
      '.': { types: './dist/index.d.ts', default: './dist/index.js' },
      ...(runs ? { './sync': { types: './dist/sync/index.d.ts', default: './dist/sync/index.js' } } : {}),
      ...Object.fromEntries(
        schedulers.flatMap(({ name, subpaths }) => [exported(name, 'index'), ...subpaths.map((file) => exported(`${name}/${file}`, file))]),
      ),
      './schemas/*.json': './schemas/*.json',
      './package.json': './package.json',
    },
    imports: transportImports('./dist', 'js'),
    main: './dist/index.js',
    types: './dist/index.d.ts',
    files: [
      ...(runs ? programs(model).map(({ path }) => path) : []),
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
    scripts: {
      build: ['.', ...(runs ? programFolders(model) : [])].map((project) => `tsc -p ${project}`).join(' && '),
      test: 'vitest run --test-timeout=60000',
      prepack: 'npm run build',
    },
    ...(peers.size === 0
      ? {}
      : {
          peerDependencies: Object.fromEntries([...peers].sort()),
          peerDependenciesMeta: Object.fromEntries([...peers.keys()].sort().map((name) => [name, { optional: true }])),
        }),
    devDependencies: {
      ...Object.fromEntries(
        schedulers.flatMap((scheduler) => [...scheduler.drivers, ...scheduler.testDrivers]).map(({ name, range }) => [name, range]),
      ),
      '@types/node': '^20.19.0',
      typescript: '^7.0.2',
      vitest: '^4.1.0',
    },
  };
}

/** A subpath and the files that it stands for: `./temporal/workflow`. */
function exported(subpath: string, file: string): readonly [string, object] {
  const path = `./dist/${subpath.replace(/\/.*/, '')}/${file}`;
  return [`./${subpath}`, { types: `${path}.d.ts`, default: `${path}.js` }];
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
