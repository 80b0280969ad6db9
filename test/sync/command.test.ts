import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sandbox } from '../support/sandbox.js';
import { buildPackage, messagesIn, recordedEnvironment, runCommand, type Finished, type RunOptions } from './support/built-package.js';
import { query } from './support/duckdb.js';
import { recordedIssues, secondPage, serve } from './support/recorded-api.js';

const bin = buildPackage('github-issues');

/** Runs the command against what GitHub answered. */
async function issues(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  options: Partial<RunOptions> = {},
): Promise<Finished & { readonly requests: readonly string[] }> {
  const { url, requests } = await recordedIssues();
  return { ...(await runCommand(bin, args, { cwd, env: { ...recordedEnvironment(url), ...env }, ...options })), requests };
}

test('sync writes to DuckDB when nobody says where, and tells how far it is', async () => {
  const cwd = sandbox();
  expect(await issues(cwd, ['sync'])).toMatchObject({
    exitCode: 0,
    stdout: '',
    stderr: expect.stringMatching(/^issues: 13 records, 5 pages, \d+\/s, done\nresource  read  new .*\nissues    13    13  .*\n$/),
  });
  expect(await query(join(cwd, 'github-issues.duckdb'), 'SELECT count(*)::INTEGER AS count FROM issues')).toEqual([{ count: 13 }]);
  expect(messagesIn(await issues(cwd, ['sync', '--json'])).at(-1)).toMatchObject({
    resource: 'issues',
    records: 13,
    pages: 5,
    written: 13,
    done: true,
  });
  expect(messagesIn(await issues(cwd, ['state', 'show']))).toMatchObject([{ resource: 'issues', mode: 'merge', complete: true }]);
});

test.each([
  ['folder/', [], 'folder/issues.jsonl'],
  ['folder/', ['--format', 'parquet'], 'folder/issues.parquet'],
])('sync --to %s %j writes files', async (to, more, file) => {
  const cwd = sandbox();
  for (const _ of ['first', 'second']) {
    expect(await issues(cwd, ['sync', '--to', to, ...more])).toMatchObject({ exitCode: 0 });
    expect(await query(':memory:', `SELECT count(*)::INTEGER AS count, min(number)::INTEGER AS least FROM '${join(cwd, file)}'`)).toEqual([
      { count: 13, least: 1 },
    ]);
  }
});

test('read prints records as they came, as many as asked', async () => {
  const records = messagesIn(await issues(sandbox(), ['read', 'issues']));
  expect(records).toHaveLength(13);
  expect(records[0]).toMatchObject({ number: 13, repository_url: expect.any(String) });
  expect(messagesIn(await issues(sandbox(), ['read', 'issues', '--limit', '2']))).toEqual(records.slice(0, 2));
});

test('check asks for one page', async () => {
  expect(await issues(sandbox(), ['check'])).toMatchObject({
    exitCode: 0,
    stdout: 'ok: issues can be read\n',
    requests: [expect.any(String)],
  });
});

test('check names the cause', async () => {
  const url = await serve((_, response) =>
    response.writeHead(401, { 'content-type': 'application/json' }).end('{"message":"Bad credentials"}'),
  );
  const refused = await runCommand(bin, ['check'], { cwd: sandbox(), env: recordedEnvironment(url) });
  expect(refused).toMatchObject({ exitCode: 4, stderr: expect.stringContaining('401') });
  expect(refused.stderr).not.toContain('a-token');
});

test('resources are listed', async () => {
  expect((await issues(sandbox(), ['resources'])).stdout).toMatch(
    /^resource +key +mode +synced +what it is\nissues +id +merge +yes +An issue/,
  );
});

describe('settings', () => {
  test('that are missing are named, all of them, before any request', async () => {
    const run = await issues(sandbox(), ['sync'], { GITHUB_ISSUES_TOKEN: '', GITHUB_ISSUES_REPO: '', GITHUB_ISSUES_PAGE_SIZE: 'many' });
    expect(run).toMatchObject({ exitCode: 2, requests: [] });
    for (const name of [
      'GITHUB_ISSUES_TOKEN is not set',
      'GITHUB_ISSUES_REPO is not set',
      'GITHUB_ISSUES_PAGE_SIZE: expected a whole number',
    ])
      expect(run.stderr).toContain(name);
  });

  test('come from a file too', async () => {
    const cwd = sandbox();
    writeFileSync(join(cwd, 'secrets'), 'GITHUB_ISSUES_TOKEN="from a file"\n');
    expect(await issues(cwd, ['check', '--env', 'secrets'], { GITHUB_ISSUES_TOKEN: '' })).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('without spaces'),
    });
    writeFileSync(join(cwd, 'secrets'), 'GITHUB_ISSUES_TOKEN=from-a-file\n');
    const { GITHUB_ISSUES_TOKEN: _, ...others } = recordedEnvironment((await recordedIssues()).url);
    expect(await runCommand(bin, ['check', '--env', 'secrets'], { cwd, env: others })).toMatchObject({ exitCode: 0 });
  });

  test('are listed by --help', async () => {
    const { stdout } = await issues(sandbox(), ['--help']);
    for (const name of Object.keys(recordedEnvironment(''))) expect(stdout).toContain(name);
  });
});

