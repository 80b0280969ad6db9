import { fixtures as messages } from '../diagnostics/messages/fixtures.js';
import { parseFixture, type Fixture } from '../recordings/format.js';
import { readRecordings, type Recordings } from '../recordings/read.js';
import type { ConnectorModel, ResourceModel } from '../model/connector-model.js';
import type { SpecSource } from '../spec/load.js';
import { record } from '../diagnostics/messages/record.js';
import type { HooksSource } from '../hooks/source.js';
import type { VirtualFile } from '../virtual-file.js';
import { hooksFinding, readHooksFile } from './hooks-input.js';
import type { Io } from './io.js';
import type { Finding } from './report.js';
import { findSpecs, readSpec, type SpecPath } from './specs.js';

/** A spec that was read and resolved. */
export interface SpecModel {
  readonly spec: SpecPath;
  readonly source: SpecSource;
  /** Its hooks are those of the file. */
  readonly model: ConnectorModel;
  /** The hooks file, where there is one. */
  readonly hooks?: HooksSource | undefined;
  /** Its copy in the package. */
  readonly hooksCopy?: VirtualFile | undefined;
}

export type ReadModel = { readonly ok: true; readonly read: SpecModel } | { readonly ok: false; readonly findings: readonly Finding[] };

/** Reads the one spec that a command is about. */
export async function readModel(given: string, io: Io): Promise<ReadModel> {
  const found = await findSpecs([given], io.cwd);
  const [spec] = found.ok ? found.specs : [];
  if (!found.ok || spec === undefined) return { ok: false, findings: found.ok ? [] : [{ diagnostics: [found.diagnostic] }] };
  const bytes = await readSpec(spec, io.cwd);
  if (!bytes.ok) return { ok: false, findings: [{ diagnostics: [bytes.diagnostic] }] };
  const { load } = await import('../spec/load.js');
  const loaded = load(spec.shown, bytes.bytes);
  if (!loaded.ok) return { ok: false, findings: [{ source: { path: spec.shown, text: loaded.text }, diagnostics: loaded.diagnostics }] };
  const made = await modelOf(spec, loaded.source);
  return made.ok ? withHooks(made.read, io) : made;
}

/** The same with the hooks that lie beside the spec. */
async function withHooks(read: SpecModel, io: Io): Promise<ReadModel> {
  const file = await readHooksFile(read.spec, io.disk);
  if (!file.ok) return { ok: false, findings: [{ diagnostics: [file.diagnostic] }] };
  if (file.hooks === undefined) return { ok: true, read };
  const { hook } = await import('../hooks/index.js');
  const hooked = await hook(read.model, file.hooks);
  if (!hooked.ok) return { ok: false, findings: hooksFinding(file.hooks, hooked.diagnostics) };
  return { ok: true, read: { ...read, model: hooked.model, hooks: file.hooks, hooksCopy: hooked.file } };
}

/** Resolves a spec's text. */
export async function modelOf(spec: SpecPath, source: SpecSource): Promise<ReadModel> {
  const [{ validate }, { buildModel }] = await Promise.all([import('../spec/validate.js'), import('../model/build.js')]);
  const { document, reading } = validate(source);
  const model = document === undefined ? undefined : buildModel(document, source.path, reading, 'recording');
  if (model === undefined) return { ok: false, findings: [{ source, diagnostics: reading.diagnostics }] };
  return { ok: true, read: { spec, source, model } };
}

/** The resources of these names, in the order of the spec; all of them when none is named. */
export function chooseResources({ resources }: ConnectorModel, names: readonly string[]): readonly ResourceModel[] | Finding {
  const known = resources.map(({ name }) => name.raw);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) return { diagnostics: [record.unknownResource(unknown, known)] };
  return names.length === 0 ? resources : resources.filter(({ name }) => names.includes(name.raw));
}

export type ReadFixtures =
  | { readonly ok: true; readonly fixtures: ReadonlyMap<string, Fixture>; readonly texts: Recordings }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** The recordings of these resources, by name; every one must be there. */
export async function readFixtures({ spec }: SpecModel, resources: readonly ResourceModel[]): Promise<ReadFixtures> {
  const read = await readRecordings(spec.path, spec.shown);
  if (!read.ok) return { ok: false, findings: [{ diagnostics: read.diagnostics }] };
  const fixtures = new Map<string, Fixture>();
  const findings: Finding[] = [];
  for (const { name } of resources) {
    const text = read.recordings.get(name.raw);
    if (text === undefined) {
      findings.push({ diagnostics: [messages.missing(name.raw)] });
      continue;
    }
    const parsed = parseFixture(text, `${name.raw}.json`, name.raw);
    if (parsed.ok) fixtures.set(name.raw, parsed.fixture);
    else findings.push({ diagnostics: parsed.diagnostics });
  }
  return findings.length === 0 ? { ok: true, fixtures, texts: read.recordings } : { ok: false, findings };
}
