// Code generated from specs/directory.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/directory.yaml

import type { Credentials } from './internal/auth.ts';
import { createFetchPage, type HttpOptions } from './internal/http.ts';
import { PeopleResource } from './resources/people.ts';

/** What `new DirectoryClient()` takes. */
export type DirectoryClientOptions = HttpOptions & Credentials;

/** People of an organisation, for callers with an API key or with an OAuth 2 client. */
export class DirectoryClient {
  /** Somebody who belongs to the organisation. */
  readonly people: PeopleResource;

  constructor(options: DirectoryClientOptions) {
    const fetchPage = createFetchPage(options);
    const baseUrl = options.baseUrl ?? 'https://api.example.com';
    this.people = new PeopleResource(fetchPage, baseUrl);
  }
}
