import { expect, test } from 'vitest';
import { thousands } from '../../generator/code.js';
import { fc } from '../support/property.js';

test('a number has its thousands apart as English has them', () => {
  const numbers = fc.oneof(fc.integer(), fc.maxSafeInteger(), fc.integer({ min: -2000, max: 2000 }), fc.double({ noNaN: true }));
  fc.assert(
    fc.property(numbers, (value) => {
      expect(thousands(value)).toBe(value.toLocaleString('en-US', { maximumFractionDigits: 20 }));
    }),
    { numRuns: 300 },
  );
});
