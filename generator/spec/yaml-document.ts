import { Composer, isAlias, isMap, isScalar, isSeq, type ParsedNode, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Diagnostic, Span } from '../diagnostics/diagnostic.js';
import { spec } from '../diagnostics/messages/spec.js';
import { yaml } from '../diagnostics/messages/yaml.js';
import type { Lines } from '../diagnostics/place.js';
import { shorten } from '../diagnostics/words.js';
import type { ListNode, MapNode, ScalarNode, SpecEntry, SpecNode } from '../shape.js';
import { translate, type LibraryError } from './yaml-errors.js';
import { checkKey, checkPlain, checkText } from './yaml-scalars.js';
import { tokenize } from './yaml-tokens.js';
import { MAX_LEVELS, MAX_KEYS, MAX_NODES } from './yaml-limits.js';

export interface Parsed {
  /** Absent when there are diagnostics. */
  readonly root?: MapNode;
  readonly diagnostics: readonly Diagnostic[];
}

/** A YAML text as a tree of our own nodes, or everything that is wrong with it. */
export function parseYaml(text: string, lines: Lines): Parsed {
  const tokens = tokenize(text);
  if (tokens.stopped) return { diagnostics: tokens.refused };

  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    uniqueKeys: false,
    keepSourceTokens: true,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const [document] = composer.compose(tokens.document, true, text.length);
  const converter = new Converter(text, lines);
  const root = document?.contents == null ? undefined : converter.node(document.contents);
  const found = withSyntaxErrors([...tokens.refused, ...converter.diagnostics], document?.errors ?? [], tokens.quotes, text, lines);
  if (found.length > 0) return { diagnostics: found };
  if (root === undefined || (root.kind === 'scalar' && root.source === '')) return { diagnostics: [yaml.empty({ start: 0, end: 0 })] };
  if (root.kind !== 'map') return { diagnostics: [notAMapping(root)] };
  return { root, diagnostics: [] };
}

/**
 * The library's errors in our words: one a line, and none on a line where a more telling one stands already. What
 * follows from a tab is not told beside it.
 */
function withSyntaxErrors(
  found: readonly Diagnostic[],
  errors: readonly LibraryError[],
  quotes: ReadonlyMap<number, number>,
  text: string,
  lines: Lines,
): readonly Diagnostic[] {
  const lineOf = (diagnostic: Diagnostic) => lines.at(diagnostic.span?.start ?? 0).line;
  const translated = errors.map((error) => translate(error, quotes.get(error.pos[0]), text, lines));
  const tabs = new Set(translated.filter((each) => each.code === 'yaml/tab-indent').map(lineOf));
  const kept = found.filter((each) => !tabs.has(lineOf(each)));
  const taken = new Set(kept.map(lineOf));
  for (const diagnostic of translated) {
    const line = lineOf(diagnostic);
    if (!taken.has(line)) kept.push(diagnostic);
    taken.add(line);
  }
  return kept;
}

function notAMapping(root: ListNode | ScalarNode): Diagnostic {
  const missingSpace = root.kind === 'scalar' && /^[\w-]+:\S/.test(root.source);
  const got = root.kind === 'list' ? 'a list' : typeof root.value === 'string' ? `text ${shorten(root.source)}` : shorten(root.source);
  return spec.type(root.span, 'a mapping at the top level', got, missingSpace ? 'A space is missing after ":".' : undefined);
}

/** What an anchor names, and what it costs to name it again. */
interface Anchored {
  readonly node: SpecNode;
  readonly nodes: number;
  /** How many levels are inside of it. */
  readonly levels: number;
}

/** Turns the library's nodes into ours, and refuses what it lets pass. */
class Converter {
  readonly diagnostics: Diagnostic[] = [];
  readonly #text: string;
  readonly #lines: Lines;
  /** What anchors name, from where they stand on. */
  readonly #anchors = new Map<string, Anchored | undefined>();
  #nodes = 0;
  #level = 0;
  #deepest = 0;

  constructor(text: string, lines: Lines) {
    this.#text = text;
    this.#lines = lines;
  }

  node(node: ParsedNode): SpecNode {
    if (isAlias(node)) return this.#alias(node.source, spanOf(node));
    this.#count(1, spanOf(node));
    const { anchor } = node;
    if (anchor === undefined) return this.#plain(node);
    const [nodes, deepest] = [this.#nodes, this.#deepest];
    this.#anchors.set(anchor, undefined); // it is not to be named inside of itself
    this.#deepest = this.#level;
    const made = this.#plain(node);
    this.#anchors.set(anchor, { node: made, nodes: this.#nodes - nodes + 1, levels: this.#deepest - this.#level });
    this.#deepest = Math.max(deepest, this.#deepest);
    return made;
  }

  #plain(node: ParsedNode): SpecNode {
    if (!isMap(node) && !isSeq(node)) return this.#scalar(node);
    this.#level++;
    this.#deepest = Math.max(this.#deepest, this.#level);
    const made = isMap(node) ? this.#map(node) : this.#list(node);
    this.#level--;
    return made;
  }

