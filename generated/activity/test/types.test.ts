// Code generated from specs/activity.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/activity.yaml

import { expectTypeOf, test } from 'vitest';
import type { Activity } from '../src/index.ts';

test('types of Activity', () => {
  expectTypeOf<Pick<Activity, 'id'>>().toEqualTypeOf<{ readonly id: string }>();
  expectTypeOf<Pick<Activity, 'customer_id'>>().toEqualTypeOf<{ readonly customer_id: string | null }>();
  expectTypeOf<Pick<Activity, 'timestamp'>>().toEqualTypeOf<{ readonly timestamp: string }>();
});
