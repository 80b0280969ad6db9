import { fc } from '../../support/property.js';
import { expect, test } from 'vitest';
import { draftText, isMapping, type Draft, type DraftMap } from '../../../generator/draft/draft.js';
import { draftTree, isSameTree } from '../../../generator/draft/tree.js';
import { load } from '../../../generator/spec/load.js';

const SCALARS = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.constantFrom(
    '',
    'null',
    'yes',
    '010',
    '1e3',
    '2024-01-01',
    '{a}',
    '{{ b }}',
    '# no',
    ': ',
    '- a',
    'a: b',
    '*x',
    '&x',
    '!t',
    "it's",
    '"',
    '\\',
    '<<',
  ),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);

const { draft } = fc.letrec<{ draft: Draft; map: DraftMap }>((tie) => ({
  draft: fc.oneof({ maxDepth: 4 }, SCALARS, fc.array(tie('draft'), { maxLength: 4 }), tie('map')),
  map: fc
    .tuple(
      fc.uniqueArray(fc.tuple(fc.stringMatching(/^[A-Za-z_$@][\w. /-]{0,12}$/), tie('draft')), { maxLength: 4, selector: ([key]) => key }),
      fc.boolean(),
      fc.option(fc.string({ maxLength: 20 }), { nil: undefined }),
    )
    .map(([entries, block, note]) => ({
      block,
      entries: entries.map(([key, value], index) => (index === 0 && note !== undefined ? { key, value, note } : { key, value })),
    })),
}));

test('a draft is, without being read, what reading its text makes of it', () => {
  fc.assert(
    fc.property(
      draft.filter(isMapping).filter(({ entries }) => entries.length > 0),
      (made) => {
        const text = draftText({ ...made, block: true });
        const loaded = load('a.yaml', Buffer.from(text));
        if (!loaded.ok) return; // signs that a spec may not hold are refused by both: a name of options is never one
        expect(isSameTree(loaded.source.root, draftTree(made)), text).toBe(true);
      },
    ),
  );
});

test('what says something else is another tree', () => {
  const of = (value: Draft): ReturnType<typeof draftTree> => draftTree({ entries: [{ key: 'a', value }] });
  expect(isSameTree(of(['1']), of(['1']))).toBe(true);
  for (const other of [[1], ['1', '2'], '1', { entries: [] }]) expect(isSameTree(of(['1']), of(other))).toBe(false);
});
