// Code generated from specs/analytics.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/analytics.yaml

import type { Credentials } from './internal/auth.ts';
import { createFetchPage, type HttpOptions } from './internal/http.ts';
import { ActiveUsersResource } from './resources/active-users.ts';
import { AnnotationsResource } from './resources/annotations.ts';
import { CohortsResource } from './resources/cohorts.ts';
import { EventsListResource } from './resources/events-list.ts';
import { EventsResource } from './resources/events.ts';

/** What `new AnalyticsClient()` takes. */
export interface AnalyticsClientOptions extends HttpOptions, Credentials {
  /** Read events from here on the first run. */
  readonly startDate?: string | undefined;
  /** What time it is, in milliseconds since 1970: where reads in windows end. Default: `Date.now`. */
  readonly wallClock?: () => number;
}

/** Events, users and cohorts of the analytics API. */
export class AnalyticsClient {
  /** Every tracked event. */
  readonly events: EventsResource;
  /** How many people used the product on one day. */
  readonly activeUsers: ActiveUsersResource;
  /** A note that somebody put on a chart. */
  readonly annotations: AnnotationsResource;
  /** A named group of users. */
  readonly cohorts: CohortsResource;
  /** A kind of event that can be tracked. */
  readonly eventsList: EventsListResource;

  constructor(options: AnalyticsClientOptions) {
    const fetchPage = createFetchPage(options);
    const baseUrl = options.baseUrl ?? 'https://api.example.com';
    const wallClock = options.wallClock ?? Date.now;
    this.events = new EventsResource(fetchPage, baseUrl, wallClock, { startDate: options.startDate });
    this.activeUsers = new ActiveUsersResource(fetchPage, baseUrl);
    this.annotations = new AnnotationsResource(fetchPage, baseUrl);
    this.cohorts = new CohortsResource(fetchPage, baseUrl);
    this.eventsList = new EventsListResource(fetchPage, baseUrl);
  }
}
