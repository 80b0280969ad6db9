import { fixtures as messages } from '../diagnostics/messages/fixtures.js';
import { record } from '../diagnostics/messages/record.js';
import { cli } from '../diagnostics/messages/cli.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { printable } from '../diagnostics/words.js';
import type { Drift, DriftKind } from '../drift/compare.js';
import type { ResourceModel } from '../model/connector-model.js';
import { missingCondition, requirement } from '../model/offered.js';
import { isReadAsAsked } from '../model/read-as-asked.js';
import type { CompiledConnector } from '../recorder/connector.js';
import type { JsonValue } from '../shape.js';
import { EXIT } from './exit-code.js';
import type { Page } from './html.js';
import type { Io } from './io.js';
import { describeError } from './record.js';
import { type Format, type Outcome, report } from './report.js';
import { chooseResources, readFixtures, readModel, type SpecModel } from './spec-model.js';

/** What `tapwright check` is asked for. */
export interface CheckRequest {
  readonly spec: string;
  readonly resource?: readonly string[];
  /** Ask the API instead of the recordings. */
  readonly live?: boolean;
  /** With `live`: at most so many pages of each resource are read. Default: 3. */
  readonly pages?: number;
  /** Kinds of drift that are none. */
  readonly ignore?: readonly string[];
  readonly format?: Format;
}

/** A resource whose records were compared with the spec. */
interface Checked {
  readonly resource: string;
  readonly records: number;
  readonly drift: readonly Drift[];
}

/** `tapwright check`: how recordings, or the API, differ from the spec. Exit 1 when they do; writes nothing. */
export async function checkCommand(request: CheckRequest, io: Io): Promise<number> {
  return report(await checkAll(request, io), request.format ?? 'human', io);
}

async function checkAll(request: CheckRequest, io: Io): Promise<Outcome> {
  const { DRIFT_KINDS } = await import('../drift/compare.js');
  const ignored = (request.ignore ?? []).flatMap((each) => each.split(','));
  const unknown = ignored.find((each) => !DRIFT_KINDS.some((kind) => kind === each));
  if (unknown !== undefined) return { findings: [{ diagnostics: [cli.unknownValue('--ignore', unknown, DRIFT_KINDS)] }] };
  const read = await readModel(request.spec, io);
  if (!read.ok) return { findings: read.findings };
  const chosen = chooseResources(read.read.model, request.resource ?? []);
  if ('diagnostics' in chosen) return { findings: [chosen] };

  const { compileConnector } = await import('../recorder/connector.js');
  const connector = await compileConnector(read.read.model, read.read.hooksCopy);
  try {
    const found =
      request.live === true ? await liveRecords(request, connector, chosen, io) : await recordedRecords(read.read, connector, chosen);
    if (!found.ok) return found.outcome;
    const { driftOf } = await import('../drift/compare.js');
    const { typedRows } = await import('../recordings/rows.js');
    const { addedFields } = await import('../model/columns.js');
    const { records: types } = read.read.model;
    const checked = found.records.map(({ resource, values }) => ({
      resource: resource.name.raw,
      records: values.length,
      drift: driftOf(types, resource.name.raw, typedRows(values, resource, types), addedFields(resource)).filter(
        ({ kind }) => !ignored.includes(kind),
      ),
    }));
    const shown = checked.map(({ drift, ...rest }) => ({
      ...rest,
      drift: drift.map((each) => ({ ...each, seen: found.hide(each.seen), path: found.hide(each.path) })),
    }));
    return {
      findings: found.warnings.length === 0 ? [] : [{ diagnostics: found.warnings }],
      text: tableOf(shown),
      page: pageOf(read.read.model.name.raw, shown),
      data: { name: read.read.model.name.raw, live: request.live === true, resources: shown },
      exitCode: checked.some(({ drift }) => drift.length > 0) ? EXIT.refused : EXIT.done,
    };
  } finally {
    await connector.dispose();
  }
}

type Found =
  | {
      readonly ok: true;
      readonly records: readonly { readonly resource: ResourceModel; readonly values: readonly JsonValue[] }[];
      readonly hide: (text: string) => string;
      /** What the API says of records that the spec leaves unread. */
      readonly warnings: readonly Diagnostic[];
    }
  | { readonly ok: false; readonly outcome: Outcome };

