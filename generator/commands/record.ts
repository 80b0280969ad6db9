import { resolve } from 'node:path';
import { cli } from '../diagnostics/messages/cli.js';
import { fixtures as fixtureMessages } from '../diagnostics/messages/fixtures.js';
import { record as messages } from '../diagnostics/messages/record.js';
import type { Fixture } from '../recordings/format.js';
import type { Secrets } from '../recordings/secrets.js';
import type { ResourceModel } from '../model/connector-model.js';
import { missingCondition, requirement } from '../model/offered.js';
import { isReadAsAsked } from '../model/read-as-asked.js';
import type { Answer } from '../recorder/answers.js';
import type { CompiledConnector } from '../recorder/connector.js';
import type { Access } from '../recorder/environment.js';
import { errorCode } from '../output/disk.js';
import { shownPath } from '../output/target.js';
import { version } from '../version.js';
import { type Bar, bar } from './bar.js';
import type { Io } from './io.js';
import { type Finding, type Format, type Outcome, report } from './report.js';
import { chooseResources, readFixtures, readModel, type SpecModel } from './spec-model.js';
import { putFiles, replaceFile } from './staging.js';

/** What `tapwright record` is asked for. */
export interface RecordRequest {
  readonly spec: string;
  /** Names of resources. None: all. */
  readonly resource?: readonly string[];
  /** The most pages of each resource. Default: 3. */
  readonly pages?: number;
  /** The most records to keep of a page. Default: 5. */
  readonly records?: number;
  /** Fields whose personal data stays. */
  readonly keep?: readonly string[];
  /** SHA-256 of values that look like secrets and are none. */
  readonly allowFixtureSecret?: readonly string[];
  /** A HAR file to take the answers from, instead of the API. */
  readonly fromHar?: string;
  /** Write the recordings that are there to a HAR file, and ask nothing. */
  readonly toHar?: string;
  /** The permissions of what is written, in octal digits. */
  readonly mode?: string;
  readonly format?: Format;
}

/** `tapwright record`: what the API answers to the emitted connector, as recordings beside the spec. */
export async function recordCommand(request: RecordRequest, io: Io): Promise<number> {
  const guarded = { secrets: undefined as Secrets | undefined };
  const safe = (write: (text: string) => void) => (text: string) =>
    write(guarded.secrets === undefined ? text : redactLines(text, guarded.secrets));
  const quiet: Io = {
    ...io,
    stdout: { ...io.stdout, write: safe((text) => io.stdout.write(text)) },
    stderr: { ...io.stderr, write: safe((text) => io.stderr.write(text)) },
  };
  try {
    const outcome = await recordAll(request, quiet, (secrets) => (guarded.secrets = secrets));
    return report(outcome, request.format ?? 'human', quiet);
  } catch (error) {
    throw withoutSecrets(error, guarded.secrets);
  }
}

async function recordAll(request: RecordRequest, io: Io, guard: (secrets: Secrets) => void): Promise<Outcome> {
  const read = await readModel(request.spec, io);
  if (!read.ok) return { findings: read.findings };
  const chosen = chooseResources(read.read.model, request.resource ?? []);
  if ('diagnostics' in chosen) return { findings: [chosen] };
  if (request.toHar !== undefined) return exportHar(request.toHar, read.read, chosen, io, modeOf(request));
  const { accessFrom } = await import('../recorder/environment.js');
  const har = request.fromHar === undefined ? undefined : await harFetch(request.fromHar, read.read, io);
  if (har !== undefined && 'diagnostics' in har) return { findings: [har] };
  const found = accessFrom(read.read.model, har === undefined ? io.env : { ...har.env, ...io.env }, har === undefined);
  if (!found.ok) return { findings: [{ diagnostics: found.diagnostics }] };
  guard(found.access.secrets);

  const { compileConnector } = await import('../recorder/connector.js');
  const connector = await compileConnector(read.read.model, read.read.hooksCopy);
  try {
    return await recordResources(
      { request, io, read: read.read, connector, access: found.access, fetch: har?.fetch ?? globalThis.fetch },
      chosen,
    );
  } finally {
    await connector.dispose();
  }
}

