import type { ts } from 'ts-morph';
import type { Span } from '../diagnostics/diagnostic.js';

/** A value that a hooks file exports. */
export interface Exported {
  readonly name: string;
  readonly span: Span;
  /** What it is set to; undefined for what cannot hold hooks, such as a function. */
  readonly value: ts.Expression | undefined;
  /** The type before `=`. */
  readonly type: { readonly text: string; readonly span: Span } | undefined;
  /** Where the name that is declared ends: a type would follow it. */
  readonly declared: number | undefined;
}

/** The values that a module exports; its types are its own business. */
export function exportsOf(file: ts.SourceFile, compiler: typeof ts): readonly Exported[] {
  const declared = new Map(
    file.statements
      .flatMap((statement) => (compiler.isVariableStatement(statement) ? statement.declarationList.declarations : []))
      .map((declaration) => [declaration.name.getText(file), declaration] as const),
  );
  const spanOf = (node: ts.Node): Span => ({ start: node.getStart(file), end: node.end });
  const exported = (name: ts.Node, text: string, declaration: ts.VariableDeclaration | undefined): Exported => ({
    name: text,
    span: spanOf(name),
    value: declaration?.initializer,
    type: declaration?.type === undefined ? undefined : { text: declaration.type.getText(file), span: spanOf(declaration.type) },
    declared: declaration?.name.end,
  });
  return file.statements.flatMap((statement): readonly Exported[] => {
    if (compiler.isExportAssignment(statement)) return [exported(statement, 'default', undefined)];
    if (compiler.isExportDeclaration(statement)) {
      const { exportClause: clause } = statement;
      if (statement.isTypeOnly) return [];
      if (clause === undefined || !compiler.isNamedExports(clause)) return [exported(statement, '*', undefined)];
      return clause.elements
        .filter((element) => !element.isTypeOnly)
        .map((element) => exported(element.name, element.name.text, declared.get((element.propertyName ?? element.name).text)));
    }
    const modifiers = compiler.canHaveModifiers(statement) ? (compiler.getModifiers(statement) ?? []) : [];
    if (!modifiers.some(({ kind }) => kind === compiler.SyntaxKind.ExportKeyword)) return [];
    if (compiler.isInterfaceDeclaration(statement) || compiler.isTypeAliasDeclaration(statement)) return [];
    if (compiler.isVariableStatement(statement))
      return statement.declarationList.declarations.map((declaration) =>
        exported(declaration.name, declaration.name.getText(file), declaration),
      );
    const name = compiler.isFunctionDeclaration(statement) || compiler.isClassDeclaration(statement) ? statement.name : undefined;
    return [exported(name ?? statement, name?.text ?? 'default', undefined)];
  });
}

/** A member of an object of hooks. */
export interface Member {
  readonly name: string;
  readonly span: Span;
  readonly isAsync: boolean;
  /** How many arguments it takes. */
  readonly arity: number;
  /** What it calls its first argument, where that has a name. */
  readonly first: { readonly name: string; readonly span: Span } | undefined;
  /** The type that it says it returns, where that means the same outside of it. */
  readonly returns: string | undefined;
}

/** The members of an object that is written out; a span where something of it is not. */
export function membersOf(value: ts.Expression, file: ts.SourceFile, compiler: typeof ts): readonly Member[] | Span {
  const object = plain(value, compiler);
  if (!compiler.isObjectLiteralExpression(object)) return { start: object.getStart(file), end: object.end };
  const members: Member[] = [];
  for (const property of object.properties) {
    const { name } = property;
    const isPlain =
      name !== undefined &&
      (compiler.isIdentifier(name) || compiler.isStringLiteral(name)) &&
      !compiler.isAccessor(property) &&
      !compiler.isSpreadAssignment(property);
    if (!isPlain) return { start: property.getStart(file), end: property.end };
    const code = functionOf(property, file, compiler);
    if (code === undefined) return { start: property.getStart(file), end: property.end };
    const modifiers = compiler.getModifiers(code) ?? [];
    const parameters = code.parameters.filter(({ name: each }) => each.getText(file) !== 'this');
    const first = parameters[0]?.name;
    members.push({
      name: name.text,
      span: { start: name.getStart(file), end: name.end },
      isAsync: modifiers.some(({ kind }) => kind === compiler.SyntaxKind.AsyncKeyword),
      arity: parameters.some(({ dotDotDotToken }) => dotDotDotToken !== undefined) ? 2 : Math.min(2, parameters.length),
      first:
        first !== undefined && compiler.isIdentifier(first)
          ? { name: first.text, span: { start: first.getStart(file), end: first.end } }
          : undefined,
      returns: returnTypeOf(code, file, compiler),
    });
  }
  return members;
}

type FunctionNode = ts.MethodDeclaration | ts.FunctionDeclaration | ts.FunctionExpression | ts.ArrowFunction;

/** The type that is written behind the arguments of a function, unless it speaks of these, of `this` or of its type parameters. */
function returnTypeOf({ type, typeParameters }: FunctionNode, file: ts.SourceFile, compiler: typeof ts): string | undefined {
  if (type === undefined || typeParameters !== undefined) return undefined;
  const isBound = (node: ts.Node): boolean =>
    compiler.isTypeQueryNode(node) ||
    compiler.isTypePredicateNode(node) ||
    compiler.isThisTypeNode(node) ||
    compiler.forEachChild(node, (child) => isBound(child) || undefined) === true;
  return isBound(type) ? undefined : type.getText(file);
}

/** The function of this file that a property is; a name is looked up. */
function functionOf(property: ts.ObjectLiteralElementLike, file: ts.SourceFile, compiler: typeof ts): FunctionNode | undefined {
  if (compiler.isMethodDeclaration(property)) return property;
  if (compiler.isShorthandPropertyAssignment(property)) return declared(property.name.text, file, compiler);
  if (!compiler.isPropertyAssignment(property)) return undefined;
  const value = plain(property.initializer, compiler);
  if (compiler.isIdentifier(value)) return declared(value.text, file, compiler);
  return compiler.isArrowFunction(value) || compiler.isFunctionExpression(value) ? value : undefined;
}

/** The function of that name at the top of the file. */
function declared(name: string, file: ts.SourceFile, compiler: typeof ts): FunctionNode | undefined {
  for (const statement of file.statements) {
    if (compiler.isFunctionDeclaration(statement) && statement.name?.text === name && statement.body !== undefined) return statement;
    const variables = compiler.isVariableStatement(statement) ? statement.declarationList.declarations : [];
    const { initializer } = variables.find((each) => each.name.getText(file) === name) ?? {};
    const value = initializer === undefined ? undefined : plain(initializer, compiler);
    if (value !== undefined && (compiler.isArrowFunction(value) || compiler.isFunctionExpression(value))) return value;
  }
  return undefined;
}

/** An expression without `satisfies`, `as` and parentheses around it. */
function plain(value: ts.Expression, compiler: typeof ts): ts.Expression {
  return compiler.isSatisfiesExpression(value) || compiler.isAsExpression(value) || compiler.isParenthesizedExpression(value)
    ? plain(value.expression, compiler)
    : value;
}
