import { writeFileSync } from 'node:fs';
import { ROOT } from '../root.js';
import { languageSchemaText } from './validate.js';

// `npm run schema`, no part of the program: the language as editors read it, committed and held to the shapes by a test.

writeFileSync(new URL('generator/spec/tapwright.schema.json', ROOT), languageSchemaText());
