import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writePackage, writePackages, type Written } from '../../../generator/output/write.js';
import { watchedDisk } from '../../support/disk.js';
import { folderIn, packageOf, textsOf, writeOptions } from '../../support/packages.js';
import { contentOf, fingerprintOf, put, sandbox } from '../../support/sandbox.js';

const FIRST = { 'package.json': '{}\n', 'src/index.ts': 'one\n', 'src/old/gone.ts': 'gone\n' };
const SECOND = { 'package.json': '{}\n', 'src/index.ts': 'two\n', 'src/new/here.ts': 'here\n' };

function codesOf(written: Written): readonly string[] {
  return written.ok ? [] : written.diagnostics.map(({ code }) => code);
}

/** A folder with the first package in it. */
async function generated(): Promise<{ base: string; folder: string }> {
  const base = sandbox();
  await writePackage(folderIn(base), packageOf(FIRST), writeOptions(base));
  return { base, folder: folderIn(base) };
}

describe('a package that is written', () => {
  test('has its files, and nothing is left beside it', async () => {
    const base = sandbox();
    const written = await writePackage(folderIn(base), packageOf(FIRST), writeOptions(base));
    expect(written).toEqual({
      ok: true,
      reports: [{ written: ['connector.lock.json', 'package.json', 'src/index.ts', 'src/old/gone.ts'], unchanged: [], removed: [] }],
    });
    expect(contentOf(join(base, 'generated'))).toEqual(
      Object.fromEntries(packageOf(FIRST).map(({ path, text }) => [`acme/${path}`, text])),
    );
  });

  test('is written where folders cannot be flushed, as under Yarn’s PnP', async () => {
    const base = sandbox();
    const unflushed = watchedDisk((operation) => {
      if (operation === 'open') throw new Error('Method not implemented.');
    });
    expect(await writePackage(folderIn(base), packageOf(FIRST), { ...writeOptions(base), disk: unflushed })).toMatchObject({ ok: true });
  });

  test('loses what is no longer emitted, with the folders that it leaves empty', async () => {
    const { base, folder } = await generated();
    const written = await writePackage(folder, packageOf(SECOND), writeOptions(base));
    expect(written).toMatchObject({ ok: true, reports: [{ removed: ['src/old/gone.ts'] }] });
    expect(existsSync(join(folder, 'src/old'))).toBe(false);
    expect(contentOf(folder)).toEqual(textsOf(packageOf(SECOND)));
  });

  test('keeps what is the user’s own', async () => {
    const { base, folder } = await generated();
    const own = {
      'node_modules/x/index.js': 'x',
      'dist/index.js': 'd',
      'package-lock.json': '{}',
      'src/old/notes.txt': 'mine',
      '.env': 'A=1',
    };
    put(folder, own);
    await writePackage(folder, packageOf(SECOND), writeOptions(base));
    expect(contentOf(folder)).toEqual({ ...textsOf(packageOf(SECOND)), ...own });
  });

  test('keeps the times of the files that are already right', async () => {
    const { base, folder } = await generated();
    utimesSync(join(folder, 'package.json'), 1000, 1000);
    await writePackage(folder, packageOf(SECOND), writeOptions(base));
    expect(statSync(join(folder, 'package.json')).mtimeMs).toBe(1_000_000);
  });

  test('is not touched at all when everything is right, nor is what is beside it', async () => {
    const { base, folder } = await generated();
    const before = fingerprintOf(base);
    expect(await writePackage(folder, packageOf(FIRST), writeOptions(base))).toMatchObject({
      ok: true,
      reports: [{ written: [], removed: [] }],
    });
    expect(fingerprintOf(base)).toEqual(before);
  });

  test('counts a checkout with CR LF as right', async () => {
    const { base, folder } = await generated();
    for (const path of Object.keys(textsOf(packageOf(FIRST)))) {
      writeFileSync(join(folder, path), readFileSync(join(folder, path), 'utf8').replaceAll('\n', '\r\n'));
    }
    expect(await writePackage(folder, packageOf(FIRST), writeOptions(base))).toMatchObject({ ok: true, reports: [{ written: [] }] });
    expect(await writePackage(folder, packageOf(SECOND), writeOptions(base))).toMatchObject({ ok: true });
  });

  test('may start where a build left things behind', async () => {
    const base = sandbox();
    put(folderIn(base), { 'node_modules/x.js': 'x', 'dist/index.js': 'd' });
    expect(await writePackage(folderIn(base), packageOf(FIRST), writeOptions(base))).toMatchObject({ ok: true });
  });
});

