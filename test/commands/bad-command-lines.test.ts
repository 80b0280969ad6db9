import { appendFileSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadPipeline } from '../../generator/commands/pipeline.js';
import { codesIn, putSpec, type Run, tapwright, type World } from '../support/command-line.js';
import { systemError, watchedDisk } from '../support/disk.js';
import { fingerprintOf, put, sandbox } from '../support/sandbox.js';

interface Case {
  readonly argv: readonly string[];
  /** What is there before, beside `acme.yaml`. */
  readonly arrange?: (folder: string) => unknown;
  readonly world?: World;
  readonly exitCode: number;
  readonly code: string;
  readonly says: RegExp;
}

const CLIENT = 'name: acme\nclient:\n  base_url: https://api.example.com\n';

/** Makes the package that the case then finds. */
const generated = async (folder: string): Promise<Run> => tapwright(folder, ['generate', 'acme.yaml', '--out', 'out']);

const change = (folder: string): void => appendFileSync(join(folder, 'acme.yaml'), '# changed\n');

/** A disk that is full from the fourth file on: the first is the claim. */
function fullDisk() {
  let files = 0;
  return watchedDisk((operation) => {
    if (operation === 'writeFile' && ++files > 3) throw systemError('ENOSPC');
  });
}

const FILESYSTEM: Readonly<Record<string, Case>> = {
  'F01 a folder with notes.txt and no lock': {
    argv: ['generate', 'acme.yaml', '--out', 'out'],
    arrange: (folder) => put(folder, { 'out/acme/notes.txt': 'mine' }),
    exitCode: 3,
    code: 'out/not-empty',
    says: /out\/acme is not empty and was not made by tapwright/,
  },
  'F03 the folder of packages is a link': {
    argv: ['generate', 'acme.yaml', '--out', 'out'],
    arrange: (folder) => (mkdirSync(join(folder, 'victim')), symlinkSync('victim', join(folder, 'out'))),
    exitCode: 3,
    code: 'out/symlink',
    says: /out is a symbolic link.*real folder/,
  },
  'F03 the folder of the package is a link': {
    argv: ['generate', 'acme.yaml', '--out', 'out'],
    arrange: (folder) => (
      mkdirSync(join(folder, 'victim')),
      mkdirSync(join(folder, 'out')),
      symlinkSync('../victim', join(folder, 'out/acme'))
    ),
    exitCode: 3,
    code: 'out/symlink',
    says: /out\/acme is a symbolic link/,
  },
  'F05 a parent that does not exist': {
    argv: ['generate', 'acme.yaml', '--out', 'missing-parent/out'],
    exitCode: 3,
    code: 'out/no-parent',
    says: /missing-parent does not exist/,
  },
  'F07 node_modules': {
    argv: ['generate', 'acme.yaml', '--out', 'node_modules'],
    arrange: (folder) => mkdirSync(join(folder, 'node_modules')),
    exitCode: 3,
    code: 'out/protected',
    says: /node_modules/,
  },
  'F07 .git': {
    argv: ['generate', 'acme.yaml', '--out', '.git/x'],
    arrange: (folder) => mkdirSync(join(folder, '.git')),
    exitCode: 3,
    code: 'out/protected',
    says: /\.git/,
  },
  'F11 an edited file': {
    argv: ['generate', 'acme.yaml', '--out', 'out'],
    arrange: async (folder) => {
      await generated(folder);
      appendFileSync(join(folder, 'out/acme/src/index.ts'), '// mine\n');
      change(folder);
    },
    exitCode: 3,
    code: 'out/modified',
    says: /1 file of out\/acme changed since generated: src\/index\.ts;.*--force overwrites/,
  },
  'F15 another run writes the same package': {
    argv: ['generate', 'acme.yaml', '--out', 'out'],
    arrange: async (folder) => {
      await generated(folder);
      put(folder, { 'out/.tapwright-acme.lock-4711': '' });
      change(folder);
    },
    world: { running: [4711] },
    exitCode: 3,
    code: 'out/locked',
    says: /process 4711.*\.tapwright-acme\.lock-4711/,
  },
  'F17 the spec is a folder': {
    argv: ['generate', 'specs'],
    arrange: (folder) => mkdirSync(join(folder, 'specs')),
    exitCode: 1,
    code: 'io/is-directory',
    says: /specs is a folder; give a spec file/,
  },
  'F19 a recording is a link': {
    argv: ['generate', 'acme.yaml'],
    arrange: (folder) => (
      put(folder, { id_rsa: 'secret', 'acme/users.json': '{}' }),
      symlinkSync('../id_rsa', join(folder, 'acme/events.json'))
    ),
    exitCode: 3,
    code: 'fixtures/symlink',
    says: /acme\/events\.json is a symbolic link/,
  },
  'F19 the folder of recordings is a link': {
    argv: ['generate', 'acme.yaml'],
    arrange: (folder) => (put(folder, { 'elsewhere/users.json': '{}' }), symlinkSync('elsewhere', join(folder, 'acme'))),
    exitCode: 3,
    code: 'fixtures/symlink',
    says: /acme is a symbolic link/,
  },
  'F13 a resource with the name of a path': {
    argv: ['generate', 'spec.yaml'],
    arrange: (folder) =>
      put(folder, { 'spec.yaml': `${CLIENT}resources:\n  - name: "../../../etc/cron.d/x"\n    endpoint:\n      path: /users\n` }),
    world: { pipeline: await loadPipeline() },
    exitCode: 1,
    code: 'spec/name',
    says: /spec\.yaml:5:11/,
  },
  'a device as a spec': { argv: ['generate', '/dev/zero'], exitCode: 1, code: 'io/not-a-file', says: /\/dev\/zero is not a plain file/ },
  'two specs of one name': {
    argv: ['generate', 'acme.yaml', 'other.yaml'],
    arrange: (folder) => putSpec(folder, 'acme', 'other.yaml'),
    exitCode: 3,
    code: 'out/same-folder',
    says: /acme\.yaml and other\.yaml would both be written to acme/,
  },
  'one of two folders is not ours': {
    argv: ['generate', 'acme.yaml', 'other.yaml'],
    arrange: (folder) => (putSpec(folder, 'other'), put(folder, { 'generated/other/notes.txt': 'mine' })),
    exitCode: 3,
    code: 'out/not-empty',
    says: /generated\/other is not empty/,
  },
  'a broken spec beside a good one': {
    argv: ['generate', 'acme.yaml', 'broken.yaml'],
    arrange: (folder) => put(folder, { 'broken.yaml': 'name: [\n' }),
    exitCode: 1,
    code: 'yaml/unclosed-flow',
    says: /broken\.yaml:2:1/,
  },
};

