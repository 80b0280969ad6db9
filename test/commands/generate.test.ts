import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Pipeline } from '../../generator/commands/pipeline.js';
import { cli } from '../../generator/diagnostics/messages/cli.js';
import { codesIn, pipelineWith, putSpec, shortPipeline, tapwright } from '../support/command-line.js';
import { watchedDisk } from '../support/disk.js';
import { contentOf, fingerprintOf, put, sandbox } from '../support/sandbox.js';

/** A folder with two specs in `specs/`. */
function repository(): string {
  const folder = sandbox();
  mkdirSync(join(folder, 'specs'));
  for (const name of ['beta', 'alpha']) putSpec(folder, name, `specs/${name}.yaml`);
  put(folder, { 'specs/alpha.hooks.ts': '', 'specs/notes.txt': '' });
  return folder;
}

describe('tapwright generate', () => {
  test('writes every spec of specs/ in order, and says what changed', async () => {
    const folder = repository();
    expect(await tapwright(folder, ['generate'])).toEqual({
      exitCode: 0,
      stdout:
        'generated/alpha: 4 files written, 0 unchanged, 0 removed (0 ms)\ngenerated/beta: 4 files written, 0 unchanged, 0 removed (0 ms)\n',
      stderr: '',
    });
    expect((await tapwright(folder, ['generate'])).stdout).toBe(
      'generated/alpha: up to date, 4 files (0 ms)\ngenerated/beta: up to date, 4 files (0 ms)\n',
    );
    appendFileSync(join(folder, 'specs/beta.yaml'), '# more\n');
    expect((await tapwright(folder, ['generate', 'specs/beta.yaml'])).stdout).toBe(
      'generated/beta: 2 files written, 2 unchanged, 0 removed (0 ms)\n',
    );
  });

  test('takes a spec once, however often and however it is named', async () => {
    const folder = repository();
    const { stdout } = await tapwright(folder, [
      'generate',
      'specs/alpha.yaml',
      './specs/../specs/alpha.yaml',
      join(folder, 'specs/alpha.yaml'),
    ]);
    expect(stdout.match(/written/g)).toHaveLength(1);
  });

  test('puts packages into --out, for one spec as for many', async () => {
    const folder = repository();
    mkdirSync(join(folder, 'elsewhere'));
    await tapwright(folder, ['generate', '--out', 'elsewhere/packages', 'specs/alpha.yaml']);
    expect(Object.keys(contentOf(join(folder, 'elsewhere')))).toContain('packages/alpha/src/index.ts');
  });

  test('gives the results as one JSON object', async () => {
    const folder = repository();
    const { stdout } = await tapwright(folder, ['generate', 'specs/alpha.yaml', '--format', 'json']);
    expect(JSON.parse(stdout)).toEqual({
      ok: true,
      exitCode: 0,
      diagnostics: [],
      packages: [
        {
          spec: 'specs/alpha.yaml',
          name: 'alpha',
          folder: 'generated/alpha',
          written: ['connector.lock.json', 'package.json', 'src/index.ts', 'src/same.ts'],
          unchanged: [],
          removed: [],
          milliseconds: 0,
        },
      ],
    });
  });

  test('shows warnings and writes', async () => {
    const folder = repository();
    const warning = { code: 'spec/unused', severity: 'warning' as const, message: 'nothing uses this', span: { start: 0, end: 4 } };
    const pipeline: Pipeline = {
      load: shortPipeline.load,
      generate: async (source, recordings) => ({ ...(await shortPipeline.generate(source, recordings)), diagnostics: [warning] }),
    };
    const run = await tapwright(folder, ['generate', 'specs/alpha.yaml'], { pipeline });
    expect(run.exitCode).toBe(0);
    expect(run.stderr).toContain('specs/alpha.yaml:1:1: warning[spec/unused]: nothing uses this');
    expect(run.stdout).toContain('4 files written');
  });

  test('writes nothing at all when one spec of several is refused', async () => {
    const folder = repository();
    put(folder, { 'specs/gamma.yaml': 'a: 1\na: 2\n' });
    const before = fingerprintOf(folder);
    const run = await tapwright(folder, ['generate']);
    expect(run.exitCode).toBe(1);
    expect(codesIn(run)).toEqual(['yaml/duplicate-key']);
    expect(fingerprintOf(folder)).toEqual(before);
  });

  test('--print-model prints and writes nothing', async () => {
    const folder = repository();
    const before = fingerprintOf(folder);
    const { stdout } = await tapwright(folder, ['generate', 'specs/alpha.yaml', '--print-model']);
    expect(JSON.parse(stdout)).toEqual({ name: { raw: 'alpha' } });
    expect(fingerprintOf(folder)).toEqual(before);
  });

  test('uses colours only where they are shown', async () => {
    const folder = repository();
    expect((await tapwright(folder, ['generate', 'x.yaml'], { color: true })).stderr).toContain('\u001b[');
    expect((await tapwright(folder, ['generate', 'x.yaml'], { color: false })).stderr).not.toContain('\u001b[');
  });
});

