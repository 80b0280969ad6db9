import { Project, ts } from 'ts-morph';
import { describe, expect, test } from 'vitest';
import type { Compile } from '../../../generator/output/compiler.js';
import { nativeCompiler } from '../../../generator/output/native-compiler.js';
import { compileInProcess } from '../../../generator/output/script-compiler.js';
import { verifyFiles } from '../../../generator/output/verify.js';

const native = nativeCompiler();
if (native === undefined) throw new Error('the native compiler is not installed');

const filesOf = (texts: Readonly<Record<string, string>>) => Object.entries(texts).map(([path, text]) => ({ path, text }));
const messagesOf = async (files: Readonly<Record<string, string>>, compile?: Compile): Promise<string[]> =>
  (await verifyFiles(filesOf(files), compile)).map(({ message }) => message);

describe.each([
  ['native', native],
  ['in process', compileInProcess],
])('compiled %s, a package', (_name, compile) => {
  test('that compiles passes, whatever its tests import', async () => {
    const files = {
      'src/index.ts': "export { get } from './get.ts';\n",
      'src/get.ts':
        'export async function get(url: URL, signal?: AbortSignal): Promise<Response> {\n  return fetch(url, signal === undefined ? {} : { signal });\n}\n',
      'test/get.test.ts': "import { test } from 'vitest';\ntest('get', () => {});\n",
      'package.json': '{}\n',
      'README.md': '# get\n',
    };
    expect(await messagesOf(files, compile)).toEqual([]);
  });

  const faults: Record<string, { files: Record<string, string>; message: string }> = {
    'a wrong type': {
      files: { 'src/a.ts': '\n\nexport const a: number = "1";\n' },
      message: "src/a.ts:3 of the package does not compile: Type 'string' is not assignable",
    },
    'an index that may be out of range': {
      files: { 'src/a.ts': 'export const first = (all: string[]): string => all[0];\n' },
      message: 'src/a.ts:1',
    },
    'undefined for an optional property': {
      files: { 'src/a.ts': 'export const a: { b?: string } = { b: undefined };\n' },
      message: 'exactOptionalPropertyTypes',
    },
    'a type imported as a value': {
      files: { 'src/a.ts': "import { B } from './b.js';\nexport const b: B = 1;\n", 'src/b.ts': 'export type B = number;\n' },
      message: 'verbatimModuleSyntax',
    },
    'an enum': { files: { 'src/a.ts': 'export enum A { B }\n' }, message: 'erasableSyntaxOnly' },
    'an inferred result': { files: { 'src/a.ts': 'export function a() { return [1].map((b) => b); }\n' }, message: 'isolatedDeclarations' },
    'something unused': { files: { 'src/a.ts': 'const a = 1;\nexport {};\n' }, message: "'a' is declared but its value is never read" },
    'a file that is not there': { files: { 'src/a.ts': "export { b } from './b.js';\n" }, message: "Cannot find module './b.js'" },
    'a name of Node': { files: { 'src/a.ts': 'export const env: unknown = process.env;\n' }, message: "Cannot find name 'process'" },
    'a name of documents': {
      files: { 'src/a.ts': 'export const title: string = document.title;\n' },
      message: "Cannot find name 'document'",
    },
    'a wrong type, told in several lines': {
      files: { 'src/a.ts': '\nexport const a: { b: { c: number } } = { b: { c: "1" } as { c: string } };\n' },
      message:
        "src/a.ts:2 of the package does not compile: Type '{ c: string; }' is not assignable to type '{ c: number; }'. Types of property",
    },
    'broken JSON': { files: { 'fixtures/a.json': '{' }, message: 'fixtures/a.json of the package' },
  };
  for (const [name, { files, message }] of Object.entries(faults)) {
    test(`with ${name} does not`, async () => {
      const found = await verifyFiles(filesOf(files), compile);
      expect(found[0]).toMatchObject({ code: 'internal/emitted-code', severity: 'error', message: expect.stringContaining(message) });
    });
  }

  test('does not see another one', async () => {
    expect(await messagesOf({ 'src/a.ts': 'export const a = 1;\n' }, compile)).toEqual([]);
    expect(await messagesOf({ 'src/b.ts': "export { a } from './a.js';\n" }, compile)).toHaveLength(1);
  });
});

test('the web types that packages are compiled against say what those of the compiler say', async () => {
  const uses = [
    'export const a: Promise<string> = fetch("x", { method: "GET", headers: { a: "b" }, redirect: "manual" }).then((b) => b.text());',
    'export const a: unknown = fetch("x", { redirect: "never" });',
    'export const a: number = new Headers().get("x");',
    'export const a: string | null = new Headers({ a: "b" }).get("x");',
    'export const a: AbortSignal = AbortSignal.any([AbortSignal.timeout(1), new AbortController().signal]);',
    'export const a: unknown = new AbortController().signal.reason;',
    'new AbortController().signal.addEventListener("abort", () => {}, { once: true });\nexport {};',
    'new AbortController().signal.addEventListener("abort", 1);\nexport {};',
    'export const a: string = new URL("x", "y").searchParams.get("z");',
    'export const a: string[] = new URLSearchParams({ a: "b" }).getAll("a");',
    'export const a: DOMException = new DOMException("a", "AbortError");',
    'export const a: string = new TextDecoder("utf-8", { fatal: true }).decode(new TextEncoder().encode("a"));',
    'export const a: string = crypto.randomUUID();',
    'export const a: boolean = new Response("", { status: "200" }).ok;',
    'export const a: ReadableStream<Uint8Array> | null = new Response("").body;',
    'export const a: ReadableStream<string> = new Response("").body;',
    'export const a: string = btoa("a") + atob("b");',
    'export const a: Promise<Blob> = new Response("").blob();',
    'export const a: (b: FormData) => FormDataEntryValue | null = (b) => b.get("c");',
    'clearTimeout(setTimeout(() => {}, 1));\nqueueMicrotask(() => {});\nconsole.log(structuredClone(performance.now()));\nexport {};',
  ];
  const project = new Project({
    useInMemoryFileSystem: true,
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
      types: [],
      strict: true,
      skipLibCheck: true,
    },
  });
  for (const [index, text] of uses.entries()) {
    const source = project.createSourceFile(`/${index}.ts`, text);
    const expected = project
      .getProgram()
      .getSemanticDiagnostics(source)
      .map((each) => ts.flattenDiagnosticMessageText(each.compilerObject.messageText, ' ').replace(/  +/g, ' '));
    const found = await messagesOf({ 'src/a.ts': text }, compileInProcess);
    expect([text, ...found]).toEqual([text, ...expected.map((message) => `src/a.ts:1 of the package does not compile: ${message}`)]);
    project.removeSourceFile(source);
  }
});
