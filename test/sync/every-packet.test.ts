import { createServer, connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type * as Sync from '../../generated/github-issues/src/sync/index.ts';
import { serve } from '../support/loopback.js';
import { buildSpec } from './support/built-package.js';
import { harnesses, isLines, type Place } from './support/harness.js';

/** Of what a sync sends to a server, every so manieth packet is the one that is lost; TAPWRIGHT_TEST_CUTS=1: each. */
const EVERY = Number(process.env['TAPWRIGHT_TEST_CUTS'] ?? 11);

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

const remote = (await harnesses()).filter(({ name }) => /^(?:Postgres|MySQL|ClickHouse|.*S3)$/.test(name));
afterAll(() => Promise.all(remote.map((each) => each.stop())));

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

describe.each(remote)('$name', (harness) => {
  test('has what the API has after a connection that was lost at any packet, and another sync', { timeout: 600_000 }, async () => {
    let isLater = false;
    const api = await serve(({ url }) => {
      const from = Number(url.searchParams.get('offset') ?? 0);
      const since = Date.parse(url.searchParams.get('since') ?? '') || 0;
      const log = times.map((at, index) => ({ id: index + 1, at })).filter(({ at, id }) => Date.parse(at) >= since && (isLater || id <= 5));
      const orders = [1, 2, 3, 4].map((id) => ({ id, v: isLater ? 1 : 0 }));
      const parts = (isLater ? [3, 4, 5, 6, 7, 8] : [1, 2, 3, 4]).map((id) => ({ id }));
      const rows = url.pathname === '/log' ? log : url.pathname === '/orders' ? orders : parts;
      return { body: { data: rows.slice(from, from + 2) } };
    });
    const sync = async (to: string, format: string | undefined): Promise<void> => {
      const destination = await library.openDestination(to, { format });
      const client = new Client({ baseUrl: api.origin, sleep: async () => undefined });
      await library.sync(client, destination, { batchRows: 2 }).finally(() => destination.close().catch(() => undefined));
    };
    /** A sync by a wire; how many packets it took. */
    const syncBy = async (place: Place, packet: number, when: 'before' | 'after'): Promise<number> => {
      const port = /:(\d+)/.exec(place.to)?.[1] ?? '';
      const wire = await wireTo(Number(port));
      wire.cutAt(packet, when);
      const to = place.to.replace(`:${port}`, `:${wire.port}`);
      const failed = await sync(to, place.format).then(
        () => false,
        () => true,
      );
      wire.close();
      if (packet <= wire.packets() && packet < 1e6) expect(failed || when === 'after').toBe(true);
      return wire.packets();
    };
    isLater = false;
    const first = await harness.place();
    await sync(first.to, first.format);
    isLater = true;
    const packets = await syncBy(first, 1e9, 'before');
    expect(packets).toBeGreaterThan(20);
    for (let packet = 1; packet <= packets; packet += EVERY) {
      for (const when of ['before', 'after'] as const) {
        isLater = false;
        const place = await harness.place();
        await sync(place.to, place.format);
        isLater = true;
        await syncBy(place, packet, when);
        await place.unlock?.();
        await sync(place.to, place.format);
        const where = `${when} packet ${packet} of ${packets}`;
        const ids = async (table: string): Promise<readonly number[]> =>
          (await place.rows(table, ['id'])).map(({ id }) => Number(id)).sort((a, b) => a - b);
        expect(await ids('log'), where).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        expect(await place.rows('orders', ['id', 'v']), where).toEqual(await first.rows('orders', ['id', 'v']));
        expect(await ids('parts'), where).toEqual([3, 4, 5, 6, 7, 8]);
        if (!isLines(harness)) expect(JSON.stringify(await place.snapshot()), where).not.toMatch(/__(?:next|old)["`]/);
      }
    }
  });
});
