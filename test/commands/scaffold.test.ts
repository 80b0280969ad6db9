import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { packageManager, PROJECT_PATHS, projectFiles, type ProjectPath, schemaLine } from '../../generator/scaffold/index.js';
import { contentOf, put, sandbox } from '../support/sandbox.js';
import { tapwright } from './support.js';

const ANSWER = { 'users.json': JSON.stringify([{ id: 1 }, { id: 2 }]) };
const INIT = ['init', 'users.json', '--url', 'https://api.acme.example/users', '--ci', 'github'];

describe('init makes a project', () => {
  test('of an empty folder, and ends with the commands that follow', async () => {
    const folder = sandbox();
    put(folder, ANSWER);
    const { exitCode, stdout } = await tapwright(folder, INIT);
    expect(exitCode).toBe(0);
    expect(stdout).toBe(`specs/acme.yaml: users
written: package.json, .gitignore, .gitattributes, .prettierignore, .github/workflows/connectors.yml

Next:
  npm install
  npx tapwright record specs/acme.yaml
  npx tapwright infer specs/acme.yaml
  npx tapwright generate specs/acme.yaml
`);
    const files = contentOf(folder);
    expect(files['specs/acme.yaml']).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/node_modules\/tapwright\/generator\/spec\/tapwright\.schema\.json\n/,
    );
    expect(JSON.parse(files['package.json'] ?? '')).toMatchObject({
      private: true,
      workspaces: ['generated/*'],
      scripts: { generate: 'tapwright generate', build: 'npm run build --workspaces --if-present' },
      devDependencies: { tapwright: expect.stringMatching(/^\^\d/) as string },
    });
    expect(files['.gitattributes']).toBe('generated/** linguist-generated\n');
    expect(files['.prettierignore']).toBe('generated/\n');
    expect(parse(files['.github/workflows/connectors.yml'] ?? '')).toMatchObject({
      jobs: {
        verify: { steps: [{ uses: 'actions/checkout@v6' }, {}, { run: 'npm ci' }, { run: 'npx tapwright generate --check' }, {}, {}] },
      },
    });
  });

  test('and leaves one that is there as it is', async () => {
    const folder = sandbox();
    put(folder, ANSWER);
    await tapwright(folder, INIT);
    const before = contentOf(folder);
    const { stdout } = await tapwright(folder, [...INIT, '--name', 'other']);
    expect(stdout).not.toMatch(/written:|added|npm install/);
    expect(contentOf(folder)).toEqual({ ...before, 'specs/other.yaml': expect.anything() as unknown });
  });

  test('adding no more than a line to files that are there', async () => {
    const folder = sandbox();
    const manifest = '{\n\t"name": "app",\n\t"dependencies": { "tapwright": "file:x.tgz" }\n}\n';
    put(folder, { ...ANSWER, 'package.json': manifest, '.gitignore': 'mine\n', '.prettierignore': 'coverage', '.gitattributes': '' });
    const { stdout } = await tapwright(folder, INIT);
    expect(stdout).toContain(`written: .github/workflows/connectors.yml
package.json: added workspaces generated/*
.gitattributes: added generated/** linguist-generated
.prettierignore: added generated/
`);
    const files = contentOf(folder);
    expect(files['package.json']).toBe(
      '{\n\t"name": "app",\n\t"dependencies": {\n\t\t"tapwright": "file:x.tgz"\n\t},\n\t"workspaces": [\n\t\t"generated/*"\n\t]\n}\n',
    );
    expect([files['.gitignore'], files['.prettierignore']]).toEqual(['mine\n', 'coverage\ngenerated/\n']);
  });

  test('not of a manifest that it cannot read, or that has workspaces', () => {
    for (const text of ['{', '[]', '{"workspaces":["packages/*"]}']) {
      const existing = new Map<ProjectPath, string>(PROJECT_PATHS.map((path) => [path, '']));
      existing
        .set('package.json', text)
        .set('.gitattributes', 'generated/** linguist-generated')
        .set('.prettierignore', ' generated/ \r\n');
      expect(projectFiles({ folder: 'x', version: '1.0.0', manager: packageManager({}) }, existing)).toEqual([]);
    }
  });
});

test.each([
  ['npm/11.1.0 node/v24', 'npm', 'npm run test --workspaces --if-present'],
  ['pnpm/12.21.0 npm/? node/v24', 'pnpm', 'pnpm -r --if-present run test'],
  ['yarn/4.18.1 npm/? node/v24', 'yarn', 'yarn workspaces foreach --all --exclude . run test'],
  ['bun/1.4.5', 'bun', "bun run --filter './generated/*' test"],
  [undefined, 'npm', 'npm run test --workspaces --if-present'],
])('a project of %s is one for %s', (agent, name, everywhere) => {
  const manager = packageManager({ npm_config_user_agent: agent });
  expect([manager.name, manager.everywhere('test')]).toEqual([name, everywhere]);
  const files = projectFiles({ folder: 'Größe ./', version: '1.2.3', manager, ci: 'github' }, new Map());
  const texts = Object.fromEntries(files.map((file) => [file.path, file.text]));
  expect(JSON.parse(texts['package.json'] ?? '')).toMatchObject({ name: 'gr-e', devDependencies: { tapwright: '^1.2.3' } });
  expect('pnpm-workspace.yaml' in texts).toBe(name === 'pnpm');
  expect(parse(texts['.github/workflows/connectors.yml'] ?? '')).toMatchObject({ jobs: { verify: { 'runs-on': 'ubuntu-latest' } } });
});

test('editors find the schema wherever the program is', () => {
  expect(schemaLine({ kind: 'node_modules' }, '1.2.3', 'specs/eu')).toContain('=../../node_modules/tapwright/generator/spec/');
  expect(schemaLine({ kind: 'itself' }, '1.2.3', 'specs')).toContain('=../generator/spec/');
  expect(schemaLine({ kind: 'archive' }, '1.2.3', 'specs')).toContain('=https://unpkg.com/tapwright@1.2.3/generator/spec/');
});
