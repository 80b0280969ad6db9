// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { expectTypeOf, test } from 'vitest';
import type { Order, OrderItem, OrderItemTax, Loose } from '../src/index.ts';

test('types of Order', () => {
  expectTypeOf<Pick<Order, 'id'>>().toEqualTypeOf<{ readonly id: number }>();
  expectTypeOf<Pick<Order, 'deleted'>>().toEqualTypeOf<{ readonly deleted: boolean | null }>();
  expectTypeOf<Pick<Order, 'items'>>().toEqualTypeOf<{ readonly items: readonly OrderItem[] | null }>();
  expectTypeOf<Pick<Order, 'tags'>>().toEqualTypeOf<{ readonly tags: readonly string[] | null }>();
  expectTypeOf<Pick<OrderItem, 'sku'>>().toEqualTypeOf<{ readonly sku: string | null }>();
  expectTypeOf<Pick<OrderItem, 'taxes'>>().toEqualTypeOf<{ readonly taxes: readonly OrderItemTax[] | null }>();
  expectTypeOf<Pick<OrderItemTax, 'name'>>().toEqualTypeOf<{ readonly name: string | null }>();
  expectTypeOf<Pick<OrderItemTax, 'rate'>>().toEqualTypeOf<{ readonly rate: number | null }>();
});

test('types of Loose', () => {
  expectTypeOf<Loose>().toEqualTypeOf<{ readonly [field: string]: unknown }>();
});
