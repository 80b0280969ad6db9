import { spec as messages } from '../diagnostics/messages/spec.js';
import { shorten } from '../diagnostics/words.js';
import type { Reading } from '../shape.js';
import type { ResourceSpec } from '../spec/document.js';
import type { ReadAheadModel } from './connector-model.js';

/** What a resource can know before its requests are answered. */
export interface Foresight {
  /** Whether there is more than one page. */
  readonly paged: boolean;
  /** Whether an answer tells where all further pages begin. */
  readonly knowsPages: boolean;
  /** Whether there is a page loop for each parent, or for each value of a list. */
  readonly keyed: boolean;
  /** Whether there is a page loop for each window. */
  readonly windowed: boolean;
  /** Whether a window may be halved: where the next one begins is known when it has been asked for. */
  readonly splits: boolean;
}

/** Which requests of a resource are sent ahead; refuses what its paging cannot do. */
export function buildReadAhead(spec: ResourceSpec, foresight: Foresight, reading: Reading): ReadAheadModel {
  const { concurrency = 1, prefetch = false } = spec;
  const { paged, knowsPages, keyed, windowed, splits } = foresight;
  const refuse = (key: 'concurrency' | 'prefetch', message: string, hint: string): void =>
    reading.report(messages.pattern(reading.keySpanOf(spec, key), `spec/${key}`, message, hint));
  const name = shorten(spec.name);
  if (concurrency > 1) {
    if (splits)
      refuse(
        'concurrency',
        `a window of ${name} may be halved: they are read one after the other`,
        'Leave it out here, or take a smaller step.',
      );
    else if (!keyed && !windowed && !paged) refuse('concurrency', `${name} is one request`, 'Leave it out here, or set it to 1.');
    else if (!keyed && !windowed && !knowsPages)
      refuse(
        'concurrency',
        `no answer tells where all further pages of ${name} begin`,
        'Set total_path, or prefetch: true for one page ahead.',
      );
  }
  if (prefetch) {
    if (keyed || windowed) refuse('prefetch', `${name} has many page loops`, 'Say how many may be under way at once: concurrency: 4.');
    else if (!paged) refuse('prefetch', `${name} is one request`, 'Leave it out here, or set it to false.');
    else if (concurrency > 1) refuse('prefetch', 'concurrency asks for pages ahead already', 'Leave one of them out.');
  }
  return { concurrency, prefetch };
}
