// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import type { Credentials } from './internal/auth.ts';
import { filledUrl, hostPart } from './internal/filled-url.ts';
import { createFetchPage, type HttpOptions } from './internal/http.ts';
import { ThingsResource } from './resources/things.ts';

/** What `new TenantsClient()` takes. */
export interface TenantsClientOptions extends HttpOptions, Credentials {
  /** The account's part of the host. */
  readonly domain: string;
  /** The option `tenant`. */
  readonly tenant: string;
  /** The option `scopes`. Default: `read`. */
  readonly scopes?: string | undefined;
}

/** A typed connector for the tenants API. */
export class TenantsClient {
  readonly things: ThingsResource;

  constructor(options: TenantsClientOptions) {
    const fetchPage = createFetchPage({ ...options, scopes: options.scopes ?? 'read' });
    const baseUrl =
      options.baseUrl ?? filledUrl(`https://${hostPart(options.domain, 'domain')}.example.com/v1`, 'base_url');
    this.things = new ThingsResource(fetchPage, baseUrl);
  }
}
