import { assemble, type Assembled } from '../../../generator/import/assemble.js';
import type { Imported } from '../../../generator/import/contract.js';
import { importerFor } from '../../../generator/import/index.js';
import { readSource, type Source } from '../../../generator/import/source.js';

function sourceOf(value: unknown, name = 'acme.json'): Source {
  const read = readSource(name, typeof value === 'string' ? value : JSON.stringify(value, null, 2));
  if (!read.ok) throw new Error(read.reason);
  return read.source;
}

export function importedFrom(
  value: unknown,
  options: { readonly name?: string; readonly strict?: boolean; readonly baseUrl?: string; readonly file?: string } = {},
): Imported {
  const source = sourceOf(value, options.file);
  const importer = importerFor(source, undefined);
  if (importer === undefined) throw new Error('nobody recognises it');
  const { name, baseUrl, strict = false } = options;
  return importer.read(source, {
    strict,
    wants: () => true,
    ...(name === undefined ? {} : { name }),
    ...(baseUrl === undefined ? {} : { baseUrl }),
  });
}

/** The spec of a source, and what became of its streams. */
export function broughtFrom(value: unknown, options: Parameters<typeof importedFrom>[1] = {}): Assembled & { readonly text: string } {
  const made = assemble(importedFrom(value, options), options.name);
  return { ...made, text: made.text ?? '' };
}

/** What the report says of each stream. */
export function saidOf({ outcomes }: Assembled): readonly string[] {
  return outcomes.map(({ stream, status, reasons }) => [stream.name, status, ...reasons].join(' | '));
}
