// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npm run generate -- spec.yaml

import { createFetchPage, type HttpOptions } from './http.js';
import { ThingsResource } from './resources/things.js';

/** What `new MinimalClient()` takes. */
export interface MinimalClientOptions extends HttpOptions {}

/** A typed connector for the minimal API. */
export class MinimalClient {
  readonly things: ThingsResource;

  constructor(options: MinimalClientOptions) {
    const fetchPage = createFetchPage(options);
    const baseUrl = options.baseUrl ?? 'https://api.example.com';
    this.things = new ThingsResource(fetchPage, baseUrl);
  }
}
