import type { ts } from 'ts-morph';
import type { Diagnostic, Span } from '../diagnostics/diagnostic.js';
import { hooks as messages } from '../diagnostics/messages/hooks.js';
import type { Edit } from './source.js';

/**
 * What a hooks file imports, as its copy does: `../generated/analytics/src/records/event.ts` is `./records/event.ts` there;
 * so is `event.js`, as older hooks files have it.
 * Whatever is no part of the package is refused, since the package has to stand alone, in a browser too.
 */
export function rewriteImports(
  file: ts.SourceFile,
  name: string,
  compiler: typeof ts,
): { readonly edits: readonly Edit[]; readonly diagnostics: readonly Diagnostic[] } {
  const edits: Edit[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const literal of specifiersIn(file, compiler)) {
    const span = { start: literal.getStart(file) + 1, end: literal.end - 1 };
    const inside = insideOf(literal.text, name);
    if (inside === undefined) diagnostics.push(messages.foreignImport(span, literal.text, name));
    else edits.push({ ...span, text: inside });
  }
  const references = [...file.referencedFiles, ...file.typeReferenceDirectives, ...file.libReferenceDirectives];
  diagnostics.push(...references.map(({ pos, end, fileName }) => messages.foreignImport({ start: pos, end }, fileName, name)));
  return { edits: edits.sort((a, b) => a.start - b.start), diagnostics };
}

/** The specifier from `src/` of the package; undefined for what is not in it. */
function insideOf(specifier: string, name: string): string | undefined {
  const at = specifier.lastIndexOf(`/${name}/src/`);
  if (!/^\.\.?\//.test(specifier) || at === -1) return undefined;
  const path = specifier.slice(at + `/${name}/src/`.length).replace(/(?:\.[jt]s)?$/, '.ts');
  return /^sync\//.test(path) || path.split('/').some((step) => ['', '.', '..'].includes(step)) ? undefined : `./${path}`;
}

/** Every text that names a module: of imports, exports, `import()` and types. */
function specifiersIn(file: ts.SourceFile, compiler: typeof ts): readonly ts.StringLiteralLike[] {
  const found: ts.StringLiteralLike[] = [];
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node, compiler);
    if (specifier !== undefined && compiler.isStringLiteralLike(specifier)) found.push(specifier);
    compiler.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function specifierOf(node: ts.Node, compiler: typeof ts): ts.Node | undefined {
  if (compiler.isImportDeclaration(node) || compiler.isExportDeclaration(node)) return node.moduleSpecifier;
  if (compiler.isExternalModuleReference(node)) return node.expression;
  if (compiler.isImportTypeNode(node) && compiler.isLiteralTypeNode(node.argument)) return node.argument.literal;
  if (compiler.isCallExpression(node) && node.expression.kind === compiler.SyntaxKind.ImportKeyword) return node.arguments[0];
  return undefined;
}

/** Where a file asks not to be checked. */
export function uncheckedIn(text: string): readonly Span[] {
  return Array.from(text.matchAll(/@(?:ts)-(?:nocheck|ignore|expect-error)\b/g), ({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
}