/** The recordings as a HAR file, for a browser or for Playwright. */
async function exportHar(path: string, read: SpecModel, resources: readonly ResourceModel[], io: Io, mode: number): Promise<Outcome> {
  const found = await readFixtures(read, resources);
  if (!found.ok) return { findings: found.findings };
  const { harText } = await import('../recordings/har.js');
  const text = harText([...found.fixtures.values()], { name: 'tapwright', version });
  const target = resolve(io.cwd, path);
  const shown = shownPath(target, io.cwd);
  try {
    await replaceFile(target, text, io, mode);
  } catch (error) {
    return { findings: [{ diagnostics: [messages.notWritten(shown, errorCode(error) ?? 'an unforeseen failure')] }] };
  }
  return {
    findings: [],
    text: `${shown}: ${found.fixtures.size === 1 ? '1 recording' : `${found.fixtures.size} recordings`}\n`,
    data: { har: shown },
  };
}

/** Recordings may hold personal data that nobody knows for it. */
function modeOf({ mode = '600' }: RecordRequest): number {
  return parseInt(mode, 8);
}

interface Session {
  readonly request: RecordRequest;
  readonly io: Io;
  readonly read: SpecModel;
  readonly connector: CompiledConnector;
  readonly access: Access;
  readonly fetch: typeof globalThis.fetch;
}

/** What is there with the options of the environment, and a word of each that is not. */
function offeredOf(
  chosen: readonly ResourceModel[],
  { read, access }: Session,
): { readonly offered: readonly ResourceModel[]; readonly findings: readonly Finding[] } {
  const absent = chosen.flatMap((resource) => {
    const condition = missingCondition(resource, read.model.resources, access.config);
    const option = read.model.config.find(({ name }) => name.raw === condition?.option.raw);
    return condition === undefined || option === undefined ? [] : [{ resource, condition, option }];
  });
  return {
    offered: chosen.filter((resource) => absent.every((each) => each.resource !== resource)),
    findings: absent.map(({ resource, condition, option }) => ({
      diagnostics: [messages.notOffered(resource.name.raw, option.env, requirement(condition))],
    })),
  };
}

async function recordResources(session: Session, chosen: readonly ResourceModel[]): Promise<Outcome> {
  const { request, io, connector, access, read } = session;
  const { offered, findings: absent } = offeredOf(chosen, session);
  const resources = offered.filter((resource) => isReadAsAsked(resource, read.model.resources));
  const { StandIns } = await import('../recordings/stand-ins.js');
  const { finishRecording } = await import('../recorder/finish.js');
  const { shownConfig } = await import('../recorder/environment.js');
  const standIns = new StandIns(request.keep ?? []);
  const options = (resource: ResourceModel) => ({
    config: shownConfig(connector.model, access.config),
    records: request.records ?? 5,
    secrets: access.secrets,
    standIns,
    allowed: new Set(request.allowFixtureSecret ?? []),
    keepsDigits: read.model.records.resources.find((each) => each.resource === resource.name.raw)?.type.needsExactNumbers ?? false,
  });

  const findings: Finding[] = [
    ...absent,
    ...offered.filter((resource) => !resources.includes(resource)).map(({ name }) => ({ diagnostics: [messages.notAsAsked(name.raw)] })),
  ];
  const taken: { readonly resource: ResourceModel; readonly answers: readonly Answer[] }[] = [];
  const progress = bar(io.stderr, resources.length * pagesOf(request)); // a resource that has fewer pages ends early
  try {
    for (const [index, resource] of resources.entries()) {
      const one = await take(session, resource, options(resource), {
        step: (page, what) => progress.step(index * pagesOf(request) + page, what),
      });
      if ('diagnostics' in one) return { findings: [one] };
      taken.push({ resource, answers: one.answers });
      if (one.unread !== undefined) findings.push({ diagnostics: [messages.unread(resource.name.raw, access.secrets.redact(one.unread))] });
    }
  } finally {
    if ((request.format ?? 'human') === 'human') progress.end();
  }
  for (const { resource, answers } of taken)
    for (const { body } of answers) if (body !== undefined) standIns.learn(body, resource.name.raw);

  const files = new Map<string, string>();
  const recorded: { readonly resource: ResourceModel; readonly fixture: Fixture }[] = [];
  for (const { resource, answers } of taken) {
    const finished = await finishRecording(connector, resource, answers, options(resource));
    if (!finished.ok) return { findings: [{ diagnostics: finished.diagnostics }] };
    files.set(`${resource.name.raw}.json`, finished.text);
    recorded.push({ resource, fixture: finished.fixture });
  }
  if (io.interrupt.aborted) return { findings: [{ diagnostics: [cli.interrupted()] }] };
  const folder = read.spec.path.replace(/\.[^./\\]*$/, '');
  const refused = await putFiles(
    folder,
    files,
    (name, bytes) => (access.secrets.found(bytes.toString('utf8')) ? fixtureMessages.leak(name) : undefined),
    io,
    modeOf(request),
  );
  if (refused !== undefined) return { findings: [{ diagnostics: [refused] }] };
  findings.push(...(await drifts(read, recorded)));
  return { findings, ...describe(read, recorded, standIns.size) };
}

