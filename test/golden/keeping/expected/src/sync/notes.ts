// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

/** What the pages of a read tell beside their records: how many were left out, whether it began again, and sentences. */
export class Notes {
  readonly #values = new Map<string, number | boolean>();
  readonly #texts = new Set<string>();

  /** Those of a page. What was discarded is counted page by page; everything else is what it was when the page came. */
  add(notes: Readonly<Record<string, unknown>>): void {
    for (const [name, value] of Object.entries(notes)) {
      if (Array.isArray(value)) value.forEach((text) => this.#texts.add(String(text)));
      const before = this.#values.get(name);
      if (typeof value === 'boolean') this.#values.set(name, value || before === true);
      else if (typeof value === 'number')
        this.#values.set(name, name.startsWith('discarded') ? value + Number(before ?? 0) : value);
    }
  }

  /** By name; those that tell nothing are left out. */
  get told(): Readonly<Record<string, number | boolean>> {
    return Object.fromEntries([...this.#values].filter(([, value]) => value !== 0 && value !== false));
  }

  /** The same in sentences. */
  sentences(resource: string): readonly string[] {
    const counted = Object.entries(this.told).map(
      ([name, value]) => WORDS[name]?.(Number(value)) ?? `${name} ${value}`,
    );
    return [...this.#texts, ...counted].map((sentence) => `${resource}: ${sentence}`);
  }
}

const WORDS: Readonly<Record<string, (count: number) => string>> = {
  discardedRows: (count) =>
    `left out ${count} ${count === 1 ? 'record that is' : 'records that are'} not what the spec declares`,
  discardedValues: (count) =>
    `left out ${count} ${count === 1 ? 'value that is' : 'values that are'} not what the spec declares`,
  failedParents: (count) => `passed over ${count} ${count === 1 ? 'parent' : 'parents'} whose records the API refused`,
  failedPartitions: (count) =>
    `passed over ${count} ${count === 1 ? 'value of a list' : 'values of lists'} whose records the API refused`,
  repeatedKeys: (count) =>
    `${count} ${count === 1 ? 'record has a key that came before' : 'records have a key that came before'} in this read: rows moved meanwhile, or the API sends them twice`,
  restarted: () => 'began again: the API no longer knew the saved position',
};
