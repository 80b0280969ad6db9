import { expect, test } from 'vitest';
import { filesFrom } from '../support/generate.js';
import { importPackage } from '../support/import-package.js';
import { serve } from '../support/loopback.js';

/** Tables with more in them than RFC 4180 says, and what is made of their columns. */

interface Client {
  readonly things: { all(): Promise<readonly object[]> };
}

async function read(csv: string, text: string, more: string): Promise<readonly object[]> {
  const { origin } = await serve(() => ({ headers: { 'content-type': 'text/csv' }, text }));
  const spec = `name: one\nclient: { base_url: "${origin}" }\nresources:\n- { name: things, endpoint: { format: csv, paginator: single_page, csv: { ${csv} } }, ${more} }\n`;
  const { OneClient: Made } = (await importPackage(await filesFrom('one.yaml', spec))) as { OneClient: new (options: object) => Client };
  return new Made({ sleep: async () => undefined, retry: { maxRetries: 0 } }).things.all();
}

const FIELDS = 'fields: { id: integer, name: string }';

test.each([
  ['skip_lines: 2', 'Report\nof "today"\nid,name\n1,a\n'.replaceAll('"', ''), [{ id: 1, name: 'a' }]],
  [
    'short_rows: true',
    'id,name,other\n1\n2,b\n',
    [
      { id: 1, name: null, other: '' },
      { id: 2, name: 'b', other: '' },
    ],
  ],
  [
    'summary_rows: 1',
    'id,name\n1,a\n2,b\nTotal: 2\n\n',
    [
      { id: 1, name: 'a' },
      { id: 2, name: 'b' },
    ],
  ],
  ['skip_lines: 1, short_rows: true, summary_rows: 2', '\ufeffTitle\nid,name\n1\nx\ny,2,3\n', [{ id: 1, name: null }]],
  ['skip_lines: 1, columns: [id, name]', 'Title\n1,a\n', [{ id: 1, name: 'a' }]],
  ['summary_rows: 3', 'id,name\nTotal\n', []],
])('a table with %s is read', async (csv, text, records) => {
  if (records.length === 0) await expect(read(csv, text, FIELDS)).rejects.toThrow('it has no header');
  else expect(await read(csv, text, FIELDS)).toEqual(records);
});

test('a row of another length is refused where nothing says so, with its line', async () => {
  await expect(read('skip_lines: 1', 'Title\nid,name\n1\n', FIELDS)).rejects.toThrow('row 3 has 1 fields, and there are 2 columns');
  await expect(read('short_rows: true', 'id,name\n1,a,b\n', FIELDS)).rejects.toThrow('row 2 has 3 fields');
});

test('columns are renamed, dropped and added to', async () => {
  const more =
    'rename: { "Order Id": id, at: made }, drop: [secret], add: { day: { date: at }, both: { concatenate: [at, name] }, kind: { value: order } }, primary_key: id, fields: { id: integer, made: datetime, name: string }';
  expect(await read('delimiter: ";"', 'Order Id;at;name;secret\n7;2026-01-30T23:00:00-02:00;a;x\n', more)).toEqual([
    { id: 7, made: '2026-01-30T23:00:00-02:00', name: 'a', day: '2026-01-31', both: '2026-01-30T23:00:00-02:00a', kind: 'order' },
  ]);
});

test('numbers of tables are cast, and texts are null', async () => {
  const more = 'cast: true, fields: { n: { type: number, null_texts: [NaN] }, yes: boolean, id: string }';
  expect(await read('quote: null', 'n,yes,id\nNaN,on,7\n1.50,0,x\n', more)).toEqual([
    { n: null, yes: true, id: '7' },
    { n: 1.5, yes: false, id: 'x' },
  ]);
});
