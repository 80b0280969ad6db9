import { Reading, publishedSchema } from '../shape.js';
import { applyDefaults } from './defaults.js';
import { specShape, type SpecDocument } from './document.js';
import type { SpecSource } from './load.js';

/** A spec whose parts have the right shapes, and the places they came from. `document` is absent when they have not. */
export interface Validated {
  readonly document: SpecDocument | undefined;
  readonly reading: Reading;
}

/** Checks a loaded spec against the language; every error at once. */
export function validate(source: SpecSource): Validated {
  const reading = new Reading();
  const document = specShape.read(applyDefaults(source.root), reading);
  return { document: reading.diagnostics.length === 0 ? document : undefined, reading };
}

/** The language as JSON Schema, for editors: the text of `generator/spec/tapwright.schema.json`. */
export function languageSchemaText(): string {
  return `${JSON.stringify({ title: 'tapwright spec', ...publishedSchema(specShape) }, null, 2)}\n`;
}
