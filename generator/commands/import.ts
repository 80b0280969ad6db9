import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { imports as messages } from '../diagnostics/messages/import.js';
import { init } from '../diagnostics/messages/init.js';
import { record } from '../diagnostics/messages/record.js';
import type { Assembled } from '../import/assemble.js';
import { UNANSWERED, type Imported } from '../import/contract.js';
import type { Source } from '../import/source.js';
import type { SavedStates } from '../import/states/saved.js';
import { errorCode, kindOf, readIfThere } from '../output/disk.js';
import { shownPath } from '../output/target.js';
import { EXIT } from './exit-code.js';
import { findSource } from './import-source.js';
import type { Io } from './io.js';
import { type Format, type Outcome, report } from './report.js';
import { nextSteps, scaffold, schemaLineFor } from './scaffold.js';
import { replaceFile } from './staging.js';
import { matchesGlob } from './glob.js';

/** What `tapwright import` is asked for. */
export interface ImportRequest {
  /** A file, a URL, or `-`; `dlt` with `dumper`. */
  readonly source: string;
  /** The kind of the source, where it should not be recognised. */
  readonly from?: string;
  readonly name?: string;
  /** Default: `specs/<name>.yaml`. */
  readonly out?: string;
  /** Where the report goes; `.json` for programs. */
  readonly report?: string;
  /** Print what there is, and write nothing. */
  readonly list?: boolean;
  /** Names of streams or tags, with `*`. */
  readonly only?: readonly string[];
  readonly strict?: boolean;
  readonly baseUrl?: string;
  /** Where the API is: each list is asked twice, and what the answers say is written. */
  readonly look?: string;
  /** Add what is new to the spec that is there. */
  readonly update?: boolean;
  readonly force?: boolean;
  /** A saved state of the other tool: what it has read becomes a state of the connector. */
  readonly state?: string;
  /** Print the Python file that evaluates a source of dlt. */
  readonly dumper?: boolean;
  readonly format?: Format;
}

/** `tapwright import`: a spec from what another tool has, and a report. */
export async function importCommand(request: ImportRequest, io: Io): Promise<number> {
  return report(await importSource(request, io), request.format ?? 'human', io);
}

async function importSource(request: ImportRequest, io: Io): Promise<Outcome> {
  const refuse = (...diagnostics: readonly Diagnostic[]): Outcome => ({ findings: [{ diagnostics }] });
  if (request.dumper === true) {
    if (request.source !== 'dlt') return refuse(messages.dumperAlone());
    const { DUMPER } = await import('../import/dlt/dumper.js');
    return { findings: [], text: DUMPER, data: { text: DUMPER } };
  }
  if (request.name !== undefined && !/^[a-z][a-z0-9_-]{0,63}$/.test(request.name)) return refuse(init.badName(request.name));
  const found = await findSource(request.source, io);
  if (!found.ok) return refuse(found.diagnostic);
  const { source } = found;
  const saved = request.state === undefined ? undefined : await (await import('./import-state.js')).findStates(request.state, io);
  if (saved?.ok === false) return refuse(saved.diagnostic);
  if (saved !== undefined && isSpec(source)) return (await import('./import-state.js')).continueSpec(request.source, saved.states, io);
  const { importerFor, importers } = await import('../import/index.js');
  const importer = importerFor(source, request.from);
  if (importer === undefined)
    return refuse(
      messages.unknownKind(
        source.name,
        importers.map(({ name }) => name),
      ),
    );
  if (!importer.recognises(source)) return refuse(messages.otherKind(source.name, importer.what));

  const only = request.only ?? [];
  const matches = only.map((glob) => ({ glob, found: false }));
  const wants = (name: string, tags: readonly string[]): boolean => {
    const hits = matches.filter(({ glob }) => [name, ...tags].some((each) => matchesGlob(glob, each)));
    for (const hit of hits) hit.found = true;
    return matches.length === 0 || hits.length > 0;
  };
  const imported = importer.read(source, {
    strict: request.strict === true,
    wants,
    ...(request.name === undefined ? {} : { name: request.name }),
    ...(request.baseUrl === undefined ? {} : { baseUrl: request.baseUrl }),
  });
  const { chosen } = await import('../import/choose.js');
  const read = { ...imported, streams: chosen(imported.streams, wants) };
  const none = matches.find((each) => !each.found);
  if (none !== undefined) return refuse(messages.noneWanted(none.glob));
  if (request.list === true) return list(read, source);
  const looked =
    request.look === undefined
      ? { ok: true as const, imported: read }
      : await (await import('./import-look.js')).lookAt(read, request.look, io);
  if (!looked.ok) return refuse(looked.diagnostic);
  const wanted = looked.imported;
  const { assemble } = await import('../import/assemble.js');
  const assembled = assemble(wanted, request.name);
  return write(assembled, wanted, source, saved?.states, request, io);
}

async function list({ streams }: Imported, source: Source): Promise<Outcome> {
  const { listText } = await import('../import/report.js');
  return {
    findings: [],
    text: listText(streams),
    data: {
      source: source.name,
      streams: streams.map(({ name, tags, shown = [], reason }) => ({ name, tags, shown, ...(reason === undefined ? {} : { reason }) })),
    },
  };
}

