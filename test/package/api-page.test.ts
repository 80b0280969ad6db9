import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../support/generator-sources.js';

/** The names that `export { type A, b } from '…'` lists. */
function exportedFrom(path: string): readonly string[] {
  const text = readFileSync(path, 'utf8');
  return Array.from(text.matchAll(/export (?:type )?\{([^}]*)\}/g), ([, names = '']) => names.split(',')).flatMap((names) =>
    names.map((name) => name.trim().replace(/^type /, '')).filter((name) => name !== ''),
  );
}

test.each(readdirSync(join(repository, 'generated')))(
  'api.md of %s names everything that the package exports, and the methods of its resources',
  (name) => {
    const folder = join(repository, 'generated', name);
    const page = readFileSync(join(folder, 'api.md'), 'utf8');
    const words = new Set(Array.from(page.matchAll(/`([^`]*)`/g), ([, code = '']) => code.match(/[A-Za-z_$][\w$]*/g) ?? []).flat());
    expect(exportedFrom(join(folder, 'src/index.ts')).filter((each) => !words.has(each))).toEqual([]);

    for (const file of readdirSync(join(folder, 'src/resources'))) {
      const source = readFileSync(join(folder, 'src/resources', file), 'utf8');
      const methods = Array.from(source.matchAll(/^ {2}(?:async )?\*?([a-z]\w*)\(/gm), ([, method = '']) => method).filter(
        (method) => method !== 'constructor',
      );
      const property = file.replace(/\.ts$/, '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
      expect(methods).toEqual(expect.arrayContaining(['list', 'pages']));
      for (const method of methods) expect(page).toContain(`.${property}.${method}(`);
    }
    for (const [, path = ''] of page.matchAll(/\]\(([^)]+)\)/g)) expect(() => readFileSync(join(folder, path))).not.toThrow();
  },
);
