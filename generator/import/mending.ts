import { entry, isMapping, type Draft, type DraftMap } from '../draft/draft.js';
import type { Diagnostic, Span } from '../diagnostics/diagnostic.js';
import type { SpecNode } from '../shape.js';
import type { Stream } from './contract.js';
import type { CheckedSpec } from './language.js';

/** A stream that is among those of the spec. */
export interface Kept {
  readonly stream: Stream;
  readonly name: string;
  readonly draft: DraftMap;
}

const DEEPEST = 12;

/** A record with more fields than that, those of its objects among them, is too much for one check. */
const MOST_FIELDS = 400;

/** Finds out what `generate` would refuse, and mends what is only a matter of names and of size. */
export class Mending {
  readonly #renamed = new Set<Stream>();
  /** Fields that are any JSON, because their types meet others: keys from the resource down to them. */
  readonly #plain = new Map<Stream, (readonly string[])[]>();
  #deepest = DEEPEST;

  /** A resource with all that was mended. */
  mended({ stream, draft, name }: Kept): DraftMap {
    let made = draft;
    for (const path of this.#plain.get(stream) ?? []) made = asMap(replaced(made, path), made);
    for (let deepest = this.#deepest; deepest > 0; deepest--) {
      if (deepest < DEEPEST) made = asMap(shallow(made, deepest), made);
      if (fieldsIn(made) <= MOST_FIELDS) break;
    }
    if (!this.#renamed.has(stream)) return made;
    const [first, ...rest] = made.entries;
    if (first === undefined || rest.some(({ key }) => key === 'record')) return made;
    return { ...made, entries: [first, entry('record', `${name}_record`, 'why: another type has the name it would get'), ...rest] };
  }

  /** What is refused, by stream; what is of none is held against all. */
  look({ diagnostics, root }: CheckedSpec, kept: readonly Kept[]): 'good' | 'mended' | ReadonlyMap<Stream, string> {
    const [first] = diagnostics;
    if (first === undefined) return 'good';
    const list = root?.kind === 'map' ? root.entries.find(({ key }) => key === 'resources')?.value : undefined;
    const items: readonly SpecNode[] = list?.kind === 'list' ? list.items : [];
    const refused = new Map<Stream, string>();
    let isMended = false;
    for (const diagnostic of diagnostics) {
      const { span } = diagnostic;
      const at = span === undefined ? -1 : items.findIndex((item) => item.span.start <= span.start && span.end <= item.span.end);
      const [one, item] = [kept[at], items[at]];
      if (one === undefined || item === undefined || span === undefined) continue;
      if (this.#mend(diagnostic, span, one, item)) isMended = true;
      else if (!refused.has(one.stream)) refused.set(one.stream, reasonOf(diagnostic));
    }
    if (isMended) return 'mended';
    if (refused.size > 0) return refused;
    if (/^yaml\/too-/.test(first.code) && this.#deepest > 1) {
      this.#deepest = this.#deepest > 4 ? 4 : this.#deepest - 1;
      return 'mended';
    }
    for (const { stream } of kept) refused.set(stream, reasonOf(first));
    return refused;
  }

  /** Types that would have one name: the record gets another, an object inside of it is any JSON. */
  #mend({ code }: Diagnostic, span: Span, { stream }: Kept, item: SpecNode): boolean {
    if (code !== 'spec/collision') return false;
    const path = pathTo(item, span);
    if (path.includes('fields')) {
      const before = this.#plain.get(stream) ?? [];
      if (before.some((each) => each.join('\n') === path.join('\n'))) return false;
      this.#plain.set(stream, [...before, path]);
      return true;
    }
    if (this.#renamed.has(stream)) return false;
    this.#renamed.add(stream);
    return true;
  }
}

function reasonOf({ code, message, hint }: Diagnostic): string {
  return `${code}: ${message}${hint === undefined ? '' : ` (${hint.replace(/\.$/, '')})`}`;
}

/** Keys that lead to the innermost field around a place. */
function pathTo(node: SpecNode, span: Span): readonly string[] {
  if (node.kind !== 'map') return [];
  for (const { key, keySpan, value } of node.entries) {
    if (keySpan.start <= span.start && span.end <= keySpan.end) return [key];
    if (value.span.start <= span.start && span.end <= value.span.end) return [key, ...pathTo(value, span)];
  }
  return [];
}

function replaced(value: Draft, [key, ...rest]: readonly string[]): Draft {
  if (!isMapping(value) || key === undefined) return value;
  return {
    ...value,
    entries: value.entries.map((each) => {
      if (each.key !== key) return each;
      const isField = rest.length === 0 || !rest.includes('fields');
      const isDone = isField && isMapping(each.value) && each.value.entries.some((inner) => inner.key === 'fields');
      return rest.length === 0 || isDone
        ? entry(each.key, 'json', 'why: its type would have the name of another')
        : { ...each, value: replaced(each.value, rest) };
    }),
  };
}

/** Objects that are deeper than that are any JSON. */
function shallow(value: Draft, deepest: number, depth = 0): Draft {
  if (!isMapping(value)) return value;
  return {
    ...value,
    entries: value.entries.map((each) => {
      if (each.key !== 'fields') return { ...each, value: shallow(each.value, deepest, depth) };
      return { ...each, value: fieldsShallow(each.value, deepest, depth + 1) };
    }),
  };
}

/** All fields of a resource, those of objects inside of others, too. */
function fieldsIn(value: Draft): number {
  if (!isMapping(value)) return 0;
  return value.entries.reduce((count, each) => {
    const own = each.key === 'fields' && isMapping(each.value) ? each.value.entries.length : 0;
    return count + own + fieldsIn(each.value);
  }, 0);
}

function fieldsShallow(fields: Draft, deepest: number, depth: number): Draft {
  if (!isMapping(fields)) return fields;
  return {
    ...fields,
    entries: fields.entries.map((each) =>
      depth >= deepest && holdsFields(each.value)
        ? entry(each.key, 'json', 'why: with deeper objects there would be too many fields')
        : { ...each, value: shallow(each.value, deepest, depth) },
    ),
  };
}

function holdsFields(value: Draft): boolean {
  return isMapping(value) && value.entries.some((each) => each.key === 'fields' || holdsFields(each.value));
}

function asMap(value: Draft, otherwise: DraftMap): DraftMap {
  return isMapping(value) ? value : otherwise;
}
