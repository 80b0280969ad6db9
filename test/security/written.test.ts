import { lstatSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { serve } from '../support/loopback.js';
import { contentOf, put, sandbox } from '../support/sandbox.js';
import { tapwright } from '../commands/support.js';

/** What the generator's commands write: for its user alone where it may hold personal data, and never through a link. */

async function project(): Promise<string> {
  const { origin } = await serve(() => ({ body: [{ id: 1, name: 'Ada' }] }));
  const folder = sandbox();
  put(folder, {
    'specs/crew.yaml': JSON.stringify({
      name: 'crew',
      client: { base_url: origin },
      resources: [{ name: 'users', primary_key: 'id', fields: { id: 'integer' }, endpoint: { paginator: 'single_page' } }],
    }),
  });
  return folder;
}

const record = (folder: string, ...more: readonly string[]): ReturnType<typeof tapwright> =>
  tapwright(folder, ['record', 'specs/crew.yaml', ...more]);
const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

test('recordings and HAR files are for their user alone, unless --mode says otherwise', async () => {
  const folder = await project();
  expect(await record(folder)).toMatchObject({ exitCode: 0 });
  expect(modeOf(join(folder, 'specs/crew/users.json'))).toBe('600');
  expect(await record(folder, '--to-har', 'crew.har')).toMatchObject({ exitCode: 0 });
  expect(modeOf(join(folder, 'crew.har'))).toBe('600');
  expect(await record(folder, '--mode', '644')).toMatchObject({ exitCode: 0 });
  expect(modeOf(join(folder, 'specs/crew/users.json'))).toBe('644');
  expect(await record(folder, '--to-har', 'crew.har', '--mode', '640')).toMatchObject({ exitCode: 0 });
  expect(modeOf(join(folder, 'crew.har'))).toBe('640');
  expect(await record(folder, '--mode', '777')).toMatchObject({ exitCode: 2 });
});

test.each([
  ['a recording', 'specs/crew/users.json', []],
  ['the folder of recordings', 'specs/crew', []],
  ['a HAR file', 'crew.har', ['--to-har', 'crew.har']],
] as const)('%s that is a link is not written through', async (_, place, more) => {
  const folder = await project();
  if (more.length > 0) expect(await record(folder)).toMatchObject({ exitCode: 0 });
  mkdirSync(join(folder, 'victims'));
  writeFileSync(join(folder, 'victims/users.json'), 'keep me\n');
  mkdirSync(join(folder, place, '..'), { recursive: true });
  symlinkSync(join(folder, place === 'specs/crew' ? 'victims' : 'victims/users.json'), join(folder, place));
  const { exitCode } = await record(folder, ...more);
  expect(exitCode).toBeOneOf([0, 3, 5]);
  expect(readFileSync(join(folder, 'victims/users.json'), 'utf8')).toBe('keep me\n');
  if (exitCode === 0) expect(lstatSync(join(folder, place)).isFile()).toBe(true); // the link itself was replaced
  expect(Object.keys(contentOf(folder)).filter((path) => /\/\.[^/]*$/.test(path))).toEqual([]);
});

test('a spec that is a link to a system file is read as a spec, and stays what it is', async () => {
  const folder = sandbox();
  mkdirSync(join(folder, 'specs'));
  symlinkSync('/etc/passwd', join(folder, 'specs/crew.yaml'));
  for (const argv of [['generate'], ['record', 'specs/crew.yaml'], ['infer', 'specs/crew.yaml'], ['check', 'specs/crew.yaml']]) {
    const { exitCode, stderr } = await tapwright(folder, argv);
    expect(exitCode).toBeOneOf([1, 2, 3]);
    expect(stderr.length).toBeLessThan(20_000);
  }
});
