// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import type { Credentials } from './internal/auth.ts';
import { createFetchPage, type HttpOptions } from './internal/http.ts';
import { AllContactsResource } from './resources/all-contacts.ts';
import { ChangedContactsResource } from './resources/changed-contacts.ts';
import { ContactsResource } from './resources/contacts.ts';

/** What `new ContactsApiClient()` takes. */
export interface ContactsApiClientOptions extends HttpOptions, Credentials {
  /** What time it is, in milliseconds since 1970: where reads in windows end. Default: `Date.now`. */
  readonly wallClock?: () => number;
}

/** A typed connector for the contacts-api API. */
export class ContactsApiClient {
  readonly contacts: ContactsResource;
  readonly allContacts: AllContactsResource;
  readonly changedContacts: ChangedContactsResource;

  constructor(options: ContactsApiClientOptions) {
    const fetchPage = createFetchPage(options);
    const baseUrl = options.baseUrl ?? 'https://api.example.com';
    const wallClock = options.wallClock ?? Date.now;
    this.allContacts = new AllContactsResource(fetchPage, baseUrl);
    this.contacts = new ContactsResource(fetchPage, baseUrl, wallClock, this.allContacts);
    this.changedContacts = new ChangedContactsResource(fetchPage, baseUrl, wallClock);
  }
}
