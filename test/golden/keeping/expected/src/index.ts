// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

export { ShopClient, type ShopClientOptions } from './client.ts';
export {
  ShopError,
  ShopHttpError,
  ShopRateLimitedError,
  ShopNetworkError,
  ShopTimeoutError,
  ShopResponseError,
  ShopStateError,
  ShopRecordError,
  type ShopErrorCode,
} from './errors.ts';
export { type Order, type OrderItem, type OrderItemTax, extraOrderFields, orderSchema } from './records/order.ts';
export { type Loose, looseSchema } from './records/loose.ts';
export type { OrdersResource, OrdersPage, OrdersReadOptions, OrdersState } from './resources/orders.ts';
export type { LooseResource, LoosePage, LooseReadOptions, LooseState } from './resources/loose.ts';
