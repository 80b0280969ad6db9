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
}

/** Which requests of a resource are sent ahead; refuses what its paging cannot do. */
export function buildReadAhead(spec: ResourceSpec, { paged, knowsPages }: Foresight, reading: Reading): ReadAheadModel {
  const { concurrency = 1, prefetch = false } = spec;
  const refuse = (key: 'concurrency' | 'prefetch', message: string, hint: string): void =>
    reading.report(messages.pattern(reading.keySpanOf(spec, key), `spec/${key}`, message, hint));
  const name = shorten(spec.name);
  if (concurrency > 1 && !paged) refuse('concurrency', `${name} is one request`, 'Leave it out here, or set it to 1.');
  else if (concurrency > 1 && !knowsPages)
    refuse(
      'concurrency',
      `no answer tells where all further pages of ${name} begin`,
      'Set total_path, or prefetch: true for one page ahead.',
    );
  if (prefetch && !paged) refuse('prefetch', `${name} is one request`, 'Leave it out here, or set it to false.');
  else if (prefetch && concurrency > 1) refuse('prefetch', 'concurrency asks for pages ahead already', 'Leave one of them out.');
  return { concurrency, prefetch };
}