describe('a refusal', () => {
  const cases: Record<
    string,
    { code: string; arrange: (base: string, folder: string) => void; force?: boolean; files?: Record<string, string> }
  > = {
    'a folder that is not ours': {
      code: 'out/not-empty',
      arrange: (_, folder) => {
        rmSync(folder, { recursive: true });
        put(folder, { 'notes.txt': 'mine' });
      },
    },
    'a folder that is not ours, even by force': {
      code: 'out/not-empty',
      force: true,
      arrange: (_, folder) => {
        rmSync(folder, { recursive: true });
        put(folder, { 'notes.txt': 'mine' });
      },
    },
    'an edited file': { code: 'out/modified', arrange: (_, folder) => appendFileSync(join(folder, 'src/index.ts'), 'mine\n') },
    'an edited file that is no longer emitted': {
      code: 'out/modified',
      arrange: (_, folder) => appendFileSync(join(folder, 'src/old/gone.ts'), 'mine\n'),
    },
    'a file of the user where a new one goes': { code: 'out/modified', arrange: (_, folder) => put(folder, { 'src/new/here.ts': 'mine' }) },
    'a lock with the marks of a merge conflict': {
      code: 'out/modified',
      arrange: (_, folder) => put(folder, { 'connector.lock.json': '<<<<<<< HEAD' }),
    },
    'a folder where a file goes': {
      code: 'out/in-the-way',
      force: true,
      arrange: (_, folder) => mkdirSync(join(folder, 'src/new/here.ts'), { recursive: true }),
    },
    'a file where a folder goes': { code: 'out/in-the-way', force: true, arrange: (_, folder) => put(folder, { 'src/new': 'mine' }) },
    'a link where a file goes': {
      code: 'out/symlink',
      force: true,
      arrange: (base, folder) => symlinkSync(join(base, 'victim'), join(folder, 'src/new')),
    },
    'a link where the lock is': {
      code: 'out/symlink',
      force: true,
      arrange: (base, folder) => {
        rmSync(join(folder, 'connector.lock.json'));
        symlinkSync(join(base, 'victim'), join(folder, 'connector.lock.json'));
      },
    },
    'a link where the package is': {
      code: 'out/symlink',
      arrange: (base, folder) => {
        rmSync(folder, { recursive: true });
        symlinkSync(join(base, 'victim'), folder);
      },
    },
    'a link where the packages are': {
      code: 'out/symlink',
      arrange: (base) => {
        rmSync(join(base, 'generated'), { recursive: true });
        symlinkSync(join(base, 'victim'), join(base, 'generated'));
      },
    },
    'a link where files are staged': {
      code: 'out/symlink',
      arrange: (base) => symlinkSync(join(base, 'victim'), join(base, 'generated/.tapwright-acme')),
    },
    'a file where the packages are': {
      code: 'out/not-a-folder',
      arrange: (base) => {
        rmSync(join(base, 'generated'), { recursive: true });
        put(base, { generated: 'mine' });
      },
    },
    'a path that leaves the folder': { code: 'out/outside', arrange: () => undefined, files: { '../../victim/x.ts': 'x' } },
    'an absolute path': { code: 'out/outside', arrange: () => undefined, files: { '/etc/cron.d/x': 'x' } },
    'a path with a backslash': { code: 'out/outside', arrange: () => undefined, files: { '..\\..\\x.ts': 'x' } },
    'a path into node_modules': { code: 'out/outside', arrange: () => undefined, files: { 'node_modules/x/index.js': 'x' } },
  };
  for (const [name, { code, arrange, force = false, files = SECOND }] of Object.entries(cases)) {
    test(`of ${name}: ${code}, and nothing is touched`, async () => {
      const { base, folder } = await generated();
      put(base, { 'victim/kept.txt': 'kept' });
      arrange(base, folder);
      const before = fingerprintOf(base);
      expect(codesOf(await writePackage(folder, packageOf(files), { ...writeOptions(base), force }))).toEqual([code]);
      expect(fingerprintOf(base)).toEqual(before);
    });
  }

  for (const [folder, code] of [
    ['missing-parent/out/acme', 'out/no-parent'],
    ['generated/missing/out/acme', 'out/no-parent'],
    ['node_modules/acme', 'out/protected'],
    ['.git/x/acme', 'out/protected'],
    ['packages/.GIT/acme', 'out/protected'],
  ] as const) {
    test(`of ${folder}: ${code}`, async () => {
      const { base } = await generated();
      const before = fingerprintOf(base);
      expect(codesOf(await writePackage(join(base, folder), packageOf(FIRST), writeOptions(base)))).toEqual([code]);
      expect(fingerprintOf(base)).toEqual(before);
    });
  }

  test('of one package of several leaves all of them as they were', async () => {
    const { base, folder } = await generated();
    const other = join(base, 'generated', 'other');
    put(other, { 'notes.txt': 'mine' });
    const before = fingerprintOf(base);
    const written = await writePackages(
      [
        { folder, files: packageOf(SECOND) },
        { folder: other, files: packageOf(FIRST) },
      ],
      writeOptions(base),
    );
    expect(codesOf(written)).toEqual(['out/not-empty']);
    expect(fingerprintOf(base)).toEqual(before);
  });

  test('names the edited files, and --force overwrites them', async () => {
    const { base, folder } = await generated();
    put(folder, { 'src/index.ts': 'mine' });
    expect(await writePackage(folder, packageOf(SECOND), writeOptions(base))).toMatchObject({
      diagnostics: [{ message: '1 file of generated/acme changed since generated: src/index.ts' }],
    });
    expect(await writePackage(folder, packageOf(SECOND), { ...writeOptions(base), force: true })).toMatchObject({ ok: true });
    expect(contentOf(folder)).toEqual(textsOf(packageOf(SECOND)));
  });
});