/** The records of the recordings, which must still be what the connector asks for, and hold nothing that looks like a secret. */
async function recordedRecords(read: SpecModel, connector: CompiledConnector, resources: readonly ResourceModel[]): Promise<Found> {
  const found = await readFixtures(read, resources);
  if (!found.ok) return { ok: false, outcome: { findings: found.findings } };
  const { replayExchanges } = await import('../recorder/replay.js');
  const { recordsOf } = await import('../recorder/records.js');
  const { suspectSecrets } = await import('../recordings/secret-patterns.js');
  const diagnostics: Diagnostic[] = [];
  const records = [];
  for (const resource of resources) {
    const fixture = found.fixtures.get(resource.name.raw);
    if (fixture === undefined) continue;
    const file = `${resource.name.raw}.json`;
    diagnostics.push(...suspectSecrets(fixture).map((each) => messages.secret(file, each)));
    const replayed = await replayExchanges(connector, resource, fixture.config ?? {}, fixture.exchanges);
    const again = { spec: read.model.specPath, resource: resource.name.raw };
    if (!replayed.ok)
      diagnostics.push(replayed.unused > 0 ? messages.unused(file, replayed.unused, again) : messages.stale(file, replayed.reason, again));
    records.push({ resource, values: recordsOf(fixture, resource) });
  }
  if (diagnostics.length > 0) return { ok: false, outcome: { findings: [{ diagnostics }] } };
  return { ok: true, records, hide: (text) => text, warnings: [] };
}

/** The records that the API has now, of the first pages, and what they tell of others. */
async function liveRecords(
  request: CheckRequest,
  connector: CompiledConnector,
  resources: readonly ResourceModel[],
  io: Io,
): Promise<Found> {
  const { accessFrom } = await import('../recorder/environment.js');
  const { takePages } = await import('../recorder/take.js');
  const { recordsIn } = await import('../recorder/answers.js');
  const access = accessFrom(connector.model, io.env);
  if (!access.ok) return { ok: false, outcome: { findings: [{ diagnostics: access.diagnostics }] } };
  const hide = (text: string): string => access.access.secrets.redact(text);
  const { watchExchanges, unreadIn } = await import('../recorder/unread.js');
  const records = [];
  const warnings: Diagnostic[] = [];
  for (const resource of resources) {
    if (!isReadAsAsked(resource, connector.model.resources)) {
      warnings.push(record.notAsAsked(resource.name.raw));
      continue;
    }
    const condition = missingCondition(resource, connector.model.resources, access.access.config);
    const option = connector.model.config.find(({ name }) => name.raw === condition?.option.raw);
    if (condition !== undefined && option !== undefined) {
      warnings.push(record.notOffered(resource.name.raw, option.env, requirement(condition)));
      continue;
    }
    const watch = watchExchanges(globalThis.fetch, connector, resource);
    try {
      const taken = await takePages(connector, resource, {
        access: access.access,
        pages: request.pages ?? 3,
        records: 1000,
        fetch: watch.fetch,
        signal: io.interrupt,
      });
      const unread = unreadIn(watch.exchanges, taken.ended, resource);
      if (unread !== undefined) warnings.push(record.unread(resource.name.raw, hide(unread)));
      records.push({ resource, values: taken.own.flatMap(({ body }) => recordsIn(body, resource) ?? []) });
    } catch (error) {
      const diagnostic = io.interrupt.aborted ? cli.interrupted() : record.failed(resource.name.raw, hide(describeError(error)));
      return { ok: false, outcome: { findings: [{ diagnostics: [diagnostic] }] } };
    }
  }
  return { ok: true, records, hide, warnings };
}

const WORDS: { readonly [kind in DriftKind]: string } = {
  new: 'new',
  vanished: 'vanished',
  missing: 'missing',
  retyped: 'retyped',
  null: 'null',
  enum: 'enum',
};

/** The same as a page. */
function pageOf(name: string, checked: readonly Checked[]): Page {
  const count = checked.reduce((sum, { drift }) => sum + drift.length, 0);
  const lead =
    count === 0
      ? 'The records are what the spec says.'
      : `The records differ from the spec in ${count === 1 ? 'one place' : `${count} places`}.`;
  return {
    title: `${name}: records and spec`,
    lead,
    tables: checked.map(({ resource, records, drift }) => ({
      caption: `${resource}: ${records === 1 ? '1 record' : `${records} records`}`,
      head: ['Field', 'What', 'The spec says', 'What came'],
      rows: drift.map(({ kind, path, declared, seen }) => [path, kind, declared, seen]),
    })),
  };
}

/** For people: a line for each resource, and below it one for each difference. */
function tableOf(checked: readonly Checked[]): string {
  const rows = checked.flatMap(({ drift }) => drift);
  const width = (of: (drift: Drift) => string, most: number): number => Math.min(most, Math.max(0, ...rows.map((row) => of(row).length)));
  const [paths, declared] = [width(({ path }) => path, 48), width((row) => row.declared, 48)];
  return checked
    .map(({ resource, records, drift }) => {
      const head = `${resource}: ${drift.length === 0 ? 'as the spec says' : drift.length === 1 ? '1 difference' : `${drift.length} differences`} (${records === 1 ? '1 record' : `${records} records`})\n`;
      return (
        head +
        drift
          .map(
            (row) =>
              `  ${WORDS[row.kind].padEnd(8)}  ${printable(row.path).padEnd(paths)}  ${printable(row.declared).padEnd(declared)}  ${printable(row.seen)}\n`,
          )
          .join('')
      );
    })
    .join('');
}
