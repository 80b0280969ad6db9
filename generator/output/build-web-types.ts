import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findLibrary } from './native-compiler.js';
import { WEB_TYPES, webTypes } from './web-types.js';

// A step of `npm run build`, not a part of the program.
const library = findLibrary();
if (library !== undefined) writeFileSync(WEB_TYPES, webTypes(readFileSync(join(library, 'lib.dom.d.ts'), 'utf8')));
