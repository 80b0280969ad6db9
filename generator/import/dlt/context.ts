import { block, entry, mapping, type DraftEntry, type DraftMap } from '../../draft/draft.js';
import { Names } from '../names.js';

/** What the parts of one configuration tell each other. */
export class Context {
  readonly connector: string;
  readonly config = new Map<string, DraftMap>();
  readonly #names = new Names();
  /** Fields of resources that others need, by the name of the resource. */
  readonly #needed = new Map<string, Set<string>>();

  constructor(connector: string) {
    this.connector = connector;
  }

  nameOf(raw: string): string {
    return this.#names.of(raw);
  }

  /** `{config.x}`, and the option x. */
  option(name: string): string {
    if (!this.config.has(name)) this.config.set(name, mapping(entry('type', 'string')));
    return `{config.${name}}`;
  }

  /** That another resource puts a field of this one into its requests. */
  need(resource: string, path: string): void {
    this.#needed.set(resource, (this.#needed.get(resource) ?? new Set()).add(path));
  }

  neededOf(resource: string): readonly string[] {
    return [...(this.#needed.get(resource) ?? [])];
  }
}

/** Fields at paths of a record, objects around them where they are inside of one. */
export function fieldsAt(facts: ReadonlyMap<string, DraftEntry>): DraftMap {
  const inner = new Map<string, Map<string, DraftEntry>>();
  const fields: DraftEntry[] = [];
  for (const [path, fact] of facts) {
    const [name = '', ...rest] = path.split('.');
    if (rest.length === 0) fields.push({ ...fact, key: name });
    else inner.set(name, (inner.get(name) ?? new Map<string, DraftEntry>()).set(rest.join('.'), fact));
  }
  for (const [name, members] of inner)
    if (!fields.some(({ key }) => key === name))
      fields.push(entry(name, block(entry('type', 'object'), entry('nullable', false), entry('fields', fieldsAt(members)))));
  return block(...fields);
}
