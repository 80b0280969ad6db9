// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { createFetchPage, type HttpOptions } from './internal/http.ts';
import { LooseResource } from './resources/loose.ts';
import { OrdersResource } from './resources/orders.ts';

/** What `new ShopClient()` takes. */
export interface ShopClientOptions extends HttpOptions {}

/** A typed connector for the shop API. */
export class ShopClient {
  readonly orders: OrdersResource;
  readonly loose: LooseResource;

  constructor(options: ShopClientOptions = {}) {
    const fetchPage = createFetchPage(options);
    const baseUrl = options.baseUrl ?? 'https://api.example.com';
    this.orders = new OrdersResource(fetchPage, baseUrl);
    this.loose = new LooseResource(fetchPage, baseUrl);
  }
}
