import type { Project, ts as typescript } from 'ts-morph';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { internal } from '../diagnostics/messages/internal.js';
import type { VirtualFile } from '../virtual-file.js';

/** More than this many errors say nothing that the first ones do not. */
const MOST = 20;

/**
 * Compiles the sources of a package in memory, as strictly as its own `tsconfig.json` does, and checks that its tests and
 * JSON files parse. Every fault is ours: an `internal/emitted-code` error.
 *
 * The first call loads a compiler and its libraries, about a second; these are kept, so that a further package costs some
 * tens of milliseconds.
 */
export async function verifyFiles(files: readonly VirtualFile[]): Promise<readonly Diagnostic[]> {
  const found = [...brokenJson(files), ...(await compile(files))];
  return found.slice(0, MOST);
}

async function compile(files: readonly VirtualFile[]): Promise<readonly Diagnostic[]> {
  const { ts } = await import('ts-morph');
  const project = await (shared ??= createProject());
  const sources = files
    .filter(({ path }) => path.endsWith('.ts'))
    .map(({ path, text }) => project.createSourceFile(`/package/${path}`, text, { overwrite: true }));
  try {
    const program = project.getProgram().compilerObject;
    const found = [...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics()];
    for (const source of sources) {
      const node = source.compilerNode;
      found.push(...program.getSyntacticDiagnostics(node));
      // Tests import vitest and node: to compile them takes an installed package, to parse them does not.
      if (!node.fileName.startsWith('/package/src/')) continue;
      found.push(...program.getSemanticDiagnostics(node), ...program.getDeclarationDiagnostics(node));
    }
    return found.map((each) => toDiagnostic(each, ts));
  } finally {
    for (const source of sources) project.removeSourceFile(source);
  }
}

let shared: Promise<Project> | undefined;

async function createProject(): Promise<Project> {
  const { Project, ts } = await import('ts-morph');
  return new Project({
    useInMemoryFileSystem: true,
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
      types: [],
      strict: true,
      noUncheckedIndexedAccess: true,
      exactOptionalPropertyTypes: true,
      verbatimModuleSyntax: true,
      erasableSyntaxOnly: true,
      isolatedDeclarations: true,
      declaration: true,
      noUnusedLocals: true,
      noImplicitReturns: true,
      noFallthroughCasesInSwitch: true,
      skipLibCheck: true,
      noEmit: true,
      noResolve: false,
    },
  });
}

function toDiagnostic(found: typescript.Diagnostic, ts: typeof typescript): Diagnostic {
  const message = ts.flattenDiagnosticMessageText(found.messageText, ' ');
  if (found.file === undefined || found.start === undefined) return internal.emittedCode('package', undefined, message);
  const { line } = found.file.getLineAndCharacterOfPosition(found.start);
  return internal.emittedCode(found.file.fileName.replace('/package/', ''), line + 1, message);
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
