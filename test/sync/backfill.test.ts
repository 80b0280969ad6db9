import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { sandbox } from '../support/sandbox.js';
import { buildSpec, messagesIn, runCommand, type Finished } from './support/built-package.js';
import { harnesses, type Place } from './support/harness.js';
import { serve } from './support/recorded-api.js';

/** Events are merged and have both bounds; logs are replaced, notes have no end. */
const SPEC = `
name: stretches
outputs: all
config:
  start_date: { type: datetime, default: "2026-01-01T00:00:00Z", description: Where the first read begins. }
  end_date: { type: datetime, optional: true, description: Where reads end. }
client:
  base_url: https://api.example.com
  auth: { type: bearer }
resource_defaults:
  primary_key: id
  write_disposition: merge
  endpoint: { data_selector: data, paginator: single_page }
resources:
  - name: events
    endpoint:
      path: /events
      incremental: { cursor_path: at, start_param: since, end_param: until, initial_value: "{config.start_date}", end_value: "{config.end_date}" }
    fields: { id: integer, at: { type: datetime, nullable: false }, name: string }
  - name: notes
    endpoint: { path: /notes, incremental: { cursor_path: at, start_param: since, initial_value: "{config.start_date}" } }
    fields: { id: integer, at: { type: datetime, nullable: false } }
  - name: logs
    write_disposition: replace
    endpoint: { path: /logs }
    fields: { id: integer }
`;

const bin = buildSpec(SPEC);
const all = await harnesses();

afterAll(async () => void (await Promise.all(all.map((harness) => harness.stop()))));

interface Api {
  readonly url: string;
  readonly events: { id: number; at: string; name: string }[];
  /** What was asked: path and bounds. */
  readonly asked: string[];
}

async function api(): Promise<Api> {
  const asked: string[] = [];
  const events = [1, 2, 3, 4].map((day) => ({ id: day, at: `2026-01-0${day}T00:00:00Z`, name: 'first' }));
  const url = await serve((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const [since, until] = [searchParams.get('since') ?? '', searchParams.get('until') ?? '9999'];
    asked.push([pathname, since, until].join(' '));
    const data = pathname === '/events' ? events.filter(({ at }) => at >= since && at <= until) : [];
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data }));
  });
  return { url, events, asked };
}

async function run(place: Pick<Place, 'to' | 'format'>, { url }: Api, command: string, ...more: readonly string[]): Promise<Finished> {
  const format = place.format === undefined ? [] : ['--format', place.format];
  const env = { STRETCHES_TOKEN: 'a-token', STRETCHES_BASE_URL: url, STRETCHES_TO: place.to };
  return runCommand(await bin, [...command.split(' '), ...format, ...more], { cwd: sandbox(), env });
}

describe.each(all)('$name', (harness) => {
  /** Names by id: of lines, the last counts. */
  const names = async (place: Place): Promise<object> =>
    Object.fromEntries((await place.rows('events', ['id', 'name'])).map(({ id, name }) => [String(id), name]));

  test('gets a stretch again; its state stays as it was', async () => {
    const place = await harness.place();
    const server = await api();
    expect(await run(place, server, 'sync --resource events')).toMatchObject({ exitCode: 0 });
    const states = (await run(place, server, 'state show')).stdout;
    for (const event of server.events) event.name = 'changed';
    server.asked.length = 0;
    const finished = await run(place, server, 'sync --backfill 2026-01-02T00:00:00Z..2026-01-04T00:00:00Z');
    expect(finished).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('events: 2 records') });
    expect(server.asked).toEqual(['/events 2026-01-02T00:00:00Z 2026-01-04T00:00:00Z']);
    expect(await names(place)).toEqual({ 1: 'first', 2: 'changed', 3: 'changed', 4: 'first' });
    expect((await run(place, server, 'state show')).stdout).toBe(states);
  });

  test('gets a stretch first: a read of everything follows', async () => {
    const place = await harness.place();
    const server = await api();
    expect(await run(place, server, 'sync --resource events --backfill 2026-01-02T00:00:00Z..2026-01-03T00:00:00Z')).toMatchObject({
      exitCode: 0,
    });
    expect(await names(place)).toEqual({ 2: 'first' });
    expect((await run(place, server, 'state show')).stdout).toBe('');
    expect(await run(place, server, 'sync --resource events')).toMatchObject({ exitCode: 0 });
    expect(Object.keys(await names(place))).toEqual(['1', '2', '3', '4']);
  });
});

