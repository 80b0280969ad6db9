import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { diagnosticsToJson, type FramedSource, renderDiagnostics } from '../diagnostics/frame.js';
import { exitCodeOf } from './exit-code.js';
import { htmlPage, type Page } from './html.js';
import type { Io } from './io.js';

/** How a command says what it has to say; `html` only where it has a page to show. */
export type Format = 'human' | 'json' | 'html';
export const FORMATS: readonly Format[] = ['human', 'json'];
export const PAGE_FORMATS: readonly Format[] = [...FORMATS, 'html'];

/** Diagnostics about one file; without one, they are about the run. */
export interface Finding {
  readonly source?: FramedSource;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a command has to say in the end. */
export interface Outcome {
  readonly findings: readonly Finding[];
  /** For people, on stdout. */
  readonly text?: string;
  /** For `--format html`, on stdout. */
  readonly page?: Page;
  /** For programs: further keys of the one JSON object on stdout. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** Default: what the findings mean. */
  readonly exitCode?: number;
}

const THE_RUN: FramedSource = { path: 'tapwright', text: '' };

/** Prints an outcome, diagnostics on stderr and results on stdout, or all of it as JSON on stdout. Returns the exit code. */
export function report(outcome: Outcome, format: Format, { stdout, stderr }: Pick<Io, 'stdout' | 'stderr'>): number {
  const exitCode = outcome.exitCode ?? exitCodeOf(outcome.findings.flatMap(({ diagnostics }) => diagnostics));
  if (format === 'json') {
    const diagnostics = outcome.findings.flatMap((finding) => diagnosticsToJson(finding.diagnostics, finding.source ?? THE_RUN));
    stdout.write(`${JSON.stringify({ ok: exitCode === 0, exitCode, diagnostics, ...outcome.data }, null, 2)}\n`);
    return exitCode;
  }
  if (format === 'html') {
    stdout.write(htmlPage(outcome.page, outcome.findings));
    return exitCode;
  }
  for (const { source, diagnostics } of outcome.findings)
    stderr.write(renderDiagnostics(diagnostics, source ?? THE_RUN, { color: stderr.color }));
  if (outcome.text !== undefined) stdout.write(outcome.text);
  return exitCode;
}
