import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { ts } from 'ts-morph';
import type { VirtualFile } from '../../generator/virtual-file.js';

/**
 * The shape of a source file: its syntax tree with every name, literal and comment left blank, and without the
 * differences that the length or the spelling of a name alone make: `a.b` and `a['b']`, `{ a }` and `{ a: b }`, braces.
 */
export function structureOf(file: VirtualFile): string {
  const source = ts.createSourceFile(
    file.path,
    file.text,
    ts.ScriptTarget.ESNext,
    true,
    file.path.endsWith('.json') ? ts.ScriptKind.JSON : ts.ScriptKind.TS,
  );
  return shapeOf(source);
}

/** One line a node, so that a difference is a line. */
function shapeOf(node: ts.Node, indent = ''): string {
  if (isName(node) || (ts.isComputedPropertyName(node) && isName(node.expression))) return `${indent}_\n`;
  if (ts.isBlock(node) && ts.isIfStatement(node.parent) && node.statements[0] !== undefined && node.statements.length === 1)
    return shapeOf(node.statements[0], indent); // braces are there for long lines
  if (ts.isShorthandPropertyAssignment(node)) return `${indent}PropertyAssignment\n${indent} _\n${indent} _\n`;
  if (ts.isBindingElement(node) && node.dotDotDotToken === undefined && node.initializer === undefined && isName(node.name))
    return `${indent}BindingElement\n`;
  const member = ts.isPropertyAccessExpression(node) || (ts.isElementAccessExpression(node) && ts.isStringLiteral(node.argumentExpression));
  const head = `${indent}${member ? `Member${node.questionDotToken === undefined ? '' : '?'}` : ts.SyntaxKind[node.kind]}\n`;
  if (member) return head + shapeOf(node.expression, `${indent} `);
  const parts: string[] = [];
  ts.forEachChild(node, (child) => void parts.push(shapeOf(child, `${indent} `)));
  return head + parts.join('');
}

function isName(node: ts.Node): boolean {
  return ts.isIdentifier(node) || ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node);
}

/** Every name that stands in a source file as code, not as text. */
export function identifiersIn(file: VirtualFile): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) found.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file.path, file.text, ts.ScriptTarget.ESNext, true));
  return found;
}

/** What a package did when it was imported and its resources were read. */
export interface Ran {
  /** Whether the canary is still alone: no text of the spec ran as code. */
  readonly canary: boolean;
  /** Whether the prototypes of the language are as they were. */
  readonly prototypes: boolean;
  readonly exports: readonly string[];
  /** Origins of all requests. */
  readonly origins: readonly string[];
  readonly requests: number;
}

/** Imports a package in a process of its own, with an empty environment, and reads the first page of each resource. */
export async function runPackage(files: readonly VirtualFile[]): Promise<Ran> {
  const folder = await mkdtemp(join(tmpdir(), 'tapwright-inert-'));
  try {
    await writeFile(join(folder, 'package.json'), '{"type":"module"}');
    for (const { path, text } of files) {
      if (!path.startsWith('src/')) continue;
      const target = join(folder, path.replace(/\.ts$/, '.js'));
      await mkdir(dirname(target), { recursive: true });
      const { outputText } = ts.transpileModule(text, {
        compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
      });
      await writeFile(target, outputText);
    }
    await writeFile(join(folder, 'read.js'), READ);
    const { stdout } = await promisify(execFile)(process.execPath, ['read.js'], { cwd: folder, env: {}, timeout: 20_000 });
    return JSON.parse(stdout) as Ran;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const READ = `
const prototypes = () => JSON.stringify([Object, Array, Function, String, Promise].map((each) => Object.getOwnPropertyNames(each.prototype)));
const before = prototypes();
let canary = true;
Object.defineProperty(globalThis, 'PWNED', { set() { canary = false; }, get() { canary = false; } });
const all = await import('./src/index.js');
const requested = [];
const fetch = async (url) => {
  requested.push(new URL(url.url ?? url).origin);
  return new Response(JSON.stringify({ access_token: 't', token_type: 'bearer', expires_in: 3600 }), { headers: { 'content-type': 'application/json' } });
};
const Client = Object.entries(all).find(([name]) => name.endsWith('Client'))[1];
const credentials = { apiKey: 'k', token: 't', clientId: 'i', clientSecret: 's' };
const client = new Client({ ...credentials, option: 'o', fetch, sleep: async () => {}, random: () => 0 });
for (const resource of Object.values(client)) {
  try {
    for await (const page of resource.pages()) break;
  } catch (error) {
    if (!('code' in error)) throw error;
  }
}
console.log(JSON.stringify({ canary, prototypes: before === prototypes(), exports: Object.keys(all).sort(), origins: [...new Set(requested)], requests: requested.length }));
`;
