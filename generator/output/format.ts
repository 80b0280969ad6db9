import type { VirtualFile } from '../virtual-file.js';

/** The layout of emitted files. Fixed: a configuration that lies around must not change what a spec makes. */
const LAYOUT = { printWidth: 120, singleQuote: true } as const;

/**
 * Lays the files out, all of them at once. JSON is left as `JSON.stringify` laid it out, which is how npm itself keeps a
 * package.json, and formatting recordings of a megabyte would cost a second. A file with a syntax error stays as it is:
 * `verifyFiles` says where it is.
 */
export async function formatFiles(files: readonly VirtualFile[]): Promise<readonly VirtualFile[]> {
  const { format } = await import('prettier');
  return Promise.all(
    files.map(async (file) => {
      const parser = parserOf(file.path);
      if (parser === undefined) return file;
      try {
        return { path: file.path, text: await format(file.text, { ...LAYOUT, parser }) };
      } catch (error) {
        if (error instanceof SyntaxError) return file;
        throw error;
      }
    }),
  );
}

/** Of the two parsers for TypeScript this is the one that takes two thirds of the time; what is printed is the same. */
function parserOf(path: string): 'babel-ts' | 'markdown' | undefined {
  if (path.endsWith('.ts')) return 'babel-ts';
  return path.endsWith('.md') ? 'markdown' : undefined;
}
