import type { VirtualFile } from '../virtual-file.js';

/** The layout of emitted files. Fixed: a configuration that lies around must not change what a spec makes. */
const LAYOUT = { printWidth: 120, singleQuote: true } as const;

/**
 * Lays the files out, all of them at once. A package is prettier's to the letter, but prettier itself was a third of the
 * time of a run: oxfmt makes the same of all but long unions in a twentieth of it, and tests hold it to that.
 *
 * JSON is left as `JSON.stringify` laid it out, which is how npm itself keeps a package.json, and formatting recordings of
 * a megabyte would cost a second. A file with a syntax error stays as it is: `verifyFiles` says where it is.
 */
export async function formatFiles(files: readonly VirtualFile[]): Promise<readonly VirtualFile[]> {
  const { format } = await import('oxfmt');
  return Promise.all(
    files.map(async ({ path, text }) => {
      if (!/\.(?:ts|md)$/.test(path)) return { path, text };
      const { code, errors } = await format(path, text, LAYOUT);
      if (errors.length > 0) return { path, text };
      return { path, text: path.endsWith('.ts') && isPrettiers(code) ? await formatByPrettier(code) : code };
    }),
  );
}

/**
 * Whether prettier would lay it out otherwise: a union that is too long for what is left of its line gets a line of its own
 * there, here each of its members does.
 */
function isPrettiers(code: string): boolean {
  return Array.from(code.matchAll(BROKEN_UNION), ([union]) => union.replace(/\n *\|/g, ' |')).some(
    (line) => line.length <= LAYOUT.printWidth + 2,
  );
}

/** Lines of one indentation that begin with `|`. */
const BROKEN_UNION = /^( *)\| .*(?:\n\1\| .*)*/gm;

async function formatByPrettier(text: string): Promise<string> {
  const { format } = await import('prettier');
  // Of the two parsers for TypeScript this takes two thirds of the time; what is printed is the same.
  return format(text, { ...LAYOUT, parser: 'babel-ts' });
}
