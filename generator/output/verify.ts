import type { ts } from 'ts-morph';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { internal } from '../diagnostics/messages/internal.js';
import type { VirtualFile } from '../virtual-file.js';
import { webTypes } from './web-types.js';

/** More than this many errors say nothing that the first ones do not. */
const MOST = 20;

const PACKAGE = '/package/';
const LIBRARY = '/node_modules/typescript/lib/';
const WEB = '/web.d.ts';

/**
 * Compiles the sources of a package in memory, as strictly as its own `tsconfig.json` does, and checks that its tests and
 * JSON files parse. Every fault is ours: an `internal/emitted-code` error.
 *
 * The first call loads a compiler and its libraries, half a second; these are kept, so that a further package costs some
 * tens of milliseconds.
 */
export async function verifyFiles(files: readonly VirtualFile[]): Promise<readonly Diagnostic[]> {
  return [...brokenJson(files), ...(await brokenCode(files))].slice(0, MOST);
}

async function brokenCode(files: readonly VirtualFile[]): Promise<readonly Diagnostic[]> {
  const compiler = await (shared ??= loadCompiler());
  const { ts } = compiler;
  const texts = new Map(files.filter(({ path }) => path.endsWith('.ts')).map(({ path, text }) => [PACKAGE + path, text]));
  const program = ts.createProgram({ rootNames: [WEB, ...texts.keys()], options: optionsOf(ts), host: compiler.hostOf(texts) });
  const found: ts.Diagnostic[] = [...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics()];
  for (const path of texts.keys()) {
    const source = program.getSourceFile(path);
    found.push(...program.getSyntacticDiagnostics(source));
    // Tests import vitest and node: to compile them takes an installed package, to parse them does not.
    if (path.startsWith(`${PACKAGE}src/`))
      found.push(...program.getSemanticDiagnostics(source), ...program.getDeclarationDiagnostics(source));
  }
  return found.map((each) => toDiagnostic(each, ts));
}

/** What all packages of a run share: the compiler, and the syntax trees of its libraries. */
interface Compiler {
  readonly ts: typeof ts;
  hostOf(texts: ReadonlyMap<string, string>): ts.CompilerHost;
}

let shared: Promise<Compiler> | undefined;

async function loadCompiler(): Promise<Compiler> {
  const { Project, ts } = await import('ts-morph');
  const library = new Project({ useInMemoryFileSystem: true }).getModuleResolutionHost();
  const readLibrary = (path: string): string | undefined =>
    path === WEB
      ? webTypes(library.readFile(`${LIBRARY}lib.dom.d.ts`) ?? '')
      : path.startsWith(LIBRARY)
        ? library.readFile(path)
        : undefined;
  const trees = new Map<string, ts.SourceFile>();
  const treeOf = (path: string, version: ts.ScriptTarget | ts.CreateSourceFileOptions): ts.SourceFile | undefined => {
    const known = trees.get(path);
    const text = known === undefined ? readLibrary(path) : undefined;
    if (text === undefined) return known;
    const tree = ts.createSourceFile(path, text, version);
    trees.set(path, tree);
    return tree;
  };
  return {
    ts,
    hostOf: (texts) => ({
      getSourceFile: (path, version) => {
        const text = texts.get(path);
        return text === undefined ? treeOf(path, version) : ts.createSourceFile(path, text, version);
      },
      fileExists: (path) => texts.has(path),
      readFile: (path) => texts.get(path),
      writeFile: () => undefined,
      getDefaultLibFileName: () => `${LIBRARY}lib.es2022.d.ts`,
      getDefaultLibLocation: () => LIBRARY,
      getCurrentDirectory: () => '/',
      getCanonicalFileName: (path) => path,
      useCaseSensitiveFileNames: () => true,
      getNewLine: () => '\n',
    }),
  };
}

function optionsOf({ ModuleKind, ModuleResolutionKind, ScriptTarget }: typeof ts): ts.CompilerOptions {
  return {
    target: ScriptTarget.ES2022,
    module: ModuleKind.ESNext,
    moduleResolution: ModuleResolutionKind.Bundler,
    lib: ['lib.es2022.d.ts'], // and WEB
    types: [],
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    verbatimModuleSyntax: true,
    erasableSyntaxOnly: true,
    isolatedDeclarations: true,
    declaration: true,
    noImplicitOverride: true,
    noImplicitReturns: true,
    noFallthroughCasesInSwitch: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    skipLibCheck: true,
    noEmit: true,
  };
}

function toDiagnostic({ file, start, messageText }: ts.Diagnostic, compiler: typeof ts): Diagnostic {
  const message = compiler.flattenDiagnosticMessageText(messageText, ' ');
  if (file === undefined || start === undefined) return internal.emittedCode('the code', undefined, message);
  return internal.emittedCode(file.fileName.replace(PACKAGE, ''), file.getLineAndCharacterOfPosition(start).line + 1, message);
}

function brokenJson(files: readonly VirtualFile[]): Diagnostic[] {
  return files
    .filter(({ path }) => path.endsWith('.json'))
    .flatMap(({ path, text }) => {
      try {
        JSON.parse(text);
        return [];
      } catch (error) {
        return [internal.emittedCode(path, undefined, String(error))];
      }
    });
}
