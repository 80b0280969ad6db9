import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { contentOf, sandbox } from '../support/sandbox.js';

vi.setConfig({ testTimeout: 60_000 });

// `npm test` builds before it runs.
const BIN = resolve('dist/bin.js');

function start(argv: readonly string[], { cwd = sandbox(), env = {}, node = [] as readonly string[] } = {}) {
  return spawnSync(process.execPath, [...node, BIN, ...argv], { cwd, encoding: 'utf8', env: { ...process.env, ...env } });
}

describe('the program', () => {
  test('prints help on stdout, for itself and for a command', () => {
    for (const argv of [['--help'], ['-h'], ['help'], ['generate', '--help'], ['help', 'generate']]) {
      const { status, stdout, stderr } = start(argv);
      expect([argv, status, stderr]).toEqual([argv, 0, '']);
      expect(stdout).toMatch(/^Usage: tapwright/);
      expect(stdout).toContain('$ tapwright generate');
    }
  });

  test('prints its version', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(start(['--version']).stdout).toBe(`${version}\n`);
  });

  test('prints its usage on stderr and exits with 2 when there is no command', () => {
    const { status, stdout, stderr } = start([]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('error[cli/no-command]');
    expect(stderr.split('\n').length).toBeLessThan(25);
  });

  test('uses no colour in a pipe', () => {
    expect(start(['generate', 'x.yaml'], { env: { FORCE_COLOR: '1' } }).stderr).not.toContain('\u001b[');
  });

  test('survives that nobody reads its output', async () => {
    const child = spawn(process.execPath, [BIN, 'generate', '--help'], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    let stderr = '';
    child.stderr.on('data', (chunk) => (stderr += String(chunk)));
    const status = await new Promise((done) => child.on('close', done));
    expect([status, stderr]).toEqual([0, '']);
  });

  test('writes although nobody reads what it says', async () => {
    const cwd = sandbox();
    copyFileSync('specs/metrics.yaml', join(cwd, 'metrics.yaml'));
    const child = spawn(process.execPath, [BIN, 'generate', 'metrics.yaml', '--out', 'out'], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    let stderr = '';
    child.stderr.on('data', (chunk) => (stderr += String(chunk)));
    const status = await new Promise((done) => child.on('close', done));
    expect([status, stderr]).toEqual([0, '']);
    expect(Object.keys(contentOf(join(cwd, 'out')))).toContain('metrics/connector.lock.json');
  });

  test('ends with 130 when it is interrupted, and leaves nothing', () => {
    const cwd = sandbox();
    copyFileSync('specs/metrics.yaml', join(cwd, 'metrics.yaml'));
    const interrupt = `data:text/javascript,const timer = setInterval(() => {
      if (process.listenerCount('SIGINT') === 0) return;
      clearInterval(timer);
      process.kill(process.pid, 'SIGINT');
    }, 1);`;
    const { status, stdout, stderr } = start(['generate', 'metrics.yaml'], { cwd, node: ['--import', interrupt] });
    expect([status, stdout]).toEqual([130, '']);
    expect(stderr).toBe('tapwright: error[cli/interrupted]: interrupted; every file is as it was\n');
    expect(Object.keys(contentOf(cwd))).toEqual(['metrics.yaml']);
  });

  test('says in one sentence that Node.js is too old', () => {
    const old = `data:text/javascript,Object.defineProperties(process, { versions: { value: { node: '16.20.2' } }, version: { value: 'v16.20.2' } })`;
    const { status, stdout, stderr } = start(['generate', 'x.yaml'], { node: ['--import', old] });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toBe('tapwright: error[cli/node-version]: needs Node.js 20.19 or newer; this is v16.20.2\n');
  });

  test('has an entry that an old Node.js can read', () => {
    const source = readFileSync(BIN, 'utf8');
    expect(source).not.toMatch(/\?\?|\?\.|await|import .* from|=> *{[^}]*#/);
  });
});

test('what the program loads for any command line is small: the rest is loaded when it is needed', () => {
  const libraries = new Set<string>();
  const sizes = new Map<string, number>();
  const walk = (file: string): void => {
    if (sizes.has(file)) return;
    const source = readFileSync(file, 'utf8');
    sizes.set(file, source.length);
    for (const [, from = ''] of source.matchAll(/(?<!['"])\b(?:import|export)(?:[\s\w$,*{}]*?from)?\s*['"]([^'"]+)['"]/g)) {
      if (from.startsWith('.')) walk(join(dirname(file), from));
      else if (!from.startsWith('node:')) libraries.add(from);
    }
  };
  walk(resolve('dist/cli.js'));
  const size = [...sizes.values()].reduce((sum, each) => sum + each, 0);
  // commander, picocolors and what reports errors; the YAML parser alone is larger than what is left to this limit
  expect([...libraries].filter((name) => !builtinModules.includes(name))).toEqual([]);
  expect(sizes.size).toBeGreaterThan(3);
  expect(size).toBeLessThan(160_000);
});
