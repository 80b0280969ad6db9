import { readFileSync } from 'node:fs';
import { format } from 'prettier';
import { describe, expect, test } from 'vitest';
import { formatFiles } from '../../generator/output/format.js';
import { put, sandbox } from '../support/sandbox.js';

describe('formatting', () => {
  test('lays out code and prose, and leaves the rest', async () => {
    const files = [
      { path: 'src/a.ts', text: 'export const a = {b:"c"}' },
      { path: 'README.md', text: '# A\n* b' },
      { path: 'package.json', text: '{"a":1}' },
      { path: 'LICENSE', text: 'MIT  ' },
    ];
    expect(await formatFiles(files)).toEqual([
      { path: 'src/a.ts', text: "export const a = { b: 'c' };\n" },
      { path: 'README.md', text: '# A\n\n- b\n' },
      { path: 'package.json', text: '{"a":1}' },
      { path: 'LICENSE', text: 'MIT  ' },
    ]);
  });

  test('does not read a configuration that lies around', async () => {
    const base = sandbox();
    put(base, { '.prettierrc': '{"semi":false}', '.editorconfig': 'root = true\n[*]\nindent_style = tab\n' });
    const cwd = process.cwd();
    try {
      process.chdir(base);
      expect(await formatFiles([{ path: 'src/a.ts', text: 'if (a) { b }' }])).toEqual([{ path: 'src/a.ts', text: 'if (a) {\n  b;\n}\n' }]);
    } finally {
      process.chdir(cwd);
    }
  });

  test('gives what the formatter gives people who run it on a package', async () => {
    const paths = ['generator/output/write.ts', 'generator/shape.ts', 'generator/code.ts', 'test/support/sandbox.ts'];
    for (const path of paths) {
      const text = readFileSync(path, 'utf8').replace(/^ +(?![ *])/gm, '');
      const [formatted] = await formatFiles([{ path, text }]);
      expect(formatted?.text).toBe(await format(text, { filepath: path, printWidth: 120, singleQuote: true }));
    }
  });

  test('leaves what does not parse to the compiler', async () => {
    const files = [{ path: 'src/a.ts', text: 'let = ;' }];
    expect(await formatFiles(files)).toEqual(files);
  });
});
