// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { isObject } from '../internal/checks.ts';
import { ShopRecordError, type ReadPosition } from '../errors.ts';
import { orderJsonSchema } from '../json-schemas/order.ts';
import { standardSchema, type StandardSchema } from '../internal/standard-schema.ts';

export interface Order {
  readonly id: number;
  readonly deleted: boolean | null;
  readonly items: readonly OrderItem[] | null;
  readonly tags: readonly string[] | null;
}

export interface OrderItem {
  readonly sku: string | null;
  readonly taxes: readonly OrderItemTax[] | null;
}

export interface OrderItemTax {
  readonly name: string | null;
  readonly rate: number | null;
}

/**
 * Returns `order` as an {@link Order}: checked, and with null in the nullable fields that it leaves out.
 *
 * @throws {@link ShopRecordError} that names the field.
 */
export function decodeOrder(order: unknown, place: ReadPosition): Order {
  if (!isObject<keyof Order>(order)) throw new ShopRecordError(place, '', 'an object', order);
  if (!Number.isSafeInteger(order.id)) throw new ShopRecordError(place, 'id', 'a safe integer', order.id);
  order.deleted ??= null;
  if (order.deleted !== null && typeof order.deleted !== 'boolean') {
    throw new ShopRecordError(place, 'deleted', 'true or false or null', order.deleted);
  }
  const items = (order.items ??= null);
  if (items !== null) {
    if (!Array.isArray(items)) throw new ShopRecordError(place, 'items', 'an array or null', items);
    for (let index2 = 0; index2 < items.length; index2++) {
      const item: unknown = items[index2];
      if (!isObject<keyof OrderItem>(item)) throw new ShopRecordError(place, `items[${index2}]`, 'an object', item);
      item.sku ??= null;
      if (item.sku !== null && typeof item.sku !== 'string') {
        throw new ShopRecordError(place, `items[${index2}].sku`, 'a string or null', item.sku);
      }
      const taxes = (item.taxes ??= null);
      if (taxes !== null) {
        if (!Array.isArray(taxes)) {
          throw new ShopRecordError(place, `items[${index2}].taxes`, 'an array or null', taxes);
        }
        for (let index3 = 0; index3 < taxes.length; index3++) {
          const tax: unknown = taxes[index3];
          if (!isObject<keyof OrderItemTax>(tax)) {
            throw new ShopRecordError(place, `items[${index2}].taxes[${index3}]`, 'an object', tax);
          }
          tax.name ??= null;
          if (tax.name !== null && typeof tax.name !== 'string') {
            throw new ShopRecordError(place, `items[${index2}].taxes[${index3}].name`, 'a string or null', tax.name);
          }
          tax.rate ??= null;
          if (tax.rate !== null && !Number.isFinite(tax.rate)) {
            throw new ShopRecordError(place, `items[${index2}].taxes[${index3}].rate`, 'a number or null', tax.rate);
          }
        }
      }
    }
  }
  const tags = (order.tags ??= null);
  if (tags !== null) {
    if (!Array.isArray(tags)) throw new ShopRecordError(place, 'tags', 'an array or null', tags);
    for (let index2 = 0; index2 < tags.length; index2++) {
      const tag: unknown = tags[index2];
      if (typeof tag !== 'string') throw new ShopRecordError(place, `tags[${index2}]`, 'a string', tag);
    }
  }
  return order as Order; // every field was checked above
}

/** What an {@link Order} has beyond its declared fields: it passes as it came. */
export function extraOrderFields({ id, deleted, items, tags, ...extra }: Order): Readonly<Record<string, unknown>> {
  return extra;
}

/** {@link Order} as a Standard Schema and Standard JSON Schema (https://standardschema.dev). Decodes a copy: its input stays as it is. */
export const orderSchema: StandardSchema<Order> = /* @__PURE__ */ standardSchema(decodeOrder, 'order', orderJsonSchema);
