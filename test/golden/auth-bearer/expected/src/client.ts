// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import type { Credentials } from './internal/auth.ts';
import { createFetchPage, type HttpOptions } from './internal/http.ts';
import { ThingsResource } from './resources/things.ts';

/** What `new BearerClient()` takes. */
export interface BearerClientOptions extends HttpOptions, Credentials {}

/** A typed connector for the bearer API. */
export class BearerClient {
  readonly things: ThingsResource;

  constructor(options: BearerClientOptions) {
    const fetchPage = createFetchPage(options);
    const baseUrl = options.baseUrl ?? 'https://api.example.com';
    this.things = new ThingsResource(fetchPage, baseUrl);
  }
}
