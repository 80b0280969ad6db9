import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type * as Sync from '../../../generated/github-issues/src/sync/index.ts';
import type { Destination, Lease, SqlUnits, Unit } from '../../../generated/github-issues/src/sync/index.ts';
import { sandbox } from '../../support/sandbox.js';
import { buildSpec, runCommand, type Finished } from '../../sync/support/built-package.js';
import { harnesses, type Harness, type Place } from '../../sync/support/harness.js';
import { eventsOf, splittableApi, type Api } from './api.js';
import { specOf } from './connector.js';

const all = await harnesses();
afterAll(() => Promise.all(all.map((each) => each.stop())));

/** Those that keep units of their own: Postgres always, MySQL where there is a server. */
const keepers = all.filter(({ name }) => ['Postgres', 'MySQL'].includes(name));
/** Those whose units one of them keeps; S3 and ClickHouse where there is a server. */
const coordinated = all.filter(({ name }) => /^(?:JSON Lines|Parquet|ClickHouse)/.test(name));

interface Shared {
  readonly name: string;
  readonly harness: Harness;
  readonly coordinator?: Harness;
}

/** Destinations that many processes may write to. */
const shared: readonly Shared[] = [
  ...keepers.map((harness) => ({ name: harness.name, harness })),
  ...coordinated.flatMap((harness) =>
    keepers.map((coordinator) => ({ name: `${harness.name}, kept by ${coordinator.name}`, harness, coordinator })),
  ),
];

const DISPOSITIONS = { visits: 'merge', orders: 'replace', comments: 'merge', lists: 'replace', leaves: 'append' };

/** The destination as a coordinated one has it. */
async function openPieces(
  { openFiles, openParquet, openS3, openClickhouse }: typeof Sync,
  { to, format }: Place,
  options: object,
): Promise<Destination> {
  if (to.startsWith('s3:')) return openS3(to, options);
  if (to.startsWith('clickhouse:')) return openClickhouse(to, options);
  return format === 'parquet' ? openParquet(to, options) : openFiles(to, options);
}

let bin: string;
let library: typeof Sync;
let Client: new (options: object) => never;
let api: Api;

beforeAll(async () => {
  bin = await buildSpec(
    JSON.stringify(
      specOf('https://api.example.com', { outputs: ['duckdb', 'postgres', 'mysql', 'clickhouse', 'files', 's3'] }, DISPOSITIONS),
    ),
  );
  library = (await import(pathToFileURL(join(bin, '../index.js')).href)) as typeof Sync;
  const { ShopClient } = (await import(pathToFileURL(join(bin, '../../index.js')).href)) as { readonly ShopClient: typeof Client };
  Client = ShopClient;
}, 120_000);

beforeEach(async () => void (api = await splittableApi()));

