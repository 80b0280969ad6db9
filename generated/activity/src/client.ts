// Code generated from specs/activity.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/activity.yaml

import type { Credentials } from './internal/auth.ts';
import { createFetchPage, type HttpOptions } from './internal/http.ts';
import { ActivitiesResource } from './resources/activities.ts';

/** What `new ActivityClient()` takes. */
export interface ActivityClientOptions extends HttpOptions, Credentials {}

/** What customers did, from a third-party analytics API. */
export class ActivityClient {
  /** One thing that a customer did. */
  readonly activities: ActivitiesResource;

  constructor(options: ActivityClientOptions) {
    const fetchPage = createFetchPage(options);
    const baseUrl = options.baseUrl ?? 'https://api.example.com';
    this.activities = new ActivitiesResource(fetchPage, baseUrl);
  }
}
