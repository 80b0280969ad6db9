import { appendFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Pipeline } from '../../generator/commands/pipeline.js';
import { codesIn, pipelineWith, putSpec, type Run, shortPipeline, tapwright, type World } from '../support/command-line.js';
import { systemError, watchedDisk } from '../support/disk.js';
import { contentOf, fingerprintOf, put, sandbox } from '../support/sandbox.js';

const WARNING = { code: 'spec/unused', severity: 'warning' as const, message: 'nothing uses this', span: { start: 0, end: 4 } };

/** A folder with a spec whose package was made, and how often packages were made since. */
async function made(): Promise<{ folder: string; run: (argv?: readonly string[], world?: World) => Promise<Run & { made: number }> }> {
  const folder = sandbox();
  putSpec(folder, 'acme');
  const run = async (argv: readonly string[] = [], world: World = {}): Promise<Run & { made: number }> => {
    let made = 0;
    const pipeline: Pipeline = {
      load: shortPipeline.load,
      generate: async (source, recordings) => {
        made++;
        const package_ = await pipelineWith({ 'recorded.txt': [...recordings.values()].join('\n') }).generate(source, recordings);
        return { ...package_, diagnostics: [WARNING] };
      },
    };
    const memory = { folder: join(folder, 'node_modules/.cache/tapwright'), program: 'abc' };
    return { ...(await tapwright(folder, ['generate', 'acme.yaml', ...argv], { pipeline, memory, ...world })), made };
  };
  expect(await run()).toMatchObject({ exitCode: 0, made: 1 });
  return { folder, run };
}

describe('a spec of which nothing has changed', () => {
  test.each([[[]], [['--check']], [['--format', 'json']], [['--check', '--format', 'json']]])(
    'is not made again, and what %j says is what a full run says, warnings and all',
    async (argv) => {
      const { folder, run } = await made();
      const before = fingerprintOf(folder);
      const short = await run(argv);
      expect(short.made).toBe(0);
      expect(fingerprintOf(folder)).toEqual(before);
      rmSync(join(folder, 'node_modules'), { recursive: true });
      expect(await run(argv)).toEqual({ ...short, made: 1 });
      if (!argv.includes('json')) expect(codesIn(short)).toEqual(['spec/unused']);
    },
  );

  test('is made again with --force and with --print-model, and in another folder', async () => {
    const { folder, run } = await made();
    expect(await run(['--force'])).toMatchObject({ exitCode: 0, made: 1 });
    expect(await run(['--print-model'])).toMatchObject({ exitCode: 0, made: 1 });
    expect(await run(['--out', 'elsewhere'])).toMatchObject({ exitCode: 0, made: 1 });
    expect(contentOf(join(folder, 'elsewhere'))).toEqual(contentOf(join(folder, 'generated')));
  });
});

describe('a package is made again when', () => {
  test.each<[what: string, change: (folder: string) => void]>([
    ['the spec changed', (folder) => appendFileSync(join(folder, 'acme.yaml'), '# more\n')],
    ['a recording came', (folder) => put(folder, { 'acme/orders.json': '{}' })],
    ['its CHANGELOG came', (folder) => put(folder, { 'acme/CHANGELOG.md': '# Changelog\n' })],
    ['its hooks came', (folder) => put(folder, { 'acme.hooks.ts': 'export {};\n' })],
    ['its size was measured', (folder) => put(folder, { 'acme/size.txt': '4.2 kB\n' })],
    ['a file of it is gone', (folder) => rmSync(join(folder, 'generated/acme/src/same.ts'))],
    ['all of it is gone', (folder) => rmSync(join(folder, 'generated'), { recursive: true })],
    ['its lock was edited', (folder) => appendFileSync(join(folder, 'generated/acme/connector.lock.json'), '\n')],
    [
      'what the last run left is torn',
      (folder) => {
        const place = join(folder, 'node_modules/.cache/tapwright');
        for (const name of readdirSync(place)) writeFileSync(join(place, name), '{"key":');
      },
    ],
  ])('%s', async (_, change) => {
    const { folder, run } = await made();
    change(folder);
    expect(await run()).toMatchObject({ exitCode: 0, made: 1 });
    expect(await run()).toMatchObject({ exitCode: 0, made: 0 });
  });

  test('the program is another', async () => {
    const { folder, run } = await made();
    const memory = { folder: join(folder, 'node_modules/.cache/tapwright'), program: 'abd' };
    expect(await run([], { memory })).toMatchObject({ exitCode: 0, made: 1 });
  });
});

describe('a package that was edited by hand', () => {
  test('is seen, shown by --check and not overwritten', async () => {
    const { folder, run } = await made();
    appendFileSync(join(folder, 'generated/acme/src/same.ts'), 'mine\n');
    const before = fingerprintOf(join(folder, 'generated'));
    const checked = await run(['--check']);
    expect(checked.exitCode).toBe(1);
    expect(checked.stdout).toContain('-mine\n');
    expect(codesIn(checked)).toContain('out/stale');
    expect(codesIn(await run())).toContain('out/modified');
    expect(fingerprintOf(join(folder, 'generated'))).toEqual(before);
  });

  test('is seen although its lock was edited to match', async () => {
    const { folder, run } = await made();
    await run(['--out', 'other'], { pipeline: pipelineWith({ 'recorded.txt': '', 'src/internal/more.ts': 'mine\n' }) });
    rmSync(join(folder, 'generated'), { recursive: true });
    put(folder, Object.fromEntries(Object.entries(contentOf(join(folder, 'other'))).map(([path, text]) => [`generated/${path}`, text])));
    const memory = { folder: join(folder, 'fresh'), program: 'abc' };
    await run(['--out', 'third'], { memory });
    expect(codesIn(await run(['--check'], { memory }))).toContain('out/stale');
  });

  test('into a link is refused as ever', async () => {
    const { folder, run } = await made();
    rmSync(join(folder, 'generated/acme/src/same.ts'));
    put(folder, { 'same.ts': 'same\n' });
    symlinkSync(join(folder, 'same.ts'), join(folder, 'generated/acme/src/same.ts'));
    expect(codesIn(await run())).toContain('out/symlink');
  });
});

test('a place that cannot be written to is no failure', async () => {
  const { run } = await made();
  const disk = watchedDisk((operation, path) => {
    if (operation === 'mkdir' && path.includes('.cache')) throw systemError('EACCES', path);
  });
  expect(await run(['--force'], { disk })).toMatchObject({ exitCode: 0, made: 1 });
});