test('a lock that lists files elsewhere removes none of them', async () => {
  const { base, folder } = await generated();
  put(base, { 'victim/kept.txt': 'kept', 'generated/kept.txt': 'kept' });
  const lock = {
    generator: '1',
    spec: 's',
    files: { '../kept.txt': 'x', '../../victim/kept.txt': 'x', '/etc/passwd': 'x', '': 'x', '.git/x': 'x' },
  };
  put(folder, { 'connector.lock.json': JSON.stringify(lock) });
  await writePackage(folder, packageOf(SECOND), { ...writeOptions(base), force: true });
  expect(contentOf(base)).toMatchObject({ 'victim/kept.txt': 'kept', 'generated/kept.txt': 'kept' });
});

describe('two runs', () => {
  test('do not write one package at once: the second names the first', async () => {
    const { base, folder } = await generated();
    put(base, { 'generated/.tapwright-acme.lock-4711': '' });
    const before = fingerprintOf(base);
    const written = await writePackage(folder, packageOf(SECOND), writeOptions(base, [4711]));
    expect(written).toMatchObject({ ok: false, diagnostics: [{ code: 'out/locked', message: expect.stringContaining('process 4711') }] });
    expect(fingerprintOf(base)).toEqual(before);
  });

  test('of which the first died do: its claim is swept away', async () => {
    const { base, folder } = await generated();
    put(base, {
      'generated/.tapwright-acme.lock-4711': '',
      'generated/.tapwright-acme.lock-1000': '',
      'generated/.tapwright-acme/new/x.ts': 'half',
    });
    expect(await writePackage(folder, packageOf(SECOND), writeOptions(base))).toMatchObject({ ok: true });
    expect(Object.keys(contentOf(join(base, 'generated'))).filter((path) => path.includes('.tapwright'))).toEqual([]);
  });

  test('that meet never both write', async () => {
    const { base, folder } = await generated();
    const pids = [1, 2, 3, 4, 5, 6];
    let inside = 0;
    let most = 0;
    const disk = watchedDisk((operation, path) => {
      if (operation === 'mkdir' && path.endsWith('.tapwright-acme')) most = Math.max(most, ++inside);
      if (operation === 'rm' && inside > 0) inside--;
    });
    const written = await Promise.all(
      pids.map((pid) =>
        writePackage(folder, packageOf({ ...SECOND, 'src/pid.ts': `${pid}\n` }), {
          base,
          owner: { pid, isAlive: () => true },
          disk,
          force: true,
        }),
      ),
    );
    expect(written.flatMap(codesOf).every((code) => code === 'out/locked')).toBe(true);
    expect(most).toBeLessThanOrEqual(1);
    expect(Object.keys(contentOf(join(base, 'generated'))).filter((path) => path.includes('.tapwright'))).toEqual([]);
  });
});
