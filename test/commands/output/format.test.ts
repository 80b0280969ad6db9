import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { describe, expect, test } from 'vitest';
import { formatFiles } from '../../../generator/output/format.js';
import { put, sandbox } from '../../support/sandbox.js';

describe('formatting', () => {
  test('lays out code and prose, and leaves the rest', async () => {
    const files = [
      { path: 'src/a.ts', text: 'export const a = {b:"c"}' },
      { path: 'README.md', text: '# A\n* b' },
      { path: 'package.json', text: '{"a":1}' },
      { path: 'LICENSE', text: 'MIT  ' },
    ];
    expect(await formatFiles(files)).toEqual({
      diagnostics: [],
      files: [
        { path: 'src/a.ts', text: "export const a = { b: 'c' };\n" },
        { path: 'README.md', text: '# A\n\n- b\n' },
        { path: 'package.json', text: '{"a":1}' },
        { path: 'LICENSE', text: 'MIT  ' },
      ],
    });
  });

  test('does not read a configuration that lies around', async () => {
    const base = sandbox();
    put(base, { '.prettierrc': '{"semi":false}', '.editorconfig': 'root = true\n[*]\nindent_style = tab\n' });
    const cwd = process.cwd();
    try {
      process.chdir(base);
      expect((await formatFiles([{ path: 'src/a.ts', text: 'if (a) { b }' }])).files).toEqual([
        { path: 'src/a.ts', text: 'if (a) {\n  b;\n}\n' },
      ]);
    } finally {
      process.chdir(cwd);
    }
  });

  test.each(['src/a.ts', 'test/a.test.ts'])('finds what does not parse: %s', async (path) => {
    const files = [{ path, text: 'let = ;' }];
    expect(await formatFiles(files)).toMatchObject({ files, diagnostics: [{ code: 'internal/emitted-code', severity: 'error' }] });
  });

  test.each(['é', 'naïve', 'Ω', '名前', 'ａ', '\u{333ED}', '\u{1D4D0}', 'ª', 'a-b', '0', '1e3'])(
    'leaves a key in its quotes that is not an identifier of plain ASCII: %s',
    async (key) => {
      const text = `export interface A {\n  readonly '${key}': string;\n  readonly b: string;\n}\nexport const c = { '${key}': 1, b: 2 };\n`;
      expect(await formatOne('src/a.ts', text)).toBe(text);
      expect(await format(text, { filepath: 'src/a.ts', printWidth: 120, singleQuote: true, quoteProps: 'preserve' })).toBe(text);
    },
  );

  test('gives what prettier gives for unions of any length', async () => {
    for (let length = 1; length < 40; length++) {
      const members = Array.from({ length }, (_, index) => `'value_${index}'`).join(' | ');
      const text = `export interface A {\n  readonly a: ${members} | null;\n  readonly b: readonly (${members})[] | null;\n}\nexport type B = ${members};
test<Pick<A, 'a'>>().toEqual<{ readonly a: ${members} | (string & {}) | readonly Things${length}[] | null }>();
const c = (bodyOf(answer) as { readonly things_${'x'.repeat(length * 2)}?: unknown } | null | undefined)?.things;`;
      const formatted = await formatOne('src/a.ts', text);
      expect(formatted).toBe(await format(text, { parser: 'typescript', printWidth: 120, singleQuote: true }));
    }
  });

  test.each(generatedFiles())('gives what prettier gives people who run it on a package: %s', async (path) => {
    const text = readFileSync(path, 'utf8').replace(/^ +(?![ *])/gm, '');
    const formatted = await formatOne(path, text);
    expect(formatted).toBe(await format(text, { filepath: path, printWidth: 120, singleQuote: true }));
  });
});

async function formatOne(path: string, text: string): Promise<string | undefined> {
  return (await formatFiles([{ path, text }])).files[0]?.text;
}

function generatedFiles(): string[] {
  return readdirSync('generated', { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.ts$/.test(path) && !/(?:node_modules|dist)[\\/]/.test(path))
    .map((path) => join('generated', path));
}
