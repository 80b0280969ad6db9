// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { createFetchPage, type HttpOptions } from './internal/http.ts';
import { ThingsResource } from './resources/things.ts';

/** What `new MinimalClient()` takes. */
export interface MinimalClientOptions extends HttpOptions {}

/** A typed connector for the minimal API. */
export class MinimalClient {
  readonly things: ThingsResource;

  constructor(options: MinimalClientOptions = {}) {
    const fetchPage = createFetchPage(options);
    const baseUrl = options.baseUrl ?? 'https://api.example.com';
    this.things = new ThingsResource(fetchPage, baseUrl);
  }
}