describe.each(shared)('$name', ({ harness, coordinator }) => {
  let place: Place;
  /** What `openDestination` is told besides. */
  let options: { readonly format?: string | undefined; readonly coordinator?: string };
  beforeEach(async () => {
    place = await harness.place();
    options = { format: place.format, ...(coordinator === undefined ? {} : { coordinator: (await coordinator.place()).to }) };
  });

  const client = (): never =>
    new Client({
      baseUrl: api.origin,
      stores: ['a', 'b', 'c'],
      wallClock: () => Date.parse('2024-01-15T12:00:00Z'),
      sleep: async () => undefined,
    });

  /** A connection of its own, as another process has one. */
  async function using<Result>(use: (destination: Destination) => Promise<Result>): Promise<Result> {
    const destination = await library.openDestination(place.to, options);
    return use(destination).finally(() => destination.close());
  }

  /** A sync as one process does it. */
  async function syncWhole(resources: readonly string[]): Promise<void> {
    const destination = await library.openDestination(place.to, { format: place.format });
    await library.sync(client(), destination, { resources }).finally(() => destination.close());
  }

  const planned = (run: string, resources: readonly string[], units = 3): Promise<readonly Unit[]> =>
    using((destination) => library.planRun(client(), destination, { run, resources, units }));
  const read = (run: string, unit: Unit, signal?: AbortSignal) =>
    using((destination) => library.syncUnit(client(), destination, { run, unit, signal, batchRows: 1 }));
  const finish = (run: string) => using((destination) => library.finishRun(destination, run));
  const ids = async (table: string): Promise<readonly number[]> =>
    (await place.rows(table, ['id'])).map(({ id }) => Number(id)).sort((a, b) => a - b);
  const asked = (from: number): readonly string[] => api.asked.slice(from).map(({ url }) => `${url.pathname}${url.search}`);

  test.each(['events', 'visits', 'orders', 'comments', 'lists', 'leaves', 'notes'])(
    'units of %s are together what one sync is, side by side',
    async (resource) => {
      const whole = await harness.place();
      const destination = await library.openDestination(whole.to, { format: whole.format });
      await library.sync(client(), destination, { resources: [resource] }).finally(() => destination.close());
      const units = await planned('r1', [resource]);
      await Promise.all(units.map((unit) => read('r1', unit)));
      expect(await finish('r1')).toEqual([resource]);
      expect(await place.rows(resource, ['id'])).toEqual(await whole.rows(resource, ['id']));
      expect((await place.rows(resource, ['id'])).length).toBeGreaterThan(5);
      const before = api.asked.length;
      await syncWhole([resource]); // goes on from where the run ended
      if (resource !== 'notes')
        expect(await ids(resource)).toEqual(
          (await whole.rows(resource, ['id']))
            .map(({ id }) => Number(id))
            .sort((a, b) => a - b)
            .flatMap((id) => (resource === 'leaves' && !harness.name.endsWith('S3') ? [id, id] : [id])),
        );
      if (resource === 'events') expect(asked(before)[0]).toContain('since=2024-01-13'); // of its last record, not of the beginning
    },
  );

  test('a copy of a unit is refused while another one has it, and reads nothing once it is complete', async () => {
    const [unit] = await planned('r1', ['lists'], 1);
    if (unit === undefined) throw new Error('no unit');
    await using(async (destination) => {
      const table = library.tables.find(({ name }) => name === 'lists');
      const lease = await destination.units?.acquire('r1', unit, table as never);
      const before = api.asked.length;
      await expect(read('r1', unit)).rejects.toMatchObject({
        code: 'locked',
        message: expect.stringContaining('another process') as string,
      });
      expect(api.asked).toHaveLength(before);
      await destination.units?.release(lease as Lease);
    });
    await read('r1', unit);
    const before = api.asked.length;
    expect(await read('r1', unit)).toMatchObject({ done: true, records: 0 });
    expect(api.asked).toHaveLength(before);
    await finish('r1');
    expect(await ids('lists')).toEqual(Array.from({ length: 23 }, (_, index) => index + 1));
  });

  test('who was taken over writes nothing', async () => {
    const [unit] = await planned('r1', ['events'], 1);
    const table = library.tables.find(({ name }) => name === 'events');
    if (unit === undefined || table === undefined) throw new Error('no unit');
    await using(async (slow) => {
      const lease = await slow.units?.acquire('r1', unit, table);
      await slow.units?.release(lease as Lease);
      await read('r1', unit);
      const saved = { version: 1, mode: 'append', complete: false, state: {} } as const;
      await expect(
        slow.units?.write(lease as Lease, table, { records: [{}], rows: [[1, '2024-01-01T00:00:00Z']], saved }),
      ).rejects.toMatchObject({ code: 'locked' });
    });
    await finish('r1');
    expect(await ids('events')).toEqual(api.events.map(({ id }) => id));
  });

  test('a unit that was cut off goes on after its last rows, at every page', async () => {
    const [unit] = await planned('r1', ['events'], 1);
    if (unit === undefined) throw new Error('no unit');
    for (let cut = 0; ; cut++) {
      const abort = new AbortController();
      const done = await using((destination) =>
        library.syncUnit(client(), destination, {
          run: 'r1',
          unit,
          signal: abort.signal,
          batchRows: 1,
          onProgress: ({ pages }) => void (pages > 0 && abort.abort(new Error('cut'))),
        }),
      ).then(
        ({ done }) => done,
        (error: unknown) => (expect(error).toMatchObject({ message: 'cut' }), false),
      );
      if (done) break;
      expect(cut).toBeLessThan(60);
    }
    await finish('r1');
    expect(await ids('events')).toEqual(api.events.map(({ id }) => id));
    const urls = asked(0).filter((url) => url.startsWith('/events'));
    expect(new Set(urls).size).toBeGreaterThan(30);
    expect(urls.length - new Set(urls).size).toBeLessThanOrEqual(1);
  });

  test('a run is finished once, and not too early', async () => {
    const units = await planned('r1', ['events', 'orders']);
    expect(await planned('r1', ['events', 'orders'], 7)).toEqual(units); // who asks again gets the same
    for (const unit of units.slice(1)) await read('r1', unit);
    await expect(finish('r1')).rejects.toMatchObject({ code: 'locked', message: expect.stringContaining(units[0]?.id ?? '?') as string });
    const first = units[0];
    if (first !== undefined) await read('r1', first);
    expect(await finish('r1')).toEqual(['events', 'orders']);
    const rows = await place.snapshot();
    expect(await finish('r1')).toEqual(['events', 'orders']);
    expect(await place.snapshot()).toEqual(rows);
    expect(await ids('events')).toEqual(api.events.map(({ id }) => id));
    expect(await read('r1', first as Unit)).toMatchObject({ done: true, records: 0 }); // a scheduler that says it again
    expect(await planned('r1', ['events', 'orders'])).toEqual(units);
    expect(await place.snapshot()).toEqual(rows);
    await expect(finish('r2')).rejects.toMatchObject({ code: 'usage' });
  });

  test('a resource of which no unit was begun is missing, where nobody has kept the units', async () => {
    const units = await using((destination) => library.splitReads(client(), { destination, resources: ['orders', 'lists'], units: 2 }));
    const of = (name: string): readonly Unit[] => units.filter(({ resource }) => resource === name);
    for (const unit of of('orders')) await read('r1', JSON.parse(JSON.stringify(unit)) as Unit);
    await expect(finish('r1')).rejects.toMatchObject({ code: 'locked', message: expect.stringContaining('every unit of lists') as string });
    for (const unit of of('lists')) await read('r1', unit);
    expect(await finish('r1')).toEqual(['lists', 'orders']);
    const alone = await using((destination) => library.splitReads(client(), { destination, resources: ['orders'], units: 2 }));
    expect(alone.every(({ together }) => together === undefined)).toBe(true);
  });

  test('a run writes to one place: the same name under another prefix is refused, and nothing is taken for read', async () => {
    const [unit] = await planned('r1', ['events'], 1);
    await read('r1', unit as Unit);
    const other = await library.openDestination(place.to, { ...options, prefix: 'other_' });
    const refused = { code: 'usage', message: expect.stringContaining('take another name') as string };
    await expect(library.syncUnit(client(), other, { run: 'r1', unit: unit as Unit })).rejects.toMatchObject(refused);
    await expect(library.finishRun(other, 'r1').finally(() => other.close())).rejects.toMatchObject(refused);
    expect(await finish('r1')).toEqual(['events']);
  });

  test('a second run reads what is new, once', async () => {
    const all = api.events;
    api.events = eventsOf(21);
    for (const unit of await planned('r1', ['events'])) await read('r1', unit);
    await finish('r1');
    api.events = all;
    for (const unit of await planned('r2', ['events'])) await read('r2', unit);
    await finish('r2');
    expect(await ids('events')).toEqual(all.map(({ id }) => id));
  });

  test('a run that is abandoned in the middle leaves nothing, and who still reads writes no more', async () => {
    const [first, second] = await planned('r1', ['events']);
    const table = library.tables.find(({ name }) => name === 'events');
    if (first === undefined || second === undefined || table === undefined) throw new Error('no units');
    await read('r1', first);
    await using(async (still) => {
      const lease = await still.units?.acquire('r1', second, table);
      await using((destination) => library.abandonRun(destination, 'r1'));
      const saved = { version: 1, mode: 'append', complete: false, state: {} } as const;
      await expect(
        still.units?.write(lease as Lease, table, { records: [{}], rows: [[1, '2024-01-01T00:00:00Z']], saved }),
      ).rejects.toMatchObject({ code: 'locked' });
    });
    await expect(read('r1', second)).rejects.toMatchObject({ code: 'usage', message: expect.stringContaining('abandoned') as string });
    await expect(finish('r1')).rejects.toMatchObject({ code: 'usage' });
    await using((destination) => library.abandonRun(destination, 'r1')); // again: nothing
    for (const unit of await planned('r2', ['events'])) await read('r2', unit);
    await finish('r2');
    expect(await ids('events')).toEqual(api.events.map(({ id }) => id));
    expect(JSON.stringify(await place.snapshot())).not.toContain('__run_');
  });

  test('units of two plans are not mixed, and a sync in between is noticed', async () => {
    const [first] = await planned('r1', ['events'], 2);
    const [, other] = await using((destination) => library.splitReads(client(), { destination, resources: ['events'], units: 3 }));
    await expect(read('r1', other as Unit)).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining('another plan') as string,
    });
    await read('r1', first as Unit);
    await syncWhole(['events']);
    const [, second] = await planned('r1', ['events'], 2);
    await read('r1', second as Unit);
    await expect(finish('r1')).rejects.toMatchObject({ code: 'state', message: expect.stringContaining('--abandon r1') as string });
  });

  test('leases are what a model of them says, whatever happens in which order', { timeout: 120_000 }, async () => {
    const table = library.tables.find(({ name }) => name === 'lists');
    if (table === undefined) throw new Error('no table');
    const destinations = await Promise.all([0, 1, 2].map(() => library.openDestination(place.to, options)));
    let now = 0;
    const stores = destinations.map((destination) => (destination.units as SqlUnits).withClock(async () => now));
    const unit: Unit = {
      id: 'lists.1of1.x',
      resource: 'lists',
      kind: 'pages',
      part: 1,
      parts: 1,
      plan: 'x',
      from: null,
      until: null,
    } as Unit;
    let runs = 0;
    type Step = readonly ['acquire' | 'write' | 'complete' | 'renew' | 'release', who: number] | readonly ['wait', ms: number];
    const step = fc.oneof<fc.Arbitrary<Step>[]>(
      fc.tuple(fc.constantFrom('acquire' as const, 'write' as const, 'renew' as const, 'release' as const), fc.nat(2)),
      fc.tuple(fc.constant('wait' as const), fc.constantFrom(1, 30_000, 59_999, 60_000, 90_000)),
      fc.tuple(fc.constant('complete' as const), fc.nat(2)),
    );
    await fc
      .assert(
        fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
          const run = `m${runs++}`;
          const model = { fence: 0, until: 0, complete: false, written: 0 };
          const leases: (Lease | undefined)[] = [];
          for (const [what, who] of steps) {
            const lease = leases[who];
            const isOwner = lease !== undefined && lease.fence === model.fence && !model.complete;
            if (what === 'wait') now += who;
            else if (what === 'acquire') {
              const taken = stores[who]?.acquire(run, unit, table);
              if (!model.complete && model.until > now) await expect(taken).rejects.toMatchObject({ code: 'locked' });
              else {
                leases[who] = await taken;
                expect(leases[who]?.saved?.complete ?? false).toBe(model.complete);
                if (!model.complete) Object.assign(model, { fence: model.fence + 1, until: now + 60_000 });
                expect((leases[who]?.saved?.state as { readonly n?: number } | undefined)?.n ?? 0).toBe(model.written);
              }
            } else if (lease === undefined) continue;
            else if (what === 'renew') {
              await stores[who]?.renew(lease);
              if (isOwner) model.until = now + 60_000;
            } else if (what === 'release') {
              await stores[who]?.release(lease);
              if (lease.fence === model.fence) model.until = 0;
            } else {
              if (model.complete && lease.fence === model.fence) continue; // its owner knows that it is complete
              const complete = what === 'complete';
              const writing = stores[who]?.write(lease, table, {
                records: [],
                rows: [],
                saved: { version: 1, mode: 'replace', complete, state: { n: model.written + 1 } },
              });
              if (lease.fence !== model.fence) await expect(writing).rejects.toMatchObject({ code: 'locked' });
              else {
                await writing;
                Object.assign(model, { written: model.written + 1, complete, until: complete ? 0 : now + 60_000 });
              }
            }
          }
        }),
        { numRuns: 30 },
      )
      .finally(() => Promise.all(destinations.map((destination) => destination.close())));
  });

  if (coordinator !== undefined)
    test('a run that is killed while it is finished is finished by who says it again', async () => {
      for (const resource of harness.name === 'Parquet' ? ['events'] : ['events', 'orders', 'visits']) {
        const units = await planned(resource, [resource]);
        for (const unit of units) await read(resource, unit);
        const table = library.tables.find(({ name }) => name === resource);
        if (table === undefined) throw new Error('no table');
        const leases = await using((destination) =>
          Promise.all(units.map(async (unit) => destination.units?.acquire(resource, unit, table))),
        );
        const saved = leases.map((lease) => Object(lease?.saved) as { readonly pieces: readonly string[]; readonly state: unknown });
        const pieces = saved.flatMap((each) => each.pieces);
        expect(pieces.length).toBeGreaterThan(units.length - 1);
        // as far as a killed one came: nothing was brought, only its rows were, or all but what the coordinator is told
        for (const stage of ['begun', 'brought'] as const) {
          const alone = await openPieces(library, place, options);
          await alone.pieces?.hold();
          await alone.begin(table, table.mode, false);
          const state = { version: 1, mode: table.mode, complete: true, state: saved.at(-1)?.state, run: resource } as const;
          if (stage === 'brought') await alone.pieces?.bring(table, pieces, state);
          await alone.close();
        }
        if (harness.name === 'Parquet') rmSync(join(place.to, `${resource}.parquet`)); // its rows are in the database of the folder, and were not written out
        expect(await finish(resource)).toEqual([resource]);
        const whole = await harness.place();
        const destination = await library.openDestination(whole.to, { format: whole.format });
        await library.sync(client(), destination, { resources: [resource] }).finally(() => destination.close());
        expect(await place.rows(resource, ['id'])).toEqual(await whole.rows(resource, ['id']));
      }
      expect(JSON.stringify(await place.snapshot())).not.toMatch(/__run_|_sync_units\//);
    });

  test('the program splits, reads, finishes and abandons', { timeout: 120_000 }, async () => {
    const cwd = sandbox();
    const env = { SHOP_STORES: 'a,b,c', SHOP_BASE_URL: api.origin, SHOP_TO: place.to, ...place.env };
    const kept = options.coordinator === undefined ? {} : { SHOP_COORDINATOR: options.coordinator };
    const format = place.format === undefined ? [] : ['--format', place.format];
    const run = (...args: readonly string[]): Promise<Finished> =>
      runCommand(bin, [...args, ...(args[0] === 'sync' ? format : [])], { cwd, env: { ...env, ...kept } });
    const listed = await run('splits', '--resource', 'orders', '--resource', 'lists', '--units', '3', '--format', 'json');
    expect(listed).toMatchObject({ exitCode: 0, stderr: '' });
    const units = JSON.parse(listed.stdout) as readonly Unit[];
    expect(units.map(({ resource, kind, part, parts }) => [resource, kind, part, parts])).toEqual([
      ...[1, 2, 3].map((part) => ['orders', 'values', part, 3]),
      ...[1, 2, 3].map((part) => ['lists', 'pages', part, 3]),
    ]);
    for (const unit of units.slice(1)) {
      const said = unit.part === 1 ? JSON.stringify(unit) : unit.id; // an id is enough
      expect(await run('sync', '--split', said, '--run', 'r1')).toMatchObject({ exitCode: 0 });
    }
    expect(await run('sync', '--finish', 'r1')).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining('part 1 of 3 of orders') as string,
    });
    expect(await run('sync', '--split', JSON.stringify(units[0]), '--run', 'r1')).toMatchObject({ exitCode: 0 });
    expect(await run('sync', '--finish', 'r1')).toMatchObject({ exitCode: 0, stdout: 'finished run r1: lists, orders\n' });
    expect(await run('sync', '--finish', 'r1')).toMatchObject({ exitCode: 0 });
    expect(await ids('orders')).toHaveLength(15);
    expect(await run('splits', '--resource', 'visits', '--run', 'r2', '--units', '2', '--json')).toMatchObject({ exitCode: 0 });
    expect(await run('sync', '--abandon', 'r2')).toMatchObject({ exitCode: 0, stdout: 'abandoned run r2\n' });
    expect(await run('sync', '--split', 'nothing', '--run', 'r3')).toMatchObject({ exitCode: 2 });
    expect(await run('sync', '--split', JSON.stringify(units[0]), '--run', 'r1')).toMatchObject({ exitCode: 0 }); // complete
    expect(await run('sync', '--split', units[0]?.id ?? '')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('--run') as string,
    });
  });
});

