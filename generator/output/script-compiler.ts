import type { ts } from 'ts-morph';
import { COMPILER_OPTIONS, type Fault, isChecked, type SourceText } from './compiler.js';
import { webTypes } from './web-types.js';

const PACKAGE = '/package/';
const LIBRARY = '/node_modules/typescript/lib/';
const WEB = '/web.d.ts';

/**
 * Compiles in memory, with the compiler that ts-morph brings. The first call loads it and its libraries, a second; these
 * are kept, so that a further package costs some tens of milliseconds.
 */
export async function compileInProcess(files: readonly SourceText[]): Promise<readonly Fault[]> {
  const compiler = await (shared ??= loadCompiler());
  const { ts } = compiler;
  const texts = new Map(files.map(({ path, text }) => [PACKAGE + path, text]));
  const { options } = ts.convertCompilerOptionsFromJson(COMPILER_OPTIONS, '/');
  const program = ts.createProgram({ rootNames: [WEB, ...texts.keys()], options, host: compiler.hostOf(texts) });
  const found: ts.Diagnostic[] = [...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics()];
  for (const file of files) {
    const source = program.getSourceFile(PACKAGE + file.path);
    found.push(...program.getSyntacticDiagnostics(source));
    if (isChecked(file)) found.push(...program.getSemanticDiagnostics(source), ...program.getDeclarationDiagnostics(source));
  }
  return found.map((each) => toFault(each, ts));
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

function toFault({ file, start, messageText, code: number }: ts.Diagnostic, compiler: typeof ts): Fault {
  const message = compiler.flattenDiagnosticMessageText(messageText, ' ').replace(/  +/g, ' ');
  if (file === undefined || start === undefined) return { message, number };
  const { line, character } = file.getLineAndCharacterOfPosition(start);
  return { path: file.fileName.replace(PACKAGE, ''), line: line + 1, column: character + 1, number, message };
}
