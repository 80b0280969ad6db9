import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { internal } from '../diagnostics/messages/internal.js';
import { type Pause, pauseFor } from '../pause.js';
import type { VirtualFile } from '../virtual-file.js';
import { LAYOUT } from './layout.js';

/**
 * Lays the files out, and finds the code that does not parse: it stays as it is, and is our fault. A package is prettier's
 * to the letter, but prettier itself was a third of the time of a run: oxfmt makes the same of all but long unions in a
 * twentieth of it, and tests hold it to that.
 *
 * JSON is left as `JSON.stringify` laid it out, which is how npm itself keeps a package.json, and formatting recordings of
 * a megabyte would cost a second.
 */
export async function formatFiles(files: readonly VirtualFile[], pause: Pause = pauseFor(undefined)): Promise<Formatted> {
  const { format } = await import('oxfmt');
  const formatted: VirtualFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [index, file] of files.entries()) {
    if (index % PAUSE_AFTER === 0) await pause();
    const isCode = file.path.endsWith('.ts');
    if (!isCode && !file.path.endsWith('.md')) {
      formatted.push(file);
      continue;
    }
    // one after the other: side by side they take eight times as much of the processor, and more memory
    const { code, errors } = await format(file.path, file.text, LAYOUT);
    diagnostics.push(...errors.map(({ message }) => internal.emittedCode(file.path, undefined, message)));
    if (errors.length > 0) formatted.push(file);
    else formatted.push({ path: file.path, text: isCode && isPrettiers(code) ? await formatByPrettier(code) : code });
  }
  return { files: formatted, diagnostics };
}

/** Files. */
const PAUSE_AFTER = 32;

export interface Formatted {
  readonly files: readonly VirtualFile[];
  /** An `internal/emitted-code` error for each thing that does not parse. */
  readonly diagnostics: readonly Diagnostic[];
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
