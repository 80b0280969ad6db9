import { nameOf } from '../names.js';

/** Names that a spec takes, no two of which meet in one identifier or file. */
export class Names {
  readonly #taken = new Set<string>();
  readonly #given = new Map<string, string>();

  /** The name of a thing of the source: the same for the same thing, words of letters, digits, `_` and `-`. */
  of(raw: string, otherwise = 'resource'): string {
    const known = this.#given.get(raw);
    if (known !== undefined) return known;
    const name = this.fresh(raw, otherwise);
    this.#given.set(raw, name);
    return name;
  }

  /** A name that nobody has yet, as near to this as may be. */
  fresh(raw: string, otherwise = 'resource'): string {
    const made = safeName(raw, otherwise);
    let name = made;
    for (let number = 2; this.#taken.has(nameOf(name).kebab); number++) name = `${made.slice(0, 60)}_${number}`;
    this.#taken.add(nameOf(name).kebab);
    return name;
  }

  isFree(raw: string): boolean {
    return !this.#taken.has(nameOf(safeName(raw, 'resource')).kebab);
  }
}

/** A text as a name: `Sales orders (2)` → Sales_orders_2. */
function safeName(raw: string, otherwise: string): string {
  const words = raw
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^A-Za-z0-9_-]+/g, '_')
    .replace(/_{2,}/g, '_')
    .replace(/^[_-]+|(?<![_-])[_-]+$/g, '');
  const name = words === '' ? otherwise : /^[A-Za-z]/.test(words) ? words : `${otherwise}_${words}`;
  return name.slice(0, 64).replace(/(?<![_-])[_-]+$/, '');
}

/** The name of a connector: `Acme Inc.` → acme-inc. */
export function connectorName(raw: string): string {
  const name = nameOf(safeName(raw, 'api'))
    .kebab.slice(0, 40)
    .replace(/(?<!-)-+$/, '');
  return /^[a-z]/.test(name) ? name : 'api';
}
