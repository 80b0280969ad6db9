import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { load } from '../../generator/spec/load.js';
import { withPackages, runVitest, writeFiles } from '../support/vitest-run.js';
import { generateLater } from '../support/generate.js';

const FOLDER = 'specs/examples';
const names = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml'))
  .sort();

test('the examples are those of the README of their folder, each shows one thing, and says where it comes from', () => {
  const listed = Array.from(readFileSync(join(FOLDER, 'README.md'), 'utf8').matchAll(/^\| \[([^\]]+\.yaml)\]\(\1\)/gm), ([, name]) => name);
  expect(names).toEqual([...listed].sort());
  for (const name of names)
    expect(readFileSync(join(FOLDER, name), 'utf8')).toMatch(
      /^# yaml-language-server: .*\n# .*From documentation, not run against the API\.\n# Shows: /,
    );
});

test('every example makes a package without a warning, which compiles and passes its own tests', async () => {
  await withPackages(async (folder) => {
    const told: string[] = [];
    for (const name of names) {
      const path = join(FOLDER, name);
      const loaded = load(path, readFileSync(path));
      if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
      const generated = await generateLater(loaded.source);
      told.push(...generated.diagnostics.map(({ code, message }) => `${name}: ${code} ${message}`));
      if (generated.ok) await writeFiles(join(folder, name.replace('.yaml', '')), generated.files);
    }
    expect(told).toEqual([]);
    const results = await runVitest(folder);
    expect(results.filter(({ status }) => status !== 'passed').map(({ name, message }) => `${name}: ${message}`)).toEqual([]);
    expect(results.length).toBeGreaterThan(names.length * 4);
  });
}, 300_000);
