import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tapwright } from '../../commands/support.js';
import { contentOf, put, sandbox } from '../../support/sandbox.js';
import { runVitest, withPackages } from '../../support/vitest-run.js';
import { cpSync } from 'node:fs';
import { DESK, DESK_HOOKS, SECRET, serveDesk } from './api.js';

/** From an API that only hooks can read to a recording, and to a package whose tests replay it. */

test('an API is recorded through the hooks, unsigned, and replayed through them', async () => {
  const server = await serveDesk();
  const folder = sandbox();
  const spec = { ...DESK, client: { ...DESK.client, base_url: server.origin } };
  put(folder, { 'specs/desk.yaml': JSON.stringify(spec), 'specs/desk.hooks.ts': DESK_HOOKS, 'generated/.keep': '' });
  const env = { DESK_API_KEY: SECRET };

  const run = await tapwright(folder, ['record', 'specs/desk.yaml', '--resource', 'tickets', '--pages', '9'], env);
  expect(run).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('page 4') });
  const recorded = readFileSync(join(folder, 'specs/desk/tickets.json'), 'utf8');
  expect(recorded).not.toMatch(/x-signature|x-key/);
  expect(recorded).toContain('"session": "s1"');
  expect(await tapwright(folder, ['check', 'specs/desk.yaml', '--resource', 'tickets'])).toMatchObject({ exitCode: 0 });

  const before = contentOf(join(folder, 'specs'));
  expect(await tapwright(folder, ['generate', 'specs/desk.yaml'])).toMatchObject({
    exitCode: 0,
    stderr: expect.not.stringContaining('error'),
  });
  expect(await tapwright(folder, ['generate', 'specs/desk.yaml', '--check'])).toMatchObject({ exitCode: 0 });
  expect(contentOf(join(folder, 'specs'))).toEqual(before); // the hooks are their author's
  const failed = await withPackages(async (packages) => {
    cpSync(join(folder, 'generated/desk'), join(packages, 'desk'), { recursive: true });
    const results = await runVitest(packages);
    expect(results.map(({ name }) => name).join()).toContain('hooks.test.ts');
    return results.flatMap(({ message, assertionResults }) => [
      message,
      ...assertionResults
        .filter(({ status }) => status !== 'passed')
        .map(({ title, failureMessages }) => `${title}: ${failureMessages.join()}`),
    ]);
  });
  expect(failed.filter((message) => message !== '')).toEqual([]);
}, 120_000);

test('a changed hooks file is noticed, and a removed one leaves nothing behind', async () => {
  const folder = sandbox();
  const hooks = "export const notes = { filter: () => true } satisfies import('../generated/desk/src/hook-types.js').NotesHooks;\n";
  put(folder, { 'specs/desk.yaml': JSON.stringify(DESK), 'specs/desk.hooks.ts': hooks, 'generated/.keep': '' });
  expect(await tapwright(folder, ['generate', 'specs/desk.yaml'])).toMatchObject({ exitCode: 0 });
  const made = contentOf(join(folder, 'generated/desk'));
  expect(made['src/hooks.ts']).toContain("import('./hook-types.ts').NotesHooks");
  expect(Object.keys(JSON.parse(made['connector.lock.json'] ?? '').files)).toContain('src/hooks.ts');

  put(folder, { 'specs/desk.hooks.ts': hooks.replace('true', 'false') });
  const stale = await tapwright(folder, ['generate', 'specs/desk.yaml', '--check']);
  expect(stale).toMatchObject({
    exitCode: 1,
    stdout: expect.stringContaining("+export const notes: import('./hook-types.ts').NotesHookSet = { filter: () => false }"),
  });

  put(folder, { 'specs/desk.hooks.ts': `\ufeff${hooks.replaceAll('\n', '\r\n')}` });
  expect(await tapwright(folder, ['generate', 'specs/desk.yaml', '--check'])).toMatchObject({ exitCode: 0 });
});
