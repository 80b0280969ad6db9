import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { serve } from '../support/loopback.js';
import { contentOf, sandbox } from '../support/sandbox.js';
import { buildSpec, runCommand, type Finished } from '../sync/support/built-package.js';
import { mutations } from './mutations.js';
import { thorough } from './runtimes.js';

/** Files that lie where a program reads and writes, and that somebody else may have written. */

const SPEC = {
  name: 'crew',
  outputs: ['files', 'duckdb', 'sqlite', 'singer', 'airbyte'],
  client: { base_url: 'https://api.example.com', auth: { type: 'bearer' }, retry: { max_retries: 0 } },
  resources: [
    {
      name: 'notes',
      primary_key: 'id',
      write_disposition: 'merge',
      fields: { id: 'integer', at: { type: 'datetime', nullable: false } },
      endpoint: {
        data_selector: 'items',
        paginator: { type: 'offset', limit: 2 },
        incremental: { cursor_path: 'at', start_param: 'since' },
      },
    },
  ],
};
const bin = await buildSpec(JSON.stringify(SPEC));

async function api(): Promise<string> {
  const item = (id: number): object => ({ id, at: `2026-01-0${id}T00:00:00Z` });
  const { origin } = await serve(({ url }) => {
    const offset = Number(url.searchParams.get('offset'));
    return { body: { items: [1, 2, 3].map(item).slice(offset, offset + 2) } };
  });
  return origin;
}

async function run(cwd: string, args: readonly string[], url?: string): Promise<Finished> {
  return runCommand(bin, args, { cwd, env: { CREW_TOKEN: 'a-token-of-length', CREW_BASE_URL: url ?? (await api()) } });
}

const INTO = ['sync', '--to', 'out/'] as const;

/** A folder with a sync in it, and beside it something to keep. */
async function synced(url: string): Promise<{ readonly cwd: string; readonly states: string }> {
  const cwd = sandbox();
  writeFileSync(join(cwd, 'victim.jsonl'), 'keep me\n'.repeat(100));
  expect(await run(cwd, INTO, url)).toMatchObject({ exitCode: 0 });
  return { cwd, states: join(cwd, 'out/_sync_states.json') };
}

/** Everything but what a run adds for itself while it lasts. */
const without = ({ ...content }: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(content).filter(([name]) => !name.endsWith('.lock')));

