import { LAYOUT } from '../../../generator/output/layout.js';
import type { VirtualFile } from '../../../generator/virtual-file.js';

/** Texts as they are laid out, by path and text as they were emitted: most of a package is the same after a keystroke. */
const known = new Map<string, string>();
const MOST = 2000;

/** A file as `generate` lays it out: prettier's layout, as there. Prettier is loaded when the first file is. */
export async function laidOut({ path, text }: VirtualFile): Promise<string> {
  const parser = path.endsWith('.ts') ? 'babel-ts' : path.endsWith('.md') ? 'markdown' : undefined;
  if (parser === undefined) return text;
  const key = `${path}\0${text}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const [{ format }, ...plugins] = await Promise.all([
    import('prettier/standalone'),
    import('prettier/plugins/babel'),
    import('prettier/plugins/estree'),
    import('prettier/plugins/markdown'),
  ]);
  const made = await format(text, { ...LAYOUT, parser, plugins });
  if (known.size > MOST) known.clear();
  known.set(key, made);
  return made;
}
