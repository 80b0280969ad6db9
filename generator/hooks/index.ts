import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { ConnectorModel, ResourceModel } from '../model/connector-model.js';
import { hooksOf, type HooksModel } from '../model/hooks-model.js';
import type { VirtualFile } from '../virtual-file.js';
import { explainFaults, type Fault, HOOKS_PATH, isFault, probeOf } from './check.js';
import { readHooks } from './read.js';
import type { HooksSource } from './source.js';

export type Hooked =
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }
  | {
      readonly ok: true;
      /** With the hooks. */
      readonly model: ConnectorModel;
      /** The copy of the hooks file, which is left as its author laid it out. */
      readonly file: VirtualFile;
      /** To be compiled with the package: what its code takes for granted of the hooks. No files of it. */
      readonly probes: readonly VirtualFile[];
      /** Codes of warnings that hooks make void: what nothing in a spec uses or tells apart, a hook may. */
      readonly answers: readonly string[];
      /** Tells the faults that are the hooks' own from those of the package. */
      explain(
        faults: readonly Fault[],
        files: readonly VirtualFile[],
      ): { readonly own: readonly Diagnostic[]; readonly others: readonly Fault[] };
    };

/**
 * A resource as its hooks have it. What `select` finds takes the place of the selector and the reshape: made-up recordings
 * have plain lists of records. Hooks that are told the options may use all of them.
 */
function asHooked(resource: ResourceModel, { config }: ConnectorModel, model: HooksModel): ResourceModel {
  const hooks = hooksOf(model, resource.name.raw);
  const told = { ...resource, config: hooks.some(({ arity }) => arity > 1) ? config : resource.config };
  if (hooks.every(({ name }) => name !== 'select')) return told;
  const path = resource.selector.every((step) => step.kind === 'key') ? resource.selector : [];
  return { ...told, selector: path, selection: { path, optional: false, single: false, reshape: null } };
}

/** Adds what the author of a spec wrote for it to its model. */
export async function hook(model: ConnectorModel, source: HooksSource): Promise<Hooked> {
  const read = await readHooks(source, model);
  if (!read.ok) return read;
  const { hooks } = read;
  const probe = probeOf(hooks);
  const requests = hooks.places.some((place) => place.hook === 'request');
  return {
    ok: true,
    model: { ...model, hooks: hooks.model, resources: model.resources.map((resource) => asHooked(resource, model, hooks.model)) },
    file: { path: HOOKS_PATH, text: hooks.copy.text },
    probes: probe.files,
    answers: ['lint/unused-config', ...(requests ? ['lint/same-request'] : [])],
    explain: (faults, files) => {
      const others = faults.filter(isFault);
      return { own: explainFaults(others, source, hooks, probe, files), others };
    },
  };
}