const CLI: Readonly<Record<string, Case>> = {
  'C01 no command': { argv: [], exitCode: 2, code: 'cli/no-command', says: /Usage: tapwright <command>/ },
  'C03 an unknown flag': {
    argv: ['generate', 'acme.yaml', '--ouput', 'x'],
    exitCode: 2,
    code: 'cli/unknown-flag',
    says: /did you mean "--out"\?/,
  },
  'C05 a flag given twice': {
    argv: ['generate', 'acme.yaml', '--out', 'a', '--out', 'b'],
    exitCode: 2,
    code: 'cli/repeated-flag',
    says: /--out was given twice/,
  },
  'C07 an empty value': {
    argv: ['generate', 'acme.yaml', '--out', ''],
    exitCode: 2,
    code: 'cli/empty-value',
    says: /--out is empty \(an unset shell variable\?\)/,
  },
  'an empty value after an equals sign': {
    argv: ['generate', 'acme.yaml', '--out='],
    exitCode: 2,
    code: 'cli/empty-value',
    says: /--out is empty/,
  },
  'an empty argument': { argv: ['generate', ''], exitCode: 2, code: 'cli/empty-value', says: /SPEC is empty/ },
  'a flag as a value': {
    argv: ['generate', 'acme.yaml', '--out', '--check'],
    exitCode: 2,
    code: 'cli/missing-value',
    says: /--out needs a value/,
  },
  'a value that is missing': {
    argv: ['generate', 'acme.yaml', '--out'],
    exitCode: 2,
    code: 'cli/missing-value',
    says: /--out needs a value/,
  },
  'an unknown format': { argv: ['generate', '--format', 'jsno'], exitCode: 2, code: 'cli/unknown-value', says: /did you mean "json"\?/ },
  'an unknown command': { argv: ['generat'], exitCode: 2, code: 'cli/unknown-command', says: /did you mean "generate"\?/ },
  'flags that contradict': { argv: ['generate', '--check', '--force'], exitCode: 2, code: 'cli/conflict', says: /--check and --force/ },
  'a spec that is not there': {
    argv: ['generate', 'acmee.yaml'],
    exitCode: 2,
    code: 'cli/missing-file',
    says: /no file acmee\.yaml; did you mean "acme\.yaml"\?/,
  },
  'a spec below a file': {
    argv: ['generate', 'acme.yaml/x.yaml'],
    exitCode: 2,
    code: 'cli/missing-file',
    says: /no file acme\.yaml\/x\.yaml/,
  },
  'no spec at all': {
    argv: ['generate'],
    exitCode: 2,
    code: 'cli/no-spec',
    says: /specs holds no \.yaml file; give .*npx tapwright init https/,
  },
  'a name with a terminal escape': {
    argv: ['generate', '\u001b[2Jx.yaml'],
    exitCode: 2,
    code: 'cli/missing-file',
    says: /\\x1b\[2Jx\.yaml/,
  },
};

for (const [group, cases] of Object.entries({ filesystem: FILESYSTEM, cli: CLI })) {
  describe(group, () => {
    for (const [name, { argv, arrange, world, exitCode, code, says }] of Object.entries(cases)) {
      test(`${name}: ${code}`, async () => {
        const folder = sandbox();
        putSpec(folder);
        await arrange?.(folder);
        const before = fingerprintOf(folder);
        const run = await tapwright(folder, argv, world);
        expect(codesIn(run)).toEqual([code]);
        expect(run.exitCode).toBe(exitCode);
        expect(run.stderr).toMatch(says);
        expect(run.stderr.split('\n').length).toBeLessThan(25);
        expect(run.stderr).not.toMatch(/^ {4}at |[\u0000-\u0009\u000b-\u001f]/m);
        expect(run.stdout).toBe('');
        expect(fingerprintOf(folder)).toEqual(before);
      });

      if (argv[0] !== 'generate' || argv.includes('--format')) continue;
      test(`${name}, as JSON`, async () => {
        const folder = sandbox();
        putSpec(folder);
        await arrange?.(folder);
        const run = await tapwright(folder, ['generate', '--format=json', ...argv.slice(1)], world);
        expect(run).toMatchObject({ exitCode, stderr: '' });
        expect(JSON.parse(run.stdout)).toMatchObject({ ok: false, exitCode, diagnostics: [{ code, severity: 'error' }] });
      });
    }
  });
}

test('F09 the disk fills up: the package is as it was', async () => {
  const folder = sandbox();
  putSpec(folder);
  await generated(folder);
  change(folder);
  const before = fingerprintOf(join(folder, 'out/acme'));
  const run = await tapwright(folder, ['generate', 'acme.yaml', '--out', 'out'], { disk: fullDisk() });
  expect(run.exitCode).toBe(3);
  expect(codesIn(run)).toEqual(['out/no-space']);
  expect(fingerprintOf(join(folder, 'out/acme'))).toEqual(before);
  expect(Object.keys(fingerprintOf(join(folder, 'out'))).filter((path) => path.includes('.tapwright'))).toEqual([]);
});