test.each([
  [[]],
  [['frobnicate']],
  [['state', 'hide']],
  [['sync', '--frobnicate']],
  [['sync', '--resource', 'users']],
  [['sync', '--since', '2026-01-01']],
  [['sync', '--to', 'ftp://example.com']],
  [['sync', '--to', 'postgres://user:secret@localhost/db']],
  [['sync', '--to', 'folder/', '--format', 'xml']],
  [['read']],
  [['read', 'users']],
  [['read', 'issues', '--limit', 'some']],
  [['state', 'show']],
])('%j is wrong usage: nothing is asked, nothing is written', async (args) => {
  const cwd = sandbox();
  const run = await issues(cwd, args);
  expect(run).toMatchObject({ exitCode: 2, requests: [], stdout: '', stderr: expect.stringMatching(/^error: .+\n$/) });
  expect(run.stderr).not.toContain('secret@');
  expect(existsSync(join(cwd, 'github-issues.duckdb'))).toBe(false);
});

describe('--state FILE', () => {
  test('keeps states in a file, for one run at a time', async () => {
    const cwd = sandbox();
    expect(await issues(cwd, ['sync', '--state', 'state.json'])).toMatchObject({ exitCode: 0 });
    expect(JSON.parse(readFileSync(join(cwd, 'state.json'), 'utf8'))).toMatchObject({
      version: 1,
      connector: 'github-issues',
      resources: { issues: { complete: true } },
    });
    expect(existsSync(join(cwd, 'state.json.lock'))).toBe(false);
    writeFileSync(join(cwd, 'state.json.lock'), String(process.pid));
    expect(await issues(cwd, ['sync', '--state', 'state.json'])).toMatchObject({
      exitCode: 3,
      requests: [],
      stderr: expect.stringContaining(`in use by process ${process.pid}`),
    });
    writeFileSync(join(cwd, 'state.json.lock'), '999999999'); // of a process that is dead
    expect(await issues(cwd, ['sync', '--state', 'state.json'])).toMatchObject({ exitCode: 0 });
  });

  const token = {
    v: 1,
    resource: 'issues',
    shape: 'header_link of /repos/{owner}/{repo}/issues',
    origin: 'HERE',
    options: { owner: 'octokit-fixture-org', repo: 'paginate-issues' },
    next: { link: secondPage() },
  };
  const file = (state: unknown): string =>
    JSON.stringify({
      version: 1,
      connector: 'github-issues',
      resources: { issues: { version: 1, mode: 'merge', complete: false, state } },
    });

  test.each([
    ['T01', 'not json', 'not JSON'],
    ['T03', '{"v":99}', 'version 99; this connector knows 1'],
    ['like them', '{"version":1,"connector":"another","resources":{}}', 'another connector'],
    ['like them', '{"version":1,"connector":"github-issues","resources":{"issues":{"version":2,"state":null}}}', 'version 2'],
    ['like them', '{"version":1,"connector":"github-issues","resources":{"issues":[]}}', 'not a saved state'],
    ['like them', file({ ...token, v: 99 }), 'another version'],
    ['like them', file({ ...token, resource: 'users' }), 'another resource'],
    ['like them', file({ ...token, options: { owner: 'octokit-fixture-org', repo: 'another' } }), 'another source'],
    ['T05', file({ ...token, next: { offset: 300 } }), 'names no position'],
    ['T09', file({ ...token, next: { link: 'https://evil.example/x' } }), 'state'],
    ['T11', file({ ...token, next: { link: 1 } }).replace('"link":1', '"link":1e999'), 'names no position'],
  ])('%s: refuses %s with exit code 5: nothing is asked, nothing is overwritten', async (_, text, message) => {
    const cwd = sandbox();
    const { url, requests } = await recordedIssues();
    const content = text.replace('HERE', url);
    writeFileSync(join(cwd, 'state.json'), content);
    const run = await runCommand(bin, ['sync', '--state', 'state.json'], { cwd, env: recordedEnvironment(url) });
    expect(run).toMatchObject({ exitCode: 5, stderr: expect.stringContaining(message) });
    expect(requests).toEqual([]);
    expect(readFileSync(join(cwd, 'state.json'), 'utf8')).toBe(content);
  });

  test('goes on where it says', async () => {
    const cwd = sandbox();
    const { url, requests } = await recordedIssues();
    await runCommand(bin, ['sync', '--state', 'state.json'], { cwd, env: recordedEnvironment(url) });
    const page2 = file(token).replace('HERE', url);
    writeFileSync(join(cwd, 'state.json'), page2);
    const before = requests.length;
    expect(await runCommand(bin, ['sync', '--state', 'state.json'], { cwd, env: recordedEnvironment(url) })).toMatchObject({ exitCode: 0 });
    expect(requests.slice(before)).toHaveLength(4);
  });
});

describe('Ctrl-C', () => {
  test('keeps what was read, and the next run goes on from there', async () => {
    const cwd = sandbox();
    const { url, requests } = await recordedIssues();
    const slow = await serve((request, response) => {
      if (requests.length >= 2) return; // the third page never comes
      void fetch(url + (request.url ?? '')).then(async (answer) => {
        const headers = { 'content-type': 'application/json', link: (answer.headers.get('link') ?? '').replaceAll(url, slow) };
        response.writeHead(answer.status, headers).end(await answer.text());
        if (requests.length === 2) setTimeout(() => child?.kill('SIGINT'), 500);
      });
    });
    let child: { kill(signal: 'SIGINT'): boolean } | undefined;
    const run = await runCommand(bin, ['sync'], { cwd, env: recordedEnvironment(slow), during: (started) => void (child = started) });
    expect(run).toMatchObject({ exitCode: 130, stderr: expect.stringContaining('interrupted') });
    expect(await query(join(cwd, 'github-issues.duckdb'), 'SELECT count(*)::INTEGER AS count FROM issues')).toEqual([{ count: 6 }]);
    expect(messagesIn(await issues(cwd, ['state', 'show']))).toMatchObject([
      { complete: false, state: { next: { link: expect.stringMatching(/[?&]page=3/) } } },
    ]);
  });
});
