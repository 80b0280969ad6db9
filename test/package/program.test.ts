import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { repository } from '../support/generator-sources.js';
import { contentOf, sandbox } from '../support/sandbox.js';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const manifest: { readonly dependencies: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync(join(repository, 'package.json'), 'utf8'),
);

describe('the program as npm packs it', () => {
  let folder = '';
  let program = '';
  let packed: readonly string[] = [];

  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'tapwright-pack-')));
    // `npm test` has built it; packing must not do so again while other tests run it
    const said = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
      cwd: repository,
      encoding: 'utf8',
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [{ filename, files }] = JSON.parse(said) as [{ filename: string; files: { path: string }[] }];
    packed = files.map(({ path }) => path);
    execFileSync('tar', ['-xzf', filename], { cwd: folder });
    program = join(folder, 'package');
    for (const name of Object.keys(manifest.dependencies)) {
      const place = join(program, 'node_modules', name);
      mkdirSync(dirname(place), { recursive: true });
      symlinkSync(join(repository, 'node_modules', name), place, 'junction');
    }
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('holds what it runs, the licenses of what it contains, and no more', () => {
    expect(packed).toEqual(
      expect.arrayContaining([
        'package.json',
        'README.md',
        'LICENSE',
        'dist/bin.js',
        'dist/cli.js',
        'dist/web-types.txt',
        'dist/LICENSES.txt',
      ]),
    );
    expect(
      packed.filter(
        (path) => !/^(?:dist\/[^/]+\.(?:js|txt)|[A-Z]+(?:\.md)?|package\.json|generator\/spec\/tapwright\.schema\.json)$/.test(path),
      ),
    ).toEqual([]);
  });

  test('generates with the dependencies that it declares, and nothing else', () => {
    const cwd = sandbox();
    cpSync(join(repository, 'specs/github-issues.yaml'), join(cwd, 'specs/github-issues.yaml'));
    cpSync(join(repository, 'specs/github-issues'), join(cwd, 'specs/github-issues'), { recursive: true });
    const { status, stderr } = spawnSync(process.execPath, [join(program, 'dist/bin.js'), 'generate'], { cwd, encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    const committed = Object.entries(contentOf(join(repository, 'generated/github-issues'))).filter(
      ([path]) => !/^(node_modules|dist)\//.test(path),
    );
    expect(contentOf(join(cwd, 'generated/github-issues'))).toEqual(Object.fromEntries(committed));
  });

  test.each(['init', 'record', 'infer', 'check', 'diff'])('finds all that %s needs', (command) => {
    const { status, stderr } = spawnSync(process.execPath, [join(program, 'dist/bin.js'), command, 'absent.yaml'], {
      cwd: sandbox(),
      encoding: 'utf8',
    });
    expect(stderr).not.toContain('internal/');
    expect(status).not.toBe(70);
  });
});
