import { afterAll, describe, expect, test } from 'vitest';
import { sandbox } from '../support/sandbox.js';
import { buildSpec, runCommand, type Finished } from './support/built-package.js';
import { harnesses, isLines, type Place } from './support/harness.js';
import { serve } from './support/recorded-api.js';
import { canonical, VALUE_FIELDS, valueAnswer, valueRows, valueSpec } from './support/values.js';

const bin = buildSpec(valueSpec('all'));
const all = await harnesses();

afterAll(async () => void (await Promise.all(all.map((harness) => harness.stop()))));

/** Syncs what an API answers to a place. */
async function syncTo(place: Place, answer: string, ...more: readonly string[]): Promise<Finished> {
  const url = await serve((_request, response) => response.writeHead(200, { 'content-type': 'application/json' }).end(answer));
  const env = { VALUES_TOKEN: 'a-token', VALUES_BASE_URL: url, VALUES_TO: place.to, ...place.env };
  const format = place.format === undefined ? [] : ['--format', place.format];
  return runCommand(await bin, ['sync', ...format, ...more], { cwd: sandbox(), env });
}

describe.each(all)('$name', (harness) => {
  test('has every value as the API sent it', async () => {
    const place = await harness.place();
    expect(await syncTo(place, valueAnswer())).toMatchObject({ exitCode: 0 });
    const rows = await place.texts('things', VALUE_FIELDS);
    const found = rows.map((row) => Object.fromEntries(VALUE_FIELDS.map(({ name, kind }) => [name, canonical(row[name], kind)])));
    expect(found).toEqual(isLines(harness) ? asSent() : valueRows());
    expect(await syncTo(place, valueAnswer())).toMatchObject({ exitCode: 0 });
  });

  if (/^(?:JSON Lines|Parquet|ClickHouse)/.test(harness.name))
    test('has every value that a unit of a split read has written', async () => {
      const place = await harness.place();
      const url = await serve((_request, response) => response.writeHead(200, { 'content-type': 'application/json' }).end(valueAnswer()));
      const keeper = await all.find(({ name }) => name === 'Postgres')?.place();
      const env = {
        VALUES_TOKEN: 'a-token',
        VALUES_BASE_URL: url,
        VALUES_TO: place.to,
        VALUES_COORDINATOR: keeper?.to ?? '',
        ...place.env,
      };
      const format = place.format === undefined ? [] : ['--format', place.format];
      const unit = JSON.stringify({ id: 'things.1of1', resource: 'things', kind: 'whole', part: 1, parts: 1, plan: 'whole' });
      for (const words of [
        ['--split', unit, '--run', 'r'],
        ['--finish', 'r'],
      ]) {
        expect(await runCommand(await bin, ['sync', ...format, ...words], { cwd: sandbox(), env })).toMatchObject({ exitCode: 0 });
      }
      const rows = await place.texts('things', VALUE_FIELDS);
      const found = rows.map((row) => Object.fromEntries(VALUE_FIELDS.map(({ name, kind }) => [name, canonical(row[name], kind)])));
      expect(found).toEqual(isLines(harness) ? asSent() : valueRows());
    });

  const refused = harness.name === 'Postgres' ? ['a\0b', '\ud800'] : isLines(harness) ? [] : ['\ud800'];
  const record = (text: string, anything: string): string => `{"data":[{"id":7,"text":${JSON.stringify(text)},"anything":${anything}}]}`;

  test.each(['a\0b', 'a\ud800b'])('holds %j, or says in which record it stands', async (text) => {
    const place = await harness.place();
    const isHeld = !refused.some((each) => text.includes(each.replaceAll(/[ab]/g, '')));
    const finished = await syncTo(place, record(text, 'null'));
    if (isHeld) {
      expect(finished).toMatchObject({ exitCode: 0 });
      expect(await place.texts('things', [{ name: 'text', kind: 'text' }])).toEqual([{ text }]);
      return;
    }
    expect(finished).toMatchObject({
      exitCode: 3,
      stderr: expect.stringMatching(/things, record of id 7, text: it has .*--unstorable replace/),
    });
    const again = await syncTo(place, record(text, 'null'), '--unstorable', 'replace');
    expect(again).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('1 value') });
    expect(await place.texts('things', [{ name: 'text', kind: 'text' }])).toEqual([{ text: 'a\ufffdb' }]);
  });

  test.each(['"a\\u0000b"', '{"k\\u0000":["\\ud800"]}'])('holds %s in JSON, or says in which record it stands', async (anything) => {
    const place = await harness.place();
    const isHeld =
      isLines(harness) ||
      ['SQLite', 'MySQL', 'ClickHouse'].includes(harness.name) ||
      (harness.name !== 'Postgres' && !anything.includes('ud800'));
    const finished = await syncTo(place, record('', anything));
    if (isHeld) {
      expect(finished).toMatchObject({ exitCode: 0 });
      const [row] = await place.texts('things', [{ name: 'anything', kind: 'json' }]);
      expect(JSON.parse(String(row?.['anything']))).toEqual(JSON.parse(anything));
      return;
    }
    expect(finished).toMatchObject({ exitCode: 3, stderr: expect.stringContaining('things, record of id 7, anything: it has') });
    expect(await syncTo(place, record('', anything), '--unstorable', 'replace')).toMatchObject({ exitCode: 0 });
  });
});

