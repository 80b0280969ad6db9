// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npm run generate -- spec.yaml

import type { Credentials } from './auth.js';
import { createFetchPage, type HttpOptions } from './http.js';
import { ThingsResource } from './resources/things.js';

/** What `new ApiKeyQueryClient()` takes. */
export interface ApiKeyQueryClientOptions extends HttpOptions, Credentials {}

/** A typed connector for the api_key_query API. */
export class ApiKeyQueryClient {
  readonly things: ThingsResource;

  constructor(options: ApiKeyQueryClientOptions) {
    const fetchPage = createFetchPage(options);
    const baseUrl = options.baseUrl ?? 'https://api.example.com';
    this.things = new ThingsResource(fetchPage, baseUrl);
  }
}