describe('the states of a folder', () => {
  const forged: readonly (readonly [string, (entry: Record<string, unknown>, all: Record<string, unknown>) => void])[] = [
    ['a file outside', (entry) => (entry['file'] = '../victim.jsonl')],
    ['a file outside, by another way', (entry) => (entry['file'] = './../victim.jsonl')],
    ['an absolute path', (entry) => (entry['file'] = '/tmp/victim.jsonl')],
    ['the file of states', (entry) => (entry['file'] = '_sync_states.json')],
    ['more bytes than there are', (entry) => (entry['bytes'] = 10_000)],
    ['bytes below none', (entry) => (entry['bytes'] = -1)],
    ['half a byte', (entry) => (entry['bytes'] = 0.5)],
    ['bytes without end', (entry) => (entry['bytes'] = 1e300)],
    ['bytes as text', (entry) => (entry['bytes'] = '0')],
    ['no file', (entry) => delete entry['file']],
    ['no object', (_, all) => (all['tables'] = [])],
    ['nothing', (_, all) => (all['tables'] = null)],
    ['a table with slashes', (entry, all) => (all['tables'] = { '../victim': { ...entry, file: '../victim.jsonl' } })],
    ['another connector', (_, all) => (all['connector'] = 'other')],
    ['a saved state that is none', (entry) => (entry['saved'] = { version: 1 })],
    ['a key that is no list', (entry) => (entry['saved'] = { ...Object(entry['saved']), key: 5 })],
    ['a key that is text', (entry) => (entry['saved'] = { ...Object(entry['saved']), key: 'id' })],
    ['a key of numbers', (entry) => (entry['saved'] = { ...Object(entry['saved']), key: [1] })],
  ];

  test.each(forged)('that say %s are refused, and nothing is touched', async (_, change) => {
    const url = await api();
    const { cwd, states } = await synced(url);
    const all = JSON.parse(readFileSync(states, 'utf8')) as { tables: { notes: Record<string, unknown> } } & Record<string, unknown>;
    change(all.tables.notes, all);
    writeFileSync(states, JSON.stringify(all));
    const before = contentOf(cwd);
    const finished = await run(cwd, INTO, url);
    expect([3, 5]).toContain(finished.exitCode);
    expect(finished.stderr).toMatch(/^(?:resource .+\n[^]*\n)?error: .+\n$/);
    const { 'out/_sync_runs.jsonl': runs, ...after } = contentOf(cwd);
    const { 'out/_sync_runs.jsonl': runsBefore, ...kept } = before;
    expect(after).toEqual(kept);
    expect(runs?.startsWith(runsBefore ?? '')).toBe(true);
  });

  test('beside what runs did: lines that say no run are passed over, and nothing in them becomes markup', async () => {
    const url = await api();
    const { cwd } = await synced(url);
    const run1 = readFileSync(join(cwd, 'out/_sync_runs.jsonl'), 'utf8').trim();
    const forged = { ...(JSON.parse(run1) as object), resource: 'notes', outcome: '"><script>', read: '<b>' };
    const lines = [run1.slice(0, 30), '[]', '5', 'null', '{"__proto__":{}}', '['.repeat(9000), JSON.stringify(forged), run1, ''];
    writeFileSync(join(cwd, 'out/_sync_runs.jsonl'), lines.join('\n'));
    expect(await run(cwd, [...INTO, '--report', 'report.json'], url)).toMatchObject({ exitCode: 0 });
    const { before } = JSON.parse(readFileSync(join(cwd, 'report.json'), 'utf8')) as { readonly before: readonly object[] };
    expect(before).toHaveLength(2);
    expect(before[1]).toMatchObject({ resource: 'notes', read: 3, outcome: 'done' });
    expect(await run(cwd, [...INTO, '--report', 'report.html'], url)).toMatchObject({ exitCode: 0 });
    expect(readFileSync(join(cwd, 'report.html'), 'utf8')).not.toMatch(/<script>|<b>|NaN/);
  });

  test('that are deep, long or no JSON are refused, and nothing is touched', async () => {
    const url = await api();
    const { cwd, states } = await synced(url);
    for (const text of [
      '',
      'null',
      '[',
      `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
      '{"__proto__": {"connector": "crew"}}',
      '\u0000'.repeat(1000),
    ]) {
      writeFileSync(states, text);
      const before = contentOf(cwd);
      expect(await run(cwd, INTO, url), text.slice(0, 40)).toMatchObject({ exitCode: 5 });
      expect(contentOf(cwd)).toEqual(before);
    }
  });
});

describe('a real file, changed in some place', () => {
  const runs = thorough ? 200 : 8;

  test.each([
    ['the states of a folder', INTO, 'out/_sync_states.json'],
    ['a file of states', ['sync', '--to', 'data.sqlite', '--state', 'state.json'], 'state.json'],
    ['a lock', INTO, 'out/_sync_states.json.lock'],
    ['what earlier runs did', [...INTO, '--report', 'report.html'], 'out/_sync_runs.jsonl'],
    ['lines that are compacted', [...INTO, '--compact'], 'out/notes.jsonl'],
    ['a catalog of Singer', ['--singer', '--catalog', 'catalog.json'], 'catalog.json'],
    ['a state of Singer', ['--singer', '--state', 'bookmarks.json'], 'bookmarks.json'],
    ['a configuration', ['read', '--config', 'config.json', '--catalog', 'configured.json'], 'config.json'],
    ['a catalog of Airbyte', ['read', '--config', 'config.json', '--catalog', 'configured.json'], 'configured.json'],
    ['a state of Airbyte', ['read', '--config', 'config.json', '--catalog', 'configured.json', '--state', 'states.json'], 'states.json'],
  ])('which is %s, is read or refused in time, and never a fault of ours', { timeout: 1_200_000 }, async (_, args, file) => {
    const url = await api();
    const { cwd } = await synced(url);
    writeFileSync(join(cwd, 'out/_sync_states.json.lock'), '999999999');
    writeFileSync(join(cwd, 'config.json'), JSON.stringify({ token: 'a-token-of-length', base_url: url }));
    await run(cwd, ['sync', '--to', 'data.sqlite', '--state', 'state.json'], url);
    const stream = { name: 'notes', json_schema: { properties: { id: {} } } };
    writeFileSync(
      join(cwd, 'configured.json'),
      JSON.stringify({ streams: [{ stream, sync_mode: 'incremental', destination_sync_mode: 'append' }] }),
    );
    writeFileSync(join(cwd, 'catalog.json'), (await run(cwd, ['--singer', '--discover'], url)).stdout);
    const lines = (await run(cwd, ['--singer'], url)).stdout.trim().split('\n');
    writeFileSync(join(cwd, 'bookmarks.json'), JSON.stringify((JSON.parse(lines.at(-1) ?? '') as { value: unknown }).value));
    const messages = (await run(cwd, ['read', '--config', 'config.json', '--catalog', 'configured.json'], url)).stdout.trim().split('\n');
    const state = messages.map((line) => JSON.parse(line) as { type: string; state: unknown }).findLast(({ type }) => type === 'STATE');
    writeFileSync(join(cwd, 'states.json'), JSON.stringify([state?.state]));
    const path = join(cwd, file);
    const original = readFileSync(path, 'utf8');
    for (const changed of fc.sample(mutations(original), { numRuns: runs, seed: 14 })) {
      writeFileSync(path, changed);
      const victim = readFileSync(join(cwd, 'victim.jsonl'), 'utf8');
      const finished = await run(cwd, args, url);
      expect(finished.exitCode, `${JSON.stringify(changed.slice(0, 200))}: ${finished.stderr}`).toBeOneOf([0, 1, 2, 3, 4, 5]);
      expect(finished.stderr.length).toBeLessThan(20_000);
      expect(readFileSync(join(cwd, 'victim.jsonl'), 'utf8')).toBe(victim);
      writeFileSync(path, original);
    }
  });
});

describe('links', () => {
  test.each([
    ['the file of a table', INTO, 'out/notes.jsonl'],
    ['the states of a folder', INTO, 'out/_sync_states.json'],
    ['a file of states', ['sync', '--to', 'data.sqlite', '--state', 'state.json'], 'state.json'],
    ['a DuckDB database', ['sync', '--to', 'data.duckdb'], 'data.duckdb'],
    ['its log', ['sync', '--to', 'data.duckdb'], 'data.duckdb.wal'],
    ['an SQLite database', ['sync', '--to', 'data.sqlite'], 'data.sqlite'],
    ['its journal', ['sync', '--to', 'data.sqlite'], 'data.sqlite-journal'],
    ['a Parquet file', ['sync', '--to', 'out/', '--format', 'parquet'], 'out/notes.parquet'],
    ['a lock', INTO, 'out/_sync_states.json.lock'],
  ])('in the place of %s are not written through', async (_, args, place) => {
    const cwd = sandbox();
    mkdirSync(join(cwd, 'out'));
    writeFileSync(join(cwd, 'victim.txt'), 'keep me\n');
    symlinkSync(join(cwd, 'victim.txt'), join(cwd, place));
    const finished = await run(cwd, args);
    expect([3, 5]).toContain(finished.exitCode);
    expect(finished.stderr).toMatch(/^error: .+\n$/s);
    expect(readFileSync(join(cwd, 'victim.txt'), 'utf8')).toBe('keep me\n');
  });

  test('under names that earlier versions took for temporary files are left alone', async () => {
    const cwd = sandbox();
    mkdirSync(join(cwd, 'out'));
    writeFileSync(join(cwd, 'victim.txt'), 'keep me\n');
    for (const name of ['_sync_states.json.next', 'notes.parquet.next', `_sync_states.json.lock.${process.pid}`])
      symlinkSync('../victim.txt', join(cwd, 'out', name));
    expect(await run(cwd, INTO)).toMatchObject({ exitCode: 0 });
    expect(await run(cwd, ['sync', '--to', 'out2/', '--format', 'parquet'])).toMatchObject({ exitCode: 0 });
    expect(readFileSync(join(cwd, 'victim.txt'), 'utf8')).toBe('keep me\n');
  });
});

test('what is written is for its user alone, unless --mode says otherwise, and nothing temporary stays', async () => {
  const cwd = sandbox();
  const modes = (): Readonly<Record<string, string>> =>
    Object.fromEntries(
      readdirSync(cwd, { recursive: true, encoding: 'utf8' }).map((name) => [name, (statSync(join(cwd, name)).mode & 0o777).toString(8)]),
    );
  for (const args of [
    INTO,
    ['sync', '--to', 'data.duckdb'],
    ['sync', '--to', 'data.sqlite', '--state', 'state.json'],
    ['sync', '--to', 'tables/', '--format', 'parquet'],
  ])
    expect(await run(cwd, args)).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('done') as string });
  expect(modes()).toEqual({
    out: '700',
    'out/_sync_runs.jsonl': '600',
    'out/_sync_states.json': '600',
    'out/notes.jsonl': '600',
    'data.duckdb': '600',
    'data.sqlite': '600',
    'state.json': '600',
    tables: '700',
    'tables/_sync.duckdb': '600',
    'tables/notes.parquet': '600',
  });
  expect(await run(cwd, ['sync', '--to', 'shared/', '--mode', '640'])).toMatchObject({ exitCode: 0 });
  expect(modes()).toMatchObject({ shared: '750', 'shared/_sync_states.json': '640', 'shared/notes.jsonl': '640' });
  for (const mode of ['64', '999', '400', 'rw']) expect(await run(cwd, ['sync', '--mode', mode])).toMatchObject({ exitCode: 2 });
});

test.each([['/'], ['/etc'], ['/usr/share/notes'], ['/proc/'], ['/dev/']])('the folder %s of the system is refused', async (to) => {
  const cwd = sandbox();
  const before = readdirSync('/');
  const finished = await run(cwd, ['sync', '--to', to.endsWith('/') ? to : `${to}/`]);
  expect(finished.exitCode).toBeOneOf([2, 3]);
  expect(readdirSync('/')).toEqual(before);
  expect(existsSync('/usr/share/notes')).toBe(false);
  expect(without(contentOf(cwd))).toEqual({});
});

test('a prefix cannot leave the folder', async () => {
  const cwd = sandbox();
  expect(await run(cwd, [...INTO, '--prefix', '../x'])).toMatchObject({ exitCode: 2 });
  expect(contentOf(cwd)).toEqual({});
});
