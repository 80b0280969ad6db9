// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import process from 'node:process';
import type { Invocation, Options } from './cli.ts';
import { openClient } from './client.ts';
import { SyncError, type Destination } from './destination.ts';
import { openDestination } from './open-destination.ts';
import { aligned, print, secrets, tell } from './output.ts';
import { progressReporter } from './progress.ts';
import { destinationOf } from './run-sync.ts';
import { abandonRun, finishRun, planRun, splitReads, syncUnit } from './sync-unit.ts';
import { chosenTables } from './sync.ts';
import { hasPassword, passwordsIn, shownTarget } from './target.ts';
import { parseUnit, type Unit } from './units.ts';

/** `splits`: units of a read, that can be read by themselves. */
export async function runSplits({ options, env, signal }: Invocation): Promise<number> {
  const { format, ...given } = options; // what a folder holds is another matter
  const { resource: resources, run } = given;
  if (format !== undefined && format !== 'json') throw new SyncError('usage', `--format ${format}: expected json`);
  const units = options.units === undefined ? undefined : countOf(options.units);
  chosenTables(resources);
  const client = openClient(env, () => undefined);
  const place = run === undefined && options.to === undefined ? undefined : placeOf(options, env);
  const destination =
    place === undefined ? undefined : await openDestination(place.to, { ...given, coordinator: place.coordinator });
  let all: readonly Unit[];
  try {
    all =
      destination === undefined || run === undefined
        ? await splitReads(client, { destination, resources, units, signal })
        : await planRun(client, destination, { run: nameOf(run), resources, units, signal });
  } finally {
    await destination?.close();
  }
  if (options.json === true) for (const unit of all) await print(JSON.stringify(unit));
  else if (format === 'json') await print(JSON.stringify(all));
  else
    await print(
      aligned([
        ['id', 'resource', 'kind', 'part'],
        ...all.map(({ id, resource, kind, part, parts }) => [id, resource, kind, `${part} of ${parts}`]),
      ]),
    );
  return 0;
}

/** `sync --split`, `--finish` and `--abandon`: one unit of a run, or the end of it. */
export async function runUnit({ options, env, signal }: Invocation): Promise<number> {
  const { split, finish, abandon } = options;
  if ([split, finish, abandon].filter((each) => each !== undefined).length > 1)
    throw new SyncError('usage', 'say one of --split, --finish and --abandon');
  for (const other of ['full-refresh', 'since', 'backfill', 'state'] as const) {
    if (options[other] !== undefined)
      throw new SyncError('usage', `--${other} is for whole resources, not for units of a split read`);
  }
  if (split === undefined && finish === undefined && abandon === undefined)
    throw new SyncError('usage', '--run names the units of one read: say which one with --split');
  if (split !== undefined && options.run === undefined)
    throw new SyncError('usage', '--split needs --run: a name that all units of one read have in common');
  const place = placeOf(options, env);
  const client = split === undefined ? undefined : openClient(env, () => undefined);
  const destination = await openDestination(place.to, { ...options, coordinator: place.coordinator });
  try {
    if (finish !== undefined) {
      const names = await finishRun(destination, nameOf(finish));
      await print(
        options.json === true
          ? JSON.stringify({ run: finish, finished: names })
          : `finished run ${finish}: ${names.join(', ')}`,
      );
    } else if (abandon !== undefined) {
      await abandonRun(destination, nameOf(abandon));
      await print(
        options.json === true ? JSON.stringify({ run: abandon, abandoned: true }) : `abandoned run ${abandon}`,
      );
    } else if (client !== undefined) {
      const run = nameOf(options.run ?? '');
      const reporter = progressReporter(options.json === true ? 'json' : process.stderr.isTTY ? 'terminal' : 'lines');
      try {
        const unit = await unitOf(split ?? '', run, client, destination, signal);
        await syncUnit(client, destination, {
          unit,
          run,
          signal,
          onProgress: reporter.onProgress,
          onWarning: (message) => tell(`warning: ${message}`),
        });
      } finally {
        reporter.close();
      }
    }
    return 0;
  } finally {
    await destination.close();
  }
}

