import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { writePackage } from '../../../generator/output/write.js';
import { systemError, watchedDisk } from '../../support/disk.js';
import { folderIn, packageOf, textsOf, writeOptions } from '../../support/packages.js';
import { contentOf, fingerprintOf, put, sandbox } from '../../support/sandbox.js';

vi.setConfig({ testTimeout: 60_000 });

const FIRST = packageOf({ 'README.md': 'same\n', 'src/index.ts': 'one\n', 'src/old/gone.ts': 'gone\n', 'src/plain.ts': 'plain one\n' });
const SECOND = packageOf({ 'README.md': 'same\n', 'src/index.ts': 'two\n', 'src/new/here.ts': 'here\n', 'src/plain.ts': 'plain two\n' });
const OWN = { 'node_modules/x/index.js': 'x', 'src/old/notes.txt': 'mine' };

/** The first package with files of the user in it. */
async function generated(): Promise<{ base: string; folder: string }> {
  const base = sandbox();
  const folder = folderIn(base);
  await writePackage(folder, FIRST, writeOptions(base));
  put(folder, OWN);
  return { base, folder };
}

/** A disk whose `nth` operation (from 1) fails; all later ones, too, when the process died there. */
function brokenDisk(nth: number, { died, code = 'EIO' }: { died: boolean; code?: string }) {
  let count = 0;
  const disk = watchedDisk(() => {
    count++;
    if (count === nth || (died && count > nth)) throw systemError(died ? 'EKILLED' : code);
  });
  return { disk, reached: () => count >= nth };
}

test('no space after the third file: the package is byte for byte as it was, and the staging folder is gone', async () => {
  const { base, folder } = await generated();
  const before = fingerprintOf(folder);
  let files = 0;
  const disk = watchedDisk((operation) => {
    if (operation === 'writeFile' && ++files > 4) throw systemError('ENOSPC'); // the first one is the claim
  });
  const written = await writePackage(folder, SECOND, { ...writeOptions(base), disk });
  expect(written).toMatchObject({ ok: false, diagnostics: [{ code: 'out/no-space' }] });
  expect(fingerprintOf(folder)).toEqual(before);
  expect(Object.keys(fingerprintOf(join(base, 'generated'))).filter((path) => path.includes('.tapwright'))).toEqual([]);
});

test('whichever single operation fails, all files are as they were, or all are new', async () => {
  for (let nth = 1, reached = true; reached; nth++) {
    const { base, folder } = await generated();
    const before = filesOf(fingerprintOf(folder));
    const broken = brokenDisk(nth, { died: false });
    const written = await writePackage(folder, SECOND, { ...writeOptions(base), disk: broken.disk });
    reached = broken.reached();
    if (written.ok) {
      expect(contentOf(folder), `operation ${nth}`).toEqual({ ...textsOf(SECOND), ...OWN });
    } else {
      expect(filesOf(fingerprintOf(folder)), `operation ${nth}`).toEqual(before);
    }
    expect(await writePackage(folder, SECOND, writeOptions(base)), `operation ${nth}`).toMatchObject({ ok: true });
    expect(contentOf(join(base, 'generated')), `operation ${nth}`).toEqual(inAcme({ ...textsOf(SECOND), ...OWN }));
  }
});

describe('a failure of the disk', () => {
  for (const [system, code] of [
    ['ENOSPC', 'out/no-space'],
    ['EDQUOT', 'out/no-space'],
    ['EACCES', 'out/not-writable'],
    ['EROFS', 'out/not-writable'],
    ['EIO', 'out/failed'],
  ] as const) {
    test(`${system} is said to be ${code}`, async () => {
      const { base, folder } = await generated();
      const disk = watchedDisk((operation) => {
        if (operation === 'rename') throw systemError(system);
      });
      const written = await writePackage(folder, SECOND, { ...writeOptions(base), disk });
      expect(written).toMatchObject({ ok: false, interrupted: false, diagnostics: [{ code }] });
    });
  }

  test('that also keeps the files from being put back says where they are, and the next run puts them back', async () => {
    const { base, folder } = await generated();
    let renames = 0;
    const disk = watchedDisk((operation) => {
      if (operation === 'rename' && ++renames > 3) throw systemError('EIO');
    });
    const written = await writePackage(folder, SECOND, { ...writeOptions(base), disk });
    expect(written).toMatchObject({
      diagnostics: [{ code: 'out/half-written', hint: expect.stringContaining('generated/.tapwright-acme') }],
    });
    expect(await writePackage(folder, FIRST, writeOptions(base))).toMatchObject({ ok: true, reports: [{ written: [], removed: [] }] });
    expect(contentOf(join(base, 'generated'))).toEqual(inAcme({ ...textsOf(FIRST), ...OWN }));
  });

  test('that is our own mistake is not called one of the disk', async () => {
    const { base, folder } = await generated();
    const before = filesOf(fingerprintOf(folder));
    const disk = watchedDisk((operation) => {
      if (operation === 'rename') throw new TypeError('x is not a function');
    });
    await expect(writePackage(folder, SECOND, { ...writeOptions(base), disk })).rejects.toThrow(TypeError);
    expect(filesOf(fingerprintOf(folder))).toEqual(before);
    expect(existsSync(join(base, 'generated/.tapwright-acme'))).toBe(false);
  });
});

