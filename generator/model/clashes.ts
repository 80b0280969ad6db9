import { schemesInDocument } from './auth.js';
import { secretsIn } from './config.js';
import type { Span } from '../diagnostics/diagnostic.js';
import { spec as messages } from '../diagnostics/messages/spec.js';
import { shorten } from '../diagnostics/words.js';
import { withoutGaps } from '../gap.js';
import { nameOf } from '../names.js';
import type { Reading } from '../shape.js';
import type { SpecDocument } from '../spec/document.js';

/** Refuses two resources, or two options of the client, that would meet in one identifier or one file. */
export function checkNames(document: SpecDocument, reading: Reading): void {
  const resources = new Map<string, string>();
  for (const resource of document.resources) {
    withoutGaps(() => claim(resources, resource.name, 'resource', reading.spanOf(resource, 'name'), reading));
  }
  const options = new Map<string, string>(CLIENT_OPTIONS.map((option) => [nameOf(option).camel.toLowerCase(), option]));
  for (const { name, span } of schemesInDocument(document, reading)) claim(options, name, 'option', span, reading);
  for (const env of secretsIn(document, reading)) {
    if (document.config?.has(env.toLowerCase()) !== true)
      claim(options, env.toLowerCase(), 'option', reading.spanOf(document, 'resources'), reading);
  }
  for (const name of document.config?.keys() ?? []) {
    if (document.config !== undefined) claim(options, name, 'option', reading.keySpanOf(document.config, name), reading);
  }
}

/** What every client takes. */
const CLIENT_OPTIONS = [
  'base_url',
  'allow_plain_http',
  'headers',
  'fetch',
  'sleep',
  'random',
  'now',
  'wall_clock',
  'max_retries',
  'timeout_ms',
  'logger',
];

function claim(taken: Map<string, string>, name: string, what: string, span: Span, reading: Reading): void {
  const identifier = nameOf(name).camel.toLowerCase(); // file systems may not tell cases apart
  const first = taken.get(identifier);
  if (first === name) reading.report(messages.pattern(span, 'spec/duplicate-name', `${what} ${shorten(name)} is already defined`));
  else if (first !== undefined)
    reading.report(
      messages.pattern(
        span,
        'spec/identifier-collision',
        `${shorten(name)} and ${shorten(first)} would have one name in the package`,
        'Rename one of them.',
      ),
    );
  else taken.set(identifier, name);
}
