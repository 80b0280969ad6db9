import type { ts } from 'ts-morph';
import { webTypes } from '../output/web-types.js';
import type { VirtualFile } from '../virtual-file.js';

/** What a package exports, by name, aliases resolved. */
export interface Package {
  readonly exports: ReadonlyMap<string, ts.Symbol>;
  /** Those exported as types only: nobody else can construct such a class. */
  readonly types: ReadonlySet<string>;
}

/** Both states of a package in one program, so that the compiler can hold their types against each other. */
export async function openPackages(
  before: readonly VirtualFile[],
  after: readonly VirtualFile[],
): Promise<{ readonly ts: typeof ts; readonly checker: ts.TypeChecker; readonly before: Package; readonly after: Package }> {
  const { Project, ts: compiler } = await import('ts-morph');
  const project = new Project({
    useInMemoryFileSystem: true,
    compilerOptions: {
      target: compiler.ScriptTarget.ES2022,
      module: compiler.ModuleKind.ESNext,
      moduleResolution: compiler.ModuleResolutionKind.Bundler,
      lib: ['lib.es2022.d.ts'],
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: true,
    },
  });
  const library = project.getModuleResolutionHost().readFile('/node_modules/typescript/lib/lib.dom.d.ts') ?? '';
  project.createSourceFile('/web.d.ts', webTypes(library));
  for (const [root, files] of [
    ['/before', before],
    ['/after', after],
  ] as const)
    for (const { path, text } of files) if (/^src\/.*\.ts$/.test(path)) project.createSourceFile(`${root}/${path}`, text);
  const checker = project.getTypeChecker().compilerObject;
  const open = (root: string): Package => {
    const source = project.getSourceFile(`${root}/src/index.ts`)?.compilerNode;
    const module = source === undefined ? undefined : checker.getSymbolAtLocation(source);
    const symbols = module === undefined ? [] : checker.getExportsOfModule(module);
    const resolved = symbols.map(
      (each) => [each.name, (each.flags & compiler.SymbolFlags.Alias) === 0 ? each : checker.getAliasedSymbol(each)] as const,
    );
    const types = symbols.filter(
      (each) =>
        each.declarations?.some(
          (declaration) => compiler.isExportSpecifier(declaration) && (declaration.isTypeOnly || declaration.parent.parent.isTypeOnly),
        ) ?? false,
    );
    return { exports: new Map(resolved), types: new Set(types.map(({ name }) => name)) };
  };
  return { ts: compiler, checker, before: open('/before'), after: open('/after') };
}
