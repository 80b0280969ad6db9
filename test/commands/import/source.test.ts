import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSource } from '../../../generator/import/source.js';

describe('places in a source', () => {
  test('of JSON are those of its values, whatever stands in its texts', () => {
    const key = fc.oneof(fc.constantFrom('a', 'b"', '\\', '{', ']', '\n'), fc.string({ maxLength: 4 }));
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.string(),
        fc.integer(),
        fc.constant(null),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(key, tie('value'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(key, value, { minKeys: 1, maxKeys: 4 }), fc.nat(3), (object, indent) => {
        const text = JSON.stringify(object, null, indent);
        const read = readSource('a.json', text);
        if (!read.ok) throw new Error(read.reason);
        const lines = text.split('\n');
        const visit = (inner: unknown, pointer: readonly (string | number)[]): void => {
          const place = read.source.placeOf(pointer);
          const rest = [lines[(place?.line ?? 0) - 1]?.slice((place?.column ?? 0) - 1), ...lines.slice(place?.line ?? 0)].join('\n');
          expect(rest.startsWith(JSON.stringify(inner, null, indent).split('\n')[0] ?? '')).toBe(true);
          if (Array.isArray(inner)) inner.forEach((each, index) => visit(each, [...pointer, index]));
          else if (typeof inner === 'object' && inner !== null)
            for (const [name, each] of Object.entries(inner)) visit(each, [...pointer, name]);
        };
        visit(object, []);
      }),
      { numRuns: 200 },
    );
  });

  test('of YAML are those of its values, aliases and merge keys followed', () => {
    const text = 'base: &base\n  a: 1\nlist:\n  - name: x\n  - <<: *base\n    b: 2\n  - *base\n';
    const read = readSource('a.yaml', text);
    if (!read.ok) throw new Error(read.reason);
    expect(read.source.value).toEqual({ base: { a: 1 }, list: [{ name: 'x' }, { a: 1, b: 2 }, { a: 1 }] });
    expect(read.source.placeOf(['list', 0])).toEqual({ line: 4, column: 5 });
    expect(read.source.placeOf(['list', 1])).toEqual({ line: 5, column: 5 });
    expect(read.source.placeOf(['list', 2, 'a'])).toEqual({ line: 2, column: 6 });
    expect(read.source.placeOf(['nowhere', 'at', 'all'])).toEqual({ line: 1, column: 1 });
  });

  test('aliases that would fill the memory are refused', () => {
    const text = [
      'a: &a [x, x, x, x, x, x, x, x, x, x]',
      ...'bcdefgh'
        .split('')
        .map((each, index) => `${each}: &${each} [${Array.from({ length: 10 }, () => `*${'abcdefgh'[index]}`).join(', ')}]`),
    ].join('\n');
    expect(readSource('a.yaml', text)).toMatchObject({ ok: false, reason: expect.stringContaining('aliases') as string });
  });
});
