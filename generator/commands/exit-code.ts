import type { Diagnostic } from '../diagnostics/diagnostic.js';

/** What the exit code of a process means. A caller's script may rely on these. */
export const EXIT = {
  done: 0,
  /** The spec is refused, or `--check` found stale output. */
  refused: 1,
  /** Wrong usage, or a missing environment variable. */
  usage: 2,
  /** Refused or failed to write. */
  output: 3,
  /** The API or the network failed. */
  api: 4,
  /** Recordings or state are refused. */
  fixtures: 5,
  /** Our bug. */
  bug: 70,
  interrupted: 130,
} as const;

/** The exit code for what was said: 0 when there is no error among it, the highest when there are several. */
export function exitCodeOf(diagnostics: readonly Diagnostic[]): number {
  return Math.max(EXIT.done, ...diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => codeOf(code)));
}

function codeOf(code: string): number {
  if (code === 'out/stale') return EXIT.refused;
  if (code === 'cli/interrupted') return EXIT.interrupted;
  if (code === 'fixtures/symlink') return EXIT.output;
  if (code === 'out/journal') return EXIT.fixtures;
  switch (code.slice(0, code.indexOf('/'))) {
    case 'cli':
      return EXIT.usage;
    case 'out':
      return EXIT.output;
    case 'api':
      return EXIT.api;
    case 'fixtures':
      return EXIT.fixtures;
    case 'internal':
      return EXIT.bug;
    default:
      return EXIT.refused;
  }
}