  /** What an alias stands for, counted as if it stood there once more: a few lines are not to become millions. */
  #alias(name: string, span: Span): SpecNode {
    const named = this.#anchors.get(name);
    if (named === undefined) {
      if (this.#anchors.has(name)) this.diagnostics.push(yaml.alias(span, name, true)); // of nothing: refused where it was read
      return { kind: 'scalar', span, value: null, source: '' };
    }
    this.#count(named.nodes, span);
    this.#deepest = Math.max(this.#deepest, this.#level + named.levels);
    if (this.#level + named.levels > MAX_LEVELS) this.diagnostics.push(yaml.tooDeep(span, MAX_LEVELS));
    return named.node;
  }

  #count(nodes: number, span: Span): void {
    if (this.#nodes <= MAX_NODES && this.#nodes + nodes > MAX_NODES) this.diagnostics.push(yaml.tooManyNodes(span, MAX_NODES));
    this.#nodes += nodes;
  }

  #map(node: YAMLMap.Parsed): SpecNode {
    const span = this.#collectionSpan(node);
    if (isTemplate(node)) {
      this.diagnostics.push(yaml.templateBraces(span, this.#text.slice(span.start, span.end)));
      return { kind: 'scalar', span, value: null, source: '' };
    }
    const entries: SpecEntry[] = [];
    const merged: SpecEntry[] = [];
    const seen = new Map<string, Span>();
    for (const pair of node.items) {
      if (this.#nodes > MAX_NODES) break;
      const keySpan = spanOf(pair.key);
      if (isMergeKey(pair.key)) {
        merged.push(...this.#merged(pair.value, keySpan));
        continue;
      }
      const key = this.#key(pair.key, keySpan);
      const first = key === undefined ? undefined : seen.get(key);
      if (key !== undefined && first !== undefined) this.diagnostics.push(yaml.duplicateKey(keySpan, key, this.#lines.at(first.start)));
      const end = { start: keySpan.end, end: keySpan.end };
      const value: SpecNode = pair.value === null ? { kind: 'scalar', span: end, value: null, source: '' } : this.node(pair.value);
      if (key === undefined || first !== undefined) continue;
      seen.set(key, keySpan);
      if (seen.size === MAX_KEYS + 1) this.diagnostics.push(yaml.tooManyKeys(keySpan, MAX_KEYS));
      entries.push({ key, keySpan, value });
    }
    const last = node.items.at(-1)?.value;
    const end = isAlias(last) ? spanOf(last).end : endOf(entries.at(-1)?.value, span);
    const inherited = merged.filter(({ key }, index) => !seen.has(key) && merged.findIndex((each) => each.key === key) === index);
    return { kind: 'map', span: node.flow === true ? span : { start: span.start, end }, entries: [...inherited, ...entries] };
  }

  /** The entries of a mapping, or of several, that a merge key names: the first of one name counts. */
  #merged(value: ParsedNode | null, keySpan: Span): readonly SpecEntry[] {
    const node = value === null ? undefined : this.node(value);
    const all = node?.kind === 'list' ? node.items : [node];
    return all.flatMap((each) => {
      if (each?.kind === 'map') return each.entries;
      this.diagnostics.push(yaml.mergeKey(keySpan));
      return [];
    });
  }

  #list(node: YAMLSeq.Parsed): ListNode {
    const span = this.#collectionSpan(node);
    const items: SpecNode[] = [];
    for (const item of node.items) {
      if (this.#nodes > MAX_NODES) break;
      items.push(this.node(item));
    }
    const last = node.items.at(-1);
    const end = isAlias(last) ? spanOf(last).end : endOf(items.at(-1), span);
    return { kind: 'list', span: node.flow === true ? span : { start: span.start, end }, items };
  }

  #scalar(node: ParsedNode): ScalarNode {
    const span = spanOf(node);
    if (!isScalar(node)) return { kind: 'scalar', span, value: null, source: '' };
    const wrong = node.type === 'PLAIN' ? checkPlain(node.source, node.value, span) : checkText(node.value, span);
    if (wrong !== undefined) this.diagnostics.push(wrong);
    return { kind: 'scalar', span, value: isPlainValue(node.value) ? node.value : null, source: node.source };
  }

  #key(node: ParsedNode, span: Span): string | undefined {
    if (!isScalar(node)) {
      this.diagnostics.push(yaml.key(span, 'a key is text, not a list or a mapping'));
      return undefined;
    }
    const wrong = checkKey(node.source, node.value, span);
    if (wrong !== undefined) this.diagnostics.push(wrong);
    return typeof node.value === 'string' ? node.value : undefined;
  }

  /** The place of a collection; reports a missing bracket. */
  #collectionSpan(node: YAMLMap.Parsed | YAMLSeq.Parsed): Span {
    const span = spanOf(node);
    const token = node.srcToken;
    const closing = isMap(node) ? '}' : ']';
    if (token?.type !== 'flow-collection' || token.end[0]?.source === closing || token.start.source !== (closing === '}' ? '{' : '['))
      return span;
    const end = Math.min(span.end, this.#text.length);
    if (!this.diagnostics.some((each) => each.code === 'yaml/unclosed-flow' && each.span?.start === end))
      this.diagnostics.push(yaml.unclosedFlow({ start: end, end: end }, closing, this.#lines.at(span.start)));
    return { start: span.start, end };
  }
}

function isMergeKey(key: ParsedNode): boolean {
  return isScalar(key) && key.type === 'PLAIN' && key.source === '<<';
}

/** `{{ id }}` or `{id}`: YAML reads a mapping where the author meant a text. */
function isTemplate(node: YAMLMap.Parsed): boolean {
  const [first] = node.items;
  return (
    node.flow === true &&
    node.srcToken?.type === 'flow-collection' &&
    first !== undefined &&
    (isMap(first.key) || (node.items.length === 1 && first.value === null))
  );
}

function isPlainValue(value: unknown): value is ScalarNode['value'] {
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function spanOf(node: ParsedNode): Span {
  return { start: node.range[0], end: node.range[1] };
}

/** Where a block ends: with its last value, not with the blank lines and comments below it. */
function endOf(last: SpecNode | undefined, whole: Span): number {
  return Math.max(whole.start, last?.span.end ?? whole.end);
}
