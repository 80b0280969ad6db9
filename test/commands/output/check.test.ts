import { expect, test } from 'vitest';
import { comparePackage } from '../../../generator/output/check.js';
import { folderIn, packageOf } from '../../support/packages.js';
import { put, sandbox } from '../../support/sandbox.js';

test('a comparison shows no raw control character of a file on disk', async () => {
  const base = sandbox();
  put(folderIn(base), { 'src/a.ts': 'a\u001b[2J\tb\n' });
  const compared = await comparePackage(folderIn(base), packageOf({ 'src/a.ts': 'a\n' }), { base });
  expect(compared).toMatchObject({ ok: true, drift: { stale: [{ path: 'src/a.ts', diff: expect.stringContaining('-a\\x1b[2J\tb\n') }] } });
});
