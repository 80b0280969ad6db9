import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sandbox } from '../support/sandbox.js';
import { buildPackage, messagesIn, runCommand, type Finished } from './support/built-package.js';
import { query } from './support/duckdb.js';
import { eventsApi, eventsOn, type EventsApi } from './support/events-api.js';

const bin = buildPackage('analytics');

/** Runs the command against an API of events. */
function analytics(cwd: string, { url }: EventsApi, args: readonly string[]): Promise<Finished> {
  return runCommand(bin, args, { cwd, env: { ANALYTICS_API_KEY: 'a-key', ANALYTICS_BASE_URL: url } });
}

const idsIn = (cwd: string): Promise<unknown> => query(join(cwd, 'analytics.duckdb'), 'SELECT id FROM events ORDER BY id');
const ids = (...days: readonly number[]): unknown => days.map((day) => ({ id: `e${day}` }));

describe('sync --since', () => {
  test('asks for what is from then on only; rows of before stay', async () => {
    const cwd = sandbox();
    const events = eventsOn(1, 2, 3);
    const api = await eventsApi(events);
    expect(await analytics(cwd, api, ['sync', '--resource', 'events'])).toMatchObject({ exitCode: 0 });
    expect(new Set(api.asked)).toEqual(new Set(['']));

    api.asked.length = 0;
    events.push({ id: 'e2b', name: 'written late', timestamp: '2026-01-02T12:00:00Z' });
    expect(await analytics(cwd, api, ['sync', '--resource', 'events', '--since', '2026-01-02T00:00:00Z'])).toMatchObject({
      exitCode: 0,
      stderr: expect.stringContaining('events: 3 records'),
    });
    expect(new Set(api.asked)).toEqual(new Set(['2026-01-02T00:00:00Z']));
    expect(await idsIn(cwd)).toEqual([...(ids(1, 2) as object[]), { id: 'e2b' }, ...(ids(3) as object[])]);

    api.asked.length = 0;
    expect(await analytics(cwd, api, ['sync', '--resource', 'events'])).toMatchObject({ exitCode: 0 });
    expect(new Set(api.asked)).toEqual(new Set(['2026-01-02T23:59:59Z']));
  });

  test('is refused with a value that is no time, and of resources that have none: nothing is asked', async () => {
    const cwd = sandbox();
    const api = await eventsApi([]);
    for (const value of ['yesterday', '2026-01-01', '2026-13-01T00:00:00Z']) {
      expect(await analytics(cwd, api, ['sync', '--since', value])).toMatchObject({
        exitCode: 2,
        stderr: expect.stringContaining('expected a time with its zone, such as 2026-01-31T00:00:00Z'),
      });
    }
    expect(await analytics(cwd, api, ['sync', '--resource', 'cohorts', '--since', '2026-01-01T00:00:00Z'])).toMatchObject({ exitCode: 2 });
    expect(api.asked).toEqual([]);
  });
});

test('sync --resource asks for these resources only', async () => {
  const cwd = sandbox();
  const api = await eventsApi(eventsOn(1));
  expect(await analytics(cwd, api, ['sync', '--resource', 'events'])).toMatchObject({ exitCode: 0 });
  expect(new Set(api.paths)).toEqual(new Set(['/v1/events']));
  expect(messagesIn(await analytics(cwd, api, ['state', 'show']))).toMatchObject([{ resource: 'events', mode: 'merge', complete: true }]);
});

test('sync --full-refresh asks for everything, and rows that are gone are gone', async () => {
  const cwd = sandbox();
  const events = eventsOn(1, 2, 3);
  const api = await eventsApi(events);
  await analytics(cwd, api, ['sync', '--resource', 'events']);
  events.shift();
  await analytics(cwd, api, ['sync', '--resource', 'events']);
  expect(await idsIn(cwd)).toEqual(ids(1, 2, 3));
  api.asked.length = 0;
  expect(await analytics(cwd, api, ['sync', '--resource', 'events', '--full-refresh'])).toMatchObject({ exitCode: 0 });
  expect(new Set(api.asked)).toEqual(new Set(['']));
  expect(await idsIn(cwd)).toEqual(ids(2, 3));
});