test('what keeps units is said where it is needed, and only there', async () => {
  const cwd = sandbox();
  const env = { SHOP_STORES: 'a', SHOP_BASE_URL: api.origin };
  const run = async (to: string, ...more: readonly string[]): Promise<string> => {
    const finished = await runCommand(bin, ['sync', '--to', to, ...more], { cwd, env });
    expect(finished.exitCode).toBe(2);
    return finished.stderr;
  };
  const keeper = 'postgres://localhost/db';
  expect(await run('out/', '--finish', 'r')).toContain('say with --coordinator which database keeps units');
  expect(await run('out/', '--finish', 'r', '--coordinator', 'out.duckdb')).toContain(
    'expected postgres://host/database or mysql://host/database',
  );
  expect(await run(keeper, '--finish', 'r', '--coordinator', keeper)).toContain('keeps its units itself');
  expect(await run('out/', '--coordinator', keeper)).toContain('say --split, --finish or --abandon');
  const secret = await run('out/', '--finish', 'r', '--coordinator', 'postgres://me:hunter2@localhost/db');
  expect(secret).toContain('SHOP_COORDINATOR');
  expect(secret).not.toContain('hunter2');
});

test('destinations that one process locks refuse units, and name those that are shared', async () => {
  const cwd = sandbox();
  const env = { SHOP_STORES: 'a', SHOP_BASE_URL: api.origin };
  const refused = await runCommand(bin, ['sync', '--split', 'orders.1of1.x', '--run', 'r', '--to', 'shop.duckdb'], { cwd, env });
  expect(refused).toMatchObject({ exitCode: 2 });
  expect(refused.stderr).toBe(
    'error: shop.duckdb is for one process at a time; units of a split read need a destination that many share: postgres://host/database, mysql://host/database; or, with --coordinator, clickhouse://host/database, folder/ (ends in "/"), s3://bucket/folder/\n',
  );
  expect(api.asked).toHaveLength(0);
});
