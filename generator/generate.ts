import type { Diagnostic } from './diagnostics/diagnostic.js';
import { type Companions, emitFiles, type Refused } from './emitted.js';
import type { Recordings } from './recordings/read.js';
import type { ConnectorModel } from './model/connector-model.js';
import { formatFiles } from './output/format.js';
import { withLock } from './output/lock.js';
import { describeFaults, findFaults } from './output/verify.js';
import { pauseFor } from './pause.js';
import type { SpecSource } from './spec/load.js';
import type { VirtualFile } from './virtual-file.js';
import { version } from './version.js';

export type Generated =
  | Refused
  | {
      readonly ok: true;
      /** Warnings. */
      readonly diagnostics: readonly Diagnostic[];
      readonly model: ConnectorModel;
      /** The package, formatted and compiled, its lock included. */
      readonly files: readonly VirtualFile[];
    };

/**
 * The pipeline: a spec, its recordings and what else lies beside it in, the files of a package out. Nothing is read and nothing is written here, so
 * writing, `--check`, tests and benchmarks are callers of the same function.
 */
export async function generate(source: SpecSource, recordings: Recordings, beside: Companions = {}): Promise<Generated> {
  const pause = pauseFor(beside.signal);
  const made = await emitFiles(source, recordings, beside);
  if (!made.ok) return made;
  const { model, diagnostics, files: emitted, hooked } = made;
  await pause();
  const beyond = hooked === undefined ? [] : [hooked.file, ...hooked.probes];
  // the compiler is a process of its own, and layout is nothing to it: files are laid out meanwhile
  const compiling = findFaults([...emitted, ...beyond], undefined, beside.signal);
  const layingOut = formatFiles(emitted, pause);
  await Promise.allSettled([compiling, layingOut]); // an interruption leaves nothing of either behind
  await pause();
  const [found, laidOut] = [await compiling, await layingOut];
  if (laidOut.diagnostics.length > 0) return { ok: false, diagnostics: laidOut.diagnostics };
  // once more, for the places as they are in the files
  const faults = found.length === 0 ? found : await findFaults([...laidOut.files, ...beyond], undefined, beside.signal);
  const files = [
    ...laidOut.files,
    ...(hooked === undefined ? [] : [hooked.file]),
    ...(beside.changelog === undefined ? [] : [{ path: 'CHANGELOG.md', text: beside.changelog }]),
  ];
  const explained = hooked?.explain(faults, laidOut.files) ?? { own: [], others: faults };
  if (explained.own.length > 0) return { ok: false, diagnostics, hooksDiagnostics: explained.own };
  const problems = describeFaults(files, explained.others);
  if (problems.length > 0) return { ok: false, diagnostics: problems };
  return { ok: true, diagnostics, model, files: withLock(files, version, source.text) };
}
