import type { Diagnostic, Span } from '../diagnostics/diagnostic.js';
import type { Level } from './level.js';
import type { SpecNode } from './node.js';

/** The nodes that values were read from, and what was wrong with them. */
export class Reading {
  readonly diagnostics: Diagnostic[] = [];
  readonly #facts = new Set<string>();
  readonly #nodes = new WeakMap<object, SpecNode>();
  readonly #levels: Level[] = [];

  report(diagnostic: Diagnostic): void {
    const fact = JSON.stringify([diagnostic.code, diagnostic.message, diagnostic.span?.start]);
    if (!this.#facts.has(fact)) this.diagnostics.push(diagnostic); // defaults are read once for every resource
    this.#facts.add(fact);
  }

  /** What is said several times of one place in `within`, which several readers share, is said once; `more` tells how often. */
  foldWithin(within: Span, more: (others: number) => string = () => ''): void {
    const isShared = ({ span }: Diagnostic): boolean => span !== undefined && span.start >= within.start && span.end <= within.end;
    const all = this.diagnostics.splice(0);
    all.forEach((each, index) => {
      const isSame = ({ code, span }: Diagnostic): boolean =>
        isShared(each) && code === each.code && span?.start === each.span?.start && span?.end === each.span?.end;
      if (all.findIndex(isSame) < index && isShared(each)) return;
      const others = all.filter(isSame).length - 1;
      this.diagnostics.push(others < 1 ? each : { ...each, message: `${each.message}${more(others)}` });
    });
  }

  /** Reads what is in a mapping; keys that it does not know may be those of one around it. */
  within<T>(level: Level, read: (levels: readonly Level[]) => T): T {
    this.#levels.push(level);
    try {
      return read(this.#levels);
    } finally {
      this.#levels.pop();
    }
  }

  /** Remembers where `value` came from. */
  remember<T extends object>(value: T, node: SpecNode): T {
    this.#nodes.set(value, node);
    return value;
  }

  /** The place of a value read from a mapping or a list, or of the whole when it has no such key. */
  spanOf(value: object, key?: string | number): Span {
    const node = this.#nodes.get(value);
    if (node === undefined) return { start: 0, end: 0 };
    if (node.kind === 'map') return node.entries.find((entry) => entry.key === key)?.value.span ?? node.span;
    if (node.kind === 'list' && typeof key === 'number') return node.items[key]?.span ?? node.span;
    return node.span;
  }

  /** The place of a value two levels down, or of the nearest place above it. */
  spanWithin(value: object, key: string, inner: string): Span {
    const node = this.#nodes.get(value);
    const entry = node?.kind === 'map' ? node.entries.find((each) => each.key === key) : undefined;
    const found = entry?.value.kind === 'map' ? entry.value.entries.find((each) => each.key === inner) : undefined;
    return found?.value.span ?? entry?.value.span ?? this.spanOf(value);
  }

  /** Lets a value have the places of the one it was made from. */
  rememberAs<T extends object>(value: T, like: object): T {
    const node = this.#nodes.get(like);
    return node === undefined ? value : this.remember(value, node);
  }

  /** The place of a key of a mapping. */
  keySpanOf(value: object, key: string): Span {
    const node = this.#nodes.get(value);
    const entry = node?.kind === 'map' ? node.entries.find((each) => each.key === key) : undefined;
    return entry?.keySpan ?? this.spanOf(value);
  }
}
