import type { Diagnostic } from './diagnostics/diagnostic.js';
import { emitPackage } from './emit/index.js';
import { gatherFixtures, type PackageFixtures } from './recordings/gather.js';
import type { Recordings } from './recordings/read.js';
import type { Hooked } from './hooks/index.js';
import type { HooksSource } from './hooks/source.js';
import { buildModel } from './model/build.js';
import type { ConnectorModel } from './model/connector-model.js';
import { pauseFor } from './pause.js';
import { checkFeedHooks, lintHooks } from './model/lint-hooks.js';
import { checkBodies, lintSelectors } from './model/lint-selectors.js';
import type { SpecSource } from './spec/load.js';
import { validate } from './spec/validate.js';
import { emitSync } from './sync/emit.js';
import { emitTemporal } from './sync/emit-temporal.js';
import type { VirtualFile } from './virtual-file.js';

/** What may lie beside a spec and its recordings. */
export interface Companions {
  /** The text of its CHANGELOG. */
  readonly changelog?: string | undefined;
  /** Its hooks file. */
  readonly hooks?: HooksSource | undefined;
  /** What the client weighs, minified and gzipped, as it was last measured: `5.6 kB`. */
  readonly size?: string | undefined;
  /** Ends the work, by throwing its reason. */
  readonly signal?: AbortSignal | undefined;
}

/** A spec of which no package can be made. */
export interface Refused {
  readonly ok: false;
  readonly diagnostics: readonly Diagnostic[];
  /** What is wrong with the hooks file: places in it. */
  readonly hooksDiagnostics?: readonly Diagnostic[];
}

export type Emitted =
  | Refused
  | {
      readonly ok: true;
      /** Warnings. */
      readonly diagnostics: readonly Diagnostic[];
      readonly model: ConnectorModel;
      readonly fixtures: PackageFixtures;
      /** The package: neither laid out nor compiled, and without its lock. */
      readonly files: readonly VirtualFile[];
      /** What its hooks file comes to, where there is one. */
      readonly hooked: Extract<Hooked, { readonly ok: true }> | undefined;
    };

/** The first half of the pipeline, which needs nothing but memory: it runs in a browser, too. */
export async function emitFiles(
  source: SpecSource,
  recordings: Recordings,
  { hooks: hooksSource, size, signal }: Companions = {},
): Promise<Emitted> {
  const pause = pauseFor(signal);
  await pause();
  const { document, reading } = validate(source);
  await pause();
  const plain = document === undefined ? undefined : buildModel(document, source.path, reading);
  if (plain === undefined) return { ok: false, diagnostics: reading.diagnostics };

  const hooked = hooksSource === undefined ? undefined : await (await import('./hooks/index.js')).hook(plain, hooksSource);
  if (hooked?.ok === false) return { ok: false, diagnostics: reading.diagnostics, hooksDiagnostics: hooked.diagnostics };
  const model = hooked?.model ?? plain;
  await pause();
  const gathered = gatherFixtures(model, recordings);
  await pause();
  if (document !== undefined) {
    lintHooks(document, model.hooks, reading);
    checkFeedHooks(document, model.hooks, reading);
    checkBodies(document, model, reading);
    lintSelectors(document, model, gathered.ok ? listsIn(gathered.fixtures) : new Set(), reading);
  }
  const diagnostics = hooked === undefined ? reading.diagnostics : reading.diagnostics.filter(({ code }) => !hooked.answers.includes(code));
  if (!gathered.ok) return { ok: false, diagnostics: [...diagnostics, ...gathered.diagnostics] };
  const { fixtures } = gathered;
  const files = [...(await emitPackage(model, fixtures, size, pause)), ...emitSync(model, fixtures), ...emitTemporal(model, fixtures)];
  return { ok: true, diagnostics, model, fixtures, files, hooked };
}

/** The resources whose recorded answers are lists. */
function listsIn(fixtures: PackageFixtures): ReadonlySet<string> {
  const recorded = fixtures.filter(({ fixture }) => fixture.synthesised !== true);
  const isList = ({ body, bodyText = '' }: { readonly body?: unknown; readonly bodyText?: string }): boolean =>
    Array.isArray(body) || /^\s*\[/.test(bodyText);
  return new Set(
    recorded.flatMap(({ fixture }) => (fixture.exchanges.every(({ response }) => isList(response)) ? [fixture.resource] : [])),
  );
}
