import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Recordings } from '../recordings/read.js';
import type { Companions, Refused } from '../emitted.js';
import type { Loaded, SpecSource } from '../spec/load.js';
import type { VirtualFile } from '../virtual-file.js';

/** The way from a spec to the files of its package, as commands use it. */
export interface Pipeline {
  load(path: string, bytes: Uint8Array): Loaded;
  generate(source: SpecSource, recordings: Recordings, beside?: Companions): Promise<Generated>;
}

export type Generated =
  | Refused
  | {
      readonly ok: true;
      /** Warnings. */
      readonly diagnostics: readonly Diagnostic[];
      readonly model: { readonly name: { readonly raw: string } };
      /** With the lock. */
      readonly files: readonly VirtualFile[];
    };

/** The real one. What makes files is loaded only when a spec could be read. */
export async function loadPipeline(): Promise<Pipeline> {
  const { load } = await import('../spec/load.js');
  return {
    load,
    generate: async (source, recordings, beside) => (await import('../generate.js')).generate(source, recordings, beside),
  };
}
