// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import process from 'node:process';
import { tell } from './output.ts';
import type { Progress } from './sync.ts';

export interface ProgressReporter {
  readonly onProgress: (progress: Progress) => void;
  readonly onRetry: () => void;
  /** Ends the line that is being rewritten. */
  close(): void;
}

/** Plain lines come this far apart, in milliseconds, and at the end of each resource. */
const LINE_EVERY_MS = 10_000;
/** A terminal's line is rewritten at most this often. */
const REWRITE_EVERY_MS = 100;

/** Shows progress: a line that is rewritten, plain lines on stderr, or JSON lines on stdout. */
export function progressReporter(style: 'terminal' | 'lines' | 'json'): ProgressReporter {
  let started = Date.now();
  let shown = 0;
  let retries = 0;
  let open = false;
  let resource = '';

  function show(progress: Progress): void {
    const seconds = Math.max((Date.now() - started) / 1000, 0.001);
    const rate = Math.round(progress.records / seconds);
    if (style === 'json') {
      process.stdout.write(`${JSON.stringify({ ...progress, rate, retries })}\n`);
      return;
    }
    const again = retries === 0 ? '' : `, ${retries} ${retries === 1 ? 'retry' : 'retries'}`;
    const text = `${progress.resource}: ${progress.records} records, ${progress.pages} pages, ${rate}/s${again}${progress.done ? ', done' : ''}`;
    if (style === 'lines') return tell(text);
    process.stderr.write(`\r\u001b[2K${text.slice(0, (process.stderr.columns ?? 80) - 1)}${progress.done ? '\n' : ''}`);
    open = !progress.done;
  }

  return {
    onProgress(progress) {
      if (progress.resource !== resource) {
        resource = progress.resource;
        started = Date.now();
        shown = style === 'terminal' ? 0 : started;
        retries = 0;
      }
      const every = style === 'terminal' ? REWRITE_EVERY_MS : LINE_EVERY_MS;
      if (!progress.done && Date.now() - shown < every) return;
      shown = Date.now();
      show(progress);
    },
    onRetry() {
      retries++;
    },
    close() {
      if (open) process.stderr.write('\n');
    },
  };
}
