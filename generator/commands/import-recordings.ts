import type { HarEntry } from '../recordings/har.js';
import { fixtures as fixtureMessages } from '../diagnostics/messages/fixtures.js';
import type { Io } from './io.js';
import { readModel } from './spec-model.js';
import { putFiles } from './staging.js';

/** What became of answers that a source holds. */
export interface Recorded {
  /** Resources that have recordings now. */
  readonly recorded: readonly string[];
  /** Those that have none, and why. */
  readonly without: readonly (readonly [resource: string, reason: string])[];
}

/**
 * Makes recordings of answers that came with an import, scrubbed as `record` does: for each resource that the connector can read
 * from them to an end. The others are told, and left to `record`.
 */
export async function recordAnswers(spec: string, entries: readonly HarEntry[], io: Io): Promise<Recorded> {
  const read = await readModel(spec, io);
  if (!read.ok) return { recorded: [], without: [] };
  const [{ harApi }, { accessFrom }, { compileConnector }, { takePages }, { finishRecording, shrink }, { StandIns }] = await Promise.all([
    import('../recorder/har.js'),
    import('../recorder/environment.js'),
    import('../recorder/connector.js'),
    import('../recorder/take.js'),
    import('../recorder/finish.js'),
    import('../recordings/stand-ins.js'),
  ]);
  const { model } = read.read;
  const api = harApi(entries.map(withType), model, io.env);
  const optional = Object.fromEntries(model.config.map((option) => [option.env, 'unknown'] as const));
  const found = accessFrom(model, { ...optional, ...api.env, ...io.env }, false);
  if (!found.ok) return { recorded: [], without: [] };
  const { access } = found;
  const connector = await compileConnector(model, read.read.hooksCopy);
  const standIns = new StandIns([]);
  const files = new Map<string, string>();
  const without: (readonly [string, string])[] = [];
  try {
    for (const resource of model.resources) {
      const name = resource.name.raw;
      const keepsDigits = model.records.resources.find((each) => each.resource === name)?.type.needsExactNumbers ?? false;
      const options = { config: access.config, records: 5, secrets: access.secrets, standIns, allowed: new Set<string>(), keepsDigits };
      try {
        const taken = await takePages(connector, resource, { access, pages: 1, records: 5, fetch: api.fetch, signal: io.interrupt });
        const answers = await shrink(connector, resource, taken, options);
        if (answers === undefined) {
          without.push([name, 'its paging does not end within what is saved']);
          continue;
        }
        for (const { body } of answers) if (body !== undefined) standIns.learn(body, name);
        const finished = await finishRecording(connector, resource, answers, options);
        if (finished.ok) files.set(`${name}.json`, finished.text);
        else without.push([name, finished.diagnostics[0]?.message ?? 'it cannot be replayed']);
      } catch (error) {
        without.push([name, access.secrets.redact(error instanceof Error ? error.message : String(error)).slice(0, 200)]);
      }
    }
  } finally {
    await connector.dispose();
  }
  if (files.size === 0) return { recorded: [], without };
  const folder = read.read.spec.path.replace(/\.[^./\\]*$/, '');
  const refused = await putFiles(
    folder,
    files,
    (name, bytes) => (access.secrets.found(bytes.toString('utf8')) ? fixtureMessages.leak(name) : undefined),
    io,
  );
  if (refused !== undefined)
    return { recorded: [], without: [...without, ...[...files.keys()].map((name) => [name, refused.message] as const)] };
  return { recorded: [...files.keys()].map((name) => name.replace(/\.json$/, '')), without };
}

/** Answers are saved without their headers at times: what looks like JSON is. */
function withType(entry: HarEntry): HarEntry {
  if (entry.headers.some(([name]) => name === 'content-type') || !/^\s*[[{]/.test(entry.text)) return entry;
  return { ...entry, headers: [...entry.headers, ['content-type', 'application/json']] };
}
