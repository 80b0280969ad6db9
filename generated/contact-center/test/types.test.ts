// Code generated from specs/contact-center.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/contact-center.yaml

import { expectTypeOf, test } from 'vitest';
import type { AccountOverview, AgentsOverview, CurrentQueueActivity } from '../src/index.ts';

test('types of AccountOverview', () => {
  expectTypeOf<Pick<AccountOverview, 'id'>>().toEqualTypeOf<{ readonly id: string }>();
  expectTypeOf<Pick<AccountOverview, 'name'>>().toEqualTypeOf<{ readonly name: string }>();
  expectTypeOf<Pick<AccountOverview, 'customer_id'>>().toEqualTypeOf<{ readonly customer_id: string | null }>();
  expectTypeOf<Pick<AccountOverview, 'current_timestamp'>>().toEqualTypeOf<{ readonly current_timestamp: string }>();
});

test('types of AgentsOverview', () => {
  expectTypeOf<Pick<AgentsOverview, 'id'>>().toEqualTypeOf<{ readonly id: string }>();
  expectTypeOf<Pick<AgentsOverview, 'name'>>().toEqualTypeOf<{ readonly name: string }>();
  expectTypeOf<Pick<AgentsOverview, 'status'>>().toEqualTypeOf<{
    readonly status: 'available' | 'busy' | 'away' | 'offline' | (string & {}) | null;
  }>();
  expectTypeOf<Pick<AgentsOverview, 'current_timestamp'>>().toEqualTypeOf<{ readonly current_timestamp: string }>();
});

test('types of CurrentQueueActivity', () => {
  expectTypeOf<Pick<CurrentQueueActivity, 'id'>>().toEqualTypeOf<{ readonly id: string }>();
  expectTypeOf<Pick<CurrentQueueActivity, 'name'>>().toEqualTypeOf<{ readonly name: string }>();
  expectTypeOf<Pick<CurrentQueueActivity, 'waiting'>>().toEqualTypeOf<{ readonly waiting: number }>();
  expectTypeOf<Pick<CurrentQueueActivity, 'longest_wait'>>().toEqualTypeOf<{ readonly longest_wait: number | null }>();
  expectTypeOf<Pick<CurrentQueueActivity, 'current_timestamp'>>().toEqualTypeOf<{
    readonly current_timestamp: string;
  }>();
});
