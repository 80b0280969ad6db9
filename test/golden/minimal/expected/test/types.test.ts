// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { expectTypeOf, test } from 'vitest';
import type { Thing } from '../src/index.ts';

test('types of Thing', () => {
  expectTypeOf<Pick<Thing, 'id'>>().toEqualTypeOf<{ readonly id: string }>();
  expectTypeOf<Pick<Thing, 'name'>>().toEqualTypeOf<{ readonly name: string | null }>();
});
