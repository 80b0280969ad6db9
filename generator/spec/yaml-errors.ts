import type { Diagnostic, Span } from '../diagnostics/diagnostic.js';
import { yaml } from '../diagnostics/messages/yaml.js';
import type { Lines } from '../diagnostics/place.js';

/** What the YAML library says: its code, its words and where. */
export interface LibraryError {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [number, number];
}

/**
 * An error of the YAML library in our words; the library's own may quote the file at any length. `opened` is where a
 * quoted text that ends at the error begins.
 */
export function translate(error: LibraryError, opened: number | undefined, text: string, lines: Lines): Diagnostic {
  const start = Math.min(error.pos[0], text.length);
  const span: Span = { start, end: Math.max(start, Math.min(error.pos[1], text.length)) };
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return yaml.tabIndent(span);
    case 'BAD_SCALAR_START':
      return yaml.reservedChar(span, text.slice(start, start + 1));
    case 'BAD_DQ_ESCAPE': {
      const written = /^\\(?:x.{0,2}|u.{0,4}|U.{0,8}|.)/su.exec(text.slice(start, start + 10))?.[0] ?? '\\';
      return yaml.escape({ start, end: start + written.length }, written);
    }
    case 'BAD_INDENT':
      return yaml.indent(span);
    case 'BLOCK_AS_IMPLICIT_KEY':
      return error.message.startsWith('Nested mappings') ? yaml.nestedMapping(span) : yaml.indent(span);
    case 'MULTILINE_IMPLICIT_KEY':
    case 'KEY_OVER_1024_CHARS':
      return yaml.missingColon(span);
    case 'MISSING_CHAR':
      if (opened !== undefined && error.message.startsWith('Missing closing')) return yaml.unclosedQuote(span, lines.at(opened));
      return missing(error.message, span);
    case 'UNEXPECTED_TOKEN':
      return yaml.syntax(span, 'this is not expected here', 'Quote the value if it is text.');
    case 'BLOCK_IN_FLOW':
      return yaml.syntax(span, 'inside brackets and braces, values stand in brackets, braces or on one line');
    default:
      return yaml.syntax(span, 'this is not YAML');
  }
}

function missing(message: string, span: Span): Diagnostic {
  if (message.startsWith('Implicit map keys')) return yaml.missingColon(span);
  if (message.startsWith('Comments'))
    return yaml.syntax(span, 'a space is missing before "#"', 'Quote the value if the "#" belongs to it.');
  if (message.startsWith('Missing space')) return yaml.syntax(span, 'a space is missing after ":"');
  if (message.startsWith('Missing ,')) return yaml.syntax(span, 'a comma is missing');
  if (message.startsWith('Sequence item')) return yaml.syntax(span, 'a list item begins with "- "');
  return yaml.syntax(span, 'this is not expected here');
}
