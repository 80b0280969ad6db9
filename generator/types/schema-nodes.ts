import { toJson, type ListNode, type MapNode, type SpecEntry, type SpecNode } from '../shape.js';

/** Where a schema under the one that is read stands: `#/$defs/line`, or `#` for all of it. */
export type Pointer = string;

/** A schema with all that its `$ref` and `allOf` say in one mapping, or the schema that it is and that contains itself. */
export type Whole =
  | { readonly kind: 'schema'; readonly node: MapNode; readonly within: readonly Pointer[] }
  | { readonly kind: 'itself'; readonly pointer: Pointer }
  | { readonly kind: 'wrong'; readonly at: SpecNode; readonly message: string };

/** Keywords whose values are no schemas, whatever they look like. */
const VALUES: ReadonlySet<string> = new Set(['enum', 'const', 'default', 'examples', 'example', 'required', 'type']);

/** Where other schemas are kept: those that are used are found by `$ref`. */
const KEPT: ReadonlySet<string> = new Set(['$defs', 'definitions']);

/** Keywords that say the same wherever they stand, and nothing of a value. */
export const ANNOTATIONS: ReadonlySet<string> = new Set(
  '$schema $id $anchor $comment $defs definitions title description default readOnly writeOnly deprecated examples example externalDocs xml'.split(
    ' ',
  ),
);

/** The schemas in a schema: looked up, merged, and those that contain themselves. */
export class SchemaNodes {
  readonly #root: MapNode;
  /** What a schema at a pointer refers to. */
  readonly #references = new Map<Pointer, ReadonlySet<Pointer>>();
  readonly #circular = new Map<Pointer, boolean>();

  constructor(root: MapNode) {
    this.#root = root;
  }

  /** The schema that is the whole of the root: it has a `$ref`, and beside it nothing that counts. */
  get alias(): Pointer | undefined {
    const { entries } = this.#root;
    const ref = entries.find(({ key }) => key === '$ref');
    return ref !== undefined && entries.every(({ key }) => key === '$ref' || ANNOTATIONS.has(key)) ? textOf(ref.value) : undefined;
  }

  at(pointer: Pointer): SpecNode | undefined {
    if (pointer === '#') return this.#root;
    if (!pointer.startsWith('#/')) return undefined;
    return pointer
      .slice(2)
      .split('/')
      .reduce<SpecNode | undefined>((node, step) => {
        const key = unescaped(step);
        if (node?.kind === 'list') return node.items[Number(key)];
        return node?.kind === 'map' ? entryOf(node, key) : undefined;
      }, this.#root);
  }

  /** Whether a schema leads back to itself. */
  isCircular(pointer: Pointer): boolean {
    const known = this.#circular.get(pointer);
    if (known !== undefined) return known;
    const seen = new Set<Pointer>();
    const open = [...this.#referencesOf(pointer)];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(...this.#referencesOf(next));
    }
    this.#circular.set(pointer, seen.has(pointer));
    return seen.has(pointer);
  }

  /** All that a schema says, with what it refers to. `within` are the schemas that are being read around it. */
  whole(node: MapNode, within: readonly Pointer[]): Whole {
    const parts: MapNode[] = [];
    const here = new Set<Pointer>();
    const open: SpecNode[] = [node];
    for (let part = open.shift(); part !== undefined; part = open.shift()) {
      if (part.kind !== 'map') {
        if (toJson(part) === true) continue;
        return { kind: 'wrong', at: part, message: 'expected a schema' };
      }
      const own = part.entries.filter(({ key }) => key !== '$ref' && key !== 'allOf');
      parts.push({ ...part, entries: own });
      const all = entryOf(part, 'allOf');
      if (all !== undefined && all.kind !== 'list') return { kind: 'wrong', at: all, message: 'expected a list' };
      open.unshift(...(all?.items ?? []));
      const ref = entryOf(part, '$ref');
      if (ref === undefined) continue;
      const pointer = textOf(ref);
      const found = pointer === undefined ? undefined : this.at(pointer);
      if (pointer === undefined || found === undefined)
        return { kind: 'wrong', at: ref, message: 'not a schema under #/$defs of this one' };
      if (this.isCircular(pointer) && (within.includes(pointer) || this.isRecord(pointer))) return { kind: 'itself', pointer };
      if (here.has(pointer)) continue;
      here.add(pointer);
      open.unshift(found);
    }
    return { kind: 'schema', node: merged(node, parts), within: [...within, ...here] };
  }

  /** Whether the schema at a pointer is an object with properties: one that a record can be made of. */
  isRecord(pointer: Pointer, seen: readonly Pointer[] = []): boolean {
    const has = (node: SpecNode | undefined): boolean => {
      if (node?.kind !== 'map') return false;
      const [properties, all, ref] = ['properties', 'allOf', '$ref'].map((key) => entryOf(node, key));
      if (properties?.kind === 'map' && properties.entries.length > 0) return true;
      if (all?.kind === 'list' && all.items.some(has)) return true;
      const next = ref === undefined ? undefined : textOf(ref);
      return next !== undefined && next !== pointer && !seen.includes(next) && this.isRecord(next, [...seen, pointer]);
    };
    return has(this.at(pointer));
  }

  #referencesOf(pointer: Pointer): ReadonlySet<Pointer> {
    const known = this.#references.get(pointer);
    if (known !== undefined) return known;
    const found = new Set<Pointer>();
    const visit = (node: SpecNode | undefined): void => {
      if (node?.kind === 'list') node.items.forEach(visit);
      if (node?.kind !== 'map') return;
      for (const { key, value } of node.entries) {
        const text = key === '$ref' ? textOf(value) : undefined;
        if (text !== undefined) found.add(text);
        else if (!VALUES.has(key) && !KEPT.has(key)) visit(value);
      }
    };
    visit(this.at(pointer));
    this.#references.set(pointer, found);
    return found;
  }
}

