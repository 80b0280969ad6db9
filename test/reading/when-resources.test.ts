import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesFrom } from '../support/generate.js';
import { importPackage } from '../support/import-package.js';
import { serve } from '../support/loopback.js';
import { sandbox } from '../support/sandbox.js';
import { diagnosticsOf } from '../support/spec-diagnostics.js';
import { buildSpec, messagesIn, runCommand } from '../sync/support/built-package.js';

/** Resources that are there under an option alone, for the library and for each program. */

const spec = readFileSync(join(import.meta.dirname, '../golden/when/spec.yaml'), 'utf8');
const bin = await buildSpec(spec);
const { KeptClient } = (await importPackage(await filesFrom('kept.yaml', spec))) as {
  readonly KeptClient: new (options: object) => Readonly<Record<string, { readonly isOffered?: boolean; all(): Promise<object[]> }>>;
};

const api = async (): Promise<{ readonly origin: string; readonly paths: () => readonly string[] }> => {
  const { origin, asked } = await serve(({ url }) => ({
    body: url.searchParams.has('offset') && url.searchParams.get('offset') !== '0' ? [] : [{ id: url.pathname.split('/').at(-1) }],
  }));
  return { origin, paths: () => [...new Set(asked.map(({ url }) => url.pathname))].sort() };
};
const env = (origin: string, more: object = {}): Record<string, string> => ({ KEPT_TOKEN: 'a-token', KEPT_BASE_URL: origin, ...more });
const ARCHIVED = { KEPT_INCLUDE_ARCHIVED: 'true' };
const EVERYTHING = ['/previews', '/projects', '/projects/archived', '/projects/archived/notes'];

test('the library says whether it is there, and refuses to read it without', async () => {
  const { origin, paths } = await api();
  const without = new KeptClient({ token: 'a-token', baseUrl: origin });
  expect([without['archived']?.isOffered, without['notes']?.isOffered, without['previews']?.isOffered]).toEqual([false, false, true]);
  for (const name of ['archived', 'notes']) {
    await expect(without[name]?.all()).rejects.toMatchObject({
      name: 'KeptOptionError',
      resource: 'archived',
      option: 'includeArchived',
      expected: 'true',
    });
  }
  await expect(new KeptClient({ token: 'a-token', baseUrl: origin, plan: 'free' })['previews']?.all()).rejects.toMatchObject({
    option: 'plan',
    expected: 'another than "free"',
  });
  expect(paths()).toEqual([]);
  const within = new KeptClient({ token: 'a-token', baseUrl: origin, includeArchived: true });
  expect([within['archived']?.isOffered, within['notes']?.isOffered]).toEqual([true, true]);
  expect(await within['notes']?.all()).toEqual([{ id: 'notes' }]);
});

describe('programs', () => {
  test.each<[more: object, names: readonly string[], paths: readonly string[]]>([
    [{}, ['projects', 'previews'], ['/previews', '/projects']],
    [ARCHIVED, ['projects', 'archived', 'notes', 'previews'], EVERYTHING],
    [{ KEPT_PLAN: 'free' }, ['projects'], ['/projects']],
  ])('with %j offer and sync %j', async (more, names, read) => {
    const cwd = sandbox();
    const { origin, paths } = await api();
    const run = (...args: readonly string[]) => runCommand(bin, args, { cwd, env: env(origin, more) });
    expect(messagesIn(await run('resources', '--json')).map(({ name }) => name)).toEqual(names);
    const [singer] = [JSON.parse((await run('--singer', '--discover')).stdout) as Readonly<Record<string, unknown>>];
    expect((singer?.['streams'] as { stream: string }[]).map(({ stream }) => stream)).toEqual(names);
    const [airbyte] = messagesIn(await run('--airbyte', 'discover'));
    expect((airbyte?.['catalog'] as { streams: { name: string }[] }).streams.map(({ name }) => name)).toEqual(names);
    expect(await run('sync', '--to', 'sqlite:all.db')).toMatchObject({ exitCode: 0 });
    expect(paths()).toEqual(read);
    const streams = messagesIn(await run('--singer')).flatMap(({ type, stream }) => (type === 'SCHEMA' ? [stream] : []));
    expect(streams).toEqual(names); // exactly one SCHEMA for each
  });

  test('one that is named is refused with what it takes', async () => {
    const { origin, paths } = await api();
    const finished = await runCommand(bin, ['read', 'notes'], { cwd: sandbox(), env: env(origin) });
    expect(finished.exitCode).not.toBe(0);
    expect(finished.stderr).toContain('archived page 0: the option includeArchived has to be true');
    expect(paths()).toEqual([]);
  });
});

test('a condition that its parent excludes is refused', async () => {
  const text = spec.replace('  - name: notes\n', '  - name: notes\n    when: not config.include_archived\n');
  expect((await diagnosticsOf(text)).map(({ message }) => message)).toContain(
    '"notes" is never there: what it is read for is only there where this does not hold',
  );
});

test('without conditions a package has no word of them', async () => {
  const files = await filesFrom('plain.yaml', spec.replaceAll(/ +when: .*\n/g, ''));
  expect(Object.entries(files).filter(([, text]) => /isOffered|offered|tablesUnder/.test(text))).toEqual([]);
});
