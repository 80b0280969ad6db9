import type { Span } from '../diagnostics/diagnostic.js';
import { spec as messages } from '../diagnostics/messages/spec.js';
import { parseTemplate } from '../placeholder.js';
import type { Reading } from '../shape.js';
import type { SpecDocument } from '../spec/document.js';
import { exampleBaseUrl } from './base-url.js';

/** A path with its leading slash, and whether it begins at the origin, whatever path base_url has. */
export interface CheckedPath {
  readonly path: string;
  readonly fromOrigin: boolean;
}

/** A path with its leading slash, as the spec says it at `span`; undefined when it was refused. */
export function checkedPath(whole: string, span: Span, document: SpecDocument, reading: Reading): CheckedPath | undefined {
  const base = exampleBaseUrl(document).href.replace(/(?<!\/)\/+$/, '');
  const origin = new URL(base).origin;
  const below = whole.startsWith(`${base}/`) ? base : whole.startsWith(`${origin}/`) && isFixed(document) ? origin : undefined;
  const said = below === undefined ? whole : whole.slice(below.length + 1); // as dlt's users write it
  const parsed = parseTemplate(said);
  const filled = parsed.ok ? parsed.template.map((part) => (typeof part === 'string' ? part : 'x')).join('') : said;
  if (
    /^\/\/|^\\|\\\\/.test(said) ||
    /^[a-z][a-z0-9+.-]*:/i.test(said) ||
    !URL.canParse(`${base}/${filled}`) ||
    new URL(`${base}/${filled.replace(/^\/+/, '')}`).origin !== new URL(base).origin
  ) {
    reading.report(
      messages.pattern(span, 'spec/cross-origin-path', 'the path leaves base_url', 'A path is appended to base_url: /v1/events.'),
    );
    return undefined;
  }
  if (/[?#]/.test(filled)) {
    reading.report(
      messages.pattern(
        span,
        'spec/path-query',
        'a path has no fragment, and one query, of names that "params" has not',
        'Put fixed parameters under params.',
      ),
    );
    return undefined;
  }
  if (/[\u0000-\u001f\u007f]/.test(said)) {
    reading.report(messages.pattern(span, 'spec/path', 'a path has no control characters', 'URLs drop them in silence.'));
    return undefined;
  }
  if (/(^|\/)(\.|%2e){1,2}(\/|$)/i.test(filled)) {
    reading.report(messages.pattern(span, 'spec/path-dots', 'a path has no "." and ".." segments'));
    return undefined;
  }
  return { path: said === '' ? '' : `/${said.replace(/^\/+/, '')}`, fromOrigin: below !== undefined && below !== base };
}

/** Whether the origin of the API is always the same. */
function isFixed({ client }: SpecDocument): boolean {
  if (typeof client.base_url !== 'string') return false;
  const parsed = parseTemplate(client.base_url);
  return parsed.ok && parsed.template.every((part) => typeof part === 'string');
}
