import { createServer, connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type * as Sync from '../../generated/github-issues/src/sync/index.ts';
import type { Destination } from '../../generated/github-issues/src/sync/index.ts';
import { serve } from '../support/loopback.js';
import { buildSpec } from './support/built-package.js';
import { harnesses, isLines, type Place } from './support/harness.js';
import { run as query } from './support/postgres.js';

/** Of what a sync sends to a server, every so manieth packet is the one that is lost; TAPWRIGHT_TEST_CUTS=1: each. */
const EVERY = Number(process.env['TAPWRIGHT_TEST_CUTS'] ?? 29);
/** In milliseconds. */
const LIMIT = EVERY < 29 ? 7_200_000 : 600_000;

const SPEC = JSON.stringify({
  name: 'shop',
  outputs: 'all',
  client: { base_url: 'https://api.example.com', paginator: { type: 'offset', limit: 2 } },
  resource_defaults: { endpoint: { data_selector: 'data' } },
  resources: [
    {
      name: 'log',
      write_disposition: 'append',
      primary_key: 'id',
      endpoint: { path: '/log', incremental: { cursor_path: 'at', start_param: 'since', initial_value: '2026-01-01T00:00:00Z' } },
      fields: { id: 'integer', at: { type: 'datetime', nullable: false } },
    },
    {
      name: 'orders',
      write_disposition: 'merge',
      primary_key: 'id',
      endpoint: { path: '/orders' },
      fields: { id: 'integer', v: 'integer' },
    },
    { name: 'parts', write_disposition: 'replace', primary_key: 'id', endpoint: { path: '/parts' }, fields: { id: 'integer' } },
  ],
});

const all = await harnesses();
const remote = all.filter(({ name }) => /^(?:Postgres|MySQL|ClickHouse|.*S3)$/.test(name));
afterAll(() => Promise.all(all.map((each) => each.stop())));

/** A server in front of another one, that lets so many packets through. */
interface Wire {
  readonly port: number;
  /** Packets that came from the client so far. */
  readonly packets: () => number;
  /** Ends all connections at that packet: before the server gets it, or before the client gets the answer. Nobody connects any more. */
  cutAt(packet: number, when: 'before' | 'after'): void;
  close(): void;
}

async function wireTo(port: number): Promise<Wire> {
  const sockets = new Set<Socket>();
  let packets = 0;
  let cut = { packet: Infinity, when: 'before' };
  let isCut = false;
  const end = (): void => sockets.forEach((socket) => socket.destroy());
  const server = createServer((client) => {
    const upstream = connect(port, '127.0.0.1');
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    }
    if (isCut) return end();
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
    let isLast = false;
    client.on('data', (data) => {
      packets++;
      if (packets === cut.packet) {
        isCut = true;
        if (cut.when === 'before') return end();
        isLast = true;
      } else if (isCut) return;
      upstream.write(data);
    });
    upstream.on('data', (data) => (isLast ? end() : client.write(data)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    packets: () => packets,
    cutAt(packet, when) {
      cut = { packet: packets + packet, when };
    },
    close() {
      end();
      server.close();
    },
  };
}

let library: typeof Sync;
let Client: new (options: object) => never;
beforeAll(async () => {
  const bin = await buildSpec(SPEC);
  library = (await import(pathToFileURL(join(bin, '../index.js')).href)) as typeof Sync;
  ({ ShopClient: Client } = (await import(pathToFileURL(join(bin, '../../index.js')).href)) as { readonly ShopClient: typeof Client });
}, 120_000);

const times = Array.from({ length: 10 }, (_, index) => new Date(Date.UTC(2026, 0, 1 + index)).toISOString());

/** The API: what it has grows, and changes, once. */
async function openApi(): Promise<{ readonly origin: string; isLater: boolean }> {
  const api = { origin: '', isLater: false };
  const { origin } = await serve(({ url }) => {
    const from = Number(url.searchParams.get('offset') ?? 0);
    const since = Date.parse(url.searchParams.get('since') ?? '') || 0;
    const log = times
      .map((at, index) => ({ id: index + 1, at }))
      .filter(({ at, id }) => Date.parse(at) >= since && (api.isLater || id <= 5));
    const orders = [1, 2, 3, 4].map((id) => ({ id, v: api.isLater ? 1 : 0 }));
    const parts = (api.isLater ? [3, 4, 5, 6, 7, 8] : [1, 2, 3, 4]).map((id) => ({ id }));
    const rows = url.pathname === '/log' ? log : url.pathname === '/orders' ? orders : parts;
    return { body: { data: rows.slice(from, from + 2) } };
  });
  return Object.assign(api, { origin });
}

/** Called before a connection is closed; how many packets there were at the last one. */
let closing = (): unknown => undefined;
let lastClose = 0;

/** Does something by a wire that is cut; how many packets it took. */
async function byWire(url: string, packet: number, when: 'before' | 'after', work: (url: string) => Promise<void>): Promise<number> {
  const port = /:(\d+)/.exec(url)?.[1] ?? '';
  const wire = await wireTo(Number(port));
  wire.cutAt(packet, when);
  lastClose = Infinity;
  closing = () => (lastClose = wire.packets());
  const failed = await work(url.replace(`:${port}`, `:${wire.port}`)).then(
    () => false,
    () => true,
  );
  wire.close();
  // what is said while a connection is closed changes nothing any more
  if (packet <= Math.min(wire.packets(), lastClose) && packet < NEVER) expect(failed || when === 'after').toBe(true);
  return wire.packets();
}

const NEVER = 1e9;
const clientOf = (baseUrl: string): never => new Client({ baseUrl, sleep: async () => undefined });

async function checkRows(place: Place, where: string): Promise<void> {
  const ids = async (table: string): Promise<readonly number[]> =>
    (await place.rows(table, ['id'])).map(({ id }) => Number(id)).sort((a, b) => a - b);
  expect(await ids('log'), where).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(
    (await place.rows('orders', ['id', 'v'])).map(({ id, v }) => [Number(id), Number(v)]),
    where,
  ).toEqual([1, 2, 3, 4].map((id) => [id, 1]));
  expect(await ids('parts'), where).toEqual([3, 4, 5, 6, 7, 8]);
}

describe.each(remote)('$name', (harness) => {
  test('has what the API has after a connection that was lost at any packet, and another sync', { timeout: LIMIT }, async () => {
    const api = await openApi();
    const sync = async (to: string, format: string | undefined): Promise<void> => {
      const destination = await library.openDestination(to, { format });
      await library.sync(clientOf(api.origin), destination, { batchRows: 2 }).finally(() => {
        closing();
        return destination.close().catch(() => undefined);
      });
    };
    const begun = async (): Promise<Place> => {
      const place = await harness.place();
      api.isLater = false;
      await sync(place.to, place.format);
      api.isLater = true;
      return place;
    };
    const first = await begun();
    const packets = await byWire(first.to, NEVER, 'before', (to) => sync(to, first.format));
    expect(packets).toBeGreaterThan(20);
    for (let packet = 1; packet <= packets; packet += EVERY) {
      for (const when of ['before', 'after'] as const) {
        const place = await begun();
        await byWire(place.to, packet, when, (to) => sync(to, place.format));
        await place.unlock?.();
        await sync(place.to, place.format);
        const where = `${when} packet ${packet} of ${packets}`;
        await checkRows(place, where);
        if (!isLines(harness)) expect(JSON.stringify(await place.snapshot()), where).not.toMatch(/__(?:next|old)["`]/);
      }
    }
  });
});

/** Units of split reads, by the database that keeps them. */
const keeper = all.find(({ name }) => name === 'Postgres');
const apart = all.filter(({ name }) => name === 'Postgres' || name === 'JSON Lines');

describe.each(apart)('units in $name', (harness) => {
  test('are what one sync is after a connection to what keeps them was lost at any packet', { timeout: LIMIT }, async () => {
    const api = await openApi();
    const begun = async (): Promise<{ readonly place: Place; readonly database: string }> => {
      const place = await harness.place();
      const database = harness.name === 'Postgres' ? place.to : ((await keeper?.place())?.to ?? '');
      api.isLater = false;
      const destination = await library.openDestination(place.to, { format: place.format });
      await library.sync(clientOf(api.origin), destination).finally(() => destination.close());
      api.isLater = true;
      return { place, database };
    };
    const run = async ({ to, format }: Place, database: string): Promise<void> => {
      const open = (): Promise<Destination> =>
        harness.name === 'Postgres' ? library.openDestination(database) : library.openDestination(to, { format, coordinator: database });
      const using = async <Result>(work: (destination: Destination) => Promise<Result>): Promise<Result> => {
        const destination = await open();
        return work(destination).finally(() => {
          closing();
          return destination.close().catch(() => undefined);
        });
      };
      const units = await using((destination) => library.planRun(clientOf(api.origin), destination, { run: 'r' }));
      for (const unit of units)
        await using((destination) => library.syncUnit(clientOf(api.origin), destination, { run: 'r', unit, batchRows: 2 }));
      await using((destination) => library.finishRun(destination, 'r'));
    };
    const first = await begun();
    const packets = await byWire(first.database, NEVER, 'before', (database) => run(first.place, database));
    await checkRows(first.place, 'nothing was lost');
    for (let packet = 1; packet <= packets; packet += EVERY) {
      for (const when of ['before', 'after'] as const) {
        const { place, database } = await begun();
        await byWire(database, packet, when, (url) => run(place, url));
        await query(database, `DO $$ BEGIN UPDATE "_sync_units" SET "until" = 0; EXCEPTION WHEN undefined_table THEN END $$`); // leases end
        await run(place, database);
        await checkRows(place, `${when} packet ${packet} of ${packets}`);
      }
    }
  });
});
