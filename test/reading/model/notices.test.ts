import { beforeAll, expect, test } from 'vitest';
import { inMemory } from './connect.js';
import { NOT_YET } from './not-yet.js';
import { loadPackages, type Packages } from './packages.js';
import type { Open, Page, Reader } from './play.js';
import { search } from './search.js';
import { specsByName } from './specs.js';

/** The model notices readers that are wrong: a check that cannot fail shows nothing. */

const SPEC = 'new cursor';
const spec = [specsByName.get(SPEC)].flatMap((each) => each ?? []);
let packages: Packages;
beforeAll(async () => {
  packages = await loadPackages(spec, []);
});

type Pages = ReturnType<Reader['pages']>;

const WRONG: Readonly<Record<string, (pages: Pages, state: unknown, reader: Reader) => Pages>> = {
  async *'a record is left out'(pages) {
    let count = 0;
    for await (const page of pages) yield ++count === 2 ? { ...page, records: page.records.slice(1) } : page;
  },
  async *'a record comes twice'(pages) {
    for await (const page of pages)
      yield page.records.length === 3 ? { ...page, records: [...page.records, ...page.records.slice(0, 1)] } : page;
  },
  async *'the read ends after its first page'(pages) {
    for await (const page of pages) return yield { ...page, state: { ...page.state, next: null } };
  },
  async *'the state is that of the next page'(pages) {
    let before: Page | undefined;
    for await (const page of pages) {
      if (before !== undefined) yield { ...before, state: page.state };
      before = page;
    }
    if (before !== undefined) yield before;
  },
  async *'the state that was saved is ignored'(_pages, _state, reader) {
    yield* reader.pages({ state: undefined });
  },
  async *'a failure has no type'(pages) {
    try {
      yield* pages;
    } catch (error) {
      throw new Error(String(error));
    }
  },
  async *'a failure forgets how far the read came'(pages, state) {
    try {
      yield* pages;
    } catch (error) {
      throw Object.assign(Object(error) as object, { state });
    }
  },
  async *'a failure is the end'(pages) {
    try {
      yield* pages;
    } catch {
      return;
    }
  },
};

test.each(Object.entries(WRONG))('%s', async (_name, wrong) => {
  const open: Open = (name, options) => {
    const reader = packages.open(name, options);
    return { pages: ({ state }) => wrong(reader.pages({ state }), state, reader) };
  };
  const [only] = spec;
  if (only === undefined) throw new Error('no such spec');
  const plays = (story: Parameters<(typeof NOT_YET)[number]['meets']>[0]): boolean => !NOT_YET.some(({ meets }) => meets(story));
  const found = await search(only, { runs: 400, seed: 1, open, connect: () => inMemory, plays });
  expect(found.counterexample).toBeDefined();
});
