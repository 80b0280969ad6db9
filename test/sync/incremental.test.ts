import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AnalyticsClient } from '../../generated/analytics/src/index.js';
import { openDuckdb, sync } from '../../generated/analytics/src/sync/index.js';
import { sandbox } from '../support/sandbox.js';
import { query } from './support/duckdb.js';
import { eventsApi, eventsOn } from './support/events-api.js';

test('the next sync begins at the latest value of this one, and writes only what is new', async () => {
  const events = eventsOn(1, 2, 3);
  const { url, asked } = await eventsApi(events);
  const path = join(sandbox(), 'analytics.duckdb');
  const run = async (): Promise<number> => {
    const destination = await openDuckdb(path);
    const client = new AnalyticsClient({ apiKey: 'test-api-key', baseUrl: url });
    const [progress] = await sync(client, destination, { resources: ['events'] }).finally(() => destination.close());
    return progress?.records ?? -1;
  };

  expect(await run()).toBe(3);
  expect(new Set(asked)).toEqual(new Set(['']));

  asked.length = 0;
  events.push({ id: 'e4', name: 'late, at the same time as the last', timestamp: '2026-01-03T00:00:00Z' });
  events.push({ id: 'e5', name: 'closed', timestamp: '2026-01-05T00:00:00Z' });
  expect(await run()).toBe(2);
  expect(new Set(asked)).toEqual(new Set(['2026-01-02T23:59:59Z']));

  expect(await run()).toBe(0);
  expect(await query(path, 'SELECT id FROM events ORDER BY id')).toEqual([['e1'], ['e2'], ['e3'], ['e4'], ['e5']].map(([id]) => ({ id })));
});
