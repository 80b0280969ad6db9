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
    else formatted.push({ path: file.path, text: isCode ? await asPrettier(code) : code });
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
 * As prettier lays it out: a union that is too long for what is left of its line gets a line of its own there, here each of its members does.
 * Where the members are plain words, that is said without it: to load prettier takes longer than to lay out a hundred files.
 */
async function asPrettier(code: string): Promise<string> {
  if (!/^ *\| /m.test(code)) return code;
  const joined = withPlainUnions(code);
  const isOther = Array.from(joined.matchAll(BROKEN_UNION), ([union]) => union.replace(/\n *\|/g, ' |')).some(
    (line) => line.length <= LONGEST,
  );
  return isOther ? formatByPrettier(joined) : joined;
}

/** A line, and the sign before the first member. */
const LONGEST = LAYOUT.printWidth + 2;

/** Lines of one indentation that begin with `|`. */
const BROKEN_UNION = /^( *)\| .*(?:\n\1\| .*)*/gm;

/** Joins the unions of literals and names that stand right after what they are the type of, where they fit into a line. */
function withPlainUnions(code: string): string {
  const lines = code.split('\n');
  const made: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const indent = /^ *(?=\| )/.exec(line)?.[0];
    const before = made.at(-1) ?? '';
    made.push(line);
    if (indent === undefined || !/(?::| =| as)$/.test(before)) continue;
    const sign = `${indent}| `;
    let end = at;
    while (lines[end + 1]?.startsWith(sign) === true) end++;
    const members = lines.slice(at, end + 1).map((each) => each.slice(sign.length));
    const union = indent + members.join(' | ');
    const isPlain = members.every((each, index) => MEMBER.test(index === end - at ? each.replace(/[;,]$/, '') : each));
    if (!isPlain || union.length > LAYOUT.printWidth) continue;
    made[made.length - 1] = union;
    at = end;
  }
  return made.join('\n');
}

/** A literal, a name, a list of what has one, any text, or what a body is looked into as. */
const MEMBER = /^(?:'(?:[^'\\]|\\.)*'|-?[\d.]+n?|(?:readonly )?[A-Za-z_]\w*(?:\[\])?|\(string & \{\}\)|\{ readonly \w+\?: unknown \})$/;

async function formatByPrettier(text: string): Promise<string> {
  const { format } = await import('prettier');
  // Of the two parsers for TypeScript this takes two thirds of the time; what is printed is the same.
  return format(text, { ...LAYOUT, parser: 'babel-ts' });
}