describe('sync --backfill', () => {
  const stretch = '--backfill 2026-01-02T00:00:00Z..2026-01-03T00:00:00Z';

  test.each([
    [`sync --resource logs ${stretch}`, /logs: only what is merged by key/],
    [`sync --resource notes ${stretch}`, /notes: only what is merged by key/],
    [`sync --resource events --resource notes ${stretch}`, /notes: only what is merged by key/],
    [`sync ${stretch} --since 2026-01-01T00:00:00Z`, /--since is for another run/],
    [`sync ${stretch} --full-refresh`, /--full-refresh is for another run/],
    ['sync --backfill 2026-01-02T00:00:00Z', /expected where it begins and where it ends/],
    ['sync --backfill yesterday..today', /expected a time with its zone/],
  ])('is refused: %s; nothing is asked', async (command, message) => {
    const server = await api();
    expect(await run({ to: 'stretches.duckdb' }, server, command)).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(message) });
    expect(server.asked).toEqual([]);
  });

  test('refuses a stretch that ends before it begins', async () => {
    const server = await api();
    const finished = await run({ to: 'stretches.duckdb' }, server, 'sync --backfill 2026-01-03T00:00:00Z..2026-01-02T00:00:00Z');
    expect(finished).toMatchObject({ exitCode: 4, stderr: expect.stringContaining('after its end') });
    expect(server.asked).toEqual([]);
  });
});

describe('state adopt', () => {
  test('takes the state of another source for one of this; the next read goes on from it', async () => {
    const [before, after] = [await api(), await api()];
    const place = { to: join(sandbox(), 'stretches.duckdb') };
    expect(await run(place, before, 'sync --resource events')).toMatchObject({ exitCode: 0 });
    expect(await run(place, after, 'sync --resource events')).toMatchObject({
      exitCode: 5,
      stderr: expect.stringContaining('state adopt'),
    });
    const adopted = await run(place, after, 'state adopt');
    expect(adopted).toMatchObject({ exitCode: 0, stdout: expect.stringContaining(`events: adopted, ${before.url} -> ${after.url}`) });
    expect(after.asked).toEqual([]);
    expect(await run(place, after, 'sync --resource events')).toMatchObject({
      exitCode: 0,
      stderr: expect.stringContaining('events: 0 records'),
    });
    expect(after.asked).toEqual(['/events 2026-01-03T23:59:59Z 9999']);
    expect(await run(place, after, 'state adopt --resource events')).toMatchObject({
      exitCode: 0,
      stdout: 'events: the state is of this source already\n',
    });
    expect(messagesIn(await run(place, after, 'state show'))).toMatchObject([{ resource: 'events', mode: 'merge', complete: true }]);
  });

  test('does so in a file', async () => {
    const [before, after] = [await api(), await api()];
    const folder = sandbox();
    const state = join(folder, 'state.json');
    const place = { to: join(folder, 'stretches.duckdb') };
    expect(await run(place, before, 'sync --resource events', '--state', state)).toMatchObject({ exitCode: 0 });
    expect(await run(place, after, 'state adopt --resource events', '--state', state)).toMatchObject({ exitCode: 0 });
    expect(JSON.parse(readFileSync(state, 'utf8'))).toMatchObject({
      resources: { events: { complete: true, state: { origin: after.url } } },
    });
  });
});
