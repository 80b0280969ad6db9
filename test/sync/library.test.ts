import { expect, test } from 'vitest';
import { AnalyticsClient } from '../../generated/analytics/src/index.js';
import { sync, type Batch, type Destination, type SavedState, type Table } from '../../generated/analytics/src/sync/index.js';
import { eventsApi, eventsOn } from './support/events-api.js';

/** A destination that somebody wrote: rows by their key, in maps. */
class Maps implements Destination {
  readonly tables = new Map<string, Map<string, object>>();
  readonly #states = new Map<string, SavedState>();

  async load(table: Table): Promise<SavedState | undefined> {
    return this.#states.get(table.name);
  }

  async begin(table: Table, mode: SavedState['mode'], resume: boolean): Promise<boolean> {
    if (!resume && mode === 'replace') this.tables.delete(table.name);
    if (resume && !this.tables.has(table.name)) return false;
    if (!this.tables.has(table.name)) this.tables.set(table.name, new Map());
    return true;
  }

  async write(table: Table, { records, rows, saved }: Batch): Promise<void> {
    const keyAt = table.key.map((column) => table.columns.indexOf(column));
    rows.forEach((row, index) => this.tables.get(table.name)?.set(JSON.stringify(keyAt.map((at) => row[at])), records[index] ?? {}));
    this.#states.set(table.name, saved);
  }

  async close(): Promise<void> {}

  ids(table: string): readonly unknown[] {
    return [...(this.tables.get(table)?.values() ?? [])].map((record) => Reflect.get(record, 'id'));
  }
}

test('a destination of one’s own gets rows and states, and what it kept is gone on from', async () => {
  const events = eventsOn(1, 2, 3);
  const api = await eventsApi(events);
  const client = new AnalyticsClient({ apiKey: 'a-key', baseUrl: api.url });
  const maps = new Maps();
  expect(await sync(client, maps, { resources: ['events'] })).toMatchObject([{ resource: 'events', written: 3, done: true }]);
  events.push({ id: 'e4', name: 'closed', timestamp: '2026-01-04T00:00:00Z' });
  expect(await sync(client, maps, { resources: ['events'] })).toMatchObject([{ records: 1, written: 1 }]);
  expect(api.asked.at(-1)).toBe('2026-01-02T23:59:59Z');
  expect(maps.ids('events')).toEqual(['e1', 'e2', 'e3', 'e4']);
});

test('a destination whose rows are gone is filled from the start', async () => {
  const api = await eventsApi(eventsOn(1, 2));
  const client = new AnalyticsClient({ apiKey: 'a-key', baseUrl: api.url });
  const maps = new Maps();
  await sync(client, maps, { resources: ['events'] });
  maps.tables.clear();
  await sync(client, maps, { resources: ['events'] });
  expect(maps.ids('events')).toEqual(['e1', 'e2']);
});

test('reading waits for writing', async () => {
  const api = await eventsApi(eventsOn(1, 2, 3, 4, 5, 6));
  const client = new AnalyticsClient({ apiKey: 'a-key', baseUrl: api.url });
  const requestsAtWrites: (readonly [number, number])[] = [];
  class Slow extends Maps {
    override async write(table: Table, batch: Batch): Promise<void> {
      const before = api.asked.length;
      await new Promise((resolve) => setImmediate(() => setImmediate(resolve))); // time for a request that does not wait
      await fetch(`${api.url}/other`); // and a whole exchange
      requestsAtWrites.push([before, api.asked.length - 1]);
      api.asked.pop();
      await super.write(table, batch);
    }
  }
  await sync(client, new Slow(), { resources: ['events'], batchRows: 1 });
  expect(requestsAtWrites.length).toBeGreaterThan(2);
  for (const [before, after] of requestsAtWrites) expect(after).toBe(before);
});
