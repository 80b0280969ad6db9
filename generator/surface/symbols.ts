import type { ts } from 'ts-morph';

/** What a symbol or a type of two compared packages is. */

export function isClass(compiler: typeof ts, symbol: ts.Symbol): boolean {
  return (symbol.flags & compiler.SymbolFlags.Class) !== 0;
}

export function isValue(compiler: typeof ts, symbol: ts.Symbol): boolean {
  return (symbol.flags & (compiler.SymbolFlags.Variable | compiler.SymbolFlags.Function)) !== 0;
}

/** Whether a type is declared in one of the two packages. */
export function isOurs(type: ts.Type): boolean {
  const symbol: ts.Symbol | undefined = type.symbol;
  return symbol !== undefined && isOurSymbol(symbol);
}

export function isOurSymbol(symbol: ts.Symbol): boolean {
  return symbol.declarations?.some((each) => /^\/(?:before|after)\//.test(each.getSourceFile().fileName)) ?? false;
}

export function argumentsOf(checker: ts.TypeChecker, type: ts.Type): readonly ts.Type[] {
  return isReference(type) ? checker.getTypeArguments(type) : [];
}

function isReference(type: ts.Type): type is ts.TypeReference {
  return 'target' in type;
}

export function isOptionalParameter(compiler: typeof ts, symbol: ts.Symbol): boolean {
  const declaration = symbol.valueDeclaration;
  return (
    declaration !== undefined &&
    compiler.isParameter(declaration) &&
    (declaration.questionToken !== undefined || declaration.initializer !== undefined)
  );
}
