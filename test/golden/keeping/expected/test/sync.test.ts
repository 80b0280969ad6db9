// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { expect, test } from 'vitest';
import { ShopClient } from '../src/index.ts';
import { sync, tables, type Batch, type Destination, type SavedState, type Table } from '../src/sync/index.ts';
import { api, collect, credentials, recording, type Answer } from './replay.ts';

const { answers } = recording('orders');
const table = tables.find(({ name }) => name === 'orders');
const client = (steps: readonly Answer[]) => new ShopClient({ ...credentials, ...api(steps) });
const options = { resources: ['orders'], batchRows: 1 };

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
  const listed = await collect(client(answers).orders.list());
  expect(progress).toMatchObject({ records: listed.length, written: listed.length, pages: answers.length, done: true });
  const gone = listed.filter((record) => table?.deleted?.when(record) === true);
  expect(memory.batches.flatMap((batch) => batch.records)).toEqual(listed.filter((record) => !gone.includes(record)));
  expect(memory.batches.flatMap((batch) => batch.gone?.records ?? [])).toEqual(gone);
  for (const row of memory.rows) expect(row).toHaveLength(table?.columns.length ?? 0);
  for (const list of table?.lists ?? []) {
    for (const row of listed.flatMap((record) => list.rowsOf(record))) expect(row).toHaveLength(list.columns.length);
  }
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
