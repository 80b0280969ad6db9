import type { Diagnostic } from './diagnostics/diagnostic.js';
import { gatherFixtures } from './fixtures/gather.js';
import type { Recordings } from './fixtures/read.js';
import type { HooksSource } from './hooks/source.js';
import type { ConnectorModel } from './model/connector-model.js';
import { emitPackage } from './emit/index.js';
import { buildModel } from './model/build.js';
import { lintHooks } from './model/lint-hooks.js';
import { formatFiles } from './output/format.js';
import { withLock } from './output/lock.js';
import { describeFaults, findFaults } from './output/verify.js';
import type { SpecSource } from './spec/load.js';
import { validate } from './spec/validate.js';
import { emitSync } from './sync/emit.js';
import type { VirtualFile } from './virtual-file.js';
import { version } from './version.js';

export type Generated =
  | {
      readonly ok: false;
      readonly diagnostics: readonly Diagnostic[];
      /** What is wrong with the hooks file: places in it. */
      readonly hooksDiagnostics?: readonly Diagnostic[];
    }
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
  /** Its hooks file. */
  readonly hooks?: HooksSource | undefined;
  /** What the client weighs, minified and gzipped, as it was last measured: `5.6 kB`. */
  readonly size?: string | undefined;
}

/**
 * The pipeline: a spec, its recordings and what else lies beside it in, the files of a package out. Nothing is read and nothing is written here, so
 * writing, `--check`, tests and benchmarks are callers of the same function.
 */
export async function generate(
  source: SpecSource,
  recordings: Recordings,
  { changelog, hooks: hooksSource, size }: Beside = {},
): Promise<Generated> {
  const { document, reading } = validate(source);
  const plain = document === undefined ? undefined : buildModel(document, source.path, reading);
  if (plain === undefined) return { ok: false, diagnostics: reading.diagnostics };

  const hooked = hooksSource === undefined ? undefined : await (await import('./hooks/index.js')).hook(plain, hooksSource);
  if (hooked?.ok === false) return { ok: false, diagnostics: reading.diagnostics, hooksDiagnostics: hooked.diagnostics };
  const model = hooked?.model ?? plain;
  if (document !== undefined) lintHooks(document, model.hooks, reading);
  const said = hooked === undefined ? reading.diagnostics : reading.diagnostics.filter(({ code }) => !hooked.answers.includes(code));

  const gathered = gatherFixtures(model, recordings);
  if (!gathered.ok) return { ok: false, diagnostics: [...said, ...gathered.diagnostics] };

  const emitted = [...(await emitPackage(model, gathered.fixtures, size)), ...emitSync(model, gathered.fixtures)];
  const sources = await formatFiles(emitted.filter(isSource));
  if (sources.diagnostics.length > 0) return { ok: false, diagnostics: sources.diagnostics };
  // the compiler is a process of its own: what it does not read is laid out meanwhile
  const [faults, others] = await Promise.all([
    findFaults([...sources.files, ...(hooked === undefined ? [] : [hooked.file, hooked.probe])]),
    formatFiles(emitted.filter((file) => !isSource(file))),
  ]);
  if (others.diagnostics.length > 0) return { ok: false, diagnostics: others.diagnostics };
  const files = [
    ...sources.files,
    ...others.files,
    ...(hooked === undefined ? [] : [hooked.file]),
    ...(changelog === undefined ? [] : [{ path: 'CHANGELOG.md', text: changelog }]),
  ];
  const explained = hooked?.explain(faults) ?? { own: [], others: faults };
  if (explained.own.length > 0) return { ok: false, diagnostics: said, hooksDiagnostics: explained.own };
  const problems = describeFaults(files, explained.others);
  if (problems.length > 0) return { ok: false, diagnostics: problems };
  return { ok: true, diagnostics: said, model, files: withLock(files, version, source.text) };
}

function isSource({ path }: VirtualFile): boolean {
  return path.startsWith('src/');
}
