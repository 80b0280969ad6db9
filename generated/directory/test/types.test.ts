// Code generated from specs/directory.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/directory.yaml

import { expectTypeOf, test } from 'vitest';
import type { Person } from '../src/index.ts';

test('types of Person', () => {
  expectTypeOf<Pick<Person, 'id'>>().toEqualTypeOf<{ readonly id: number }>();
  expectTypeOf<Pick<Person, 'name'>>().toEqualTypeOf<{ readonly name: string | null }>();
  expectTypeOf<Pick<Person, 'created_at'>>().toEqualTypeOf<{ readonly created_at: string | null }>();
});
