// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { expectTypeOf, test } from 'vitest';
import type { User } from '../src/index.ts';

test('types of User', () => {
  expectTypeOf<Pick<User, 'id'>>().toEqualTypeOf<{ readonly id: string }>();
});
