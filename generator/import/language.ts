import { buildModel } from '../model/build.js';
import { load } from '../spec/load.js';
import { validate } from '../spec/validate.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { SpecNode } from '../shape.js';

/** What is wrong with a spec, and the tree to find out where. */
export interface CheckedSpec {
  readonly diagnostics: readonly Diagnostic[];
  readonly root: SpecNode | undefined;
}

/** Reads a spec's text as `generate` does. */
export function checkSpec(text: string): CheckedSpec {
  const loaded = load('import.yaml', Buffer.from(text));
  if (!loaded.ok) return { diagnostics: loaded.diagnostics, root: undefined };
  const { document, reading } = validate(loaded.source);
  if (document !== undefined) buildModel(document, 'import.yaml', reading, 'recording');
  return { diagnostics: reading.diagnostics.filter(({ severity }) => severity === 'error'), root: loaded.source.root };
}
