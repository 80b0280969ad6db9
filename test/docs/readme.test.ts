import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tapwright } from '../support/command-line.js';
import { repository } from '../support/generator-sources.js';
import { sandbox } from '../support/sandbox.js';
import { diagnosticsOf } from '../support/spec-diagnostics.js';

/** What README and CONTRIBUTING show is there, and works; the pages of `docs/` have tests of their own. */

const readme = readFileSync(join(repository, 'README.md'), 'utf8');
const contents = readFileSync(join(repository, 'docs/README.md'), 'utf8');
const contributing = readFileSync(join(repository, 'CONTRIBUTING.md'), 'utf8');
const { scripts } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

test('the specs of README make packages, without a warning', async () => {
  const specs = [...readme.matchAll(/^```yaml\n([^]*?)^```$/gm)].map(([, text = '']) => text).filter((text) => text.startsWith('name:'));
  expect(specs.length).toBeGreaterThan(0);
  for (const spec of specs) expect(await diagnosticsOf(spec)).toEqual([]);
});

test('every script that is named exists', () => {
  const named = [...`${readme}${contributing}`.matchAll(/npm run ([a-z0-9:-]*[a-z0-9])/g)].map(([, name = '']) => name);
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test('README is one screen and a half', () => {
  expect(readme.split('\n').length).toBeLessThan(100);
});

test('there are as many examples as README says', () => {
  const specs = readdirSync(join(repository, 'specs/examples')).filter((name) => name.endsWith('.yaml'));
  expect(/\[(\w+) of APIs that people know\]/.exec(readme)?.[1]).toBe(specs.length === 12 ? 'twelve' : `${specs.length}, in words`);
});

test('every path that is named or linked exists', () => {
  const links = (text: string): readonly string[] =>
    [...text.matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)].map(([, path = '']) => path);
  const linked = [...links(readme), ...links(readFileSync(join(repository, 'specs/README.md'), 'utf8')).map((path) => join('specs', path))];
  const named = [...readme.matchAll(/`((?:specs|generated|generator|test|docs)\/[\w./-]+)`/g)].map(([, path = '']) => path);
  expect([...linked, ...named].filter((path) => !existsSync(join(repository, path)))).toEqual([]);
});

test('every heading that README links to exists', () => {
  const linked = [...readme.matchAll(/\]\((docs\/[^)#]+)#([^)]+)\)/g)];
  expect(linked.length).toBeGreaterThan(1);
  for (const [, path = '', anchor = ''] of linked) {
    const headings =
      readFileSync(join(repository, path), 'utf8')
        .toLowerCase()
        .match(/^#+ .*$/gm) ?? [];
    expect(headings.map((heading) => heading.replace(/^#+ /, '').replaceAll(' ', '-'))).toContain(anchor);
  }
});

test('the tests that hold the promises of reading exist', () => {
  const [, table = ''] = readFileSync(join(repository, 'docs/reading.md'), 'utf8').split('## The promises');
  const held = [...table.matchAll(/`(test\/[\w./-]+)`: ((?:"[^"]+"(?:, )?)+)/g)];
  expect(held.length).toBeGreaterThan(12);
  for (const [, path = '', names = ''] of held) {
    const text = readFileSync(join(repository, path), 'utf8');
    for (const [, name = ''] of names.matchAll(/"([^"]+)"/g)) expect(text, path).toContain(name);
  }
});

describe('the table of commands', () => {
  const [, section = ''] = contents.split('## Commands');
  const rows = (section.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('| `'));
  const commands = rows.map(
    (row) => [/^\| `(\w+)/.exec(row)?.[1] ?? '', [...row.matchAll(/`(--[a-z-]+)/g)].map(([, flag = '']) => flag)] as const,
  );

  test('has every command', async () => {
    const { stdout } = await tapwright(sandbox(), ['--help']);
    const listed = [...stdout.matchAll(/^ {2}([a-z]+) /gm)].map(([, name = '']) => name).filter((name) => name !== 'help');
    expect(commands.map(([name]) => name)).toEqual(listed);
  });

  test.each(commands)('%s has the flags that are named', async (name, flags) => {
    const { stdout, exitCode } = await tapwright(sandbox(), [name, '--help']);
    expect(exitCode).toBe(0);
    for (const flag of [...flags, '--format']) expect(stdout).toContain(flag);
  });
});