/** The state of events that were read until then. */
function stateFile(url: string, start: unknown): string {
  const state = {
    v: 1,
    resource: 'events',
    shape: 'offset of /v1/events',
    origin: url,
    cursor: { start, read: [], latest: null, readLatest: [] },
    next: null,
  };
  return JSON.stringify({
    version: 1,
    connector: 'analytics',
    resources: { events: { version: 1, mode: 'merge', complete: true, state } },
  });
}

describe('T07: a state that begins in the future', () => {
  const note = /^warning: events: the state says that all was read up to 2999-01-01T00:00:00Z, which is not over yet: reading from (.*)$/gm;

  test('is brought back to now, and said once', async () => {
    const cwd = sandbox();
    const api = await eventsApi(eventsOn(1, 2));
    await analytics(cwd, api, ['sync', '--resource', 'events']);
    api.asked.length = 0;
    writeFileSync(join(cwd, 'state.json'), stateFile(api.url, '2999-01-01T00:00:00Z'));
    const finished = await analytics(cwd, api, ['sync', '--resource', 'events', '--state', 'state.json']);
    expect(finished).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('events: 0 records') });
    const [now = '', ...more] = [...finished.stderr.matchAll(note)].map(([, start]) => start);
    expect(more).toEqual([]);
    expect(Math.abs(Date.parse(now) - Date.now())).toBeLessThan(600_000);
    const [asked = '', ...others] = new Set(api.asked);
    expect(others).toEqual([]);
    expect(Date.parse(now) - Date.parse(asked)).toBe(1); // one unit earlier
    const { resources } = JSON.parse(readFileSync(join(cwd, 'state.json'), 'utf8')) as { readonly resources: object };
    expect(resources).toMatchObject({ events: { complete: true, state: { cursor: { start: now, read: [] }, next: null } } });
    expect(await idsIn(cwd)).toEqual(ids(1, 2));
  });

  test('a Singer tap says the same', async () => {
    const cwd = sandbox();
    const api = await eventsApi(eventsOn(1, 2));
    const { resources } = JSON.parse(stateFile(api.url, '2999-01-01T00:00:00Z')) as { readonly resources: object };
    writeFileSync(join(cwd, 'state.json'), JSON.stringify({ bookmarks: resources }));
    const { streams } = JSON.parse((await analytics(cwd, api, ['--singer', '--discover'])).stdout) as { readonly streams: object[] };
    writeFileSync(join(cwd, 'catalog.json'), JSON.stringify({ streams: streams.slice(0, 1) }));
    const finished = await analytics(cwd, api, ['--singer', '--state', 'state.json', '--catalog', 'catalog.json']);
    expect(finished.exitCode).toBe(0);
    const [now, ...more] = [...finished.stderr.matchAll(note)].map(([, start]) => start);
    expect(more).toEqual([]);
    expect(messagesIn(finished)).toMatchObject([
      { type: 'SCHEMA', bookmark_properties: ['timestamp'] },
      { type: 'STATE', value: { bookmarks: { events: { replication_key: 'timestamp', replication_key_value: now } } } },
    ]);
  });
});

test.each([
  ['T11: a start that is no finite number', '1e999'],
  ['a start that is no time', '"yesterday"'],
])('%s is refused with exit code 5: nothing is asked, nothing is overwritten', async (_, start) => {
  const cwd = sandbox();
  const api = await eventsApi([]);
  const text = stateFile(api.url, 'START').replace('"START"', start);
  writeFileSync(join(cwd, 'state.json'), text);
  expect(await analytics(cwd, api, ['sync', '--resource', 'events', '--state', 'state.json'])).toMatchObject({ exitCode: 5 });
  expect(api.asked).toEqual([]);
  expect(readFileSync(join(cwd, 'state.json'), 'utf8')).toBe(text);
});
