import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { writePackage } from '../../../generator/output/write.js';
import { bigPackage, folderIn, textsOf, writeOptions } from '../../support/packages.js';
import { contentOf, put, sandbox } from '../../support/sandbox.js';

const OWN = { 'node_modules/x/index.js': 'x', 'src/part0/notes.txt': 'mine' };

// What may be found holds at every moment, so the moments may be any.
test('a process that is killed at random moments loses nothing', async () => {
  const base = sandbox();
  const folder = folderIn(base);
  const program = join(base, 'writer.mjs');
  await build({
    entryPoints: ['test/support/writer.ts'],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });
  const [old, fresh] = [textsOf(bigPackage('old')), textsOf(bigPackage('new'))];

  for (let round = 0; round < 15; round++) {
    expect(await writePackage(folder, bigPackage('old'), writeOptions(base))).toMatchObject({ ok: true });
    put(folder, OWN);
    expect(contentOf(join(base, 'generated'))).toEqual(
      Object.fromEntries(Object.entries({ ...old, ...OWN }).map(([path, text]) => [`acme/${path}`, text])),
    );

    const child = spawn(process.execPath, [program, base], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    await wait(Math.random() * 150);
    child.kill('SIGKILL');
    await once(child, 'exit');

    const found = contentOf(folder);
    expect(found).toMatchObject(OWN);
    for (const path of new Set([...Object.keys(old), ...Object.keys(fresh)])) expect([old[path], fresh[path]]).toContain(found[path]);
  }
}, 30_000);