/** Whether a source is a spec: what goes on from a state need not be imported again. */
function isSpec({ value }: Source): boolean {
  return ['name', 'client', 'resources'].every((key) => typeof value === 'object' && value !== null && Object.hasOwn(value, key));
}

async function write(
  assembled: Assembled,
  imported: Imported,
  source: Source,
  saved: SavedStates | undefined,
  request: ImportRequest,
  io: Io,
): Promise<Outcome> {
  const [{ reportData, reportText, totals }, { hooksText }] = await Promise.all([
    import('../import/report.js'),
    import('../import/hooks-text.js'),
  ]);
  const told = reportText(assembled, source.name, imported);
  const data = { source: source.name, name: assembled.name, looks: assembled.looks, streams: reportData(assembled, source.name) };
  const path = resolve(io.cwd, request.out ?? `specs/${assembled.name}.yaml`);
  const shown = shownPath(path, io.cwd);
  const refuse = (diagnostic: Diagnostic): Outcome => ({ findings: [{ diagnostics: [diagnostic] }], text: told, data });
  if (assembled.text === undefined) {
    const outcome = await writeReport(told, data, request, io);
    return outcome ?? { ...refuse(messages.nothing(source.name, assembled.outcomes.length)), exitCode: EXIT.refused };
  }
  const before = await readIfThere(path, io.disk);
  if (request.update === true && before === undefined) return refuse(messages.noSpec(shown));
  if (request.update !== true && request.force !== true && before !== undefined) return refuse(messages.exists(shown));

  const fresh = schemaLineFor(path, io) + assembled.text;
  const updated =
    before === undefined || request.update !== true
      ? undefined
      : (await import('../import/update.js')).update(before.toString('utf8'), fresh);
  const text = updated?.text ?? fresh;
  const hooksPath = path.replace(/\.ya?ml$/, '') + '.hooks.ts';
  const hasHooks = (await kindOf(hooksPath, io.disk)) !== undefined;
  const needsHooks = assembled.stubs.length > 0 && !hasHooks;
  try {
    await mkdir(dirname(path), { recursive: true });
    await replaceFile(path, text, io);
    if (needsHooks) await replaceFile(hooksPath, hooksText(assembled.name, assembled.stubs, source.name), io);
  } catch (error) {
    return refuse(record.notWritten(shown, errorCode(error) ?? 'an unforeseen failure'));
  }
  const failed = await writeReport(told, data, request, io);
  if (failed !== undefined) return failed;
  const { answers = [] } = imported;
  const kept = answers.length === 0 ? undefined : await (await import('./import-recordings.js')).recordAnswers(shown, answers, io);
  const continued =
    saved === undefined
      ? undefined
      : await (
          await import('./import-state.js')
        ).writeState(shown, saved, (stream) => assembled.outcomes.find((each) => each.stream.name === stream)?.resource, io);
  if (continued?.ok === false) return { findings: continued.findings, text: told, data };
  const project = await scaffold(io, undefined);
  if (!project.ok) return refuse(project.diagnostic);
  const lines = [
    told,
    `${shown}: ${totals(assembled.outcomes)}${updated === undefined ? '' : `; ${updated.added.length === 0 ? 'nothing new' : `added ${updated.added.join(', ')}`}`}`,
    ...(assembled.looks === 0 ? [] : [`${assembled.looks === 1 ? '1 place' : `${assembled.looks} places`} to look at: grep LOOK ${shown}`]),
    ...(needsHooks ? [`${shownPath(hooksPath, io.cwd)}: functions to write`] : []),
    ...(kept === undefined || kept.recorded.length === 0 ? [] : [`recordings of saved answers: ${kept.recorded.join(', ')}`]),
    ...(kept?.without ?? [])
      .filter(([resource]) => !isUnanswered(imported, resource))
      .map(([resource, reason]) => `no recording of ${resource}: ${reason}`),
    ...(continued === undefined ? [] : [continued.text]),
    nextSteps(shown, project.files, io),
  ];
  return {
    findings: [],
    text: lines.join('\n'),
    data: {
      ...data,
      spec: shown,
      text,
      ...(needsHooks ? { hooks: shownPath(hooksPath, io.cwd) } : {}),
      ...(updated === undefined ? {} : { added: updated.added }),
      ...(kept === undefined ? {} : { recorded: kept.recorded }),
      ...(continued === undefined ? {} : { state: continued.data }),
    },
  };
}

/** Leaves the report in a file of its own, too. */
async function writeReport(text: string, data: object, request: ImportRequest, io: Io): Promise<Outcome | undefined> {
  if (request.report === undefined) return undefined;
  const path = resolve(io.cwd, request.report);
  try {
    await mkdir(dirname(path), { recursive: true });
    await replaceFile(path, /\.json$/.test(path) ? `${JSON.stringify(data, null, 2)}\n` : text, io);
    return undefined;
  } catch (error) {
    return { findings: [{ diagnostics: [record.notWritten(shownPath(path, io.cwd), errorCode(error) ?? 'an unforeseen failure')] }] };
  }
}

/** Whether nothing was saved of a resource, which its line in the report says. */
function isUnanswered({ streams }: Imported, resource: string): boolean {
  return streams.some((stream) => stream.resource === resource && stream.differs.includes(UNANSWERED));
}
