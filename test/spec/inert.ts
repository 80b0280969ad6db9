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
  /** Every request. */
  readonly urls: readonly string[];
  /** Own properties of the records of each first page. */
  readonly records: readonly (readonly (readonly [name: string, value: unknown])[])[];
}

/**
 * Imports a package in a process of its own, with an empty environment, and reads the first page of each resource from an
 * API that always answers with `body`.
 */
export async function runPackage(
  files: readonly VirtualFile[],
  body = '{"access_token":"t","token_type":"bearer","expires_in":3600}',
): Promise<Ran> {
  const folder = await mkdtemp(join(tmpdir(), 'tapwright-inert-'));
  try {
    for (const { path, text } of [
      ...compiled(files),
      { path: 'package.json', text: '{"type":"module","imports":{"#transport":"./src/internal/transport/fetch.js"}}' },
      { path: 'body.json', text: body },
      { path: 'read.js', text: READ },
    ]) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const { stdout } = await promisify(execFile)(process.execPath, ['read.js'], { cwd: folder, env: {}, timeout: 60_000 });
    return JSON.parse(stdout) as Ran;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function compiled(files: readonly VirtualFile[]): readonly VirtualFile[] {
  const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, rewriteRelativeImportExtensions: true };
  return files
    .filter(({ path }) => path.startsWith('src/') && path.endsWith('.ts'))
    .map(({ path, text }) => ({
      path: path.replace(/\.ts$/, '.js'),
      text: ts.transpileModule(text, { compilerOptions: options }).outputText,
    }));
}

const READ = `
import { readFileSync } from 'node:fs';
const prototypes = () => JSON.stringify([Object, Array, Function, String, Promise].map((each) => Object.getOwnPropertyNames(each.prototype)));
const before = prototypes();
let canary = true;
Object.defineProperty(globalThis, 'PWNED', { set() { canary = false; }, get() { canary = false; } });
const all = await import('./src/index.js');
const body = readFileSync('body.json', 'utf8');
const urls = [];
const records = [];
const fetch = async (url) => {
  urls.push(String(url.url ?? url));
  return new Response(body, { headers: { 'content-type': 'application/json' } });
};
const Client = Object.entries(all).find(([name]) => name.endsWith('Client'))[1];
const credentials = { apiKey: 'k', token: 't', clientId: 'i', clientSecret: 's' };
const client = new Client({ ...credentials, fetch, sleep: async () => {}, random: () => 0 });
for (const resource of Object.values(client)) {
  try {
    const { value } = await resource.pages().next();
    records.push(...value.records.map((record) => Reflect.ownKeys(record).map((key) => [key, record[key]])));
  } catch (error) {
    if (!('code' in error)) throw error;
  }
}
console.log(JSON.stringify({ canary, prototypes: before === prototypes(), urls, records }));
`;
