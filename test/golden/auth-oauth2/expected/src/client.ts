// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npm run generate -- spec.yaml

import type { Credentials } from './auth.js';
import { createFetchPage, type HttpOptions } from './http.js';
import { ThingsResource } from './resources/things.js';

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
