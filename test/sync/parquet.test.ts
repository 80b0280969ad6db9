import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sandbox } from '../support/sandbox.js';
import { buildSpec, runCommand } from './support/built-package.js';
import { query } from './support/duckdb.js';
import { serve } from './support/recorded-api.js';

const SPEC = `
name: times
outputs: [files]
client: { base_url: https://api.example.com }
resources:
  - name: things
    primary_key: id
    endpoint: { path: /things, data_selector: data, paginator: single_page }
    fields:
      id: integer
      at: datetime
      seconds: { type: datetime, format: epoch_s }
      mailed: { type: datetime, format: rfc2822 }
      logged: { type: datetime, format: "%d/%b/%Y:%H:%M:%S %z" }
      local: { type: datetime, format: "%Y-%m-%d %H:%M:%S" }
      spans: { type: array, items: { type: object, fields: { begun: datetime, local: { type: datetime, format: "%Y-%m-%d %H:%M:%S" } } } }
`;
const THING = {
  id: 1,
  at: '2024-03-10T02:30:00+05:30',
  seconds: 1700000000,
  mailed: 'Sat, 10 Feb 2024 02:30:00 +0530',
  logged: '10/Oct/2000:13:55:36 -0700',
  local: '2024-02-29 23:59:59',
  spans: [{ begun: '2024-03-10T02:30:00+05:30', local: '2024-02-29 23:59:59' }],
};

/** Readers take a time for one in UTC, or for one that names no zone, by this flag alone. */
test('instants are adjusted to UTC in the metadata of Parquet, times that name no zone are not; both in microseconds', async () => {
  const cwd = sandbox();
  const url = await serve((_request, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data: [THING] })),
  );
  const bin = await buildSpec(SPEC);
  const synced = runCommand(bin, ['sync', '--to', 'out/', '--format', 'parquet'], { cwd, env: { TIMES_BASE_URL: url } });
  expect(await synced).toMatchObject({ exitCode: 0 });
  const file = join(cwd, 'out/things.parquet').replaceAll("'", "''");
  const found = await query(
    join(cwd, 'look.duckdb'),
    `SELECT name, logical_type FROM parquet_schema('${file}') WHERE logical_type LIKE '%Timestamp%'`,
  );
  const flags = found.map(({ name, logical_type: type }) => {
    const [, isAdjusted] = /isAdjustedToUTC=([01])/.exec(String(type)) ?? [];
    return [name, isAdjusted, /MICROS/.test(String(type))];
  });
  expect(flags).toEqual([
    ['at', '1', true],
    ['seconds', '1', true],
    ['mailed', '1', true],
    ['logged', '1', true],
    ['local', '0', true],
    ['begun', '1', true],
  ]);
  const values = await query(
    join(cwd, 'look.duckdb'),
    `SELECT utc::VARCHAR AS utc, local::VARCHAR AS local FROM (SELECT "at" AT TIME ZONE 'UTC' AS utc, local FROM '${file}')`,
  );
  expect(values).toEqual([{ utc: '2024-03-09 21:00:00', local: '2024-02-29 23:59:59' }]);
});