/** Lines have the records as they came: times with all their digits, and in the words of the API. */
function asSent(): readonly unknown[] {
  return valueRows().map((row, index) =>
    Object.fromEntries(
      VALUE_FIELDS.map(({ name, kind, values }) => {
        const sent = values[index]?.[0];
        const isTime = ['instant', 'timestamp', 'date', 'time'].includes(kind);
        return [name, sent !== undefined && isTime ? canonical(JSON.parse(sent), kind) : row[name]];
      }),
    ),
  );
}

describe('what a database has no room for', () => {
  const place = (name: string): Promise<Place> => {
    const harness = all.find((each) => each.name === name);
    if (harness === undefined) throw new Error(name);
    return harness.place();
  };

  test.each(['DuckDB', 'Parquet'])('is said with its record and a way out: whole numbers beyond 128 bits, in %s', async (name) => {
    const big = `1${'0'.repeat(60)}`;
    expect(await syncTo(await place(name), `{"data":[{"id":1,"big":1},{"id":2,"big":${big}}]}`)).toMatchObject({
      exitCode: 3,
      stderr: expect.stringMatching(/things, record of id 2, big: it is beyond the 128 bits.*decimal or json/),
    });
  });

  test('38 digits are a decimal in Parquet, more are text', async () => {
    const to = await place('Parquet');
    expect(await syncTo(to, `{"data":[{"id":1,"big":${2n ** 127n - 1n}}]}`)).toMatchObject({ exitCode: 0 });
    expect(await to.texts('things', [{ name: 'big', kind: 'bigint' }])).toEqual([{ big: String(2n ** 127n - 1n) }]);
  });

  test.each(['DuckDB', 'Postgres'])('a time of day with an offset, in %s', async (name) => {
    expect(await syncTo(await place(name), `{"data":[{"id":3,"clock":"10:00:00+02:00"}]}`)).toMatchObject({
      exitCode: 3,
      stderr: expect.stringMatching(/things, record of id 3, clock: a time of day has no offset.*string/),
    });
  });

  test.each(['DuckDB', 'Postgres'])('a day that no calendar has, in %s', async (name) => {
    expect(await syncTo(await place(name), `{"data":[{"id":4,"local":"2024-02-31 00:00:00"}]}`)).toMatchObject({
      exitCode: 3,
      stderr: expect.stringMatching(/things, record of id 4: .*2024-02-31/),
    });
  });

  test('U+0000 in a key is never replaced', async () => {
    const keyed = buildSpec(valueSpec('[postgres]').replace('      id: integer\n', '      id: string\n'));
    const to = await place('Postgres');
    const url = await serve((_request, response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":[{"id":"ab"},{"id":"a\\u0000b"}]}'),
    );
    const env = { VALUES_TOKEN: 'a-token', VALUES_BASE_URL: url };
    expect(await runCommand(await keyed, ['sync', '--to', to.to, '--unstorable', 'replace'], { cwd: sandbox(), env })).toMatchObject({
      exitCode: 3,
      stderr: expect.stringMatching(/record of id "a.*b", id: .*a key stays as it is/),
    });
  });
});
