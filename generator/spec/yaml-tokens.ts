import { CST, Lexer, Parser } from 'yaml';
import type { Diagnostic, Span } from '../diagnostics/diagnostic.js';
import { yaml } from '../diagnostics/messages/yaml.js';
import { MAX_LEVELS, MAX_ANCHORS, MAX_ALIASES, MAX_NODES } from './yaml-limits.js';

/** The tokens of a YAML text: what no spec may have is refused before anything is put together. */

/** A value comes with four signs at most, beside its "-" or ":": a key, two brackets, a comma. */
const MAX_SIGNS = 4 * MAX_NODES;

/** Far more than are shown. */
const MAX_REFUSED = 1000;

interface Tokens {
  readonly document: readonly CST.Token[];
  /** Tags, directives and further documents. */
  readonly refused: readonly Diagnostic[];
  /** Where each quoted text begins, by where it ends. */
  readonly quotes: ReadonlyMap<number, number>;
  /** Whether reading stopped before the end, because the text is hostile: the document is not worth composing. */
  readonly stopped: boolean;
}

/** The concrete syntax of the first document; stops before a hostile text costs time or stack. */
export function tokenize(text: string): Tokens {
  const parser = new Parser();
  const document: CST.Token[] = [];
  const refused: Diagnostic[] = [];
  const quotes = new Map<number, number>();
  const stop = (reason: Diagnostic): Tokens => ({ document, refused: [...refused, reason], quotes, stopped: true });
  let inScalar = false;
  let values = 0;
  let signs = 0;
  const anchors = new Set<string>();
  let aliases = 0;
  for (const lexeme of new Lexer().lex(text)) {
    const span = { start: parser.offset, end: parser.offset + lexeme.length };
    const type = inScalar ? undefined : CST.tokenType(lexeme);
    inScalar = lexeme === CST.SCALAR;
    const refuse = type === null || type === undefined ? undefined : REFUSED[type];
    if (refuse !== undefined) refused.push(refuse(span));
    if (type === 'double-quoted-scalar' || type === 'single-quoted-scalar') quotes.set(span.end, span.start);
    if (type === 'anchor') anchors.add(lexeme.slice(1));
    if (type === 'alias' && !anchors.has(lexeme.slice(1))) refused.push(yaml.alias(span, lexeme.slice(1), false));
    if (anchors.size > MAX_ANCHORS || (type === 'alias' && ++aliases > MAX_ALIASES))
      return stop(yaml.tooManyAliases(span, MAX_ANCHORS, MAX_ALIASES));
    if (type === 'seq-item-ind' || type === 'map-value-ind') values++;
    else if (type !== undefined && type !== 'space' && type !== 'newline' && type !== 'comment') signs++;
    if (values > MAX_NODES || signs > MAX_SIGNS) return stop(yaml.tooManyNodes(span, MAX_NODES));
    for (const token of parser.next(lexeme)) if (isContent(token) && document.length < MAX_REFUSED) document.push(token);
    const beyond = parser.stack.length > MAX_LEVELS ? parser.stack.filter(CST.isCollection)[MAX_LEVELS] : undefined;
    if (beyond !== undefined) return stop(yaml.tooDeep({ start: beyond.offset, end: beyond.offset + 1 }, MAX_LEVELS));
    const [begun] = parser.stack;
    if (begun?.type === 'document' && document.some((token) => token.type === 'document')) {
      refused.push(yaml.multipleDocs({ start: begun.offset, end: Math.min(begun.offset + 3, text.length) }));
      return { document, refused, quotes, stopped: false };
    }
    if (refused.length >= MAX_REFUSED) return { document, refused, quotes, stopped: true };
  }
  document.push(...parser.end());
  return { document, refused, quotes, stopped: false };
}

const REFUSED: { readonly [type: string]: ((span: Span) => Diagnostic) | undefined } = {
  tag: yaml.tag,
  'directive-line': yaml.directive,
};

/** Whether a token outside documents is more than blank. */
function isContent(token: CST.Token): boolean {
  return token.type === 'document' || token.type === 'directive' || token.type === 'error' || token.type === 'doc-end';
}
