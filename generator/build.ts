import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileTemplate } from './emit/template.js';
import { findLibrary } from './output/native-compiler.js';
import { WEB_TYPES, webTypes } from './output/web-types.js';
import { ROOT } from './root.js';

// The second step of `npm run build`, no part of the program: what each run would find out again is written down.

const templates = readdirSync(new URL('templates/', ROOT), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.hbs'))
  .map((path) => path.replaceAll('\\', '/'))
  .sort();
const compiled = templates.map((path) => `  ${JSON.stringify(path)}: ${compileTemplate(path)},\n`);
writeFileSync(new URL('dist/emit/compiled-templates.js', ROOT), `export const COMPILED = {\n${compiled.join('')}};\n`);

const library = findLibrary();
if (library !== undefined) writeFileSync(WEB_TYPES, webTypes(readFileSync(join(library, 'lib.dom.d.ts'), 'utf8')));
