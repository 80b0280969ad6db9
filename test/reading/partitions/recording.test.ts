import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sendJson, serve, tapwright } from '../../commands/support.js';
import { put, sandbox } from '../../support/sandbox.js';
import { runVitest } from '../../support/vitest-run.js';
import { symlinkSync } from 'node:fs';
import { repository } from '../../support/generator-sources.js';

const DAY = 86_400_000;
const rows = Array.from({ length: 40 }, (_, id) => ({ id, at: new Date(Date.parse('2026-01-02T00:00:00Z') + id * DAY).toISOString() }));

const specOf = (base: string): string => `
name: repos
config:
  repos: { type: list, description: The repositories to read. }
client: { base_url: ${base} }
resource_defaults:
  primary_key: id
  endpoint: { data_selector: data, paginator: { type: offset, limit: 100 } }
resources:
  - name: issues
    for_each: { repo: '{config.repos}' }
    include_for_each: [repo]
    endpoint:
      path: '/{for_each.repo}/issues'
      incremental: { cursor_path: at, initial_value: '2026-01-01T00:00:00Z', start_param: since, end_param: until, step: P1M }
    fields: { id: integer, at: { type: datetime, nullable: false } }
  - name: notes
    include_from_parent: [_repo, id]
    endpoint: '/{resources.issues._repo}/issues/{resources.issues.id}/notes'
    fields: { id: integer }
`;

test('a read of lists and windows is recorded, checked, and replayed by the tests of its package', async () => {
  const base = await serve(({ url }, response) => {
    const [since, until] = ['since', 'until'].map((name) => url.searchParams.get(name) ?? '');
    const from = Number(url.searchParams.get('offset'));
    const all = url.pathname.endsWith('/notes') ? [{ id: 1 }] : rows.filter(({ at }) => at >= (since ?? '') && at < (until ?? ''));
    sendJson(response, { data: all.slice(from, from + 5) });
  });
  const folder = sandbox();
  put(folder, { 'specs/repos.yaml': specOf(base) });
  const env = { REPOS_REPOS: 'one, two', REPOS_WALL_CLOCK: '2026-02-20T00:00:00.000Z' };
  expect(await tapwright(folder, ['record', 'specs/repos.yaml', '--records', '2'], env)).toMatchObject({ exitCode: 0 });
  const recorded: unknown = JSON.parse(readFileSync(join(folder, 'specs/repos/issues.json'), 'utf8'));
  expect(recorded).toMatchObject({ config: { repos: ['one', 'two'], wall_clock: env.REPOS_WALL_CLOCK } });

  expect(await tapwright(folder, ['check', 'specs/repos.yaml'])).toMatchObject({ exitCode: 0 });
  expect(await tapwright(folder, ['generate', 'specs/repos.yaml'])).toMatchObject({ exitCode: 0 });
  symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const results = await runVitest(join(folder, 'generated/repos'));
  expect(results.filter(({ status }) => status === 'failed')).toEqual([]);
  expect(results.length).toBeGreaterThan(3);
}, 60_000);
