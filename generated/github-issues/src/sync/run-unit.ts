// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import process from 'node:process';
import type { Invocation } from './cli.ts';
import { openClient } from './client.ts';
import { SyncError, type Destination } from './destination.ts';
import { parseJsonText, isObject } from './json-file.ts';
import { openDestination } from './open-destination.ts';
import { aligned, print, tell } from './output.ts';
import { progressReporter } from './progress.ts';
import { destinationOf } from './run-sync.ts';
import { abandonRun, finishRun, planRun, splitReads, syncUnit } from './sync-unit.ts';
import { chosenTables } from './sync.ts';
import { shownTarget } from './target.ts';
import type { Unit } from './units.ts';

/** `splits`: units of a read, that can be read by themselves. */
export async function runSplits({ options, env, signal }: Invocation): Promise<number> {
  const { format, ...given } = options; // what a folder holds is another matter
  const { resource: resources, run } = given;
  if (format !== undefined && format !== 'json') throw new SyncError('usage', `--format ${format}: expected json`);
  const units = options.units === undefined ? undefined : countOf(options.units);
  chosenTables(resources);
  const client = openClient(env, () => undefined);
  const to = run === undefined && options.to === undefined ? undefined : sharedOf(destinationOf(options.to, env));
  const destination = to === undefined ? undefined : await openDestination(to, given);
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
  const to = sharedOf(destinationOf(options.to, env));
  const client = split === undefined ? undefined : openClient(env, () => undefined);
  const destination = await openDestination(to, options);
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
  if (said.trimStart().startsWith('{')) {
    const unit = parseJsonText(said, '--split', 'usage');
    const isUnit =
      isObject(unit) &&
      ['id', 'resource', 'kind', 'plan'].every((key) => typeof unit[key] === 'string') &&
      ['part', 'parts'].every((key) => Number.isSafeInteger(unit[key]));
    if (!isUnit) throw new SyncError('usage', '--split: expected a unit as `splits --format json` prints it');
    return unit as unknown as Unit;
  }
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

/** A destination that many processes may write to. */
function sharedOf(to: string): string {
  if (SHARED.some((pattern) => pattern.test(to))) return to;
  throw new SyncError(
    'usage',
    `${shownTarget(to)} is for one process at a time; units of a split read need a destination that many share: postgres://host/database, mysql://host/database`,
  );
}

const SHARED: readonly RegExp[] = [/^postgres(ql)?:/, /^(mysql|mariadb):/];

function nameOf(run: string): string {
  if (/^[\x21-\x7e]{1,200}$/.test(run)) return run;
  throw new SyncError('usage', 'the name of a run is 1 to 200 letters, digits and signs, without spaces');
}

function countOf(text: string): number {
  const count = Number(text);
  if (Number.isSafeInteger(count) && count > 0) return count;
  throw new SyncError('usage', `--units ${text}: expected a whole number of at least 1`);
}
