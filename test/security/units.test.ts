import { describe, expect, test } from 'vitest';
import { UnitTable, type UnitDatabase } from '../../generated/github-issues/src/sync/unit-table.ts';

/** Rows of `_sync_units`, which lies in a database that others may write to. */

const UNIT = { id: 'issues.1of2', resource: 'issues', kind: 'pages', part: 1, parts: 2, plan: 'a' };
const SAVED = { version: 1, mode: 'merge', complete: true, state: null, key: ['id'] };

/** A table with one row, whatever is asked for. */
function tableOf(row: Readonly<Record<string, unknown>>): UnitTable {
  const database: UnitDatabase = {
    query: async () => [{ split: JSON.stringify(UNIT), fence: 1, until: 0, base: null, saved: null, ...row }],
    transaction: (work) => work(),
    alone: (work) => work(),
    claim: async () => undefined,
    at: (name) => name,
    has: async () => true,
    now: async () => 0,
    types: { name: 'text', json: 'text' },
    insertNew: ['INSERT INTO', ''],
  };
  return new UnitTable(database, 'here');
}

const refused = { name: 'SyncError', code: 'state' };

test('are read as they were written', async () => {
  expect(await tableOf({ saved: JSON.stringify(SAVED) }).rows('run')).toMatchObject([{ unit: UNIT, saved: SAVED }]);
  expect(await tableOf({ saved: '{"end":"finished","done":["issues"]}' }).ended('run')).toEqual({ end: 'finished', done: ['issues'] });
});

describe('are refused', () => {
  test.each(['', '5', 'null', '[]', '{', '{"id":1}', JSON.stringify({ ...UNIT, part: '1' }), JSON.stringify({ ...UNIT, plan: null })])(
    'with %s for a unit',
    async (split) => {
      for (const ask of ['rows', 'find', 'locked', 'ended'] as const)
        await expect(tableOf({ split })[ask]('run', UNIT.id as never), ask).rejects.toMatchObject(refused);
    },
  );

  test.each(['', '5', 'null', '{"version":1}', JSON.stringify({ ...SAVED, version: 2 }), JSON.stringify({ ...SAVED, key: 'id' })])(
    'with %s for where a unit stands',
    async (saved) => {
      await expect(tableOf({ saved }).rows('run')).rejects.toMatchObject(refused);
    },
  );

  test.each(['', '5', 'null', '{"end":"over","done":[]}', '{"end":"finished"}', '{"end":"finished","done":[5]}'])(
    'with %s for how a run has ended',
    async (saved) => {
      await expect(tableOf({ saved }).ended('run')).rejects.toMatchObject(refused);
    },
  );
});