/** One mapping of several: properties and what is required come together, of bounds the narrower one counts, of the rest the first. */
function merged(node: MapNode, parts: readonly MapNode[]): MapNode {
  const entries = new Map<string, SpecEntry>();
  for (const entry of parts.flatMap((part) => part.entries)) {
    const first = entries.get(entry.key);
    entries.set(entry.key, first === undefined ? entry : { ...first, value: both(entry.key, first.value, entry.value) });
  }
  return { ...node, entries: [...entries.values()] };
}

function both(key: string, first: SpecNode, second: SpecNode): SpecNode {
  if (key === 'properties' && first.kind === 'map' && second.kind === 'map') {
    const entries = new Map(first.entries.map((entry) => [entry.key, entry]));
    for (const entry of second.entries) {
      const known = entries.get(entry.key);
      const value: MapNode = { kind: 'map', span: entry.value.span, entries: [] };
      const all: ListNode = { kind: 'list', span: entry.value.span, items: [known?.value ?? entry.value, entry.value] };
      const whole = { ...value, entries: [{ key: 'allOf', keySpan: entry.keySpan, value: all }] };
      entries.set(entry.key, known === undefined ? entry : { ...known, value: whole });
    }
    return { ...first, entries: [...entries.values()] };
  }
  if (key === 'required' && first.kind === 'list' && second.kind === 'list') return { ...first, items: [...first.items, ...second.items] };
  const [one, other] = [toJson(first), toJson(second)];
  if (typeof one === 'number' && typeof other === 'number' && (key === 'minimum' || key === 'maximum'))
    return (key === 'minimum') === other > one ? second : first;
  return first;
}

/** The text of a scalar. */
function textOf(node: SpecNode): string | undefined {
  return node.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}

function unescaped(step: string): string {
  let text = step;
  try {
    text = decodeURIComponent(step);
  } catch {
    // a name with a percent sign of its own
  }
  return text.replaceAll('~1', '/').replaceAll('~0', '~');
}

export function entryOf(node: MapNode, key: string): SpecNode | undefined {
  return node.entries.find((each) => each.key === key)?.value;
}