describe('a run that is killed at any operation', () => {
  test('loses nothing, and the next run makes it good', async () => {
    let rolledBack = 0;
    for (let nth = 1, reached = true; reached; nth++) {
      const { base, folder } = await generated();
      const killed = brokenDisk(nth, { died: true });
      await writePackage(folder, SECOND, { ...writeOptions(base), owner: { pid: 999, isAlive: () => true }, disk: killed.disk });
      reached = killed.reached();
      expectWhole(contentOf(folder));

      const next = await writePackage(folder, FIRST, writeOptions(base));
      if (next.ok && next.reports[0]?.written.length === 0) rolledBack++;
      expect(next, `operation ${nth}`).toMatchObject({ ok: true });
      expect(contentOf(join(base, 'generated')), `operation ${nth}`).toEqual(inAcme({ ...textsOf(FIRST), ...OWN }));
    }
    expect(rolledBack).toBeGreaterThan(20);
  });

  test('and whose successor is killed, too', async () => {
    for (let nth = 14, reached = true; reached; nth += 9) {
      for (let second = 1, again = true; again; second += 5) {
        const { base, folder } = await generated();
        const killed = brokenDisk(nth, { died: true });
        await writePackage(folder, SECOND, { ...writeOptions(base), owner: { pid: 999, isAlive: () => true }, disk: killed.disk });
        const successor = brokenDisk(second, { died: true });
        await writePackage(folder, SECOND, { ...writeOptions(base), owner: { pid: 998, isAlive: () => false }, disk: successor.disk });
        reached = killed.reached();
        again = successor.reached();
        expectWhole(contentOf(folder));
        expect(await writePackage(folder, FIRST, writeOptions(base)), `operations ${nth}, ${second}`).toMatchObject({ ok: true });
        expect(contentOf(join(base, 'generated')), `operations ${nth}, ${second}`).toEqual(inAcme({ ...textsOf(FIRST), ...OWN }));
      }
    }
  });

  test('leaves alone what the user edits before the next run', async () => {
    for (let nth = 1, reached = true; reached; nth++) {
      const { base, folder } = await generated();
      const killed = brokenDisk(nth, { died: true });
      await writePackage(folder, SECOND, { ...writeOptions(base), disk: killed.disk });
      reached = killed.reached();
      put(folder, { 'src/index.ts': 'mine\n' });
      expect(await writePackage(folder, FIRST, writeOptions(base)), `operation ${nth}`).toMatchObject({
        diagnostics: [{ code: 'out/modified' }],
      });
      expect(contentOf(folder)['src/index.ts']).toBe('mine\n');
    }
  });
});

test('a run that is interrupted at any operation leaves every file as it was, or writes all', async () => {
  for (let nth = 1, reached = true; reached; nth++) {
    const { base, folder } = await generated();
    const before = filesOf(fingerprintOf(folder));
    const interrupt = new AbortController();
    let count = 0;
    const disk = watchedDisk(() => {
      if (++count === nth) interrupt.abort();
    });
    const written = await writePackage(folder, SECOND, { ...writeOptions(base), disk, signal: interrupt.signal });
    reached = count >= nth;
    if (written.ok) expect(contentOf(folder)).toEqual({ ...textsOf(SECOND), ...OWN });
    else {
      expect(written).toEqual({ ok: false, interrupted: true, diagnostics: [] });
      expect(filesOf(fingerprintOf(folder))).toEqual(before);
    }
    expect(existsSync(join(base, 'generated/.tapwright-acme'))).toBe(false);
  }
});

/** Every file is the old or the new one, none is torn, and none that both have is missing. */
function expectWhole(found: Readonly<Record<string, string>>): void {
  const first = textsOf(FIRST);
  const second = textsOf(SECOND);
  expect(found).toMatchObject(OWN);
  for (const path of new Set([...Object.keys(first), ...Object.keys(second)])) {
    expect([first[path], second[path]]).toContain(found[path]);
  }
}

/** Without the folders: their times change when a write in them is undone. */
function filesOf(fingerprint: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fingerprint).map(([path, print]) => [path, print.startsWith('folder') ? 'folder' : print]));
}

function inAcme(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([path, text]) => [`acme/${path}`, text]));
}