/** The unit that `--split` says: as JSON, by the id that the run knows, or by one that tells how it was made. */
async function unitOf(
  said: string,
  run: string,
  client: ReturnType<typeof openClient>,
  destination: Destination,
  signal: AbortSignal,
): Promise<Unit> {
  if (said.trimStart().startsWith('{')) return parseUnit(said, '--split', 'usage');
  const known = await destination.units?.find(run, said);
  if (known !== undefined) return known;
  const [, resource = '', part = '', parts = '', since, until, plan] =
    /^(.+)\.(\d+)of(\d+)(?:\.(?:(-?\d+|start)\.\.(-?\d+)\.)?([a-z\d]+))?$/.exec(said) ?? [];
  if (resource === '') throw new SyncError('usage', `--split ${said}: this is no unit; \`splits\` prints them`);
  if (since !== undefined && until !== undefined && plan !== undefined) {
    const time = (ms: string): string => new Date(Number(ms)).toISOString();
    const unit = {
      id: said,
      resource,
      kind: 'window',
      part: Number(part),
      parts: Number(parts),
      plan,
      since: since === 'start' ? null : time(since),
      until: time(until),
    };
    return unit;
  }
  const made = await splitReads(client, { destination, resources: [resource], units: Number(parts), signal });
  const unit = made.find(({ id }) => id === said);
  if (unit !== undefined) return unit;
  throw new SyncError(
    'usage',
    `--split ${said}: the read would not be split so any more; pass the unit as JSON, or keep the units first: splits --run ${run} --to …`,
  );
}

/** Where units are written to, and what keeps them. */
interface UnitPlace {
  readonly to: string;
  /** What keeps leases and states: the destination itself, or its coordinator. */
  readonly keeper: string;
  readonly coordinator?: string;
}

/** A destination that many processes may write to. */
function placeOf(options: Pick<Options, 'to' | 'coordinator'>, env: Invocation['env']): UnitPlace {
  const to = destinationOf(options.to, env);
  if (options.coordinator !== undefined && hasPassword(options.coordinator)) {
    throw new SyncError(
      'usage',
      '--coordinator: a password in arguments is seen by every user of the machine; put the URL into GITHUB_ISSUES_COORDINATOR, or the password into PGPASSWORD',
    );
  }
  if (SHARED.some((pattern) => pattern.test(to))) {
    if (options.coordinator !== undefined)
      throw new SyncError('usage', `--coordinator: ${shownTarget(to)} keeps its units itself`);
    return { to, keeper: to };
  }
  if (COORDINATED.some((pattern) => pattern.test(to))) {
    const coordinator = options.coordinator ?? env['GITHUB_ISSUES_COORDINATOR'];
    if (coordinator === undefined || coordinator === '') {
      throw new SyncError(
        'usage',
        `${shownTarget(to)} has no transactions: say with --coordinator which database keeps units of split reads, postgres://host/database or mysql://host/database`,
      );
    }
    for (const password of passwordsIn(coordinator)) secrets.add('coordinator', password);
    if (!SHARED.some((pattern) => pattern.test(coordinator)))
      throw new SyncError(
        'usage',
        `--coordinator ${shownTarget(coordinator)}: expected postgres://host/database or mysql://host/database`,
      );
    return { to, keeper: coordinator, coordinator };
  }
  throw new SyncError(
    'usage',
    `${shownTarget(to)} is for one process at a time; units of a split read need a destination that many share: postgres://host/database, mysql://host/database; or, with --coordinator, clickhouse://host/database, folder/ (ends in "/"), s3://bucket/folder/`,
  );
}

const SHARED: readonly RegExp[] = [/^postgres(ql)?:/, /^(mysql|mariadb):/];

/** Those that need a coordinator. */
const COORDINATED: readonly RegExp[] = [/^clickhouse:/, /\/$/, /^s3:/];

function nameOf(run: string): string {
  if (/^[\x21-\x7e]{1,200}$/.test(run)) return run;
  throw new SyncError('usage', 'the name of a run is 1 to 200 letters, digits and signs, without spaces');
}

function countOf(text: string): number {
  const count = Number(text);
  if (Number.isSafeInteger(count) && count > 0) return count;
  throw new SyncError('usage', `--units ${text}: expected a whole number of at least 1`);
}
