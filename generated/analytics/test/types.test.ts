// Code generated from specs/analytics.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/analytics.yaml

import { expectTypeOf, test } from 'vitest';
import type { Event, ActiveUser, Annotation, Cohort, CohortOwner, EventsList } from '../src/index.ts';

test('types of Event', () => {
  expectTypeOf<Pick<Event, 'id'>>().toEqualTypeOf<{ readonly id: string }>();
  expectTypeOf<Pick<Event, 'name'>>().toEqualTypeOf<{ readonly name: string }>();
  expectTypeOf<Pick<Event, 'customer_id'>>().toEqualTypeOf<{ readonly customer_id: string | null }>();
  expectTypeOf<Pick<Event, 'timestamp'>>().toEqualTypeOf<{ readonly timestamp: string }>();
  expectTypeOf<Pick<Event, 'plan'>>().toEqualTypeOf<{ readonly plan: 'free' | 'pro' | (string & {}) | null }>();
  expectTypeOf<Pick<Event, 'properties'>>().toEqualTypeOf<{
    readonly properties: { readonly [key: string]: unknown } | null;
  }>();
});

test('types of ActiveUser', () => {
  expectTypeOf<Pick<ActiveUser, 'id'>>().toEqualTypeOf<{ readonly id: string }>();
  expectTypeOf<Pick<ActiveUser, 'date'>>().toEqualTypeOf<{ readonly date: string }>();
  expectTypeOf<Pick<ActiveUser, 'users'>>().toEqualTypeOf<{ readonly users: number }>();
  expectTypeOf<Pick<ActiveUser, 'new_users'>>().toEqualTypeOf<{ readonly new_users: number | null }>();
  expectTypeOf<Pick<ActiveUser, 'platform'>>().toEqualTypeOf<{
    readonly platform: 'web' | 'ios' | 'android' | (string & {}) | null;
  }>();
});

test('types of Annotation', () => {
  expectTypeOf<Pick<Annotation, 'id'>>().toEqualTypeOf<{ readonly id: number }>();
  expectTypeOf<Pick<Annotation, 'date'>>().toEqualTypeOf<{ readonly date: string }>();
  expectTypeOf<Pick<Annotation, 'text'>>().toEqualTypeOf<{ readonly text: string }>();
  expectTypeOf<Pick<Annotation, 'author'>>().toEqualTypeOf<{ readonly author: string | null }>();
  expectTypeOf<Pick<Annotation, 'tags'>>().toEqualTypeOf<{ readonly tags: readonly string[] }>();
  expectTypeOf<Pick<Annotation, 'created_at'>>().toEqualTypeOf<{ readonly created_at: string }>();
});

test('types of Cohort', () => {
  expectTypeOf<Pick<Cohort, 'id'>>().toEqualTypeOf<{ readonly id: number }>();
  expectTypeOf<Pick<Cohort, 'name'>>().toEqualTypeOf<{ readonly name: string }>();
  expectTypeOf<Pick<Cohort, 'description'>>().toEqualTypeOf<{ readonly description: string | null }>();
  expectTypeOf<Pick<Cohort, 'size'>>().toEqualTypeOf<{ readonly size: number | null }>();
  expectTypeOf<Pick<Cohort, 'owner'>>().toEqualTypeOf<{ readonly owner: CohortOwner | null }>();
  expectTypeOf<Pick<Cohort, 'is_visible'>>().toEqualTypeOf<{ readonly is_visible: boolean }>();
  expectTypeOf<Pick<Cohort, 'created_at'>>().toEqualTypeOf<{ readonly created_at: string }>();
  expectTypeOf<Pick<CohortOwner, 'id'>>().toEqualTypeOf<{ readonly id: number }>();
  expectTypeOf<Pick<CohortOwner, 'email'>>().toEqualTypeOf<{ readonly email: string | null }>();
});

test('types of EventsList', () => {
  expectTypeOf<Pick<EventsList, 'id'>>().toEqualTypeOf<{ readonly id: string }>();
  expectTypeOf<Pick<EventsList, 'name'>>().toEqualTypeOf<{ readonly name: string }>();
  expectTypeOf<Pick<EventsList, 'display_name'>>().toEqualTypeOf<{ readonly display_name: string | null }>();
  expectTypeOf<Pick<EventsList, 'total'>>().toEqualTypeOf<{ readonly total: number | null }>();
  expectTypeOf<Pick<EventsList, 'is_deleted'>>().toEqualTypeOf<{ readonly is_deleted: boolean }>();
});
