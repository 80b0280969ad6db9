import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { repeatCounter } from '../../generated/analytics/src/internal/repeated-keys.ts';

/** What it should say: keys of which at most so many others came since are known; after twice as many, none is. */
const REMEMBERED = 100_000;

describe('keys that come twice', () => {
  test('are counted, on one page and over many', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.oneof(fc.string(), fc.constantFrom('1', '01', '', 'null')))), (pages) => {
        const repeated = repeatCounter();
        const seen = new Set<string>();
        for (const page of pages) {
          const again = page.filter((key) => seen.size === seen.add(key).size).length;
          expect(repeated(page)).toBe(again);
        }
      }),
    );
  });

  test('are remembered while the list grows, and every one is told from all others', () => {
    const repeated = repeatCounter();
    for (let page = 0; page < 900; page++) expect(repeated(keys(page * 100, 100))).toBe(0);
    expect(repeated(keys(0, 90_000))).toBe(90_000);
  });

  test('are known after as many others as are remembered, and forgotten after twice as many', () => {
    for (const before of [0, 1, 99_999, 100_000, 100_001, 250_000]) {
      const early = repeatCounter();
      early(keys(1_000_000, before));
      expect(early(['once'])).toBe(0);
      expect(early(keys(0, REMEMBERED))).toBe(0);
      expect(early(['once']), `after ${before}`).toBe(1);
      const late = repeatCounter();
      late(keys(1_000_000, before));
      late(['once']);
      expect(late(keys(0, 2 * REMEMBERED))).toBe(0);
      expect(late(['once']), `after ${before}`).toBe(0);
    }
  });
});

function keys(from: number, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `rec_${from + index}`);
}
