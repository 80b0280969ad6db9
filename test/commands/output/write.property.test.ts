import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fc } from '../../support/property.js';
import { expect, test } from 'vitest';
import { writePackage } from '../../../generator/output/write.js';
import { systemError, watchedDisk } from '../../support/disk.js';
import { folderIn, packageOf, textsOf, writeOptions } from '../../support/packages.js';
import { contentOf, put, sandbox } from '../../support/sandbox.js';

const path = fc.constantFrom('a.ts', 'src/b.ts', 'src/c/d.ts', 'src/c/e.ts', 'test/f.ts');
const emitted = fc.dictionary(path, fc.constantFrom('one\n', 'two\n', 'three\n'), { minKeys: 1, noNullPrototype: true });
const own = fc.constantFrom('notes.txt', 'src/c/mine.txt', 'node_modules/x/index.js', 'dist/a.js');

/** What can happen to a package's folder, one after the other. */
const event = fc.oneof(
  fc.record({ kind: fc.constant('generate' as const), texts: emitted, force: fc.boolean() }),
  fc.record({ kind: fc.constant('kill' as const), texts: emitted, after: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ kind: fc.constant('edit' as const), path, text: fc.constantFrom('mine\n', 'also mine\n') }),
  fc.record({ kind: fc.constant('delete' as const), path }),
  fc.record({ kind: fc.constant('add' as const), path: own, text: fc.constantFrom('x\n', 'y\n') }),
);

test('whatever happened to a folder: a write gives exactly the package, or changes nothing; nothing of the user is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 2, maxLength: 10 }), async (events) => {
      const base = sandbox();
      const folder = folderIn(base);
      await writePackage(folder, packageOf({ 'a.ts': 'one\n' }), writeOptions(base));
      const added: Record<string, string> = {};

      for (const each of events) {
        const before = contentOf(folder);
        if (each.kind === 'add') {
          put(folder, { [each.path]: each.text });
          added[each.path] = each.text;
        } else if (each.kind === 'edit') {
          put(folder, { [each.path]: each.text });
        } else if (each.kind === 'delete') {
          rmSync(join(folder, each.path), { force: true });
        } else if (each.kind === 'kill') {
          let count = 0;
          const disk = watchedDisk(() => {
            if (++count > each.after) throw systemError('EKILLED');
          });
          await writePackage(folder, packageOf(each.texts), { ...writeOptions(base), owner: { pid: 999, isAlive: () => false }, disk });
        } else {
          const files = packageOf(each.texts);
          const wasKilled = existsSync(join(base, 'generated/.tapwright-acme/journal.json'));
          const written = await writePackage(folder, files, { ...writeOptions(base), force: each.force });
          const after = contentOf(folder);
          if (written.ok) expect(after).toMatchObject(textsOf(files));
          else if (!wasKilled) expect(after).toEqual(before);
          if (!each.force) for (const [path, text] of Object.entries(before)) if (text.endsWith('mine\n')) expect(after[path]).toBe(text);
          for (const path of written.ok ? (written.reports[0]?.removed ?? []) : []) expect(after[path]).toBeUndefined();
        }
        const found = contentOf(folder);
        for (const [path, text] of Object.entries(added)) expect(found[path]).toBe(text);
      }

      const last = packageOf({ 'src/b.ts': 'last\n' });
      expect(await writePackage(folder, last, { ...writeOptions(base), force: true })).toMatchObject({ ok: true });
      const edits = Object.entries(contentOf(folder)).filter(([path]) => !(path in added) && !(path in textsOf(last)));
      for (const [, text] of edits) expect(text).toMatch(/mine\n$/); // a file that never was ours stays
      expect(Object.keys(contentOf(join(base, 'generated'))).filter((path) => path.includes('.tapwright'))).toEqual([]);
    }),
    { numRuns: 60 },
  );
}, 60_000);
