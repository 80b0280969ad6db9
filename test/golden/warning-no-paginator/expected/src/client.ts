// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { createFetchPage, type HttpOptions } from './internal/http.ts';
import { UsersResource } from './resources/users.ts';

/** What `new AcmeClient()` takes. */
export interface AcmeClientOptions extends HttpOptions {}

/** A typed connector for the acme API. */
export class AcmeClient {
  readonly users: UsersResource;

  constructor(options: AcmeClientOptions = {}) {
    const fetchPage = createFetchPage(options);
    const baseUrl = options.baseUrl ?? 'https://api.example.com';
    this.users = new UsersResource(fetchPage, baseUrl);
  }
}
