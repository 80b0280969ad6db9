import { airbyte } from './airbyte/index.js';
import type { Importer } from './contract.js';
import { dlt } from './dlt/index.js';
import { har } from './har/index.js';
import { openapi } from './openapi/index.js';
import { postman } from './postman/index.js';
import type { Source } from './source.js';

/** Every importer: a new one is a folder and a line here. The first that recognises a source reads it. */
export const importers: readonly Importer[] = [openapi, airbyte, dlt, postman, har];

export function importerFor(source: Source, from: string | undefined): Importer | undefined {
  return importers.find((each) => (from === undefined ? each.recognises(source) : each.name === from));
}
