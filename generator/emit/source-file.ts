import { type Code, code, type Exported, identifier, join, literal, property } from '../code.js';
import { exportsIn } from '../code/names.js';
import type { VirtualFile } from '../virtual-file.js';

/** A source file: the header, the imports of the names that its body has from other files, and the body. */
export function sourceFile(header: Code, path: string, body: Code): VirtualFile {
  const text = code`
    ${header}

    ${importsOf(path, body)}

    ${body}
  `;
  return { path, text: `${text.text}\n` };
}

/** In the order of their files; types alone are imported as such. */
function importsOf(path: string, body: Code): readonly Code[] {
  const byFile = new Map<string, Map<string, Exported>>();
  for (const each of exportsIn(body)) {
    if (each.file === path) continue;
    const names = byFile.get(each.file) ?? new Map<string, Exported>();
    if (names.get(each.name)?.kind !== 'value') names.set(each.name, each);
    byFile.set(each.file, names);
  }
  return [...byFile]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, names]) => importOf(specifier(path, file), [...names.values()].sort(byName)));
}

function importOf(from: string, names: readonly Exported[]): Code {
  const onlyTypes = names.every(({ kind }) => kind === 'type');
  const listed = names.map(({ name, kind, as }) => {
    const alias = as === undefined ? identifier(name) : code`${property(name)} as ${identifier(as)}`;
    return kind === 'type' && !onlyTypes ? code`type ${alias}` : alias;
  });
  return code`import ${onlyTypes ? code`type {` : code`{`} ${join(listed, ', ')} } from ${literal(from)};`;
}

/** As one reads them: without regard to case. */
function byName({ name: a }: Exported, { name: b }: Exported): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  return left === right ? (a < b ? -1 : 1) : left < right ? -1 : 1;
}

/** `../cursor.ts`: how one file names another; what `imports` of package.json names is called so everywhere. */
function specifier(from: string, to: string): string {
  if (to.startsWith('#')) return to;
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  let shared = 0;
  while (shared < here.length && here[shared] === there[shared]) shared++;
  const up = here.slice(shared).map(() => '..');
  return [...(up.length === 0 ? ['.'] : up), ...there.slice(shared)].join('/');
}
