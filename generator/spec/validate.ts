import { Reading, publishedSchema } from '../shape.js';
import { applyDefaults } from './defaults.js';
import { specShape, type SpecDocument } from './document.js';
import type { SpecSource } from './load.js';

/** A spec, with gaps where parts of it do not have the right shape, and the places they came from. */
export interface Validated {
  readonly document: SpecDocument | undefined;
  readonly reading: Reading;
}

/** Checks a loaded spec against the language. What does not fit together is told by `model/build`. */
export function validate(source: SpecSource): Validated {
  const reading = new Reading();
  const document = specShape.read(applyDefaults(source.root), reading);
  const defaults = source.root.entries.find(({ key }) => key === 'resource_defaults'); // read once for itself, and once for each resource
  if (defaults !== undefined) reading.foldWithin(defaults.value.span);
  return { document, reading };
}

/** The language as JSON Schema, for editors: the text of `generator/spec/tapwright.schema.json`. */
export function languageSchemaText(): string {
  return `${JSON.stringify({ title: 'tapwright spec', ...publishedSchema(specShape) }, null, 2)}\n`;
}
