// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import type { Credentials } from './internal/auth.ts';
import { createFetchPage, type HttpOptions } from './internal/http.ts';
import { ThingsResource } from './resources/things.ts';

/** What `new Oauth2Client()` takes. */
export interface Oauth2ClientOptions extends HttpOptions, Credentials {}

/** A typed connector for the oauth2 API. */
export class Oauth2Client {
  readonly things: ThingsResource;

  constructor(options: Oauth2ClientOptions) {
    const fetchPage = createFetchPage(options);
    const baseUrl = options.baseUrl ?? 'https://api.example.com';
    this.things = new ThingsResource(fetchPage, baseUrl);
  }
}