describe('tapwright generate --check', () => {
  test('is content with what generate wrote, and touches nothing', async () => {
    const folder = repository();
    await tapwright(folder, ['generate']);
    put(folder, { 'generated/alpha/node_modules/x.js': 'x' });
    const before = fingerprintOf(folder);
    expect(await tapwright(folder, ['generate', '--check'])).toEqual({
      exitCode: 0,
      stdout: 'generated/alpha: up to date\ngenerated/beta: up to date\n',
      stderr: '',
    });
    expect(fingerprintOf(folder)).toEqual(before);
  });

  test('shows a stale file as a diff, missing and left-over files, and the command that mends it', async () => {
    const folder = repository();
    await tapwright(folder, ['generate', 'specs/alpha.yaml'], { pipeline: pipelineWith({ 'src/internal/more.ts': 'more\n' }) });
    appendFileSync(join(folder, 'generated/alpha/src/same.ts'), 'mine\n');
    rmSync(join(folder, 'generated/alpha/package.json'));
    const before = fingerprintOf(folder);

    const run = await tapwright(folder, ['generate', 'specs/alpha.yaml', '--check']);
    expect(run.exitCode).toBe(1);
    expect(codesIn(run)).toEqual(['out/stale']);
    expect(run.stderr).toContain('1 missing, 1 left over; run: npx tapwright generate specs/alpha.yaml');
    expect(run.stdout).toContain('--- a/generated/alpha/src/same.ts\n+++ b/generated/alpha/src/same.ts\n@@ -1,2 +1,1 @@\n same\n-mine\n');
    expect(run.stdout).toContain('missing: generated/alpha/package.json\n');
    expect(run.stdout).toContain('left over: generated/alpha/src/internal/more.ts\n');
    expect(fingerprintOf(folder)).toEqual(before);
  });

  test('finds everything missing where there is no package', async () => {
    const folder = repository();
    const run = await tapwright(folder, ['generate', 'specs/alpha.yaml', '--check', '--format', 'json']);
    expect(run.exitCode).toBe(1);
    expect(JSON.parse(run.stdout)).toMatchObject({ packages: [{ name: 'alpha', stale: [], missing: { length: 4 }, extra: [] }] });
  });
});

describe('an interruption', () => {
  test('before anything is written ends with 130 and the folder as it was', async () => {
    const folder = repository();
    const before = fingerprintOf(folder);
    const run = await tapwright(folder, ['generate'], { interrupt: AbortSignal.abort() });
    expect(run.exitCode).toBe(130);
    expect(codesIn(run)).toEqual([cli.interrupted().code]);
    expect(fingerprintOf(folder)).toEqual(before);
  });

  test('in the middle of a write does, too', async () => {
    const folder = repository();
    await tapwright(folder, ['generate']);
    for (const name of ['alpha', 'beta']) appendFileSync(join(folder, `specs/${name}.yaml`), '# more\n');
    const before = contentOf(folder);
    const interrupt = new AbortController();
    let renames = 0;
    const disk = watchedDisk((operation) => {
      if (operation === 'rename' && ++renames === 4) interrupt.abort(); // the journals are renamed first
    });
    const run = await tapwright(folder, ['generate'], { disk, interrupt: interrupt.signal });
    expect(run.exitCode).toBe(130);
    expect(contentOf(folder)).toEqual(before);
  });
});

describe('an error that nobody foresaw', () => {
  const pipeline = {
    ...shortPipeline,
    generate: () => {
      throw new TypeError('x is not a function');
    },
  };

  test('ends with 70, one line and no stack', async () => {
    const run = await tapwright(repository(), ['generate'], { pipeline });
    expect(run.exitCode).toBe(70);
    expect(run.stderr).toBe(
      'tapwright: error[internal/unexpected]: TypeError: x is not a function; this is a bug of tapwright: please report it with the spec (--debug shows the stack)\n',
    );
  });

  test('shows its stack with --debug', async () => {
    const run = await tapwright(repository(), ['generate', '--debug'], { pipeline });
    expect(run.exitCode).toBe(70);
    expect(run.stderr).toMatch(/^ {4}at /m);
  });
});
