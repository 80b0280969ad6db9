// Code generated from specs/analytics.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/analytics.yaml

import { expect, test } from 'vitest';
import { AnalyticsClient } from '../src/index.ts';
import { sync, tables, type Batch, type Destination, type SavedState, type Table } from '../src/sync/index.ts';
import { api, collect, credentials, recording, type Answer } from './replay.ts';

const { answers } = recording('events');
const table = tables.find(({ name }) => name === 'events');
const client = (steps: readonly Answer[]) =>
  new AnalyticsClient({
    ...credentials,
    startDate: '2026-01-01T00:00:00Z',
    wallClock: () => Date.parse('2100-01-01T00:00:00Z'),
    ...api(steps),
  });
const options = { resources: ['events'], batchRows: 1 };

/** Keeps what it is given. */
class Memory implements Destination {
  readonly batches: Batch[] = [];
  saved: SavedState | undefined;

  async load(): Promise<SavedState | undefined> {
    return this.saved;
  }

  async begin(): Promise<boolean> {
    return true;
  }

  async write(_table: Table, batch: Batch): Promise<void> {
    this.batches.push(batch);
    this.saved = batch.saved;
  }

  async close(): Promise<void> {}

  get rows() {
    return this.batches.flatMap((batch) => batch.rows);
  }
}

test('syncs every record as a row of its table', async () => {
  const memory = new Memory();
  const [progress] = await sync(client(answers), memory, options);
  const listed = await collect(client(answers).events.list());
  expect(progress).toMatchObject({ records: listed.length, written: listed.length, pages: answers.length, done: true });
  expect(memory.batches.flatMap((batch) => batch.records)).toEqual(listed);
  for (const row of memory.rows) expect(row).toHaveLength(table?.columns.length ?? 0);
  expect(memory.saved).toMatchObject({ version: 1, complete: true });
});

test('goes on where a sync was cut off', async () => {
  const whole = new Memory();
  await sync(client(answers), whole, options);
  for (let pages = 1; pages < answers.length; pages++) {
    const memory = new Memory();
    await expect(sync(client([...answers.slice(0, pages), { status: 400 }]), memory, options)).rejects.toMatchObject({
      code: 'http_status',
    });
    expect(memory.saved).toMatchObject({ complete: false });
    await sync(client(answers.slice(pages)), memory, options);
    expect(memory.rows).toEqual(whole.rows);
    expect(memory.saved).toEqual(whole.saved);
  }
});
