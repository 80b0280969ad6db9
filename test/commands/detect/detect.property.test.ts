import fc from 'fast-check';
import { expect, test } from 'vitest';
import { detect } from '../../../generator/detect/detect.js';
import { nextRequest } from '../../../generator/detect/next-request.js';
import { parseSelector } from '../../../generator/selector.js';
import type { JsonValue } from '../../../generator/shape.js';

const keys = fc.oneof(
  fc.constantFrom(
    'data',
    'items',
    'next',
    'links',
    'link',
    'rel',
    'href',
    'total',
    'page',
    'cursor',
    'has_more',
    'id',
    'continue',
    'pageInfo',
    'endCursor',
    'hasNextPage',
    '_links',
  ),
  fc.string({ maxLength: 6 }),
);
const { body } = fc.letrec<{ body: JsonValue }>((tie) => ({
  body: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom<JsonValue>(null, true, 1, 50, '', 'abc', 'next', 'https://api.example.com/?page=2', '/x?y', '2026-01-02T03:04:05Z'),
    fc.array(tie('body'), { maxLength: 4 }),
    fc.dictionary(keys, tie('body'), { maxKeys: 5 }),
  ),
}));
const url = fc.constantFrom(
  '/things',
  '/things?page=1&per_page=2',
  '/things?offset=0&limit=2',
  '/odata/Things(1)/notes',
  '/w/api.php?action=query',
  '/x?q=(page:0)',
);

test('whatever an API answers, what is found can be read, and one page after the other asked for', () => {
  fc.assert(
    fc.property(url, fc.array(body, { minLength: 1, maxLength: 3 }), (path, bodies) => {
      const exchanges = bodies.map((each) => ({ method: 'GET', url: new URL(path, 'https://api.example.com'), headers: {}, body: each }));
      const found = detect(exchanges);
      if (found === undefined) return;
      expect(parseSelector(found.selector.value).ok).toBe(true);
      for (const each of [found.selector, found.paging]) expect(each.reason).not.toBe('');
      const [first] = exchanges;
      const next = first === undefined ? undefined : nextRequest(found.paging.value.paginator, first, found.records, found.pageSize);
      if (next !== undefined) expect(next.url.origin).toBe('https://api.example.com');
    }),
    { numRuns: 400 },
  );
});
