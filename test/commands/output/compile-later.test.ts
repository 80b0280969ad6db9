import { expect, test } from 'vitest';
import { compileLater, compileProgramLater, compileWaiting } from '../../support/compile-later.js';

// The suite compiles most packages of a test file together, when it is done: what is no program must be found then, too.

const file = (path: string, text: string): { readonly path: string; readonly text: string } => ({ path, text });

test('what does not compile is said with its line', async () => {
  compileLater([file('src/index.ts', "export const right: string = 'a';\n")]);
  compileLater([file('src/index.ts', 'export const first: number = 1;\nexport const wrong: number = "a";\n')], 'name: odd');
  await expect(compileWaiting()).rejects.toThrow(
    "package1/src/index.ts:2: Type 'string' is not assignable to type 'number'.\n    export const wrong: number = \"a\";\npackage1 is made of:\nname: odd",
  );
});

test('what imports Node is parsed, and what browsers have not is not there', async () => {
  compileLater([file('src/sync/read.ts', "import { readFile } from 'node:fs';\nexport const read = readFile;\n")]);
  await compileWaiting();
  compileLater([file('src/sync/read.ts', "import { readFile } from 'node:fs';\nexport const = readFile;\n")]);
  await expect(compileWaiting()).rejects.toThrow('package0/src/sync/read.ts:2');
  compileLater([file('src/index.ts', 'export const wrong: unknown = process.env;\n')]);
  await expect(compileWaiting()).rejects.toThrow("'process'");
});

test('a command is compiled with the types of Node', async () => {
  compileProgramLater([
    file('src/sync/read.ts', "import { readFileSync } from 'node:fs';\nexport const read: number = readFileSync('a', 'utf8');\n"),
  ]);
  await expect(compileWaiting()).rejects.toThrow("package0/src/sync/read.ts(2,14): error TS2322: Type 'string' is not assignable");
});

test('nothing waits after it was compiled', async () => {
  await compileWaiting();
});