function pagesOf({ pages = 3 }: RecordRequest): number {
  return pages;
}

type TakenAnswers = { readonly answers: readonly Answer[]; readonly unread: string | undefined } | Finding;

async function take(
  { request, io, connector, access, fetch }: Session,
  resource: ResourceModel,
  options: Parameters<typeof import('../recorder/finish.js').shrink>[3],
  progress: Pick<Bar, 'step'>,
): Promise<TakenAnswers> {
  const { takePages } = await import('../recorder/take.js');
  const { shrink } = await import('../recorder/finish.js');
  const { unreadIn, watchExchanges } = await import('../recorder/unread.js');
  const watch = watchExchanges(fetch, connector, resource);
  const human = (request.format ?? 'human') === 'human';
  try {
    const taken = await takePages(connector, resource, {
      access,
      pages: pagesOf(request),
      records: options.records,
      fetch: watch.fetch,
      signal: io.interrupt,
      onPage: (page, records) => human && progress.step(page, `${resource.name.raw}: page ${page}, ${records} records`),
    });
    const answers = await shrink(connector, resource, taken, options);
    return answers === undefined
      ? { diagnostics: [messages.notReplayable(resource.name.raw, 'the paging does not end')] }
      : { answers, unread: unreadIn(watch.exchanges, taken.ended, resource) };
  } catch (error) {
    if (io.interrupt.aborted) return { diagnostics: [cli.interrupted()] };
    return { diagnostics: [messages.failed(resource.name.raw, access.secrets.redact(describeError(error)))] };
  }
}

/** An unforeseen error, as it may be shown: with nothing but a message and a stack that were looked through. */
function withoutSecrets(error: unknown, secrets: Secrets | undefined): Error {
  const shown = new Error(secrets === undefined ? describeError(error) : secrets.redact(describeError(error)));
  if (error instanceof Error && error.stack !== undefined)
    shown.stack = secrets === undefined ? error.stack : redactLines(error.stack, secrets);
  return shown;
}

/** An error of the emitted package: its name tells as much as its message. */
export function describeError(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function drifts(
  { model }: SpecModel,
  recorded: readonly { readonly resource: ResourceModel; readonly fixture: Fixture }[],
): Promise<Finding[]> {
  const { driftOf } = await import('../drift/compare.js');
  const { typedRows } = await import('../recordings/rows.js');
  const { addedFields } = await import('../model/columns.js');
  const { recordsOf } = await import('../recorder/records.js');
  return recorded.flatMap(({ resource, fixture }) => {
    const rows = typedRows(recordsOf(fixture, resource), resource, model.records);
    const found = driftOf(model.records, resource.name.raw, rows, addedFields(resource));
    return found.length === 0 ? [] : [{ diagnostics: [messages.drifts(resource.name.raw, found.length)] }];
  });
}

function describe(
  { spec, model }: SpecModel,
  recorded: readonly { readonly resource: ResourceModel; readonly fixture: Fixture }[],
  standIns: number,
): Pick<Outcome, 'text' | 'data'> {
  const folder = spec.shown.replace(/\.[^./\\]*$/, '');
  const files = recorded.map(({ resource, fixture }) => ({
    resource: resource.name.raw,
    path: `${folder}/${resource.name.raw}.json`,
    exchanges: fixture.exchanges.length,
  }));
  const lines = files.map(({ path, exchanges }) => `${path}: ${exchanges === 1 ? '1 exchange' : `${exchanges} exchanges`}\n`);
  const replaced = standIns === 0 ? '' : `Personal data: ${standIns === 1 ? '1 value' : `${standIns} values`} replaced by stand-ins.\n`;
  return { text: lines.join('') + replaced, data: { name: model.name.raw, recordings: files, standIns } };
}

async function harFetch(path: string, { model }: SpecModel, { cwd, env }: Io) {
  const { readHar } = await import('../recorder/har.js');
  return readHar(path, model, cwd, env);
}

/** Output is guarded line by line: what was encoded beyond recognition takes its line with it, no more. */
function redactLines(text: string, secrets: Secrets): string {
  return secrets.found(text)
    ? text
        .split('\n')
        .map((line) => secrets.redact(line))
        .join('\n')
    : text;
}
