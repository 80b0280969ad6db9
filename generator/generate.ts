import type { Diagnostic } from './diagnostics/diagnostic.js';
import { gatherFixtures } from './fixtures/gather.js';
import type { Recordings } from './fixtures/read.js';
import type { ConnectorModel } from './model/connector-model.js';
import { emitPackage } from './emit/index.js';
import { buildModel } from './model/build.js';
import { formatFiles } from './output/format.js';
import { withLock } from './output/lock.js';
import { verifyFiles } from './output/verify.js';
import type { SpecSource } from './spec/load.js';
import { validate } from './spec/validate.js';
import { emitSync } from './sync/emit.js';
import type { VirtualFile } from './virtual-file.js';
import { version } from './version.js';

export type Generated =
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }
  | {
      readonly ok: true;
      /** Warnings. */
      readonly diagnostics: readonly Diagnostic[];
      readonly model: ConnectorModel;
      /** The package, formatted and compiled, its lock included. */
      readonly files: readonly VirtualFile[];
    };

/** What may lie beside a spec and its recordings. */
export interface Beside {
  /** The text of its CHANGELOG. */
  readonly changelog?: string | undefined;
  /** What the client weighs, minified and gzipped, as it was last measured: `5.6 kB`. */
  readonly size?: string | undefined;
}

/**
 * The pipeline: a spec, its recordings and what else lies beside it in, the files of a package out. Nothing is read and nothing is written here, so
 * writing, `--check`, tests and benchmarks are callers of the same function.
 */
export async function generate(source: SpecSource, recordings: Recordings, { changelog, size }: Beside = {}): Promise<Generated> {
  const { document, reading } = validate(source);
  const model = document === undefined ? undefined : buildModel(document, source.path, reading);
  if (model === undefined) return { ok: false, diagnostics: reading.diagnostics };

  const gathered = gatherFixtures(model, recordings);
  if (!gathered.ok) return { ok: false, diagnostics: [...reading.diagnostics, ...gathered.diagnostics] };

  const { files: formatted, diagnostics } = await formatFiles([
    ...(await emitPackage(model, gathered.fixtures, size)),
    ...emitSync(model, gathered.fixtures),
  ]);
  const files = changelog === undefined ? formatted : [...formatted, { path: 'CHANGELOG.md', text: changelog }];
  const problems = diagnostics.length > 0 ? diagnostics : await verifyFiles(files);
  if (problems.length > 0) return { ok: false, diagnostics: problems };
  return { ok: true, diagnostics: reading.diagnostics, model, files: withLock(files, version, source.text) };
}
