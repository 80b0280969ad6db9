import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentOf, fingerprintOf, put, sandbox } from '../support/sandbox.js';
import { tapwright } from './support.js';

const spec = `name: crew # ours\r
client: { base_url: "https://api.example.com" }\r
resources:\r
  - { name: users, endpoint: { paginator: single_page }, fields: { id: integer } }\r
`;

async function released(): Promise<string> {
  const folder = sandbox();
  put(folder, { 'specs/crew.yaml': spec });
  expect(await tapwright(folder, ['generate'])).toMatchObject({ exitCode: 0 });
  cpSync(join(folder, 'generated'), join(folder, 'before'), { recursive: true });
  return folder;
}

test('a release writes the version and the entry, and is made once', async () => {
  const folder = await released();
  const path = join(folder, 'specs/crew.yaml');
  writeFileSync(path, spec.replace('{ id: integer }', '{ id: integer, name: string }'));
  expect(await tapwright(folder, ['generate', '--release', '--against', 'before'])).toMatchObject({
    exitCode: 0,
    stdout: expect.stringMatching(/\ngenerated\/crew: 0\.1\.0 → 0\.1\.1 \(minor\), see specs\/crew\/CHANGELOG\.md\n$/) as string,
  });
  expect(readFileSync(path, 'utf8')).toBe(
    spec.replace('{ id: integer }', '{ id: integer, name: string }').replace('# ours\r\n', '# ours\r\nversion: 0.1.1\r\n'),
  );
  const changelog = '# Changelog\n\n## 0.1.1\n\n### New, and compatible\n\n- `User.name`: added: string | null\n';
  const after = contentOf(folder);
  expect([after['specs/crew/CHANGELOG.md'], after['generated/crew/CHANGELOG.md']]).toEqual([changelog, changelog]);
  await tapwright(folder, ['generate', '--release', '--against', 'before']);
  expect(contentOf(folder)).toEqual(after);
  expect(await tapwright(folder, ['generate', '--check'])).toMatchObject({ exitCode: 0 });
});

test('a package that can be run is the same as itself', async () => {
  const folder = sandbox();
  put(folder, { 'specs/crew.yaml': `${spec}outputs: all\r\n` });
  await tapwright(folder, ['generate']);
  cpSync(join(folder, 'generated'), join(folder, 'before'), { recursive: true });
  const run = await tapwright(folder, ['diff', 'specs/crew.yaml', '--against', 'before', '--format', 'json']);
  expect(JSON.parse(run.stdout)).toMatchObject({ changes: [] });
});

test('a release of what is the same changes nothing', async () => {
  const folder = await released();
  const before = contentOf(folder);
  expect(await tapwright(folder, ['generate', '--release', '--against', 'before/crew'])).toMatchObject({ exitCode: 0 });
  expect(contentOf(folder)).toEqual(before);
});

test('a version that somebody decided on stays', async () => {
  const folder = await released();
  const path = join(folder, 'specs/crew.yaml');
  writeFileSync(path, spec.replace('{ id: integer }', '{ id: integer, name: string }').replace('client:', 'version: "2.0.0"\r\nclient:'));
  await tapwright(folder, ['generate', '--release', '--against', 'before']);
  expect(readFileSync(path, 'utf8')).toContain('version: "2.0.0"\r\n');
  expect(contentOf(folder)['specs/crew/CHANGELOG.md']).toContain('## 2.0.0\n');
});

test('what to compare with is asked for where git has nothing', async () => {
  const folder = await released();
  const { stderr } = await tapwright(folder, ['diff', 'specs/crew.yaml']);
  expect(stderr).toMatch(/this is no git repository .*; give a folder with the package as it was: --against DIR/);
  execFileSync('git', ['init', '-q', folder]);
  const { stderr: empty } = await tapwright(folder, ['diff', 'specs/crew.yaml']);
  expect(empty).toMatch(/has no commit to compare with; commit the package first/);
});

test.each([
  ['diff', 'specs/crew.yaml'],
  ['diff', 'specs/crew.yaml', '--against', '--output=/tmp/x'],
  ['diff', 'specs/crew.yaml', '--against', 'no-such-revision'],
  ['generate', '--release'],
])('%s %s %s %s is refused where there is nothing to compare with', async (...argv) => {
  const folder = await released();
  const before = fingerprintOf(folder);
  const { exitCode, stderr } = await tapwright(
    folder,
    argv.filter((each) => each !== undefined),
  );
  expect([exitCode, stderr]).toEqual([2, expect.stringMatching(/error\[cli\/(unknown-revision|missing-value)\]/) as string]);
  expect(fingerprintOf(folder)).toEqual(before);
});
