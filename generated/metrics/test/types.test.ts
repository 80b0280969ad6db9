// Code generated from specs/metrics.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/metrics.yaml

import { expectTypeOf, test } from 'vitest';
import type { Metric } from '../src/index.ts';

test('types of Metric', () => {
  expectTypeOf<Pick<Metric, 'id'>>().toEqualTypeOf<{ readonly id: string }>();
  expectTypeOf<Pick<Metric, 'name'>>().toEqualTypeOf<{ readonly name: string }>();
  expectTypeOf<Pick<Metric, 'value'>>().toEqualTypeOf<{ readonly value: number | null }>();
});
