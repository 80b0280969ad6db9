import { ts } from 'ts-morph';
import { type GeneratorSource, generatorSources } from '../support/generator-sources.js';

interface Message {
  readonly code: string;
  readonly causes: readonly string[];
  readonly cures: readonly string[];
}

const GROUPS: Readonly<Record<string, string>> = {
  cli: 'The command line',
  yaml: 'The spec as YAML',
  spec: 'The spec',
  lint: 'Warnings',
  hooks: 'Hooks',
  import: 'Imports',
  api: 'The API',
  fixtures: 'Recordings',
  surface: 'diff and releases',
  out: 'Writing packages',
  io: 'Files',
  internal: 'Bugs of ours',
};

/** `docs/reference/messages.md`: every message of the generator, from the calls that make them. */
export function messagesPage(): string {
  const messages = messagesIn(generatorSources());
  const groups = [...new Set(messages.map(({ code }) => code.split('/')[0] ?? ''))];
  const order = Object.keys(GROUPS);
  return [
    '# Every message',
    '',
    'A message has a code that stays the same, the place it is about, and at most one hint. `…` stands for what is different each time: a name, a value,',
    'a list of what is known. All that is wrong is said in one run. Errors of packages at run time have codes of their own, in the `api.md` of each package.',
    ...groups
      .sort((one, other) => order.indexOf(one) - order.indexOf(other))
      .flatMap((group) => [
        '',
        `## ${GROUPS[group] ?? group}`,
        '',
        '| Code | Cause | Cure |',
        '| --- | --- | --- |',
        ...messages.filter(({ code }) => code.startsWith(`${group}/`)).map(row),
      ]),
    '',
  ].join('\n');
}

function row({ code, causes, cures }: Message): string {
  return `| \`${code}\` | ${causes.map(cell).join('<br>')} | ${cures.map(cell).join('<br>')} |`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', ' ');
}

function messagesIn(sources: readonly GeneratorSource[]): readonly Message[] {
  const calls = sources.flatMap(({ syntax }) => within(syntax, ts.isCallExpression));
  const callers = callersOf(calls);
  const found = new Map<string, { readonly causes: Set<string>; readonly cures: Set<string> }>();
  for (const call of calls) {
    if (/^(?:value|type)From$/.test(call.expression.getText())) continue; // a file of packages, and a name in it
    const at = call.arguments.findIndex((argument) => ts.isStringLiteral(argument) && /^[a-z]+\/[a-z0-9-]+$/.test(argument.text));
    const code = call.arguments[at];
    if (code === undefined || !ts.isStringLiteral(code)) continue;
    const [message, hint] = call.arguments.slice(1).filter((argument) => argument !== code && !isSpan(argument));
    if (message === undefined) continue;
    const { causes, cures } = found.get(code.text) ?? { causes: new Set<string>(), cures: new Set<string>() };
    found.set(code.text, { causes, cures });
    for (const text of textsOf(message, call, callers)) causes.add(text);
    for (const text of hint === undefined ? [] : textsOf(hint, call, callers)) cures.add(text);
  }
  return [...found]
    .map(([code, { causes, cures }]) => ({ code, causes: [...causes], cures: [...cures] }))
    .sort((one, other) => (one.code < other.code ? -1 : 1));
}

function isSpan(argument: ts.Expression): boolean {
  return (ts.isIdentifier(argument) && /^(?:undefined|span|at|place)$/.test(argument.text)) || /[sS]pan(?:Of)?\b/.test(argument.getText());
}

/** The calls of `group.name(…)`, by name. */
type Callers = ReadonlyMap<string, readonly ts.CallExpression[]>;

function callersOf(calls: readonly ts.CallExpression[]): Callers {
  const callers = new Map<string, ts.CallExpression[]>();
  for (const call of calls) {
    if (!ts.isPropertyAccessExpression(call.expression)) continue;
    const name = call.expression.name.text;
    callers.set(name, [...(callers.get(name) ?? []), call]);
  }
  return callers;
}

/** What an argument may be, as far as the source says it; of a parameter, what callers give. */
function textsOf(expression: ts.Expression, call: ts.CallExpression, callers: Callers): readonly string[] {
  if (ts.isStringLiteral(expression) || ts.isNoSubstitutionTemplateLiteral(expression)) return [expression.text];
  if (ts.isTemplateExpression(expression)) {
    return [expression.head.text + expression.templateSpans.map(({ literal }) => `…${literal.text}`).join('')];
  }
  if (ts.isConditionalExpression(expression)) {
    return [...textsOf(expression.whenTrue, call, callers), ...textsOf(expression.whenFalse, call, callers)];
  }
  if (ts.isBinaryExpression(expression)) return textsOf(expression.right, call, callers);
  if (ts.isCallExpression(expression) && /^(?:suggest|suggestion|didYouMean)$/.test(expression.expression.getText()))
    return ['Did you mean "…"?'];
  if (!ts.isIdentifier(expression)) return [];
  const maker = makerOf(call);
  const index = maker?.parameters.findIndex(({ name }) => name.getText() === expression.text) ?? -1;
  if (maker === undefined || index < 0) return localTexts(expression, call, callers);
  const given = (callers.get(maker.name) ?? []).map(({ arguments: list }) => list[index]).filter((argument) => argument !== undefined);
  return [...new Set(given.flatMap((argument) => (ts.isIdentifier(argument) ? [] : textsOf(argument, call, new Map()))))];
}

/** A name that the constructor gives a text of its own. */
function localTexts(name: ts.Identifier, call: ts.CallExpression, callers: Callers): readonly string[] {
  const declared = within(call.getSourceFile(), ts.isVariableDeclaration);
  const value = declared.find(
    (each) => each.name.getText() === name.text && each.pos < call.pos && call.end - each.pos < 1000,
  )?.initializer;
  return value === undefined || ts.isIdentifier(value) ? [] : textsOf(value, call, callers);
}

interface Maker {
  readonly name: string;
  readonly parameters: readonly ts.ParameterDeclaration[];
}

/** The constructor of a message that a call stands in: `tooDeep: (span, limit) => error(…)`. */
function makerOf(call: ts.CallExpression): Maker | undefined {
  for (let node: ts.Node = call; !ts.isSourceFile(node); node = node.parent) {
    if (ts.isArrowFunction(node) && ts.isPropertyAssignment(node.parent)) {
      return { name: node.parent.name.getText(), parameters: [...node.parameters] };
    }
  }
  return undefined;
}

/** The nodes of a kind, in order. */
function within<T extends ts.Node>(root: ts.Node, is: (node: ts.Node) => node is T): readonly T[] {
  const found: T[] = [];
  const visit = (node: ts.Node): void => {
    if (is(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(root);
  return found;
}
